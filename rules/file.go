package rules

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
)

// refusalBases are classes that an except clause may name instead of what a loader raises.
var refusalBases = map[string][]string{
	"json.JSONDecodeError":                         {"ValueError", "Exception"},
	"yaml.scanner.ScannerError":                    {"yaml.YAMLError", "yaml.MarkedYAMLError", "yaml.error.YAMLError", "Exception"},
	"pydantic_core._pydantic_core.ValidationError": {"ValueError", "Exception"},
	"FileNotFoundError":                            {"OSError", "IOError", "Exception"},
}

// invalidConfigFile: a configuration that is loaded, and cannot be.
var invalidConfigFile = rule("AG206", "invalid-config-file", lint.Error, "A configuration file does not load.",
	func(p *model.Program, report reporter) {
		report = once(report)
		for _, r := range p.Runs {
			for _, e := range r.Events {
				if e.Kind != eval.Refused || strings.HasPrefix(e.Refusal.Text, autogen.NothingFits) || e.Caught(e.Name, refusalBases[e.Name]...) {
					continue
				}
				f := lint.Finding{Place: oneLine(e.Refusal.Place), Level: lint.Warning}
				if !f.Place.Valid() {
					f.Place = e.Span
				}
				if r.Always(e) {
					f.Level = lint.Error
				}
				f.Message = refusal(e)
				f.Failures = []lint.Failure{{Exception: e.Name, Text: e.Refusal.Text}}
				f.Path = []lint.Step{{Place: e.Span, Text: "it is loaded here"}}
				if fix := strictJSON(e); fix != nil {
					f.Fixes = []lint.Fix{*fix}
				}
				report(f)
			}
		}
	})

// refusal says why nothing is loaded.
func refusal(e *eval.Event) string {
	if e.Refusal.Text != autogen.NoProvider {
		return fmt.Sprintf("this cannot be loaded: %s", e.Refusal.Text)
	}
	if meant, ok := autogen.MeantProvider(strings.Trim(e.Refusal.Place.Text(), `"'`)); ok {
		return fmt.Sprintf("a component's provider is the path of its class; write %s", meant)
	}
	return "a component's provider is the path of its class, as in autogen_ext.models.openai.OpenAIChatCompletionClient, and this is none; write that of yours"
}

// strictJSON takes the comments and the commas behind the last element out of a file, if nothing else keeps it from being JSON.
func strictJSON(e *eval.Event) *lint.Fix {
	file := e.Refusal.Place.File
	if e.Name != "json.JSONDecodeError" || file == nil || file.Kind == source.Python || file.Kind == source.Notebook {
		return nil
	}
	cuts := loose(file.Text)
	var strict strings.Builder
	var edits []lint.Edit
	at := 0
	for _, c := range cuts {
		strict.WriteString(file.Text[at:c[0]])
		at = c[1]
		edits = append(edits, lint.Edit{Place: source.Span{File: file, Start: c[0], End: c[1]}})
	}
	strict.WriteString(file.Text[at:])
	if len(edits) == 0 || !json.Valid([]byte(strict.String())) {
		return nil
	}
	return &lint.Fix{Title: "Remove comments and trailing commas", Safe: true, Edits: edits}
}

// loose returns the ranges of a text that other readers than JSON's pass over: comments, with the line that one stands alone on, and
// commas before a closing bracket.
func loose(text string) (cuts [][2]int) {
	comma := -1 // of the last comma that nothing but blanks and comments followed
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			comma = -1
			for i++; i < len(text) && text[i] != '"' && text[i] != '\n'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		case c == '#', strings.HasPrefix(text[i:], "//"), strings.HasPrefix(text[i:], "/*"):
			cut := comment(text, i)
			cuts = append(cuts, cut)
			i = cut[1] - 1
		case c == ',':
			comma = i
		case (c == ']' || c == '}') && comma >= 0:
			cuts = append(cuts, [2]int{comma, comma + 1})
			comma = -1
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			comma = -1
		}
	}
	slices.SortFunc(cuts, func(a, b [2]int) int { return a[0] - b[0] })
	return cuts
}

// comment is the range of the comment that begins at i, with the blanks before it, and its whole line where nothing else is on it.
func comment(text string, i int) [2]int {
	end := i + strings.IndexByte(text[i:]+"\n", '\n')
	if strings.HasPrefix(text[i:], "/*") {
		end = len(text)
		if n := strings.Index(text[i:], "*/"); n >= 0 {
			end = i + n + 2
		}
		return [2]int{i, end}
	}
	start := len(strings.TrimRight(text[:i], " \t"))
	if (start == 0 || text[start-1] == '\n') && end < len(text) {
		end++
	} else if end > start && text[end-1] == '\r' {
		end--
	}
	return [2]int{start, end}
}
