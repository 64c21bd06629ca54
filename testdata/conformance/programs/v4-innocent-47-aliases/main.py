import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
from pydantic import AliasChoices, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic_settings import BaseSettings

os.environ["OPENAI_API_KEY"] = "sk-proj-cnryokc03Mt04NoSz61Bv"


class Named(BaseModel):
    key: str = Field("", alias="apiKey")


class Generated(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)
    api_key: str = ""


class Choices(BaseSettings):
    key: str = Field("", validation_alias=AliasChoices("TEAM_KEY", "OPENAI_API_KEY"))


class Prefixed(BaseSettings, env_prefix="OPENAI_"):
    api_key: str = ""


async def main():
    value = os.environ["OPENAI_API_KEY"]
    for key in (Named(apiKey=value).key, Generated(apiKey=value).api_key, Choices().key, Prefixed().api_key):
        client = OpenAIChatCompletionClient(model="gpt-4o", api_key=key)
        print(await AssistantAgent("a", client).run(task="hello"))


asyncio.run(main())
