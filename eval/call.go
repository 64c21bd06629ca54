package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

func (m *machine) callExpr(f *frame, e *syntax.Call, st State) []Result {
	xs := make([]syntax.Expr, 0, len(e.Args)+1)
	xs = append(xs, e.Fun)
	for _, a := range e.Args {
		xs = append(xs, a.Value)
	}
	if n, ok := e.Fun.(*syntax.Name); ok && n.Ident == "super" && len(e.Args) == 0 && f.class != 0 {
		return one(st, Value{D: Super{Class: f.class, Self: f.self}})
	}
	place := m.calleePlace(f, e)
	return then(m.evalAll(f, st, xs), func(st State, v Value) []Result {
		vals := v.D.(Tuple).Elts
		st, args := m.bindArgs(f, e.Args, vals[1:], st)
		if f.later == e {
			plain := *f
			plain.later = nil
			return m.callLater(&plain, e, vals[0], args, &site{place: place, node: e}, st)
		}
		return m.call(f, vals[0], args, st, &site{place: place, node: e}, f.span(e))
	})
}

// A site is where a call stands.
type site struct {
	place source.Span
	node  *syntax.Call
}

// calleePlace is the name that is called: of `a.b.c(…)`, c.
func (m *machine) calleePlace(f *frame, e *syntax.Call) source.Span {
	if a, ok := e.Fun.(*syntax.Attr); ok && a.NameRange != (syntax.Range{}) {
		return f.module.Span(a.NameRange)
	}
	return f.span(e.Fun)
}

// bindArgs spreads `*` and `**` arguments.
func (m *machine) bindArgs(f *frame, as []syntax.Arg, vals []Value, st State) (State, Args) {
	var out Args
	for i, a := range as {
		v := vals[i]
		switch {
		case a.Star == 1:
			elts, ok := m.elements(v, st)
			if !ok {
				out.More = true
				continue
			}
			out.Pos = append(out.Pos, elts...)
		case a.Star == 2:
			v = m.spelled(v, &st)
			o := st.Deref(v)
			if o == nil || o.Kind != DictObj {
				st = m.mistyped(f, st, v, "TypeError", "argument after ** must be a mapping, not tuple", f.span(a.Value))
				out.More = true
				continue
			}
			if o.From != nil {
				out.Spread = append(out.Spread, o.From.Span)
			}
			out.More = out.More || o.Open
			for _, it := range o.Items {
				name, ok := AsStr(it.Key)
				if !ok {
					continue
				}
				at, _ := it.Key.Literal()
				out.Named = append(out.Named, NamedArg{Name: name, Value: it.Value, Place: at})
			}
		case a.Name != "":
			out.Named = append(out.Named, NamedArg{Name: a.Name, Value: v, Place: f.module.Span(a.NameRange)})
		default:
			out.Pos = append(out.Pos, v)
		}
	}
	return st, out
}

// mistyped notes that a tuple of the program's text stands where Python takes something else. What comes of it is not known.
func (m *machine) mistyped(f *frame, st State, v Value, class, text string, at source.Span) State {
	place, written := v.Literal()
	if _, tuple := v.D.(Tuple); !tuple || !written {
		return st
	}
	return m.record(f, st, Event{Kind: Mistyped, Name: class, Value: v, Span: at, Whole: at, Refusal: &Refusal{Place: place, Text: text}})
}

