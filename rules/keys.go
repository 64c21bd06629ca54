package rules

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
)

// keyTexts calls see for every build whose key is certainly a text that the sources say, at least where nothing is set.
func keyTexts(b *model.Build, see func(text string, bare, equipped model.Outcome) []model.Fault) []model.Fault {
	if b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry {
		return nil
	}
	cred, ok := b.Key()
	if !ok {
		return nil
	}
	bare, equipped := b.Take(cred, model.Bare), b.Take(cred, model.Equipped)
	if bare.Kind == model.Uncertain {
		bare = putBack(b, cred)
	}
	if f, _ := b.Field(cred.Field); bare.Kind != model.Text || model.SpellsNone(f.Value) {
		return nil // f"{os.getenv(NAME)}" only needs the variable
	}
	return see(bare.Text, bare, equipped)
}

// putBack is the text that the program itself put into the variable for where it is not set: os.environ[X] = os.getenv(X, text).
// Whatever a .env that is not there may hold, the program says that it goes on without.
func putBack(b *model.Build, cred model.Credential) model.Outcome {
	for _, name := range b.Reads(cred) {
		w, ok := b.State.Written(name)
		env, is := w.Value.D.(eval.Env)
		if !ok || !is || env.Default == nil {
			continue
		}
		if o := model.Resolve(*env.Default, b.State, model.Bare); o.Kind == model.Text {
			return o
		}
	}
	return model.Outcome{}
}

// wroughtTexts is keyTexts that also knows a key to which the program puts a text: "Bearer " + key. What such a text holds in the
// place of the key stands for any good one.
func wroughtTexts(b *model.Build, see func(text string, bare, equipped model.Outcome) []model.Fault) []model.Fault {
	f, ok := b.Field("api_key")
	c, is := f.Value.D.(eval.Concat)
	if _, authenticates := b.Key(); !ok || f.Maybe || !is || !authenticates || b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry {
		return keyTexts(b, see)
	}
	var sb strings.Builder
	for _, p := range c.Parts {
		o := model.Resolve(p, b.State, model.Equipped)
		switch o.Kind {
		case model.Text, model.Blank:
			sb.WriteString(o.Text)
		case model.Good:
			sb.WriteString("K")
		default:
			return nil
		}
	}
	o := model.Outcome{Kind: model.Text, Text: sb.String(), Value: f.Value}
	return see(o.Text, o, o)
}

// placeOf is where a text was written: the narrowest place that the sources have for it.
func placeOf(o model.Outcome, b *model.Build) source.Span {
	if lit, ok := o.Value.Literal(); ok && lit.File.Kind != source.Other {
		return oneLine(lit)
	}
	steps := o.Value.Steps()
	for i, s := range steps {
		if !s.Span.Valid() || s.Span.File.Kind == source.Other {
			continue
		}
		if i+1 < len(steps) && steps[i+1].Kind == eval.FromOperator {
			s = steps[i+1] // a line is taken out of all lines there
		}
		return oneLine(s.Span)
	}
	if f, ok := b.Field("api_key"); ok {
		return f.Place()
	}
	return b.Place
}

// oneLine cuts a place at the end of its first line.
func oneLine(s source.Span) source.Span {
	if i := strings.IndexAny(s.Text(), "\r\n"); i >= 0 {
		s.End = s.Start + i
	}
	return s
}

// placeholderAPIKey: a text that stands where a key belongs.
var placeholderAPIKey = everyRule("AG105", "placeholder-api-key", lint.Warning, "A placeholder reaches a client where a key belongs.",
	func(p *model.Program, report reporter) {
		if p.Test {
			return
		}
		for _, v := range p.Judge(func(b *model.Build) []model.Fault {
			return keyTexts(b, func(text string, bare, equipped model.Outcome) []model.Fault {
				if !refuses(b, text) || onlyDumped(b) || b.Mended() {
					return nil
				}
				if _, name := autogen.EnvName(text); name || masked(text, bare) {
					return nil // AG109 says that, or AG107
				}
				return []model.Fault{{Place: placeOf(bare, b), Cause: "placeholder", When: model.AtCall, Bare: true, Equipped: equipped.Kind == model.Text, At: model.Likely, Data: bare}}
			})
		}) {
			f := finding(v, lint.Warning, "this stands where a key belongs, and the provider will refuse it; read the key from the environment")
			if len(p.Installs) > 0 {
				f.Failures = failures(autogen.Unauthorized(v.Build.Gen, v.Build.Provider()))
			}
			f.Path = way(v.Data.(model.Outcome).Value, v.Build)
			if v.Place.File.Kind == source.Dotenv && (p.Project.IsForm(v.Place.File) || !autogen.FillIn(v.Data.(model.Outcome).Text)) {
				f.Level = lint.Note // who runs the program puts a key there
			}
			report(with(f, fromEnviron(p.Modules, v.Place, keyVariable(v.Build), false)))
		}
	})

