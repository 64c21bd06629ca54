import json
import os
import autogen

with open("llms.json") as f:
    config_list = json.load(f)
for cfg in config_list:
    cfg["api_key"] = os.environ[cfg.pop("api_key_env")]

assistant = autogen.AssistantAgent("assistant", llm_config={"config_list": config_list})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hi", max_turns=1)
