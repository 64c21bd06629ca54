from dataclasses import dataclass, field
from typing import List

from autogen import AssistantAgent, UserProxyAgent


@dataclass
class ModelSettings:
    model: str = "gpt-4o-mini"
    api_key: str = ""
    temperature: float = 0.0

    def as_entry(self):
        return {"model": self.model, "api_key": self.api_key}


@dataclass
class TeamSettings:
    models: List[ModelSettings] = field(default_factory=lambda: [ModelSettings()])

    @property
    def llm_config(self):
        return {"config_list": [m.as_entry() for m in self.models], "temperature": 0}


def main():
    settings = TeamSettings()
    agent = AssistantAgent("agent", llm_config=settings.llm_config)
    user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
    user.initiate_chat(agent, message="ping", max_turns=1)


main()
