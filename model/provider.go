package model

import (
	"path"
	"sort"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
)

// Provider is whose client the build makes, in every installation; "" where that is not known or differs.
func (b *Build) Provider() string {
	switch b.Gen {
	case autogen.V04, autogen.AG21:
		return b.Class.Provider
	}
	if b.Class.Kind == autogen.ConfigEntry {
		return b.Class.Provider
	}
	f, ok := b.Entry.Get("api_type")
	if !ok || f.Top { // beside config_list it reaches no entry (ms@v0.2.40: oai/client.py:456)
		if b.Entry.Open {
			return ""
		}
		return "openai"
	}
	if eval.IsNone(f.Value) {
		return "openai"
	}
	text, ok := f.Str()
	if !ok {
		return ""
	}
	return typeProvider(b.Installs(), text)
}

// typeProvider is the provider that an api_type means where it is known. In a release that makes OpenAI's client of it, the program
// fails whatever else is right; nobody runs it there.
func typeProvider(set autogen.Set, apiType string) string {
	provider := ""
	for _, in := range set {
		p, known := autogen.ByAPIType(in, apiType)
		if !known {
			continue
		}
		if provider != "" && p != provider {
			return ""
		}
		provider = p
	}
	if provider == "" && len(set) > 0 {
		return "openai"
	}
	return provider
}

// Installs are the installations of the program in which this class is what it is taken for.
func (b *Build) Installs() autogen.Set {
	set := b.Program.Installs.Of(b.Class.Gen)
	if b.Class.Gen == autogen.V02 {
		set = b.Program.Installs.Of(autogen.V02, autogen.AG2)
	}
	if form := set.Taking(b.form); len(form) > 0 {
		return form // those that do not take the form of its LLMConfig do not get here
	}
	return set
}

// OpenAIClient reports whether the SDK client is openai's own, which falls back to OPENAI_API_KEY whatever the host.
func (b *Build) OpenAIClient() bool {
	p := b.Provider()
	return p == "openai" || p == "deepseek"
}

// Model is the name of the model, where it is a text of the sources.
func (b *Build) Model() (string, bool) {
	f, ok := b.Entry.Get("model")
	if !ok {
		return "", false
	}
	return f.Str()
}

// ModelOr is the name of the model where nothing is set, "" where the sources do not say it, with the value that holds it. It is sure
// where a variable cannot change it.
func (b *Build) ModelOr() (name string, f Field, sure bool) {
	f, ok := b.Entry.Get("model")
	if !ok || f.Maybe {
		return "", f, false
	}
	if name, sure = f.Str(); sure {
		return name, f, true
	}
	bare := Resolve(f.Value, b.State, Bare)
	if bare.Kind != Text {
		return "", f, false
	}
	f.Value = bare.Value
	return bare.Text, f, false
}

// Base is the text of the base URL, where the sources say it whatever is set, and the field that holds it.
func (b *Build) Base() (string, Field, bool) {
	text, f, sure := b.BaseOr()
	if !sure {
		return "", f, false
	}
	return text, f, true
}

// BaseOr is the text of the base URL where nothing is set, "" where the sources do not say it. It is sure where a variable cannot
// change it: a default, or a .env, is not.
func (b *Build) BaseOr() (text string, f Field, sure bool) {
	for _, name := range []string{"base_url", "azure_endpoint", "client_host", "host", "endpoint"} {
		f, ok := b.Entry.Get(name)
		if !ok || name == "endpoint" && b.Class.Provider != "azureai" || name == "host" && b.Class.Provider != "ollama" || name == "base_url" && b.dropsBase() {
			continue
		}
		bare, equipped := Resolve(f.Value, b.State, Bare), Resolve(f.Value, b.State, Equipped)
		if f.Maybe || bare.Kind != Text {
			return "", f, false
		}
		sure := equipped.Kind == Text && bare.Text == equipped.Text
		return bare.Text, f, sure
	}
	return "", Field{}, false
}

// dropsBase reports whether the client passes base_url over without a word, as 0.4's for Ollama does: it takes host
// (ms@0.7.5: EXT/models/ollama/_ollama_client.py, create_args against the parameters of ollama.AsyncClient.chat).
func (b *Build) dropsBase() bool { return b.Gen == autogen.V04 && b.Class.Provider == "ollama" }

