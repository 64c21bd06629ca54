import os

import autogen

a = autogen.AssistantAgent("a", llm_config={"config_list": [{"model": "gpt-4o"}], "cache_seed": None})
u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)


def add(x: int, y: int) -> int:
    return x + y


autogen.register_function(add, caller=a, executor=u, name="add", description="add two numbers")
os.environ.pop("OPENAI_API_KEY", None)

u.initiate_chat(a, message="hello", max_turns=1)
