import os

from autogen_ext.models.openai import OpenAIChatCompletionClient

from .base import Provider


class OpenAIProvider(Provider):
    options = {
        "model": "gpt-4o",
        "azure_deployment": "gpt-4o",
        "azure_endpoint": "https://contoso.openai.azure.com",
        "api_version": "2024-06-01",
    }

    def create(self):
        return OpenAIChatCompletionClient(**self.options, api_key=os.environ["AZURE_OPENAI_API_KEY"])
