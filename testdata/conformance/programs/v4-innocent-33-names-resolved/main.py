import asyncio
import json
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


def resolve(value):
    if isinstance(value, str) and value.startswith("env:"):
        return os.environ.get(value[4:])
    return value


def clients(path="models.json"):
    raw = json.load(open(path))
    return {name: OpenAIChatCompletionClient(**{k: resolve(v) for k, v in entry.items()}) for name, entry in raw.items() if name != "gpt" or os.environ.get("OPENAI_API_KEY")}


async def main():
    print(await AssistantAgent("a", clients()["local"]).run(task="hi"))


asyncio.run(main())
