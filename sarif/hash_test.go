package sarif

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLineHashes holds the hash to values that GitHub's own code printed.
func TestLineHashes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"lf", "import os\nx = eval(\"1\")\n", []string{"497e4ce46667f7af:1", "2751bf1173ad99c8:1", "c129715d7a2bc9a3:1"}},
		{"crlf", "import os\r\nx = eval(\"1\")\r\n", []string{"497e4ce46667f7af:1", "2751bf1173ad99c8:1", "c129715d7a2bc9a3:1"}},
		{"cr", "import os\rx = eval(\"1\")\r", []string{"497e4ce46667f7af:1", "2751bf1173ad99c8:1", "c129715d7a2bc9a3:1"}},
		{"noeol", "import os\nx = eval(\"1\")", []string{"50c429c201a675a9:1", "34b504e5e4aeb0aa:1"}},
		{"dup", "x = 1\nx = 1\nx = 1\n", []string{"b06211268476d237:1", "87c133c3324ef59b:1", "8e00d41f0ebba6bf:1", "c129715d7a2bc9a3:1"}},
		{"tabs", "\tx = 1\n  y\t= 2\n", []string{"5ceeb771b3aff0bd:1", "ab1f8ed3e7dc41c1:1", "c129715d7a2bc9a3:1"}},
		{"uni", "s = \"é漢😀\"\nt = 2\n", []string{"b9498e4dfc7e6322:1", "facc18b13ae631f0:1", "c129715d7a2bc9a3:1"}},
		{"bom", "\ufeffx = 1\ny = 2\n", []string{"50bb8dd4ca5b0b5c:1", "ab1f8ed3e7dc41c1:1", "c129715d7a2bc9a3:1"}},
		{"long", "x = \"" + strings.Repeat("a", 300) + "\"\ny = 1\n", []string{"61ee7c4a0cbf50b8:1", "17ab1ef2caecdd1c:1", "c129715d7a2bc9a3:1"}},
		{"latin-1", "x = \"\xe9t\xe9\"\ny = 2\n", []string{"68fd56f1dfeb2df2:1", "ab1f8ed3e7dc41c1:1", "c129715d7a2bc9a3:1"}},
		{"no UTF-8", "x = \"\xe2\x82 \xf0\x9fA\"\ny = \"\xed\xa0\x80\xe2\xf0\x9f\x98\"\n", []string{"b9edc2be85f14456:1", "42e242235c8b5ccc:1", "c129715d7a2bc9a3:1"}},
		{"empty", "", []string{"c129715d7a2bc9a3:1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lineHashes(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
