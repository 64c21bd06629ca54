import json
import os
from pathlib import Path

import autogen

config_list = json.loads(Path("models.json").read_text())
for c in config_list:
    name = c.pop("api_key_env")
    c["api_key"] = os.environ[name]
    c.pop("comment", None)

a = autogen.AssistantAgent("a", llm_config={"config_list": config_list, "cache_seed": None})
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
