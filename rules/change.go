package rules

import (
	"fmt"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
)

// lateConfigChange: a change that the client does not see any more, or that AG2 cannot build a client from.
var lateConfigChange = rule("AG211", "late-config-change", lint.Warning, "A configuration is changed after the client was built from it.",
	func(p *model.Program, report reporter) {
		report = once(report)
		for _, b := range p.Builds {
			for _, e := range b.ChangesAfter() {
				f := lint.Finding{Place: e.Span, Level: lint.Warning}
				what := e.Name
				if i := strings.LastIndexByte(what, '.'); i >= 0 {
					what = what[i+1:]
				}
				if what == "" {
					what = "the configuration"
				}
				f.Message = fmt.Sprintf("%s is changed after the client was built at %s, which keeps what it got; change it before", what, line(b.Place, f.Place))
				f.Path = []lint.Step{{Place: b.Place, Text: "the client is built here"}}
				report(f)
			}
			plainKey(b, report)
		}
	})

// plainKey: a text set as the key of an entry of an LLMConfig, which holds a SecretStr: the agent that takes it is not built (run, ag2 0.9.10
// and 0.14.0; ag2c@0.14.1: llm_config/entry.py, serialize_api_key).
func plainKey(b *model.Build, report reporter) {
	entry, ok := b.Entry.Value.D.(eval.Ref)
	if o := b.State.Deref(b.Entry.Value); !ok || o == nil || o.Data != any(eval.Attributes{}) || b.Gen != autogen.AG2 || b.Class.Kind == autogen.LLMConfig {
		return
	}
	failure := autogen.Failure{Exception: "pydantic_core._pydantic_core.PydanticSerializationError", Text: "Error calling function `serialize_api_key`: AttributeError: 'str' object has no attribute 'get_secret_value'"}
	if b.Event.Caught(failure.Exception, "ValueError", "Exception") {
		return
	}
	var last *eval.Event
	for _, e := range b.Run.Earlier(b.Event, eval.ItemSet) {
		if e.Object == entry.ID && e.Name == "api_key" {
			last = e
		}
	}
	if last == nil || !isStr(last.Value) {
		return
	}
	f := lint.Finding{Place: last.Span, Level: lint.Warning, Failures: failures(failure)}
	f.Message = fmt.Sprintf("an entry of an LLMConfig takes no text as its key any more, and the agent at %s is not built; give the key when the LLMConfig is made", line(b.Place, f.Place))
	f.Path = []lint.Step{{Place: b.Place, Text: "the agent is built here"}}
	report(f)
}

// isStr reports whether v is certainly a text.
func isStr(v eval.Value) bool {
	switch d := v.D.(type) {
	case eval.Str, eval.Concat:
		return true
	case eval.Env:
		return d.Default == nil || isStr(*d.Default)
	}
	return false
}
