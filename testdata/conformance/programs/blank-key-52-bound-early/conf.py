API_KEY = ""


def load():
    global API_KEY
    with open("key.txt") as f:
        API_KEY = f.read().strip()
