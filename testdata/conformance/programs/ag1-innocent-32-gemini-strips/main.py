import asyncio
from ag2 import Agent
from ag2.config import GeminiConfig

key = open("key.txt").read()
print(asyncio.run(Agent("g", config=GeminiConfig(model="gemini-2.5-flash", api_key=key)).ask("hi")).body)
