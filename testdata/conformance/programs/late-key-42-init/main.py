import os
import getpass
import autogen


class ResearchTeam:
    """A small team with a researcher and a critic."""

    def __init__(self, model="gpt-4o"):
        self.llm_config = {"config_list": [{"model": model}], "cache_seed": 42}
        self.researcher = autogen.AssistantAgent("researcher", llm_config=self.llm_config)
        self.critic = autogen.AssistantAgent("critic", llm_config=self.llm_config)
        self.user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)
        self._ensure_key()

    def _ensure_key(self):
        if not os.environ.get("OPENAI_API_KEY"):
            os.environ["OPENAI_API_KEY"] = getpass.getpass("OpenAI key: ")

    def run(self, task):
        groupchat = autogen.GroupChat(agents=[self.user, self.researcher, self.critic], messages=[], max_round=3)
        manager = autogen.GroupChatManager(groupchat=groupchat, llm_config=self.llm_config)
        return self.user.initiate_chat(manager, message=task)


if __name__ == "__main__":
    ResearchTeam().run("Find three papers about RAG")
