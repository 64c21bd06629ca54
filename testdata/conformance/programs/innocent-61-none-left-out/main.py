import os

import autogen
from dotenv import dotenv_values

os.environ.update({k: v for k, v in dotenv_values(".env").items() if v is not None})

a = autogen.AssistantAgent("a", llm_config={"config_list": [{"model": "gpt-4o-mini"}], "cache_seed": None})
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
