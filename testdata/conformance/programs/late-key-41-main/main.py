import asyncio

from dotenv import load_dotenv

from agents import coder, user


async def main():
    load_dotenv()
    await user.a_initiate_chat(coder, message="write hello world", max_turns=1)


asyncio.run(main())
