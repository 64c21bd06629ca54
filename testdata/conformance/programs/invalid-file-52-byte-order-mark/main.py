import autogen
config_list = autogen.config_list_from_json("OAI_CONFIG_LIST")
a = autogen.AssistantAgent("a", llm_config={"config_list": config_list, "cache_seed": None})
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
