//go:build cgo && unix

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// saved are the files of the project whose server is killed.
var saved = map[string]string{
	"app.py": `from autogen import AssistantAgent
from keys import config_list
a = AssistantAgent("a", llm_config={"config_list": config_list})
a.generate_reply([])
`,
	"keys.py": "config_list = [{\"model\": \"m\", \"api_key\": \"x\", \"base_url\": \"http://localhost:11434\"}]\n",
	"late.py": late,
	".env":    "OPENAI_TOKEN=x\n",
}

// typed are what is typed into them. None opens a string or a bracket that it does not close.
var typed = []string{
	"import os\n", "from dotenv import load_dotenv; load_dotenv()\n", "x = 1\n", "# and so on\n", "OPENAI_API_KEY=\n", "from autogen import AssistantAgent\n",
	"AssistantAgent(\"b\", llm_config={\"config_list\": []})\n", "os.environ[\"OPENAI_API_KEY\"] = input()\n", "config_list.append({\"model\": \"gpt-4o\", \"api_key\": \"\"})\n",
}

// An editor is a client of a server in a process of its own.
type editor struct {
	t    *testing.T
	dir  string
	cmd  *exec.Cmd
	in   io.WriteCloser
	errs strings.Builder
	gone chan bool // the server says no more

	mu      sync.Mutex
	id      int
	waiting map[int]chan json.RawMessage // for the answer of a request
	edits   int                          // that the server asked for
	atEdit  bool                         // kill it then
}

