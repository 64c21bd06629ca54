package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// defineFunc binds a function, after its decorators had it.
func (m *machine) defineFunc(f *frame, s *syntax.FuncDef, st State) []flow {
	st, v := m.function(f, s, st)
	rs := one(st, v)
	for i := len(s.Decorators) - 1; i >= 0; i-- {
		dec := s.Decorators[i]
		rs = then(rs, func(st State, v Value) []Result { return m.decorate(f, s, dec, v, st) })
	}
	return flows(rs, func(st State, v Value) []flow {
		if fn, ok := v.D.(*Func); ok && fn.Kind == Property && len(s.Decorators) > 0 {
			if a, ok := s.Decorators[0].(*syntax.Attr); ok && a.Name == "setter" {
				return fall(m.bind(f, st, s.Name+".setter", v))
			}
		}
		return fall(m.bind(f, st, s.Name, v))
	})
}

// function makes the function that s defines, without its decorators.
func (m *machine) function(f *frame, s *syntax.FuncDef, st State) (State, Value) {
	fn := &Func{Def: s, Module: f.module, Scope: f.scope}
	m.capture(st, f.scope)
	if o := st.Object(f.scope); o != nil && o.Kind == ClassObj {
		fn.Class, fn.Scope = f.scope, o.Up
	}
	st, fn.Defaults = m.defaults(f, s.Params, st)
	m.defs = append(m.defs, fn)
	v := Value{D: fn, From: &Origin{Kind: FromLiteral, Span: f.module.Span(s.NameRange), Name: s.Name}}
	return st, v
}

// plainDefs is how many statements at the beginning of body define functions, and do nothing else: they have no decorators, and
// defaults that are written there.
func plainDefs(body []syntax.Stmt) int {
	for i, s := range body {
		def, ok := s.(*syntax.FuncDef)
		if !ok || len(def.Decorators) > 0 || slices.ContainsFunc(def.Params, func(p syntax.Param) bool { return !written(p.Default) }) {
			return i
		}
	}
	return len(body)
}

// written reports whether e is none, or one value as it is written.
func written(e syntax.Expr) bool {
	switch e.(type) {
	case nil, *syntax.Str, *syntax.Int, *syntax.Float, *syntax.Const:
		return true
	}
	return false
}

// defineFuncs defines the functions of plain definitions, as defineFunc does each, and binds their names at once.
func (m *machine) defineFuncs(f *frame, defs []syntax.Stmt, st State) State {
	names := make([]named, 0, len(defs))
	for _, s := range defs {
		if m.step(f.span(s)) {
			def := s.(*syntax.FuncDef)
			var v Value
			st, v = m.function(f, def, st)
			names = append(names, named{def.Name, v})
		}
	}
	return m.bindAll(f, names, st)
}

// decorate applies one decorator.
func (m *machine) decorate(f *frame, s *syntax.FuncDef, dec syntax.Expr, v Value, st State) []Result {
	fn, isFunc := v.D.(*Func)
	kind := func(k FuncKind) []Result {
		c := *fn
		c.Kind = k
		m.defs = append(m.defs, &c)
		return one(st, Value{D: &c, From: v.From})
	}
	if a, ok := dec.(*syntax.Attr); ok && isFunc && (a.Name == "setter" || a.Name == "deleter" || a.Name == "getter") {
		return kind(Property)
	}
	return then(m.eval(f, dec, st), func(st2 State, d Value) []Result {
		st = st2
		if fo, ok := d.D.(Foreign); ok && isFunc {
			switch fo.Path {
			case "contextlib.contextmanager", "contextlib.asynccontextmanager":
				cm := *fn
				cm.Context = true
				m.defs = append(m.defs, &cm)
				return one(st, Value{D: &cm, From: v.From})
			case "staticmethod":
				return kind(StaticMethod)
			case "classmethod":
				return kind(ClassMethod)
			case "property", "abc.abstractproperty":
				return kind(Property)
			case "functools.cached_property":
				rs := kind(Property)
				rs[0].Value.D.(*Func).Once = true
				return rs
			}
		}
		if o := st.Deref(d); isFunc && o != nil {
			if option, ok := o.Data.(*clickOption); ok {
				v = Value{D: m.withOption(fn, option), From: v.From}
			}
		}
		if path := decoratorPath(d, st); path == "functools.singledispatch" || path == "functools.singledispatchmethod" {
			return one(st, Value{D: Unknown{Why: "one of several functions"}, From: v.From})
		}
		if isFunc && cachePaths[decoratorPath(d, st)] {
			return m.withCache(fn, v, st)
		}
		if transparent(d, st) {
			return one(st, v)
		}
		switch d.D.(type) {
		case *Func, Bound, Ref, Partial:
			if m.userDefined(d, st) {
				return m.call(f, d, Args{Pos: []Value{v}}, st, nil, f.span(dec))
			}
		}
		// a decorator of a package that is not known: it may call what it got in surroundings that it prepared
		return one(st, Value{D: Unknown{Why: "a function behind a decorator that is not seen", Project: true}, From: v.From})
	})
}

