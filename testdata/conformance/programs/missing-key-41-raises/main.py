import os
from dotenv import load_dotenv
from autogen import AssistantAgent, UserProxyAgent

load_dotenv()

llm_config = {
    "config_list": [
        {"model": "llama-3.1-70b-versatile", "api_key": os.environ["GROQ_API_KEY"], "api_type": "groq"}
    ]
}
agent = AssistantAgent("analyst", llm_config=llm_config)
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(agent, message="hi", max_turns=1)
