import json

import autogen

with open("team.json") as f:
    team = json.load(f)


def build(spec):
    return getattr(autogen, spec["type"])(**spec["config"])


sender = build(team["sender"])
receiver = build(team["receiver"])
sender.initiate_chat(receiver, message="hi", max_turns=1)
