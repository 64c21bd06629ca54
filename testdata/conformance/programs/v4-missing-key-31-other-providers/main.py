import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
from dotenv import load_dotenv

load_dotenv()

model_client = OpenAIChatCompletionClient(
    model="deepseek-chat",
    base_url="https://api.deepseek.com",
    api_key=os.environ["DEEPSEEK_API_KEY"],
    model_info={"vision": False, "function_calling": True, "json_output": True, "family": "unknown", "structured_output": False},
)


async def main():
    agent = AssistantAgent("coder", model_client=model_client)
    print(await agent.run(task="Write hello world in C"))


asyncio.run(main())
