//go:build cgo

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/report"
	"github.com/autogenlint/autogenlint/sarif"
	"github.com/autogenlint/autogenlint/source"
)

// formats are what --output and --output-format take.
var formats = []string{"text", "full", "json", "sarif", "github", "gitlab", "junit", "markdown"}

// home is where the project lives.
const home = "https://github.com/autogenlint/autogenlint"

// pageOf is the address of a rule's page.
func (c *Command) pageOf(code string) string {
	if r, err := c.rule(code); err == nil {
		return home + "/blob/main/rules/pages/" + r.Title + ".md"
	}
	return home
}

// report writes r in a format, as it is fit for w.
func (c *Command) report(format string, r *lint.Result, f checkFlags, w io.Writer) ([]byte, error) {
	out := &report.Report{
		Tool:   report.Tool{Name: "autogenlint", Version: Version(), URI: home},
		Issues: r.Issues, Rules: c.Rules, Files: len(r.Shown), Secrets: r.Secrets,
	}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, report.Problem(p))
	}
	colour := c.colored(f.color, w)
	style := report.Style{Colour: colour, Links: c.linked(colour, w), Link: c.pageOf}
	var text bytes.Buffer
	var err error
	switch format {
	case "text", "full":
		out.Issues = r.From(c.Dir) // a person stands in a folder; a tool goes by the repository
		write := report.Text
		if format == "full" {
			write = report.Full
		}
		err = write(&text, out, style)
	case "json":
		err = report.JSON(&text, out)
	case "sarif":
		err = sarif.Write(&text, out, sarif.Options{})
	case "github":
		err = report.GitHub(&text, out)
	case "gitlab":
		err = report.GitLab(&text, out)
	case "junit":
		err = report.JUnit(&text, out)
	case "markdown":
		err = report.Markdown(&text, out)
	default:
		err = oneOf("output-format", format, formats...)
	}
	return text.Bytes(), err
}

// afterwards says on stderr what is not a finding, and with --statistics counts the findings.
func (c *Command) afterwards(f checkFlags, r *lint.Result) error {
	if f.statistics {
		w := c.Stdout
		if o := r.Settings.OutputFormat; o != "text" && o != "full" {
			w = c.Stderr // what reads stdout wants its format and nothing else
		}
		if _, err := io.WriteString(w, statistics(r.Issues)); err != nil {
			return err
		}
	}
	if f.quiet {
		return nil
	}
	var text strings.Builder
	if r.Fixed > 0 && !f.diff {
		fmt.Fprintf(&text, "%s applied.\n", count(r.Fixed, "fix", "fixes"))
	}
	if len(r.Unfixed) > 0 {
		fmt.Fprintf(&text, "%s in files that take no comment: use per-file-ignores or a baseline.\n", count(len(r.Unfixed), "finding is", "findings are"))
	}
	for _, g := range r.Gone {
		is, them := "are", "them"
		if total(g.Rows) == 1 {
			is, them = "is", "it"
		}
		fmt.Fprintf(&text, "%s of %s %s gone; --update-baseline takes %s out.\n", count(total(g.Rows), "finding", "findings"), g.Baseline, is, them)
	}
	_, err := io.WriteString(c.Stderr, text.String())
	return err
}

func total(rows []lint.Known) (n int) {
	for _, k := range rows {
		n += k.Count
	}
	return n
}

// count counts a thing.
func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// statistics counts issues by rule, the most frequent first.
func statistics(issues []lint.Issue) string {
	type row struct {
		code, title string
		n           int
	}
	var rows []row
	for _, i := range issues {
		at := slices.IndexFunc(rows, func(r row) bool { return r.code == i.Code })
		if at < 0 {
			at = len(rows)
			rows = append(rows, row{code: i.Code, title: i.Title})
		}
		rows[at].n++
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.code, b.code)) })
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%5d  %s  %s\n", r.n, r.code, r.title)
	}
	return b.String()
}

// diff shows what the run would write, with keys masked.
func (c *Command) diff(r *lint.Result) string {
	var b strings.Builder
	for _, w := range r.Writes {
		name := c.relative(w.Path)
		old := "a/" + name
		if w.Old == nil {
			old = "/dev/null"
		}
		maskDiff(&b, udiff.Unified(old, "b/"+name, string(w.Old), string(w.New)), maskedLines(w.Old, r.Secrets), maskedLines(w.New, r.Secrets))
	}
	return b.String()
}

// hunk is the head of a part of a diff: the lines of either side at which it begins.
var hunk = regexp.MustCompile(`^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@`)

// maskDiff writes a diff with the lines of either side as they may be shown. Each side is masked as a whole before: what says that a key
// stands on a line may be lines above it, with lines of the other side between.
func maskDiff(b *strings.Builder, diff string, old, now []string) {
	from, to := -1, -1 // of the next line; none in the head
	for line := range strings.Lines(diff) {
		m := hunk.FindStringSubmatch(line)
		switch {
		case m != nil:
			from, to = lineIndex(m[1]), lineIndex(m[2])
			b.WriteString(line)
		case from < 0 || line[0] == '\\':
			b.WriteString(source.Mask(line))
		case line[0] == '+':
			b.WriteString("+" + now[to] + "\n")
			to++
		default:
			b.WriteString(line[:1] + old[from] + "\n")
			from++
			if line[0] == ' ' {
				to++
			}
		}
	}
}

// lineIndex is the index of a line that a diff counts from one.
func lineIndex(s string) int {
	n, _ := strconv.Atoi(s)
	return max(0, n-1)
}

// maskedLines are the lines of a file as they may be shown.
func maskedLines(text []byte, secrets []string) []string {
	return strings.Split(source.MaskTexts(string(text), secrets), "\n")
}
