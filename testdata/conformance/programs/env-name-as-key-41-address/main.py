import autogen
from config.constants import AZURE_CONFIG

assistant = autogen.AssistantAgent("assistant", llm_config={"config_list": [AZURE_CONFIG]})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hi", max_turns=1)
