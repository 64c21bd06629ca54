package rules

import (
	"fmt"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A misuse is what comes of a configuration that has the wrong form.
type misuse struct {
	when     model.When
	equipped bool // it fails whatever is set, and not only where nothing is
	failures []autogen.Failure
}

// shapes judges every build whose configuration has a wrong form.
func shapes(p *model.Program, judge func(b *model.Build) misuse, report func(v model.Verdict, f lint.Finding)) {
	for _, v := range p.Judge(func(b *model.Build) []model.Fault {
		if b.Shape == model.WellFormed {
			return nil
		}
		m := judge(b)
		if len(m.failures) == 0 {
			return nil
		}
		return []model.Fault{failing(model.Fault{Place: shapePlace(b), Cause: fmt.Sprint(b.Shape), When: m.when, Bare: true, Equipped: m.equipped, Data: m}, m.failures)}
	}) {
		m := v.Data.(misuse)
		f := finding(v, lint.Error, "", m.failures...)
		f.Path = shapeWay(v.Build)
		report(v, f)
	}
}

// failing gives a fault the exceptions that it ends in: a try around any of them silences it.
func failing(fault model.Fault, fs []autogen.Failure) model.Fault {
	for i, f := range fs {
		if i == 0 {
			fault.Exception, fault.Bases = f.Exception, append([]string{}, f.Bases...)
			continue
		}
		fault.Bases = append(fault.Bases, f.Exception) // without its bases: whether the next entry is tried is the first one's to say
	}
	return fault
}

// shapePlace is the narrowest place that is wrong: the value where it is written in the use, or for what people do not see they
// wrote; else the use.
func shapePlace(b *model.Build) source.Span {
	switch b.Shape {
	case model.TupleConfig, model.TextEntries, model.TupleEntries, model.ListEntries, model.EmptyList:
		return oneLine(b.Entry.Place)
	}
	if v := b.Entry.Place; v.File == b.Use.File && v.Start >= b.Use.End && !strings.ContainsAny(v.File.Text[b.Use.End:v.Start], "\r\n") {
		return oneLine(v)
	}
	return oneLine(b.Use)
}

// shapeWay is where the value was made, where it is used, and where that fails.
func shapeWay(b *model.Build) []lint.Step {
	out := way(b.Entry.Value, nil)
	if b.Use.Valid() && b.Use != b.Place {
		out = append(out, lint.Step{Place: oneLine(b.Use), Text: "it is given here"})
	}
	return append(out, lint.Step{Place: b.Place, Text: "it is used here"})
}

// every takes a check for each installation with which the build may run.
func every(b *model.Build, ok func(autogen.Install) bool) bool { return b.Installs().All(ok) }

// each is what the installations make of a build; nothing where one of them takes it.
func each(b *model.Build, of func(autogen.Install) autogen.Failure) []autogen.Failure {
	if !every(b, func(i autogen.Install) bool { return of(i).Exception != "" }) {
		return nil
	}
	return b.Installs().Each(of)
}

// wrongConfigShape: a form that no version of the program's takes.
var wrongConfigShape = rule("AG205", "wrong-config-shape", lint.Error, "A configuration has a form that AutoGen does not take.",
	func(p *model.Program, report reporter) {
		shapes(p, wrongForm, func(v model.Verdict, f lint.Finding) {
			f.Message = shapeText[v.Build.Shape]
			if v.Build.Gen == autogen.V04 || v.Build.Gen == autogen.AG21 {
				if text := clientText[v.Build.Shape]; text != "" {
					f.Message = text
				}
			}
			if wholeInside(v.Build) {
				f.Message = "config_list is a whole configuration, and a list belongs here; give the config_list that is in it"
			}
			f.Fixes = shapeFixes(v)
			report(f)
		})
		manyFields(p, report)
		secretKeys(p, report)
		noRegion(p, report)
		funcKeys(p, report)
		notAContext(p, report)
		commaMade(p, report)
		wrongCredentials(p, report)
		dates(p, report)
	})

// wholeInside reports whether a configuration with a config_list of its own stands where the list belongs.
func wholeInside(b *model.Build) bool {
	if b.Shape != model.DictList {
		return false
	}
	o := b.State.Deref(b.Entry.Value)
	if o == nil {
		return false
	}
	_, nested := o.Item("config_list")
	return nested
}

// wrongForm is what comes of a configuration's form (credentials §2.2; run).
func wrongForm(b *model.Build) misuse {
	if b.Shape == model.WrappedClient {
		return misuse{model.AtConstruction, true, []autogen.Failure{autogen.WrappedClient()}}
	}
	if b.Gen == autogen.V04 || b.Gen == autogen.AG21 {
		return misuse{model.AtCall, true, notAClient(b)}
	}
	notMapping := autogen.Failure{Exception: "TypeError", Text: "'str' object is not a mapping"}
	return misuse{model.AtConstruction, true, each(b, func(i autogen.Install) autogen.Failure {
		switch b.Shape {
		case model.TupleConfig:
			return autogen.NotAConfig(i, nestedTuple(b), "1 validation error for _LLMConfig: model Field required")
		case model.TextConfig:
			return autogen.NotAConfig(i, true, notMapping.Text)
		case model.BoolConfig:
			return autogen.NotAConfig(i, true, "autogen.llm_config.config.LLMConfig() argument after * must be an iterable, not bool")
		case model.RawClient:
			return autogen.NotAConfig(i, true, "autogen.llm_config.config.LLMConfig() argument after * must be an iterable, not "+className(b))
		case model.ClassConfig:
			return autogen.NotAConfig(i, true, "autogen.llm_config.config.LLMConfig() argument after * must be an iterable, not type")
		case model.FuncConfig, model.AwaitConfig:
			return autogen.NotAConfig(i, true, "autogen.llm_config.config.LLMConfig() argument after * must be an iterable, not "+functionKind(b))
		case model.ListConfig:
			return autogen.NotAConfig(i, false, "")
		case model.TextEntries:
			if i.Gen == autogen.V02 || i.Version.Before(autogen.V("0.8.2")) {
				return autogen.Failure{Exception: "AttributeError", Text: "'str' object has no attribute 'copy'"}
			}
			return notMapping
		case model.TupleEntries:
			if i.Gen == autogen.V02 || i.Version.Before(autogen.V("0.8.2")) {
				return autogen.Failure{Exception: "AttributeError", Text: "'tuple' object has no attribute 'copy'"}
			}
			return autogen.Failure{Exception: "TypeError", Text: "'tuple' object is not a mapping"}
		case model.ListEntries:
			if i.Gen == autogen.V02 || i.Version.Before(autogen.V("0.8.2")) {
				return autogen.Failure{Exception: "AttributeError", Text: "'list' object has no attribute 'items'"}
			}
			return autogen.Failure{Exception: "TypeError", Text: "'list' object is not a mapping"}
		case model.DictList:
			if i.Gen == autogen.V02 || i.Version.Before(autogen.V("0.8.2")) {
				return autogen.Failure{Exception: "AttributeError", Text: "'str' object has no attribute 'copy'"}
			}
			if o := b.State.Deref(b.Entry.Value); o != nil && !o.Open && lacksModel(o) {
				return autogen.Refused("1 validation error for _LLMConfig: model Field required")
			}
		}
		return autogen.Failure{}
	})}
}

// lacksModel reports whether a dict is a whole llm_config where an entry belongs.
func lacksModel(o *eval.Object) bool {
	_, list := o.Item("config_list")
	_, named := o.Item("model")
	return list && !named
}

// nestedTuple reports whether a tuple given as llm_config holds no entry, as AG2 would take it, but a whole llm_config.
func nestedTuple(b *model.Build) bool {
	t, ok := b.Entry.Value.D.(eval.Tuple)
	if !ok {
		return false
	}
	for _, v := range t.Elts {
		if o := b.State.Deref(v); o != nil && o.Kind == eval.DictObj && !o.Open && lacksModel(o) {
			return true
		}
	}
	return false
}

// notAClient is what 0.4 and AG2 1.x raise when an agent is asked whose client is something else (run).
func notAClient(b *model.Build) []autogen.Failure {
	attribute := map[autogen.Generation]string{autogen.V04: "model_info", autogen.AG21: "create"}[b.Gen]
	what := map[model.Shape]string{model.TupleConfig: "tuple", model.TextConfig: "str", model.DictClient: "dict"}[b.Shape]
	switch b.Shape {
	case model.RawClient:
		what = className(b)
	case model.FuncConfig, model.AwaitConfig:
		what = functionKind(b)
	case model.DictClient:
		if o := b.State.Deref(b.Entry.Value); o != nil && o.Kind == eval.ListObj {
			what = "list"
		}
	case model.ClassConfig:
		text := "'property' object is not subscriptable"
		if b.Gen == autogen.AG21 {
			text = className(b) + ".create() missing 1 required positional argument: 'self'"
		}
		return []autogen.Failure{{Exception: "TypeError", Text: text}}
	}
	if what == "" {
		return nil
	}
	return []autogen.Failure{{Exception: "AttributeError", Text: fmt.Sprintf("'%s' object has no attribute '%s'", what, attribute)}}
}

// functionKind is what Python calls the kind of function that was not called, or the call that was not awaited.
func functionKind(b *model.Build) string {
	switch b.Entry.Value.D.(type) {
	case eval.Bound:
		return "method"
	case eval.Coroutine:
		return "coroutine"
	}
	return "function"
}

// className is the own name of the class of what is given, or that is given.
func className(b *model.Build) string {
	path := ""
	if f, ok := b.Entry.Value.D.(eval.Foreign); ok {
		path = f.Path
	}
	if o := b.State.Deref(b.Entry.Value); o != nil && o.Built != nil {
		path = o.Built.Name
	}
	return ownName(path)
}

// ownName is the last part of a qualified name.
func ownName(path string) string {
	_, name := cutLast(path)
	return name
}

var shapeText = map[model.Shape]string{
	model.TupleConfig:  "this is a tuple, and a dict belongs here; take off the comma behind it",
	model.TextConfig:   "this is a text, and a dict belongs here; write {\"model\": …}",
	model.BoolConfig:   "this is True, and a dict belongs here; only False has a meaning, an agent without a model",
	model.ListConfig:   "this is a list, and a dict belongs here; write {\"config_list\": […]}",
	model.TextEntries:  "this entry is a text, and a dict belongs here; write {\"model\": …}",
	model.TupleEntries: "this entry is a tuple, and a dict belongs here; take off the comma behind it",
	model.ListEntries:  "an entry of config_list is a list, and a dict belongs there; take off the comma behind it, or a pair of brackets",
	model.DictList:     "config_list is a dict, and a list belongs here; put it into [ ]",
	model.ClassConfig:  "this is the class, and an object of it belongs here; call it",
	model.FuncConfig:   "this is a function, and what it returns belongs here; call it",
	model.AwaitConfig:  "this is the call of an async function, and what it returns belongs here; await it",
	model.RawClient:    "this is a client of openai's own, and a dict belongs here; write {\"config_list\": […]}",
}

// clientText says the same of 0.4 and AG2 1.x, where a client or a configuration object belongs.
var clientText = map[model.Shape]string{
	model.TupleConfig: "this is a tuple, and a client belongs here; take off the comma behind it",
	model.TextConfig:  "this is a text, and a client belongs here; build one",
	model.DictClient:  "this is a dict, and a client belongs here; build one with these fields",
	model.RawClient:   "this is a client of openai's own, and one of AutoGen's belongs here; use OpenAIChatCompletionClient",

	model.WrappedClient: "this is a client of AutoGen's, and one of openai's own belongs here; use openai.AsyncOpenAI",
}

// commaMade: a configuration that a comma behind it made a tuple of, where Python or AutoGen takes something else.
func commaMade(p *model.Program, report reporter) {
	report = once(report)
	for _, r := range p.Runs {
		for _, e := range r.Events {
			v, failure, ok := commaFault(p, e)
			if !ok || e.Caught(failure.Exception, "Exception") || !r.Always(e) && !(r.Loose && r.EveryEnd(e)) {
				continue // a test of its type may be what this is
			}
			place, written := v.Literal()
			if !written {
				continue
			}
			f := lint.Finding{Place: oneLine(place), Level: certain(r, e), Failures: failures(failure)}
			f.Message = "the comma behind this configuration makes a tuple of it; take it off"
			f.Path = append(way(v, nil), lint.Step{Place: oneLine(e.Span), Text: "it is used here"})
			f.Fixes = tupleFix(p, v, f.Level == lint.Error)
			report(f)
		}
	}
}

// commaFault is what an event says of a tuple that holds one configuration and nothing else, and what that raises.
func commaFault(p *model.Program, e *eval.Event) (eval.Value, autogen.Failure, bool) {
	switch {
	case e.Kind == eval.Mistyped:
		t, ok := e.Value.D.(eval.Tuple)
		return e.Value, autogen.Failure{Exception: e.Name, Text: e.Refusal.Text}, ok && len(t.Elts) == 1 && configLike(t.Elts[0], &e.Before)
	case e.Kind == eval.Built && strings.HasSuffix(e.Name, ".LLMConfig") && spreadTuple(p, e) && p.Installs.All(func(i autogen.Install) bool { return i.Gen == autogen.AG2 }):
		v := e.Args.Pos[0]
		o := e.Before.Deref(v)
		if o == nil || o.Kind != eval.ListObj || !configLike(v, &e.Before) {
			break
		}
		text := "'list' object is not a mapping"
		if p.Installs.Any(func(i autogen.Install) bool { return i.Version.Before(autogen.V("0.9.10")) }) {
			text = "LLMConfig.__init__() takes 1 positional argument but 2 were given"
		}
		return v, autogen.Failure{Exception: "TypeError", Text: text}, true
	}
	return eval.Value{}, autogen.Failure{}, false
}

// configLike reports whether v is a dict that names what only a configuration does, or a list of such.
func configLike(v eval.Value, st *eval.State) bool {
	o := st.Deref(v)
	if o == nil {
		return false
	}
	if o.Kind == eval.ListObj && len(o.Elts) > 0 {
		o = st.Deref(o.Elts[0])
	}
	if o == nil || o.Kind != eval.DictObj {
		return false
	}
	for _, key := range []string{"model", "config_list", "provider", "api_key"} {
		if _, ok := o.Item(key); ok {
			return true
		}
	}
	return false
}

// spreadTuple reports whether the one argument of a call is written `*x`.
func spreadTuple(p *model.Program, e *eval.Event) bool {
	c, _, ok := exprAt[*syntax.Call](p, e.Span)
	return ok && len(e.Args.Pos) == 1 && len(c.Args) > 0 && c.Args[0].Star == 1
}

// secretKeys: a SecretStr where the text belongs that it holds.
func secretKeys(p *model.Program, report reporter) {
	for _, v := range p.Judge(func(b *model.Build) []model.Fault {
		f, ok := b.SecretKey()
		if !ok {
			return nil
		}
		fs := each(b, b.SecretIn)
		if len(fs) == 0 {
			return nil
		}
		place := oneLine(f.Key)
		if !place.Valid() {
			place = oneLine(f.Place())
		}
		return []model.Fault{failing(model.Fault{Place: place, Cause: "secret", When: model.AtCall, Bare: true, Equipped: true, Data: manyField{f, fs}}, fs)}
	}) {
		m := v.Data.(manyField)
		f := finding(v, lint.Error, "api_key is a SecretStr, and the text that it holds belongs here; call its get_secret_value()", m.failures...)
		f.Path = append(fieldWay(m.field), lint.Step{Place: v.Build.Place, Text: "the client is built here"})
		f.Fixes = wrap(v.Build.Program, m.field.Key, "Give it what the SecretStr holds", "", ".get_secret_value()", v.Level == model.Proof)
		report(f)
	}
}

// noRegion: an entry for Bedrock without the region that AG2 demands (ag2c@0.8.2, 0.14.0: oai/bedrock.py, BedrockLLMConfigEntry).
func noRegion(p *model.Program, report reporter) {
	for _, v := range p.Judge(func(b *model.Build) []model.Fault {
		if b.Shape != model.WellFormed || b.Provider() != "bedrock" || !b.Entry.Lacks("aws_region") {
			return nil
		}
		fs := each(b, func(i autogen.Install) autogen.Failure {
			if i.Gen == autogen.AG2 && i.Version.AtLeast(autogen.V("0.8.2")) {
				return autogen.Refused("1 validation error for _LLMConfig: aws_region Field required")
			}
			return autogen.Failure{}
		})
		if len(fs) == 0 {
			return nil
		}
		place := entryHead(b)
		if f, ok := b.Entry.Get("api_type"); ok && f.Key.Valid() {
			place = f.Key
		}
		return []model.Fault{failing(model.Fault{Place: headOf(b, place), Cause: "region", When: model.AtConstruction, Bare: true, Equipped: true, Data: fs}, fs)}
	}) {
		f := finding(v, lint.Error, "AG2 refuses an entry for Bedrock without aws_region, which no variable takes the place of; add it", v.Data.([]autogen.Failure)...)
		f.Path = append(way(v.Build.Entry.Value, nil), lint.Step{Place: v.Build.Place, Text: "the client is built here"})
		report(f)
	}
}

// funcKeys: a function where the text belongs that it would return.
func funcKeys(p *model.Program, report reporter) {
	for _, v := range p.Judge(func(b *model.Build) []model.Fault {
		f, certain, ok := b.FuncKey()
		if !ok {
			return nil
		}
		fs := each(b, b.FuncIn)
		if len(fs) == 0 {
			return nil
		}
		place := oneLine(f.Key)
		if !place.Valid() {
			place = oneLine(f.Place())
		}
		fault := failing(model.Fault{Place: place, Cause: "function", When: model.AtCall, Bare: true, Equipped: true, Data: manyField{f, fs}}, fs)
		if !certain {
			fault.At = model.Likely
		}
		return []model.Fault{fault}
	}) {
		m := v.Data.(manyField)
		f := finding(v, lint.Error, "api_key is a function, and the text that it returns belongs here; call it", m.failures...)
		f.Path = append(fieldWay(m.field), lint.Step{Place: v.Build.Place, Text: "the client is built here"})
		if _, certain, _ := v.Build.FuncKey(); !certain { // os.getenv wants to know what to look for
			f.Fixes = wrap(v.Build.Program, m.field.Key, "Call it", "", "()", false)
		}
		report(f)
	}
}

// manyFields: a list or tuple in a field that takes one text, most often made by a comma behind it.
func manyFields(p *model.Program, report reporter) {
	for _, v := range p.Judge(func(b *model.Build) []model.Fault {
		if b.Shape != model.WellFormed || ownClient(b) {
			return nil
		}
		var out []model.Fault
		for _, name := range []string{"model", "api_key", "base_url", "azure_endpoint", "api_version"} {
			f, ok := b.Field(name)
			if !ok || f.Maybe || !several(f.Value, b.State) && !(name == "api_key" && isDict(f.Value, b.State)) {
				continue
			}
			fs := each(b, func(i autogen.Install) autogen.Failure { return b.SeveralIn(i, name) })
			if len(fs) == 0 {
				continue
			}
			when := model.AtConstruction
			if b.Installs().Any(func(i autogen.Install) bool { return fallsAtCall(b.SeveralIn(i, name)) }) {
				when = model.AtCall
			}
			place := f.Place()
			if f.Key.Valid() && isDict(f.Value, b.State) {
				place = f.Key // it is right as it is where it was made
			}
			out = append(out, failing(model.Fault{Place: oneLine(place), Cause: name, When: when, Bare: true, Equipped: true, Data: manyField{f, fs}}, fs))
		}
		return out
	}) {
		m := v.Data.(manyField)
		what := "list"
		if _, tuple := m.field.Value.D.(eval.Tuple); tuple {
			what = "tuple"
		} else if isDict(m.field.Value, v.Build.State) {
			what = "dict"
		}
		f := finding(v, lint.Error, fmt.Sprintf("%s is a %s, and one text belongs here; %s", m.field.Name, what, oneText[m.field.Name+what]), m.failures...)
		if oneText[m.field.Name+what] == "" {
			f.Message = fmt.Sprintf("%s is a %s, and one text belongs here; %s", m.field.Name, what, oneText[what])
		}
		f.Path = append(fieldWay(m.field), lint.Step{Place: v.Build.Place, Text: "the client is built here"})
		f.Fixes = tupleFix(v.Build.Program, m.field.Value, v.Level == model.Proof)
		report(f)
	}
}

// notAContext: `async with` a model client, which none is (ms@0.7.5; run).
func notAContext(p *model.Program, report reporter) {
	report = once(report)
	for _, r := range p.Runs {
		for _, e := range r.Events {
			class, method := cutLast(e.Name)
			cls := autogen.ClassOf(class)
			if e.Kind != eval.Called || cls == nil || cls.Kind != autogen.ModelClient || method != "__aenter__" && method != "__enter__" {
				continue
			}
			protocol := "asynchronous context manager"
			if method == "__enter__" {
				protocol = "context manager"
			}
			_, name := cutLast(class)
			failure := autogen.Failure{Exception: "TypeError", Text: fmt.Sprintf("'%s' object does not support the %s protocol", name, protocol)}
			f := lint.Finding{Place: oneLine(e.Span), Level: certain(r, e), Failures: failures(failure)}
			f.Message = "a model client is no context manager; bind it to a name, and await its close() at the end"
			if !e.Caught(failure.Exception, "Exception") {
				report(f)
			}
		}
	}
}

// certain is the level of a fault that an event is: an error where every normal run of the program passes it.
func certain(r *model.Run, e *eval.Event) lint.Level {
	if r.Always(e) {
		return lint.Error
	}
	return lint.Warning
}

// cutLast splits a qualified name at its last dot.
func cutLast(path string) (before, name string) {
	i := strings.LastIndexByte(path, '.')
	return path[:max(i, 0)], path[i+1:]
}

type manyField struct {
	field    model.Field
	failures []autogen.Failure
}

var oneText = map[string]string{
	"tuple": "take off the comma behind it", "list": "take one of them", "dict": "take the item that holds it", "modellist": "write an entry for each",
}

// fallsAtCall reports whether a failure is a server's answer.
func fallsAtCall(f autogen.Failure) bool {
	return f.Exception == "openai.AuthenticationError" || f.Exception == "openai.NotFoundError"
}

// isDict reports whether a value is certainly a dict.
func isDict(v eval.Value, st *eval.State) bool {
	o := st.Deref(v)
	return o != nil && o.Kind == eval.DictObj
}

// several reports whether a value is certainly a list or tuple.
func several(v eval.Value, st *eval.State) bool {
	if _, ok := v.D.(eval.Tuple); ok {
		return true
	}
	o := st.Deref(v)
	return o != nil && o.Kind == eval.ListObj
}

// mixedGenerations: an object of one generation given to a class of another.
var mixedGenerations = rule("AG207", "mixed-generations", lint.Error, "A configuration of one generation of AutoGen is given to a class of another.",
	func(p *model.Program, report reporter) {
		shapes(p, func(b *model.Build) misuse {
			name := ownName(b.Class.Name)
			unexpected := func(class, argument string) misuse {
				return misuse{model.AtConstruction, true, []autogen.Failure{{Exception: "TypeError", Text: class + ".__init__() got an unexpected keyword argument '" + argument + "'"}}}
			}
			switch b.Shape {
			case model.OldConfig:
				return unexpected(name, "llm_config")
			case model.NewConfig:
				return unexpected("ConversableAgent", "model_client")
			}
			return misuse{}
		}, func(v model.Verdict, f lint.Finding) {
			switch {
			case v.Build.Shape == model.NewConfig:
				f.Message = "this class is of AutoGen 0.2, which takes llm_config; a model client is for 0.4 and later"
			case v.Build.Gen == autogen.AG21:
				f.Message = "this class is of AG2 1.x, which takes config=; llm_config is for module autogen"
			default:
				f.Message = "this class is of AutoGen 0.4, which takes a model_client; llm_config is for 0.2"
			}
			report(f)
		})
	})

// emptyConfigList: no entry at all.
var emptyConfigList = rule("AG203", "empty-config-list", lint.Error, "A config_list has no entry.",
	func(p *model.Program, report reporter) {
		shapes(p, emptyList, func(v model.Verdict, f lint.Finding) {
			f.Message = "this list has no entry, so the agent has no model to ask; add one, or mend the filter that leaves nothing"
			report(f)
		})
		nothingFits(p, report)
	})

// emptyList is what comes of a list without an entry.
func emptyList(b *model.Build) misuse {
	if b.Shape != model.EmptyList {
		return misuse{}
	}
	m := misuse{when: model.AtConstruction, equipped: !fromVariable(b.Entry.Value)}
	alone := len(b.Entry.Beside) == 0
	for _, f := range b.Entry.Beside {
		if f.Name == "model" && b.Installs().Any(func(i autogen.Install) bool { return i.Gen == autogen.V02 }) {
			return misuse{} // the wrapper falls back to what stands beside the list
		}
	}
	m.failures = each(b, func(i autogen.Install) autogen.Failure {
		switch {
		case i.Gen == autogen.AG2 && i.Version.AtLeast(autogen.V("0.8.2")):
			return autogen.Refused(autogen.NothingLeft)
		case b.Use == b.Place && b.Class.Kind != autogen.Wrapper:
			return autogen.Failure{Exception: "AssertionError", Text: "llm_config must be a dict or False or None."}
		case alone && b.Class.Kind != autogen.Wrapper:
			return autogen.Failure{Exception: "ValueError", Text: autogen.ModelWanted}
		}
		return autogen.Failure{Exception: "TypeError", Text: autogen.ModelWantedAtCall}
	})
	if !alone && b.Installs().Any(func(i autogen.Install) bool { return i.Gen == autogen.V02 }) { // the wrapper makes a client from the environment
		m.when = model.AtCall
		m.failures = append(m.failures, autogen.MissingKey(b.Installs(), autogen.V02, "openai")...)
	}
	return m
}

// fromVariable reports whether a variable outside would replace the list, as it does for config_list_from_json.
func fromVariable(v eval.Value) bool {
	for _, s := range v.Steps() {
		if s.Kind == eval.FromCall && autogen.HelperOf(s.Name) == "config_list_from_json" {
			return true
		}
	}
	return false
}

// nothingFits: a filter of LLMConfig's that leaves no entry.
func nothingFits(p *model.Program, report reporter) {
	report = once(report)
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind != eval.Refused || !autogen.Unfit(e.Refusal.Text) || e.Caught(e.Name, "Exception") {
				continue
			}
			f := lint.Finding{Place: e.Span, Level: certain(r, e), Failures: []lint.Failure{{Exception: e.Name, Text: e.Refusal.Text}}}
			if e.Refusal.Place.File != e.Span.File {
				f.Level = lint.Warning // a variable of the file's name would take its place
			}
			if e.Refusal.Place.Valid() && e.Refusal.Place.File != e.Span.File {
				f.Path = []lint.Step{{Place: oneLine(e.Refusal.Place), Text: "these are the entries"}}
			}
			f.Message = "no entry of the configuration fits this filter; mend it, or add an entry that does"
			report(f)
		}
	}
}

