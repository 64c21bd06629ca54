import asyncio

from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import DiGraphBuilder, GraphFlow
from clients import azure_client
from dotenv import load_dotenv


def flow():
    a = AssistantAgent("a", model_client=azure_client)
    b = AssistantAgent("b", model_client=azure_client)
    builder = DiGraphBuilder()
    builder.add_node(a).add_node(b)
    builder.add_edge(a, b)
    return GraphFlow([a, b], graph=builder.build())


if __name__ == "__main__":
    load_dotenv()
    print(asyncio.run(flow().run(task="draft")))
