import autogen

assistant = autogen.AssistantAgent("assistant", llm_config={"model": "gpt-4o"})
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(assistant, message="hi", max_turns=1)
