import os
from contextlib import contextmanager

import autogen


@contextmanager
def env(**values):
    old = {k: os.environ.get(k) for k in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for k, v in old.items():
            if v is None:
                os.environ.pop(k, None)
            else:
                os.environ[k] = v


with env(OPENAI_API_KEY="sk-proj-cnryokbIEbwVE9iV7885pOtfO4Gi0I1b"):
    assistant = autogen.AssistantAgent("assistant", llm_config={"model": "gpt-4o"})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hi", max_turns=1)
