CONFIG = {"model": "gpt-4o", "api_key": ""}
try:
    from local_settings import *
except ImportError:
    import os

    CONFIG["api_key"] = os.environ["OPENAI_API_KEY"]
