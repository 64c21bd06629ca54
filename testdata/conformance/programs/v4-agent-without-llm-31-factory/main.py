import asyncio

from bot import get_agent

asyncio.run(get_agent().run(task="hello"))