// edit starts a server over dir, with home as the only other place where it might write.
func edit(t *testing.T, dir, home string, atEdit bool) *editor {
	t.Helper()
	e := &editor{t: t, dir: dir, cmd: process(t, dir, "server", "--debounce=1ms"), gone: make(chan bool), waiting: map[int]chan json.RawMessage{}, atEdit: atEdit}
	for _, name := range []string{"HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
		e.cmd.Env = append(e.cmd.Env, name+"="+home)
	}
	e.cmd.Stderr = &e.errs
	out, err := e.cmd.StdoutPipe()
	if err == nil {
		e.in, err = e.cmd.StdinPipe()
	}
	if err == nil {
		err = e.cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	go e.listen(bufio.NewReader(out))
	if _, ok := e.ask("initialize", map[string]any{"rootUri": e.uri(""), "capabilities": map[string]any{
		"general": map[string]any{"positionEncodings": []string{"utf-32"}}, "textDocument": map[string]any{"diagnostic": map[string]any{}}, "workspace": map[string]any{"applyEdit": true},
	}}); !ok {
		t.Fatalf("the server does not begin: %s", cut(e.errs.String()))
	}
	e.say(map[string]any{"method": "initialized", "params": map[string]any{}})
	return e
}

func (e *editor) uri(name string) string { return "file://" + e.dir + "/" + name }

// say sends a message. It reports whether the server is still there to take it.
func (e *editor) say(m map[string]any) bool {
	m["jsonrpc"] = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		e.t.Error(err)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	_, err = fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
	return err == nil
}

// request asks for something and does not wait.
func (e *editor) request(method string, params any) chan json.RawMessage {
	answer := make(chan json.RawMessage, 1)
	e.mu.Lock()
	e.id++
	id := e.id
	e.waiting[id] = answer
	e.mu.Unlock()
	e.say(map[string]any{"id": id, "method": method, "params": params})
	return answer
}

// ask asks for something, and waits until it is there or never will be.
func (e *editor) ask(method string, params any) (json.RawMessage, bool) {
	select {
	case answer := <-e.request(method, params):
		return answer, true
	case <-e.gone:
		return nil, false
	}
}

// listen takes what the server says, and does what it asks.
func (e *editor) listen(out *bufio.Reader) {
	defer close(e.gone)
	for {
		head, err := textproto.NewReader(out).ReadMIMEHeader()
		if err != nil {
			return
		}
		n, err := strconv.Atoi(head.Get("Content-Length"))
		if err != nil {
			e.t.Errorf("a message of %q", head)
			return
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(out, body); err != nil {
			return
		}
		var m struct {
			ID     *int
			Method string
			Result json.RawMessage
		}
		if err := json.Unmarshal(body, &m); err != nil {
			e.t.Errorf("it says %s: %v", cut(string(body)), err)
		}
		switch {
		case m.ID == nil:
		case m.Method == "":
			e.mu.Lock()
			e.waiting[*m.ID] <- m.Result
			delete(e.waiting, *m.ID)
			e.mu.Unlock()
		default:
			if m.Method == "workspace/applyEdit" {
				e.edits++
				if e.atEdit {
					_ = e.cmd.Process.Kill()
				}
			}
			go e.say(map[string]any{"id": *m.ID, "result": map[string]any{"applied": true}})
		}
	}
}

// open opens the files as they are on the disk, and returns what the server says of them.
func (e *editor) open(disk map[string]string) []string {
	e.t.Helper()
	for name, text := range disk {
		e.say(map[string]any{"method": "textDocument/didOpen", "params": map[string]any{"textDocument": map[string]any{"uri": e.uri(name), "languageId": "python", "version": 1, "text": text}}})
	}
	var said []string
	for name := range disk {
		answer, ok := e.ask("textDocument/diagnostic", map[string]any{"textDocument": map[string]any{"uri": e.uri(name)}})
		var p struct {
			Items []struct {
				Code  string
				Range struct{ Start struct{ Line, Character int } }
			}
		}
		if err := json.Unmarshal(answer, &p); err != nil || !ok {
			e.t.Fatalf("it says %s: %v, stderr %s", cut(string(answer)), err, cut(e.errs.String()))
		}
		for _, i := range p.Items {
			said = append(said, fmt.Sprintf("%s:%d:%d %s", name, i.Range.Start.Line+1, i.Range.Start.Character+1, i.Code))
		}
	}
	slices.Sort(said)
	return said
}

// work types, saves and asks for whatever an editor asks for, until the server is gone. What it saves is in disk.
func (e *editor) work(r *rand.Rand, disk map[string]string) {
	names := slices.Sorted(maps.Keys(disk))
	texts := maps.Clone(disk)
	for version := 2; ; version++ {
		name := names[r.IntN(len(names))]
		doc := map[string]any{"uri": e.uri(name)}
		lines := strings.SplitAfter(texts[name], "\n")
		at := r.IntN(len(lines))
		place := map[string]int{"line": at, "character": 0}
		whole := map[string]any{"start": map[string]int{"line": 0, "character": 0}, "end": map[string]int{"line": len(lines), "character": 0}}
		there := true
		switch r.IntN(8) {
		case 0: // the editor writes it, and says so
			if err := os.WriteFile(filepath.Join(e.dir, name), []byte(texts[name]), 0o644); err != nil {
				e.t.Fatal(err)
			}
			disk[name] = texts[name]
			there = e.say(map[string]any{"method": "textDocument/didSave", "params": map[string]any{"textDocument": doc}})
		case 1:
			e.request("textDocument/codeAction", map[string]any{"textDocument": doc, "range": whole, "context": map[string]any{}})
		case 2:
			done := e.request("workspace/executeCommand", map[string]any{"command": "autogenlint.fixAll", "arguments": []any{e.uri("keys.py")}})
			if r.IntN(4) > 0 { // an edit meanwhile, and nothing is fixed
				select {
				case <-done:
				case <-e.gone:
				}
			}
		case 3:
			e.request("textDocument/formatting", map[string]any{"textDocument": doc, "options": map[string]any{"tabSize": 4, "insertSpaces": true}})
		case 4:
			e.request("textDocument/hover", map[string]any{"textDocument": doc, "position": place})
			e.request("textDocument/diagnostic", map[string]any{"textDocument": doc})
		default:
			to, put := place, typed[r.IntN(len(typed))]
			if len(lines) > 12 { // take a line away again
				put, lines[at], to = "", "", map[string]int{"line": at + 1, "character": 0}
				if at == len(lines)-1 {
					to = place
				}
			}
			texts[name] = strings.Join(slices.Insert(lines, at, put), "")
			doc["version"] = version
			there = e.say(map[string]any{"method": "textDocument/didChange", "params": map[string]any{
				"textDocument": doc, "contentChanges": []any{map[string]any{"range": map[string]any{"start": place, "end": to}, "text": put}},
			}})
		}
		select {
		case <-e.gone:
			there = false
		default:
		}
		if !there {
			return
		}
		time.Sleep(time.Duration(r.IntN(3)) * time.Millisecond)
	}
}

// fresh is what a check of the folder says, as open does.
func fresh(t *testing.T, dir string) []string {
	t.Helper()
	out, err := process(t, dir, "check", "--output-format", "json", "--exit-zero").Output()
	var report struct {
		Findings []struct {
			Code, Path   string
			Line, Column int
		}
	}
	if err == nil {
		err = json.Unmarshal(out, &report)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, cut(string(out)))
	}
	var said []string
	for _, f := range report.Findings {
		said = append(said, fmt.Sprintf("%s:%d:%d %s", f.Path, f.Line, f.Column, f.Code))
	}
	slices.Sort(said)
	return said
}

// below are the files and folders in dir, with what they hold.
func below(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		out[name] = "a folder"
		if d.IsDir() {
			return nil
		}
		text, err := os.ReadFile(path)
		out[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestKilledServer kills the server (SIGKILL) in the middle of what an editor does with it, at 30 moments. Each time the project is what
// the editor saved and nothing else, nothing lies in the folders of the user either, and the next server says what a check says.
func TestKilledServer(t *testing.T) {
	dir, home := t.TempDir(), t.TempDir()
	disk := maps.Clone(saved)
	for name, text := range disk {
		write(t, filepath.Join(dir, name), text)
	}
	r := rand.New(rand.NewPCG(1, 2))
	asked, edits, told := 0, 0, 0
	for n := range 30 {
		e := edit(t, dir, home, n%5 == 0)
		said := e.open(disk)
		if d := cmp.Diff(fresh(t, dir), said); d != "" {
			t.Fatalf("-check +server:\n%s", d)
		}
		told += len(said)
		moment := time.Duration(r.IntN(200)) * time.Millisecond
		if e.atEdit {
			moment = 5 * time.Second // there may be nothing left to mend
		}
		timer := time.AfterFunc(moment, func() { _ = e.cmd.Process.Kill() })
		e.work(r, disk)
		<-e.gone
		_ = e.cmd.Wait()
		timer.Stop()
		if e.cmd.ProcessState.Exited() {
			t.Fatalf("it ended by itself: %v, stderr %s", e.cmd.ProcessState, cut(e.errs.String()))
		}
		asked, edits = asked+len(e.waiting), edits+e.edits
		if d := cmp.Diff(disk, below(t, dir)); d != "" {
			t.Fatalf("the project is not what was saved (-saved +there):\n%s", d)
		}
		if left := below(t, home); len(left) > 0 {
			t.Fatalf("it left %v", slices.Collect(maps.Keys(left)))
		}
	}
	if asked == 0 || edits == 0 || told == 0 {
		t.Errorf("%d requests were not answered when it was killed, %d edits were asked for, %d findings told: that is too little work", asked, edits, told)
	}
	t.Logf("30 kills, %d requests in the middle, %d edits asked for, %d findings compared", asked, edits, told)
}
