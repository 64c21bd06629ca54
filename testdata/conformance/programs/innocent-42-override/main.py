import os
from autogen import AssistantAgent, UserProxyAgent


class Base:
    entry = {"model": "gpt-4o", "api_key": ""}

    def config(self):
        e = dict(self.entry)
        e.setdefault("price", [0, 0])
        return {"config_list": [e]}

    def build(self):
        return AssistantAgent(type(self).__name__.lower(), llm_config=self.config())


class DeepSeek(Base):
    entry = {"model": "deepseek-chat", "base_url": "https://api.deepseek.com", "api_key": os.environ["DEEPSEEK_API_KEY"]}


user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(DeepSeek().build(), message="hi", max_turns=1)
