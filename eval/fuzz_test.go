package eval_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
)

// FuzzModule holds the laws of running a program: it ends within its budget, the places of its events lie in its file, running it
// again is the same, and so is running it with CRLF or with a comment at its end.
func FuzzModule(f *testing.F) {
	archives, _ := filepath.Glob("../rules/testdata/AG*/*.txtar")
	for n, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			if file.Name == "main.py" && n%4 == 0 {
				f.Add(string(file.Data))
			}
		}
	}
	for _, c := range values {
		f.Add(c.src)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5_000 || !utf8.ValidString(text) || strings.Contains(text, "\r") {
			return
		}
		defer time.AfterFunc(time.Minute, func() { panic("it hangs") }).Stop()
		first, whole := happens(t, text)
		for _, changed := range []string{text, strings.ReplaceAll(text, "\n", "\r\n")} {
			if again, _ := happens(t, changed); (whole || changed == text) && !slices.Equal(first, again) {
				t.Fatalf("it runs in another way:\n%s\nor\n%s", strings.Join(first, "\n"), strings.Join(again, "\n"))
			}
		}
	})
}

// happens runs a program and shows what happens in it, by line. What does not parse as a whole is run as far as it does.
func happens(t *testing.T, text string) (out []string, whole bool) {
	t.Helper()
	file, err := parser.Decode("main.py", source.Python, []byte(text))
	if err != nil {
		return nil, false
	}
	m := parser.Python(file)
	w := newWorld(t, "")
	w.files["main.py"], w.mods["main.py"] = file, m
	trace := eval.Run(w, m, "__main__", eval.DefaultLimits)
	place := func(s source.Span) string {
		if s.File == nil {
			return "-"
		}
		border := func(i int) bool { return i == len(s.File.Text) || utf8.RuneStart(s.File.Text[i]) }
		if s.Start < 0 || s.End < s.Start || s.End > len(s.File.Text) || !border(s.Start) || !border(s.End) {
			t.Fatalf("%d to %d is no place in a text of %d bytes", s.Start, s.End, len(s.File.Text))
		}
		at, _ := s.Where()
		return fmt.Sprint(at.Line)
	}
	states := slices.Clone(trace.Ends)
	for _, u := range trace.Failed {
		out = append(out, "fails")
		states = append(states, u.State)
	}
	for _, l := range trace.Loose {
		states = append(states, l.Ends...)
	}
	if len(trace.Ends) > 8 {
		t.Fatalf("%d ends", len(trace.Ends))
	}
	for n, st := range states {
		for _, e := range st.Log().Events() {
			out = append(out, fmt.Sprint(n, " ", place(e.Whole), " ", place(e.Span), " ", e.Kind, " ", e.Name, " ", show(e.Value, &st)))
		}
	}
	for _, c := range trace.Cut {
		out = append(out, "cut at "+place(c.Place)+": "+c.Why)
	}
	return out, len(m.Errors) == 0
}
