import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
from pydantic import BaseModel


class Options(BaseModel):
    model: str = "gpt-4o"
    api_key: str = ""

    def __init__(self, **data):
        data.setdefault("api_key", os.environ["OPENAI_API_KEY"])
        super().__init__(**data)


client = OpenAIChatCompletionClient(**dict(Options()))
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
