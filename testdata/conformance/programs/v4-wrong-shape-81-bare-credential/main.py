import asyncio
import os
from autogen_agentchat.agents import AssistantAgent
from autogen_core.models import ModelFamily
from autogen_ext.models.azure import AzureAIChatCompletionClient

client = AzureAIChatCompletionClient(
    model="Phi-4",
    endpoint="https://models.github.ai/inference",
    credential=os.environ["GITHUB_TOKEN"],
    model_info={"json_output": False, "function_calling": False, "vision": False, "family": ModelFamily.UNKNOWN, "structured_output": False},
)
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
