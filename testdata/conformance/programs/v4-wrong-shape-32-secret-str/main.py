import asyncio
from pydantic import BaseModel, SecretStr
from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


class Settings(BaseModel):
    openai_api_key: SecretStr = SecretStr("sk-proj-cnryokr322Ik8Ol9Pm0Nj1")


settings = Settings()
client = OpenAIChatCompletionClient(
    model="gpt-4o",
    api_key=settings.openai_api_key,
)
print(asyncio.run(AssistantAgent("a", client).run(task="hi")))