// missingModel: an entry without a model.
var missingModel = rule("AG204", "missing-model", lint.Error, "A configuration names no model.",
	func(p *model.Program, report reporter) {
		for _, v := range p.Judge(func(b *model.Build) []model.Fault {
			if b.Shape != model.WellFormed || b.Class.Kind == autogen.ConfigEntry {
				return nil
			}
			if _, own := b.Field("model_client_cls"); own {
				return nil
			}
			if strings.HasSuffix(b.Class.Name, ".GPTAssistantAgent") {
				return nil // it has a default (ms@v0.2.40: agentchat/contrib/gpt_assistant_agent.py)
			}
			f, has := b.Field("model")
			if _, misspelt := b.Meant("model"); misspelt || !has && !b.Entry.Lacks("model") {
				return nil
			}
			if has {
				bare, equipped := model.Resolve(f.Value, b.State, model.Bare), model.Resolve(f.Value, b.State, model.Equipped)
				if bare.Kind != model.Blank || equipped.Kind != model.Blank || bare.Text != "" {
					return nil
				}
			}
			when, fs := modelNeeded(b, has)
			if len(fs) == 0 {
				return nil
			}
			place := entryHead(b)
			if has {
				place = f.Place()
			}
			return []model.Fault{failing(model.Fault{Place: headOf(b, place), Cause: "model", When: when, Bare: true, Equipped: true, Data: fs}, fs)}
		}) {
			message := "no model is named here, nor above it; add \"model\""
			if v.Build.Gen == autogen.V04 || v.Build.Gen == autogen.AG21 {
				message = "no model is named; add model="
			}
			f := finding(v, lint.Error, message, v.Data.([]autogen.Failure)...)
			f.Path = append(append(way(v.Build.Entry.Value, nil), spreadWay(v.Build)...), lint.Step{Place: v.Build.Place, Text: "the client is built here"})
			report(f)
		}
	})

