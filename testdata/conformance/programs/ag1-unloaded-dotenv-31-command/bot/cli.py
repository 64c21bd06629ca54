import asyncio

from ag2 import Agent
from ag2.config import OpenAIConfig


async def chat() -> None:
    agent = Agent("bot", config=OpenAIConfig(model="gpt-4o-mini"))
    reply = await agent.ask("hello")
    print(reply.body)


def main() -> None:
    asyncio.run(chat())