// HasBase reports whether the configuration has, or may have, an address of its own.
func (b *Build) HasBase() bool {
	if b.Entry.Open {
		return true
	}
	for _, name := range []string{"base_url", "azure_endpoint"} {
		if f, ok := b.Entry.Get(name); ok && !eval.IsNone(f.Value) {
			return true
		}
	}
	v := b.State.Getenv("OPENAI_BASE_URL")
	if eval.IsAbsent(v) {
		return false
	}
	env, ok := v.D.(eval.Env)
	return !ok || env.Default == nil || !eval.IsNone(*env.Default)
}

// Hosted reports whether the client certainly talks to a known provider's own host, where a key has to be right.
func (b *Build) Hosted() (provider string, ok bool) {
	p := b.Provider()
	if p == "" || p == "ollama" {
		return "", false
	}
	base, _, known := b.Base()
	if !known {
		if b.HasBase() || p == "azure" || p == "bedrock" || p == "azureai" {
			return p, p == "azure" && b.azureAnywhere()
		}
		to := b.routed(p)
		return to, to != ""
	}
	host, _ := autogen.Hostname(base)
	if autogen.LocalHost(host) {
		return "", false
	}
	if h := autogen.ByHost(host); h != nil {
		return h.Name, true
	}
	return "", false
}

// azureAnywhere reports whether an Azure client talks to Azure: it has an endpoint, or will need one.
func (b *Build) azureAnywhere() bool {
	base, _, known := b.Base()
	if !known {
		return true
	}
	host, _ := autogen.Hostname(base)
	p := autogen.ByHost(host)
	return p != nil && p.Name == "azure"
}

// routed is the provider that 0.4's OpenAI client chooses by the model's name; "" where some releases choose and others do not.
func (b *Build) routed(p string) string {
	if b.Gen != autogen.V04 || p != "openai" {
		return p
	}
	model, ok := b.Model()
	if !ok {
		return p
	}
	to, since := autogen.RoutedModel(model)
	refused := b.Entry.Lacks("model_info") && b.Entry.Lacks("model_capabilities") // older releases do not even build the client
	knows := func(i autogen.Install) bool { return i.Version.AtLeast(since) }
	switch {
	case refused, b.Installs().All(knows):
		return to
	case b.Installs().Any(knows):
		return ""
	}
	return p
}

// credential is where the client takes its key from.
func (b *Build) credential() (Credential, bool) {
	p := b.Provider()
	c := Credential{Field: "api_key"}
	switch p {
	case "azureai": // no variable stands in for it
		f, _ := b.Entry.Get("credential")
		c.Field = "credential"
		return c, f.Held
	case "", "bedrock", "ollama", "vertex":
		return c, false
	}
	c.Vars = autogen.KeyVariables(b.Gen, p)
	native := p != "openai" && p != "azure" && p != "deepseek"
	c.BlankFalls = native && (b.Gen == autogen.V02 || b.Gen == autogen.AG2) || b.Gen == autogen.AG21 && (p == "gemini" || p == "xai") // xai_sdk@1.21.0: aio/client.py:44
	if b.Gen == autogen.V04 && p == "openai" {
		_, given := b.Entry.Get("api_key")
		_, based := b.Entry.Get("base_url")
		if to := b.routed(p); to != "openai" && !based && !b.HasBase() {
			c.NoneStops = given && to != "" // then the key that OPENAI_API_KEY holds goes to the other provider, who refuses it
			if name, _ := b.Model(); !given {
				to, _ = autogen.RoutedModel(name)
				c.Vars = append(autogen.KeyVariables(b.Gen, to), "OPENAI_API_KEY")
			}
		}
	}
	return c, len(c.Vars) > 0
}

