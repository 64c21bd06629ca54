import os
import autogen

HOST = os.getenv("LLM_HOST", "localhost")
PORT = int(os.getenv("LLM_PORT", "1234"))
config_list = [{"model": "local-model", "base_url": f"{HOST}:{PORT}/v1", "api_key": "lm-studio"}]
assistant = autogen.AssistantAgent("assistant", llm_config={"config_list": config_list})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hi", max_turns=1)
