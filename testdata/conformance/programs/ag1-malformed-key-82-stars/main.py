import asyncio
import os
from pydantic import SecretStr
from ag2 import Agent
from ag2.config import OpenAIConfig

KEY = SecretStr(os.environ["OPENAI_API_KEY"])
agent = Agent("a", config=OpenAIConfig(model="gpt-4o-mini", api_key=f"{KEY}"))
print(asyncio.run(agent.ask("hi")))
