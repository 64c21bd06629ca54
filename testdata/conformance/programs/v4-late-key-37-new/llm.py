from autogen_ext.models.openai import OpenAIChatCompletionClient


class Llm:
    _instance = None

    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.client = OpenAIChatCompletionClient(model="gpt-4o")
        return cls._instance
