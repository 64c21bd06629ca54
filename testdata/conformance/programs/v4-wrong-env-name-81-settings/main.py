import asyncio
from pydantic_settings import BaseSettings, SettingsConfigDict
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")
    openai_api_key: str
    model: str = "gpt-4o-mini"


settings = Settings()


async def main():
    client = OpenAIChatCompletionClient(model=settings.model, api_key=settings.openai_api_key)
    print(await AssistantAgent("a", client).run(task="hi"))


asyncio.run(main())
