import asyncio
import json
import os

from autogen_agentchat.teams import RoundRobinGroupChat


def fill(node):
    if isinstance(node, dict):
        return {k: os.environ.get("OPENAI_API_KEY", "sk-proj-cnryokr248Lo1Ki2Ju3Hy4") if k == "api_key" else fill(v) for k, v in node.items()}
    if isinstance(node, list):
        return [fill(x) for x in node]
    return node


with open("team.json") as f:
    spec = fill(json.load(f))
team = RoundRobinGroupChat.load_component(spec)
print(asyncio.run(team.run(task="hi")))
