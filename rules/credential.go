package rules

import (
	"fmt"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
)

// wrongCredentials: what stands for a key has not the form in which the client uses it.
func wrongCredentials(p *model.Program, report reporter) {
	judged(func(b *model.Build) []model.Fault {
		if b.Shape != model.WellFormed || b.Component || b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry {
			return nil
		}
		switch b.Provider() {
		case "azure":
			return uncallable(b)
		case "azureai":
			return bareCredential(b)
		}
		return nil
	})(p, report)
}

// uncallable: an azure_ad_token_provider that is no function, as openai's client calls it at each question (oai@v1.55.0:
// src/openai/lib/azure.py: _get_azure_ad_token; run).
func uncallable(b *model.Build) []model.Fault {
	f, ok := b.Field("azure_ad_token_provider")
	if !ok || f.Maybe || known(b, "azure_ad_token") {
		return nil // a token itself is taken first
	}
	kind, message := "", ""
	switch class := builtClass(f.Value, b); {
	case autogen.TokenCredential(class):
		kind, message = ownName(class), "this is a credential, and a function that returns a token belongs here; write get_bearer_token_provider(…, \"https://cognitiveservices.azure.com/.default\")"
	case isTextValue(f.Value) && !(b.Gen == autogen.V02 && fieldText(f) == "DEFAULT"):
		kind, message = "str", "this is a text, and a function that returns a token belongs here; give a token itself as azure_ad_token"
	default:
		return nil
	}
	fault := fails(f, model.AtCall, message, autogen.Failure{Exception: "TypeError", Text: fmt.Sprintf("'%s' object is not callable", kind)})
	if kind != "str" && f.Key.Valid() {
		fault.Place = oneLine(f.Key) // elsewhere it may be right
	}
	return []model.Fault{unlessNone(fault, f)}
}

// bareCredential: the key itself where azure.ai.inference takes an object that holds it (azure-ai-inference@1.0.0b9: aio/_configuration.py; run).
func bareCredential(b *model.Build) []model.Fault {
	f, ok := b.Field("credential")
	if !ok || f.Maybe || f.Held || !isTextValue(f.Value) {
		return nil
	}
	fault := fails(f, model.AtConstruction, "this is the key itself, and an object that holds it belongs here; write AzureKeyCredential(…)",
		autogen.Failure{Exception: "TypeError", Text: "Unsupported credential: … (the traceback shows the key)"})
	return []model.Fault{unlessNone(fault, f)}
}

// unlessNone is a fault that a variable which is not set spares the field: what then fails is that nothing is there.
func unlessNone(fault model.Fault, f model.Field) model.Fault {
	if env, ok := f.Value.D.(eval.Env); ok && env.Default != nil {
		return likely(fault)
	}
	return fault
}

// isTextValue reports whether v is a text wherever it is anything.
func isTextValue(v eval.Value) bool {
	switch d := v.D.(type) {
	case eval.Str, eval.Concat:
		return true
	case eval.Env:
		return d.Default == nil || eval.IsNone(*d.Default) || isTextValue(*d.Default)
	}
	return false
}

// fieldText is the text of a field, "" where it is not known.
func fieldText(f model.Field) string {
	text, _ := f.Str()
	return strings.TrimSpace(text)
}

// builtClass is the class of a package whose object v is, or "".
func builtClass(v eval.Value, b *model.Build) string {
	if o := b.State.Deref(v); o != nil && o.Kind == eval.InstanceObj && o.Built != nil {
		return o.Built.Name
	}
	return ""
}

// dates: an api_version that YAML takes for a date, where pydantic wants a text. The SDK itself makes a text of it (run).
func dates(p *model.Program, report reporter) {
	judged(func(b *model.Build) []model.Fault {
		f, ok := b.Field("api_version")
		u, unknown := f.Value.D.(eval.Unknown)
		if !ok || f.Maybe || !unknown || u.Why != eval.DateWhy || b.Shape != model.WellFormed {
			return nil
		}
		fs := each(b, func(i autogen.Install) autogen.Failure {
			switch {
			case b.Component:
				return autogen.Refused("1 validation error for AzureOpenAIClientConfigurationConfigModel: api_version Input should be a valid string")
			case i.Gen == autogen.AG2 && i.Version.AtLeast(autogen.V("0.8.2")) && b.Class.Kind != autogen.Wrapper:
				return autogen.Refused("1 validation error for _LLMConfig: api_version Input should be a valid string")
			}
			return autogen.Failure{}
		})
		if len(fs) == 0 {
			return nil
		}
		fault := failing(fails(f, model.AtConstruction, "this is a date to the loader of the file, and a text belongs here; put it into quotes", fs...), fs)
		return []model.Fault{mended(fault, quoted(f))}
	})(p, report)
}

// quoted puts a value of a file into quotes.
func quoted(f model.Field) *lint.Fix {
	at, ok := f.Value.Literal()
	if !ok {
		return nil
	}
	return &lint.Fix{Title: "Put it into quotes", Safe: true, Edits: []lint.Edit{{Place: at, New: `"` + at.Text() + `"`}}}
}