func (m *machine) userDefined(v Value, st State) bool {
	switch d := v.D.(type) {
	case *Func:
		return true
	case Bound:
		_, ok := d.Fn.D.(*Func)
		return ok
	case Partial:
		return m.userDefined(d.Fn, st)
	case Ref:
		o := st.Object(d.ID)
		if o == nil {
			return false
		}
		if o.Kind == InstanceObj {
			o = st.Deref(o.Class)
		}
		return o != nil && o.Kind == ClassObj
	}
	return false
}

// transparent reports whether a decorator leaves the function as it is for those who call it, going by the package that it comes
// from, or by the object that it is a method of.
func transparent(d Value, st State) bool {
	path := decoratorPath(d, st)
	for _, p := range transparentPackages {
		if path == p || strings.HasPrefix(path, p+".") {
			return true
		}
	}
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		switch path[i+1:] {
		case "register_for_llm", "register_for_execution", "message_handler", "event", "rpc", "default_subscription", "type_subscription", "tool", "command", "on_message", "on_chat_start":
			return true
		}
	}
	return false
}

// decoratorPath is what a decorator is called, or what made it; "" if neither is of a package.
func decoratorPath(d Value, st State) string {
	switch x := d.D.(type) {
	case Foreign:
		return x.Path
	case Bound:
		if fo, ok := x.Fn.D.(Foreign); ok {
			return fo.Path
		}
	case Unknown:
		return strings.TrimSuffix(strings.TrimPrefix(x.Why, "what "), " returns")
	case Ref:
		if o := st.Object(x.ID); o != nil && o.Kind == InstanceObj {
			if fo, ok := o.Class.D.(Foreign); ok {
				return fo.Path
			}
		}
	}
	return ""
}

// transparentPackages are packages whose decorators return a function that does the same when it is called.
var transparentPackages = []string{
	"functools", "contextlib", "abc", "typing", "typing_extensions", "atexit", "click", "typer", "streamlit", "chainlit", "gradio", "fastapi", "flask",
	"starlette", "tenacity", "retrying", "backoff", "pytest", "agentops", "autogen", "autogen_core", "autogen_agentchat", "autogen_ext", "ag2",
	"langchain", "langchain_core", "numba", "cachetools", "dataclasses", "pydantic", "asyncio", "unittest", "celery", "mcp", "openlit", "mlflow", "weave",
	"langfuse", "opentelemetry", "promptflow", "modal", "line_profiler", "nest_asyncio", "asgiref", "quart", "django", "discord", "apify", "staticmethod", "override", "property",
}

// defineClass executes a class body and binds the class.
func (m *machine) defineClass(f *frame, s *syntax.ClassDef, st State) []flow {
	xs := make([]syntax.Expr, len(s.Args))
	for i, a := range s.Args {
		xs[i] = a.Value
	}
	return flows(m.evalAll(f, st, xs), func(st State, v Value) []flow {
		vals := v.D.(Tuple).Elts
		o := &Object{Kind: ClassObj, Def: s, Module: f.module, Up: f.scope, Name: s.Name, From: &Origin{Kind: FromLiteral, Span: f.module.Span(s.NameRange), Name: s.Name}}
		for i, a := range s.Args {
			if a.Name == "" && a.Star == 0 {
				o.Bases = append(o.Bases, vals[i])
			}
		}
		if up := st.Object(f.scope); up != nil && up.Kind == ClassObj {
			o.Up = up.Up // a nested class does not see the names of the one around it
		}
		st, ref := m.alloc(st, o)
		inner := *f
		inner.scope = ref.D.(Ref).ID
		var out []flow
		for _, fl := range m.exec(&inner, s.Body, st) {
			if fl.kind != falls {
				out = append(out, fl)
				continue
			}
			named := Args{}
			for i, a := range s.Args {
				if a.Name != "" && a.Name != "metaclass" {
					named.Named = append(named.Named, NamedArg{Name: a.Name, Value: vals[i], Place: f.module.Span(a.NameRange)})
				}
			}
			out = append(out, flows(m.classMade(f, s, ref, named, fl.st), func(st State, _ Value) []flow {
				return fall(m.bind(f, m.members(ref, m.decorateClass(f, s, ref, st)), s.Name, ref))
			})...)
		}
		return out
	})
}

