package model

import (
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// wrongComponent is what load_component raises.
type wrongComponent struct {
	class string
	eval.Refusal
}

// badComponent reports what load_component certainly does not take: a dict without provider or config, a provider that is no
// alias and no path of a class (ms@0.7.5: CORE/_component_config.py:47, 146-190).
func badComponent(o *eval.Object, provider string, known bool) (wrongComponent, bool) {
	named, has := o.Item("provider")
	_, configured := o.Item("config")
	switch {
	case o.Open:
	case !has:
		return wrongComponent{"pydantic_core._pydantic_core.ValidationError", eval.Refusal{Text: autogen.ComponentLacks("provider"), Place: meantFor(o, func(v eval.Value) bool { _, text := eval.AsStr(v); return text })}}, true
	case !configured:
		return wrongComponent{"pydantic_core._pydantic_core.ValidationError", eval.Refusal{Text: autogen.ComponentLacks("config"), Place: meantFor(o, func(v eval.Value) bool { _, ref := v.D.(eval.Ref); return ref })}}, true
	case known && !strings.Contains(provider, ".") && autogen.ComponentClass(provider) == nil:
		return wrongComponent{"ValueError", eval.Refusal{Place: spanOf(named.Value), Text: autogen.NoProvider}}, true
	}
	return wrongComponent{}, false
}

// meantFor is the place of the one key of a component's dict that is no field of it and has a value of the kind that is missing.
func meantFor(o *eval.Object, fits func(eval.Value) bool) (place source.Span) {
	for _, it := range o.Items {
		name, ok := eval.AsStr(it.Key)
		if !ok || autogen.ComponentField(name) || !fits(it.Value) {
			continue
		}
		if place.Valid() {
			return source.Span{} // which of them is not plain
		}
		place, _ = it.Key.Literal()
	}
	return place
}

// loadComponent builds the class that a component's dict names.
func loadComponent(c *eval.Call) []eval.Result {
	v, ok := c.Args.At(0, "model")
	if !ok {
		v, ok = c.Args.At(0, "config")
	}
	if !ok || c.State.Deref(v) == nil {
		mistyped(c, v, "'tuple' object has no attribute 'provider'")
		return c.Unknown("a component", true)
	}
	built, refused := component(c, v, 0)
	if refused != nil {
		return refused
	}
	return c.Return(built)
}

// component builds what a dict describes, and before that what the components in it describe: a team's agents, an agent's client
// (ms@0.7.5: _from_config of CHAT/agents/_assistant_agent.py and CHAT/teams/_group_chat). It returns instead what ends the call.
func component(c *eval.Call, v eval.Value, depth int) (eval.Value, []eval.Result) {
	o := c.State.Deref(v)
	if o == nil || o.Kind != eval.DictObj || depth > 8 {
		return someComponent(c), nil
	}
	provider, ok := o.Item("provider")
	name, known := eval.AsStr(provider.Value)
	if wrong, ok := badComponent(o, name, known); ok {
		if !wrong.Place.Valid() {
			wrong.Place = spanOf(v)
			if o.From != nil {
				wrong.Place = o.From.Span
			}
		}
		return eval.Value{}, c.Refuse(wrong.class, &wrong.Refusal)
	}
	cls := autogen.ComponentClass(name)
	if !ok || !known || cls == nil && !autogen.Package(name) {
		return someComponent(c), nil
	}
	cfg, _ := o.Item("config")
	args, refused := componentArgs(c, cfg.Value, cls == nil || cls.Kind != autogen.ModelClient, depth)
	if refused != nil {
		return eval.Value{}, refused
	}
	if cls == nil {
		return someComponent(c), nil
	}
	c.Args = args
	return c.BuildFrom(cls.Name, cfg.Value), nil
}

func someComponent(c *eval.Call) eval.Value { return c.Unknown("a component", true)[0].Value }

// componentArgs are the fields of a component as arguments; those that describe components are built, if nested says that there may be
// such.
func componentArgs(c *eval.Call, cfg eval.Value, nested bool, depth int) (eval.Args, []eval.Result) {
	o := c.State.Deref(cfg)
	if o == nil || o.Kind != eval.DictObj {
		return eval.Args{More: true}, nil
	}
	args := eval.Args{More: o.Open}
	for _, it := range o.Items {
		key, ok := eval.AsStr(it.Key)
		if !ok {
			continue
		}
		v := it.Value
		if nested {
			var refused []eval.Result
			if v, refused = built(c, v, depth+1); refused != nil {
				return args, refused
			}
		}
		at, _ := it.Key.Literal()
		args.Named = append(args.Named, eval.NamedArg{Name: key, Value: v, Place: at})
	}
	return args, nil
}

// built is v, with what describes a component built: v itself, or the elements of a list.
func built(c *eval.Call, v eval.Value, depth int) (eval.Value, []eval.Result) {
	o := c.State.Deref(v)
	switch {
	case o == nil:
		return v, nil
	case o.Kind == eval.ListObj:
		list := &eval.Object{Kind: eval.ListObj, Open: o.Open}
		for _, x := range o.Elts {
			made, refused := built(c, x, depth)
			if refused != nil {
				return v, refused
			}
			list.Elts = append(list.Elts, made)
		}
		return c.Alloc(list), nil
	case o.Kind == eval.DictObj:
		_, described := o.Item("provider")
		if _, configured := o.Item("config"); described && configured {
			return component(c, v, depth)
		}
	}
	return v, nil
}

// mistyped notes that a tuple of the program's text is given to what takes a dict or a list.
func mistyped(c *eval.Call, v eval.Value, text string) {
	if at, written := v.Literal(); written && isTuple(v) {
		c.Record(eval.Event{Kind: eval.Mistyped, Name: "AttributeError", Value: v, Refusal: &eval.Refusal{Place: at, Text: text}})
	}
}

func isTuple(v eval.Value) bool {
	_, ok := v.D.(eval.Tuple)
	return ok
}