// missingKeyShows is when a missing or blank key fails.
func (b *Build) missingKeyShows(blank bool) When {
	if b.Gen == autogen.AG21 {
		return AtCall
	}
	switch p := b.Provider(); p {
	case "openai", "azure", "deepseek":
		if blank && !b.Installs().All(func(i autogen.Install) bool { return i.OpenAI.AtLeast(autogen.V("2.34")) }) {
			return AtCall
		}
		return AtConstruction
	case "gemini":
		return AtCall
	case "azureai":
		if blank {
			return AtCall
		}
	case "anthropic":
		if b.Gen == autogen.V04 {
			return AtCall
		}
	}
	return AtConstruction
}

// foreignHost returns the field that names a host which is not OpenAI's, for an OpenAI client that has no key of its own.
func (b *Build) foreignHost() (string, bool) {
	if !b.OpenAIClient() {
		return "", false
	}
	base, f, ok := b.Base()
	if !ok {
		return "", false
	}
	host, _ := autogen.Hostname(base)
	p := autogen.ByHost(host)
	if autogen.LocalHost(host) || p != nil && p.Name != "openai" && p.Name != "azure" {
		return f.Name, true
	}
	return "", false
}

// SeveralIn is what an installation makes of a list or tuple in a field that takes one text (run).
func (b *Build) SeveralIn(i autogen.Install, field string) autogen.Failure {
	classic := i.Gen == autogen.V02 || i.Gen == autogen.AG2
	if i.Gen == autogen.AG2 && i.Version.AtLeast(autogen.V("0.8.2")) && b.Class.Kind != autogen.Wrapper {
		switch field {
		case "model", "api_key":
			return autogen.Refused("1 validation error for _LLMConfig: " + field + " Input should be a valid string")
		}
		return autogen.Failure{}
	}
	if !b.OpenAIClient() {
		return autogen.Failure{}
	}
	_, hosted := b.Hosted()
	switch {
	case field == "base_url":
		return autogen.Failure{Exception: "TypeError", Text: "Invalid type for url. Expected str or httpx.URL"}
	case field == "model" && i.Gen == autogen.V04:
		return autogen.Failure{Exception: "AssertionError"}
	case field == "model" && classic && hosted:
		return autogen.NotFound()
	case field == "api_key" && hosted:
		return autogen.Unauthorized(i.Gen, "openai")
	}
	return autogen.Failure{}
}

// SecretKey is the api_key, where that is certainly a SecretStr of pydantic's. What describes a component may hold one.
func (b *Build) SecretKey() (Field, bool) {
	f, ok := b.Entry.Get("api_key")
	if !ok || f.Maybe || b.Shape != WellFormed || b.Event.Value.D != nil {
		return f, false
	}
	o := b.State.Deref(f.Value)
	if o == nil {
		return f, false
	}
	_, secret := o.Secret()
	return f, secret
}

// FuncKey is the api_key, where that is certainly a function that nobody called and that returns no awaitable. Certain is that
// os.getenv is given no argument; what a function of the program returns is likely a text.
func (b *Build) FuncKey() (f Field, certain, ok bool) {
	f, ok = b.Entry.Get("api_key")
	if !ok || f.Maybe || b.Shape != WellFormed {
		return f, false, false
	}
	fn := f.Value
	if bound, is := fn.D.(eval.Bound); is {
		fn = bound.Fn
	}
	switch d := fn.D.(type) {
	case eval.Foreign:
		return f, d.Path != eval.SecretClass+".get_secret_value", autogen.GivesText(d.Path)
	case *eval.Func:
		return f, false, d.Def != nil && !d.Def.Async && !d.Def.Generator && len(d.Def.Decorators) == 0
	}
	return f, false, false
}

// FuncIn is what an installation makes of a function in api_key: since 1.106.0 openai awaits what it returns (run), and before that it
// sent the function's name.
func (b *Build) FuncIn(i autogen.Install) autogen.Failure {
	_, hosted := b.Hosted()
	switch {
	case !b.OpenAIClient() || i.Gen != autogen.V04 && i.Gen != autogen.AG21:
	case i.OpenAI.AtLeast(autogen.V("1.106.0")):
		return autogen.Failure{Exception: "TypeError", Text: "object str can't be used in 'await' expression", Versions: "openai >= 1.106"}
	case hosted:
		failure := autogen.Unauthorized(i.Gen, b.Provider())
		failure.Versions = "openai < 1.106"
		return failure
	}
	return autogen.Failure{}
}

