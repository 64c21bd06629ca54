import os
from functools import reduce

import autogen

DEFAULTS = {"model": "gpt-4o-mini", "timeout": 30}
SECRETS = {"api_key": os.environ.get("OPENAI_API_KEY", "sk-proj-cnryokkHtP4fdDNlcNZ6fSNLD978gWr3")}
OVERRIDES = {"temperature": 0, "api_key": ""}

entry = reduce(lambda a, b: a | b, (DEFAULTS, SECRETS, OVERRIDES))

a = autogen.AssistantAgent("a", llm_config={"config_list": [entry], "cache_seed": None})
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
