import getpass
from autogen import AssistantAgent, UserProxyAgent

entry = {"model": "gpt-4o", "api_key": "YOUR_API_KEY"}
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
for attempt in range(3):
    assistant = AssistantAgent("assistant", llm_config={"config_list": [entry]})
    try:
        user.initiate_chat(assistant, message="hi")
        break
    except Exception as e:
        print("refused:", type(e).__name__)
        entry = {**entry, "api_key": getpass.getpass("API key: ")}
