import sys

sys.path.insert(0, "src")
from chatty.cli import run

run()
