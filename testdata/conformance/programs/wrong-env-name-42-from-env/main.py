from __future__ import annotations

import os
from dataclasses import dataclass

import autogen
from dotenv import load_dotenv


@dataclass(frozen=True)
class LLMSettings:
    model: str
    api_key: str
    temperature: float = 0.0

    @classmethod
    def from_env(cls) -> "LLMSettings":
        load_dotenv()
        return cls(
            model=os.getenv("LLM_MODEL", "gpt-4o-mini"),
            api_key=os.environ["OPENAI_APIKEY"],
            temperature=float(os.getenv("LLM_TEMPERATURE", "0.1")),
        )

    def to_autogen(self) -> dict:
        return {
            "config_list": [{"model": self.model, "api_key": self.api_key}],
            "temperature": self.temperature,
            "cache_seed": None,
        }


class Orchestrator:
    def __init__(self, settings: LLMSettings | None = None) -> None:
        self._settings = settings or LLMSettings.from_env()
        self._agents: dict[str, autogen.ConversableAgent] = {}

    def agent(self, name: str, prompt: str) -> autogen.ConversableAgent:
        if name not in self._agents:
            self._agents[name] = autogen.AssistantAgent(name, system_message=prompt, llm_config=self._settings.to_autogen())
        return self._agents[name]

    def run(self, message: str):
        user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
        return user.initiate_chat(self.agent("writer", "You write."), message=message, max_turns=1)


if __name__ == "__main__":
    print(Orchestrator().run("hello").summary)
