package eval

import (
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A Call is a call of something that is not run, given to the function that describes it.
type Call struct {
	m     *machine
	f     *frame
	State State
	Path  string // the qualified name that was called
	Self  Value  // the receiver of a method
	Args  Args
	Place source.Span // the called name
	Whole source.Span // the whole call
}

// Return ends the call with v.
func (c *Call) Return(v Value) []Result { return one(c.State, v) }

// exit is the SystemExit of a call that ends the program.
func (c *Call) exit(code Value) []Result {
	return []Result{{State: c.State, Exc: &Exc{Class: "SystemExit", Exit: true, Code: code, Place: c.Whole, Value: unknown("an exit")}}}
}

// Raise ends the call with an exception.
func (c *Call) Raise(class string) []Result {
	return []Result{{State: c.State, Exc: &Exc{Class: class, Place: c.Whole, Value: unknown("an exception")}}}
}

// Refuse records that data cannot be loaded, and ends the call with the exception.
func (c *Call) Refuse(class string, why *Refusal) []Result {
	c.Record(Event{Kind: Refused, Name: class, Refusal: why})
	return c.Raise(class)
}

// RefuseData is Refuse for what World.Data returned of a file, or of the text v.
func (c *Call) RefuseData(class string, err error, v Value, file *source.File) []Result {
	return c.Refuse(class, refusalOf(err, v, file))
}

// Record appends an event; Place, Whole and State are filled in.
func (c *Call) Record(e Event) {
	if !e.Span.Valid() {
		e.Span = c.Place
	}
	if !e.Whole.Valid() {
		e.Whole = c.Whole
	}
	c.State = c.m.record(c.f, c.State, e)
}

// Dict makes the dict that dict(…) would make of the call's arguments.
func (c *Call) Dict() []Result {
	c.Path = "dict"
	return c.construct()
}

// Alloc puts o on the heap.
func (c *Call) Alloc(o *Object) Value {
	if o.From == nil {
		o.From = &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}
	}
	var v Value
	c.State, v = c.m.alloc(c.State, o)
	return v
}

// Put replaces the object id.
func (c *Call) Put(id ID, o *Object) { c.State = put(c.State, id, o) }

// Elements returns what iterating v yields, if that is known.
func (c *Call) Elements(v Value) ([]Value, bool) { return c.m.elements(v, c.State) }

// World returns what the program sees beyond its text.
func (c *Call) World() World { return c.m.world }

// Module returns the module that the call stands in.
func (c *Call) Module() *syntax.Module { return c.f.module }

// Fog says that the call may have set variables.
func (c *Call) Fog(why, file string) { c.State = fog(c.State, c.Whole, why, file) }

// Getenv reads a variable as os.environ.get does, and records the read.
func (c *Call) Getenv(name string) Value {
	v := c.State.Getenv(name)
	if IsAbsent(v) {
		v = Value{D: NoneVal{}}
	}
	c.Record(Event{Kind: VarRead, Name: name, Value: v})
	return Value{D: v.D, From: &Origin{Kind: FromEnv, Span: c.Place, Name: name, Prev: v.From}}
}

// Setenv writes a variable.
func (c *Call) Setenv(name string, v Value, at source.Span) {
	c.State = c.m.setVar(c.f, name, v, at, at, c.State)
}

// Data turns a configuration tree into values on the heap.
func (c *Call) Data(d *syntax.Data, file *source.File) Value {
	var v Value
	c.State, v = c.m.fromData(c.State, d, file)
	return v
}

// Call calls a value of the program.
func (c *Call) Call(fn Value, args Args) []Result {
	return c.m.call(c.f, fn, args, c.State, nil, c.Whole)
}

// Unknown ends the call with a value that is not known; mutable arguments become unknown unless pure.
func (c *Call) Unknown(why string, pure bool) []Result {
	if !pure {
		c.State = c.m.havoc(c.f, c.Args, c.State, c.Whole)
	}
	return one(c.State, Value{D: Unknown{Why: why}, From: &Origin{Kind: FromCall, Span: c.Place, Name: c.Path}})
}

