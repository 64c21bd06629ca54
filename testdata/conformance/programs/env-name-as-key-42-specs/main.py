import os
from typing import NamedTuple, TypedDict

import autogen


class Entry(TypedDict, total=False):
    model: str
    api_key: str
    base_url: str


class Spec(NamedTuple):
    name: str
    entry: Entry


SPECS = [
    Spec("fast", Entry(model="gpt-4o-mini", api_key=os.environ["OPENAI_API_KEY"])),
    Spec("smart", {"model": "gpt-4o", "api_key": "OPENAI_API_KEY"}),
]
agents = {s.name: autogen.AssistantAgent(s.name, llm_config={"config_list": [s.entry]}) for s in SPECS}
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(agents["smart"], message="hi", max_turns=1)