// classMade tells those who asked for it that a class was made: its attributes by __set_name__, its base by __init_subclass__.
func (m *machine) classMade(f *frame, s *syntax.ClassDef, cls Value, named Args, st State) []Result {
	rs := one(st, cls)
	tell := func(fn Value, args Args) {
		rs = then(rs, func(st State, _ Value) []Result {
			return then(m.call(f, fn, args, st, nil, f.module.Span(s.NameRange)), func(st State, _ Value) []Result { return one(st, cls) })
		})
	}
	st.Deref(cls).Each(func(name string, v Value) bool {
		if hook, ok := m.hook(v, "__set_name__", st); ok {
			tell(hook, Args{Pos: []Value{cls, {D: Str(name)}}})
		}
		return true
	})
	for _, base := range m.mro(cls, st)[1:] {
		if v, ok := m.ownAttr(base, "__init_subclass__", st); ok {
			if _, is := v.D.(*Func); is {
				tell(Value{D: Bound{Self: cls, Fn: v}}, named)
			}
			break
		}
	}
	return rs
}

// hook is a method that the program gave the class of an object under a name that Python calls.
func (m *machine) hook(v Value, name string, st State) (Value, bool) {
	o := st.Deref(v)
	if o == nil || o.Kind != InstanceObj {
		return Value{}, false
	}
	fn, ok := m.classAttr(o.Class, name, st)
	if _, is := fn.D.(*Func); !ok || !is {
		return Value{}, false
	}
	return Value{D: Bound{Self: v, Fn: fn}}, true
}

// decorateClass notes what a class decorator makes of it; others leave it as it is.
func (m *machine) decorateClass(f *frame, s *syntax.ClassDef, ref Value, st State) State {
	if m.madeByHand(ref, st) {
		st = renamed(st, ref.D.(Ref).ID)
	}
	for i := range s.Decorators {
		dec := s.Decorators[len(s.Decorators)-1-i]
		for _, r := range m.eval(f, dec, st) {
			if r.Exc != nil {
				continue
			}
			st = r.State
			if m.userDefined(r.Value, st) {
				st = m.decoratedBy(f, r.Value, ref, f.span(dec), st)
				break
			}
			path := ""
			switch d := r.Value.D.(type) {
			case Foreign:
				path = d.Path
			case Unknown:
				path = strings.TrimSuffix(strings.TrimPrefix(d.Why, "what "), " returns")
			}
			switch path {
			case "dataclasses.dataclass", "pydantic.dataclasses.dataclass", "attr.s", "attrs.define", "attr.define", "attrs.frozen", "attr.attrs":
				o := *st.Deref(ref)
				o.Data = &recordData{kind: recordPlain}
				st = put(st, ref.D.(Ref).ID, &o)
			default:
				if !transparent(r.Value, st) && !pureModule(path) {
					st = renamed(st, ref.D.(Ref).ID)
				}
			}
			break
		}
	}
	return st
}

// decoratedBy calls a class decorator of the program. Where it returns something else than the class, what the class has is not known.
func (m *machine) decoratedBy(f *frame, dec, cls Value, at source.Span, st State) State {
	var ends []State
	for _, r := range m.call(f, dec, Args{Pos: []Value{cls}}, st, nil, at) {
		if r.Exc != nil {
			continue
		}
		if !Equal(r.Value, cls) {
			r.State = renamed(r.State, cls.D.(Ref).ID)
		}
		ends = append(ends, r.State)
	}
	return joined(ends, st)
}

// madeByHand reports whether a metaclass of the program makes a class: it may give it other attributes than those of its body.
func (m *machine) madeByHand(cls Value, st State) bool {
	return slices.ContainsFunc(m.mro(cls, st), func(c Value) bool {
		o := st.Deref(c)
		return o != nil && o.Def != nil && slices.ContainsFunc(o.Def.Args, func(a syntax.Arg) bool {
			name := callee(a.Value)
			return a.Name == "metaclass" && name != "ABCMeta" && name != "abc.ABCMeta" && name != "EnumMeta" && name != "enum.EnumMeta"
		})
	})
}

