import enum
import os
from autogen import AssistantAgent, UserProxyAgent


class Provider(str, enum.Enum):
    OPENAI = "openai"
    LOCAL = "local"

    @classmethod
    def _missing_(cls, value):
        for member in cls:
            if member.value == value.lower():
                return member
        return cls.OPENAI


def key(provider):
    if provider is Provider.OPENAI:
        return os.environ["OPENAI_API_KEY"]
    return ""


user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
for i, name in enumerate(["OpenAI", "gpt"]):
    assistant = AssistantAgent(f"assistant_{i}", llm_config={"config_list": [{"model": "gpt-4o", "api_key": key(Provider(name))}]})
    user.initiate_chat(assistant, message="hi")
