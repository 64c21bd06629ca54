package lsp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/sourcegraph/jsonrpc2"
	"golang.org/x/tools/txtar"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/lsp"
	"github.com/autogenlint/autogenlint/rules"
	"github.com/autogenlint/autogenlint/source"
)

// pulled is a report about one document.
type pulled struct {
	Kind, ResultID string
	Items          []struct {
		Code  string
		Range struct{ Start, End struct{ Line, Character int } }
	}
}

// pull asks for the findings of a document, a line each.
func (c *client) pull(uri string) []string {
	c.t.Helper()
	result, err := c.ask("textDocument/diagnostic", map[string]any{"textDocument": map[string]string{"uri": uri}})
	if err != nil {
		c.t.Fatalf("pull: %v", err)
	}
	var p pulled
	if err := json.Unmarshal(result, &p); err != nil {
		c.t.Fatal(err)
	}
	out := []string{}
	for _, i := range p.Items {
		s, e := i.Range.Start, i.Range.End
		out = append(out, fmt.Sprintf("%d:%d-%d:%d %s", s.Line, s.Character, e.Line, e.Character, i.Code))
	}
	return out
}

const pulling = `{"capabilities": {"textDocument": {"diagnostic": {}}, "general": {"positionEncodings": ["%s"]}}}`

// TestEncodings holds columns behind characters beyond the basic plane, in what is told and in what is edited.
func TestEncodings(t *testing.T) {
	text := "from autogen import AssistantAgent\n\"é😀\"; AssistantAgent(\"a😀\", llm_config={\"config_list\": []})\n"
	for _, test := range []struct {
		encoding   string
		start, end int
	}{{"utf-8", 61, 63}, {"utf-16", 56, 58}, {"utf-32", 54, 56}, {"utf-7", 56, 58}} {
		t.Run(test.encoding, func(t *testing.T) {
			c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, test.encoding))
			c.openAs("a.py", text)
			want := []string{fmt.Sprintf("1:%d-1:%d AG203", test.start, test.end)}
			if d := cmp.Diff(want, c.pull(c.uri("a.py"))); d != "" {
				t.Fatal(d)
			}
			// Something is written into the list, behind the characters.
			c.notify("textDocument/didChange", edit(c.uri("a.py"), 2, 1, test.start+1, 1, test.start+1, `{"model": "gpt-4o"}`))
			if got := c.pull(c.uri("a.py")); len(got) != 0 {
				t.Errorf("the edit went elsewhere: %v", got)
			}
			c.stop()
		})
	}
}

// edit is a change of a document between two places.
func edit(uri string, version, line, character, endLine, endCharacter int, text string) any {
	return map[string]any{
		"textDocument": map[string]any{"uri": uri, "version": version},
		"contentChanges": []any{map[string]any{
			"range": map[string]any{
				"start": map[string]int{"line": line, "character": character}, "end": map[string]int{"line": endLine, "character": endCharacter},
			}, "text": text,
		}},
	}
}