// mro is the method resolution order of a class: depth first, each class once, foreign ones as they are.
func (m *machine) mro(cls Value, st State) []Value {
	var out []Value
	var visit func(v Value, depth int)
	visit = func(v Value, depth int) {
		if depth > 20 {
			return
		}
		for i, seen := range out {
			if Equal(seen, v) {
				out = append(out[:i], out[i+1:]...) // the last place counts
				break
			}
		}
		out = append(out, v)
		if o := st.Deref(v); o != nil && o.Kind == ClassObj {
			for _, b := range o.Bases {
				visit(b, depth+1)
			}
		}
	}
	visit(cls, 0)
	return out
}

// classAttr finds an attribute along the classes of the program.
func (m *machine) classAttr(cls Value, name string, st State) (Value, bool) {
	for _, c := range m.mro(cls, st) {
		if v, ok := m.ownAttr(c, name, st); ok {
			v, _ = present(v)
			return v, true
		}
	}
	return Value{}, false
}

// foreignClass is the first class of a package in the method resolution order, or "".
func (m *machine) foreignClass(cls Value, st State) string {
	for _, c := range m.mro(cls, st) {
		switch d := c.D.(type) {
		case Foreign:
			if d.Path != "object" && (d.Path == "typing.NamedTuple" || !strings.HasPrefix(d.Path, "typing.")) && !strings.HasPrefix(d.Path, "abc.") {
				return d.Path
			}
		case Unknown:
			return "" // it may come first
		}
	}
	return ""
}

// unknownBase reports whether a class has a base that is not seen at all.
func (m *machine) unknownBase(cls Value, st State) bool {
	for _, c := range m.mro(cls, st) {
		if IsUnknown(c) {
			return true
		}
	}
	return false
}

// typedDict reports whether a class only names the keys of a dict.
func (m *machine) typedDict(cls Value, st State) bool {
	return slices.ContainsFunc(m.mro(cls, st), func(c Value) bool {
		d, ok := c.D.(Foreign)
		return ok && (d.Path == "typing.TypedDict" || d.Path == "typing_extensions.TypedDict")
	})
}

// instantiate calls a class of the program.
func (m *machine) instantiate(f *frame, cls Value, args Args, st State, at *site, whole source.Span) []Result {
	if m.typedDict(cls, st) {
		return (&Call{m: m, f: f, Args: args, State: st, Whole: whole}).Dict() // no instance: Python makes a plain dict
	}
	if len(args.Pos) == 1 && m.isEnum(cls, st) {
		return m.member(f, cls, args.Pos[0], st, whole)
	}
	if made, ok := m.classAttr(cls, "__new__", st); ok {
		if fn, is := made.D.(*Func); is {
			with := args
			with.Pos = append([]Value{cls}, args.Pos...)
			return then(m.runFunc(f, fn, with, st, whole), func(st State, v Value) []Result {
				if o := st.Deref(v); o == nil || o.Kind != InstanceObj || !m.isA(o.Class, cls, st) {
					return one(st, v) // its __init__ is not called
				}
				return m.initialize(f, cls, v, args, st, at, whole)
			})
		}
	}
	st, self := m.newInstance(cls, st, whole)
	return m.finalized(f, cls, m.initialize(f, cls, self, args, st, at, whole), whole)
}

// finalized forgets what the __del__ of a new object may change: Python calls it when nothing refers to the object any more.
func (m *machine) finalized(f *frame, cls Value, rs []Result, at source.Span) []Result {
	return then(rs, func(st State, self Value) []Result {
		if v, ok := m.classAttr(cls, "__del__", st); ok {
			if fn, is := v.D.(*Func); is {
				st = m.mayRun(f, fn, Value{}, st, at)
			}
		}
		return one(st, self)
	})
}

// newInstance makes an object of a class, before its __init__.
func (m *machine) newInstance(cls Value, st State, whole source.Span) (State, Value) {
	return m.alloc(st, &Object{Kind: InstanceObj, Class: cls, From: &Origin{Kind: FromCall, Span: whole}})
}

