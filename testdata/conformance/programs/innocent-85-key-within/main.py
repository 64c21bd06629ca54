import os
from autogen import AssistantAgent, UserProxyAgent

user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
first = AssistantAgent("first", llm_config={"config_list": [{"model": "gpt-4o", "api_key": "OPENAI_API_KEY"}]})
for client in first.client._clients:
    sdk = client._oai_client
    sdk.api_key = os.environ["TEAM_KEY"]
user.initiate_chat(first, message="hi")

second = AssistantAgent("second", llm_config={"config_list": [{"model": "gpt-4o", "api_key": "YOUR_API_KEY"}]})
setattr(second.client._clients[0]._oai_client, "api_key", os.environ["TEAM_KEY"])
user.initiate_chat(second, message="hi")