// refuses reports whether the server that b asks certainly wants another key than text. What stands in place of a key may be right
// for a local server, and for a proxy; a text that asks to be replaced is right for none but those on this machine. An address under
// a name that the client does not know says that the key is meant for another server.
func refuses(b *model.Build, text string) bool {
	base, _, known := b.Base()
	if old, ok := b.Field("api_base"); ok {
		base, known = old.Str()
	} else if _, hosted := b.Hosted(); hosted {
		return autogen.Placeholder(text) || autogen.Dummy(text)
	}
	host, _ := autogen.Hostname(base)
	return known && autogen.FillIn(text) && b.Provider() != "ollama" && (autogen.FillIn(base) || !autogen.LocalHost(host))
}

// onlyDumped reports whether the program makes a description of the client, for somebody to fill in, and does not ask it.
func onlyDumped(b *model.Build) bool {
	if surely, perhaps := b.Asked(); surely || perhaps {
		return false
	}
	for _, e := range b.Run.Events {
		if e.Kind == eval.Called && e.Object == b.Object && strings.HasSuffix(e.Name, ".dump_component") {
			return true
		}
	}
	return false
}

// malformedAPIKey: a key with something in it that does not belong there.
var malformedAPIKey = rule("AG107", "malformed-api-key", lint.Error, "A key has a blank, a quote, a prefix or a letter in it that does not belong there.",
	func(p *model.Program, report reporter) {
		for _, v := range p.Judge(func(b *model.Build) []model.Fault {
			return wroughtTexts(b, func(text string, bare, equipped model.Outcome) []model.Fault {
				flaw := autogen.FlawOf(text)
				if flaw == autogen.NoFlaw || flaw == autogen.Masked && !masked(text, bare) {
					return nil
				}
				failure, fails := autogen.FlawFailure(b.Gen, b.Provider(), flaw)
				_, hosted := b.Hosted()
				if !fails || !hosted && !flaw.Illegal() {
					return nil // a local server takes anything
				}
				raised := failure.Exception
				if raised == "" {
					raised = "Exception" // its SDK has words of its own
				}
				return []model.Fault{{Place: placeOf(bare, b), Cause: "malformed", When: model.AtCall, Bare: true, Equipped: equipped.Kind == model.Text, Exception: raised,
					Bases: failure.Bases, Data: malformed{flaw, bare, failure}}}
			})
		}) {
			d := v.Data.(malformed)
			f := finding(v, lint.Error, flawText[d.flaw], d.failure)
			f.Path, f.Secret = way(d.at.Value, v.Build), holdsText(v.Place, d.at)
			report(with(f, unflawed(p, d, v.Place, f.Level == lint.Error)))
		}
	})

// masked reports whether a text is what stands for a key that is printed or dumped, and nobody's writing.
func masked(text string, o model.Outcome) bool {
	at, written := o.Value.Literal()
	return autogen.FlawOf(text) == autogen.Masked && !(written && strings.Contains(at.Text(), text))
}

// holdsText reports whether what stands at a place may show the text: it was written there.
func holdsText(place source.Span, o model.Outcome) bool {
	at, ok := o.Value.Literal()
	return ok && at.File == place.File && at.Start < place.End && place.Start < at.End
}

type malformed struct {
	flaw    autogen.Flaw
	at      model.Outcome
	failure autogen.Failure
}

