package model

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
)

// filterConfig keeps the entries that a filter takes. What a string or a tuple means differs by version: then it is not known.
func filterConfig(c *eval.Call, list, filter eval.Value, installs autogen.Set) eval.Value {
	if filter.D == nil || eval.IsNone(filter) {
		return list
	}
	open := func() eval.Value { return c.Alloc(&eval.Object{Kind: eval.ListObj, Open: true}) }
	lo, fo := c.State.Deref(list), c.State.Deref(filter)
	if t, ok := list.D.(eval.Tuple); ok && len(t.Elts) == 1 {
		if in := c.State.Deref(t.Elts[0]); in != nil && in.Kind == eval.ListObj {
			mistyped(c, list, "'list' object has no attribute 'get'")
		}
	}
	if lo == nil || lo.Kind != eval.ListObj || lo.Open || fo == nil || fo.Kind != eval.DictObj || fo.Open {
		return open()
	}
	out := &eval.Object{Kind: eval.ListObj}
	for _, x := range lo.Elts {
		eo := c.State.Deref(x)
		if eo == nil || eo.Kind != eval.DictObj {
			return open()
		}
		switch matchesFilter(c, eo, fo, installs) {
		case mayFit:
			return open()
		case fits:
			out.Elts = append(out.Elts, x)
		}
	}
	from := listOrigin(lo)
	if len(lo.Elts) == 0 {
		from = lo.From // nothing was there to filter
	}
	out.From = &eval.Origin{Prev: from, Kind: eval.FromCall, Span: c.Place, Name: c.Path}
	return c.Alloc(out)
}

// A fit is whether an entry passes a filter.
type fit uint8

func matchesFilter(c *eval.Call, entry, filter *eval.Object, installs autogen.Set) fit {
	for _, it := range filter.Items {
		key, ok := eval.AsStr(it.Key)
		if !ok {
			return mayFit
		}
		have, has := entry.Item(key)
		if text, plain := eval.AsStr(it.Value); plain && has && farFrom(c, have.Value, text) {
			return fitsNot
		}
		accepted, how := filterValues(c, it.Value, installs)
		if how == mayFit {
			return mayFit
		}
		if entry.Open && !has || !has && !allStrings(accepted) { // None in the list: versions differ
			return mayFit
		}
		in, sure := false, true
		if has {
			in, sure = isAmong(c, have.Value, accepted)
		}
		switch {
		case !sure:
			return mayFit
		case !in, how == fitsNot:
			return fitsNot
		}
	}
	return fits
}

// farFrom reports whether v, or each element of a list, is another text than the one of a filter however a release compares them: by
// equality, as a part of it, as one of its letters (ms@v0.2.40: oai/openai_utils.py: _satisfies_criteria; ag2c@0.14.0: llm_config/utils.py).
func farFrom(c *eval.Call, v eval.Value, text string) bool {
	elts := []eval.Value{v}
	if o := c.State.Deref(v); o != nil {
		if o.Kind != eval.ListObj || o.Open {
			return false
		}
		elts = o.Elts
	}
	for _, x := range elts {
		if s, ok := eval.AsStr(x); !ok || strings.Contains(text, s) {
			return false
		}
	}
	return true
}

// filterValues returns what a value of a filter accepts, and whether the installations read it as that: a list; a set or tuple, which
// some do not take. A text differs by version.
func filterValues(c *eval.Call, v eval.Value, installs autogen.Set) ([]eval.Value, fit) {
	var elts []eval.Value
	if t, ok := v.D.(eval.Tuple); ok {
		elts = t.Elts
	} else {
		o := c.State.Deref(v)
		if o == nil || o.Open || o.Kind != eval.ListObj && o.Kind != eval.SetObj {
			return nil, mayFit
		}
		if elts = o.Elts; o.Kind == eval.ListObj {
			return elts, fits
		}
	}
	if installs.SetsFilter() { // where it does not, nothing passes and the agent is not built
		return elts, fits
	}
	return elts, fitsNot
}

