import asyncio
from autogen_agentchat.agents import AssistantAgent
from echo import EchoClient

print(asyncio.run(AssistantAgent("a", EchoClient(api_key="")).run(task="hi")))
