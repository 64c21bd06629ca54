import asyncio
import os
from pydantic import BaseModel, SecretStr
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class LLM(BaseModel):
    model: str = "gpt-4o-mini"
    api_key: SecretStr


llm = LLM(api_key=os.environ["OPENAI_API_KEY"])
client = OpenAIChatCompletionClient(**llm.model_dump())
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
