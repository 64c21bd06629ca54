import asyncio

from autogen_agentchat.agents import AssistantAgent
from crew import client

print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
