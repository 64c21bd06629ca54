from pathlib import Path
from typing import Literal, Optional

import yaml
from pydantic import BaseModel, Field

from autogen import AssistantAgent, UserProxyAgent


class ModelConfig(BaseModel):
    model: str
    api_key: Optional[str] = None
    base_url: Optional[str] = None
    api_type: Literal["openai", "azure"] = "openai"


class AppConfig(BaseModel):
    models: list[ModelConfig] = Field(default_factory=list)
    temperature: float = 0.0


def load_config(path: Path) -> AppConfig:
    with path.open() as fh:
        return AppConfig.model_validate(yaml.safe_load(fh))


config = load_config(Path(__file__).with_name("config.yml"))
llm_config = {
    "config_list": [m.model_dump(exclude_none=True) for m in config.models],
    "temperature": config.temperature,
}
assistant = AssistantAgent("assistant", llm_config=llm_config)
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hi", max_turns=1)
