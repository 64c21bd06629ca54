import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.ollama import OllamaChatCompletionClient
from autogen_ext.models.openai import OpenAIChatCompletionClient


class Credentials:
    def __init__(self, name):
        self.key = os.environ.get(name, "")

    def __bool__(self):
        return self.key != ""


credentials = Credentials("OPENAI_API_KEY")
client = OpenAIChatCompletionClient(model="gpt-4o", api_key=credentials.key) if credentials else OllamaChatCompletionClient(model="llama3.2")
print(asyncio.run(AssistantAgent("a", client).run(task="hello")))
