package rules

import (
	"fmt"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/syntax"
)

// llmconfigCallForm: a form of LLMConfig, or a helper, that the pinned AG2 does not take.
var llmconfigCallForm = rule("AG208", "llmconfig-call-form", lint.Error, "LLMConfig is called in a form that the pinned AG2 does not take.",
	func(p *model.Program, report reporter) {
		if !p.Installs.All(func(i autogen.Install) bool { return i.Gen == autogen.AG2 }) {
			return
		}
		report = once(report)
		imported := map[string]bool{}
		for _, r := range p.Runs {
			for _, e := range r.Events {
				message, failure := wrongUse(p, e)
				if e.Kind == eval.Called && imported[e.Name] {
					continue // that is said already
				}
				if message == "" || e.Caught(failure.Exception, "Exception") {
					continue
				}
				f := lint.Finding{Place: e.Span, Level: lint.Warning, Failures: failures(failure)}
				if r.Always(e) {
					f.Level = lint.Error
				}
				f.Message = message
				imported[e.Name] = imported[e.Name] || e.Kind == eval.Imported
				f.Fixes = formFixes(p, e, f.Level == lint.Error)
				report(f)
			}
		}
	})

// wrongUse says what is wrong with a call, for every one of p's installations (credentials §2.2, §4).
func wrongUse(p *model.Program, e *eval.Event) (string, autogen.Failure) {
	since := func(v string) bool {
		return p.Installs.All(func(i autogen.Install) bool { return i.Version.AtLeast(autogen.V(v)) })
	}
	switch {
	case e.Kind == eval.Built && e.Name == "autogen.LLMConfig" || e.Kind == eval.Built && strings.HasSuffix(e.Name, ".LLMConfig"):
		return wrongCall(p, e, since)
	case e.Kind == eval.Called && strings.HasSuffix(e.Name, ".LLMConfig.from_json"):
		return wrongLoad(e)
	case e.Kind == eval.Called && strings.HasSuffix(e.Name, ".LLMConfig.__enter__") && since("0.11.1"):
		return "LLMConfig is no context manager since AG2 0.11.1; give it to each agent as llm_config=",
			autogen.Failure{Exception: "TypeError", Text: "'LLMConfig' object does not support the context manager protocol"}
	case e.Kind == eval.Called && (e.Name == "autogen.config_list_from_json" || e.Name == "autogen.filter_config") && since("0.11.1"):
		name := strings.TrimPrefix(e.Name, "autogen.")
		return fmt.Sprintf("%s is not in autogen since AG2 0.11.1; use LLMConfig.from_json", name),
			autogen.Failure{Exception: "AttributeError", Text: fmt.Sprintf("module 'autogen' has no attribute '%s'", name)}
	case e.Kind == eval.Imported && (e.Name == "autogen.config_list_from_json" || e.Name == "autogen.filter_config") && since("0.11.1"):
		name := strings.TrimPrefix(e.Name, "autogen.")
		return fmt.Sprintf("%s is not in autogen since AG2 0.11.1; use LLMConfig.from_json", name),
			autogen.Failure{Exception: "ImportError", Text: fmt.Sprintf("cannot import name '%s' from 'autogen'", name)}
	}
	return "", autogen.Failure{}
}

// wrongLoad says what is wrong with a call of LLMConfig.from_json, the same in every release (ag2c@0.8.2, 0.14.0: llm_config.py).
func wrongLoad(e *eval.Event) (string, autogen.Failure) {
	path, hasPath := e.Args.Get("path")
	env, hasEnv := e.Args.Get("env")
	given := func(n eval.NamedArg, has bool) (yes, sure bool) {
		_, alternatives := n.Value.D.(eval.OneOf)
		_, unknown := n.Value.D.(eval.Unknown)
		v, read := n.Value.D.(eval.Env)
		return has && !eval.IsNone(n.Value), !has || !unknown && !alternatives && !(read && v.Default != nil && eval.IsNone(*v.Default))
	}
	p, sureP := given(path, hasPath)
	v, sureV := given(env, hasEnv)
	switch {
	case len(e.Args.Pos) > 0:
		return "from_json takes its file or variable by name; write path= or env=",
			autogen.Failure{Exception: "TypeError", Text: fmt.Sprintf("LLMConfig.from_json() takes 1 positional argument but %d were given", 1+len(e.Args.Pos))}
	case e.Args.More || !sureP || !sureV:
		return "", autogen.Failure{}
	case p && v:
		return "from_json takes only one of path= and env=; leave the other out", autogen.Failure{Exception: "ValueError", Text: "Only one of 'env' or 'path' can be provided"}
	case !p && !v:
		return "from_json needs path= or env=; add one", autogen.Failure{Exception: "ValueError", Text: "Either 'env' or 'path' must be provided"}
	}
	return "", autogen.Failure{}
}

