import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class Vault:
    async def __aenter__(self):
        self.secrets = {"openai": os.environ["OPENAI_API_KEY"], "search": "none"}
        return self

    async def __aexit__(self, *_):
        self.secrets = {}

    async def __aiter__(self):
        for name, value in self.secrets.items():
            yield name, value


async def main():
    key = ""
    async with Vault() as vault:
        async for name, value in vault:
            if name == "openai":
                key = value
    client = OpenAIChatCompletionClient(model="gpt-4o", api_key=key)
    print(await AssistantAgent("assistant", model_client=client).run(task="hi"))


asyncio.run(main())
