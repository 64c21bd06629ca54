import autogen

REGISTRY = {}


def agent(name, **options):
    def register(prompt):
        REGISTRY[name] = autogen.AssistantAgent(
            name, system_message=prompt(), llm_config={"config_list": [{"model": "gpt-4o-mini"}], "cache_seed": None}, **options
        )
        return prompt

    return register
