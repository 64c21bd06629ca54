import configparser

import autogen

cfg = configparser.ConfigParser()
cfg.read("settings.ini")

key = cfg.get("openai", "api_key")
model = cfg.get("openai", "model").strip('"')

coder = autogen.AssistantAgent("coder", llm_config={"config_list": [{"model": model, "api_key": key}], "cache_seed": None})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(coder, message="fizzbuzz in Rust", max_turns=1)
