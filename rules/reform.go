package rules

import (
	"strings"

	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// moduleOf returns the module that a place stands in, or nil.
func moduleOf(p *model.Program, place source.Span) *syntax.Module {
	for _, m := range p.Modules {
		if m != nil && m.File == place.File {
			return m
		}
	}
	return nil
}

// exprAt returns the innermost expression of type E that covers a place.
func exprAt[E syntax.Expr](p *model.Program, place source.Span) (e E, m *syntax.Module, ok bool) {
	m = moduleOf(p, place)
	if m == nil || !place.Valid() {
		return e, nil, false
	}
	found := syntax.At(m, syntax.Range{Start: int32(place.Start), End: int32(place.End)}, func(x syntax.Expr) bool { _, is := x.(E); return is })
	e, ok = found.(E)
	return e, m, ok
}

// newKey is the edit that renames a field where it is written: between the quotes of a key, or as a keyword. It is not possible
// where the name is neither.
func newKey(key source.Span, old, name string) (lint.Edit, bool) {
	text := key.Text()
	if text == old && identifier(name) {
		return lint.Edit{Place: key, New: name}, true
	}
	for _, q := range []string{`"`, "'"} {
		if text == q+old+q {
			return lint.Edit{Place: source.Span{File: key.File, Start: key.Start + 1, End: key.End - 1}, New: name}, true
		}
	}
	return lint.Edit{}, false
}

func identifier(s string) bool {
	for i, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (r < '0' || r > '9' || i == 0) {
			return false
		}
	}
	return s != ""
}

// own reports whether a place stands in the program's entry point, which no other program is likely to share.
func own(p *model.Program, place source.Span) bool { return place.File == p.Entry }

// bare cuts the trailing comma off a tuple that a single comma made: `x,` or `(x,)`.
func bare(p *model.Program, place source.Span) (lint.Edit, bool) {
	t, m, ok := exprAt[*syntax.Tuple](p, place)
	if !ok || len(t.Elts) != 1 || int(t.Start) != place.Start || int(t.End) != place.End {
		return lint.Edit{}, false
	}
	rest := m.Span(syntax.Range{Start: t.Elts[0].Bounds().End, End: t.End})
	comma := strings.IndexByte(rest.Text(), ',')
	if comma < 0 || strings.TrimSpace(rest.Text()[:comma]) != "" {
		return lint.Edit{}, false // a parenthesis or a comment stands between
	}
	return lint.Edit{Place: source.Span{File: rest.File, Start: rest.Start, End: rest.Start + comma + 1}}, true
}

// without is the edit that takes an item out of a dict display, or a keyword out of a call, with its comma and, where it stands on
// lines of its own, with those.
func without(p *model.Program, key source.Span) (lint.Edit, bool) {
	var items []syntax.Range
	outer := syntax.Range{}
	m := moduleOf(p, key)
	if d, _, ok := exprAt[*syntax.Dict](p, key); ok {
		for _, it := range d.Items {
			r := it.Value.Bounds()
			if it.Key != nil {
				r.Start = it.Key.Bounds().Start
			} else {
				return lint.Edit{}, false // what stands in it may be spread from elsewhere
			}
			items = append(items, r)
		}
		outer = d.Range
	}
	if c, _, ok := exprAt[*syntax.Call](p, key); ok && (len(items) == 0 || c.Start >= outer.Start) {
		items = nil
		for _, a := range c.Args {
			items = append(items, a.Range)
		}
		outer = c.Range
	}
	for i, it := range items {
		if int(it.Start) != key.Start {
			continue
		}
		if i+1 < len(items) {
			return lint.Edit{Place: m.Span(syntax.Range{Start: it.Start, End: items[i+1].Start})}, blank(m.Span(syntax.Range{Start: it.End, End: items[i+1].Start}))
		}
		if i > 0 {
			return lint.Edit{Place: m.Span(syntax.Range{Start: items[i-1].End, End: it.End})}, blank(m.Span(syntax.Range{Start: items[i-1].End, End: it.Start}))
		}
		return lint.Edit{}, false // what is left would be empty
	}
	return lint.Edit{}, false
}

// blank reports whether nothing but blanks and one comma stands in a place: a comment would be lost.
func blank(s source.Span) bool { return strings.TrimSpace(strings.Replace(s.Text(), ",", "", 1)) == "" }

// tupleFix takes off the comma that made a tuple of a value.
func tupleFix(p *model.Program, v eval.Value, safe bool) []lint.Fix {
	if _, tuple := v.D.(eval.Tuple); !tuple {
		return nil
	}
	place, ok := v.Literal()
	if !ok {
		return nil
	}
	e, ok := bare(p, place)
	if !ok {
		return nil
	}
	return []lint.Fix{{Title: "Remove the trailing comma", Safe: safe && own(p, place), Edits: []lint.Edit{e}}}
}

// shapeFixes bring a configuration into the form that belongs there.
func shapeFixes(v model.Verdict) []lint.Fix {
	b := v.Build
	p, value, safe := b.Program, b.Entry.Value, v.Level == model.Proof
	switch b.Shape {
	case model.TupleConfig, model.TupleEntries, model.ListEntries:
		return tupleFix(p, value, safe)
	case model.DictList:
		if wholeInside(b) {
			return wrap(p, b.Use, "Give its config_list", "", `["config_list"]`, safe)
		}
		return wrap(p, b.Use, "Put the dict into a list", "[", "]", safe)
	case model.ListConfig:
		return wrap(p, b.Use, "Put the list under config_list", `{"config_list": `, "}", safe)
	case model.FuncConfig:
		if callable(value) {
			return wrap(p, b.Use, "Call the function", "", "()", safe)
		}
	}
	return nil
}

// callable reports whether a function of the program takes no argument that has to be given.
func callable(v eval.Value) bool {
	skip := 0
	if b, ok := v.D.(eval.Bound); ok {
		v, skip = b.Fn, 1
	}
	f, ok := v.D.(*eval.Func)
	if !ok || f.Def == nil || f.Def.Async {
		return false
	}
	for i, p := range f.Def.Params {
		if i >= skip && p.Default == nil && p.Kind != syntax.VarArgs && p.Kind != syntax.VarKeywords {
			return false
		}
	}
	return true
}

// wrap puts what is given under a key or as an argument between two texts.
func wrap(p *model.Program, use source.Span, title, before, after string, safe bool) []lint.Fix {
	given, ok := givenAt(p, use)
	if !ok {
		return nil
	}
	return []lint.Fix{{Title: title, Safe: safe && own(p, use), Edits: []lint.Edit{
		{Place: source.Span{File: given.File, Start: given.Start, End: given.Start}, New: before},
		{Place: source.Span{File: given.File, Start: given.End, End: given.End}, New: after},
	}}}
}

// givenAt returns the expression that stands behind a key of a dict display or a keyword of a call.
func givenAt(p *model.Program, use source.Span) (source.Span, bool) {
	d, m, ok := exprAt[*syntax.Dict](p, use)
	if ok {
		for _, it := range d.Items {
			if it.Key != nil && int(it.Key.Bounds().Start) == use.Start {
				return m.Span(it.Value.Bounds()), true
			}
		}
	}
	c, m, ok := exprAt[*syntax.Call](p, use)
	if ok {
		for _, a := range c.Args {
			if a.Name != "" && int(a.NameRange.Start) == use.Start {
				return m.Span(a.Value.Bounds()), true
			}
		}
	}
	return source.Span{}, false
}