// Build makes an instance of the foreign class path and records that it was built.
func (c *Call) Build(path string) Value { return c.BuildFrom(path, Value{}) }

// BuildFrom is Build of an object that is described by a value, such as a component's dict.
func (c *Call) BuildFrom(path string, described Value) Value {
	o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: path}}, From: &Origin{Kind: FromCall, Span: c.Place, Name: path}}
	v := c.Alloc(o)
	id := v.D.(Ref).ID
	c.Record(Event{Kind: Built, Name: path, Value: described, Args: c.Args, Object: id})
	with := *o
	with.Built = c.State.log.Event
	c.Put(id, &with)
	return v
}

// Copy is a deep copy of a value.
func (c *Call) Copy(v Value) Value { return c.copyValue(v, true, 0) }

// SetAttr sets an attribute of an object that was built.
func (c *Call) SetAttr(v Value, name string, x Value) {
	if r, ok := v.D.(Ref); ok {
		c.State = bindIn(c.State, r.ID, name, x)
	}
}

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
func (m *machine) bindParams(fn *Func, args Args, st State, out *State) tree[string, Value] {
	var names tree[string, Value]
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
		def, option := asOption(def, p.Name)
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
		return c.Return(Value{D: Unknown{Why: "what " + path + " returns"}, From: &Origin{Kind: FromCall, Span: place, Name: path}})
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
		return c.Return(Value{D: Unknown{Why: "what " + path + " returns"}, From: &Origin{Kind: FromCall, Span: place, Name: path}})
	}
	c.State = m.havoc(f, args, c.State, whole)
	return c.Return(Value{D: Unknown{Why: "what " + path + " returns"}, From: &Origin{Kind: FromCall, Span: place, Name: path}})
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

// dictMethods are the methods that a dict has and a tuple has not.
var dictMethods = map[string]bool{
	"copy": true, "get": true, "items": true, "keys": true, "pop": true, "setdefault": true, "update": true, "values": true,
}

// attr is `x.name`.
func (m *machine) attr(f *frame, e *syntax.Attr, x Value, st State) []Result {
	if dictMethods[e.Name] {
		st = m.mistyped(f, st, x, "AttributeError", "'tuple' object has no attribute '"+e.Name+"'", f.span(e.X))
	}
	v, found := m.getAttr(f, x, e.Name, st, f.span(e))
	if !found {
		if v, ok := m.circle(st.Deref(x), e.Name, f.span(e)); ok {
			return one(st, v)
		}
	}
	return m.got(f, x, e.Name, v, found, st, f.span(e))
}

// got is what taking the attribute name of x yields, where its class holds v: a property and a descriptor make it themselves.
func (m *machine) got(f *frame, x Value, name string, v Value, found bool, st State, at source.Span) []Result {
	if fn, ok := v.D.(*Func); ok && found && fn.Kind == Property {
		return m.property(f, fn, x, name, st, at)
	}
	if b, ok := v.D.(Bound); ok {
		if fn, ok := b.Fn.D.(*Func); ok && fn.Kind == Property {
			return m.property(f, fn, b.Self, name, st, at)
		}
	}
	if get, ok := m.hook(v, "__get__", st); ok {
		switch o := st.Deref(x); {
		case o == nil:
		case o.Kind == ClassObj:
			return m.call(f, get, Args{Pos: []Value{none(), x}}, st, nil, at)
		case o.Kind == InstanceObj:
			if own, _ := o.Names.get(name); own.D != nil && Equal(own, v) {
				break // the object holds it itself
			}
			return m.call(f, get, Args{Pos: []Value{x, o.Class}}, st, nil, at)
		}
	}
	return one(st, v)
}

