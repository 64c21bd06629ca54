package lsp_test

import (
	"context"
	"encoding/json"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"golang.org/x/tools/txtar"

	"github.com/autogenlint/autogenlint/lsp"
	"github.com/autogenlint/autogenlint/rules"
)

// A client is a scripted editor. It reads and writes messages through jsonrpc2's own codec, not the server's.
type client struct {
	t    testing.TB
	dir  string
	pipe net.Conn
	conn *jsonrpc2.Conn
	done chan error // what Serve returned

	mu       sync.Mutex
	came     []message // what the server sent on its own, in order
	news     chan struct{}
	settings json.RawMessage // what it answers when it is asked
	log      []string
	applied  []json.RawMessage // edits that it was asked to make
}

// A message is a notification or request of the server's.
type message struct {
	method string
	params json.RawMessage
}

// Handle implements jsonrpc2.Handler.
func (c *client) Handle(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	var params json.RawMessage
	if r.Params != nil {
		params = *r.Params
	}
	var answer any
	c.mu.Lock()
	c.came = append(c.came, message{r.Method, params})
	switch r.Method {
	case "workspace/configuration":
		answer = []json.RawMessage{c.settings}
	case "workspace/applyEdit":
		c.applied = append(c.applied, params)
		answer = map[string]bool{"applied": true}
	}
	c.mu.Unlock()
	select {
	case c.news <- struct{}{}:
	default:
	}
	if !r.Notif {
		go func() { _ = conn.Reply(ctx, r.ID, answer) }()
	}
}

// start writes the files of an archive into a project, and begins a session about it.
func start(t testing.TB, a *txtar.Archive, initialize string) *client {
	t.Helper()
	c := connect(t, a)
	c.settings = json.RawMessage("null")
	if initialize == "" {
		initialize = `{"capabilities": {}}`
	}
	var params map[string]any
	if err := json.Unmarshal([]byte(c.fill(initialize)), &params); err != nil {
		t.Fatalf("initialize: %v", err)
	}
	if _, ok := params["rootUri"]; !ok {
		params["rootUri"] = c.uri("")
	}
	c.request("initialize", params)
	c.notify("initialized", map[string]any{})
	return c
}

// connect writes the files of an archive into a project, and starts a server.
func connect(t testing.TB, a *txtar.Archive) *client {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	c := &client{t: t, dir: dir, done: make(chan error, 1), news: make(chan struct{}, 1)}
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		c.write(f.Name, string(f.Data))
	}
	ours, theirs := net.Pipe()
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		c.done <- lsp.Serve(ctx, theirs, lsp.Options{Rules: rules.All(), Version: "test", Log: func(line string) {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.log = append(c.log, line)
		}})
	}()
	c.pipe = ours
	c.conn = jsonrpc2.NewConn(ctx, jsonrpc2.NewBufferedStream(ours, jsonrpc2.VSCodeObjectCodec{}), c)
	t.Cleanup(func() {
		_ = c.conn.Close()
		stop()
	})
	return c
}

// stop ends the session as an editor does.
func (c *client) stop() {
	c.t.Helper()
	c.request("shutdown", nil)
	c.notify("exit", nil)
	select {
	case err := <-c.done:
		if err != nil {
			c.t.Errorf("the server ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		c.t.Fatal("the server did not end")
	}
}

// path is where a file of the project is.
func (c *client) path(name string) string { return filepath.Join(c.dir, filepath.FromSlash(name)) }

// uri is the address of a file of the project.
func (c *client) uri(name string) string { return address(c.path(name)) }

// address is the address of a path, as VS Code writes it: /c%3A/project/app.py on Windows.
func address(path string) string {
	path = filepath.ToSlash(path)
	if volume := filepath.VolumeName(path); volume != "" {
		return "file:///" + strings.ToLower(volume[:1]) + "%3A" + (&url.URL{Path: path[len(volume):]}).EscapedPath()
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

func (c *client) write(name, text string) {
	c.t.Helper()
	if err := os.MkdirAll(filepath.Dir(c.path(name)), 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(c.path(name), []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

// fill puts the address of the project in place of $ROOT.
func (c *client) fill(s string) string { return strings.ReplaceAll(s, "$ROOT", c.uri("")) }

// request asks the server for something, and returns its answer or error as JSON.
func (c *client) request(method string, params any) string {
	c.t.Helper()
	result, err := c.ask(method, params)
	if err != nil {
		return "error " + err.Error()
	}
	return string(result)
}

func (c *client) ask(method string, params any) (json.RawMessage, error) {
	ctx, stop := context.WithTimeout(context.Background(), 30*time.Second)
	defer stop()
	var result json.RawMessage
	err := c.conn.Call(ctx, method, params, &result)
	if ctx.Err() != nil {
		c.t.Fatalf("%s was not answered", method)
	}
	return result, err
}

func (c *client) notify(method string, params any) {
	c.t.Helper()
	if err := c.conn.Notify(context.Background(), method, params); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

// open opens a file of the project as it is on disk.
func (c *client) open(name string) {
	c.t.Helper()
	text, err := os.ReadFile(c.path(name))
	if err != nil {
		c.t.Fatal(err)
	}
	c.openAs(name, string(text))
}

func (c *client) openAs(name, text string) {
	c.t.Helper()
	c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": c.uri(name), "languageId": "python", "version": 1, "text": text,
	}})
}

// await waits until the server sends a method on its own, and takes it and what came before it.
func (c *client) await(method string) message {
	c.t.Helper()
	deadline := time.After(10 * time.Second)
	for {
		c.mu.Lock()
		for i, m := range c.came {
			if m.method == method {
				c.came = c.came[i+1:]
				c.mu.Unlock()
				return m
			}
		}
		c.mu.Unlock()
		select {
		case <-c.news:
		case <-deadline:
			c.mu.Lock()
			defer c.mu.Unlock()
			c.t.Fatalf("%s did not come; what came: %s; the log: %q", method, c.came, c.log)
		}
	}
}
