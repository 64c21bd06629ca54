import importlib
import os

import autogen

REGISTRY = {}


def register(name):
    def deco(fn):
        REGISTRY[name] = fn
        return fn
    return deco


@register("default")
def default_agent(cfg):
    return autogen.AssistantAgent("default", llm_config=cfg)


def load_plugins():
    for name in ("plugins.coder", "plugins.reviewer"):
        importlib.import_module(name)


def llm_config():
    return {"config_list": [{"model": "gpt-4o", "api_key": os.environ["OPENAI_API_KEY"]}]}


if __name__ == "__main__":
    import main as _self  # plugins import this module
    load_plugins()
    user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
    for make in list(REGISTRY.values()) + list(_self.REGISTRY.values()):
        user.initiate_chat(make(llm_config()), message="hi", max_turns=1)
