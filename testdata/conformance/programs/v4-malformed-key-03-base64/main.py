import asyncio
import base64

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

BLOB = "c2stcHJvai1jbnJ5b2tjMDVPdjI2UHFVYjgzRHgK"


def key():
    return base64.b64decode(BLOB).decode("utf-8")


client = OpenAIChatCompletionClient(model="gpt-4o", api_key=key())
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