var flawText = map[autogen.Flaw]string{
	autogen.Trailing:   "the key ends in a blank or a line feed, which no header may hold; strip it",
	autogen.InnerBreak: "the key has a line feed in it, which no header may hold; take only the key",
	autogen.Leading:    "the key begins with a blank, and the provider will refuse it; strip it",
	autogen.Quotes:     "the key has quotes in it that are part of the value, and the provider will refuse it; take them off",
	autogen.Bearer:     "the client puts Bearer before the key itself; give it the key alone",
	autogen.NonASCII:   "the key has a character that is not ASCII, such as an invisible blank or a curly quote; type it again",
	autogen.Address:    "this is an address, and the provider will refuse it as the key; give the key here, and the address as base_url",
	autogen.Masked:     "these are the stars that a SecretStr shows in place of the key, and the provider will refuse them; call its get_secret_value()",
	autogen.ModelName:  "this is the name of a model, and the provider will refuse it as the key; give the key here",
}

// envNameAsKey: the name of a variable where its value belongs.
var envNameAsKey = rule("AG109", "env-name-as-key", lint.Error, "The name of a variable stands where its value belongs.",
	func(p *model.Program, report reporter) {
		for _, v := range p.Judge(func(b *model.Build) []model.Fault {
			return keyTexts(b, func(text string, bare, equipped model.Outcome) []model.Fault {
				name, ok := autogen.EnvName(text)
				if _, hosted := b.Hosted(); !ok || !hosted {
					return nil
				}
				u := autogen.Unauthorized(b.Gen, b.Provider())
				return []model.Fault{{Place: placeOf(bare, b), Cause: "name", When: model.AtCall, Bare: true, Equipped: equipped.Kind == model.Text, Exception: u.Exception, Bases: u.Bases, Data: named{name, bare}}}
			})
		}) {
			d := v.Data.(named)
			message := fmt.Sprintf("this sends the text itself as the key: nothing replaces it by the value of %s; write os.environ[%q]", d.name, d.name)
			if first := d.at.Value.Steps(); v.Place.File.Kind != source.Python && v.Place.File.Kind != source.Notebook || len(first) > 0 && first[0].Kind == eval.FromFile {
				message = fmt.Sprintf("this sends the text itself as the key: nothing replaces it by the value of %s; leave the field out, or fill it in the program that loads this file", d.name)
			}
			f := finding(v, lint.Error, message, autogen.Unauthorized(v.Build.Gen, v.Build.Provider()))
			f.Path = way(d.at.Value, v.Build)
			if key, ok := v.Build.Field("api_key"); ok && direct(key) {
				safe := f.Level == lint.Error && alone(p, v, key)
				if fix := fromEnviron(p.Modules, v.Place, d.name, safe); fix != nil {
					f = with(f, fix)
				} else if cred, asks := v.Build.Key(); asks && slices.Contains(cred.Vars, d.name) {
					f = with(f, dropField(key, "Leave the field out: the client asks "+d.name+" itself", safe))
				}
			}
			report(f)
		}
		addressNames(p, report)
	})

// addressNames: the name of a variable where the address of the server belongs. Whatever a version puts before it, nobody is there (run).
func addressNames(p *model.Program, report reporter) {
	endpointRule(func(b *model.Build) []model.Fault {
		base, f, ok := b.Base()
		name, named := autogen.AddressName(base)
		if !ok || !named || !b.OpenAIClient() && b.Provider() != "azure" {
			return nil
		}
		message := fmt.Sprintf("this is asked for as the address: nothing replaces it by the value of %s; write os.environ[%q]", name, name)
		if first := f.Value.Steps(); f.Place().File.Kind != source.Python && f.Place().File.Kind != source.Notebook || len(first) > 0 && first[0].Kind == eval.FromFile {
			message = fmt.Sprintf("this is asked for as the address: nothing replaces it by the value of %s; write the address, or fill it in the program that loads this file", name)
		}
		fault := fails(f, model.AtCall, message, autogen.ConnectionFailed())
		if direct(f) {
			fault = mended(fault, fromEnviron(p.Modules, f.Place(), name, true))
		}
		return []model.Fault{fault}
	})(p, report)
}

type named struct {
	name string
	at   model.Outcome
}