// entryHead is where an entry is written: its dict, or the first of its fields where the dict is empty or a copy.
func entryHead(b *model.Build) source.Span {
	place := b.Entry.Place
	if place == b.Event.Span || !place.Valid() {
		return b.Place
	}
	for _, f := range b.Entry.Fields {
		if f.Key.Valid() && f.Key.File == place.File && place.Start <= f.Key.Start && f.Key.End <= place.End {
			return place
		}
	}
	if len(b.Entry.Fields) > 0 && b.Entry.Fields[0].Key.Valid() {
		return b.Entry.Fields[0].Key
	}
	return place
}

// modelNeeded is when, and with what, a configuration without a model fails; blank says that there is one, and it is empty.
func modelNeeded(b *model.Build, blank bool) (model.When, []autogen.Failure) {
	when := model.AtConstruction
	name := ownName(b.Class.Name)
	fs := each(b, func(i autogen.Install) autogen.Failure {
		switch {
		case i.Gen == autogen.V04:
			return autogen.Failure{Exception: "ValueError", Text: "model is required for " + name}
		case i.Gen == autogen.AG21 && blank:
			return autogen.Failure{} // the server's to say
		case i.Gen == autogen.AG21 && (i.Version.Before(autogen.V("1.0.0")) || b.Class.Provider == "gemini" || b.Class.Provider == "vertex"):
			return autogen.Failure{Exception: "TypeError", Text: name + ".__init__() missing 1 required positional argument: 'model'"}
		case i.Gen == autogen.AG21 && (b.Class.Provider == "openai" || b.Class.Provider == "anthropic"):
			when = model.AtCall // ag2@1.2.1: config/config.py, whose property becomes the default (run)
			return autogen.Failure{Exception: "TypeError", Text: "Object of type property is not JSON serializable"}
		case i.Gen == autogen.AG21 && b.Class.Provider == "ollama":
			when = model.AtCall
			return autogen.Failure{Exception: "pydantic_core._pydantic_core.ValidationError", Bases: []string{"ValueError"}, Text: "1 validation error for ChatRequest"}
		case i.Gen == autogen.AG2 && i.Version.AtLeast(autogen.V("0.8.2")) && b.Class.Kind != autogen.Wrapper:
			if blank {
				return autogen.Refused("1 validation error for _LLMConfig: model String should have at least 1 character")
			}
			return autogen.Refused("1 validation error for _LLMConfig: model Field required")
		case i.Gen == autogen.AG21:
			return autogen.Failure{}
		case blank && len(b.Entry.Fields)+len(b.Entry.Beside) == 1:
			return autogen.Failure{Exception: "ValueError", Text: autogen.ModelWanted}
		case !blank && len(b.Entry.Fields) == 0 && len(b.Entry.Beside) == 0 && b.Of == 1 && b.Entry.Value.D != nil:
			return autogen.Failure{Exception: "ValueError", Text: autogen.ModelWanted}
		}
		when = model.AtCall
		return autogen.Failure{Exception: "TypeError", Text: autogen.ModelWantedAtCall}
	})
	return when, fs
}

