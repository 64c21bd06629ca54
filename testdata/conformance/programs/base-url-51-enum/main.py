import enum

import autogen


class Host(str, enum.Enum):
    vllm = "http://localhost:8000"
    ollama = "http://localhost:11434"

    def url(self):
        return f"{self.value}/v1/chat/completions"


entry = {"model": "mistralai/Mistral-7B", "base_url": Host.vllm.url(), "api_key": "EMPTY"}
a = autogen.AssistantAgent("a", llm_config={"config_list": [entry], "cache_seed": None})
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