// readKeys reports os.environ["sk-…"] and os.getenv("sk-…") that end in no client.
func readKeys(p *model.Program, report reporter) {
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind != eval.VarRead {
				continue
			}
			if _, shaped := autogen.KeyShaped(e.Name); !shaped {
				continue
			}
			lvl := lint.Warning
			must := len(e.Args.Pos) == 2 && isIndex(e.Args.Pos[0])
			if must && !r.Loose && r.EveryEnd(e) && !e.Caught("KeyError") {
				lvl = lint.Error // os.environ[…] raises KeyError, which prints the key
			}
			at := e.Span
			key, given := e.Args.At(0, "key")
			if must {
				key = e.Args.Pos[1]
			}
			if lit, ok := key.Literal(); given && ok {
				at = lit
			}
			f := lint.Finding{Place: at, Level: lvl, Secret: true, Path: []lint.Step{{Place: e.Span, Text: "it is looked up here"}}}
			f.Message = "this is a key where the name of a variable belongs; name the variable that holds the key, and revoke this one"
			if must {
				f.Failures = failures(autogen.Failure{Exception: "KeyError", Text: "and the traceback shows the key"})
			}
			if provider, _ := autogen.KeyShaped(e.Name); at != e.Span || must {
				f = with(f, renamed(p, at, firstVariable(provider)))
			}
			report(f)
		}
	}
}

func isIndex(v eval.Value) bool {
	s, _ := eval.AsStr(v)
	return s == "[]"
}

// noneIntoEnviron: os.environ[X] = os.getenv(Y), which raises TypeError where Y is not set.
var noneIntoEnviron = everyRule("AG112", "none-into-environ", lint.Warning, "None is put into os.environ where a variable is not set.",
	func(p *model.Program, report reporter) {
		report = once(report)
		for _, r := range p.Runs {
			for _, e := range r.Events {
				if e.Kind != eval.VarSet || e.Caught("TypeError") {
					continue
				}
				for _, alt := range eval.Alternatives(e.Value) {
					if eval.IsNone(alt) {
						f := lint.Finding{Place: e.Span, Level: lint.Warning, Failures: failures(noneIsNoText), Path: way(alt, nil)}
						f.Message = fmt.Sprintf("%s is set to None here, which raises TypeError; test for None first", e.Name)
						if e.Span.File.Kind == source.Dotenv {
							f.Message = fmt.Sprintf("%s has no value, and dotenv_values gives None for it, which raises TypeError in os.environ; write %s= or leave it out", e.Name, e.Name)
						}
						if e.Whole.File != e.Span.File {
							f.Path = append(f.Path, lint.Step{Place: oneLine(e.Whole), Text: "it is put into os.environ here"})
						}
						report(f)
						continue
					}
					name, none := mayBeNone(alt, &e.Before)
					if !none {
						continue
					}
					f := lint.Finding{Place: e.Span, Level: lint.Warning, Failures: failures(noneIsNoText), Path: way(alt, nil)}
					f.Message = fmt.Sprintf("this raises TypeError where %s is not set; test for None first", name)
					if name == e.Name {
						f.Message = fmt.Sprintf("this changes nothing where %s is set, and raises TypeError where it is not; leave it out", name)
					}
					if _, key := autogen.KeyShaped(name); key { // AG108 mends the name first; a guard would say the key once more
						report(f)
						continue
					}
					report(with(f, guarded(p, e, name)))
				}
			}
		}
	})

// noneIsNoText is what os.environ raises where it is given None.
var noneIsNoText = autogen.Failure{Exception: "TypeError", Text: "str expected, not NoneType"}

// mayBeNone reports whether v is None where some variable is not set: outside, and in what may have set it before.
func mayBeNone(v eval.Value, st *eval.State) (name string, ok bool) {
	for {
		env, is := v.D.(eval.Env)
		if !is || env.Default == nil {
			return "", false
		}
		if set, decided := st.Decided(env.Name); decided && set {
			return "", false
		}
		if eval.IsNone(*env.Default) {
			return env.Name, true
		}
		v = *env.Default
	}
}

// unguardedAPIKey: a key that is read, and never looked at before it is used. Only who asks for it hears of it.
var unguardedAPIKey = rule("AG114", "unguarded-api-key", lint.Off, "A key is read with no check that it is there.",
	func(p *model.Program, report reporter) {
		report = once(report)
		for _, b := range p.Builds {
			f, ok := b.Field("api_key")
			env, is := f.Value.D.(eval.Env)
			at, read := model.ReadPlace(f.Value)
			if !ok || !is || !read || env.Default == nil || !eval.IsNone(*env.Default) || !plainName(env.Name) {
				continue
			}
			if _, decided := b.State.Decided(env.Name); decided {
				continue
			}
			out := lint.Finding{Place: at, Level: lint.Note}
			out.Message = fmt.Sprintf("%s is read, and nothing tests that it is set; stop with a message where it is not", env.Name)
			if fix := testedFirst(p, at, env.Name); fix != nil {
				out.Fixes = []lint.Fix{*fix}
			}
			report(out)
		}
	})

