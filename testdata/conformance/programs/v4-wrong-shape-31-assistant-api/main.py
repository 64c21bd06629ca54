import asyncio
from autogen_agentchat.messages import TextMessage
from autogen_core import CancellationToken
from autogen_ext.agents.openai import OpenAIAssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


async def main():
    agent = OpenAIAssistantAgent(
        name="math_tutor",
        description="Helps with math",
        client=OpenAIChatCompletionClient(model="gpt-4o"),
        model="gpt-4o",
        instructions="You are a math tutor.",
    )
    print(await agent.on_messages([TextMessage(content="2+2", source="user")], CancellationToken()))


asyncio.run(main())
