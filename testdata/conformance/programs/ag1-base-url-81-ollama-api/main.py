import asyncio
from ag2 import Agent
from ag2.config import OllamaConfig

agent = Agent("a", config=OllamaConfig(model="llama3.2", host="http://localhost:11434/api"))
print(asyncio.run(agent.ask("hi")))