// TestOtherCodings holds texts that an editor has decoded: one that says it is of another coding, and one with a byte order mark.
func TestOtherCodings(t *testing.T) {
	c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	c.openAs("latin.py", "# -*- coding: latin-1 -*-\nfrom autogen import AssistantAgent\n\"é\"; AssistantAgent(\"a\", llm_config={\"config_list\": []})\n")
	c.openAs("mark.py", "\ufefffrom autogen import AssistantAgent; AssistantAgent(\"a\", llm_config={\"config_list\": []})\n")
	for name, want := range map[string]string{"latin.py": "2:52-2:54 AG203", "mark.py": "0:84-0:86 AG203"} {
		if d := cmp.Diff([]string{want}, c.pull(c.uri(name))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// TestGarbage sends what is no message, whole and in parts, between messages that are some.
func TestGarbage(t *testing.T) {
	for _, test := range []struct{ name, garbage, answer string }{
		{"no JSON", "Content-Length: 5\r\n\r\nhello", "-32700"},
		{"no message", "Content-Length: 7\r\n\r\n{\"a\":1}", "-32600"},
		{"a batch", "Content-Length: 2\r\n\r\n[]", "-32600"},
		{"an id that is none", frame(`{"jsonrpc":"2.0","id":{},"method":"shutdown"}`), "-32600"},
		{"no header", "hello there\r\n\r\n", ""},
		{"a length that is none", "Content-Length: many\r\n\r\n", ""},
		{"other headers", "Content-Type: x; charset=utf-8\r\nX: y\r\n", ""},
		{"too short", "Content-Length: 3\r\n\r\n{}" + frame(`{"jsonrpc":"2.0","method":"lost"}`), "-32700"},
		{"a long line", strings.Repeat("x", 100_000) + "\r\n", ""},
		{"an unknown notification", frame(`{"jsonrpc":"2.0","method":"no/such","params":[]}`), ""},
		{"an unknown request", frame(`{"jsonrpc":"2.0","id":7,"method":"no/such"}`), "-32601"},
		{"parameters of a notification", frame(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":[1]}`), ""},
		{"an answer to nothing", frame(`{"jsonrpc":"2.0","id":99,"result":null}`), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			in := frame(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`) + test.garbage +
				frame(`{"jsonrpc":"2.0","id":"two","method":"shutdown"}`) + frame(`{"jsonrpc":"2.0","method":"exit"}`)
			err := lsp.Serve(context.Background(), stream{strings.NewReader(in), &out}, lsp.Options{Rules: rules.All()})
			if err != nil {
				t.Errorf("it ended with %v", err)
			}
			if got := out.String(); !strings.Contains(got, `"id":"two"`) || test.answer != "" && !strings.Contains(got, test.answer) {
				t.Errorf("it said %s", got)
			}
		})
	}
}

func frame(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }

// A stream is what a client said, and what it is told.
type stream struct {
	io.Reader
	io.Writer
}

func (stream) Close() error { return nil }

// TestOrder holds what comes before initialize and after shutdown.
func TestOrder(t *testing.T) {
	c := connect(t, &txtar.Archive{})
	if got := c.request("textDocument/hover", map[string]any{}); !strings.Contains(got, "-32002") {
		t.Errorf("before initialize: %s", got)
	}
	c.openAs("a.py", "import autogen\n") // it is passed over
	c.request("initialize", map[string]any{"capabilities": map[string]any{}})
	c.request("shutdown", nil)
	if got := c.request("textDocument/hover", map[string]any{}); !strings.Contains(got, "-32600") {
		t.Errorf("after shutdown: %s", got)
	}
	c.notify("exit", nil)
	if err := <-c.done; err != nil {
		t.Errorf("it ended with %v", err)
	}
}

// TestGone is about a client that is gone without a word.
func TestGone(t *testing.T) {
	c := start(t, &txtar.Archive{}, "")
	_ = c.pipe.Close()
	select {
	case err := <-c.done:
		if !errors.Is(err, lsp.ErrNoShutdown) {
			t.Errorf("it ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it did not end")
	}
}

// TestNoSource holds that neither the log nor an answer quotes what stands where a key belongs.
func TestNoSource(t *testing.T) {
	const key = "sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe"
	text := "import os\nfrom autogen import AssistantAgent\nkey = \"" + key + "\"\nconfig = [{\"model\": \"gpt-4o\", \"api_key\": key, \"tags\": [key]}]\n" +
		"a = AssistantAgent(\"" + key + "\", llm_config={\"config_list\": config})\nos.environ[\"" + key + "\"]\nx = (\n"
	c := start(t, &txtar.Archive{}, `{"capabilities": {"textDocument": {"diagnostic": {}, "hover": {"contentFormat": ["markdown"]}}}, "initializationOptions": {"codeLens": true}}`)
	c.openAs("a.py", text)
	var said strings.Builder
	doc := map[string]string{"uri": c.uri("a.py")}
	said.WriteString(c.request("textDocument/diagnostic", map[string]any{"textDocument": doc}))
	said.WriteString(c.request("textDocument/codeLens", map[string]any{"textDocument": doc}))
	for n, line := range strings.Split(text, "\n") {
		for at := range line {
			said.WriteString(c.request("textDocument/hover", map[string]any{"textDocument": doc, "position": map[string]int{"line": n, "character": at}}))
		}
		said.WriteString(c.request("textDocument/completion", map[string]any{"textDocument": doc, "position": map[string]int{"line": n, "character": len(line)}}))
	}
	c.notify(key, map[string]any{})
	c.stop()
	for _, line := range c.log {
		said.WriteString(line)
	}
	for at := len("sk-proj-"); at+8 <= len(key); at++ { // what is before is public
		if strings.Contains(said.String(), key[at:at+8]) {
			t.Fatalf("a part of the key is shown, from its character %d on", at)
		}
	}
	if !strings.Contains(said.String(), "AssistantAgent") {
		t.Error("nothing was said at all")
	}
}

// TestCancel holds that a request that is cancelled is answered so, and that the server goes on.
func TestCancel(t *testing.T) {
	c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	c.openAs("a.py", "from autogen import AssistantAgent\n"+strings.Repeat("AssistantAgent(\"a\", llm_config={\"config_list\": []})\n", 200))
	doc := map[string]any{"textDocument": map[string]string{"uri": c.uri("a.py")}}
	cancelled := 0
	for n := range 30 {
		id := jsonrpc2.ID{Num: uint64(1000 + n)}
		call, err := c.conn.DispatchCall(context.Background(), "textDocument/diagnostic", doc, jsonrpc2.PickID(id))
		if err != nil {
			t.Fatal(err)
		}
		c.notify("$/cancelRequest", map[string]any{"id": id})
		var coded *jsonrpc2.Error
		switch err := call.Wait(context.Background(), nil); {
		case errors.As(err, &coded) && coded.Code == -32800:
			cancelled++
		case err != nil:
			t.Errorf("a cancelled request is answered by %v", err)
		}
		c.notify("textDocument/didChange", edit(c.uri("a.py"), n+2, 0, 0, 0, 0, " "))
		c.notify("textDocument/didChange", edit(c.uri("a.py"), n+2, 0, 0, 0, 1, ""))
	}
	if cancelled == 0 {
		t.Error("every request was answered before it was cancelled")
	}
	if got := c.pull(c.uri("a.py")); len(got) != 200 {
		t.Errorf("after that there are %d findings", len(got))
	}
}

// A scene is what a random session does and knows.
type scene struct {
	*client
	r       *rand.Rand
	text    map[string]string // of what is open
	version map[string]int
	disk    map[string]string
	last    uint64 // id of what was cancelled
}

// pieces are what random edits write.
var pieces = []string{
	"from autogen import AssistantAgent\n", "import os\n", "import keys\n", "from keys import config_list\n", "from dotenv import load_dotenv; load_dotenv()\n",
	"os.environ[\"OPENAI_API_KEY\"] = open(\"k\").read()\n", "AssistantAgent(\"a\", llm_config={\"config_list\": []})\n", "config_list = [{\"model\": \"gpt-4o\", \"api_key\": \"\"}]\n",
	"a = AssistantAgent(\"😀\", llm_config={\"config_list\": config_list})\n", "a.generate_reply([])\n", "x = (\n", "\"\"\"\n", "😀", "é", "\r\n", "    ",
	"pyautogen==0.2.35\n", "ag2==0.9\n", ", {\"model\": \"\"}]\n", "# autogenlint: ignore[late-api-key] because\n", "OPENAI_API_KEY=\n", "OPENAI_TOKEN=x\n", "del config_list[0]\n", "\t", "if x:\n",
}

// place is a random place of a text, in UTF-16.
func (s *scene) place(text string) (offset, line, character int) {
	offset = s.r.IntN(len(text) + 1)
	for offset < len(text) && offset > 0 && (text[offset]&0xC0 == 0x80 || text[offset] == '\n' && text[offset-1] == '\r') {
		offset--
	}
	flat := strings.ReplaceAll(strings.ReplaceAll(text[:offset], "\r\n", "\n"), "\r", "\n")
	line = strings.Count(flat, "\n")
	return offset, line, len(utf16.Encode([]rune(flat[strings.LastIndexByte(flat, '\n')+1:])))
}

// step does one thing at random.
func (s *scene) step(names []string) {
	name := names[s.r.IntN(len(names))]
	text, open := s.text[name]
	switch n := s.r.IntN(14); {
	case !open:
		s.text[name], s.version[name] = s.disk[name], 1
		s.openAs(name, s.disk[name])
	case n < 8:
		from, line, character := s.place(text)
		to, endLine, endCharacter := s.place(text)
		if to < from {
			from, to, line, endLine, character, endCharacter = to, from, endLine, line, endCharacter, character
		}
		if s.r.IntN(3) > 0 {
			to, endLine, endCharacter = from, line, character
		}
		put := pieces[s.r.IntN(len(pieces))]
		s.version[name]++
		s.text[name] = text[:from] + put + text[to:]
		s.notify("textDocument/didChange", edit(s.uri(name), s.version[name], line, character, endLine, endCharacter, put))
	case n == 8:
		delete(s.text, name)
		s.notify("textDocument/didClose", map[string]any{"textDocument": map[string]string{"uri": s.uri(name)}})
	case n == 9:
		s.disk[name] = text
		s.write(name, text)
		s.notify("textDocument/didSave", map[string]any{"textDocument": map[string]string{"uri": s.uri(name)}, "text": text})
	case n == 10 || n == 11: // something else writes it, and the client has seen that
		lines := strings.SplitAfter(s.disk[name], "\n")
		at := s.r.IntN(len(lines) + 1)
		s.disk[name] = strings.Join(slices.Insert(lines, at, pieces[s.r.IntN(len(pieces))]), "")
		s.write(name, s.disk[name])
		s.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": s.uri(name), "type": 2}}})
	case n == 12:
		s.last++
		_, err := s.conn.DispatchCall(context.Background(), "textDocument/hover", map[string]any{"textDocument": map[string]string{"uri": s.uri(name)}, "position": map[string]int{"line": s.r.IntN(9), "character": s.r.IntN(60)}}, jsonrpc2.PickID(jsonrpc2.ID{Num: s.last}))
		if err != nil {
			s.t.Fatal(err)
		}
		s.notify("$/cancelRequest", map[string]any{"id": s.last})
	default:
		_, _ = s.ask("textDocument/codeAction", map[string]any{"textDocument": map[string]string{"uri": s.uri(name)}, "range": map[string]any{"start": map[string]int{"line": 0, "character": 0}, "end": map[string]int{"line": 99, "character": 0}}, "context": map[string]any{}})
	}
}

// TestRandom edits, opens, closes, saves and cancels at random, 10,080 times. Whatever was done, the findings at the end are those of a fresh
// check of the texts that there are then.
func TestRandom(t *testing.T) {
	names := []string{"app.py", "keys.py", "other.py", ".env", "deep/run.py", "deep/data.json", "requirements.txt"}
	for seed := range uint64(105) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			files := &txtar.Archive{Files: []txtar.File{
				{Name: "app.py", Data: []byte("import os\nimport keys\nfrom autogen import AssistantAgent\na = AssistantAgent(\"a\", llm_config={\"config_list\": keys.config_list})\n")},
				{Name: "keys.py", Data: []byte("config_list = [{\"model\": \"gpt-4o\", \"api_key\": \"\"}]\n")},
				{Name: "other.py", Data: []byte("from autogen import AssistantAgent\nfrom dotenv import load_dotenv\nload_dotenv()\n")},
				{Name: ".env", Data: []byte("OPENAI_TOKEN=x\n")},
				{Name: "deep/run.py", Data: []byte("import json\nimport importlib\nfrom autogen import AssistantAgent\nkeys = importlib.import_module(\"ke\" + \"ys\")\nAssistantAgent(\"a\", llm_config={\"config_list\": json.load(open(\"data.json\"))})\n")},
				{Name: "deep/data.json", Data: []byte("[{\"model\": \"gpt-4o\", \"api_key\": \"\"}]\n")},
				{Name: "requirements.txt", Data: []byte("pyautogen==0.2.35\n")},
			}}
			s := &scene{client: start(t, files, fmt.Sprintf(pulling, "utf-16")), r: rand.New(rand.NewPCG(seed, 1)), text: map[string]string{}, version: map[string]int{}, disk: map[string]string{}, last: 1 << 20}
			for _, f := range files.Files {
				s.disk[f.Name] = string(f.Data)
			}
			for round := range 8 {
				for range 12 {
					s.step(names)
				}
				got := map[string][]string{}
				for name := range s.text {
					got[name] = s.pull(s.uri(name))
				}
				want := s.fresh()
				if d := cmp.Diff(want, got); d != "" {
					t.Fatalf("round %d (-fresh +session):\n%s", round, d)
				}
			}
			s.stop()
		})
	}
}

// fresh checks the texts that there are now from the beginning, in a folder of their own.
func (s *scene) fresh() map[string][]string {
	s.t.Helper()
	files := &txtar.Archive{}
	for name, text := range s.disk {
		if open, ok := s.text[name]; ok {
			text = open
		}
		files.Files = append(files.Files, txtar.File{Name: name, Data: []byte(text)})
	}
	c := connect(s.t, files)
	r, err := lint.Run(context.Background(), lint.Options{Rules: rules.All(), Dir: c.dir})
	if err != nil {
		s.t.Fatal(err)
	}
	out := map[string][]string{}
	for name := range s.text {
		out[name] = []string{}
	}
	for _, i := range r.Issues {
		name := filepath.ToSlash(i.Place.File.Path)
		if _, open := s.text[name]; open {
			line, character := spot(i.Place.File, i.Place.Start)
			endLine, endCharacter := spot(i.Place.File, i.Place.End)
			out[name] = append(out[name], fmt.Sprintf("%d:%d-%d:%d %s", line, character, endLine, endCharacter, i.Code))
		}
	}
	for _, found := range out {
		slices.SortStableFunc(found, func(a, b string) int { return 0 })
	}
	return out
}

// spot is a place in UTF-16 units.
func spot(f *source.File, offset int) (line, character int) {
	at := f.Position(offset)
	start := f.LineStart(at.Line)
	return at.Line - 1, len(utf16.Encode([]rune(f.Text[start:offset])))
}

// book opens a notebook of two cells under addresses that begin with of.
func (c *client) book(name, of string, version int, last string) {
	c.notify("notebookDocument/didOpen", map[string]any{
		"notebookDocument": map[string]any{"uri": c.uri(name), "notebookType": "jupyter-notebook", "version": version, "cells": []any{
			map[string]any{"kind": 2, "document": of + ":1"}, map[string]any{"kind": 2, "document": of + ":2"},
		}},
		"cellTextDocuments": []any{
			map[string]any{"uri": of + ":1", "languageId": "python", "version": version, "text": "from autogen import AssistantAgent"},
			map[string]any{"uri": of + ":2", "languageId": "python", "version": version, "text": last},
		},
	})
}

// TestLostBook holds a notebook that an edit had no place in: nothing is said of it until it is saved, and then what the file holds.
func TestLostBook(t *testing.T) {
	bad := "AssistantAgent(\"a\", llm_config={\"config_list\": []})"
	c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	c.book("a.ipynb", "cell", 1, "x = 1")
	change := func(version, line int, text string) {
		place := map[string]int{"line": line, "character": 0}
		c.notify("notebookDocument/didChange", map[string]any{
			"notebookDocument": map[string]any{"uri": c.uri("a.ipynb"), "version": version},
			"change": map[string]any{"cells": map[string]any{"textContent": []any{map[string]any{
				"document": map[string]any{"uri": "cell:2", "version": version},
				"changes":  []any{map[string]any{"range": map[string]any{"start": place, "end": place}, "text": text}},
			}}}},
		})
	}
	change(2, 70, "y")
	change(3, 0, bad+"\n")
	if got := c.pull("cell:2"); len(got) > 0 {
		t.Errorf("of a notebook that is not known it says %v", got)
	}
	cell := func(kind, source string) string {
		return fmt.Sprintf(`{"cell_type": %q, "metadata": {}, "source": %s}`, kind, source)
	}
	code := cell("code", `["from autogen import AssistantAgent"]`)
	saved := map[string]any{"notebookDocument": map[string]string{"uri": c.uri("a.ipynb")}}
	for _, other := range []string{"{", `{"cells": []}`, `{"cells": [` + code + "," + cell("markdown", `"x"`) + "]}"} {
		c.write("a.ipynb", other)
		c.notify("notebookDocument/didSave", saved)
		if got := c.pull("cell:2"); len(got) > 0 {
			t.Errorf("after other cells were saved it says %v", got)
		}
	}
	c.write("a.ipynb", `{"cells": [`+code+","+cell("code", `["\n", "`+strings.ReplaceAll(bad, `"`, `\"`)+`"]`)+`], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}`)
	c.notify("notebookDocument/didSave", saved)
	if d := cmp.Diff([]string{"1:47-1:49 AG203"}, c.pull("cell:2")); d != "" {
		t.Errorf("after a save: %s", d)
	}
}

// TestRenamedBook holds a notebook that gets another name while it is open, as VS Code does it: the old one is closed, the new one
// is opened with other addresses. It also holds one that is gone on disk before it is closed.
func TestRenamedBook(t *testing.T) {
	bad := "AssistantAgent(\"a\", llm_config={\"config_list\": []})"
	c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	want := []string{"0:47-0:49 AG203"}
	c.book("old.ipynb", "old", 1, bad)
	if d := cmp.Diff(want, c.pull("old:2")); d != "" {
		t.Fatal(d)
	}
	c.notify("notebookDocument/didClose", map[string]any{"notebookDocument": map[string]string{"uri": c.uri("old.ipynb")}, "cellTextDocuments": []any{}})
	c.book("new.ipynb", "new", 1, bad)
	c.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{
		map[string]any{"uri": c.uri("old.ipynb"), "type": 3}, map[string]any{"uri": c.uri("new.ipynb"), "type": 1},
	}})
	if d := cmp.Diff(want, c.pull("new:2")); d != "" {
		t.Errorf("under its new name: %s", d)
	}
	if got := c.pull("old:2"); len(got) > 0 {
		t.Errorf("under its old name it says %v", got)
	}
	c.notify("notebookDocument/didClose", map[string]any{"notebookDocument": map[string]string{"uri": c.uri("new.ipynb")}, "cellTextDocuments": []any{}})
	if got := c.pull("new:2"); len(got) > 0 {
		t.Errorf("after it was closed it says %v", got)
	}
}

// TestResultIDs holds that what is said alike is not said again, across edits that change nothing of it, and that what differs is.
func TestResultIDs(t *testing.T) {
	text := "from autogen import AssistantAgent\nAssistantAgent(\"a\", llm_config={\"config_list\": []})\n"
	c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	c.openAs("a.py", text)
	ask := func(previous string) (p pulled) {
		t.Helper()
		result, err := c.ask("textDocument/diagnostic", map[string]any{"textDocument": map[string]string{"uri": c.uri("a.py")}, "previousResultId": previous})
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(result, &p); err != nil {
			t.Fatal(err)
		}
		return p
	}
	first := ask("")
	if first.Kind != "full" || first.ResultID == "" || len(first.Items) != 1 {
		t.Fatalf("%+v", first)
	}
	c.notify("textDocument/didChange", edit(c.uri("a.py"), 2, 2, 0, 2, 0, "# a comment\n"))
	if got := ask(first.ResultID); got.Kind != "unchanged" || got.ResultID != first.ResultID || got.Items != nil {
		t.Errorf("after an edit below: %+v", got)
	}
	c.notify("textDocument/didChange", edit(c.uri("a.py"), 3, 0, 0, 0, 0, "# a comment\n"))
	moved := ask(first.ResultID)
	if moved.Kind != "full" || moved.ResultID == first.ResultID || len(moved.Items) != 1 {
		t.Errorf("after an edit above: %+v", moved)
	}
	c.notify("textDocument/didChange", edit(c.uri("a.py"), 4, 0, 0, 3, 0, ""))
	if got := ask(moved.ResultID); got.Kind != "full" || len(got.Items) != 0 {
		t.Errorf("after all is gone: %+v", got)
	}
}

// TestSaveFinds holds that a save tells what a document is whose edits had no place, and that nothing else in a save does.
func TestSaveFinds(t *testing.T) {
	text := "from autogen import AssistantAgent\nAssistantAgent(\"a\", llm_config={\"config_list\": []})\n"
	c := start(t, &txtar.Archive{Files: []txtar.File{{Name: "a.py", Data: []byte(text)}}}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	c.open("a.py")
	want := []string{"1:47-1:49 AG203"}
	save := map[string]any{"textDocument": map[string]string{"uri": c.uri("a.py")}, "text": strings.ReplaceAll(text, "\n", `\n`)}
	c.notify("textDocument/didSave", save)
	if d := cmp.Diff(want, c.pull(c.uri("a.py"))); d != "" {
		t.Errorf("after a save with another text: %s", d)
	}
	c.notify("textDocument/didChange", edit(c.uri("a.py"), 2, 90, 0, 91, 0, ""))
	if got := c.pull(c.uri("a.py")); len(got) > 0 {
		t.Errorf("of a text that is not known it says %v", got)
	}
	c.notify("textDocument/didSave", save)
	if d := cmp.Diff(want, c.pull(c.uri("a.py"))); d != "" {
		t.Errorf("after a save: %s", d)
	}
}

// TestNotebookType holds the type of notebooks that the server wants as a string: kakoune-lsp 22 cannot read it as an object, and ends.
func TestNotebookType(t *testing.T) {
	c := connect(t, new(txtar.Archive))
	result, err := c.ask("initialize", map[string]any{"capabilities": map[string]any{}, "rootUri": c.uri("")})
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Capabilities struct {
			NotebookDocumentSync struct{ NotebookSelector []struct{ Notebook string } }
		}
	}
	if err := json.Unmarshal(result, &answer); err != nil {
		t.Fatal(err)
	}
	if s := answer.Capabilities.NotebookDocumentSync.NotebookSelector; len(s) != 1 || s[0].Notebook != "jupyter-notebook" {
		t.Errorf("%+v", s)
	}
}

// TestDebounce holds that a client that is pushed to hears of what was typed when it stops, and of a save at once.
func TestDebounce(t *testing.T) {
	for _, option := range []string{`"debounce": 600000`, `"run": "onSave"`} {
		t.Run(option, func(t *testing.T) {
			c := start(t, &txtar.Archive{}, `{"capabilities": {}, "initializationOptions": {`+option+`}}`)
			defer c.stop()
			c.openAs("a.py", "from autogen import AssistantAgent\n")
			c.await("textDocument/publishDiagnostics")
			c.notify("textDocument/didChange", edit(c.uri("a.py"), 2, 1, 0, 1, 0, `AssistantAgent("a", llm_config={"config_list": []})`))
			c.request("textDocument/codeLens", map[string]any{"textDocument": map[string]string{"uri": c.uri("a.py")}})
			c.mu.Lock()
			early := len(c.came)
			c.mu.Unlock()
			if early > 0 {
				t.Errorf("while it is typed, it says %s", c.came)
			}
			c.notify("textDocument/didSave", map[string]any{"textDocument": map[string]string{"uri": c.uri("a.py")}})
			if m := c.await("textDocument/publishDiagnostics"); !strings.Contains(string(m.params), "AG203") {
				t.Errorf("after the save it says %s", m.params)
			}
		})
	}
}
