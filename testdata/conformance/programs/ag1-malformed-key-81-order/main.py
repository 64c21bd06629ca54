import asyncio
import os
from ag2 import Agent
from ag2.config import OpenAIConfig

agent = Agent("a", config=OpenAIConfig(os.environ["OPENAI_API_KEY"], "gpt-4o-mini"))
print(asyncio.run(agent.ask("hi")))
