import os
import autogen

llm_config = {"config_list": [{"model": "gpt-4o-mini", "api_key": os.environ["OPENAI_API_KEY"]}]}
selector = {"config_list": [{"model": "gpt-4o-mini", "api_key": "YOUR_OPENAI_API_KEY"}]}

planner = autogen.AssistantAgent("planner", llm_config=llm_config)
writer = autogen.AssistantAgent("writer", llm_config=llm_config)
critic = autogen.AssistantAgent("critic", llm_config=llm_config)
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
group = autogen.GroupChat(
    agents=[user, planner, writer, critic],
    messages=[],
    max_round=4,
    select_speaker_auto_llm_config=selector,
)
manager = autogen.GroupChatManager(groupchat=group, llm_config=llm_config)
user.initiate_chat(manager, message="Write a haiku")
