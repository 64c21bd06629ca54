import os
from autogen import ConversableAgent, LLMConfig, UserProxyAgent

llm_config = LLMConfig(
    {"model": "gpt-4o", "api_key": os.environ["OPENAI_API_KEY"]},
    {"model": "gpt-4o-mini", "api_key": os.environ["OPENAI_API_KEY"]},
)
MODEL = "gpt4o-mini"
agent = ConversableAgent("a", llm_config=llm_config.where(model=MODEL))
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(agent, message="hi", max_turns=1)
