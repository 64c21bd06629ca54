import asyncio
import os
from contextlib import contextmanager

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


@contextmanager
def without(*names):
    saved = {n: os.environ.pop(n, None) for n in names}
    try:
        yield
    finally:
        os.environ.update({k: v for k, v in saved.items() if v is not None})


async def main():
    with without("OPENAI_API_KEY", "OPENAI_ORG_ID"):
        client = OpenAIChatCompletionClient(model="gpt-4o")
        print(await AssistantAgent("a", model_client=client).run(task="hello"))


asyncio.run(main())
