package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// headOf is where to say something of a whole configuration: its first line, or the call's name.
func headOf(b *model.Build, place source.Span) source.Span {
	if !place.Valid() {
		return b.Place
	}
	if strings.ContainsAny(place.Text(), "\r\n") {
		return oneLine(place)
	}
	return place
}

// misfield is a field that this version does not take, and what comes of it.
type misfield struct {
	field    model.Field
	right    string // what is meant; empty where there is no such thing
	failures []autogen.Failure
	dropped  bool // it is passed over without a word
	beside   bool // it is none that AG2 takes beside config_list
}

// fieldFaults judges the fields for which is says what is meant.
func fieldFaults(p *model.Program, is func(b *model.Build, f model.Field) (right string, ok bool), say func(m misfield) string, report reporter) {
	for _, v := range p.Judge(func(b *model.Build) []model.Fault {
		if b.Shape != model.WellFormed || ownModel(b) {
			return nil
		}
		var out []model.Fault
		for _, f := range append(append([]model.Field{}, b.Entry.Fields...), b.Entry.Beside...) {
			right, ok := is(b, f)
			if !ok || !f.Key.Valid() || f.Maybe && f.Name == right {
				continue
			}
			if fault, ok := misfieldFault(b, f, right); ok {
				out = append(out, fault)
			}
		}
		return out
	}) {
		m := v.Data.(misfield)
		f := finding(v, lint.Error, say(m), m.failures...)
		f.Path = []lint.Step{{Place: v.Build.Place, Text: "the client is built here"}}
		f.Fixes = fieldFixes(v, m)
		report(f)
	}
}

// ownModel reports whether the program brings a client of its own, which takes what fields it wants.
func ownModel(b *model.Build) bool {
	_, own := b.Field("model_client_cls")
	return own
}

// misfieldFault is what comes of a field that is not known: it raises, or is dropped.
func misfieldFault(b *model.Build, f model.Field, right string) (model.Fault, bool) {
	fault := model.Fault{Place: oneLine(f.Key), Cause: f.Name, When: model.AtConstruction, Bare: true, Equipped: true}
	m := misfield{field: f, right: right}
	p := b.Provider()
	switch {
	case b.Gen == autogen.AG21:
		name := ownName(b.Class.Name)
		m.failures = []autogen.Failure{{Exception: "TypeError", Text: fmt.Sprintf("%s.__init__() got an unexpected keyword argument '%s'", name, f.Name)}}
	case b.Gen == autogen.V04:
		return droppedFault(b, fault, m)
	case p == "" && !f.Top:
		return fault, false
	case p != "" && p != "openai" && p != "azure" && p != "deepseek":
		if !every(b, func(i autogen.Install) bool { return refusesFields(b, i, f) }) {
			return droppedFault(b, fault, m)
		}
		m.failures = each(b, func(i autogen.Install) autogen.Failure { return noSuchField(b, i, f, &fault.When) })
	case p == "": // 0.2's clients for other providers pass it over
		m.failures = each(b, func(i autogen.Install) autogen.Failure { return noSuchField(b, i, f, &fault.When) })
		fault.At = model.Likely
	default:
		m.failures = each(b, func(i autogen.Install) autogen.Failure { return noSuchField(b, i, f, &fault.When) })
		if fault.When == model.AtCall && (b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry) {
			return fault, false // it shows only when an agent is asked that is built with it
		}
		m.failures = append(m.failures, withoutIt(b, right)...)
	}
	fault.Data = m
	return failing(fault, m.failures), len(m.failures) > 0
}

// noSuchField is what an installation makes of the field; when becomes AtCall if that shows only there.
func noSuchField(b *model.Build, i autogen.Install, f model.Field, when *model.When) autogen.Failure {
	if f.Top && i.Gen == autogen.AG2 && besideModel(b) && i.Version.AtLeast(autogen.V("0.9.8")) && i.Version.Before(autogen.V("0.11.1")) {
		return autogen.Failure{} // with a model among what is left over, that is one more entry
	}
	failure, atCall := autogen.NoSuchField(i, f.Name, f.Top, b.Class.Kind != autogen.Wrapper)
	if atCall {
		*when = model.AtCall
	}
	return failure
}

func besideModel(b *model.Build) bool {
	for _, f := range b.Entry.Beside {
		if f.Name == "model" {
			return true
		}
	}
	return false
}

