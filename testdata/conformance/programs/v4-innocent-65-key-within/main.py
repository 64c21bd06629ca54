import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class Rotating(OpenAIChatCompletionClient):
    def take(self, key):
        self._client.api_key = key


async def main():
    plain = OpenAIChatCompletionClient(model="gpt-4o", api_key="YOUR_API_KEY")
    plain._client.api_key = os.environ["TEAM_KEY"]
    rotating = Rotating(model="gpt-4o", api_key="OPENAI_API_KEY")
    rotating.take(os.environ["TEAM_KEY"])
    for i, client in enumerate([plain, rotating]):
        print(await AssistantAgent(f"assistant_{i}", model_client=client).run(task="hi"))


asyncio.run(main())
