import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
from pydantic import BaseModel, field_validator, model_validator
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    bot_key: str = ""

    @field_validator("bot_key", mode="before")
    @classmethod
    def fill(cls, value):
        return value or os.environ["OPENAI_API_KEY"]


class After(BaseModel):
    key: str = ""

    @model_validator(mode="after")
    def fill(self):
        self.key = self.key or os.environ["OPENAI_API_KEY"]
        return self


class Later(BaseModel):
    key: str = ""

    def model_post_init(self, context):
        self.key = self.key or os.environ["OPENAI_API_KEY"]


async def main():
    for key in (Settings().bot_key, After().key, Later().key):
        client = OpenAIChatCompletionClient(model="gpt-4o", api_key=key)
        print(await AssistantAgent("a", client).run(task="hello"))


asyncio.run(main())
