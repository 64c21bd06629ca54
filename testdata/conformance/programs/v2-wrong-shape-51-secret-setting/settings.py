from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    openai_api_key: SecretStr = SecretStr("sk-proj-cnryokguFIxtaKA4oUY1jyEr35Lv70Ii")
    chat_model: str = "gpt-4o-mini"


settings = Settings()