func allStrings(vs []eval.Value) bool {
	for _, v := range vs {
		if _, ok := eval.AsStr(v); !ok {
			return false
		}
	}
	return true
}

// isAmong reports whether v, or for a list of tags one of its elements, is among accepted. Within are the lists that v stands in.
func isAmong(c *eval.Call, v eval.Value, accepted []eval.Value, within ...*eval.Object) (in, sure bool) {
	if o := c.State.Deref(v); o != nil && o.Kind == eval.ListObj {
		if o.Open || slices.Contains(within, o) {
			return false, false
		}
		for _, x := range o.Elts {
			in, sure := isAmong(c, x, accepted, append(slices.Clip(within), o)...)
			if in || !sure {
				return in, sure
			}
		}
		return false, true
	}
	s, ok := eval.AsStr(v)
	if !ok {
		return false, false
	}
	for _, a := range accepted {
		t, ok := eval.AsStr(a)
		if !ok {
			return false, false
		}
		if s == t {
			return true, true
		}
	}
	return false, true
}

// where is LLMConfig.where(…): the entries that fit, or a ValueError where none does (ag2c@0.14.0: llm_config/config.py).
func where(cls *autogen.Class, installs autogen.Set) func(*eval.Call) []eval.Result {
	return func(c *eval.Call) []eval.Result {
		unknown := func() []eval.Result { return c.Unknown("entries that a filter chose", true) }
		o := c.State.Deref(c.Self)
		if o == nil || o.Built == nil || o.Open || o.Built.Args.More || c.Args.More || len(c.Args.Pos) > 0 {
			return unknown()
		}
		entries, ok := givenEntries(c, o.Built.Args)
		filter := &eval.Object{Kind: eval.DictObj}
		for _, n := range c.Args.Named {
			ok = ok && n.Name != "exclude"
			filter.Items = append(filter.Items, eval.Item{Key: eval.Value{D: eval.Str(n.Name)}, Value: n.Value})
		}
		if !ok {
			return unknown()
		}
		kept := &eval.Object{Kind: eval.ListObj}
		for _, v := range entries {
			switch matchesFilter(c, c.State.Deref(v), filter, installs) {
			case mayFit:
				return unknown()
			case fits:
				kept.Elts = append(kept.Elts, v)
			}
		}
		if len(kept.Elts) == 0 {
			at := c.Place
			if list, ok := o.Built.Args.Get("config_list"); ok && !list.Place.Valid() {
				at = spanOf(list.Value) // a variable of that name would replace the file
			}
			return c.Refuse("ValueError", &eval.Refusal{Place: at, Text: autogen.NothingFits})
		}
		args := eval.Args{Named: []eval.NamedArg{{Name: "config_list", Value: c.Alloc(kept)}}}
		for _, n := range o.Built.Args.Named {
			if n.Name != "config_list" {
				args.Named = append(args.Named, eval.NamedArg{Name: n.Name, Value: n.Value})
			}
		}
		c.Args = args
		return c.Return(c.Build(cls.Name))
	}
}

// givenEntries returns the dicts that an LLMConfig was built of, if all are known and none is open.
func givenEntries(c *eval.Call, args eval.Args) ([]eval.Value, bool) {
	given := append([]eval.Value{}, args.Pos...)
	if list, ok := args.Get("config_list"); ok {
		given = append(given, list.Value)
	}
	var out []eval.Value
	for _, v := range given {
		o := c.State.Deref(v)
		switch {
		case o == nil || o.Open:
			return nil, false
		case o.Kind == eval.DictObj:
			out = append(out, v)
		case o.Kind == eval.ListObj:
			for _, x := range o.Elts {
				if e := c.State.Deref(x); e == nil || e.Kind != eval.DictObj || e.Open {
					return nil, false
				}
			}
			out = append(out, o.Elts...)
		default:
			return nil, false
		}
	}
	return out, len(out) > 0
}
