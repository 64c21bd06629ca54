import asyncio
import os

import team

os.environ["OPENAI_API_KEY"] = "sk-proj-cnryokc02Ls93MnRy50Au"


async def main():
    print(await team.build("a").run(task="hello"))


asyncio.run(main())
