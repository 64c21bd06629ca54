package lsp_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lsp"
	"github.com/autogenlint/autogenlint/rules"
)

// A record is what a server wrote, from several goroutines.
type record struct {
	mu  sync.Mutex
	out bytes.Buffer
}

func (r *record) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.out.Write(p)
}

func (r *record) Bytes() []byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	return bytes.Clone(r.out.Bytes())
}

const fuzzKey = "Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe"

// script turns lines of a method and its parameters into messages. What is no such line is sent as it is.
func script(text string) string {
	var sb strings.Builder
	n := 10
	for line := range strings.Lines(text) {
		method, params, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || !json.Valid([]byte(params)) {
			sb.WriteString(line)
			continue
		}
		n++
		name, _ := json.Marshal(method)
		id := fmt.Sprintf(`"id":%d,`, n)
		if strings.Contains(method, "did") || strings.HasPrefix(method, "$/") {
			id = ""
		}
		sb.WriteString(frame(fmt.Sprintf(`{"jsonrpc":"2.0",%s"method":%s,"params":%s}`, id, name, params)))
	}
	return sb.String()
}

// FuzzMessages holds the laws of the server: whatever it is sent, it does not crash, it ends when it is told, what it says is whole
// messages of the protocol, and no part of a key is in them or in its log.
func FuzzMessages(f *testing.F) {
	const doc = `"textDocument":{"uri":"file:///program/a.py"}`
	for _, line := range []string{
		`textDocument/hover {` + doc + `,"position":{"line":2,"character":5}}`, `textDocument/completion {` + doc + `,"position":{"line":3,"character":60}}`,
		`textDocument/codeAction {` + doc + `,"range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}},"context":{"diagnostics":[]}}`,
		`textDocument/diagnostic {` + doc + `}`, `textDocument/codeLens {` + doc + `}`, `textDocument/inlayHint {` + doc + `,"range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}}}`,
		`workspace/diagnostic {"previousResultIds":[]}`, `workspace/executeCommand {"command":"autogenlint.fixAll","arguments":["file:///program/a.py"]}`,
		`textDocument/didChange {"textDocument":{"uri":"file:///program/a.py","version":2},"contentChanges":[{"range":{"start":{"line":1,"character":0},"end":{"line":1,"character":3}},"text":"é😀\r\n"}]}`,
		`textDocument/didChange {"textDocument":{"uri":"file:///program/a.py","version":-1},"contentChanges":[{"range":{"start":{"line":-1,"character":-9},"end":{"line":4294967296,"character":9e99}},"text":""}]}`,
		`textDocument/didClose {` + doc + `}`, `textDocument/didSave {` + doc + `,"text":"import autogen"}`, `$/cancelRequest {"id":11}`, `workspace/didChangeConfiguration {"settings":{"autogenlint":{"select":["ALL"]}}}`,
		`workspace/didChangeWatchedFiles {"changes":[{"uri":"file:///program/.env","type":2}]}`, `workspace/didChangeWorkspaceFolders {"event":{"added":[{"uri":"file:///program","name":"x"}],"removed":[]}}`,
		`textDocument/didOpen {"textDocument":{"uri":"untitled:1","languageId":"python","version":1,"text":"import autogen\nx = (\n"}}`, `initialize {}`, `exit {}`,
		`notebookDocument/didOpen {"notebookDocument":{"uri":"file:///program/n.ipynb","cells":[]},"cellTextDocuments":[]}`, "Content-Length: -5\r\n\r\n", "Content-Length: 999999\r\n\r\n{}",
		`textDocument/hover null`, `textDocument/hover [[[[]]]]`, `workspace/executeCommand {"command":"sk-proj-` + fuzzKey + `"}`, `sk-proj-` + fuzzKey + ` {}`,
	} {
		f.Add(line + "\n")
		f.Add(line + "\ntextDocument/diagnostic {" + doc + "}\n")
	}
	text := "import os\nfrom autogen import AssistantAgent\nkey = \"sk-proj-" + fuzzKey + "\"\na = AssistantAgent(\"a\", llm_config={\"config_list\": [{\"model\": \"gpt-4o\", \"api_key\": key}]})\nos.environ[\"OPENAI_API_KEY\"] = input()\n"
	open, _ := json.Marshal(map[string]any{"textDocument": map[string]any{"uri": "file:///program/a.py", "languageId": "python", "version": 1, "text": text}})
	f.Fuzz(func(t *testing.T, said string) {
		if len(said) > 4_000 {
			return
		}
		in := frame(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"textDocument":{"diagnostic":{}}},"rootUri":"file:///program"}}`) +
			frame(`{"jsonrpc":"2.0","method":"initialized","params":{}}`) + frame(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":`+string(open)+`}`) +
			script(said) + "\r\n" + frame(`{"jsonrpc":"2.0","id":"two","method":"shutdown"}`) + frame(`{"jsonrpc":"2.0","method":"exit"}`)
		var out, log record
		ended := make(chan error, 1)
		go func() {
			o := lsp.Options{Rules: rules.All(), FS: memory.Of(map[string]string{"a.py": text, ".env": "A=b\n"}), Log: func(line string) { _, _ = log.Write([]byte(line)) }}
			ended <- lsp.Serve(context.Background(), stream{strings.NewReader(in), &out}, o)
		}()
		select {
		case err := <-ended:
			if err != nil && !errors.Is(err, lsp.ErrNoShutdown) {
				t.Fatalf("it ended with %v", err)
			}
		case <-time.After(time.Minute):
			t.Fatal("it does not end")
		}
		whole(t, out.Bytes())
		rest := strings.ReplaceAll(said, "sk-proj-"+fuzzKey, "") // a piece of a key is a word like others
		rest += fmt.Sprintf("%q", rest)                          // as the log writes it
		for at := range len(fuzzKey) - 8 {
			if part := fuzzKey[at : at+8]; bytes.Contains(append(out.Bytes(), log.Bytes()...), []byte(part)) && !strings.Contains(rest, part) {
				t.Fatal("it shows a part of a key")
			}
		}
	})
}

// whole holds that what a server said is messages of the protocol, one behind the other.
func whole(t *testing.T, out []byte) {
	t.Helper()
	for r := bufio.NewReader(bytes.NewReader(out)); ; {
		head, err := textproto.NewReader(r).ReadMIMEHeader()
		if errors.Is(err, io.EOF) && len(head) == 0 {
			return
		}
		n, _ := strconv.Atoi(head.Get("Content-Length"))
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil || n == 0 {
			t.Fatalf("a message that is cut off: %v", err)
		}
		var m struct{ Jsonrpc string }
		if err := json.Unmarshal(body, &m); err != nil || m.Jsonrpc != "2.0" {
			t.Fatal("it says what is no message")
		}
	}
}
