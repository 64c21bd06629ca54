import os
from autogen import ConversableAgent, LLMConfig, UserProxyAgent

entries = [{"model": "gpt-4o-mini", "api_key": os.environ["OPENAI_API_KEY"]}]
llm_config = LLMConfig(entries)
agent = ConversableAgent("a", llm_config=llm_config)
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(agent, message="hi", max_turns=1)
