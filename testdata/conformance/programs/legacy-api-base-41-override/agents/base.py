import os
from abc import ABC, abstractmethod

from autogen import AssistantAgent, UserProxyAgent

DEFAULT_LLM = {
    "model": "gpt-4o",
    "api_key": os.getenv("OPENAI_API_KEY"),
}


class BaseAgent(ABC):
    llm: dict = DEFAULT_LLM

    def __init__(self):
        self.assistant = AssistantAgent(self.name, system_message=self.prompt(), llm_config=self.build_config())
        self.user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)

    @property
    @abstractmethod
    def name(self): ...

    @abstractmethod
    def prompt(self): ...

    def build_config(self):
        return {"config_list": [self.llm], "temperature": 0}

    def run(self, text):
        return self.user.initiate_chat(self.assistant, message=text, max_turns=1).summary
