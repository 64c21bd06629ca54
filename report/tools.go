package report

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/autogenlint/autogenlint/lint"
)

// annotations is how many of each level GitHub shows for one step.
const annotations = 10

// GitHub writes workflow commands. GitHub shows ten errors and ten warnings of a step: where there are more, those of one file
// share an annotation, so that none is lost.
func GitHub(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	for _, l := range []lint.Level{lint.Error, lint.Warning, lint.Note} {
		var some []lint.Issue
		for _, i := range r.Issues {
			if i.Level == l {
				some = append(some, i)
			}
		}
		for _, group := range grouped(some) {
			r.annotation(out, l, group)
		}
	}
	return out.Flush()
}

// grouped puts the issues of one file together where there are too many to be shown one by one, and the last files together.
func grouped(issues []lint.Issue) [][]lint.Issue {
	var out [][]lint.Issue
	for _, i := range issues {
		n := len(out)
		if len(issues) > annotations && n > 0 && out[n-1][0].Place.File == i.Place.File || len(issues) > annotations && n == annotations {
			out[n-1] = append(out[n-1], i)
			continue
		}
		out = append(out, []lint.Issue{i})
	}
	return out
}

func (r *Report) annotation(w io.Writer, l lint.Level, group []lint.Issue) {
	first := group[0]
	start, end := first.Place.Where()
	word := map[lint.Level]string{lint.Error: "error", lint.Warning: "warning", lint.Note: "notice"}[l]
	text := cell(first.Place) + message(first)
	title := first.Code + " " + first.Title
	if len(group) > 1 {
		title = fmt.Sprintf("%s and %d more", title, len(group)-1)
		var lines []string
		for _, i := range group {
			at, _ := i.Place.Where()
			lines = append(lines, fmt.Sprintf("%s:%d:%d: %s %s: %s%s", r.shown(i.Place.File.Path), at.Line, at.Column, i.Code, i.Title, cell(i.Place), message(i)))
		}
		text = strings.Join(lines, "\n")
	}
	fmt.Fprintf(w, "::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s\n", word, property(r.shown(first.Place.File.Path)), start.Line, end.Line, start.Column, end.Column, property(title), data(text))
}

func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}

// GitLab writes a Code Quality report.
func GitLab(w io.Writer, r *Report) error {
	type lines struct {
		Begin int `json:"begin"`
		End   int `json:"end"`
	}
	type location struct {
		Path  string `json:"path"`
		Lines lines  `json:"lines"`
	}
	type issue struct {
		Description string   `json:"description"`
		CheckName   string   `json:"check_name"`
		Fingerprint string   `json:"fingerprint"`
		Severity    string   `json:"severity"`
		Location    location `json:"location"`
	}
	out := []issue{}
	seen := map[string]int{}
	for _, i := range r.Issues {
		start, end := i.Place.Where()
		key := i.Code + "\x00" + i.Place.File.Path + "\x00" + i.Scope
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		out = append(out, issue{cell(i.Place) + message(i), i.Code + " " + i.Title, fmt.Sprintf("%x", sum[:16]),
			map[lint.Level]string{lint.Error: "critical", lint.Warning: "major", lint.Note: "info"}[i.Level], location{i.Place.File.Path, lines{start.Line, end.Line}}})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

// JUnit writes a report of a test run: each issue is a test that failed, or that passed with a note. (encoding/xml would be a part in two
// hundred of the binary.)
func JUnit(w io.Writer, r *Report) error {
	failures := 0
	for _, i := range r.Issues {
		if i.Level > lint.Note {
			failures++
		}
	}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\">\n",
		escaped(r.Tool.Name), max(1, len(r.Issues)), failures, len(r.Problems))
	if len(r.Issues) == 0 {
		fmt.Fprintf(out, "    <testcase name=\"no findings\" classname=\"%s\"></testcase>\n", escaped(r.Tool.Name))
	}
	for _, i := range r.Issues {
		at, _ := i.Place.Where()
		path := r.shown(i.Place.File.Path)
		fmt.Fprintf(out, "    <testcase name=\"%s\" classname=\"%s\">", escaped(fmt.Sprintf("%s %s at %s:%d:%d", i.Code, i.Title, path, at.Line, at.Column)), escaped(path))
		if i.Level > lint.Note {
			fmt.Fprintf(out, "\n      <failure message=\"%s\" type=\"%s\">%s</failure>\n    ", escaped(message(i)), i.Level, escaped(r.line(i, Style{})))
		}
		out.WriteString("</testcase>\n")
	}
	out.WriteString("  </testsuite>\n</testsuites>\n")
	return out.Flush()
}

// xmlText is what stands for characters that mean something in XML, or would not come back as they are.
var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\t", "&#x9;", "\n", "&#xA;", "\r", "&#xD;")

// escaped is s as XML holds it. A character that XML cannot hold is a replacement character.
func escaped(s string) string {
	return xmlText.Replace(strings.Map(func(c rune) rune {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF {
			return '\uFFFD'
		}
		return c
	}, s))
}

// Markdown writes a table, for the summary of a job.
func Markdown(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	if len(r.Issues) == 0 {
		out.WriteString("No findings.\n")
		return out.Flush()
	}
	out.WriteString("| place | level | rule | what |\n| --- | --- | --- | --- |\n")
	for _, i := range r.Issues {
		at, _ := i.Place.Where()
		fmt.Fprintf(out, "| `%s:%d` | %s | %s %s | %s |\n", mdCell(r.shown(i.Place.File.Path)), at.Line, i.Level, i.Code, i.Title, mdCell(cell(i.Place)+message(i)))
	}
	return out.Flush()
}

func mdCell(s string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ", "`", "'").Replace(s)
}
