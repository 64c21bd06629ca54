import autogen

import conf
from conf import API_KEY

conf.load()

llm = {"config_list": [{"model": "gpt-4o-mini", "api_key": API_KEY}], "cache_seed": None}
a = autogen.AssistantAgent("a", llm_config=llm)
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
