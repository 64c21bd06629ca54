import autogen
from main import register


@register("coder")
def coder(cfg):
    return autogen.AssistantAgent("coder", llm_config={**cfg, "temperature": 0})
