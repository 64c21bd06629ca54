import asyncio
import os
from autogen_agentchat.agents import AssistantAgent
from autogen_core.models import ChatCompletionClient

MODEL = {
    "provider": "openai",
    "config": {"model": "gpt-4o", "api_key": os.environ.get("OPENAI_API_KEY")},
}

async def main():
    client = ChatCompletionClient.load_component(MODEL)
    agent = AssistantAgent("a", client)
    print(await agent.run(task="x"))

asyncio.run(main())
