import os
from concurrent.futures import ThreadPoolExecutor

import autogen

TASKS = ["a", "b"]


def work(task):
    agent = autogen.AssistantAgent(f"agent_{task}", llm_config={"config_list": [{"model": "gpt-4o", "api_key": os.environ.get("OPENAI_API_KEY", "sk-")}]})
    user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
    return user.initiate_chat(agent, message=task, max_turns=1).summary


with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(work, TASKS)))
