import asyncio
import os
from dataclasses import replace

from ag2 import Agent
from ag2.config import OpenAIConfig

base = OpenAIConfig(model="gpt-4o", api_key="")


async def main():
    agent = Agent("helper", config=base)
    reply = await agent.ask("hello", config=replace(base, api_key=os.environ["OPENAI_API_KEY"]))
    print(reply.body)


asyncio.run(main())
