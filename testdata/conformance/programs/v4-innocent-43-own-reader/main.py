import asyncio
import os

import envfile

envfile.load()

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

client = OpenAIChatCompletionClient(
    model="llama-3.1-8b-instant", base_url="https://api.groq.com/openai/v1", api_key=os.environ["GROQ_API_KEY"],
    model_info={"vision": False, "function_calling": True, "json_output": True, "family": "unknown", "structured_output": False},
)
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
