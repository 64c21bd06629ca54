import asyncio
import os

import autogen


async def fetch_secret():
    await asyncio.sleep(0)
    os.environ["OPENAI_API_KEY"] = "sk-proj-cnryokdm4JgS5Jor7akMDW238IVjIbZG"


async def main():
    assistant = autogen.AssistantAgent("assistant", llm_config={"model": "gpt-4o"})
    user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
    await fetch_secret()
    await user.a_initiate_chat(assistant, message="hi", max_turns=1)


asyncio.run(main())
