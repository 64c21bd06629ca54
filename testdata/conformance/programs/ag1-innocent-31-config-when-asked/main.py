import asyncio
from ag2 import Agent
from ag2.config import OllamaConfig

agent = Agent("anyone", "You answer.")

async def main():
    for model in ("llama3.2", "qwen2.5"):
        reply = await agent.ask("hi", config=OllamaConfig(model=model))
        print(model, reply.body)

asyncio.run(main())
