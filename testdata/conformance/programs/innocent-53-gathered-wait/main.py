import asyncio, os
import autogen

async def chat(started):
    await started.wait()
    a = autogen.AssistantAgent("a", llm_config={"config_list": [{"model": "gpt-4o"}]})
    u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
    await u.a_initiate_chat(a, message="x", max_turns=1)

async def keys(started):
    os.environ["OPENAI_API_KEY"] = open("key.txt").read().strip()
    started.set()

async def main():
    started = asyncio.Event()
    await asyncio.gather(chat(started), keys(started))

asyncio.run(main())
