import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


async def key():
    return os.environ["OPENAI_API_KEY"]


client = OpenAIChatCompletionClient(model="gpt-4o", api_key=key)
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