// isA reports whether cls is base or derives from it.
func (m *machine) isA(cls, base Value, st State) bool {
	return slices.ContainsFunc(m.mro(cls, st), func(c Value) bool { return Equal(c, base) })
}

// instanceOf reports whether v is an instance of cls, or of one of several.
func (m *machine) instanceOf(v, cls Value, st State) (is, known bool) {
	switch d := cls.D.(type) {
	case Tuple:
		known = true
		for _, c := range d.Elts {
			one, ok := m.instanceOf(v, c, st)
			if one && ok {
				return true, true
			}
			known = known && ok
		}
		return false, known
	case Foreign:
		if isDate(v) {
			return d.Path == "datetime.date", d.Path == "datetime.date" || typeNames[d.Path]
		}
		o := st.Deref(v)
		if o != nil && isSecret(o) {
			return secretClass(d.Path), secretClass(d.Path) || typeNames[d.Path]
		}
		if kind, ok := typeName(v, st); ok && memberOf(v) == nil {
			if secretClass(d.Path) {
				return false, true
			}
			return kind == d.Path || kind == "bool" && d.Path == "int", typeNames[d.Path]
		}
		return false, typeNames[d.Path] && m.ownInstance(v, st)
	case Ref:
		return m.instanceOfOwn(v, cls, st)
	}
	return false, false
}

// ownInstance reports whether v is an instance of a class of the program that derives from no builtin type.
func (m *machine) ownInstance(v Value, st State) bool {
	o := st.Deref(v)
	if o == nil || o.Kind != InstanceObj || m.unknownBase(o.Class, st) {
		return false
	}
	kind, record := m.recordOf(o.Class, st)
	_, own := o.Class.D.(Ref)
	return own && (m.foreignClass(o.Class, st) == "" || record && kind != recordPlain)
}

// instanceOfOwn is instanceOf for a class of the program.
func (m *machine) instanceOfOwn(v, cls Value, st State) (is, known bool) {
	own := Value{}
	if o := st.Deref(v); o != nil && o.Kind == InstanceObj {
		own = o.Class
	} else if step := memberOf(v); step != nil {
		own = Value{D: Ref{ID: step.class}}
	} else if _, builtin := typeName(v, st); !builtin {
		return false, false
	}
	if own.D != nil && m.isA(own, cls, st) {
		return true, true
	}
	return false, (own.D == nil || !m.unknownBase(own, st)) && m.plainClass(cls, st)
}

// plainClass reports whether the instances of a class are those of the classes that derive from it, and no others.
func (m *machine) plainClass(cls Value, st State) bool {
	return !m.madeByHand(cls, st) && !slices.ContainsFunc(m.mro(cls, st), func(c Value) bool {
		d, foreign := c.D.(Foreign)
		return IsUnknown(c) || foreign && (strings.HasPrefix(d.Path, "abc.") || strings.HasPrefix(d.Path, "typing.Protocol"))
	})
}

// initialize is __init__ of a new object, as its class, or a package that it derives from, has it.
func (m *machine) initialize(f *frame, cls, self Value, args Args, st State, at *site, whole source.Span) []Result {
	place := whole
	if at != nil {
		place = at.place
	}
	if init, ok := m.classAttr(cls, "__init__", st); ok {
		if fn, is := init.D.(*Func); is {
			with := args
			with.Pos = append([]Value{self}, args.Pos...)
			return then(m.runFunc(f, fn, with, st, whole), func(st State, _ Value) []Result { return one(st, self) })
		}
	}
	if kind, ok := m.recordOf(cls, st); ok {
		return m.makeRecord(f, cls, kind, self, args, st, whole)
	}
	if exc := m.foreignClass(cls, st); exc != "" {
		if exceptionBases[exc] != "" {
			return one(st, self)
		}
		return m.initForeign(f, exc, self, args, st, place, whole)
	}
	if m.unknownBase(cls, st) {
		st = m.havoc(f, args, st, whole)
		o := *st.Deref(self)
		o.Open = true
		return one(put(st, self.D.(Ref).ID, &o), self)
	}
	return one(st, self)
}

// constructorOf returns the foreign class whose constructor path is.
func (m *machine) constructorOf(path string) (string, bool) {
	cls, ok := strings.CutSuffix(path, ".__init__")
	if !ok {
		return "", false
	}
	out := m.world.Foreign(cls)
	return cls, out != nil && out.Class
}

