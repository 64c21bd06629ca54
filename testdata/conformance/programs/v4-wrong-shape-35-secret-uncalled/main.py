import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    openai_api_key: SecretStr


settings = Settings()
client = OpenAIChatCompletionClient(
    model="gpt-4o",
    api_key=settings.openai_api_key.get_secret_value,
)
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