// SecretIn is what an installation makes of a SecretStr in api_key (run): AG2's LLMConfig takes it, openai sends its stars, and others
// make no header of it.
func (b *Build) SecretIn(i autogen.Install) autogen.Failure {
	if i.Gen == autogen.AG2 {
		return autogen.Failure{}
	}
	switch p := b.Provider(); {
	case b.OpenAIClient():
		if _, hosted := b.Hosted(); hosted {
			return autogen.Unauthorized(i.Gen, p)
		}
	case i.Gen == autogen.AG21 && p == "anthropic":
		return autogen.Failure{Exception: "AttributeError", Text: "'SecretStr' object has no attribute 'encode'"}
	case i.Gen == autogen.AG21 && p == "gemini":
		return autogen.Failure{Exception: "AttributeError", Text: "'SecretStr' object has no attribute 'strip'"}
	case p == "azure", p == "anthropic":
		return autogen.Failure{Exception: "TypeError", Text: "Header value must be str or bytes, not <class 'pydantic.types.SecretStr'>"}
	}
	return autogen.Failure{}
}

// MissingKeyShows is when a key that is not there fails.
func (b *Build) MissingKeyShows() When { return b.missingKeyShows(false) }

// Failures is what a user sees because of k.
func (b *Build) Failures(k *KeyCause) []autogen.Failure {
	p := b.Provider()
	switch {
	case k.Raises:
		return []autogen.Failure{k.raised}
	case k.Field == "api_version":
		return []autogen.Failure{autogen.NoAPIVersion()}
	case k.Field == "azure_endpoint":
		return []autogen.Failure{autogen.NoEndpoint()}
	case k.Field != "api_key" && k.Field != "credential":
		return nil
	case k.Spelled:
		return []autogen.Failure{autogen.Unauthorized(b.Gen, p)}
	case k.Blank:
		return autogen.BlankKey(b.Installs(), p)
	}
	return autogen.MissingKey(b.Installs(), b.Gen, p)
}

// Fault turns a cause into what Judge takes.
func (b *Build) Fault(k *KeyCause) Fault {
	f := Fault{Place: k.Place, Cause: k.Var + " " + k.Other, When: k.When, Bare: k.Bare, Equipped: k.Equipped, Supplied: k.Supplied, At: k.At, Data: k}
	if k.Kind == Late && k.Event.Kind == eval.DotenvLoaded {
		f.Cause = "load" // one load is late for all that it brings
	}
	if fs := b.Failures(k); len(fs) > 0 {
		f.Exception, f.Bases = fs[0].Exception, fs[0].Bases
	}
	if f.Exception == "" && f.When == AtCall {
		f.Exception = "Exception" // of what is not known, a try around it says enough
	}
	return f
}

func sortedNames(m map[string]Supply) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// unloaded finds a .env beside or above the entry point, or an example that a README says to copy there, that holds one of names
// while nothing beside the program loads it.
func (p *Project) unloaded(entry interface{ Dir() string }, names []string) (file, name string) {
	dir := entry.Dir()
	for _, l := range p.Loaders {
		if under(dir, l.Dir) || under(l.Dir, dir) {
			return "", ""
		}
	}
	for {
		for _, e := range p.Envs {
			if e.Kind != Dotenv || e.File.Dir() != dir || e.Example && !p.copied(e.File.Path) {
				continue
			}
			for _, n := range names {
				for i := range e.Vars {
					if e.Vars[i].Name == n {
						return e.File.Path, n
					}
				}
			}
		}
		if dir == "." || dir == "" {
			return "", ""
		}
		dir = path.Dir(dir)
	}
}

// copied reports whether a README tells to make a .env out of the example.
func (p *Project) copied(example string) bool {
	for _, c := range p.Copies {
		if c.From == example || path.Base(c.From) == path.Base(example) && path.Dir(c.From) == path.Dir(example) {
			return true
		}
	}
	return false
}

func under(dir, root string) bool {
	return root == "." || root == "" || dir == root || strings.HasPrefix(dir, root+"/")
}
