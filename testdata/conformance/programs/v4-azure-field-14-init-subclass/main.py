import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient, OpenAIChatCompletionClient


class Backend:
    registry = {}

    def __init_subclass__(cls, name, **kwargs):
        super().__init_subclass__(**kwargs)
        Backend.registry[name] = cls

    def client(self):
        raise NotImplementedError


class OpenAI(Backend, name="openai"):
    def client(self):
        return OpenAIChatCompletionClient(model="gpt-4o")


class Azure(Backend, name="azure"):
    def client(self):
        os.environ.pop("OPENAI_API_VERSION", None)
        return AzureOpenAIChatCompletionClient(
            model="gpt-4o", azure_deployment="gpt-4o", azure_endpoint="https://fabrikam-uk.openai.azure.com", api_key=os.environ["AZURE_OPENAI_API_KEY"]
        )


client = Backend.registry["azure"]().client()
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
