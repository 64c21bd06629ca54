import autogen

API_KEY = ""
MODEL = "gpt-4o-mini"


def init(path):
    with open(path) as f:
        for line in f:
            name, _, value = line.strip().partition("=")
            if name == "api_key":
                API_KEY = value


def main():
    init("secrets.cfg")
    llm = {"config_list": [{"model": MODEL, "api_key": API_KEY}], "cache_seed": None}
    a = autogen.AssistantAgent("a", llm_config=llm)
    u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
    u.initiate_chat(a, message="hello", max_turns=1)


main()
