package lsp_test

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// faulty is a program with one fault, and where that is.
const (
	faulty = "from autogen import AssistantAgent\nAssistantAgent(\"a\", llm_config={\"config_list\": []})\n"
	fault  = "1:47-1:49 AG203"
)

// lives fails the test unless the server finds what is in a document that it gets now.
func (c *client) lives(name string) {
	c.t.Helper()
	c.openAs(name, faulty)
	if d := cmp.Diff([]string{fault}, c.pull(c.uri(name))); d != "" {
		c.t.Errorf("after that: %s", d)
	}
}

// logs fails the test unless a line of the log holds text.
func (c *client) logs(text string) {
	c.t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if !slices.ContainsFunc(c.log, func(line string) bool { return strings.Contains(line, text) }) {
		c.t.Errorf("the log does not say %q: %q", text, c.log)
	}
}

// blanks is a reader of blanks without end.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// TestHugeMessage holds a message above the limit: it is passed over and said to be too large, and since it may have been an edit, nothing
// is said of what is open until that comes whole.
func TestHugeMessage(t *testing.T) {
	c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	c.lives("a.py")
	const size = 128<<20 + 1
	if _, err := fmt.Fprintf(c.pipe, "Content-Length: %d\r\n\r\n", size); err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(c.pipe, blanks{}, size); err != nil {
		t.Fatal(err)
	}
	if got := c.pull(c.uri("a.py")); len(got) > 0 {
		t.Errorf("of a document that may be another it says %v", got)
	}
	c.logs("a message is too large")
	c.notify("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": c.uri("a.py"), "version": 3}, "contentChanges": []any{map[string]string{"text": faulty}},
	})
	if d := cmp.Diff([]string{fault}, c.pull(c.uri("a.py"))); d != "" {
		t.Errorf("when it came whole: %s", d)
	}
	c.lives("b.py")
}

// TestHugeDocument holds a document that is larger than what is parsed.
func TestHugeDocument(t *testing.T) {
	c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	c.openAs("huge.py", faulty+strings.Repeat("# a line of a program that is far too long\n", 16<<20/43+1))
	if d := cmp.Diff([]string{"0:0-0:0 AG004"}, c.pull(c.uri("huge.py"))); d != "" {
		t.Error(d)
	}
	c.lives("b.py")
}

// TestOutside holds documents that lie in no folder of the client's, or in no folder at all.
func TestOutside(t *testing.T) {
	c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
	defer c.stop()
	elsewhere, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(elsewhere, "folder.py"), 0o755); err != nil {
		t.Fatal(err)
	}
	open := func(uri string) {
		c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": "python", "version": 1, "text": faulty}})
	}
	other := address(filepath.Join(elsewhere, "other.py"))
	open(other)
	if d := cmp.Diff([]string{fault}, c.pull(other)); d != "" {
		t.Error(d)
	}
	for _, name := range []string{"folder.py", "no/such/folder/new.py"} { // whatever is said of them
		open(address(filepath.Join(elsewhere, name)))
		c.pull(address(filepath.Join(elsewhere, name)))
	}
	for _, uri := range []string{"untitled:Untitled-1", "git:/a/b.py?ref=HEAD", "http://example.com/a.py", "file:///a%00b.py", "no address", ""} {
		open(uri)
		if answer := c.request("textDocument/hover", map[string]any{"textDocument": map[string]string{"uri": uri}, "position": map[string]int{}}); !strings.HasPrefix(answer, "error ") {
			t.Errorf("what is known of %q: %s", uri, answer)
		}
	}
	c.logs("the document is no file; it is not linted")
	c.lives("b.py")
}

// TestBadEdits holds edits that have no place: they are logged, nothing is said of the document then, and all is well when it comes whole.
func TestBadEdits(t *testing.T) {
	at := func(line, character, endLine, endCharacter any) string {
		return fmt.Sprintf(`[{"range": {"start": {"line": %v, "character": %v}, "end": {"line": %v, "character": %v}}, "text": "\n"}]`, line, character, endLine, endCharacter)
	}
	for _, test := range []struct{ name, changes, says string }{
		{"behind the end", at(50, 0, 51, 0), "an edit has no place"},
		{"a line below zero", at(-1, 0, 0, 0), "an edit has no place"},
		{"a column below zero", at(0, -1, 0, 0), "an edit has no place"},
		{"the end before the start", at(1, 5, 0, 0), "an edit has no place"},
		{"half a line", at(0.5, 0, 1, 0), "the parameters are not"},
		{"a line beyond all numbers", at("1e99", 0, 1, 0), "the parameters are not"},
		{"a line that is a word", at(`"two"`, 0, 1, 0), "the parameters are not"},
		{"no list", `{"text": "x"}`, "the parameters are not"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := start(t, &txtar.Archive{}, fmt.Sprintf(pulling, "utf-16"))
			defer c.stop()
			c.lives("a.py")
			change := `{"textDocument": {"uri": "$ROOT/a.py", "version": %d}, "contentChanges": %s}`
			c.notify("textDocument/didChange", json.RawMessage(c.fill(fmt.Sprintf(change, 2, test.changes))))
			c.notify("textDocument/didChange", json.RawMessage(c.fill(fmt.Sprintf(change, 3, at(0, 0, 0, 0)))))
			if got := c.pull(c.uri("a.py")); len(got) > 0 {
				t.Errorf("of a document that is not known it says %v", got)
			}
			c.logs(test.says)
			c.notify("textDocument/didChange", json.RawMessage(c.fill(fmt.Sprintf(change, 4, fmt.Sprintf(`[{"text": %q}]`, faulty)))))
			if d := cmp.Diff([]string{fault}, c.pull(c.uri("a.py"))); d != "" {
				t.Errorf("when it came whole: %s", d)
			}
		})
	}
}

// TestChangedMeanwhile holds that a fix of a document that is another by now is refused, and that an edit names the version that it is for.
func TestChangedMeanwhile(t *testing.T) {
	c := start(t, &txtar.Archive{}, `{"capabilities": {"textDocument": {"diagnostic": {}}, "workspace": {"workspaceEdit": {"documentChanges": true}}}}`)
	defer c.stop()
	c.openAs("a.py", "import autogen\nautogen.AssistantAgent(\"a\", llm_config={\"config_list\": [{\"model\": \"m\", \"api_key\": \"none\", \"base_url\": \"http://localhost:11434\"}]})\n")
	c.notify("textDocument/didChange", edit(c.uri("a.py"), 2, 0, 0, 0, 0, "# why\n"))
	fix := func(version int) string {
		return c.request("workspace/executeCommand", map[string]any{"command": "autogenlint.fixAll", "arguments": []any{c.uri("a.py"), version}})
	}
	if answer := fix(1); !strings.Contains(answer, "-32801") || len(c.applied) > 0 {
		t.Errorf("the fix of another version: %s", answer)
	}
	if answer := fix(2); answer != "null" || len(c.applied) != 1 || !strings.Contains(string(c.applied[0]), `"version":2`) {
		t.Errorf("the fix of this version: %s %s", answer, c.applied)
	}
}