// property is what a property returns of self. One that is cached becomes an attribute of its object.
func (m *machine) property(f *frame, fn *Func, self Value, name string, st State, at source.Span) []Result {
	rs := m.runFunc(f, fn, Args{Pos: []Value{self}}, st, at)
	if o := st.Deref(self); !fn.Once || o == nil || o.Kind != InstanceObj {
		return rs
	}
	return then(rs, func(st State, v Value) []Result { return one(bindIn(st, selfID(self), name, v), v) })
}

// getAttr looks an attribute up; found is false when nothing is known of it.
func (m *machine) getAttr(f *frame, x Value, name string, st State, at source.Span) (Value, bool) {
	if v, ok := m.memberAttr(x, name, st); ok {
		return v, true
	}
	switch d := x.D.(type) {
	case Foreign:
		path := d.Path + "." + name
		if v, ok := m.constant(path); ok {
			return v, true
		}
		st.readsAttrs()
		if st.rest().moduleAttrs.root != nil {
			if v, ok := st.rest().moduleAttrs.get(path); ok {
				return v, true
			}
		}
		return Value{D: Foreign{Path: path}, From: x.From}, true
	case Str, Concat, Env, Bytes:
		return Value{D: Bound{Self: x, Fn: Value{D: Foreign{Path: "str." + name}}}}, true
	case PathVal:
		return pathAttr(x, d, name), true
	case Tuple:
		return Value{D: Bound{Self: x, Fn: Value{D: Foreign{Path: "tuple." + name}}}}, true
	case Bound:
		if namesIn(x) != 0 {
			return method(d.Self, namesDict+"."+name), true
		}
	case OneOf:
		out := Value{}
		for i, a := range d.Alts {
			v, ok := m.getAttr(f, a, name, st, at)
			if !ok {
				return unknown("an attribute of one of several things"), false
			}
			if i == 0 {
				out = v
			} else {
				out = Join(out, v)
			}
		}
		return out, true
	case Super:
		return m.superAttr(d, name, st)
	case Ref:
		return m.objectAttr(f, x, d, name, st)
	case Unknown:
		return Value{D: Unknown{Why: d.Why, Project: d.Project}, From: x.From}, false
	case *Func:
		if name == "__defaults__" || name == "__kwdefaults__" {
			m.redefault(d, &st) // it is read to be changed
		}
		return unknown("an attribute of a function"), false
	}
	return unknown("an attribute of something that is not known"), false
}

// constant is the value of a name of a package, where that is a constant.
func (m *machine) constant(path string) (Value, bool) {
	if v, ok := constants[path]; ok {
		return v, true
	}
	if out := m.world.Foreign(path); out != nil && out.Value != nil {
		return *out.Value, true
	}
	return Value{}, false
}

func (m *machine) superAttr(d Super, name string, st State) (Value, bool) {
	cls := d.Self
	if o := st.Deref(d.Self); o != nil && o.Kind == InstanceObj {
		cls = o.Class
	}
	mro := m.mro(cls, st)
	after := false
	for _, c := range mro {
		if r, ok := c.D.(Ref); ok && r.ID == d.Class {
			after = true
			continue
		}
		if !after {
			continue
		}
		if v, ok := m.ownAttr(c, name, st); ok {
			if name == "__new__" {
				return v, true // it is given the class
			}
			return bindTo(d.Self, v), true
		}
		if fo, ok := c.D.(Foreign); ok && fo.Path != "object" {
			return Value{D: Bound{Self: d.Self, Fn: Value{D: Foreign{Path: fo.Path + "." + name}}}}, true
		}
	}
	return Value{D: Bound{Self: d.Self, Fn: Value{D: Foreign{Path: "object." + name}}}}, true
}

// ownAttr is an attribute of a class itself.
func (m *machine) ownAttr(cls Value, name string, st State) (Value, bool) {
	o := st.Deref(cls)
	if o == nil {
		return Value{}, false
	}
	v, ok := o.Names.get(name)
	return v, ok
}

