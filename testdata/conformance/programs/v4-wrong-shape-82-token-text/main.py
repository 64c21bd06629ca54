import asyncio
import os
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient

client = AzureOpenAIChatCompletionClient(
    model="gpt-4o",
    azure_deployment="gpt-4o",
    azure_endpoint="https://contoso.openai.azure.com/",
    api_version="2024-06-01",
    azure_ad_token_provider=os.environ["ENTRA_TOKEN"],
)
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
