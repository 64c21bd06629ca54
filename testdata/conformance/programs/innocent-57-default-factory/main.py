import autogen
from dotenv import load_dotenv

from config import Crew


def main():
    load_dotenv()
    crew = Crew()
    a = autogen.AssistantAgent("a", llm_config=crew.model.as_llm_config())
    u = autogen.UserProxyAgent("u", human_input_mode="NEVER", code_execution_config=False)
    u.initiate_chat(a, message="hello", max_turns=crew.rounds)


if __name__ == "__main__":
    main()
