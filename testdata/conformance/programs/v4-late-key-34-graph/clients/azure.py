from autogen_ext.models.openai import AzureOpenAIChatCompletionClient

azure_client = AzureOpenAIChatCompletionClient(model="gpt-4o", azure_deployment="gpt-4o", api_version="2024-06-01")
