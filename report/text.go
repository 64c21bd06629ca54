package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/source"
)

// Style is how text is dressed for a terminal. The zero Style is plain.
type Style struct {
	Colour bool
	Links  bool                     // rule codes are links
	Link   func(code string) string // the address of a rule's page
}

func (s Style) paint(code, text string) string {
	if !s.Colour {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (s Style) level(l lint.Level) string {
	return s.paint(map[lint.Level]string{lint.Error: "1;31", lint.Warning: "1;33", lint.Note: "1;36"}[l], l.String())
}

func (s Style) code(code string) string {
	text := s.paint("1", code)
	if s.Links && s.Link != nil {
		return "\x1b]8;;" + s.Link(code) + "\x1b\\" + text + "\x1b]8;;\x1b\\"
	}
	return text
}

// Text writes one line an issue: `path:line:col: level: CODE name: message`.
func Text(w io.Writer, r *Report, s Style) error {
	out := bufio.NewWriter(w)
	for _, i := range r.Issues {
		out.WriteString(r.line(i, s) + "\n")
	}
	return out.Flush()
}

func (r *Report) line(i lint.Issue, s Style) string {
	at, _ := i.Place.Where()
	place := s.paint("1", fmt.Sprintf("%s:%d:%d", r.shown(i.Place.File.Path), at.Line, at.Column))
	return fmt.Sprintf("%s: %s: %s %s: %s%s", place, s.level(i.Level), s.code(i.Code), i.Title, cell(i.Place), message(i))
}

// Full writes the issues with their source lines, the way of the value, the failure, and what helps.
func Full(w io.Writer, r *Report, s Style) error {
	out := bufio.NewWriter(w)
	for n, i := range r.Issues {
		if n > 0 {
			out.WriteString("\n")
		}
		out.WriteString(r.line(i, s) + "\n")
		out.WriteString(r.excerpt(i.Place, i.Secret, s))
		for k, step := range i.Path {
			if !step.Place.Valid() {
				continue
			}
			at, _ := step.Place.Where()
			fmt.Fprintf(out, "  %d. %s:%d:%d: %s%s\n", k+1, r.shown(step.Place.File.Path), at.Line, at.Column, cell(step.Place), Printable(source.Mask(step.Text)))
		}
		for _, f := range i.Failures {
			fmt.Fprintf(out, "  %s %s\n", s.paint("1", "raises:"), failure(f))
		}
		for _, f := range i.Fixes {
			how := "--fix"
			if !f.Safe {
				how = "--fix --unsafe-fixes"
			}
			fmt.Fprintf(out, "  %s %s (%s)\n", s.paint("1", "fix:"), Printable(source.Mask(f.Title)), how)
		}
		fmt.Fprintf(out, "  %s autogenlint explain %s\n", s.paint("1", "help:"), i.Code)
	}
	return out.Flush()
}

func failure(f lint.Failure) string {
	text := f.Exception
	if f.Text != "" {
		text += ": " + f.Text
	}
	if f.Versions != "" {
		text += " (" + f.Versions + ")"
	}
	return Printable(source.Mask(text))
}

// lookBack is how far before a line may stand what says that a key is on it.
const lookBack = 400

// excerpt is the source line of a place with a marker under it.
func (r *Report) excerpt(s source.Span, secret bool, style Style) string {
	if s.File == nil || s.File.Text == "" {
		return ""
	}
	line, start := s.File.Line(s.Start)
	from := min(max(s.Start-start, 0), len(line))
	to := min(max(s.End-start, from), len(line))
	if secret {
		line = line[:from] + "***" + line[to:]
		to = from + 3
	}
	head, mid, tail := source.Mask(line[:from]), line[from:to], source.Mask(line[to:])
	if !secret {
		mid = source.Mask(mid)
	}
	whole := r.Masked(s.File.Text[max(0, start-lookBack):start] + head + mid + tail)
	whole = whole[strings.LastIndexAny(whole, "\r\n")+1:]
	if whole != head+mid+tail {
		var once bool
		if head, tail, once = strings.Cut(whole, mid); !once || strings.Contains(tail, mid) { // what is masked reaches over the marked place: show the line without a marker
			return fmt.Sprintf("   | %s\n", expand(Printable(whole)))
		}
	}
	pad := utf8.RuneCountInString(expand(Printable(head)))
	width := max(1, utf8.RuneCountInString(expand(Printable(mid))))
	return fmt.Sprintf("   | %s\n   | %s%s\n", expand(Printable(head+mid+tail)), strings.Repeat(" ", pad), style.paint("1;31", strings.Repeat("^", width)))
}

func expand(s string) string { return strings.ReplaceAll(s, "\t", "    ") }
