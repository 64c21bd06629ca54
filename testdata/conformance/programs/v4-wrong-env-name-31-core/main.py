import asyncio
import os
from dataclasses import dataclass

from autogen_core import AgentId, MessageContext, RoutedAgent, SingleThreadedAgentRuntime, message_handler
from autogen_core.models import ChatCompletionClient, SystemMessage, UserMessage
from autogen_ext.models.openai import OpenAIChatCompletionClient


@dataclass
class Message:
    content: str


class SimpleAgent(RoutedAgent):
    def __init__(self, model_client: ChatCompletionClient) -> None:
        super().__init__("A simple agent")
        self._system_messages = [SystemMessage(content="You are a helpful AI assistant.")]
        self._model_client = model_client

    @message_handler
    async def handle_user_message(self, message: Message, ctx: MessageContext) -> Message:
        user_message = UserMessage(content=message.content, source="user")
        response = await self._model_client.create(self._system_messages + [user_message], cancellation_token=ctx.cancellation_token)
        return Message(content=response.content)


ENV = {
    "OPENAI_APIKEY": "sk-proj-cnryokc33Bg5VfCdXsZaQw",
    "HF_HOME": "/tmp/hf",
}


async def main() -> None:
    os.environ.update(ENV)
    runtime = SingleThreadedAgentRuntime()
    model_client = OpenAIChatCompletionClient(model="gpt-4o-mini")
    await SimpleAgent.register(runtime, "simple_agent", lambda: SimpleAgent(model_client=model_client))
    runtime.start()
    response = await runtime.send_message(Message("Hello, what are some fun things to do in Seattle?"), AgentId("simple_agent", "default"))
    print(response.content)
    await runtime.stop()
    await model_client.close()


asyncio.run(main())
