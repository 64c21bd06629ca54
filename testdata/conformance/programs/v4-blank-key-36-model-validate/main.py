import asyncio
import json
from pathlib import Path

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
from pydantic import BaseModel


class Options(BaseModel):
    model: str
    api_key: str
    temperature: float = 0.7


options = Options.model_validate(json.loads(Path("settings.json").read_text()))
client = OpenAIChatCompletionClient(**options.model_copy(update={"temperature": 0.0}).model_dump())
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
