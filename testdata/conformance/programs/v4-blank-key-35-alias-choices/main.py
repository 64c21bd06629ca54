import asyncio

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
from pydantic import AliasChoices, Field, field_validator
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    key: str = Field("", validation_alias=AliasChoices("OPENAI_API_KEY", "TEAM_KEY"))

    @field_validator("key")
    @classmethod
    def trim(cls, value):
        return value.strip()


client = OpenAIChatCompletionClient(model="gpt-4o", api_key=Settings().key)
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
