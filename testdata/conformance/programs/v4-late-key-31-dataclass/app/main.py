import asyncio

from autogen_agentchat.agents import AssistantAgent
from dotenv import load_dotenv

from .clients import build_client
from .settings import Settings


async def run() -> None:
    load_dotenv()
    settings = Settings()
    client = build_client(settings)
    agent = AssistantAgent("groq_agent", model_client=client)
    print(await agent.run(task="Name three rivers"))
    await client.close()
