import asyncio
import logging

from autogen_core.models import UserMessage
from autogen_ext.models.anthropic import AnthropicChatCompletionClient
from autogen_ext.models.ollama import OllamaChatCompletionClient
from autogen_ext.models.openai import OpenAIChatCompletionClient

FACTORIES = [
    lambda: OpenAIChatCompletionClient(model="gpt-4o"),
    lambda: AnthropicChatCompletionClient(model="claude-3-5-sonnet-latest"),
    lambda: OllamaChatCompletionClient(model="llama3.2"),
]


async def first_answer(text):
    for factory in FACTORIES:
        try:
            client = factory()
            result = await client.create([UserMessage(content=text, source="user")])
        except Exception as error:
            logging.warning("next one, since %s", error)
            continue
        return result.content
    raise RuntimeError("nobody answers")


print(asyncio.run(first_answer("hi")))
