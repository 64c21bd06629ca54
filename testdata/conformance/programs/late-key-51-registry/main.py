import autogen
from dotenv import load_dotenv

from agents import REGISTRY


def main():
    load_dotenv()
    user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
    user.initiate_chat(REGISTRY["writer"], message="hello", max_turns=1)


if __name__ == "__main__":
    main()
