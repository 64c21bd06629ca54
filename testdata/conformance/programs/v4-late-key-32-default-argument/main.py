import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
from dotenv import load_dotenv


def deepseek(model="deepseek-chat", api_key=os.getenv("DEEPSEEK_API_KEY")):
    return OpenAIChatCompletionClient(
        model=model,
        api_key=api_key,
        base_url="https://api.deepseek.com/v1",
        model_info={
            "vision": False,
            "function_calling": True,
            "json_output": True,
            "family": "unknown",
            "structured_output": False,
        },
    )


async def main():
    load_dotenv()
    client = deepseek()
    agent = AssistantAgent("tutor", client)
    res = await agent.run(task="Explain recursion in one sentence.")
    print(res.messages[-1].content)


if __name__ == "__main__":
    asyncio.run(main())
