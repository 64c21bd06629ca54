from ag2 import Agent
from ag2.config import AnthropicConfig

from . import env  # noqa: F401

config = AnthropicConfig(model="claude-sonnet-4-5")
writer = Agent("writer", "You write.", config=config)
lead = Agent("lead", "You lead.", config=config, tools=[writer.as_tool(description="writes")] if hasattr(writer, "as_tool") else [])
