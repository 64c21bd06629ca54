import os
from dataclasses import dataclass
from autogen import AssistantAgent, UserProxyAgent


@dataclass
class Cloud:
    model: str
    key: str


@dataclass
class Local:
    port: int


def entry(of):
    match of:
        case {"kind": "local", "port": int(port)} | Local(port=port):
            return {"model": "llama3.2", "base_url": f"http://localhost:{port}/v1", "api_key": "none"}
        case {"kind": "cloud", "model": model, "key_from": str(name), **rest}:
            return {"model": model, "api_key": os.environ[name], **rest}
        case Cloud(model, key) if key:
            return {"model": model, "api_key": key}
        case [_, model, *names]:
            return {"model": model, "api_key": os.environ[names[-1]]}
        case _:
            return {"model": "gpt-4o", "api_key": ""}


configs = [
    {"kind": "cloud", "model": "gpt-4o", "key_from": "TEAM_KEY", "temperature": 0},
    Cloud("gpt-4o-mini", os.environ["OPENAI_API_KEY"]),
    "openai/gpt-4o/OTHER_TEAM_KEY".split("/"),
]
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
for i, config in enumerate(configs):
    user.initiate_chat(AssistantAgent(f"assistant_{i}", llm_config={"config_list": [entry(config)]}), message="hi")
