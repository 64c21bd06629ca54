from .base import DEFAULT_LLM, BaseAgent


class WriterAgent(BaseAgent):
    llm = {**DEFAULT_LLM, "base_url": "https://api.deepseek.com", "model": "deepseek-chat", "api_type": "open_ai", "api_base": "https://api.deepseek.com"}

    @property
    def name(self):
        return "writer"

    def prompt(self):
        return "You write."
