package lint

import (
	"slices"
	"strings"
	"testing"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// suppressed are files whose suppressions the fuzzer begins with.
var suppressed = []string{
	"x = 1 # autogenlint: ignore[AG101, AG102] a test\nlate\n", "# autogenlint: ignore[AG101] a test\nf(\n  late\n )\n",
	"late # autogenlint: ignore[AG101] # noqa\n", "late # autogenlint: ignore\n", "late # autogenlint: ignore[laet-api-key] a test\n",
	"late # autogenlint: disable[AG101]\n", "A=late\n# autogenlint: ignore[] x\r\nB=late\r\n", "k: \"late\" # autogenlint: ignore[AG101,,é😀] – why\n",
	"f(late, # autogenlint: ignore[AG101] a\n  late) # autogenlint: ignore[AG101] b\n", "ENV A=1 \\\n  B=late\n# autogenlint: ignore[AG002]\n",
	"# autogenlint: ignore[AG101] a\n# autogenlint: ignore[AG101] a\nlate\n", "@late # autogenlint: ignore[AG101] a\ndef f(): # autogenlint: skip\n  late\n",
}

// FuzzSuppressions holds the laws of suppressions: they lie in their file and say what they are; one that is valid silences, where it
// stands, every finding of its rules; and what is said of the others can be mended until nothing is left to say.
func FuzzSuppressions(f *testing.F) {
	for _, text := range suppressed {
		f.Add(text)
	}
	names := []string{"a.py", ".env", "a.yml", "Dockerfile"}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2_000 {
			return
		}
		for _, name := range names {
			for round := 0; ; round++ {
				file, err := parser.Decode(name, parser.KindOf(name), []byte(text))
				if err != nil {
					return
				}
				j, issues := suppressing(t, file)
				if len(issues) == 0 {
					break
				}
				if round == 5 {
					t.Fatalf("%s: after five rounds of fixes there is still: %s", name, issues[0].Message)
				}
				changes, n := Apply(issues, func(Fix) bool { return true }, func(*source.File, []byte) bool { return true })
				if n == 0 {
					t.Fatalf("%s: nothing mends this: %s", name, issues[0].Message)
				}
				text = string(changes[j.Files[0].Path])
			}
		}
	})
}

// suppressing runs a rule that reports every "late" of a file, and returns what is said of the file's suppressions.
func suppressing(t *testing.T, file *source.File) (*Job, []Issue) {
	t.Helper()
	rules := []*Analyzer{late, word("AG102", "blank-api-key", Warning, "blank")}
	j := job(rules)
	j.Files = []*source.File{file}
	var m *syntax.Module
	if file.Kind == source.Python {
		m = parser.Python(file)
	}
	j.Module = func(*source.File) *syntax.Module { return m }
	j.Programs = []Entry{entry(j, file.Path, true, map[string]Finding{"late": message("late"), "blank": message("blank")})}
	marks := j.marks(file)
	for _, k := range marks {
		checkMark(t, file, k)
	}
	found := j.Run(t.Context())
	for _, p := range found.Problems {
		t.Fatalf("%s", p)
	}
	var own []Issue
	for _, i := range found.Issues {
		if isOwn(i.Code) && i.Code != syntaxError && i.Code != unreadFile {
			own = append(own, i)
			continue
		}
		for _, k := range marks {
			if k.valid() && covers(k, i.Place.Start) && slices.ContainsFunc(k.names, func(n name) bool { return n.rule != nil && n.rule.Name == i.Code && !isOwn(i.Code) }) {
				t.Fatalf("%s at %d is not silenced by the comment that covers it", i.Code, i.Place.Start)
			}
		}
	}
	return j, own
}

func covers(k mark, at int) bool {
	return slices.ContainsFunc(k.covers, func(r syntax.Range) bool { return int(r.Start) <= at && at <= int(r.End) })
}

func checkMark(t *testing.T, f *source.File, k mark) {
	t.Helper()
	whole := k.place.Text()
	if !strings.HasPrefix(whole, "#") || strings.ContainsAny(whole, "\r\n") {
		t.Fatalf("a suppression that is no comment of one line: %q", whole)
	}
	if k.after < k.place.Start || k.after > k.place.End {
		t.Fatal("the place of the reason is not in the comment")
	}
	for _, n := range k.names {
		if n.place.Text() != n.text || n.place.Start < k.list.Start || n.place.End > k.list.End {
			t.Fatalf("the name %q stands at %q", n.text, n.place.Text())
		}
	}
	for _, r := range k.covers {
		if r.Start < 0 || r.End < r.Start || int(r.End) > len(f.Text) {
			t.Fatalf("it covers %d to %d of %d bytes", r.Start, r.End, len(f.Text))
		}
	}
}
