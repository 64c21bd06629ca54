package rules

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
)

// agentWithoutLLM: an agent that is asked, and has no model to answer with.
var agentWithoutLLM = rule("AG210", "agent-without-llm", lint.Error, "An agent that must answer has no model.",
	func(p *model.Program, report reporter) {
		for _, v := range p.Judge(func(b *model.Build) []model.Fault {
			if at, registered := b.Field("model_client_cls"); registered && b.Shape == model.WellFormed {
				return unregistered(b, at)
			}
			if b.Shape != model.NoModel {
				return nil
			}
			fault, ok := withoutModel(b)
			if !ok {
				return nil
			}
			return []model.Fault{fault}
		}) {
			s := v.Data.(said)
			if s.failure.Exception == "AttributeError" && v.Level != model.Proof {
				continue // None on some ways only: that is how a helper says that no key is set
			}
			f := finding(v, s.most, s.message, s.failure)
			if s.failure.Exception == "" {
				f.Failures = nil
			}
			report(f)
		}
		patternsWithoutLLM(p, once(report))
	})

// patternsWithoutLLM reports an AutoPattern that is run, and whose manager is to choose who speaks and has no model for it
// (ag2c@0.9.10, 0.14.0: agentchat/group/group_utils.py, create_group_manager; run).
func patternsWithoutLLM(p *model.Program, report reporter) {
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind != eval.Called || !autogen.AsksByArguments(e.Name) || e.Caught("ValueError", "Exception") {
				continue
			}
			given, _ := e.Args.At(0, "pattern")
			o := e.Before.Deref(given)
			if o == nil || o.Built == nil || !managerLacksLLM(o.Built, e.Before) || entersLLMConfig(r, e) {
				continue
			}
			f := lint.Finding{Place: o.Built.Span, Level: certain(r, e), Failures: failures(autogen.Failure{Exception: "ValueError", Text: "The group manager doesn't have an LLM Config and it is required for any targets or after works using a GroupManagerTarget."})}
			f.Message = "this pattern's manager chooses who speaks, and has no model for it; give it group_manager_args={\"llm_config\": …}"
			f.Path = []lint.Step{{Place: e.Span, Text: "it is run here"}}
			report(f)
		}
	}
}

// managerLacksLLM reports whether the manager that an AutoPattern makes certainly gets no llm_config.
func managerLacksLLM(built *eval.Event, st eval.State) bool {
	cls := autogen.ClassOf(built.Name)
	if cls == nil || cls.Kind != autogen.GroupChat || !strings.HasSuffix(built.Name, ".AutoPattern") || built.Args.More {
		return false
	}
	v, given := built.Args.At(3, "group_manager_args")
	if !given || eval.IsNone(v) {
		return true
	}
	o := st.Deref(v)
	if o == nil || o.Kind != eval.DictObj || o.Open {
		return false
	}
	it, has := o.Item("llm_config")
	return !has || eval.IsNone(it.Value) || it.Value.D == eval.Bool(false)
}

// entersLLMConfig reports whether a `with` of an LLMConfig was entered before e: what is built in it needs no llm_config.
func entersLLMConfig(r *model.Run, e *eval.Event) bool {
	return slices.ContainsFunc(r.Earlier(e, eval.Called), func(x *eval.Event) bool { return strings.HasSuffix(x.Name, ".LLMConfig.__enter__") })
}

// said is what the rule about agents found, with the failure that it ends in.
type said struct {
	message string
	failure autogen.Failure
	most    lint.Level
}

