from agents.writer import WriterAgent

if __name__ == "__main__":
    print(WriterAgent().run("a poem"))
