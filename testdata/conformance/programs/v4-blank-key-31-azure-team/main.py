import asyncio

from autogen_agentchat.agents import AssistantAgent, UserProxyAgent
from autogen_agentchat.conditions import TextMentionTermination
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient

az_model_client = AzureOpenAIChatCompletionClient(
    azure_deployment="gpt-4o",
    model="gpt-4o-2024-11-20",
    api_version="2024-06-01",
    azure_endpoint="https://contoso-dev.openai.azure.com/",
    api_key="",  # for key-based authentication
)

planner = AssistantAgent("planner", model_client=az_model_client, description="Plans trips.")
guide = AssistantAgent("guide", model_client=az_model_client, description="Local guide.")
team = RoundRobinGroupChat([planner, guide], termination_condition=TextMentionTermination("TERMINATE"))


async def main():
    async for message in team.run_stream(task="Plan a 3 day trip to Nepal."):
        print(message)


asyncio.run(main())