// refusesFields reports whether an installation refuses an unknown field whatever client the entry is for.
func refusesFields(b *model.Build, i autogen.Install, f model.Field) bool {
	_, atCall := autogen.NoSuchField(i, f.Name, f.Top, b.Class.Kind != autogen.Wrapper)
	return !atCall
}

// withoutIt is what the constructor raises first where nothing is set, because the field was to give the key or the endpoint.
func withoutIt(b *model.Build, right string) []autogen.Failure {
	if known(b, right) || b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry {
		return nil
	}
	switch right {
	case "api_key":
		if cred, ok := b.Key(); ok && b.Take(cred, model.Bare).Kind == model.None {
			return autogen.MissingKey(b.Installs(), b.Gen, b.Provider())
		}
	case "base_url", "azure_endpoint":
		if b.Provider() == "azure" && endpointGone(b, model.Bare) {
			return []autogen.Failure{autogen.NoEndpoint()}
		}
	}
	return nil
}

// endpointGone reports whether nothing but the misspelt field gives Azure's endpoint in a world.
func endpointGone(b *model.Build, w model.World) bool {
	return !known(b, "base_url") && !known(b, "azure_endpoint") && model.Resolve(b.State.Getenv("AZURE_OPENAI_ENDPOINT"), b.State, w).Kind == model.None
}

// droppedFault judges a field that is passed over in silence: only what it was to give makes it a fault.
func droppedFault(b *model.Build, fault model.Fault, m misfield) (model.Fault, bool) {
	m.dropped = true
	fault.Bare, fault.Equipped, fault.At = false, false, model.Advice
	missing := func(bare, equipped bool, fs ...autogen.Failure) {
		if bare {
			fault.Bare, fault.Equipped, m.failures = true, equipped, fs
		}
	}
	fault.At = model.Likely
	switch right := m.right; {
	case right == "" || known(b, right), readAnyway(b, m.field, right):
		fault.At = model.Advice
	case right == "api_key":
		if cred, ok := b.Key(); ok {
			missing(b.Take(cred, model.Bare).Kind == model.None, b.Take(cred, model.Equipped).Kind == model.None, autogen.MissingKey(b.Installs(), b.Gen, b.Provider())...)
			fault.When = b.MissingKeyShows()
		}
	case right == "credential", right == "endpoint":
		missing(true, true, autogen.Failure{Exception: "ValueError", Text: right + " is required for AzureAIChatCompletionClient"})
	case right == "model":
		missing(true, true, autogen.Failure{Exception: "ValueError", Text: "model is required for " + ownName(b.Class.Name)})
	case right == "azure_endpoint":
		missing(endpointGone(b, model.Bare), endpointGone(b, model.Equipped), autogen.NoEndpoint())
	case right == "base_url":
		lostAddress(b, &fault, &m)
	default: // without host, the client asks a server on this machine
		fault.At = model.Advice
	}
	if fault.Bare && fault.Equipped {
		fault.At = model.Unsaid // no limit: nothing mends it
	}
	fault.Data = m
	return failing(fault, m.failures), true
}

// readAnyway reports whether the field's value is that of the variable which the client reads by itself.
func readAnyway(b *model.Build, f model.Field, right string) bool {
	env, ok := f.Value.D.(eval.Env)
	if !ok {
		return false
	}
	cred, ok := b.Key()
	if right == "azure_endpoint" {
		return env.Name == "AZURE_OPENAI_ENDPOINT"
	}
	return ok && right == cred.Field && slices.Contains(cred.Vars, env.Name)
}

// lostAddress judges an address that is dropped: the call goes to api.openai.com, with a key that is not for that.
func lostAddress(b *model.Build, fault *model.Fault, m *misfield) {
	url, ok := m.field.Str()
	host, _ := autogen.Hostname(url)
	p := autogen.ByHost(host)
	if !ok || p == nil || p.Name == "openai" || p.Name == b.Provider() || b.Provider() != "openai" {
		return
	}
	if whose := keyOf(b); whose == p.Name {
		fault.Bare, fault.Equipped, fault.When = true, true, model.AtCall
		m.failures = []autogen.Failure{autogen.Unauthorized(b.Gen, b.Provider())}
	}
}

