package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A function that is handed to code which is not seen may be called by it, at any time from then on. What its body changes beside its
// own names is not known any more: names that it declares global, items of lists and dicts, attributes of objects.

// handed forgets what the functions among args may change.
func (m *machine) handed(f *frame, args Args, st State, at source.Span) State {
	vs := argValues(args)
	for _, v := range vs {
		st = m.handedOne(f, v, st, at)
	}
	if slices.ContainsFunc(vs, changesGiven) {
		for _, v := range vs {
			st = m.blur(f, v, st, at, 0)
		}
	}
	return st
}

// changesGiven reports whether v is a function of the program that changes items or attributes of what it is given.
func changesGiven(v Value) bool {
	fn, ok := v.D.(*Func)
	switch d := v.D.(type) {
	case Partial:
		return changesGiven(d.Fn)
	case Bound:
		return changesGiven(d.Fn)
	}
	if !ok {
		return false
	}
	own := map[string]bool{}
	for _, p := range fn.params() {
		own[p.Name] = true
	}
	changes := false
	syntax.Each(fn.body(), func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Assign:
			for _, t := range n.Targets {
				own[targetName(t)] = true
				changes = changes || own[rootName(t)] && targetName(t) == ""
			}
		case *syntax.AugAssign:
			changes = changes || own[rootName(n.Target)]
		case *syntax.For:
			own[targetName(n.Target)] = true
		case *syntax.Call:
			a, ok := n.Fun.(*syntax.Attr)
			changes = changes || ok && changers[a.Name] && own[rootName(a.X)] || callee(n.Fun) == "setattr"
		}
	})
	return changes
}

// rootName is the name that an attribute or item is taken of, at the beginning of all; "" where it begins otherwise.
func rootName(e syntax.Expr) string {
	for {
		switch x := e.(type) {
		case *syntax.Attr:
			e = x.X
		case *syntax.Index:
			e = x.X
		case *syntax.Name:
			return x.Ident
		default:
			return ""
		}
	}
}

// body is what a call of fn runs.
func (fn *Func) body() *syntax.Module {
	if fn.Def != nil {
		return &syntax.Module{Body: fn.Def.Body}
	}
	return &syntax.Module{Body: []syntax.Stmt{&syntax.ExprStmt{X: fn.Lambda.Body}}}
}

func (m *machine) handedOne(f *frame, v Value, st State, at source.Span) State {
	switch d := v.D.(type) {
	case Partial:
		return m.handedOne(f, d.Fn, st, at)
	case *Func:
		return m.mayRun(f, d, Value{}, st, at)
	case Bound:
		if fn, ok := d.Fn.D.(*Func); ok {
			return m.mayRun(f, fn, d.Self, st, at)
		}
		if fo, ok := d.Fn.D.(Foreign); ok && changers[lastName(fo.Path)] {
			return m.blur(f, d.Self, st, at, 0)
		}
	}
	return st
}

// changers are methods that change what they are called on.
var changers = map[string]bool{
	"append": true, "extend": true, "insert": true, "remove": true, "pop": true, "clear": true, "update": true, "setdefault": true, "popitem": true, "add": true, "discard": true, "__setitem__": true,
}

func lastName(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '.' {
			return path[i+1:]
		}
	}
	return path
}

// mayRun forgets what a run of fn changes.
func (m *machine) mayRun(f *frame, fn *Func, self Value, st State, at source.Span) State {
	within := &frame{module: fn.Module, scope: fn.Scope}
	params := fn.params()
	free := func(e syntax.Expr) (Value, bool) {
		n, ok := e.(*syntax.Name)
		if !ok {
			return Value{}, false
		}
		if len(params) > 0 && self.D != nil && n.Ident == params[0].Name {
			return self, true
		}
		if slices.ContainsFunc(params, func(p syntax.Param) bool { return p.Name == n.Ident }) {
			return Value{}, false
		}
		return m.name(within, n, st), true
	}
	target := func(e syntax.Expr) {
		switch e := e.(type) {
		case *syntax.Index:
			if name := callee(e.X); name == "os.environ" || name == "environ" {
				st = mayWrite(e.I, st, at)
			} else if v, ok := free(e.X); ok {
				st = m.blur(f, v, st, at, 0)
			}
		case *syntax.Attr:
			if v, ok := free(e.X); ok && selfID(v) != 0 {
				st = bindIn(st, selfID(v), e.Name, unknown("an attribute that code which is not seen may have set"))
			}
		}
	}
	syntax.Each(fn.body(), func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Assign:
			for _, t := range n.Targets {
				target(t)
			}
		case *syntax.AugAssign:
			target(n.Target)
		case *syntax.Del:
			for _, t := range n.Targets {
				target(t)
			}
		case *syntax.Global:
			if id, ok := st.moduleScope(fn.Module.File.Path); ok {
				for _, name := range n.Names {
					st = bindIn(st, id, name, unknown("a name that code which is not seen may have bound"))
				}
			}
		case *syntax.Call:
			if a, ok := n.Fun.(*syntax.Attr); ok && changers[a.Name] {
				if v, ok := free(a.X); ok {
					st = m.blur(f, v, st, at, 0)
				}
			}
		}
	})
	return st
}

// mayWrite forgets the variable that code which is not seen writes or deletes at a time of its own.
func mayWrite(key syntax.Expr, st State, at source.Span) State {
	name, ok := key.(*syntax.Str)
	if !ok {
		return replaceable(fog(st, at, "a variable whose name is not known was set", ""), "code that runs at a time of its own")
	}
	st.readsEnv()
	st.env = st.env.set(name.Value, Var{Value: unknown("code that runs at a time of its own"), Place: at})
	return st
}

// mocked is patch("module.name") or patch.object(x, "name"): what has that name is not known from then on.
func (c *Call) mocked() []Result {
	c.Fog("a test replaced something", "")
	of, name := arg(c, 0, "target"), arg(c, 1, "attribute")
	if path, ok := AsStr(of); ok {
		last := lastName(path)
		of, name = c.m.moduleNamed(Value{D: Str(strings.TrimSuffix(path, "."+last))}, c.State), Value{D: Str(last)}
	}
	c.attrSet(of, name, unknown("what a test put there"))
	if id := selfID(of); id != 0 {
		c.State = rename(c.State, id, name, unknown("what a test put there"))
	}
	return c.Return(unknown("a mock"))
}
