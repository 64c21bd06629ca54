import asyncio

from autogen_agentchat.agents import AssistantAgent

from services.llm import get_llm


async def main():
    planner = AssistantAgent("planner", model_client=get_llm())
    coder = AssistantAgent("coder", model_client=get_llm())
    print(await planner.run(task="plan"))
    print(await coder.run(task="code"))


asyncio.run(main())
