import tomllib
from pathlib import Path

from autogen import AssistantAgent, UserProxyAgent

CONFIG = tomllib.loads((Path(__file__).parent / "settings.toml").read_text())

llm = CONFIG["llm"]
llm_config = {"config_list": [{"model": llm["model"], "api_key": llm["api_key"]}], "timeout": llm.get("timeout", 60)}
assistant = AssistantAgent("assistant", llm_config=llm_config)
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hello", max_turns=1)
