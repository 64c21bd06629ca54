import json
import autogen

settings = json.load(open("settings.json"))
llm_config = {"config_list": [{"model": "gpt-4o-mini", "api_key": settings["OPENAI_API_KEY"]}], "cache_seed": None}
assistant = autogen.AssistantAgent("assistant", llm_config=llm_config)
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hello", max_turns=1)
