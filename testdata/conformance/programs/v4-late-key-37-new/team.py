from autogen_agentchat.agents import AssistantAgent

from llm import Llm


def build(name):
    return AssistantAgent(name, model_client=Llm().client)


default = build("default")
