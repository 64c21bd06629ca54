package rules

import (
	"fmt"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
)

// providerMismatch: key, model, host and client contradict each other.
var providerMismatch = rule("AG307", "provider-mismatch", lint.Error, "Key, model and host belong to different providers.",
	endpointRule(func(b *model.Build) []model.Fault {
		if _, spoken := apiTypeFault(b); spoken {
			return nil
		}
		host, ok := b.Hosted()
		if _, meant := b.Meant("base_url"); !ok || host == "" || meant {
			return nil // AG201 and AG202 speak for the address that was meant
		}
		if fault, ok := azureElsewhere(b, host); ok {
			return []model.Fault{fault}
		}
		if fault, ok := keyMismatch(b, host); ok {
			return []model.Fault{fault}
		}
		return modelMismatch(b, host)
	}))

// keyOf is the provider whose key the client certainly gets: by the variable it is read from, or by its shape.
func keyOf(b *model.Build) string {
	cred, ok := b.Key()
	if !ok {
		return ""
	}
	f, ok := b.Field(cred.Field)
	if !ok || f.Maybe {
		return ""
	}
	if text, ok := eval.AsStr(f.Value); ok {
		p, _ := autogen.KeyShaped(text)
		return p
	}
	env, ok := f.Value.D.(eval.Env)
	if set, decided := b.State.Decided(env.Name); !ok || decided && !set {
		return ""
	}
	whose := autogen.VariableProvider(env.Name)
	if env.Default != nil && !eval.IsNone(*env.Default) {
		text, ok := eval.AsStr(*env.Default)
		if p, _ := autogen.KeyShaped(text); !ok || p != "" && p != whose {
			return ""
		}
	}
	return whose
}

// azureElsewhere: Azure's client at another provider's host, which has not the path that the client adds.
func azureElsewhere(b *model.Build, host string) (model.Fault, bool) {
	_, f, known := b.Base()
	if b.Provider() != "azure" || host == "azure" || !known {
		return model.Fault{}, false
	}
	advice := `take out "api_type": "azure"`
	if b.Gen == autogen.V04 {
		advice = "use OpenAIChatCompletionClient"
	}
	return fails(f, model.AtCall, fmt.Sprintf("this is an address of %s's, and the client adds Azure's path to it; %s", host, advice), autogen.NotFound(), autogen.Unauthorized(b.Gen, host)), true
}

// keyMismatch: the key is another provider's.
func keyMismatch(b *model.Build, host string) (model.Fault, bool) {
	f, ok := b.Field("api_key")
	if !ok || f.Maybe {
		return model.Fault{}, false
	}
	whose := keyOf(b)
	switch {
	case whose == "" || whose == host || whose == "replicate" || whose == "huggingface" || whose == "github",
		host == "azure" && whose == "openai" && !isText(f), host == "github", host == "azureai", host == "bedrock", host == "vertex":
		return model.Fault{}, false
	case mayRoute(b, whose):
		return model.Fault{}, false
	}
	u := autogen.Unauthorized(b.Gen, b.Provider())
	message := fmt.Sprintf("this is a key for %s, and it is sent to %s; %s", whose, host, mismatchAdvice(b, host, whose))
	fault := fails(f, model.AtCall, message, u)
	if env, ok := f.Value.D.(eval.Env); ok {
		if at, ok := model.ReadPlace(f.Value); ok {
			fault.Place = at // not in the .env that supplies it, which most often is not committed
		}
		message = fmt.Sprintf("%s holds a key for %s, and it is sent to %s; %s", env.Name, whose, host, mismatchAdvice(b, host, whose))
	}
	if !isText(f) && whose == "openai" && b.OpenAIClient() {
		// people keep any key that an OpenAI client takes in OPENAI_API_KEY: only a model of OpenAI's says that it is theirs
		switch {
		case b.Gen == autogen.V04 && !b.HasBase(): // sent on to the model's own provider
		case b.Provider() == "deepseek", asksOpenAI(b):
			fault.At = model.Likely
		default:
			return model.Fault{}, false
		}
	}
	if elsewhere(b) && b.State.Fog() != nil {
		fault.At = model.Likely
	}
	fault.Data = remark{message: message, failures: []autogen.Failure{u}, most: lint.Error, path: append(fieldWay(f), mismatchWay(b)...)}
	return fault, true
}

// mayRoute reports whether a model that is named outside can lead 0.4's OpenAI client to the provider.
func mayRoute(b *model.Build, provider string) bool {
	_, known := b.Model()
	return b.Gen == autogen.V04 && b.Provider() == "openai" && !b.HasBase() && !known && autogen.Routes(provider)
}

// elsewhere reports whether OPENAI_BASE_URL decides where the requests go, and may be set outside: people who keep it in a .env name
// any model, and keep any key in OPENAI_API_KEY.
func elsewhere(b *model.Build) bool {
	_, _, known := b.Base()
	if known || !b.OpenAIClient() || b.Provider() == "deepseek" {
		return false
	}
	name, _ := b.Model()
	to, _ := autogen.RoutedModel(name)
	return b.Gen != autogen.V04 || to == "openai"
}

