import asyncio
import os
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient

async def main():
    model_client = OpenAIChatCompletionClient(
        model=os.getenv("MODEL_ID", "gpt4o-mini"),
        api_key=os.environ.get("OPENAI_API_KEY"),
    )
    print(await AssistantAgent("a", model_client).run(task="hi"))

asyncio.run(main())
