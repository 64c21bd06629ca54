import asyncio
import json

from autogen_agentchat.teams import BaseGroupChat
from autogen_agentchat.ui import Console


def load_team(path: str) -> BaseGroupChat:
    with open(path, encoding="utf-8") as handle:
        return BaseGroupChat.load_component(json.load(handle))


async def main() -> None:
    team = load_team("gallery/team.json")
    await Console(team.run_stream(task="What is 2 + 3?"))


if __name__ == "__main__":
    asyncio.run(main())
