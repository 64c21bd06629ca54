import os
from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Settings:
    model: str = "llama-3.3-70b-versatile"
    base_url: str = "https://api.groq.com/openai/v1"
    api_key: Optional[str] = os.getenv("GROQ_API_KEY")
