package model

import (
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
)

// clientFields are the fields from which a client is built once; everything else of a configuration is read at each question.
var clientFields = map[string]bool{"api_key": true, "base_url": true, "model": true, "api_type": true, "api_version": true, "azure_endpoint": true, "azure_deployment": true, "config_list": true, "llm_config": true}

// ChangesAfter returns the changes of what b was built from that come after it, before a question to it, and that nothing built
// later reads: the client holds a copy (ms@v0.2.40: agentchat/conversable_agent.py:135, deepcopy since 0.2.22; run).
func (b *Build) ChangesAfter() []*eval.Event {
	if b.Gen == autogen.AG21 || b.Event.Kind != eval.Built || b.Shape != WellFormed {
		return nil
	}
	asks := append(append([]*eval.Event{}, b.asked...), b.maybe...)
	var out []*eval.Event
	for _, e := range b.Run.Later(b.Event, eval.ItemSet, eval.AttrSet, eval.VarSet) {
		if b.changes(e) && b.askedAfter(e, asks) && !b.rebuiltAfter(e) {
			out = append(out, e)
		}
	}
	return out
}

// changes reports whether e replaces something that b was built from.
func (b *Build) changes(e *eval.Event) bool {
	switch e.Kind {
	case eval.AttrSet:
		return e.Object != 0 && e.Object == b.Object && strings.HasSuffix(e.Name, ".llm_config") && b.Class.Kind != autogen.Wrapper && b.Gen != autogen.V04
	case eval.VarSet:
		return b.readsWritten(e)
	}
	o := e.Before.Object(e.Object)
	if o == nil {
		return false
	}
	if o.Kind == eval.ListObj {
		return b.list != 0 && e.Object == b.list && e.Name == ""
	}
	if !clientFields[e.Name] {
		return false
	}
	it, had := o.Item(e.Name)
	f, has := b.Entry.Get(e.Name)
	return had && has && !f.Maybe && it.Value.From != nil && it.Value.From == f.Value.From && eval.Equal(it.Value, f.Value) && !eval.Equal(it.Value, e.Value)
}

// readsWritten reports whether e replaces a variable that the program itself had set, and that b took its key from.
func (b *Build) readsWritten(e *eval.Event) bool {
	cred, ok := b.Key()
	if !ok || !has(b.Reads(cred), e.Name) {
		return false
	}
	old, written := b.State.Written(e.Name)
	if !written || eval.IsAbsent(old.Value) {
		return false
	}
	before, is := eval.AsStr(old.Value)
	after, knows := eval.AsStr(e.Value)
	return is && knows && before != after && b.Take(cred, Bare).Kind == Text
}

func (b *Build) askedAfter(e *eval.Event, asks []*eval.Event) bool {
	for _, a := range asks {
		if b.Run.Follows(e, a) {
			return true
		}
	}
	return false
}

// rebuiltAfter reports whether something that may read the change is built after it.
func (b *Build) rebuiltAfter(e *eval.Event) bool {
	for _, x := range b.Run.Later(e, eval.Built, eval.Called, eval.AttrSet) {
		switch x.Kind {
		case eval.Built:
			if cls := autogen.ClassOf(x.Name); cls != nil && reads(cls, b.Gen) && !unconfigured(x, cls) {
				return true
			}
		case eval.AttrSet:
			if x.Object == b.Object && (strings.HasSuffix(x.Name, ".client") || strings.HasSuffix(x.Name, "._model_client")) {
				return true
			}
		case eval.Called:
			if x.Object == b.Object && rebuilds(x.Name) {
				return true
			}
		}
	}
	return false
}

// unconfigured reports whether an agent is certainly built without a configuration: it reads none.
func unconfigured(x *eval.Event, cls *autogen.Class) bool {
	if cls.Kind == autogen.Wrapper || cls.LLMParam == "" {
		return false
	}
	v, given := llmArg(x, cls)
	no, is := v.D.(eval.Bool)
	return !given && !x.Args.More || given && (eval.IsNone(v) || is && !bool(no))
}

// reads reports whether constructing a class may build a client of generation g from a configuration: an agent of 0.4 is given one
// that is built.
func reads(cls *autogen.Class, g autogen.Generation) bool {
	return cls.Kind == autogen.Wrapper || cls.Kind == autogen.ModelClient || g != autogen.V04 && cls.LLMParam != "" && cls.Kind != autogen.NoLLMAgent
}

// Touched reports whether the program does more with the agent than ask it: it registers something, or sets an attribute.
func (b *Build) Touched() bool {
	for _, e := range b.Run.Events {
		if e.Object != b.Object {
			continue
		}
		switch e.Kind {
		case eval.AttrSet:
			return true
		case eval.Called:
			cls, method := methodOf(e.Name)
			if cls == nil {
				return true
			}
			if _, asks := autogen.Asks(cls, method); !asks && (rebuilds(e.Name) || method == "register" || strings.HasPrefix(method, "_")) {
				return true
			}
		}
	}
	return false
}

// rebuilds reports whether a method makes the agent's client again (ms@v0.2.40: agentchat/conversable_agent.py:
// update_tool_signature, update_function_signature).
func rebuilds(path string) bool {
	name := path[strings.LastIndexByte(path, '.')+1:]
	return strings.HasPrefix(name, "update_") || strings.HasPrefix(name, "register_")
}
