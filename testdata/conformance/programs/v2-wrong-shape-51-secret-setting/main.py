import autogen

from settings import settings

llm_config = {
    "config_list": [
        {"model": settings.chat_model, "api_key": settings.openai_api_key},
    ],
    "cache_seed": None,
}

writer = autogen.AssistantAgent("writer", llm_config=llm_config)
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(writer, message="Write a title.", max_turns=1)