// bindTo makes a method out of a function taken from a class.
func bindTo(self, v Value) Value {
	fn, ok := v.D.(*Func)
	if !ok {
		return v
	}
	switch fn.Kind {
	case StaticMethod:
		return v
	}
	return Value{D: Bound{Self: self, Fn: v}}
}

func (m *machine) objectAttr(f *frame, x Value, d Ref, name string, st State) (Value, bool) {
	o := st.peek(d.ID, name)
	if o == nil {
		return unknown("an object that is not known"), false
	}
	switch o.Kind {
	case ListObj:
		return method(x, "list."+name), true
	case SetObj:
		return method(x, "set."+name), true
	case DictObj:
		if it, ok := o.Item(name); ok && o.Data == any(Attributes{}) {
			v, _ := present(it.Value)
			return v, true
		}
		return method(x, "dict."+name), true
	case ScopeObj:
		if name == "__dict__" {
			return namesOf(x), true
		}
		if v, ok := o.Names.get(name); ok {
			v, _ = present(v)
			return v, !IsAbsent(v)
		}
		if v, ok := m.starName(o, name); ok {
			return v, true
		}
		return Value{D: Unknown{Why: "a name of a module that is not made in a way that can be seen", Project: true}}, false
	case ClassObj:
		switch name {
		case "__name__", "__qualname__":
			return Value{D: Str(o.Name)}, true
		case "__dict__":
			return unknown("a class's names"), false
		case "__annotations__", "__dataclass_fields__":
			var names []Value
			for _, fd := range m.fields(x, st) {
				names = append(names, Value{D: Str(fd.name)})
			}
			return Value{D: Tuple{Elts: names}}, true
		}
		if v, ok := m.classAttr(x, name, st); ok {
			if fn, is := v.D.(*Func); is && fn.Kind == ClassMethod {
				return Value{D: Bound{Self: x, Fn: v}}, true
			}
			return v, true
		}
		if path := m.foreignClass(x, st); path != "" && !synthetic[path] {
			return Value{D: Bound{Self: x, Fn: Value{D: Foreign{Path: path + "." + name}}}}, true
		}
		return unknown("an attribute of a class that is not seen"), false
	case InstanceObj:
		return m.instanceAttr(f, x, o, name, st)
	}
	return unknown("an attribute that is not known"), false
}

func method(x Value, path string) Value {
	return Value{D: Bound{Self: x, Fn: Value{D: Foreign{Path: path}}}}
}

func (m *machine) instanceAttr(f *frame, x Value, o *Object, name string, st State) (Value, bool) {
	if v, ok := o.Names.get(name); ok {
		if o.Data == any(sharedNames{}) {
			return unknown("an attribute that other objects share"), true
		}
		v, maybe := present(v)
		if !IsAbsent(v) {
			if maybe {
				if cv, ok := m.classAttr(o.Class, name, st); ok {
					return Join(v, cv), true
				}
			}
			return v, true
		}
	}
	if name == "__class__" {
		return o.Class, true
	}
	if name == "__dict__" {
		return namesOf(x), true
	}
	if v, ok := m.classAttr(o.Class, name, st); ok {
		if fn, is := v.D.(*Func); is && fn.Kind == ClassMethod {
			return Value{D: Bound{Self: o.Class, Fn: v}}, true
		}
		if !defines(v, st) && (o.Open || m.looksItselfUp(o.Class, st)) {
			return unknown("an attribute that may have been set"), true
		}
		return bindTo(x, v), true
	}
	if path := m.foreignClass(o.Class, st); path != "" {
		if v, ok := m.constant(path + "." + name); ok {
			return v, true
		}
		return method(x, path+"."+name), true
	}
	return unknown("an attribute that is not set in a way that can be seen"), false
}

