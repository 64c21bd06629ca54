import autogen
from main import register


@register("reviewer")
def reviewer(cfg):
    return autogen.AssistantAgent("reviewer", llm_config=cfg | {"timeout": 30})
