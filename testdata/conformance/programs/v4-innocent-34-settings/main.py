import asyncio

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

from settings import settings


async def main():
    client = OpenAIChatCompletionClient(model=settings.model, api_key=settings.openai_api_key.get_secret_value())
    print(await AssistantAgent("a", client).run(task="hi"))


asyncio.run(main())
