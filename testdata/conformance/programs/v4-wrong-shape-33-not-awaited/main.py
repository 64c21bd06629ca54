import asyncio
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.ollama import OllamaChatCompletionClient

async def get_client():
    return OllamaChatCompletionClient(model="llama3.2")

async def main():
    agent = AssistantAgent("helper", model_client=get_client())
    print(await agent.run(task="hi"))

asyncio.run(main())
