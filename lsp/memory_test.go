package lsp_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestMemoryReturns holds that a server keeps nothing of what was closed: of files in the folder that the client works in, of such as
// are on no disk, and of files in folders elsewhere.
func TestMemoryReturns(t *testing.T) {
	const text = "import os\nfrom autogen import AssistantAgent\na = AssistantAgent(\"a\", llm_config={\"config_list\": [{\"model\": \"gpt-4o\"}]})\nos.environ[\"OPENAI_API_KEY\"] = input()\n"
	c := start(t, &txtar.Archive{Files: []txtar.File{{Name: "app.py", Data: []byte(text)}}}, fmt.Sprintf(pulling, "utf-16"))
	outside := t.TempDir()
	round := func(n int) {
		elsewhere := filepath.Join(outside, fmt.Sprint("p", n))
		for _, dir := range []string{elsewhere, filepath.Join(elsewhere, ".git")} {
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		for _, path := range []string{c.path("app.py"), c.path(fmt.Sprintf("new%d.py", n)), filepath.Join(elsewhere, "a.py")} {
			uri := address(path)
			c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": "python", "version": 1, "text": text}})
			if got := c.pull(uri); len(got) != 1 {
				t.Fatalf("round %d: %v", n, got)
			}
			c.notify("textDocument/didClose", map[string]any{"textDocument": map[string]string{"uri": uri}})
		}
	}
	held := func() int {
		c.request("workspace/executeCommand", nil) // the server has taken what came before
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	n := 0
	for ; n < 50; n++ {
		round(n)
	}
	before := held()
	for ; n < 1050; n++ {
		round(n)
	}
	grown := held() - before
	t.Logf("%d bytes before, %d more after 1,000 rounds", before, grown)
	if grown > 1<<20 {
		t.Errorf("the heap has grown by %d bytes in 1,000 rounds", grown)
	}
	c.stop()
}
