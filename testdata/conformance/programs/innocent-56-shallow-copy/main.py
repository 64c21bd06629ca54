import copy

import autogen

KEY = open("key.txt").readline().rstrip("\n")

base = {"config_list": [{"model": "gpt-4o-mini", "api_key": ""}], "cache_seed": None}
coder_cfg = copy.copy(base)
coder_cfg["temperature"] = 0
coder_cfg["config_list"][0]["api_key"] = KEY

coder = autogen.AssistantAgent("coder", llm_config=coder_cfg)
critic = autogen.AssistantAgent("critic", llm_config=base)
coder.initiate_chat(critic, message="check this", max_turns=1)
