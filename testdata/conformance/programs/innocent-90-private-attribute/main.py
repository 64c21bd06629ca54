import os
from autogen import AssistantAgent, UserProxyAgent
from pydantic import BaseModel, PrivateAttr, computed_field


class Entry(BaseModel):
    model: str = "gpt-4o"
    _key: str = PrivateAttr(default="")

    def model_post_init(self, context):
        self._key = os.environ["TEAM_KEY"]

    @computed_field
    @property
    def api_key(self) -> str:
        return self._key


assistant = AssistantAgent("assistant", llm_config={"config_list": [Entry().model_dump()]})
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
user.initiate_chat(assistant, message="hi")
