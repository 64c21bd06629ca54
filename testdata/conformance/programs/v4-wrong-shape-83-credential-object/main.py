import asyncio
from azure.identity import DefaultAzureCredential
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient

credential = DefaultAzureCredential()
client = AzureOpenAIChatCompletionClient(
    model="gpt-4o",
    azure_deployment="gpt-4o",
    azure_endpoint="https://contoso.openai.azure.com/",
    api_version="2024-06-01",
    azure_ad_token_provider=credential,
)
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
