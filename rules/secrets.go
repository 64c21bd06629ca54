package rules

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// hardcodedAPIKey: a key that looks live, in a file of the project.
var hardcodedAPIKey = secret(projectRule("AG106", "hardcoded-api-key", lint.Warning, "A key that looks live stands in a source or configuration file.", keysIn,
	func(p *model.Project, noted []*keys, report reporter) {
		report = once(report)
		tracked := map[*source.File]bool{}
		say := func(place source.Span) {
			if p.Tests[place.File.Path] {
				return // a mock
			}
			message := "a key stands here in the clear, and whoever reads this file has it; revoke it, and read a new one from the environment"
			switch {
			case tracked[place.File]:
				message = "a key stands here, and git tracks this file although .gitignore names it; take it out with git rm --cached, and revoke a key that was ever pushed"
			case place.File.Kind == source.Dotenv:
				message = "a key stands here, and nothing keeps this file out of the repository; put it into .gitignore, and revoke a key that was ever pushed"
			}
			f := lint.Finding{Place: place, Level: lint.Warning, Secret: true, Diagnostic: diagnostic(message)}
			if m := p.Module(place.File); m != nil {
				f = with(f, fromEnviron([]*syntax.Module{m}, place, variableFor(p, place), false))
			}
			report(f)
		}
		for _, k := range noted {
			for _, at := range k.at {
				say(at)
			}
		}
		for at, provider := range p.Keys {
			heldKey(at, provider, say)
		}
		for _, e := range p.Envs {
			if e.Ignored && !e.Tracked {
				continue // it is not in the repository
			}
			tracked[e.File] = e.Tracked
			for i := range e.Vars {
				if text, ok := e.Vars[i].Value(); ok && liveValue(e.Vars[i].Name, text) {
					say(e.ValueSpan(&e.Vars[i]))
				}
			}
		}
		for _, f := range p.Configs {
			keysInSpan(source.Span{File: f, Start: 0, End: len(f.Text)}, wholeValue, say)
		}
	}), "7.5", "cwe-798")

// keys is the fact that keys stand in a module.
type keys struct{ at []source.Span }

// AFact makes keys a fact.
func (*keys) AFact() {}

// variableFor is the variable that holds keys of the kind that stands at a place, where it is known whose.
func variableFor(p *model.Project, place source.Span) string {
	provider, _ := autogen.KeyShaped(place.Text())
	for at, of := range p.Keys {
		switch {
		case at.File != place.File || at.Start > place.Start || place.End > at.End, provider == of:
		case provider == "":
			provider = of
		default:
			return "" // clients of several providers get it
		}
	}
	return firstVariable(provider)
}

func firstVariable(provider string) string {
	if p := autogen.ByName(provider); p != nil {
		return p.Key
	}
	return ""
}

// liveValue reports whether a variable's value looks like a key in use. A name that says it is a key lets shapes count that
// are too common elsewhere.
func liveValue(name, text string) bool {
	text = strings.TrimSpace(text)
	return autogen.Live(text) || autogen.LiveAs(autogen.VariableProvider(name), text)
}

// heldKey says that a text which a client gets as its key is one, of the shapes that only the client tells from other texts.
func heldKey(at source.Span, provider string, say func(source.Span)) {
	text := strings.Trim(at.Text(), "\"'")
	if autogen.LiveAs(provider, text) {
		at.Start += strings.Index(at.Text(), text)
		at.End = at.Start + len(text)
		say(at)
	}
}

// keysIn finds keys among the words of a module's strings and comments.
func keysIn(m *syntax.Module) (found *keys, some bool) {
	found = &keys{}
	say := func(at source.Span) { found.at = append(found.at, at) }
	for _, s := range syntax.Strings(m) {
		keysInSpan(m.Span(s), credential, say)
	}
	for _, c := range m.Marks {
		keysInSpan(m.Span(c.Range), func(_, _ string) bool { return true }, say)
	}
	return found, len(found.at) > 0
}

// keysInSpan splits a place into words and says those that are keys, if what stands before and behind them lets it.
func keysInSpan(s source.Span, lets func(before, behind string) bool, say func(source.Span)) {
	text := s.Text()
	for i := 0; i < len(text); {
		if !wordByte(text[i]) {
			i++
			continue
		}
		start := i
		for i < len(text) && wordByte(text[i]) {
			i++
		}
		if i-start >= 20 && i-start < 300 && autogen.Live(text[start:i]) && lets(text[:start], text[i:]) {
			say(source.Span{File: s.File, Start: s.Start + start, End: s.Start + i})
		}
	}
}

// givenName is what stands before a key that a longer text gives a name: a shell command, JSON, a header, an address.
var givenName = regexp.MustCompile(`(?i)(?:api[_-]?key|[_-]key|[_-]token|[_-]secret|authorization|[?&]key)["'\\]*\s*[:=]\s*["'\\]*(?:bearer\s+)?$|\bbearer\s+$`)

// credential reports whether a key among the words of a literal is one: it is all of the literal, or the text gives it a name. A key
// within a sentence is something to talk about, such as what a filter has to find.
func credential(before, behind string) bool {
	alone := strings.TrimFunc(before, margin) == "" && strings.TrimFunc(escapes.Replace(behind), margin) == ""
	return alone || givenName.MatchString(before)
}

// escapes are blanks as a literal writes them.
var escapes = strings.NewReplacer(`\n`, "", `\r`, "", `\t`, "")

// margin reports whether r may stand in a literal beside its text: quotes and what marks them, blanks of all kinds.
func margin(r rune) bool {
	return r > unicode.MaxASCII || strings.ContainsRune("rRbBuUfF\"' \t\r\n\\", r)
}

// wholeValue reports whether a key in a configuration file is a value of it, and no word of a longer one.
func wholeValue(before, _ string) bool {
	if i := strings.LastIndexAny(before, "\r\n"); i >= 0 {
		before = before[i+1:]
	}
	if strings.Contains(before, "#") {
		return true // a comment
	}
	t := strings.TrimRight(before, " \t")
	return t == "" || strings.IndexByte("\"':=[,-{(", t[len(t)-1]) >= 0 || givenName.MatchString(before)
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'
}
