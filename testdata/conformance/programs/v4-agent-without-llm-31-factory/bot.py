import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.ollama import OllamaChatCompletionClient
from autogen_ext.models.openai import OpenAIChatCompletionClient

PROVIDER = "azure"


def get_client(provider: str = PROVIDER):
    if provider == "openai":
        return OpenAIChatCompletionClient(model="gpt-4o")
    elif provider == "ollama":
        return OllamaChatCompletionClient(model="llama3.2")
    return None


def get_agent():
    return AssistantAgent("bot", model_client=get_client())
