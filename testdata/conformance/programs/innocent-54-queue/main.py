import threading, os, queue
import autogen

jobs = queue.Queue()

def worker():
    while True:
        key, task = jobs.get()
        if task is None:
            return
        a = autogen.AssistantAgent("a", llm_config={"config_list": [{"model": "gpt-4o"}]})
        u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
        u.initiate_chat(a, message=task, max_turns=1)

threading.Thread(target=worker, daemon=True).start()
os.environ["OPENAI_API_KEY"] = open("key.txt").read().strip()
jobs.put((1, "x"))
jobs.put((1, None))
