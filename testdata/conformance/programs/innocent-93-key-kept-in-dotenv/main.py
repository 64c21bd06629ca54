import os
from dotenv import find_dotenv, load_dotenv, set_key
from autogen import AssistantAgent, UserProxyAgent

path = find_dotenv() or ".env"
load_dotenv(path)
if not os.environ.get("OPENAI_API_KEY"):
    set_key(path, "OPENAI_API_KEY", input("API key: "))
    load_dotenv(path, override=True)

assistant = AssistantAgent("assistant", llm_config={"config_list": [{"model": "gpt-4o"}]})
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
user.initiate_chat(assistant, message="hi")
