package model

import (
	"sort"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// A Description is what one client is built with, for people: what one would print while debugging, without printing a secret. No
// text of it holds a key, or a part of one.
type Description struct {
	Class      string      // what is constructed, qualified
	Agent      string      // the name that the agent is given, where that is known
	Place      source.Span // the name in the call that constructs it
	Entry      source.Span // the configuration
	Within     string      // the function that it stands in, when the program does not call that itself
	Releases   []Release   // what the program may run with; none where the pins admit nothing that ships the class
	Provider   Fact
	Host       Fact
	Model      Fact
	Deployment Fact // of Azure only
	Fields     []FieldFact
	Open       string // why there may be other fields; or empty
	Key        KeyFact
	Turn       Turn
	Alt, Alts  int    // which of several configurations it is: the agent may be built with any of them
	Health     Health // whether it would fail on this machine, if the program was evaluated for it
	Wrong      string // what is wrong with the form of the configuration; the rest then says nothing
}

// A Release is a generation and the versions of it that are possible.
type Release struct {
	Generation string
	Versions   []string
	OpenAI     []string // the oldest release of each band of the openai SDK
}

// A FieldFact is a field of a configuration.
type FieldFact struct {
	Name   string
	Place  source.Span // where its name stands
	Value  Fact
	Maybe  bool // it may not be there
	Shared bool // it stands beside config_list
	Secret bool // it holds a credential: Value says only where that comes from
}

// A Turn is the place of an entry in its config_list.
type Turn struct {
	Index, Of int  // Index counts from 0
	Open      bool // there may be entries that are not known
	Rotates   bool // the entries take turns (routing_method), so none is the first
	// Passes says that an error of the API makes the wrapper ask the next entry; false where another SDK's errors end the question.
	Passes bool
}

// Describe says what b is built with.
func Describe(b *Build) Description {
	d := Description{
		Class: b.Class.Name, Agent: b.agentName(), Place: b.Place, Entry: b.Entry.Place, Releases: releasesOf(b.Installs(), b.Program.Pins),
		Alt: b.Alt, Alts: b.Alts, Wrong: wrongShapes[b.Shape],
	}
	if b.Run != nil && b.Run.Loose {
		d.Within = b.Run.Name
	}
	if b.Shape != WellFormed && b.Shape != ListConfig && b.Shape != DictList {
		return d
	}
	d.Provider, d.Host, d.Model, d.Deployment = b.providerFact(), b.hostFact(), b.textFact("model"), b.deploymentFact()
	d.Fields, d.Key, d.Turn, d.Health = b.fieldFacts(), b.keyFact(), b.turn(), b.health()
	if b.Entry.Open {
		d.Open = "a part of the configuration is not known"
	}
	return d
}

// wrongShapes are the shapes in words.
var wrongShapes = map[Shape]string{
	TupleConfig: "the configuration is a tuple; a trailing comma makes one", TextConfig: "the configuration is a text", ListConfig: "the configuration is a list, not a dict",
	TextEntries: "an entry of config_list is a text", TupleEntries: "an entry of config_list is a tuple; a trailing comma makes one", DictList: "config_list is a dict, not a list", EmptyList: "config_list has no entry",
	ClassConfig: "the configuration is a class that is not called", OldConfig: "the configuration is an llm_config, and the agent takes a client",
	BoolConfig: "the configuration is True", FuncConfig: "the configuration is a function that is not called", AwaitConfig: "the configuration is a call that is not awaited", RawClient: "the configuration is a client of openai's own",
	DictClient: "the client is a dict or list", WrappedClient: "the client is one of AutoGen's, and the agent takes one of openai's own",
	NewConfig: "the client is one of AutoGen 0.4, and the agent one of 0.2", Misnamed: "the agent has no such parameter", NoModel: "the agent has no model",
}

// agentName is the name that the agent is given.
func (b *Build) agentName() string {
	if b.Event == nil {
		return ""
	}
	switch b.Class.Kind {
	case autogen.Agent, autogen.NoLLMAgent, autogen.SDKAgent, autogen.Manager, autogen.Team, autogen.GroupChat:
	default:
		return ""
	}
	return nameOf(b.Event, b.Program)
}

// nameOf is the argument that names an agent.
func nameOf(e *eval.Event, p *Program) string {
	position := -1
	if cls := autogen.ClassOf(e.Name); cls != nil {
		for i, param := range cls.Params {
			if param == "name" {
				position = i
			}
		}
	}
	v, ok := e.Args.At(position, "name")
	if !ok {
		return ""
	}
	if s, ok := eval.AsStr(v); ok && p.shows(s) && !p.hides(v) {
		return s
	}
	return ""
}

// releasesOf sorts installations by generation.
func releasesOf(set autogen.Set, pins []autogen.Pin) []Release {
	var out []Release
	for g := autogen.V02; g <= autogen.AG21; g++ {
		of := set.Of(g)
		if len(of) == 0 {
			continue
		}
		r := Release{Generation: g.String()}
		for _, i := range of {
			version, exact := i.Exact(pins)
			if !exact {
				version = i.Version.String()
			}
			r.Versions = appendNew(r.Versions, version)
			r.OpenAI = appendNew(r.OpenAI, i.OpenAI.String())
		}
		byVersion(r.Versions)
		byVersion(r.OpenAI)
		out = append(out, r)
	}
	return out
}

func appendNew(list []string, s string) []string {
	if has(list, s) {
		return list
	}
	return append(list, s)
}

func byVersion(list []string) {
	sort.Slice(list, func(i, j int) bool { return autogen.V(list[i]).Before(autogen.V(list[j])) })
}

// providerFact is whose client it is, and by its host who answers.
func (b *Build) providerFact() Fact {
	if p := b.Provider(); p != "" {
		return Fact{Text: b.routed(p)}
	}
	f, ok := b.Entry.Get("api_type")
	if !ok {
		return Fact{Why: "whether there is an api_type is not known"}
	}
	if text, ok := f.Str(); ok && b.Program.shows(text) && !b.Program.hides(f.Value) {
		return Fact{Why: "the versions that are possible make different clients of the api_type " + text, Place: f.Place()}
	}
	why := b.fact(f.Name, f.Value)
	why.Text, why.Why = "", "the api_type is not known: "+reason(why)
	return why
}

// defaultHosts are the hosts that clients ask when no address is given.
var defaultHosts = map[string]string{
	"openai": "api.openai.com", "ollama": "localhost:11434", "llama": "api.llama.com", "gemini": "generativelanguage.googleapis.com", "deepseek": "api.deepseek.com",
	"anthropic": "api.anthropic.com", "groq": "api.groq.com", "mistral": "api.mistral.ai", "together": "api.together.xyz", "cohere": "api.cohere.com", "cerebras": "api.cerebras.ai",
	"xai": "api.x.ai", "dashscope": "dashscope.aliyuncs.com",
}

// hostFact is whom the client asks.
func (b *Build) hostFact() Fact {
	base, f, known := b.Base()
	p := b.Provider()
	switch {
	case known:
		host, port := autogen.Hostname(base)
		if host == "" {
			return Fact{Why: "the address holds no host", Place: f.Place()}
		}
		if port != "" {
			host += ":" + port
		}
		fact := b.fact(f.Name, f.Value)
		fact.Text, fact.Why = "", ""
		switch shown, ok := publicHost(host); {
		case b.Program.hides(f.Value) && ok:
			fact.Text = shown
		case b.Program.hides(f.Value):
			fact.Why = hidden
		case b.Program.shows(host):
			fact.Text = host
		default:
			fact.Why = "it is not shown, because it looks like a key"
		}
		return fact
	case f.Name != "" && !b.isNone(f):
		fact := b.fact(f.Name, f.Value)
		fact.Why, fact.Text = "the address is not known: "+reason(fact), ""
		return fact
	case p == "":
		return Fact{Why: "the provider is not known"}
	case b.Entry.Open:
		return Fact{Why: "the configuration may hold an address that is not known"}
	}
	return b.ownHost(p)
}

// isNone reports whether a field is None, here or anywhere: then it is as if it was not given.
func (b *Build) isNone(f Field) bool {
	return !f.Maybe && Resolve(f.Value, b.State, Bare).Kind == None && Resolve(f.Value, b.State, Equipped).Kind == None
}

// addressVariables are the variables that a client of a provider reads for its address when none is given.
var addressVariables = map[string]string{"openai": "OPENAI_BASE_URL", "azure": "AZURE_OPENAI_ENDPOINT", "anthropic": "ANTHROPIC_BASE_URL", "ollama": "OLLAMA_HOST"}

// ownHost is whom a client asks that was given no address.
func (b *Build) ownHost(p string) Fact {
	variable := addressVariables[p]
	if to := b.routed(p); to != p {
		p, variable = to, "OPENAI_BASE_URL"
	}
	if variable != "" {
		o := Resolve(b.State.Getenv(variable), b.State, Bare)
		switch o.Kind {
		case Text:
			host, _ := autogen.Hostname(o.Text)
			fact := Fact{Vars: []string{variable}, Place: spanOf(o.Value)}
			if shown, ok := publicHost(host); ok {
				fact.Text = shown
			} else if b.Program.hides(o.Value) || !b.Program.shows(host) {
				fact.Why = hidden
			} else {
				fact.Text = host
			}
			return fact
		case Good, Uncertain:
			if !b.setOutsideOnly(variable) {
				return Fact{Why: "it comes from the variable " + variable, Vars: []string{variable}}
			}
		}
	}
	host := defaultHosts[p]
	if host == "" {
		why := "the client has no host of its own"
		if variable != "" {
			why = "nothing in the sources sets it; the client reads " + variable
		}
		return Fact{Why: why, Vars: named(variable)}
	}
	return Fact{Text: host, Vars: named(variable)}
}

// setOutsideOnly reports whether the program leaves a variable alone, as far as it is seen.
func (b *Build) setOutsideOnly(variable string) bool {
	d, ok := b.State.Getenv(variable).D.(eval.Env)
	return ok && d.Default != nil && eval.IsNone(*d.Default)
}

func named(variable string) []string {
	if variable == "" {
		return nil
	}
	return []string{variable}
}

// publicHost returns a host as everybody knows it; of a resource at a provider only the provider's part.
func publicHost(host string) (string, bool) {
	bare, port, _ := strings.Cut(host, ":")
	if autogen.LocalHost(bare) && strings.Contains("localhost 127.0.0.1 0.0.0.0 host.docker.internal", bare) {
		if port != "" {
			return bare + ":" + port, true
		}
		return bare, true
	}
	p := autogen.ByHost(bare)
	if p == nil {
		return "", false
	}
	for _, h := range p.Hosts {
		if h == bare || strings.HasPrefix(h, "*.") && strings.HasSuffix(bare, h[1:]) {
			return h, true
		}
	}
	return "", false
}

// textFact is a field as a fact, or that there is none.
func (b *Build) textFact(name string) Fact {
	f, ok := b.Entry.Get(name)
	switch {
	case ok:
		return b.fact(name, f.Value)
	case b.Entry.Open:
		return Fact{Why: "the configuration may hold one that is not known"}
	}
	return Fact{Why: "there is none"}
}

// deploymentFact is what an Azure client asks for in the path: the deployment, else the model. AutoGen 0.2, and AG2 before 0.9.8, take
// the dots out (ms@v0.2.40: oai/client.py, ag2c@0.9.8: oai/client.py).
func (b *Build) deploymentFact() Fact {
	if b.Provider() != "azure" {
		return Fact{}
	}
	fact := b.textFact("azure_deployment")
	if _, ok := b.Entry.Get("azure_deployment"); !ok {
		fact = b.textFact("model")
	}
	if !strings.Contains(fact.Text, ".") {
		return fact
	}
	strips := func(i autogen.Install) bool {
		return i.Gen == autogen.V02 || i.Gen == autogen.AG2 && i.Version.Before(autogen.V("0.9.8"))
	}
	switch set := b.Installs(); {
	case set.All(strips):
		fact.Text = strings.ReplaceAll(fact.Text, ".", "")
	case set.Any(strips):
		fact.Text += ", or " + strings.ReplaceAll(fact.Text, ".", "") + " by version"
	}
	return fact
}

// fieldFacts are the fields of the configuration in the order in which they are written, its own before the shared ones.
func (b *Build) fieldFacts() []FieldFact {
	var out []FieldFact
	seen := map[string]bool{}
	add := func(fields []Field, shared bool) {
		last := map[string]int{}
		for i, f := range fields {
			last[f.Name] = i
		}
		for i, f := range fields {
			if last[f.Name] != i || seen[f.Name] || f.Name == "config_list" {
				continue
			}
			seen[f.Name] = true
			out = append(out, FieldFact{Name: b.fieldName(f), Place: f.Key, Value: b.fact(f.Name, f.Value), Maybe: f.Maybe, Shared: shared, Secret: secretField(f.Name)})
		}
	}
	add(b.Entry.Fields, false)
	add(b.Entry.Shared, true)
	add(b.Entry.Beside, true)
	return out
}

// fieldName is a field's name, if it is a usual one or the sources hold it.
func (b *Build) fieldName(f Field) string {
	if b.Program.Here && !plainFields[f.Name] && !credentialFields[f.Name] && !strings.Contains(f.Key.Text(), f.Name) {
		return "***"
	}
	return b.Program.name(f.Name)
}

// turn is when the entry is asked.
func (b *Build) turn() Turn {
	t := Turn{Index: b.Index, Of: max(b.Of, 1)}
	for _, s := range b.Siblings {
		if s.Alt == b.Alt && s.Index >= t.Of {
			t.Of = s.Index + 1
		}
	}
	if n := b.listLength(); n > 0 {
		t.Open, t.Of = b.Of > n, n
	}
	for _, f := range append(append([]Field{}, b.Entry.Beside...), b.Entry.Fields...) {
		if s, ok := f.Str(); f.Name == "routing_method" && (!ok || s == "round_robin") {
			t.Rotates = true
		}
	}
	switch b.Provider() {
	case "openai", "azure", "deepseek":
		t.Passes = true
	}
	return t
}

// listLength is how many entries of the config_list are known.
func (b *Build) listLength() int {
	if b.list == 0 {
		return 0
	}
	o := b.State.Object(b.list)
	if o == nil || o.Kind != eval.ListObj {
		return 0
	}
	return len(o.Elts)
}
