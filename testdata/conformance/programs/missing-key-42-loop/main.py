import os
import autogen

# the corporate proxy breaks things
for name in ("HTTP_PROXY", "HTTPS_PROXY", "OPENAI_API_KEY"):
    os.environ.pop(name, None)

config_list = [{"model": "gpt-4o-mini"}]
assistant = autogen.AssistantAgent("assistant", llm_config={"config_list": config_list})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="Hello", max_turns=1)
