package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/autogenlint/autogenlint/source"
)

// module is a program of some hundred lines, as people write them.
var module = func() string {
	var b strings.Builder
	b.WriteString("import os\nfrom autogen import AssistantAgent\n\nCONFIG = {\"model\": \"gpt-4o\", \"api_key\": os.environ[\"OPENAI_API_KEY\"]}\n")
	for i := range 100 {
		fmt.Fprintf(&b, "\n\nclass Tool%d(Base):\n    \"\"\"What the tool does.\"\"\"\n\n    def run(self, query: str, limit=%d, **more):\n        # what is left\n        if query is None and not self.names:\n            return [n.strip() for n in more.get(\"names\", []) if n != query]\n        return AssistantAgent(name=f\"tool {query}\", llm_config=CONFIG | {\"seed\": limit})\n", i, i)
	}
	return b.String()
}()

// BenchmarkTree is tree-sitter's part: the parse, and the way out of C.
func BenchmarkTree(b *testing.B) {
	b.SetBytes(int64(len(module)))
	for b.Loop() {
		withTree(module, func([]record) {})
	}
}

// BenchmarkPython is the whole way from text to syntax.
func BenchmarkPython(b *testing.B) {
	f, err := Decode("a.py", source.Python, []byte(module))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(module)))
	b.ReportAllocs()
	for b.Loop() {
		Python(f)
	}
}

// What lowering allocates is the tree, and next to nothing beside it. The count is exact: unlike a time it tells a regression.
func TestLoweringAllocatesTheTree(t *testing.T) {
	f, err := Decode("a.py", source.Python, []byte(module))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Count(module, "\n")
	if n := testing.AllocsPerRun(10, func() { Python(f) }); n > float64(8*lines) {
		t.Errorf("a module of %d lines takes %.0f allocations", lines, n)
	}
}
