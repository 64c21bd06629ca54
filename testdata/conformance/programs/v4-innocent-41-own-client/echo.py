from typing import Any, AsyncGenerator, Mapping, Optional, Sequence

from autogen_core import CancellationToken
from autogen_core.models import ChatCompletionClient, CreateResult, LLMMessage, ModelInfo, RequestUsage


class EchoClient(ChatCompletionClient):
    def __init__(self, api_key: str = "", base_url: str = "http://example.com"):
        self.api_key = api_key
        self.base_url = base_url

    async def create(self, messages: Sequence[LLMMessage], **kwargs: Any) -> CreateResult:
        return CreateResult(finish_reason="stop", content=str(messages[-1].content), usage=RequestUsage(0, 0), cached=False)

    async def create_stream(self, messages, **kwargs):
        yield "x"

    async def close(self) -> None:
        pass

    def actual_usage(self):
        return RequestUsage(0, 0)

    def total_usage(self):
        return RequestUsage(0, 0)

    def count_tokens(self, messages, **kwargs) -> int:
        return 1

    def remaining_tokens(self, messages, **kwargs) -> int:
        return 1

    @property
    def capabilities(self):
        return self.model_info

    @property
    def model_info(self) -> ModelInfo:
        return {"vision": False, "function_calling": True, "json_output": True, "family": "unknown", "structured_output": False}
