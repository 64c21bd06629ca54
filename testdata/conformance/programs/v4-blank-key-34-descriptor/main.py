import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class EnvVar:
    def __init__(self, default=None):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name.upper()

    def __get__(self, obj, objtype=None):
        return os.environ.get(self.name, self.default)


class Config:
    openai_api_key = EnvVar(default="")
    openai_model = EnvVar(default="gpt-4o")


config = Config()
client = OpenAIChatCompletionClient(model=config.openai_model, api_key=config.openai_api_key)
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
