from dotenv import load_dotenv
from autogen import AssistantAgent, UserProxyAgent

load_dotenv()

config_list = [{"model": "gemini-1.5-flash", "api_type": "google"}]

assistant = AssistantAgent("assistant", llm_config={"config_list": config_list}, max_consecutive_auto_reply=1)
user_proxy = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user_proxy.initiate_chat(assistant, message="Sort the array with Bubble Sort", max_turns=1)
