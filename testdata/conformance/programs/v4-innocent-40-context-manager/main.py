import asyncio
import functools
import os
import time
from contextlib import asynccontextmanager

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


def retry(times=2):
    def wrap(fn):
        @functools.wraps(fn)
        async def inner(*args, **kwargs):
            for i in range(times):
                try:
                    return await fn(*args, **kwargs)
                except TimeoutError:
                    time.sleep(0)
        return inner
    return wrap


@asynccontextmanager
async def model(name, key="not-needed"):
    client = OpenAIChatCompletionClient(
        model=name, api_key=key, base_url=os.getenv("LOCAL_URL") or "http://localhost:8000/v1",
        model_info={"vision": False, "function_calling": True, "json_output": True, "family": "unknown", "structured_output": False},
    )
    try:
        yield client
    finally:
        await client.close()


@retry(times=3)
async def main():
    async with model("Qwen/Qwen2.5-7B-Instruct") as client:
        print(await AssistantAgent("a", client).run(task="hi"))


asyncio.run(main())
