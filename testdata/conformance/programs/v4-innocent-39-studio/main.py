import asyncio
import json
from autogen_core import ComponentLoader
from autogen_agentchat.base import Team

team_config = json.load(open("team.json"))
team = Team.load_component(team_config) if hasattr(Team, "load_component") else None
print(asyncio.run(team.run(task="hi")))
