from abc import ABC, abstractmethod

from autogen_core.models import ChatCompletionClient


class Provider(ABC):
    options: dict = {}

    @abstractmethod
    def create(self) -> ChatCompletionClient:
        ...

    def __call__(self):
        return self.create()
