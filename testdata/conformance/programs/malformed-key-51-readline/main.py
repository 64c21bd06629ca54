import autogen


class Keyring:
    def __init__(self, path):
        self.path = path

    def get(self):
        with open(self.path, encoding="utf-8") as fh:
            return fh.readline()


ring = Keyring("openai.key")
llm = {"config_list": [{"model": "gpt-4o-mini", "api_key": ring.get()}], "cache_seed": None}
a = autogen.AssistantAgent("a", llm_config=llm)
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