// fieldFixes rename the field, or take it out where nothing has taken its place.
func fieldFixes(v model.Verdict, m misfield) []lint.Fix {
	p := v.Build.Program
	safe := v.Level == model.Proof && own(p, m.field.Key)
	_, there := v.Build.Field(m.right)
	if m.beside || m.right != "" && there {
		return nil // what to do with two of them is not ours to say
	}
	if m.right == "" {
		if e, ok := without(p, m.field.Key); ok {
			return []lint.Fix{{Title: "Remove " + m.field.Name, Safe: safe, Edits: []lint.Edit{e}}}
		}
		return nil
	}
	if !sameValue[m.right] || m.field.Name == "api_key_path" {
		return nil // the value would have to change as well
	}
	if text := m.field.Key.Text(); text == m.field.Name && !keyword(v.Build, m.field.Key) {
		return nil
	}
	e, ok := newKey(m.field.Key, m.field.Name, m.right)
	if !ok {
		return nil
	}
	return []lint.Fix{{Title: fmt.Sprintf("Rename %s to %s", m.field.Name, m.right), Safe: safe, Edits: []lint.Edit{e}}}
}

// sameValue are the fields that take the value which stood under the old name.
var sameValue = map[string]bool{
	"api_key": true, "base_url": true, "azure_endpoint": true, "azure_deployment": true, "api_type": true, "api_version": true, "model": true, "timeout": true, "organization": true, "host": true, "default_headers": true, "endpoint": true,
}

// keyword reports whether a field's name is a keyword of the call that makes the configuration: a function of the program's in between
// may have a parameter of that name.
func keyword(b *model.Build, key source.Span) bool {
	if overlap(b.Event.Whole, key) && (b.Class.Kind == autogen.ModelClient || b.Class.Kind == autogen.ModelConfig || b.Class.Kind == autogen.ConfigEntry || b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.Wrapper) {
		return true
	}
	c, _, ok := exprAt[*syntax.Call](b.Program, key)
	if !ok {
		return false
	}
	name, ok := c.Fun.(*syntax.Name)
	return ok && name.Ident == "dict"
}

func overlap(a, b source.Span) bool { return a.File == b.File && a.Start < b.End && b.Start < a.End }

// unknownConfigField: a near miss of a field that carries a credential or an address.
var unknownConfigField = rule("AG201", "unknown-config-field", lint.Error, "A field is misspelt, and this version raises for it, or passes it over.",
	func(p *model.Program, report reporter) {
		fieldFaults(p, func(b *model.Build, f model.Field) (string, bool) {
			return autogen.NearField(f.Name, b.Class, b.Provider())
		}, func(m misfield) string {
			write := "write " + m.right
			if m.right == "" {
				write = "leave it out"
			}
			switch {
			case m.dropped:
				return fmt.Sprintf("%s is no field of this client, which passes it over without a word; %s", m.field.Name, write)
			case strings.Contains(m.failures[0].Text, "__init__()"):
				return fmt.Sprintf("%s is no field of this class, which refuses it; %s", m.field.Name, write)
			}
			return fmt.Sprintf("%s is no field of a configuration, and is sent on as one of the request; %s", m.field.Name, write)
		}, report)
		fieldFaults(p, besideOnly, func(m misfield) string {
			return fmt.Sprintf("AG2 takes no %s beside config_list; put it into each entry", m.field.Name)
		}, report)
		mapFaults(p, false, report)
		misnamed(p, report)
	})

// parameter is the name by which a build was given what its class refuses: a keyword, or a key of a dict that is spread.
func parameter(b *model.Build) string { return strings.Trim(b.Use.Text(), `"'`) }

// misnamed reports a parameter of an agent by which it was to get its model.
func misnamed(p *model.Program, report reporter) {
	shapes(p, func(b *model.Build) misuse {
		if b.Shape != model.Misnamed {
			return misuse{}
		}
		refusing := ownName(b.Class.Name)
		if b.Gen == autogen.V02 || b.Gen == autogen.AG2 {
			refusing = "ConversableAgent"
		}
		return misuse{model.AtConstruction, true, []autogen.Failure{{Exception: "TypeError", Text: refusing + ".__init__() got an unexpected keyword argument '" + parameter(b) + "'"}}}
	}, func(v model.Verdict, f lint.Finding) {
		name := parameter(v.Build)
		right, into, _ := autogen.NearParameter(name, v.Build.Class)
		f.Place = oneLine(v.Build.Use)
		f.Message = fmt.Sprintf("%s is no parameter of %s, which refuses it; write %s", name, ownName(v.Build.Class.Name), right)
		if into {
			f.Message = fmt.Sprintf("%s is no parameter of %s, which refuses it; put it into %s", name, ownName(v.Build.Class.Name), right)
		} else {
			f.Fixes = []lint.Fix{{Title: fmt.Sprintf("Rename %s to %s", name, right), Safe: v.Level == model.Proof && own(p, f.Place), Edits: []lint.Edit{{Place: f.Place, New: strings.Replace(f.Place.Text(), name, right, 1)}}}}
		}
		report(f)
	})
}

