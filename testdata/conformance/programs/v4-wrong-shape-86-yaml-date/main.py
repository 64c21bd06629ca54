import asyncio
import yaml
from autogen_agentchat.agents import AssistantAgent
from autogen_core.models import ChatCompletionClient

with open("model_config.yaml") as f:
    config = yaml.safe_load(f)

client = ChatCompletionClient.load_component(config)
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
