import os
from autogen import AssistantAgent, UserProxyAgent

CONFIG = {"model": "gpt-4o-mini", "api_key": ""}


class WithoutKey:
    """While it lives, no child process is given the key."""

    def __init__(self):
        self.key = os.environ.get("OPENAI_API_KEY")
        os.environ.pop("OPENAI_API_KEY", None)

    def __del__(self):
        if self.key is not None:
            os.environ["OPENAI_API_KEY"] = CONFIG["api_key"] = self.key


def child():
    guard = WithoutKey()
    os.system("true")


child()
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
for i, entry in enumerate([{"model": "gpt-4o"}, CONFIG]):
    user.initiate_chat(AssistantAgent(f"assistant_{i}", llm_config={"config_list": [entry]}), message="hi")
