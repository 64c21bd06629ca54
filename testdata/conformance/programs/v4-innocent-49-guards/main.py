import asyncio
import os
import re
import sys

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

first = os.environ.get("FIRST_KEY", "")
second = os.environ.get("SECOND_KEY", "")
third = os.environ.get("THIRD_KEY", "")
fourth = os.environ.get("FOURTH_KEY", "")
if not all((first, second)):
    sys.exit("FIRST_KEY and SECOND_KEY have to be set")
if len(third) < 8:
    sys.exit("THIRD_KEY has to be set")
if not re.match(r"[\w-]+", fourth) or "" in (first, fourth):
    sys.exit("FOURTH_KEY has to be set")


async def main():
    for key in (first, second, third, fourth):
        client = OpenAIChatCompletionClient(model="gpt-4o", api_key=key)
        print(await AssistantAgent("a", client).run(task="hello"))


asyncio.run(main())
