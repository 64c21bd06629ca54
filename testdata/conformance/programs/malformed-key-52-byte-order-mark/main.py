import autogen
key = open("key.txt").read().strip()
a = autogen.AssistantAgent("a", llm_config={"config_list": [{"model": "gpt-4o", "api_key": key}], "cache_seed": None})
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
