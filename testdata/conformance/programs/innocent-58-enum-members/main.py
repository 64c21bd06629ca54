import enum
import os

import autogen


class Provider(enum.Enum):
    OPENAI = ("https://api.openai.com/v1", "OPENAI_API_KEY")
    VLLM = ("http://localhost:8000/v1", None)

    @property
    def base_url(self):
        return self.value[0]

    def key(self):
        name = self.value[1]
        return os.environ[name] if name else "EMPTY"


provider = Provider["VLLM"]
entry = {"model": "mistralai/Mistral-7B", "base_url": provider.base_url, "api_key": provider.key()}
a = autogen.AssistantAgent("a", llm_config={"config_list": [entry], "cache_seed": None})
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
