from .azure import azure_client
