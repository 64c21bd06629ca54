import os
from unittest import mock
import autogen

with mock.patch.dict(os.environ, {"OPENAI_BASE_URL": "https://api.openai.com/v1"}, clear=True):
    assistant = autogen.AssistantAgent("assistant", llm_config={"config_list": [{"model": "gpt-4o"}]})

user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hello", max_turns=1)