// initForeign is the constructor of a foreign class, called for an instance of a class of the program.
func (m *machine) initForeign(f *frame, path string, self Value, args Args, st State, place, whole source.Span) []Result {
	id := selfID(self)
	out := m.world.Foreign(path)
	if out == nil || !out.Class {
		return one(m.havoc(f, args, st, whole), self)
	}
	st = m.record(f, st, Event{Kind: Built, Name: path, Args: args, Object: id, Span: place, Whole: whole})
	if o := st.Object(id); o != nil {
		c := *o
		c.Built = st.log.Event
		st = put(st, id, &c)
	}
	return one(st, self)
}

// annotate remembers the fields of a class body in their order; makeRecord reads them.
func (m *machine) annotate(f *frame, s *syntax.AnnAssign, st State) State { return st }

// newException makes an instance of an exception class of the standard library.
func (m *machine) newException(c *Call) []Result {
	o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: c.Path}}}
	if c.Path == "SystemExit" && len(c.Args.Pos) > 0 {
		o.Names = o.Names.set("code", c.Args.Pos[0])
	}
	return c.Return(c.Alloc(o))
}

// operatorMethod finds `__or__`, `__add__` or `__truediv__` of an instance of a class of the program.
func (m *machine) operatorMethod(op syntax.Op, l Value, st State) (Value, bool) {
	name, ok := map[syntax.Op]string{syntax.Add: "__add__", syntax.BitOr: "__or__", syntax.Div: "__truediv__"}[op]
	o := st.Deref(l)
	if !ok || o == nil || o.Kind != InstanceObj {
		return Value{}, false
	}
	v, found := m.classAttr(o.Class, name, st)
	_, is := v.D.(*Func)
	return v, found && is
}

// isSubclass reports whether exception class sub is, or derives from, super, as far as the standard library goes. Qualified
// names of packages are equal, or have the same last part as what an except clause names.
func isSubclass(sub, super string) bool {
	if super == "BaseException" {
		return sub != ""
	}
	for sub != "" {
		if sub == super {
			return true
		}
		base, ok := exceptionBases[sub]
		if !ok {
			return super == "Exception" // a class of a package or of the program
		}
		sub = base
	}
	return false
}

// exceptionBases are the exception classes of the standard library, each with its base.
var exceptionBases = map[string]string{
	"BaseException": "", "Exception": "BaseException", "SystemExit": "BaseException", "KeyboardInterrupt": "BaseException", "GeneratorExit": "BaseException",
	"ArithmeticError": "Exception", "ZeroDivisionError": "ArithmeticError", "OverflowError": "ArithmeticError", "FloatingPointError": "ArithmeticError",
	"AssertionError": "Exception", "AttributeError": "Exception", "BufferError": "Exception", "EOFError": "Exception", "ImportError": "Exception",
	"ModuleNotFoundError": "ImportError", "LookupError": "Exception", "IndexError": "LookupError", "KeyError": "LookupError", "MemoryError": "Exception",
	"NameError": "Exception", "UnboundLocalError": "NameError", "OSError": "Exception", "IOError": "OSError", "EnvironmentError": "OSError",
	"FileNotFoundError": "OSError", "FileExistsError": "OSError", "PermissionError": "OSError", "IsADirectoryError": "OSError", "NotADirectoryError": "OSError",
	"ConnectionError": "OSError", "ConnectionRefusedError": "ConnectionError", "ConnectionResetError": "ConnectionError", "BrokenPipeError": "ConnectionError",
	"TimeoutError": "OSError", "RuntimeError": "Exception", "NotImplementedError": "RuntimeError", "RecursionError": "RuntimeError", "StopIteration": "Exception",
	"StopAsyncIteration": "Exception", "SyntaxError": "Exception", "SystemError": "Exception", "TypeError": "Exception", "ValueError": "Exception",
	"UnicodeError": "ValueError", "UnicodeDecodeError": "UnicodeError", "UnicodeEncodeError": "UnicodeError", "Warning": "Exception", "UserWarning": "Warning",
	"DeprecationWarning": "Warning", "RuntimeWarning": "Warning", "FutureWarning": "Warning", "asyncio.CancelledError": "BaseException", "json.JSONDecodeError": "ValueError",
	"ExceptionGroup": "Exception", "subprocess.CalledProcessError": "Exception",
}

// synthetic are foreign bases that give an instance no methods worth calling.
var synthetic = map[string]bool{"object": true, "Exception": true, "enum.Enum": true, "str": true, "dict": true}
