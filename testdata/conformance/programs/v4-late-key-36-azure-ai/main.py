import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.azure import AzureAIChatCompletionClient
from azure.core.credentials import AzureKeyCredential
from dotenv import load_dotenv

CREDENTIAL = AzureKeyCredential(os.getenv("GITHUB_TOKEN"))
INFO = {"vision": False, "function_calling": True, "json_output": True, "family": "gpt-4o", "structured_output": True}


async def main():
    load_dotenv()
    client = AzureAIChatCompletionClient(model="gpt-4o-mini", endpoint="https://models.inference.ai.azure.com", credential=CREDENTIAL, model_info=INFO)
    print(await AssistantAgent("a", client).run(task="hi"))
    await client.close()


asyncio.run(main())
