from .registry import agent


@agent("writer")
def prompt():
    return "You write."
