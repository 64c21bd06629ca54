from .registry import agent


@agent("analyst", description="reads numbers")
def prompt():
    return "You read numbers."
