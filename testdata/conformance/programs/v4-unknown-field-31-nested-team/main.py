import asyncio
import json
from pathlib import Path

from autogen_agentchat.teams import RoundRobinGroupChat

HERE = Path(__file__).resolve().parent


async def main():
    spec = json.loads((HERE / "agents" / "team.json").read_text(encoding="utf-8"))
    team = RoundRobinGroupChat.load_component(spec)
    print(await team.run(task="Write one line about rain"))


if __name__ == "__main__":
    asyncio.run(main())
