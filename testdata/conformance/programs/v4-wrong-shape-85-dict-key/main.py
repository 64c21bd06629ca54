import asyncio
import json
import os
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

with open("secrets.json") as f:
    secrets = json.load(f)
client = OpenAIChatCompletionClient(model="gpt-4o-mini", api_key=secrets["openai"])
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
