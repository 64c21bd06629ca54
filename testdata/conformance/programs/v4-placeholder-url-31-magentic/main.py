import asyncio

from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import MagenticOneGroupChat
from autogen_agentchat.ui import Console
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient

import settings


async def main():
    client = AzureOpenAIChatCompletionClient(**settings.AZURE)
    assistant = AssistantAgent("Assistant", model_client=client)
    team = MagenticOneGroupChat([assistant], model_client=client)
    await Console(team.run_stream(task="Provide a different proof for Fermat's Last Theorem"))


asyncio.run(main())
