from autogen import AssistantAgent, LLMConfig, UserProxyAgent

llm_config = LLMConfig.from_json(
    path="OAI_CONFIG_LIST",
    filter_dict={"model": {"gpt-4o"}},
)

a = AssistantAgent("a", llm_config=llm_config)
u = UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
u.initiate_chat(a, message="hello", max_turns=1)
