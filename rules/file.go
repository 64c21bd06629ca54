package rules

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// refusalBases are classes that an except clause may name instead of what a loader raises.
var refusalBases = map[string][]string{
	"json.JSONDecodeError":    {"ValueError", "Exception"},
	"tomllib.TOMLDecodeError": {"ValueError", "Exception"}, "toml.decoder.TomlDecodeError": {"ValueError", "Exception"},
	"yaml.scanner.ScannerError":                    {"yaml.YAMLError", "yaml.MarkedYAMLError", "yaml.error.YAMLError", "Exception"},
	"pydantic_core._pydantic_core.ValidationError": {"ValueError", "Exception"},
	"FileNotFoundError":                            {"OSError", "IOError", "Exception"},
	"UnicodeDecodeError":                           {"UnicodeError", "ValueError", "Exception"},
}

// invalidConfigFile: a configuration that is loaded, and cannot be.
var invalidConfigFile = andAfter(rule("AG206", "invalid-config-file", lint.Error, "A configuration file does not load.",
	func(p *model.Program, report reporter) {
		report = once(report)
		for _, r := range p.Runs {
			for _, e := range r.Events {
				if e.Kind != eval.Refused || autogen.Unfit(e.Refusal.Text) || e.Caught(e.Name, refusalBases[e.Name]...) || unreadable(e.Name) && !configures(e.Refusal.Place.File) {
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
	}), unloaded)

// unreadable reports whether an exception says of a file that it is not of its format.
func unreadable(exception string) bool {
	return strings.HasSuffix(exception, "DecodeError") || strings.HasPrefix(exception, "yaml.")
}

// configures reports whether a file that cannot be loaded is a configuration, by its name or by the fields in it: a program fails over
// its data as well, which is for others to say.
func configures(f *source.File) bool {
	if f == nil || f.Kind == source.Dotenv || f.Kind == source.Python || f.Kind == source.Notebook {
		return true
	}
	base := strings.ToLower(path.Base(f.Path))
	return slices.ContainsFunc([]string{"config", "setting", "llm", "model", "agent", "oai", "key", "secret", "credential", "team", "provider", "env"}, func(w string) bool { return strings.Contains(base, w) }) ||
		slices.ContainsFunc([]string{"api_key", "config_list", "llm_config", "base_url", "api_base", "api_type", "api_version", "component_type", "azure_"}, func(w string) bool { return strings.Contains(f.Text, w) })
}

// unloaded judges the configuration files that no program opens by what AutoGen would make of them.
func unloaded(p *model.Project, report reporter) {
	for _, f := range p.Configs {
		if p.Forms[f] || p.Opened[path.Base(f.Path)] || p.Tests[f.Path] || lenient(p) {
			continue
		}
		place, name, text, wrong := wrongList(p, f)
		if !wrong {
			place, name, text, wrong = wrongComponents(p, f)
		}
		if !wrong {
			continue
		}
		out := lint.Finding{Place: oneLine(place), Level: lint.Warning, Failures: []lint.Failure{{Exception: name, Text: text}}}
		out.Message = fmt.Sprintf("AutoGen cannot load this: %s", text)
		if fix := strictFile(f); fix != nil && name == "json.JSONDecodeError" {
			out.Fixes = []lint.Fix{*fix}
		}
		report(out)
	}
}

// lenient reports whether some program reads JSON by other rules than Python's own reader.
func lenient(p *model.Project) bool {
	for _, m := range []string{"json5", "hjson", "commentjson", "jsonc", "pyjson5", "demjson3", "jstyleson"} {
		if p.Imports[m] {
			return true
		}
	}
	return false
}

// wrongList is what keeps an OAI_CONFIG_LIST from being loaded.
func wrongList(p *model.Project, f *source.File) (place source.Span, exception, text string, wrong bool) {
	base := path.Base(f.Path)
	if ext := path.Ext(base); !strings.HasPrefix(base, "OAI_CONFIG_LIST") || ext != "" && ext != ".json" || strings.TrimSpace(f.Text) == "" {
		return place, "", "", false
	}
	_, err := p.Data(f, source.JSON)
	return refused(f, err)
}

// refused places the error with which a file's text is no JSON. A text that begins like a template's is one.
func refused(f *source.File, err error) (place source.Span, exception, text string, wrong bool) {
	var de *syntax.DataError
	if !errors.As(err, &de) || strings.HasPrefix(de.Msg, "maximum recursion depth") { // that is no error of JSON's
		return place, "", "", false
	}
	place = source.Span{File: f, Start: min(int(de.Start), len(f.Text)), End: min(int(de.End), len(f.Text))}
	for _, mark := range []string{"{%", "<", "$", "@", "__"} {
		if strings.HasPrefix(f.Text[place.Start:], mark) {
			return place, "", "", false
		}
	}
	return place, "json.JSONDecodeError", de.Msg, true
}

// wrongComponents is what keeps a component file from being loaded: it is no JSON where nothing but comments and commas are in the way
// of it being a component, or a component in it lacks what all have.
func wrongComponents(p *model.Project, f *source.File) (place source.Span, exception, text string, wrong bool) {
	if f.Kind != source.JSON && f.Kind != source.YAML {
		return place, "", "", false
	}
	d, err := p.Data(f, f.Kind)
	if err != nil {
		if strict, loose := withoutLoose(f.Text); f.Kind == source.JSON && loose && isComponent(strict) {
			return refused(f, err)
		}
		return place, "", "", false
	}
	if at, ok := lacksConfig(d); ok {
		return source.Span{File: f, Start: int(at.Start), End: int(at.End)}, "pydantic_core._pydantic_core.ValidationError", autogen.ComponentLacks("config"), true
	}
	return place, "", "", false
}

// isComponent reports whether a JSON text is a component of AutoGen 0.4.
func isComponent(text string) bool {
	var c struct {
		Provider string          `json:"provider"`
		Config   json.RawMessage `json:"config"`
	}
	return json.Unmarshal([]byte(text), &c) == nil && strings.HasPrefix(c.Provider, "autogen_") && len(c.Config) > 0
}

// lacksConfig finds a component that has no config, which each must have. It is placed at the key that was meant for it, if one was.
func lacksConfig(d *syntax.Data) (syntax.Range, bool) {
	if d == nil {
		return syntax.Range{}, false
	}
	for _, it := range d.Items {
		if at, ok := lacksConfig(it); ok {
			return at, true
		}
	}
	for _, k := range d.Keys {
		if at, ok := lacksConfig(k.Value); ok {
			return at, true
		}
	}
	provider, kind := d.Get("provider"), d.Get("component_type")
	if provider == nil || kind == nil || d.Get("config") != nil || !strings.HasPrefix(provider.Str, "autogen_") {
		return syntax.Range{}, false
	}
	for _, k := range d.Keys {
		if k.Value != nil && k.Value.Kind == syntax.DataMap && !autogen.ComponentField(k.Name) {
			return k.Range, true
		}
	}
	for _, k := range d.Keys {
		if k.Name == "provider" {
			return k.Range, true
		}
	}
	return d.Range, true
}

// refusal says why nothing is loaded.
func refusal(e *eval.Event) string {
	if e.Refusal.Text == eval.NotUTF8 {
		return "the .env is no UTF-8, and is read as nothing else; save it as UTF-8"
	}
	if e.Refusal.Text == eval.MarkInJSON {
		return "this begins with a byte order mark, which is no JSON; save it as UTF-8 without one"
	}
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
	return strictFile(file)
}

// strictFile is strictJSON of a file.
func strictFile(file *source.File) *lint.Fix {
	if _, ok := withoutLoose(file.Text); !ok {
		return nil
	}
	var edits []lint.Edit
	for _, c := range loose(file.Text) {
		edits = append(edits, lint.Edit{Place: source.Span{File: file, Start: c[0], End: c[1]}})
	}
	return &lint.Fix{Title: "Remove comments and trailing commas", Safe: true, Edits: edits}
}

// withoutLoose is a text without what other readers than JSON's pass over; ok says that there was some, and that it is JSON then.
func withoutLoose(text string) (strict string, ok bool) {
	cuts := loose(text)
	var out strings.Builder
	at := 0
	for _, c := range cuts {
		out.WriteString(text[at:c[0]])
		at = c[1]
	}
	out.WriteString(text[at:])
	return out.String(), len(cuts) > 0 && json.Valid([]byte(out.String()))
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
