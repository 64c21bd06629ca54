import os

AZURE = dict(
    model="gpt-4o",
    azure_deployment="gpt-4o",
    api_version="2024-08-01-preview",
    azure_endpoint="https://your-resource-name.openai.azure.com",
    api_key=os.getenv("AZURE_OPENAI_API_KEY"),
)