// call calls fn.
func (m *machine) call(f *frame, fn Value, args Args, st State, at *site, whole source.Span) []Result {
	place := whole
	if at != nil {
		place = at.place
	}
	switch d := fn.D.(type) {
	case *Func:
		return m.callFunc(f, d, args, st, at, whole)
	case Bound:
		switch t := d.Fn.D.(type) {
		case *Func:
			with := args
			with.Pos = append([]Value{d.Self}, args.Pos...)
			return m.callFunc(f, t, with, st, at, whole)
		case Foreign:
			if cls, ok := m.constructorOf(t.Path); ok {
				return m.initForeign(f, cls, d.Self, args, st, place, whole)
			}
			if rs, ok := m.initRecord(f, t.Path, d.Self, args, st, whole); ok {
				return rs
			}
			return m.callForeign(f, t.Path, d.Self, args, st, place, whole)
		}
	case Foreign:
		if cls, ok := m.constructorOf(d.Path); ok && len(args.Pos) > 0 { // Base.__init__(self, …)
			rest := args
			rest.Pos = args.Pos[1:]
			return m.initForeign(f, cls, args.Pos[0], rest, st, place, whole)
		}
		return m.callForeign(f, d.Path, Value{}, args, st, place, whole)
	case Partial:
		all := Args{Pos: append(append([]Value{}, d.Args.Pos...), args.Pos...), More: d.Args.More || args.More}
		for _, n := range d.Args.Named {
			if _, over := args.Get(n.Name); !over {
				all.Named = append(all.Named, n)
			}
		}
		all.Named = append(all.Named, args.Named...)
		return m.call(f, d.Fn, all, st, at, whole)
	case OneOf:
		var out []Result
		for _, a := range d.Alts {
			out = append(out, m.call(f, a, args, st, at, whole)...)
		}
		return limitResults(out)
	case Ref:
		return m.callObject(f, fn, d, args, st, at, place, whole)
	case Unknown:
		st = m.havoc(f, args, st, whole)
		if d.Project {
			st = fog(st, whole, "code of the project that was not found", "")
		}
		return one(st, Value{D: Unknown{Why: "what code that is not seen returns", Project: d.Project}, From: &Origin{Kind: FromCall, Span: place}})
	}
	return one(m.havoc(f, args, st, whole), unknown("what code that is not seen returns"))
}

func (m *machine) callObject(f *frame, fn Value, d Ref, args Args, st State, at *site, place, whole source.Span) []Result {
	o := st.Object(d.ID)
	if o == nil {
		return one(st, unknown("a call of something that is not known"))
	}
	switch o.Kind {
	case ClassObj:
		return m.instantiate(f, fn, args, st, at, whole)
	case InstanceObj:
		if v, ok := m.classAttr(o.Class, "__call__", st); ok {
			if _, is := v.D.(*Func); is {
				return m.call(f, Value{D: Bound{Self: fn, Fn: v}}, args, st, at, whole)
			}
		}
		if path := m.foreignClass(o.Class, st); path != "" {
			return m.callForeign(f, path+".__call__", fn, args, st, place, whole)
		}
	}
	return one(m.havoc(f, args, st, whole), unknown("a call of something that is not known"))
}

// callFunc calls a function of the program.
func (m *machine) callFunc(f *frame, fn *Func, args Args, st State, at *site, whole source.Span) []Result {
	if fn.Def != nil && fn.Def.Async && !fn.Def.Generator {
		if !m.loose || at != nil {
			return one(st, Value{D: Coroutine{Fn: Value{D: fn}, Args: args, Call: whole}, From: &Origin{Kind: FromCall, Span: whole, Name: fn.Def.Name}})
		}
	}
	if fn.Cache != 0 {
		return m.callCached(f, fn, args, st, whole)
	}
	return m.runFunc(f, fn, args, st, whole)
}

// runFunc executes the body of fn. Once the program has taken more steps than it should, what took many of them is not begun again.
func (m *machine) runFunc(f *frame, fn *Func, args Args, st State, whole source.Span) []Result {
	if m.loose || m.cut {
		return m.runBody(f, fn, args, st, whole)
	}
	t := m.toll(fn)
	if m.steps > m.limits.Steps && t.steps > m.limits.Steps/costly {
		return m.leaveOut(fn, args, t, st, whole)
	}
	begin := m.steps
	out := m.runBody(f, fn, args, st, whole)
	t.add(m.steps-begin, st, out)
	return out
}

