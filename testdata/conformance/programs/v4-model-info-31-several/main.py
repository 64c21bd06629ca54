import asyncio

from autogen_agentchat.agents import AssistantAgent

from factory import load_models


async def main():
    models = load_models()
    print(await AssistantAgent("fast", models["fast"]).run(task="hi"))
    print(await AssistantAgent("smart", models["smart"]).run(task="hi"))


if __name__ == "__main__":
    asyncio.run(main())