// mapFaults judges the fields of the models in config_list_from_dotenv's map, which become arguments of get_config
// (ms@v0.2.40: oai/openai_utils.py:609; the same in AG2).
func mapFaults(p *model.Program, legacy bool, report reporter) {
	report = once(report)
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind != eval.Called || autogen.HelperOf(e.Name) != "config_list_from_dotenv" || e.Caught("TypeError", "Exception") {
				continue
			}
			given, _ := e.Args.At(1, "model_api_key_map")
			models := e.Before.Deref(given)
			if models == nil || models.Kind != eval.DictObj {
				continue
			}
			for _, it := range models.Items {
				if o := e.Before.Deref(it.Value); o != nil && o.Kind == eval.DictObj {
					mapEntry(p, r, e, o, legacy, report)
				}
			}
		}
	}
}

// mapEntry judges the fields of one model of a map.
func mapEntry(p *model.Program, r *model.Run, e *eval.Event, o *eval.Object, legacy bool, report reporter) {
	for _, it := range o.Items {
		name, ok := eval.AsStr(it.Key)
		key, written := it.Key.Literal()
		right, old := autogen.DotenvMapField(name)
		if !ok || !written || autogen.InDotenvMap(name) || old != legacy {
			continue
		}
		f := lint.Finding{Place: oneLine(key), Level: certain(r, e), Path: []lint.Step{{Place: e.Span, Text: "it is passed on here"}},
			Failures: failures(autogen.Failure{Exception: "TypeError", Text: "get_config() got an unexpected keyword argument '" + name + "'"})}
		f.Message = fmt.Sprintf("%s is no field of config_list_from_dotenv's map; leave it out", name)
		if right != "" {
			f.Message = fmt.Sprintf("%s is no field of config_list_from_dotenv's map; write %s", name, right)
			if edit, ok := newKey(key, name, right); ok {
				f.Fixes = []lint.Fix{{Title: fmt.Sprintf("Rename %s to %s", name, right), Safe: f.Level == lint.Error && own(p, key), Edits: []lint.Edit{edit}}}
			}
		}
		report(f)
	}
}

// besideOnly tells what AG2 does not take beside config_list, though an entry does, or Microsoft's 0.2 would.
func besideOnly(b *model.Build, f model.Field) (string, bool) {
	if !f.Top || f.Maybe || autogen.BesideList(f.Name) || !every(b, func(i autogen.Install) bool { return i.Gen == autogen.AG2 && i.Version.AtLeast(autogen.V("0.8.2")) }) {
		return "", false
	}
	_, near := autogen.NearField(f.Name, b.Class, b.Provider())
	_, legacy := autogen.LegacyField(f.Name, b.Class, b.Provider())
	return "", !near && !legacy && b.Class.Kind != autogen.Wrapper
}

// legacyConfigField: a field of AutoGen 0.1 and openai 0.x.
var legacyConfigField = rule("AG202", "legacy-config-field", lint.Error, "A field of openai 0.x, which this version raises for, or passes over.",
	func(p *model.Program, report reporter) {
		fieldFaults(p, func(b *model.Build, f model.Field) (string, bool) {
			right, ok := autogen.LegacyField(f.Name, b.Class, b.Provider())
			if ok && right == "model" && known(b, "model") {
				right = ""
			}
			return right, ok
		}, func(m misfield) string {
			what := "is of openai 0.x, and raises TypeError"
			if m.dropped {
				what = "is of openai 0.x, and is passed over without a word"
			} else if m.failures[0].Exception != "TypeError" {
				what = "is of openai 0.x, and is refused"
			}
			if m.right == "" {
				return fmt.Sprintf("%s %s; leave it out", m.field.Name, what)
			}
			return fmt.Sprintf("%s %s; write %s", m.field.Name, what, m.right)
		}, report)
		mapFaults(p, true, report)
	})