// runBody executes the body of fn.
func (m *machine) runBody(f *frame, fn *Func, args Args, st State, whole source.Span) []Result {
	name := fn.name()
	first := recursion(f.stack, fn.node())
	if f.depth >= m.limits.Depth || first != nil {
		m.cutAt(Cut{Place: whole, Why: "a call that nests too deep", Local: true})
		if first != nil && first.env == st.env && first.fogs == st.rest().fogs {
			return one(st, unknown("a call that nests too deep")) // it has set nothing three times over
		}
		return one(fog(st, whole, "a call that nests too deep", ""), Value{D: Unknown{Why: "a call that nests too deep", Project: true}})
	}
	if m.cut {
		return one(st, unknown("what the evaluation budget did not suffice for"))
	}
	m.enters(fn.node())
	id := m.newID()
	scope := &Object{Kind: ScopeObj, Module: fn.Module, Up: fn.Scope}
	inner := &frame{module: fn.Module, scope: id, class: fn.Class, depth: f.depth + 1, imports: f.imports, catch: f.catch,
		stack: &Frame{Prev: f.stack, Call: whole, Name: name, Task: f.task, patient: f.patient, fn: fn.node(), env: st.env, fogs: st.rest().fogs}}
	scope.Names = m.bindParams(fn, args, st, &st)
	st.heap = st.heap.set(id, scope)
	if params := fn.params(); len(params) > 0 {
		inner.self, _ = scope.Names.get(params[0].Name)
	}
	if fn.Lambda != nil {
		out := m.eval(inner, fn.Lambda.Body, st)
		for i := range out {
			out[i].State = m.drop(out[i].State, id)
		}
		return out
	}
	if fn.Def.Generator && fn.Context {
		return m.openContext(inner, fn, st, whole)
	}
	if fn.Def.Generator {
		st, inner.yields = m.yieldList(st, whole)
	}
	var out []Result
	for _, fl := range m.exec(inner, fn.Def.Body, st) {
		fl.st = m.drop(fl.st, id)
		switch {
		case fl.kind == raises:
			out = append(out, Result{State: fl.st, Exc: fl.exc})
		case fn.Def.Generator:
			out = append(out, Result{State: fl.st, Value: Value{D: Ref{ID: inner.yields}}})
		case fl.kind == returns:
			out = append(out, Result{State: fl.st, Value: fl.val})
		default:
			out = append(out, Result{State: fl.st, Value: Value{D: NoneVal{}}})
		}
	}
	return m.narrow(f, mergeEqual(out))
}

// drop takes the scope id off the heap when its function or comprehension ended, unless something was defined in it that may
// still run: nothing else refers to it, and states that differ in it alone are one.
func (m *machine) drop(st State, id ID) State {
	if !m.captured[id] {
		st.heap = st.heap.del(id)
	}
	return st
}

// capture notes that a function was defined in the scope id.
func (m *machine) capture(st State, id ID) {
	for id != 0 && !m.captured[id] {
		m.captured[id] = true
		o := st.Object(id)
		if o == nil {
			return
		}
		id = o.Up
	}
}

// mergeEqual joins results that differ in nothing but what happened on the way.
func mergeEqual(rs []Result) []Result {
	if len(rs) < 2 {
		return rs
	}
	var out []Result
next:
	for _, r := range rs {
		for i := range out {
			o := &out[i]
			if r.Exc == nil && o.Exc == nil && Equal(r.Value, o.Value) && alike(r.State, o.State) {
				o.State = joinState(o.State, r.State)
				continue next
			}
		}
		out = append(out, r)
	}
	return out
}

