"""Opens a file as a client of the language server that is called, and prints the findings: line, character, severity, source, message."""
import json
import os
import subprocess
import sys
import threading

file, *command = sys.argv[1:]
root = os.path.dirname(file)
server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
threading.Timer(60, server.kill).start()


def say(method, params, **more):
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()


def hear():
    size = 0
    while line := server.stdout.readline().strip():
        name, _, value = line.partition(b":")
        size = int(value) if name.lower() == b"content-length" else size
    return json.loads(server.stdout.read(size)) if size else sys.exit("the server is gone")


say("initialize", {"processId": None, "rootUri": "file://" + root, "capabilities": {}}, id=1)
hear()
say("initialized", {})
say("textDocument/didOpen", {"textDocument": {"uri": "file://" + file, "languageId": "python", "version": 1, "text": open(file, encoding="utf-8").read()}})
while not (found := (m := hear()).get("method") == "textDocument/publishDiagnostics" and m["params"]["diagnostics"]):
    pass
for d in found:
    print(d["range"]["start"]["line"], d["range"]["start"]["character"], d["severity"], d["source"], d["message"])
server.kill()
os._exit(0)
