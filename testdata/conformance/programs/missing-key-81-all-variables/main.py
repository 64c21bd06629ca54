import os
import autogen

# start from a clean environment
for name in list(os.environ):
    del os.environ[name]

assistant = autogen.AssistantAgent("assistant", llm_config={"config_list": [{"model": "gpt-4o"}]})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hello", max_turns=1)
