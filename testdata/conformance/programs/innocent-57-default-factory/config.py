import os
from dataclasses import dataclass, field


def _key():
    return os.getenv("OPENAI_API_KEY", "")


@dataclass(frozen=True)
class ModelConfig:
    name: str = "gpt-4o-mini"
    api_key: str = field(default_factory=_key, repr=False)
    temperature: float = 0.0

    def __post_init__(self):
        if not self.api_key:
            raise ValueError("no key")

    def as_llm_config(self):
        return dict(config_list=[dict(model=self.name, api_key=self.api_key)], temperature=self.temperature, cache_seed=None)


@dataclass
class Crew:
    model: ModelConfig = field(default_factory=ModelConfig)
    rounds: int = 1
