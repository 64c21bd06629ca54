package report

import (
	"encoding/json"
	"io"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/source"
)

// JSONVersion is raised when a field changes its meaning or goes. docs/json.md describes the fields.
const JSONVersion = 1

type jsonReport struct {
	Version  int           `json:"version"`
	Tool     jsonTool      `json:"tool"`
	Findings []jsonFinding `json:"findings"`
	Problems []jsonProblem `json:"problems"`
	Summary  jsonSummary   `json:"summary"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonProblem struct {
	Path    string `json:"path,omitempty"`
	Message string `json:"message"`
}

type jsonSummary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
	Files    int `json:"files"`
}

type jsonFinding struct {
	Code  string `json:"code"`
	Name  string `json:"name"`
	Level string `json:"level"`
	jsonPlace
	Message     string        `json:"message"`
	Failures    []jsonFailure `json:"failures"`
	Trace       []jsonStep    `json:"trace"`
	Fixes       []jsonFix     `json:"fixes"`
	EntryPoints []string      `json:"entry_points"`
}

type jsonPlace struct {
	Path      string    `json:"path"`
	Line      int       `json:"line"`
	Column    int       `json:"column"`
	EndLine   int       `json:"end_line"`
	EndColumn int       `json:"end_column"`
	Cell      *jsonCell `json:"cell"`
}

type jsonCell struct {
	Number int `json:"number"`
	Line   int `json:"line"`
	Column int `json:"column"`
}

type jsonFailure struct {
	Exception string `json:"exception"`
	Text      string `json:"text"`
	Versions  string `json:"versions,omitempty"`
}

type jsonStep struct {
	jsonPlace
	Text string `json:"text"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	jsonPlace
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// JSON writes the report as one object.
func JSON(w io.Writer, r *Report) error {
	out := jsonReport{Version: JSONVersion, Tool: jsonTool{r.Tool.Name, r.Tool.Version}, Findings: []jsonFinding{}, Problems: []jsonProblem{}}
	out.Summary.Files = r.Files
	for _, i := range r.Issues {
		out.Findings = append(out.Findings, r.jsonFinding(i))
		switch i.Level {
		case lint.Error:
			out.Summary.Errors++
		case lint.Warning:
			out.Summary.Warnings++
		default:
			out.Summary.Notes++
		}
	}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, jsonProblem{p.Path, source.Mask(p.Text)})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (r *Report) jsonFinding(i lint.Issue) jsonFinding {
	f := jsonFinding{Code: i.Code, Name: i.Title, Level: i.Level.String(), jsonPlace: r.jsonPlace(i.Place), Message: message(lint.Issue{Message: i.Message}),
		Failures: []jsonFailure{}, Trace: []jsonStep{}, Fixes: []jsonFix{}, EntryPoints: append([]string{}, i.Entries...)}
	for _, x := range i.Failures {
		f.Failures = append(f.Failures, jsonFailure{x.Exception, source.Mask(x.Text), x.Versions})
	}
	for _, s := range i.Path {
		if s.Place.Valid() {
			f.Trace = append(f.Trace, jsonStep{r.jsonPlace(s.Place), source.Mask(s.Text)})
		}
	}
	for _, x := range i.Fixes {
		fix := jsonFix{Title: source.Mask(x.Title), Safe: x.Safe, Edits: []jsonEdit{}}
		for _, e := range x.Edits {
			start, end := e.Place.File.RawSpan(e.Place)
			fix.Edits = append(fix.Edits, jsonEdit{r.jsonPlace(e.Place), start, end, r.Masked(e.New)})
		}
		f.Fixes = append(f.Fixes, fix)
	}
	return f
}

func (r *Report) jsonPlace(s source.Span) jsonPlace {
	start, end := s.Where()
	p := jsonPlace{Path: s.File.Path, Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column}
	if c, at, ok := s.File.Cell(s.Start); ok {
		p.Cell = &jsonCell{c.Number, at.Line, at.Column}
	}
	return p
}
