from autogen.agentchat.contrib.agent_builder import AgentBuilder

config_file = "OAI_CONFIG_LIST"
builder = AgentBuilder(config_file_or_env=config_file, builder_model="gpt-4-1106-preview", agent_model="gpt-4-1106-preview")
agents, configs = builder.build("Find a paper on arxiv about LLMs and summarise it.", default_llm_config={"temperature": 0})
