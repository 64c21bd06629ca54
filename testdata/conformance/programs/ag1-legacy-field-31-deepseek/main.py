import asyncio
import os
from ag2 import Agent
from ag2.config import OpenAIConfig

config = OpenAIConfig(
    model="deepseek-chat",
    api_base="https://api.deepseek.com/v1",
    api_key=os.getenv("DEEPSEEK_API_KEY"),
)

async def main():
    print((await Agent("a", config=config).ask("hi")).body)

asyncio.run(main())