// narrow joins the values that are more than f goes on with, and the states they come with.
func (m *machine) narrow(f *frame, rs []Result) []Result {
	most, last, n := m.width(f), -1, 0
	out := rs[:0:0]
	for _, r := range rs {
		if r.Exc == nil {
			if n++; n > most {
				m.steps += joinCost
				out[last].State = joinState(out[last].State, r.State)
				out[last].Value = Join(out[last].Value, r.Value)
				continue
			}
			last = len(out)
		}
		out = append(out, r)
	}
	return limitResults(out)
}

func (m *machine) yieldList(st State, at source.Span) (State, ID) {
	st, v := m.alloc(st, &Object{Kind: ListObj, From: &Origin{Kind: FromCall, Span: at}})
	return st, v.D.(Ref).ID
}

// recursion returns the first of three or more runs of the same function that are under way, or nil. From which of its places it
// calls itself does not count: five of them would make a tree of calls of every order.
func recursion(stack *Frame, fn syntax.Node) *Frame {
	n := 0
	var first *Frame
	for ; stack != nil; stack = stack.Prev {
		if stack.fn == fn {
			n++
			first = stack
		}
	}
	if n < 3 {
		return nil
	}
	return first
}

// bindParams binds arguments to parameters.
func (m *machine) bindParams(fn *Func, args Args, st State, out *State) tree[Value] {
	var names tree[Value]
	pos := args.Pos
	used := map[string]bool{}
	for i, p := range fn.params() {
		switch p.Kind {
		case syntax.VarArgs:
			names = names.set(p.Name, Value{D: Tuple{Elts: pos}})
			if args.More {
				names = names.set(p.Name, unknown("arguments that are not known"))
			}
			pos = nil
			continue
		case syntax.VarKeywords:
			o := &Object{Kind: DictObj, Open: args.More}
			for _, n := range args.Named {
				if !used[n.Name] {
					o.Items = append(o.Items, Item{Key: Value{D: Str(n.Name), From: &Origin{Kind: FromLiteral, Span: n.Place}}, Value: n.Value})
				}
			}
			s, v := m.alloc(*out, o)
			*out = s
			names = names.set(p.Name, v)
			continue
		}
		def := Value{D: Unknown{Why: "the parameter " + p.Name + ", which is not known"}}
		if i < len(fn.Defaults) && fn.Defaults[i].D != nil && !m.redefaulted[fn.node()] {
			def = via(fn.Defaults[i], FromDefault, fn.Module.Span(p.Range), p.Name)
		}
		def, option := asOption(def, p.Name, out)
		if option && args.More && m.loose {
			names = names.set(p.Name, def) // who calls a command gives it what the command line does
			used[p.Name] = true
			continue
		}
		switch n, named := args.Get(p.Name); {
		case len(pos) > 0 && p.Kind != syntax.KeywordOnly:
			names = names.set(p.Name, via(pos[0], FromArgument, fn.Module.Span(p.Range), p.Name))
			pos = pos[1:]
		case named && p.Kind != syntax.PosOnly:
			v, maybe := present(n.Value)
			if maybe {
				v = Join(v, def)
			}
			names = names.set(p.Name, via(v, FromArgument, fn.Module.Span(p.Range), p.Name))
		case args.More:
			names = names.set(p.Name, Value{D: Unknown{Why: "the parameter " + p.Name + ", which is not known"}})
		default:
			names = names.set(p.Name, def)
		}
		used[p.Name] = true
	}
	return names
}

