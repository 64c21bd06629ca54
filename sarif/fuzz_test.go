package sarif

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
)

// FuzzReport holds that a report is valid for its schema and fit for GitHub, and that its places are where the findings are, whatever
// stands in a file, in its name, in a message and in a fix.
func FuzzReport(f *testing.F) {
	s := schema210(f)
	f.Add("src/app.py", "import os\r\nclient = build('😀é')\n", "KEY is set late", "x = 1\n", 3, 17)
	f.Add("a b/ü[1]#?%:é.py", "\ufeffx = 'é'\rlast", "[click](https://example.com) {0} <b> & `x`\n\tnew", "", 0, 99)
	f.Add("note.ipynb", notebook, "\x1b[31mred\u202e", "say = \"hello\"\n", 20, 4)
	f.Add("latin.py", "# coding: latin-1\nx = '\xe9'; y = 2\n", strings.Repeat("é😀", 600), "\"\\\n", 24, 2)
	f.Add("c:\\x\x00\xff.py", "\u2028\u2029\x0b\x0c\u0085\n", "\xff\xfe", "\ud7ff\U0010ffff", 1, 1)
	f.Fuzz(func(t *testing.T, path, text, message, insert string, start, length int) {
		if len(path)+len(text)+len(message)+len(insert) > 5_000 || !utf8.ValidString(text) && !strings.Contains(text, "latin-1") {
			return
		}
		file, err := parser.Decode(path, parser.KindOf(path), []byte(text))
		if err != nil || !utf8.ValidString(path) {
			return
		}
		span := source.Span{File: file, Start: border(file.Text, start), End: border(file.Text, start)}
		if length > 0 && length < len(file.Text)-span.Start {
			span.End = border(file.Text, span.Start+length)
		}
		i := lint.Issue{
			Code: "AG101", Title: "late-api-key", Level: lint.Error, Place: span, Message: message, Scope: message,
			Failures: []lint.Failure{{Exception: message, Text: insert, Versions: path}}, Entries: []string{path},
			Path:  []lint.Step{{Place: span, Text: message}, {Text: insert}},
			Fixes: []lint.Fix{{Title: message, Safe: true, Edits: []lint.Edit{{Place: span, New: insert}}}},
		}
		r := make210(i)
		r.Problems = append(r.Problems, struct{ Path, Text string }{path, message})
		raw := write(t, r, Options{Category: message})
		checkSchema(t, s, raw)
		if message != "" && !strings.ContainsRune(message+" "+insert+" "+path, utf8.RuneError) { // which is what broken bytes become
			checkGitHub(t, parse(t, raw))
		}
	})
}

// border is the first border of a code point in text at or behind n, counted around the text.
func border(text string, n int) int {
	n = max(n, -n-1) % (len(text) + 1)
	for n < len(text) && !utf8.RuneStart(text[n]) {
		n++
	}
	return n
}
