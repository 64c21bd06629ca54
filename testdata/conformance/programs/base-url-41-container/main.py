from functools import cached_property, lru_cache
import os
import autogen


class Container:
    @cached_property
    def llm_config(self):
        return {"config_list": [self.entry], "timeout": 60}

    @cached_property
    def entry(self):
        return {
            "model": os.getenv("OLLAMA_MODEL", "llama3"),
            "base_url": os.getenv("OLLAMA_URL", "http://localhost:11434"),
            "api_key": "ollama",
        }

    @lru_cache
    def assistant(self):
        return autogen.AssistantAgent("assistant", llm_config=self.llm_config)


container = Container()
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(container.assistant(), message="hi", max_turns=1)
