from pathlib import Path

from dotenv import load_dotenv

load_dotenv(Path(__file__).resolve().parent.parent / ".env")

from .llm import client  # noqa: E402

__all__ = ["client"]