// missingModelInfo: a client of 0.4 and a model that it cannot know, or a model_info that is not whole.
var missingModelInfo = rule("AG209", "missing-model-info", lint.Error, "A client of AutoGen 0.4 gets a model that it cannot know, and no model_info.",
	judged(func(b *model.Build) []model.Fault {
		if b.Gen != autogen.V04 || b.Class.Kind != autogen.ModelClient || b.Shape != model.WellFormed {
			return nil
		}
		fault, ok := needsInfo(b)
		if !ok {
			return nil
		}
		fault.When, fault.Cause, fault.Bare, fault.Exception = model.AtConstruction, "info", true, "ValueError"
		return []model.Fault{fault}
	}))

// needsInfo judges the model_info of a client: it is missing, or lacks a field.
func needsInfo(b *model.Build) (model.Fault, bool) {
	info, given := b.Field("model_info")
	missing := b.Entry.Lacks("model_info") && b.Entry.Lacks("model_capabilities")
	name, f, sure := b.ModelOr()
	fault := model.Fault{Place: oneLine(f.Place()), Equipped: sure}
	switch {
	case given:
		return shortInfo(b, info)
	case !missing:
		return fault, false
	case b.Class.Provider == "azureai":
		fault.Place, fault.Equipped = b.Place, true
		fault.Data = remark{message: "this client knows no models of its own; say what the model can do with model_info={…}",
			failures: []autogen.Failure{{Exception: "ValueError", Text: "model_info is required for AzureAIChatCompletionClient"}}, most: lint.Error}
		return fault, true
	case b.Class.Provider != "openai" && b.Class.Provider != "azure", name == "", autogen.FillIn(name), !autogen.Unlisted(name),
		b.Program.ReachesInto("autogen_ext.models"): // it may have told the client of the model
		return fault, false
	}
	message, foreign := "the client does not know %s; say what it can do with model_info={…}", every(b, func(i autogen.Install) bool { return autogen.NeedsModelInfo(name, i.Version) })
	if _, meant, _ := nearModel(b); !foreign && meant != "" {
		return fault, false // AG311
	}
	if !foreign && !autogen.Ends(b.Program.Pins) {
		message = "no client up to AutoGen " + autogen.LastOf04 + " knows %s; say what it can do with model_info={…}"
		fault.At = model.Likely // a later one may
	}
	fault.Data = remark{message: fmt.Sprintf(message, name), path: fieldWay(f), failures: []autogen.Failure{autogen.NeedsInfo()}, most: lint.Error}
	return fault, true
}

