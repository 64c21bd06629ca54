import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient


class Config:
    def __init__(self) -> None:
        self.key = os.environ.get("AZURE_OPENAI_API_KEY", "")
        self.endpoint = os.environ.get("AZURE_OPENAI_ENDPOINT", "https://contoso.openai.azure.com")

    def client(self):
        return AzureOpenAIChatCompletionClient(model="gpt-4o", azure_endpoint=self.endpoint, api_version="2024-10-21", api_key=self.key)


async def talk(config: Config) -> None:
    agent = AssistantAgent("chatty", config.client())
    print(await agent.run(task="hello"))


def run() -> None:
    asyncio.run(talk(Config()))
