import asyncio
import os

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class OpenRouterClient(OpenAIChatCompletionClient):
    URL = "https://openrouter.ai/api/v1/chat/completions"

    def __init__(self, model: str, **kwargs):
        kwargs.setdefault("base_url", self.URL)
        kwargs.setdefault("api_key", os.environ["OPENROUTER_API_KEY"])
        kwargs["model_info"] = {"vision": False, "function_calling": True, "json_output": True, "family": "unknown", "structured_output": False}
        super().__init__(model=model, **kwargs)


agent = AssistantAgent("router", OpenRouterClient("google/gemma-2-9b-it"))
print(asyncio.run(agent.run(task="hi")))
