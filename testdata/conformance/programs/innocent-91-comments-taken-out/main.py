import json
import os
from autogen import AssistantAgent, UserProxyAgent

with open("OAI_CONFIG_LIST") as file:
    text = "".join(line for line in file if not line.lstrip().startswith("//"))
config_list = json.loads(text)
for entry in config_list:
    entry["api_key"] = os.path.expandvars(entry["api_key"])

assistant = AssistantAgent("assistant", llm_config={"config_list": config_list})
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
user.initiate_chat(assistant, message="hi")
