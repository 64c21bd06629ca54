import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

before = os.environ.get("OPENAI_API_KEY")
os.environ["OPENAI_API_KEY"] = ""
try:
    print(sorted(os.environ)[:1])
finally:
    if before is None:
        os.environ.pop("OPENAI_API_KEY")
    else:
        os.environ["OPENAI_API_KEY"] = before

client = OpenAIChatCompletionClient(model="gpt-4o")
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
