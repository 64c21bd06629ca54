import asyncio
import os

import autogen


async def fetch_secret(name):
    await asyncio.sleep(0)
    return {"openai": "sk-proj-cnryokLgEVMXIYuWFnM89hHElfq1Azd8"}[name]


async def main():
    assistant = autogen.AssistantAgent("assistant", llm_config={"model": "gpt-4o", "api_key": await fetch_secret("openai")})
    user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
    await user.a_initiate_chat(assistant, message="hi", max_turns=1)


asyncio.run(main())
