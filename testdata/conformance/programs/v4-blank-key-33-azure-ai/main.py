import asyncio
import os

from autogen_core.models import UserMessage
from autogen_ext.models.azure import AzureAIChatCompletionClient
from azure.core.credentials import AzureKeyCredential

token = os.environ.get("GITHUB_TOKEN", "")


async def main():
    client = AzureAIChatCompletionClient(
        model="gpt-4o-mini",
        endpoint="https://models.inference.ai.azure.com",
        credential=AzureKeyCredential(token),
        model_info={"vision": False, "function_calling": True, "json_output": True, "family": "gpt-4o", "structured_output": True},
    )
    print(await client.create([UserMessage(content="hi", source="user")]))
    await client.close()


asyncio.run(main())
