package eval

import (
	"regexp"
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

// condOutside evaluates a test that asks a function, or a list, about the value of a variable that may not be set: of len(key) < 8 and
// key.startswith("sk-") it is known what they say of the default, whatever they say of a value from outside.
func (m *machine) condOutside(f *frame, e syntax.Expr, st State) ([]condition, bool) {
	for _, x := range questioned(e) {
		v, ok := m.peeked(f, x, st)
		env, is := v.D.(Env)
		if !ok || !is || env.Default == nil {
			continue
		}
		var out []condition
		for _, c := range m.splitEnv(v, env, st) {
			for _, k := range m.cond(f, e, m.refine(f, x, c.val, c.st)) {
				if IsNone(c.val) {
					k.st = m.refine(f, x, v, k.st)
				}
				out = append(out, k)
			}
		}
		return limitConds(out), true
	}
	return nil, false
}

// questioned are the names and attributes that a test hands to a function, calls a method of, or looks for among others.
func questioned(e syntax.Expr) []syntax.Expr {
	switch e := e.(type) {
	case *syntax.Call:
		var out []syntax.Expr
		if a, ok := e.Fun.(*syntax.Attr); ok {
			out = append(out, questionedIn(a.X)...)
		}
		for _, a := range e.Args {
			out = append(out, questionedIn(a.Value)...)
		}
		return out
	case *syntax.Compare:
		var out []syntax.Expr
		if len(e.Ops) == 1 && (e.Ops[0] == syntax.In || e.Ops[0] == syntax.NotIn) {
			out = questionedIn(e.L)
		}
		for _, x := range append([]syntax.Expr{e.L}, e.Rest...) {
			if call, ok := x.(*syntax.Call); ok {
				out = append(out, questioned(call)...)
			}
		}
		return out
	}
	return nil
}

func questionedIn(e syntax.Expr) []syntax.Expr {
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
		return []syntax.Expr{e}
	case *syntax.Call:
		return questioned(e)
	}
	return nil
}

// peeked is the value of a name, or of an attribute that an object holds itself, without evaluating anything.
func (m *machine) peeked(f *frame, e syntax.Expr, st State) (Value, bool) {
	switch e := e.(type) {
	case *syntax.Name:
		return m.name(f, e, st), true
	case *syntax.Attr:
		x, ok := m.peeked(f, e.X, st)
		o := st.Deref(x)
		if !ok || o == nil || o.Kind != InstanceObj && o.Kind != ScopeObj {
			return Value{}, false
		}
		v, ok := o.Names.get(e.Name)
		return v, ok
	}
	return Value{}, false
}

// holds is any(…) or all(…) of elements that are known: one after the other is asked, as far as that is needed.
func (c *Call) holds() []Result {
	elts, ok := c.m.elements(firstOr(c, Value{}), c.State)
	if !ok || len(elts) > maxUnroll || maybeAbsent(elts) {
		return c.Return(unknown("whether something holds"))
	}
	ends := c.Path == "any"
	var out []Result
	open := []State{c.State}
	for _, e := range elts {
		var next []State
		for _, st := range open {
			for _, k := range c.m.truth(e, st) {
				if k.yes == ends {
					out = append(out, Result{State: k.st, Value: Value{D: Bool(ends)}})
				} else {
					next = append(next, k.st)
				}
			}
		}
		open = c.m.limit(c.f, next)
	}
	for _, st := range open {
		out = append(out, Result{State: st, Value: Value{D: Bool(!ends)}})
	}
	return c.m.narrow(c.f, mergeEqual(out))
}

// perText is what fn makes of every text that v may be, as far as that is known. A variable from outside is looked at twice: where it
// is set, to a text that is not known, and where its default takes its place.
func (c *Call) perText(v Value, fn func(s string) (Datum, bool)) []Result {
	if env, ok := v.D.(Env); ok && env.Default != nil {
		var out []Result
		for _, k := range c.m.splitEnv(v, env, c.State) {
			again := *c
			again.State = k.st
			out = append(out, again.perText(k.val, fn)...)
		}
		return limitResults(out)
	}
	if s, ok := AsStr(v); ok {
		if d, ok := fn(s); ok {
			return c.Return(Value{D: d})
		}
	}
	return c.Return(unknown("what a text is like"))
}

func addGuards(add func(string, func(*Call) []Result)) {
	add("any all", (*Call).holds)
	add("re.match re.search re.fullmatch", func(c *Call) []Result {
		pattern, ok := AsStr(arg(c, 0, "pattern"))
		text, known := AsStr(arg(c, 1, "string"))
		if !ok || !known || len(c.Args.Pos)+len(c.Args.Named) > 2 || !ascii(text) || strings.HasSuffix(text, "\n") { // where Go's patterns say something else
			return c.Return(unknown("a match"))
		}
		switch c.Path {
		case "re.match":
			pattern = `\A(?:` + pattern + `)`
		case "re.fullmatch":
			pattern = `\A(?:` + pattern + `)\z`
		}
		re, err := regexp.Compile(pattern)
		if err != nil || re.MatchString(text) {
			return c.Return(unknown("a match"))
		}
		return c.Return(none())
	})
}