// formFixes write a call of LLMConfig in the form that the installations take.
func formFixes(p *model.Program, e *eval.Event, safe bool) []lint.Fix {
	c, m, ok := exprAt[*syntax.Call](p, e.Span)
	if e.Kind != eval.Built || !ok || len(c.Args) == 0 {
		return nil
	}
	at := func(offset int32, text string) lint.Edit {
		return lint.Edit{Place: m.Span(syntax.Range{Start: offset, End: offset}), New: text}
	}
	var edits []lint.Edit
	first, last := c.Args[0], c.Args[len(c.Args)-1]
	switch {
	case first.Name == "" && first.Star == 0 && p.Installs.All(func(i autogen.Install) bool { return i.Version.Before(autogen.V("0.9.10")) }):
		end := first
		for _, a := range c.Args {
			if a.Name == "" && a.Star == 0 {
				end = a
			}
		}
		edits = []lint.Edit{at(first.Start, "config_list=["), at(end.End, "]")}
	case first.Name == "" && first.Star == 0:
		edits = []lint.Edit{at(first.Start, "*")}
		safe = safe && p.Installs.All(func(i autogen.Install) bool { return i.Version.AtLeast(autogen.V("0.9.10")) })
	case len(c.Args) == 1 && first.Name == "config_list":
		star := "*"
		if _, one := first.Value.(*syntax.Dict); one {
			star = ""
		}
		edits = []lint.Edit{{Place: m.Span(syntax.Range{Start: first.Start, End: first.Value.Bounds().Start}), New: star}}
	default:
		for _, a := range c.Args {
			if a.Name == "" || a.Name == "config_list" || autogen.BesideList(a.Name) && !sampling[a.Name] {
				return nil
			}
			edits = append(edits, lint.Edit{Place: m.Span(syntax.Range{Start: a.Start, End: a.Value.Bounds().Start}), New: fmt.Sprintf("%q: ", a.Name)})
		}
		edits[0].New = "{" + edits[0].New
		edits = append(edits, at(last.End, "}"))
	}
	return []lint.Fix{{Title: "Write the form that the pinned AG2 takes", Safe: safe && own(p, e.Span), Edits: edits}}
}

// sampling are options that an entry takes as well as LLMConfig does.
var sampling = map[string]bool{"temperature": true, "top_p": true, "max_tokens": true}

func wrongCall(p *model.Program, e *eval.Event, since func(string) bool) (string, autogen.Failure) {
	if len(e.Args.Pos) > 0 {
		o := e.Before.Deref(e.Args.Pos[0])
		list := len(e.Args.Pos) == 1 && o != nil && o.Kind == eval.ListObj && !spreadTuple(p, e)
		if list && since("0.9.10") {
			return "LLMConfig takes each entry as an argument of its own; write LLMConfig(*entries)",
				autogen.Failure{Exception: "TypeError", Text: "'list' object is not a mapping"}
		}
		if list {
			return "LLMConfig takes no list; write LLMConfig(*entries), or before AG2 0.9.10 LLMConfig(config_list=entries)",
				autogen.Failure{Exception: "TypeError", Text: "'list' object is not a mapping, or LLMConfig.__init__() takes 1 positional argument but 2 were given"}
		}
		if p.Installs.All(func(i autogen.Install) bool { return i.Version.Before(autogen.V("0.9.10")) }) {
			return "LLMConfig takes no positional arguments before AG2 0.9.10; write LLMConfig(config_list=[…])",
				autogen.Failure{Exception: "TypeError", Text: fmt.Sprintf("LLMConfig.__init__() takes 1 positional argument but %d were given", 1+len(e.Args.Pos))}
		}
		if spreadTuple(p, e) {
			return "", autogen.Failure{} // AG205 says that
		}
	}
	if !since("0.11.1") {
		return "", autogen.Failure{}
	}
	for _, n := range e.Args.Named {
		if eval.IsAbsent(n.Value) || formerField[n.Name] == "" || !n.Place.Valid() {
			continue
		}
		return fmt.Sprintf("LLMConfig takes no %s= since AG2 0.11.1; %s", n.Name, formerField[n.Name]),
			autogen.Failure{Exception: "TypeError", Text: fmt.Sprintf("LLMConfig.__init__() got an unexpected keyword argument '%s'", n.Name)}
	}
	return "", autogen.Failure{}
}

// formerField are the keyword arguments that LLMConfig lost in 0.11.1, and what to write.
var formerField = map[string]string{
	"config_list": "write LLMConfig(*config_list)", "model": "write LLMConfig({\"model\": …})", "api_type": "write LLMConfig({\"api_type\": …})",
	"api_key": "write LLMConfig({\"api_key\": …})", "base_url": "write LLMConfig({\"base_url\": …})", "api_version": "write LLMConfig({\"api_version\": …})",
}
