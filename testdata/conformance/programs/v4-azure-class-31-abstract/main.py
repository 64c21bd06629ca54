import asyncio

from autogen_agentchat.agents import AssistantAgent
from llm import OpenAIProvider

print(asyncio.run(AssistantAgent("a", OpenAIProvider()()).run(task="hi")))
