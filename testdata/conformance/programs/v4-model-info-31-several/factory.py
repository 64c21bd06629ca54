import os
from pathlib import Path
from typing import Dict

import yaml
from autogen_core.models import ChatCompletionClient


def load_models() -> Dict[str, ChatCompletionClient]:
    raw = yaml.safe_load(Path("config/models.yaml").read_text())
    raw["smart"]["config"]["api_key"] = os.environ["TOGETHER_API_KEY"]
    return {name: ChatCompletionClient.load_component(spec) for name, spec in raw.items()}
