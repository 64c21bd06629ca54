import os
import threading
from concurrent.futures import ThreadPoolExecutor

import autogen

ready = threading.Event()


def load_key():
    with open("key.txt") as f:
        os.environ["OPENAI_API_KEY"] = f.read().strip()
    ready.set()


def work(topic):
    ready.wait()
    a = autogen.AssistantAgent("a", llm_config={"config_list": [{"model": "gpt-4o"}], "cache_seed": None})
    u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
    return u.initiate_chat(a, message=f"One fact about {topic}", max_turns=1).summary


if __name__ == "__main__":
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(work, t) for t in ("bees", "moss")]
        load_key()
        print([j.result() for j in jobs])