// plainName reports whether name is a variable's. What else stands there may be a key, or is code once it is put between quotes.
func plainName(name string) bool {
	_, key := autogen.KeyShaped(name)
	return !key && token.IsIdentifier(name)
}

// printedAPIKey: a key that is printed or logged.
var printedAPIKey = secret(everyRule("AG113", "printed-api-key", lint.Warning, "A key is printed or logged.",
	func(p *model.Program, report reporter) {
		report = once(report)
		for _, r := range p.Runs {
			for _, e := range r.Events {
				if e.Kind != eval.Printed {
					continue
				}
				for _, v := range e.Args.Pos {
					if what, place := printsKey(v, e, 0); what != "" {
						if !place.Valid() || place.File != e.Whole.File || place.Start < e.Whole.Start || place.End > e.Whole.End {
							place = e.Span
						}
						f := lint.Finding{Place: e.Span, Level: lint.Warning}
						f.Message = "this prints " + what + "; print whether it is set instead"
						if e.Name == "" {
							f.Message = "the notebook shows " + what + " below this cell, and keeps it; take this line out"
						}
						report(with(f, unprinted(p, e)))
					}
				}
			}
		}
	}), "5.5", "cwe-532")

// printsKey says what secret v shows when it is printed.
func printsKey(v eval.Value, e *eval.Event, depth int) (string, source.Span) {
	if depth > 6 || starred(v, e) {
		return "", source.Span{}
	}
	for _, s := range v.Steps() {
		if s.Kind == eval.FromEnv && autogen.IsKeyVariable(s.Name) && !lengthOnly(v) {
			return "the key in " + s.Name, s.Span
		}
	}
	switch d := v.D.(type) {
	case eval.Env:
		if autogen.IsKeyVariable(d.Name) {
			return "the key in " + d.Name, source.Span{}
		}
	case eval.Unknown:
		if model.IsConfigList(v) {
			return "configurations with their keys", source.Span{}
		}
	case eval.Concat:
		for _, p := range d.Parts {
			if what, at := printsKey(p, e, depth+1); what != "" {
				return what, at
			}
		}
	case eval.Str:
		if autogen.Live(string(d)) {
			return "a key", source.Span{}
		}
	case eval.OneOf:
		for _, a := range d.Alts {
			if what, at := printsKey(a, e, depth+1); what != "" {
				return what, at
			}
		}
	case eval.Tuple:
		for _, x := range d.Elts {
			if what, at := printsKey(x, e, depth+1); what != "" {
				return what, at
			}
		}
	case eval.Ref:
		return printsHeld(d, e, depth)
	}
	return "", source.Span{}
}

// starred reports whether v is a SecretStr, which prints as stars.
func starred(v eval.Value, e *eval.Event) bool {
	o := e.Before.Deref(v)
	if o == nil {
		return false
	}
	_, secret := o.Secret()
	return secret
}

// lengthOnly reports whether v is something made of a key that does not show it.
func lengthOnly(v eval.Value) bool {
	switch v.D.(type) {
	case eval.Bool, eval.Int, eval.NoneVal:
		return true
	}
	return false
}

// printsHeld looks for a key in a list or dict.
func printsHeld(d eval.Ref, e *eval.Event, depth int) (string, source.Span) {
	o := e.Before.Object(d.ID)
	if o == nil {
		return "", source.Span{}
	}
	for _, x := range o.Elts {
		if what, at := printsKey(x, e, depth+1); what != "" {
			return what, at
		}
	}
	for _, it := range o.Items {
		name, _ := eval.AsStr(it.Key)
		if name == "api_key" {
			if text, ok := eval.AsStr(it.Value); ok && (text == "" || autogen.Dummy(text)) || eval.IsNone(it.Value) || starred(it.Value, e) {
				continue
			}
			return "a configuration with its key", source.Span{}
		}
		if what, at := printsKey(it.Value, e, depth+1); what != "" {
			return what, at
		}
	}
	if o.Kind == eval.ListObj && o.Open && o.From != nil && autogen.HelperOf(o.From.Name) != "" {
		return "configurations with their keys", source.Span{}
	}
	return "", source.Span{}
}
