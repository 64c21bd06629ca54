import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.ui import Console
from autogen_ext.models.openai import OpenAIChatCompletionClient

# Create DeepSeek client
model_client = OpenAIChatCompletionClient(
    model="deepseek-chat",
    base_url="https://api.deepseek.com/v1",
    api_key=os.getenv("sk-cnrya19f7a3c91be0d54e2a"),
    model_info={
        "vision": False,
        "function_calling": True,
        "json_output": True,
        "family": "r1",
        "structured_output": True,
    },
)


async def main():
    agent = AssistantAgent(name="assistant", model_client=model_client)
    await Console(agent.run_stream(task="讲一个笑话"))


asyncio.run(main())
