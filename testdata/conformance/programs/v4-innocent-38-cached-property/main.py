import asyncio
import os
from functools import cached_property

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class Bot:
    def __init__(self, key_file: str):
        self.key_file = key_file

    @cached_property
    def client(self):
        return OpenAIChatCompletionClient(model="gpt-4o")

    def login(self):
        with open(self.key_file) as f:
            for line in f:
                name, _, value = line.strip().partition("=")
                os.environ[name] = value

    async def chat(self, text):
        return await AssistantAgent("a", self.client).run(task=text)


bot = Bot("keys.env")
bot.login()
print(asyncio.run(bot.chat("hi")))