// asksOpenAI reports whether the model is one of OpenAI's, under its own name or that of a router.
func asksOpenAI(b *model.Build) bool {
	name, ok := b.Model()
	if !ok {
		return false
	}
	p := autogen.ByModel(strings.TrimPrefix(name, "openai/"))
	return p != nil && p.Name == "openai"
}

// mismatchWay shows the model and the address that a key does not go with.
func mismatchWay(b *model.Build) []lint.Step {
	var out []lint.Step
	if f, ok := b.Field("model"); ok && !f.Maybe {
		out = append(out, lint.Step{Place: oneLine(f.Place()), Text: "the model is named here"})
	}
	if _, f, ok := b.Base(); ok {
		out = append(out, lint.Step{Place: oneLine(f.Place()), Text: "the address is given here"})
	}
	return out
}

// mismatchAdvice is how to reach a provider.
func mismatchAdvice(b *model.Build, host, whose string) string {
	if b.Gen == autogen.V04 || b.Gen == autogen.AG21 {
		return newAdvice(b, host, whose)
	}
	if t := autogen.TypeOf(whose); t != "" {
		return fmt.Sprintf(`add "api_type": %q`, t)
	}
	return "give it that provider's base_url"
}

// newAdvice is mismatchAdvice for the clients of 0.4 and AG2 1.x, which are of one provider each: the model says what is meant.
func newAdvice(b *model.Build, host, whose string) string {
	name, _ := b.Model()
	asked, wanted := autogen.ByName(host), autogen.ByName(whose)
	if p := autogen.ByModel(name); p != nil && p.Name == host && asked.Key != "" {
		return "read " + asked.Key
	}
	if own := autogen.ClientOf(b.Gen, whose); own != "" {
		return "use " + own
	}
	if base := wanted.Base(); base != "" && b.OpenAIClient() && !b.HasBase() {
		return fmt.Sprintf("give it base_url=%q", base)
	}
	return "use that provider's client or base_url"
}

// modelMismatch: the model is another provider's.
func modelMismatch(b *model.Build, host string) []model.Fault {
	name, ok := b.Model()
	if !ok {
		return nil
	}
	p := autogen.ByModel(name)
	if p == nil || p.Name == host || autogen.ServesOthers(host) && (host != "groq" || p.Name != "openai") {
		return nil
	}
	if _, spoken := needsInfo(b); spoken && b.Gen == autogen.V04 {
		return nil // AG209: the client is not even built
	}
	if elsewhere(b) && b.State.Fog() != nil {
		return nil // it may be what decides where the requests go
	}
	f, _ := b.Field("model")
	fault := fails(f, model.AtCall, fmt.Sprintf("%s is a model of %s, and %s is asked for it; %s", name, p.Name, host, mismatchAdvice(b, host, p.Name)))
	if elsewhere(b) {
		fault.At = model.Likely
	}
	if own := b.Provider(); own == "openai" || own == "anthropic" {
		return []model.Fault{failsWith(fault, autogen.NoModel(own))}
	}
	return []model.Fault{fault}
}

// failsWith names what a fault ends in.
func failsWith(fault model.Fault, failures ...autogen.Failure) model.Fault {
	s := fault.Data.(remark)
	s.failures = failures
	fault.Data = s
	fault.Exception, fault.Bases = failures[0].Exception, failures[0].Bases
	return fault
}

// mixedProviders: one list of different providers.
var mixedProviders = rule("AG308", "mixed-providers", lint.Warning, "One config_list mixes providers.",
	endpointRule(func(b *model.Build) []model.Fault {
		if b.Index != 0 || len(b.Siblings) < 2 || b.Gen != autogen.V02 && b.Gen != autogen.AG2 {
			return nil
		}
		first := b.Provider()
		for _, s := range b.Siblings {
			other := s.Provider()
			if other == "" || first == "" || other == first {
				continue
			}
			if _, spoken := apiTypeFault(s); spoken {
				continue
			}
			return []model.Fault{mixed(s, first, other)}
		}
		return nil
	}))

// mixed says what comes of an entry of another provider than the first.
func mixed(s *model.Build, first, other string) model.Fault {
	at := headOf(s, s.Entry.Place)
	if f, ok := s.Field("api_type"); ok {
		at = oneLine(f.Place())
	}
	fault := model.Fault{Place: at, Cause: "mixed"}
	if key, ok := s.Field("api_key"); ok && key.Top && s.Gen == autogen.V02 {
		fault.At = model.Likely
		fault.Data = remark{message: fmt.Sprintf("this entry is for %s, and inherits the one api_key beside config_list; give each entry its own", other), most: lint.Warning, path: fieldWay(key)}
		return fault
	}
	fault.At = model.Advice
	fault.Data = remark{message: fmt.Sprintf("the list goes from %s to %s: a failure of a provider's own client ends the call instead of trying the next entry", first, other), most: lint.Note}
	return fault
}

