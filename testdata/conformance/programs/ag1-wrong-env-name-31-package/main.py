import asyncio

from crew.agents import lead

print(asyncio.run(lead.ask("Write a haiku")).body)
