import os

from autogen import AssistantAgent, LLMConfig, UserProxyAgent
from autogen.agentchat import initiate_group_chat
from autogen.agentchat.group.patterns import AutoPattern

llm_config = LLMConfig({"model": "gpt-4o-mini", "api_key": os.environ["OPENAI_API_KEY"]})

planner = AssistantAgent("planner", system_message="Plan.", llm_config=llm_config)
doer = AssistantAgent("doer", system_message="Do.", llm_config=llm_config)
reviewer = AssistantAgent("reviewer", system_message="Review.", llm_config=llm_config)

pattern = AutoPattern(
    initial_agent=planner,
    agents=[planner, doer, reviewer],
)
result, context, last = initiate_group_chat(pattern=pattern, messages="Go", max_rounds=4)
print(result.summary)
