import autogen

with open("keys.txt") as f:
    keys = dict(line.split("=", 1) for line in f.read().splitlines() if "=" in line)
config_list = [{"model": "gpt-4o", "api_key": keys["openai"]}]
assistant = autogen.AssistantAgent("assistant", llm_config={"config_list": config_list})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hi", max_turns=1)
