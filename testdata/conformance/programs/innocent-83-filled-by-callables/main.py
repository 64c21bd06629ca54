import json
import operator
import os
from autogen import AssistantAgent, UserProxyAgent

MODELS = """[{"model": "gpt-4o", "api_key": "", "tags": ["large"]}, {"model": "gpt-4o-mini", "api_key": ""}]"""


def keyed(entry):
    if "model" in entry:
        entry["api_key"] = os.environ["TEAM_KEY"]
    return entry


def fill(entry):
    entry["api_key"] = os.environ["TEAM_KEY"]


def rank(entry):
    fill(entry)
    return len(entry["model"])


hooked = json.loads(MODELS, object_hook=keyed)
ranked = json.loads(MODELS)
shortest = min(ranked, key=rank)
mapped = json.loads(MODELS)
list(map(fill, mapped))
one = {"model": "gpt-4o", "api_key": ""}
operator.setitem(operator.itemgetter(0)([one]), "api_key", os.environ["TEAM_KEY"])

user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
for i, entries in enumerate([hooked, ranked, [shortest], mapped, [one]]):
    user.initiate_chat(AssistantAgent(f"assistant_{i}", llm_config={"config_list": entries}), message="hi")