// shortInfo judges a model_info that lacks a field which every installation demands (ms@0.7.5: CORE/models/_model_client.py
// validate_model_info; since 0.4.7).
func shortInfo(b *model.Build, info model.Field) (model.Fault, bool) {
	if b.Class.Provider != "openai" && b.Class.Provider != "azure" && b.Class.Provider != "azureai" {
		return model.Fault{}, false // they take it as it is
	}
	key, lacks := b.Without("model_info", autogen.InfoKeys())
	if info.Maybe || !lacks {
		return model.Fault{}, false
	}
	at, enforced := model.Unsaid, func(i autogen.Install) bool { return i.Version.AtLeast(autogen.V("0.4.7")) }
	if !every(b, enforced) {
		at = model.Advice // an older release takes it
	}
	if !b.Installs().Any(enforced) {
		return model.Fault{}, false
	}
	failure := autogen.Failure{Exception: "ValueError", Text: fmt.Sprintf("Missing required field '%s' in ModelInfo. Starting in v0.4.7, the required fields are enforced.", key)}
	return model.Fault{Place: headOf(b, info.Place()), At: at, Equipped: true,
		Data: remark{message: fmt.Sprintf("this model_info has no %s, which it must have", key), path: fieldWay(info), failures: []autogen.Failure{failure}, most: lint.Error}}, true
}

// known reports whether a field is there, or may be.
func known(b *model.Build, name string) bool {
	f, ok := b.Field(name)
	return ok && !eval.IsNone(f.Value) || b.Entry.Open
}
