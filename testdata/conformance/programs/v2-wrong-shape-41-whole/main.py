import os
import autogen

llm_config = {
    "config_list": [{"model": "gpt-4o", "api_key": os.environ["OPENAI_API_KEY"]}],
    "timeout": 60,
}


def make(name, cfg):
    return autogen.AssistantAgent(name, llm_config={"config_list": cfg})


a = make("a", llm_config)
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(a, message="hi", max_turns=1)
