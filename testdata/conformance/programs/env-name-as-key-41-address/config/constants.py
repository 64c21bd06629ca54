import os
from typing import Final

AZURE_CONFIG: Final = {
    "model": "gpt-4o",
    "api_type": "azure",
    "base_url": "AZURE_OPENAI_ENDPOINT",
    "api_key": os.environ["AZURE_OPENAI_API_KEY"],
    "api_version": "2024-06-01",
}
