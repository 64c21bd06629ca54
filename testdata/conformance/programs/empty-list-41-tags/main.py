import os
import autogen
from autogen.oai.openai_utils import filter_config

config_list = [
    {"model": "gpt-4o", "api_key": os.environ["OPENAI_API_KEY"], "tags": ["cloud", "large"]},
    {"model": "gpt-4o-mini", "api_key": os.environ["OPENAI_API_KEY"], "tags": ["cloud", "small"]},
]


def for_role(role):
    return {"config_list": filter_config(config_list, {"tags": [role]}), "temperature": 0}


writer = autogen.AssistantAgent("writer", llm_config=for_role("writer"))
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(writer, message="hi", max_turns=1)
