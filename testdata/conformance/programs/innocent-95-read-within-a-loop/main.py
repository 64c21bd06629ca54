import os
import queue
import threading
from autogen import AssistantAgent, UserProxyAgent

mail = queue.Queue()
entry = {"model": "gpt-4o", "api_key": ""}


def login():
    mail.put(("api_key", os.environ["TEAM_KEY"]))
    mail.put(None)


threading.Thread(target=login).start()
while (item := mail.get(timeout=10)) is not None:
    entry[item[0]] = item[1]

assistant = AssistantAgent("assistant", llm_config={"config_list": [entry]})
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=0)
user.initiate_chat(assistant, message="hi")
