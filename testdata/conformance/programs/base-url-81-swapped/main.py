import os
import autogen


def make_llm_config(model, api_key, base_url):
    return {"config_list": [{"model": model, "api_key": api_key, "base_url": base_url}], "cache_seed": None}


llm_config = make_llm_config("gpt-4o-mini", "https://api.openai.com/v1", os.environ["OPENAI_API_KEY"])
assistant = autogen.AssistantAgent("assistant", llm_config=llm_config)
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hello", max_turns=1)
