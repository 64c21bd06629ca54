import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

client = OpenAIChatCompletionClient(model="gpt-4o", api_key=os.environ.get)


async def main():
    print(await AssistantAgent("a", client).run(task="hello"))


asyncio.run(main())