// looksItselfUp reports whether a class of the program says itself what its attributes are, whatever they were set to.
func (m *machine) looksItselfUp(cls Value, st State) bool {
	v, ok := m.classAttr(cls, "__getattribute__", st)
	_, own := v.D.(*Func)
	return ok && own
}

// setAttr is `x.name = v`.
func (m *machine) setAttr(f *frame, t *syntax.Attr, x, v Value, st State) []flow {
	at := f.module.Span(t.NameRange)
	switch d := x.D.(type) {
	case Foreign:
		path := d.Path + "." + t.Name
		st = m.record(f, st, Event{Kind: AttrSet, Name: path, Value: v, Span: at, Whole: f.span(t)})
		if path == "os.environ" {
			return fall(fog(st, at, "os.environ was replaced", ""))
		}
		st.change().moduleAttrs = st.rest().moduleAttrs.set(path, v)
		return fall(st)
	case *Func:
		if t.Name == "__defaults__" || t.Name == "__kwdefaults__" {
			m.redefault(d, &st)
		}
	case OneOf:
		for _, a := range d.Alts {
			if r, ok := a.D.(Ref); ok {
				if o := st.Object(r.ID); o != nil {
					old, had := o.Names.get(t.Name)
					if !had {
						old = absent
					}
					if path := m.foreignClass(o.Class, st); o.Kind == InstanceObj && path != "" {
						st = m.record(f, st, Event{Kind: AttrSet, Name: path + "." + t.Name, Value: v, Object: r.ID, Span: at, Whole: f.span(t)})
					}
					st = bindIn(st, r.ID, t.Name, Join(old, v))
				}
			}
		}
		return fall(st)
	case Ref:
		o := st.Object(d.ID)
		if o == nil {
			return fall(st)
		}
		if o.Kind == DictObj && o.Data == any(Attributes{}) {
			key := Value{D: Str(t.Name), From: &Origin{Kind: FromLiteral, Span: at}}
			st = m.record(f, st, Event{Kind: ItemSet, Name: t.Name, Value: v, Object: d.ID, Span: at, Whole: f.span(t)})
			return fall(put(st, d.ID, withItem(o, key, v)))
		}
		if o.Kind == InstanceObj && t.Name == "__dict__" {
			st = renamed(st, d.ID) // what is set from now on may be set for others too, and by them
			n := *st.Object(d.ID)
			n.Data = sharedNames{}
			return fall(put(st, d.ID, &n))
		}
		if set, ok := m.classAttr(o.Class, "__setattr__", st); ok && o.Kind == InstanceObj {
			if _, is := set.D.(*Func); is {
				name := Value{D: Str(t.Name), From: &Origin{Kind: FromLiteral, Span: at}}
				return flows(m.call(f, bindTo(x, set), Args{Pos: []Value{name, v}}, st, nil, f.span(t)), func(st State, _ Value) []flow { return fall(st) })
			}
		}
		if o.Kind == InstanceObj {
			if held, ok := m.classAttr(o.Class, t.Name, st); ok {
				if set, ok := m.hook(held, "__set__", st); ok {
					return flows(m.call(f, set, Args{Pos: []Value{x, v}}, st, nil, f.span(t)), func(st State, _ Value) []flow { return fall(st) })
				}
			}
			if setter, ok := m.classAttr(o.Class, t.Name+".setter", st); ok {
				if _, is := setter.D.(*Func); is {
					return flows(m.call(f, Value{D: Bound{Self: x, Fn: setter}}, Args{Pos: []Value{v}}, st, nil, f.span(t)), func(st State, _ Value) []flow { return fall(st) })
				}
			}
			if path := m.foreignClass(o.Class, st); path != "" {
				st = m.record(f, st, Event{Kind: AttrSet, Name: path + "." + t.Name, Value: v, Object: d.ID, Span: at, Whole: f.span(t)})
			}
		}
		return fall(bindIn(st, d.ID, t.Name, via(v, FromAssign, f.span(t), t.Name)))
	}
	return fall(st)
}
