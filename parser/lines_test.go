package parser

import (
	"testing"

	"github.com/autogenlint/autogenlint/source"
)

// TestCommentsInJoinedBrackets holds that comments are all there, in order and whole, where lines had to be joined to parse a file.
func TestCommentsInJoinedBrackets(t *testing.T) {
	text := "def f(a):  # one\n    x = (a +  # two\n  # three\n  1)\n    return x  # four\n"
	m := Python(source.New("a.py", source.Python, []byte(text), text, nil))
	if len(m.Errors) > 0 {
		t.Fatalf("errors at %v", m.Errors)
	}
	var got []string
	var alone []bool
	for _, c := range m.Marks {
		got, alone = append(got, text[c.Range.Start:c.Range.End]), append(alone, c.Alone)
	}
	want := []string{"# one", "# two", "# three", "# four"}
	for i := range want {
		if i >= len(got) || got[i] != want[i] || alone[i] != (i == 2) {
			t.Fatalf("%q, alone %v", got, alone)
		}
	}
}