// withoutModel is what comes of an agent without a model, by generation.
func withoutModel(b *model.Build) (model.Fault, bool) {
	asked, perhaps := b.Asked()
	name := b.Class.Name[strings.LastIndexByte(b.Class.Name, '.')+1:]
	if b.Alts > 1 {
		return model.Fault{}, false // it has one unless something else went wrong
	}
	fault := model.Fault{Place: b.Place, Cause: "no model", When: model.AtCall, Bare: true, Equipped: true}
	say := func(message string, failure autogen.Failure, most lint.Level) (model.Fault, bool) {
		fault.Exception, fault.Bases, fault.Data = failure.Exception, failure.Bases, said{message: message, failure: failure, most: most}
		return fault, true
	}
	switch b.Gen {
	case autogen.V04:
		if name != "AssistantAgent" || b.Program.Cut || b.Alts > 1 || b.State.Lacking() || b.State.Odd() {
			return fault, false // a helper that returns None where no key is set, or something failed, tells its caller so
		}
		if _, given := b.Event.Args.At(b.Class.LLMPosition, b.Class.LLMParam); !given {
			fault.When = model.AtConstruction
			return say("this agent has no model to answer with; give it model_client=", autogen.Failure{Exception: "TypeError", Text: "AssistantAgent.__init__() missing 1 required positional argument: 'model_client'"}, lint.Error)
		}
		return say("this agent gets None where its model belongs; give it a model client", autogen.Failure{Exception: "AttributeError", Text: "'NoneType' object has no attribute 'model_info'"}, lint.Error)
	case autogen.AG21:
		if !asked {
			return fault, false
		}
		return say("this agent has no model to answer with; give it config=", autogen.Failure{Exception: "ag2.exceptions.ConfigNotProvidedError", Text: "No model config provided."}, lint.Error)
	}
	switch {
	case b.Class.Kind == autogen.Manager:
		if !perhaps || !choosesByModel(b) {
			return fault, false
		}
		fault.At = model.Likely
		failure := autogen.Failure{}
		if every(b, func(i autogen.Install) bool { return i.Gen == autogen.AG2 && i.Version.AtLeast(autogen.V("0.9")) }) {
			failure = autogen.Failure{Exception: "ValueError", Text: "The group chat's internal speaker selection agent does not have an LLM configuration."}
		}
		return say("this manager chooses who speaks, and has no model for it; give it llm_config=, or the group chat speaker_selection_method=\"round_robin\"", failure, lint.Warning)
	case name == "AssistantAgent" && asked && leftAlone(b):
		fault.At = model.Likely
		return say("this agent is asked and has no model, so it answers nothing; give it llm_config=", autogen.Failure{}, lint.Warning)
	}
	return fault, false
}

// leftAlone reports whether nothing else makes the agent answer: a reply function, a default reply, a person, a client set later.
func leftAlone(b *model.Build) bool {
	for _, n := range b.Event.Args.Named {
		switch n.Name {
		case "name", "system_message", "llm_config", "description", "is_termination_msg", "max_consecutive_auto_reply", "code_execution_config":
		case "human_input_mode":
			if s, ok := eval.AsStr(n.Value); !ok || s != "NEVER" {
				return false
			}
		default:
			return false
		}
	}
	if len(b.Event.Args.Pos) > 3 || b.Event.Args.More {
		return false
	}
	return !b.Touched()
}

// choosesByModel reports whether the group chat of a manager asks a model who speaks next, which it does unless told otherwise.
func choosesByModel(b *model.Build) bool {
	chat, ok := b.Event.Args.At(0, "groupchat")
	o := b.State.Deref(chat)
	if !ok || o == nil || o.Built == nil || o.Open || o.Built.Args.More || len(o.Built.Args.Pos) > 3 || b.Touched() {
		return false
	}
	for _, n := range o.Built.Args.Named {
		switch n.Name {
		case "agents":
			if !moreThanTwo(n.Value, b.State) {
				return false
			}
		case "messages", "max_round", "admin_name", "send_introductions", "func_call_filter", "enable_clear_history":
		case "speaker_selection_method":
			if s, ok := eval.AsStr(n.Value); !ok || s != "auto" {
				return false
			}
		default:
			return false
		}
	}
	return len(o.Built.Args.Pos) == 0 || moreThanTwo(o.Built.Args.Pos[0], b.State)
}

// moreThanTwo reports whether a group certainly has three agents or more: of two, the other one speaks.
func moreThanTwo(v eval.Value, st *eval.State) bool {
	o := st.Deref(v)
	return o != nil && o.Kind == eval.ListObj && len(o.Elts) > 2
}

// unregistered is the fault of an entry with a class of its own that the agent is never told.
func unregistered(b *model.Build, f model.Field) []model.Fault {
	text, ok := f.Str()
	if asked, _ := b.Asked(); !ok || !asked || b.Touched() || b.Class.Kind != autogen.Agent && b.Class.Kind != autogen.NoLLMAgent {
		return nil
	}
	failure := autogen.Failure{Exception: "RuntimeError", Text: "Model client(s) are not activated. Please register the custom model clients using `register_model_client` or filter them out form the config list."}
	return []model.Fault{{Place: oneLine(f.Place()), Cause: "unregistered", When: model.AtCall, Bare: true, Equipped: true, Exception: failure.Exception,
		Data: said{message: text + " is never registered with the agent; call register_model_client before the question", failure: failure, most: lint.Error}}}
}
