import asyncio
from dotenv import load_dotenv
from pydantic_settings import BaseSettings
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class Settings(BaseSettings):
    openai_api_key: str
    model: str = "gpt-4o-mini"


settings = Settings()
load_dotenv()


async def main():
    client = OpenAIChatCompletionClient(model=settings.model, api_key=settings.openai_api_key)
    print(await AssistantAgent("a", client).run(task="hi"))


asyncio.run(main())
