import os

from autogen_ext.models.openai import OpenAIChatCompletionClient

_clients = {}


def get_llm(name: str = "gpt-4o"):
    """Return a cached client"""
    if name not in _clients:
        _clients[name] = OpenAIChatCompletionClient(
            model=name,
            base_url="https://contoso-eastus.openai.azure.com/",
            api_key=os.environ["AZURE_OPENAI_API_KEY"],
        )
    return _clients[name]
