from .base import Provider
from .openai_provider import OpenAIProvider

__all__ = ["Provider", "OpenAIProvider"]
