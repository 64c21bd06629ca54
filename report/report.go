// Package report writes findings in the forms that people and tools read: text, JSON, annotations, reports of test runners.
// A writer is a function of its arguments alone. None of them ever writes a key.
package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/source"
)

// A Report is what a run found.
type Report struct {
	Tool     Tool
	Issues   []lint.Issue // by path, line, column and code
	Rules    []*lint.Analyzer
	Problems []Problem // what kept the tool from doing all its work
	Files    int       // files that were linted
	Secrets  []string  // texts that are keys, whatever they look like, and are shown to nobody
	Prefix   string    // from where the reader stands to the project's root, with slashes: "" or "sub" or "../.."
}

// A Tool says what made a report.
type Tool struct {
	Name, Version, URI string
}

// A Problem is something that the tool could not do.
type Problem struct {
	Path string // or empty
	Text string
}

// Masked is source text as it may be shown.
func (r *Report) Masked(code string) string { return source.MaskTexts(code, r.Secrets) }

// shown is a path as the reader of a report knows it.
func (r *Report) shown(path string) string {
	if r.Prefix != "" && r.Prefix != "." {
		path = strings.TrimSuffix(r.Prefix, "/") + "/" + path
	}
	return Printable(path)
}

// Printable escapes what would not be seen, or would change how what follows is seen: control characters, and characters that
// turn the direction of writing.
func Printable(s string) string {
	clean := func(r rune) bool { return r == '\t' || unicode.IsPrint(r) && !bidi(r) }
	ok := true
	for _, r := range s {
		ok = ok && clean(r) && r != unicode.ReplacementChar
	}
	if ok {
		return s
	}
	var sb strings.Builder
	for _, r := range s {
		if clean(r) {
			sb.WriteRune(r)
		} else {
			fmt.Fprintf(&sb, "\\u%04x", r)
		}
	}
	return sb.String()
}

func bidi(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c
}

// cell is the place inside a notebook, for a message.
func cell(s source.Span) string {
	c, at, ok := s.File.Cell(s.Start)
	if !ok {
		return ""
	}
	return fmt.Sprintf("cell %d, line %d: ", c.Number, at.Line)
}

// message is what is said of an issue, with the entry points where not all agree.
func message(i lint.Issue) string {
	m := i.Message
	if len(i.Entries) > 0 {
		m += " (when run from " + strings.Join(i.Entries, ", ") + ")"
	}
	return Printable(source.Mask(m))
}
