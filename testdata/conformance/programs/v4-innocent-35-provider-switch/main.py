import asyncio
import os
from enum import Enum

from autogen_agentchat.agents import AssistantAgent
from autogen_core.models import ChatCompletionClient
from autogen_ext.models.anthropic import AnthropicChatCompletionClient
from autogen_ext.models.ollama import OllamaChatCompletionClient
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient, OpenAIChatCompletionClient


class Provider(str, Enum):
    OPENAI = "openai"
    AZURE = "azure"
    ANTHROPIC = "anthropic"
    OLLAMA = "ollama"


def create(provider: Provider) -> ChatCompletionClient:
    match provider:
        case Provider.OPENAI:
            return OpenAIChatCompletionClient(model="gpt-4o", api_key=os.environ["OPENAI_API_KEY"])
        case Provider.AZURE:
            return AzureOpenAIChatCompletionClient(
                model="gpt-4o",
                azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
                api_version="2024-10-21",
                api_key=os.environ["AZURE_OPENAI_API_KEY"],
            )
        case Provider.ANTHROPIC:
            return AnthropicChatCompletionClient(model="claude-3-5-sonnet-latest")
        case Provider.OLLAMA:
            return OllamaChatCompletionClient(model="llama3.2", host="http://localhost:11434")
    raise ValueError(provider)


async def main():
    client = create(Provider(os.getenv("LLM_PROVIDER", "ollama")))
    print(await AssistantAgent("a", client).run(task="hi"))


asyncio.run(main())
