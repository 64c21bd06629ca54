from autogen import AssistantAgent, UserProxyAgent

LLM = {"config_list": [{"model": "gpt-4o"}], "cache_seed": None}

coder = AssistantAgent("coder", llm_config=LLM)
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