// callForeign calls something of a package: what the tables say, else it is not known.
func (m *machine) callForeign(f *frame, path string, self Value, args Args, st State, place, whole source.Span) []Result {
	args = m.spelledOut(args, &st)
	if self.D == nil && len(args.Pos) > 0 && containerMethod(path) && isContainer(args.Pos[0], st) {
		self, args.Pos = args.Pos[0], args.Pos[1:] // dict.update(d, …)
	}
	c := &Call{m: m, f: f, State: st, Path: path, Self: self, Args: args, Place: place, Whole: whole}
	if strings.HasSuffix(path, ".__new__") && len(args.Pos) > 0 {
		if o := st.Deref(args.Pos[0]); o != nil && o.Kind == ClassObj {
			return one(m.newInstance(args.Pos[0], st, whole))
		}
	}
	if fn, ok := m.natives[path]; ok {
		return fn(c)
	}
	if out := m.world.Foreign(path); out != nil {
		switch {
		case out.Call != nil:
			return out.Call(c)
		case out.Class:
			v := c.Build(path)
			return c.Return(v)
		}
		c.Record(Event{Kind: Called, Name: path, Args: args, Object: selfID(self)})
		if out.Sets {
			c.Fog(path+" may set variables", "")
		}
		if !out.Pure {
			c.State = m.havoc(f, args, c.State, whole)
		}
		return c.Return(c.part("what " + path + " returns"))
	}
	if exceptionBases[path] != "" || path == "BaseException" {
		return m.newException(c)
	}
	if selfID(self) != 0 || args.passRef() { // else nobody can ask what was done to what: the world does not know the name
		c.Record(Event{Kind: Called, Name: path, Args: args, Object: selfID(self)})
	}
	if containerMethod(path) {
		c.State = m.blur(f, self, c.State, whole, 0)
	}
	if pureModule(path) && !changesArguments(path) {
		c.State = m.handed(f, args, c.State, whole)
		return c.Return(c.part("what " + path + " returns"))
	}
	if m.unseen(path) && speaksOfSettings(path) {
		c.Fog(path+" may set variables", "")
	}
	c.State = m.havoc(f, args, c.State, whole)
	return c.Return(Value{D: Unknown{Why: "what " + path + " returns"}, From: &Origin{Kind: FromCall, Span: place, Name: path}})
}

// speaksOfSettings reports whether a function of a package that is not known is called, or comes from what is called, like one that
// makes the environment ready.
func speaksOfSettings(path string) bool {
	lower := strings.ToLower(path)
	has := func(text string, words ...string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
	}
	name := lastName(lower)
	return has(name, "env") || has(name, "load", "init", "setup", "inject", "bootstrap") && has(lower, "env", "secret", "vault", "settings", "config")
}

func selfID(v Value) ID {
	if r, ok := v.D.(Ref); ok {
		return r.ID
	}
	return 0
}

// passRef reports whether an object of the heap is among the arguments.
func (a Args) passRef() bool {
	for _, v := range a.Pos {
		if _, ok := v.D.(Ref); ok {
			return true
		}
	}
	for _, n := range a.Named {
		if _, ok := n.Value.D.(Ref); ok {
			return true
		}
	}
	return false
}

// havoc says that code which is not seen had args: mutable ones may hold anything afterwards, and os.environ may.
func (m *machine) havoc(f *frame, args Args, st State, at source.Span) State {
	st = m.handed(f, args, st, at)
	for _, v := range args.Pos {
		st = m.blur(f, v, st, at, 0)
	}
	for _, n := range args.Named {
		st = m.blur(f, n.Value, st, at, 0)
	}
	return st
}

func (m *machine) blur(f *frame, v Value, st State, at source.Span, depth int) State {
	if isEnviron(v) {
		return fog(st, at, "code that is not seen was given os.environ", "")
	}
	if depth > 6 {
		return st
	}
	for _, a := range Alternatives(v) {
		r, ok := a.D.(Ref)
		if !ok {
			continue
		}
		o := st.Object(r.ID)
		if o == nil || o.Open && len(o.Elts) == 0 && len(o.Items) == 0 {
			continue
		}
		switch o.Kind {
		case ListObj, SetObj, DictObj:
			c := *o
			c.Open, c.Elts, c.Items = true, nil, nil
			st = put(st, r.ID, &c)
			for _, e := range o.Elts {
				st = m.blur(f, e, st, at, depth+1)
			}
			for _, it := range o.Items {
				st = m.blur(f, it.Value, st, at, depth+1)
			}
		}
	}
	return st
}
