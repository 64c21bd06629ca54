import asyncio
import os
from dataclasses import dataclass
from typing import Callable

from autogen_core import AgentId, MessageContext, RoutedAgent, SingleThreadedAgentRuntime, message_handler
from autogen_core.models import ChatCompletionClient, UserMessage
from autogen_ext.models.ollama import OllamaChatCompletionClient
from autogen_ext.models.openai import OpenAIChatCompletionClient


@dataclass
class Ask:
    text: str


class Worker(RoutedAgent):
    def __init__(self, client: ChatCompletionClient):
        super().__init__("worker")
        self.client = client

    @message_handler
    async def on_ask(self, message: Ask, ctx: MessageContext) -> Ask:
        r = await self.client.create([UserMessage(content=message.text, source="u")])
        return Ask(str(r.content))


CLIENTS: dict[str, Callable[[], ChatCompletionClient]] = {
    "openai": lambda: OpenAIChatCompletionClient(model="gpt-4o", api_key=os.environ["OPENAI_API_KEY"]),
    "ollama": lambda: OllamaChatCompletionClient(model="llama3.2"),
}


async def main():
    runtime = SingleThreadedAgentRuntime()
    client = CLIENTS[os.getenv("BACKEND", "ollama")]()
    await Worker.register(runtime, "worker", lambda: Worker(client))
    runtime.start()
    print(await runtime.send_message(Ask("hi"), AgentId("worker", "x")))
    await runtime.stop_when_idle()


asyncio.run(main())
