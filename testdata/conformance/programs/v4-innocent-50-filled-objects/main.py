import asyncio
import json
import os
from dataclasses import dataclass

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class Settings:
    key = ""
    model = ""

    def __init__(self, **values):
        self.__dict__.update(values)


@dataclass(frozen=True)
class Frozen:
    key: str = ""
    model: str = "gpt-4o"

    def __post_init__(self):
        object.__setattr__(self, "key", self.key or os.environ["OPENAI_API_KEY"])


class Loaded:
    key = ""
    model = ""

    def load(self, values):
        for name, value in values.items():
            setattr(self, name, value)
        vars(self).update(key=os.environ["OPENAI_API_KEY"])
        return self


with open("settings.json") as f:
    values = json.load(f)


async def main():
    for options in (Settings(key=os.environ["OPENAI_API_KEY"], **values), Frozen(), Loaded().load(values)):
        client = OpenAIChatCompletionClient(model=options.model, api_key=options.key)
        print(await AssistantAgent("a", client).run(task="hello"))


asyncio.run(main())
