package eval

import (
	"strconv"

	"github.com/autogenlint/autogenlint/syntax"
)

func (m *machine) fstring(f *frame, e *syntax.FString, st State) []Result {
	var xs []syntax.Expr
	for _, p := range e.Parts {
		if p.X != nil {
			xs = append(xs, p.X)
		}
	}
	return then(m.evalAll(f, st, xs), func(st State, v Value) []Result {
		vals := v.D.(Tuple).Elts
		var parts []Value
		i := 0
		for _, p := range e.Parts {
			if p.X == nil {
				parts = append(parts, Value{D: Str(p.Lit), From: &Origin{Kind: FromLiteral, Span: f.span(e)}})
				continue
			}
			x := m.starred(vals[i], f.span(p.X), &st)
			i++
			if p.Spec || p.Conv != 0 && p.Conv != 's' {
				x = Value{D: Unknown{Why: "a formatted value"}, From: x.From}
			}
			parts = append(parts, toStr(x))
		}
		out := concat(parts)
		out.From = &Origin{Kind: FromLiteral, Span: f.span(e), Prev: firstOrigin(parts)}
		return one(st, out)
	})
}

// firstOrigin is the way of the first piece that is not a literal.
func firstOrigin(parts []Value) *Origin {
	for _, p := range parts {
		if _, lit := p.D.(Str); !lit && p.From != nil {
			return p.From
		}
	}
	return nil
}

// toStr is str(v).
func toStr(v Value) Value {
	switch d := v.D.(type) {
	case Str, Concat:
		return v
	case Int:
		return Value{D: Str(strconv.FormatInt(int64(d), 10)), From: v.From}
	case Bool:
		if d {
			return Value{D: Str("True"), From: v.From}
		}
		return Value{D: Str("False"), From: v.From}
	case NoneVal:
		return Value{D: Str("None"), From: v.From}
	case Env:
		if d.Default == nil {
			return v
		}
		def := toStr(*d.Default)
		return Value{D: Env{Name: d.Name, Default: &def, Maybe: d.Maybe}, From: v.From}
	case PathVal:
		return d.Text
	case OneOf:
		return mapAlts(v, toStr)
	case Ref:
		v.From = nil // what an object says of itself
	}
	return Value{D: Unknown{Why: "the text of something that is not known"}, From: v.From}
}

// mapAlts applies f to every alternative of v.
func mapAlts(v Value, f func(Value) Value) Value {
	alts := Alternatives(v)
	out := f(alts[0])
	for _, a := range alts[1:] {
		out = Join(out, f(a))
	}
	return out
}

// No text that is put together has more pieces or bytes than these: one that is doubled in a loop, or in a .env file, has no end.
const (
	mostPieces  = 1 << 12
	mostText    = 16 << 20
	mostChoices = 256 // and it is no choice among more texts
)

// concat is the concatenation of strings.
func concat(parts []Value) Value {
	var flat []Value
	size := 0
	for _, p := range parts {
		pieces := []Value{p}
		if c, ok := p.D.(Concat); ok {
			pieces = c.Parts
		}
		for _, piece := range pieces {
			if s, ok := piece.D.(Str); ok {
				size += len(s)
			}
		}
		if len(flat)+len(pieces) > mostPieces || size > mostText {
			return unknown("a text that is too long")
		}
		flat = append(flat, pieces...)
	}
	var out []Value
	for _, p := range flat {
		if s, ok := p.D.(Str); ok {
			if s == "" {
				continue
			}
			if len(out) > 0 {
				if prev, ok := out[len(out)-1].D.(Str); ok {
					out[len(out)-1].D = prev + s
					continue
				}
			}
		}
		out = append(out, p)
	}
	switch len(out) {
	case 0:
		return Value{D: Str("")}
	case 1:
		return out[0]
	}
	// one choice among known texts is a choice of texts, as long as these are few
	choices := 1
	for _, p := range out {
		if o, ok := p.D.(OneOf); ok && choices <= mostChoices {
			choices *= len(o.Alts)
		}
	}
	for i, p := range out {
		if choices > mostChoices {
			break
		}
		if o, ok := p.D.(OneOf); ok && len(o.Alts) <= 4 {
			return mapAlts(p, func(a Value) Value {
				with := append(append(append([]Value{}, out[:i]...), toStr(a)), out[i+1:]...)
				return concat(with)
			})
		}
	}
	return Value{D: Concat{Parts: out}}
}