// unknownAPIType: an api_type that this version does not know.
var unknownAPIType = rule("AG309", "unknown-api-type", lint.Error, "An api_type that this version does not know.",
	judged(func(b *model.Build) []model.Fault {
		if fault, ok := apiTypeFault(b); ok {
			return []model.Fault{fault}
		}
		return nil
	}))

// apiTypeFault is what comes of an api_type that no installation knows: AG2 refuses it, and Microsoft 0.2 makes a plain OpenAI client
// of it, which then gets what it does not take, or asks api.openai.com.
func apiTypeFault(b *model.Build) (model.Fault, bool) {
	if b.Shape != model.WellFormed || b.Gen != autogen.V02 && b.Gen != autogen.AG2 || b.Class.Kind == autogen.ConfigEntry || ownClient(b) {
		return model.Fault{}, false
	}
	f, ok := b.Field("api_type")
	text, is := f.Str()
	if !ok || !is || f.Top || !every(b, func(i autogen.Install) bool { _, known := autogen.ByAPIType(i, text); return !known }) {
		return model.Fault{}, false
	}
	if every(b, autogen.Install.ChecksTypes) {
		fault := fails(f, model.AtConstruction, fmt.Sprintf("%q is no api_type that AG2 knows%s", text, writeInstead(b, text)), autogen.RefusedType())
		return mended(fault, typeFix(b, f, text)), true
	}
	if b.Class.Kind == autogen.LLMConfig || harmless(b, text) {
		return model.Fault{}, false
	}
	failure, when := autogen.Unauthorized(b.Gen, "openai"), model.AtCall
	if o, ok := firstOption(b); ok {
		failure, when = autogen.UnexpectedOption(o.Name), model.AtConstruction
	}
	failures := []autogen.Failure{failure}
	if b.Installs().Any(autogen.Install.ChecksTypes) {
		failures[0].Versions = "AutoGen 0.2"
		refused := autogen.RefusedType()
		refused.Versions = "AG2"
		failures = append(failures, refused)
	}
	fault := fails(f, when, fmt.Sprintf("%q is no api_type: AutoGen 0.2 makes a plain OpenAI client of it without a word%s", text, writeInstead(b, text)), failures...)
	return mended(fault, typeFix(b, f, text)), true
}

// meantType is the api_type that a value stands for, if an installation knows that one.
func meantType(b *model.Build, text string) (string, bool) {
	right, ok := autogen.MeantType(text)
	return right, ok && b.Installs().Any(func(i autogen.Install) bool { _, known := autogen.ByAPIType(i, right); return known })
}

// writeInstead is the advice of AG309.
func writeInstead(b *model.Build, text string) string {
	if right, ok := meantType(b, text); ok {
		return fmt.Sprintf("; write %q", right)
	}
	return ""
}

// typeFix writes the api_type that is meant.
func typeFix(b *model.Build, f model.Field, text string) *lint.Fix {
	right, ok := meantType(b, text)
	if !ok {
		return nil
	}
	return respell(f, right, fmt.Sprintf("Write %q", right), true)
}

// harmless reports whether a plain OpenAI client is what the entry wants anyway, or may be.
func harmless(b *model.Build, apiType string) bool {
	if strings.EqualFold(apiType, "open_ai") || strings.EqualFold(apiType, "openai") {
		return true
	}
	if _, ok := firstOption(b); ok {
		return false // what only Azure takes is refused
	}
	base, _, ok := b.Base()
	if !ok {
		return b.HasBase()
	}
	host, _ := autogen.Hostname(base)
	p := autogen.ByHost(host)
	return p == nil || p.Name != "azure" || strings.Contains(base, "/openai/v1")
}

// unknownModel: a near miss of a model's name.
var unknownModel = rule("AG311", "unknown-model", lint.Warning, "A model's name is a near miss of one that there is.",
	endpointRule(func(b *model.Build) []model.Fault {
		f, right, sure := nearModel(b)
		if right == "" {
			return nil
		}
		failure, when := autogen.NoModel("openai"), model.AtCall
		if b.Gen == autogen.V04 && b.Entry.Lacks("model_info") && b.Entry.Lacks("model_capabilities") {
			failure, when = autogen.NeedsInfo(), model.AtConstruction
		}
		fault := likely(fails(f, when, fmt.Sprintf("OpenAI has no model of this name; write %q", right), failure))
		fault.Equipped = sure
		return []model.Fault{mended(fault, respell(f, right, fmt.Sprintf("Write %q", right), false))}
	}))

// nearModel returns the model of OpenAI's that was meant, where OpenAI is asked for one that it has not. It is sure where no variable
// names another.
func nearModel(b *model.Build) (f model.Field, right string, sure bool) {
	if host, hosted := b.Hosted(); !hosted || host != "openai" {
		return f, "", false
	}
	name, f, sure := b.ModelOr()
	right, _ = autogen.NearModel(name)
	return f, right, sure
}
