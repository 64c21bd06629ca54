// Programs to begin with. Each shows a fault that people look for long, and the last has none.
export default {
  'The key comes too late': {
    'app.py': `import os

from autogen import AssistantAgent, UserProxyAgent
from dotenv import load_dotenv

config_list = [{"model": "gpt-4o", "api_key": os.getenv("OPENAI_API_KEY")}]
writer = AssistantAgent("writer", llm_config={"config_list": config_list})
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)

load_dotenv()
user.initiate_chat(writer, message="Write the release notes.")
`,
    '.env': `OPENAI_API_KEY=put-yours-here\n`,
    'requirements.txt': 'autogen-agentchat==0.2.40\npython-dotenv\n',
  },
  'A variable that nobody reads': {
    'app.py': `from autogen import ConversableAgent
from dotenv import load_dotenv

load_dotenv()
config = {"config_list": [{"model": "llama-3.3-70b-versatile", "api_type": "groq"}]}
agent = ConversableAgent("spelling", llm_config=config, human_input_mode="NEVER")
print(agent.generate_reply(messages=[{"role": "user", "content": "Is it seperate?"}]))
`,
    '.env': 'GROQ_TOKEN=put-yours-here\n',
    'requirements.txt': 'ag2[groq]==0.9.10\npython-dotenv\n',
  },
  'Azure without its api_type': {
    'app.py': `import os

from autogen import AssistantAgent

config_list = [
    {
        "model": "gpt-4o",
        "api_key": os.environ["AZURE_OPENAI_API_KEY"],
        "base_url": "https://contoso.openai.azure.com",
        "api_version": "2024-06-01",
    }
]
translator = AssistantAgent("translator", llm_config={"config_list": config_list})
`,
    'requirements.txt': 'autogen-agentchat==0.2.40\n',
  },
  'AutoGen 0.4 with Ollama': {
    'app.py': `import asyncio

from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient


async def main() -> None:
    client = OpenAIChatCompletionClient(model="llama3.2", base_url="http://localhost:11434", api_key="ollama")
    agent = AssistantAgent("helper", model_client=client)
    print(await agent.run(task="Say hello."))


asyncio.run(main())
`,
    'requirements.txt': 'autogen-agentchat==0.7.5\nautogen-ext[openai]==0.7.5\n',
  },
  'Nothing wrong': {
    'app.py': `import os

from autogen import AssistantAgent, UserProxyAgent
from dotenv import load_dotenv

load_dotenv()
config_list = [{"model": "gpt-4o", "api_key": os.environ["OPENAI_API_KEY"]}]
writer = AssistantAgent("writer", llm_config={"config_list": config_list})
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
user.initiate_chat(writer, message="Write the release notes.")
`,
    'requirements.txt': 'autogen-agentchat==0.2.40\npython-dotenv\n',
  },
}
