import asyncio
import os

import yaml
from autogen_agentchat.agents import AssistantAgent
from autogen_core.models import ChatCompletionClient
from dotenv import load_dotenv


def load_config(path):
    load_dotenv()
    with open(path) as f:
        return yaml.safe_load(os.path.expandvars(f.read()))


async def main():
    cfg = load_config("config.yml")
    client = ChatCompletionClient.load_component(cfg["llm"])
    print(await AssistantAgent("a", client).run(task="hi"))


asyncio.run(main())
