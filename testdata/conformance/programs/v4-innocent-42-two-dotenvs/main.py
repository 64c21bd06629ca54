import asyncio
import os
from dotenv import load_dotenv
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

load_dotenv(".env.local")
load_dotenv(".env")

client = OpenAIChatCompletionClient(model=os.environ["MODEL"])
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
