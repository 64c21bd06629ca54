import asyncio
import os
from functools import reduce
from operator import or_

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

LAYERS = [
    {"model": "gpt-4o", "temperature": 0},
    {"model": "mistral-large-latest", "base_URL": "https://api.mistral.ai/v1"},
    {"api_key": os.environ["MISTRAL_API_KEY"]},
    {"model_info": {"vision": False, "function_calling": True, "json_output": True, "family": "unknown", "structured_output": False}},
]
client = OpenAIChatCompletionClient(**reduce(or_, LAYERS))
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
