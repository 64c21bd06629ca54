import os
import autogen

model = "gpt-4o",
api_key = os.environ["OPENAI_API_KEY"],

assistant = autogen.AssistantAgent("assistant", llm_config={"config_list": [{"model": "gpt-4o", "api_key": api_key}]})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hello", max_turns=1)
