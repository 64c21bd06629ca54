package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// defineFunc binds a function, after its decorators had it.
func (m *machine) defineFunc(f *frame, s *syntax.FuncDef, st State) []flow {
	fn := &Func{Def: s, Module: f.module, Scope: f.scope}
	m.capture(st, f.scope)
	if o := st.Object(f.scope); o != nil && o.Kind == ClassObj {
		fn.Class, fn.Scope = f.scope, o.Up
	}
	st, fn.Defaults = m.defaults(f, s.Params, st)
	m.defs = append(m.defs, fn)
	v := Value{D: fn, From: &Origin{Kind: FromLiteral, Span: f.module.Span(s.NameRange), Name: s.Name}}
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
			case "property", "functools.cached_property", "abc.abstractproperty":
				return kind(Property)
			}
		}
		if o := st.Deref(d); isFunc && o != nil {
			if option, ok := o.Data.(*clickOption); ok {
				v = Value{D: m.withOption(fn, option), From: v.From}
			}
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
	path := ""
	switch x := d.D.(type) {
	case Foreign:
		path = x.Path
	case Bound:
		if fo, ok := x.Fn.D.(Foreign); ok {
			path = fo.Path
		}
	case Unknown:
		path = strings.TrimPrefix(x.Why, "what ")
		path = strings.TrimSuffix(path, " returns")
	case Ref:
		if o := st.Object(x.ID); o != nil && o.Kind == InstanceObj {
			if fo, ok := o.Class.D.(Foreign); ok {
				path = fo.Path
			}
		}
	}
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
			st := m.decorateClass(f, s, ref, fl.st)
			out = append(out, flow{st: m.bind(f, st, s.Name, ref)})
		}
		return out
	})
}

// decorateClass notes what a class decorator makes of it; others leave it as it is.
func (m *machine) decorateClass(f *frame, s *syntax.ClassDef, ref Value, st State) State {
	for _, dec := range s.Decorators {
		for _, r := range m.eval(f, dec, st) {
			if r.Exc != nil {
				continue
			}
			st = r.State
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
			}
			break
		}
	}
	return st
}

// recordData marks a class whose constructor is made from its annotated fields.
type recordData struct{ kind recordKind }

type recordKind uint8

const (
	recordPlain    recordKind = iota // dataclass, named tuple
	recordModel                      // pydantic model: fields become what their annotations say
	recordSettings                   // pydantic settings: fields come from the environment too
)

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

// recordOf reports whether a class is made from its annotated fields.
func (m *machine) recordOf(cls Value, st State) (recordKind, bool) {
	for _, c := range m.mro(cls, st) {
		if o := st.Deref(c); o != nil {
			if d, ok := o.Data.(*recordData); ok {
				return d.kind, true
			}
			continue
		}
		if fo, ok := c.D.(Foreign); ok {
			switch fo.Path {
			case "typing.NamedTuple":
				return recordPlain, true
			case "pydantic.BaseModel", "pydantic.main.BaseModel", "pydantic.v1.BaseModel", "sqlmodel.SQLModel":
				return recordModel, true
			case "pydantic_settings.BaseSettings", "pydantic.BaseSettings", "pydantic_settings.main.BaseSettings", "pydantic.env_settings.BaseSettings", "pydantic.v1.BaseSettings":
				return recordSettings, true
			}
		}
	}
	return 0, false
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
	st, self := m.alloc(st, &Object{Kind: InstanceObj, Class: cls, From: &Origin{Kind: FromCall, Span: whole}})
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

// makeRecord sets the fields of a dataclass or model from arguments, defaults and, for settings, the environment.
func (m *machine) makeRecord(f *frame, cls Value, kind recordKind, self Value, args Args, st State, whole source.Span) []Result {
	id := selfID(self)
	pos := args.Pos
	envFile, prefix := "", ""
	var file *source.File
	if kind == recordSettings {
		envFile, prefix = m.settingsConfig(cls, st)
		if envFile != "" {
			if file = m.world.Open(envFile).File; file == nil {
				st = m.settingsFile(f, envFile, st, whole)
			}
		}
	}
	for _, fd := range m.fields(cls, st) {
		v := Value{D: Unknown{Why: "the field " + fd.name + " is not known"}}
		def, hasDefault := m.fieldDefault(f, fd, &st)
		if hasDefault {
			v = def
		}
		n, named := args.Get(fd.name)
		switch {
		case len(pos) > 0:
			v, pos = pos[0], pos[1:]
		case named:
			v = n.Value
		case args.More:
			v = Value{D: Unknown{Why: "the field " + fd.name + " is not known"}}
		case kind == recordSettings:
			name := m.settingsName(fd, prefix)
			c := &Call{m: m, f: f, State: st, Path: "pydantic_settings.BaseSettings", Place: whole, Whole: whole}
			if in, ok := c.inDotenv(file, name); ok {
				def, hasDefault = in, true
			}
			v = m.settingsField(f, fd, name, def, hasDefault, &st)
		}
		if fd.secret && kind != recordPlain && (len(args.Pos) > 0 || named || args.More || kind == recordSettings) {
			st, v = m.secret(st, v)
		}
		st = bindIn(st, id, fd.name, v)
	}
	if post, ok := m.classAttr(cls, "__post_init__", st); ok {
		if fn, is := post.D.(*Func); is {
			return then(m.runFunc(f, fn, Args{Pos: []Value{self}}, st, whole), func(st State, _ Value) []Result { return one(st, self) })
		}
	}
	return one(st, self)
}

type field struct {
	name   string
	value  syntax.Expr // the default, or nil
	scope  *Object
	place  source.Span
	secret bool // it is annotated as a SecretStr
}

// fields lists the annotated names of a class and its bases, bases first.
func (m *machine) fields(cls Value, st State) []field {
	var out []field
	mro := m.mro(cls, st)
	for i := len(mro) - 1; i >= 0; i-- {
		o := st.Deref(mro[i])
		if o == nil || o.Def == nil {
			continue
		}
		for _, s := range o.Def.Body {
			a, ok := s.(*syntax.AnnAssign)
			if !ok {
				continue
			}
			n, ok := a.Target.(*syntax.Name)
			if !ok || n.Ident == "model_config" {
				continue
			}
			fd := field{name: n.Ident, value: a.Value, scope: o, place: o.Module.Span(n.Range), secret: secretType(a.Annotation)}
			replaced := false
			for k := range out {
				if out[k].name == fd.name {
					out[k], replaced = fd, true
				}
			}
			if !replaced {
				out = append(out, fd)
			}
		}
	}
	return out
}

// secretType reports whether an annotation is pydantic's SecretStr, or None besides.
func secretType(e syntax.Expr) bool {
	switch x := e.(type) {
	case *syntax.Index:
		name := callee(x.X)
		return (name == "Optional" || name == "typing.Optional") && secretType(x.I)
	case *syntax.Binary:
		return secretType(x.L) || secretType(x.R)
	case *syntax.Name, *syntax.Attr:
		name := callee(e)
		return name == "SecretStr" || name == "pydantic.SecretStr"
	}
	return false
}

// fieldDefault is the default of a field: what the class holds under its name, or what field(default=…) says.
func (m *machine) fieldDefault(f *frame, fd field, st *State) (Value, bool) {
	if fd.value == nil {
		return Value{}, false
	}
	if call, ok := fd.value.(*syntax.Call); ok {
		switch callee(call.Fun) {
		case "field", "dataclasses.field", "Field", "pydantic.Field", "attr.ib", "attrs.field":
			return m.fieldCall(f, fd, call, st)
		}
	}
	v, ok := fd.scope.Names.get(fd.name)
	return v, ok
}

func (m *machine) fieldCall(f *frame, fd field, call *syntax.Call, st *State) (Value, bool) {
	inner := &frame{module: fd.scope.Module, scope: fd.scope.Up, depth: f.depth, imports: f.imports, stack: f.stack, catch: f.catch}
	for i, a := range call.Args {
		if a.Name != "default" && a.Name != "default_factory" && a.Name != "factory" && (i != 0 || a.Name != "") {
			continue
		}
		rs := m.eval(inner, a.Value, *st)
		if len(rs) != 1 || rs[0].Exc != nil {
			return unknown("a default"), true
		}
		*st = rs[0].State
		v := rs[0].Value
		if a.Name == "default_factory" || a.Name == "factory" {
			rs = m.call(inner, v, Args{}, *st, nil, inner.span(a.Value))
			if len(rs) != 1 || rs[0].Exc != nil {
				return unknown("a default"), true
			}
			*st, v = rs[0].State, rs[0].Value
		}
		if IsUnknown(v) || isEllipsis(a.Value) {
			return unknown("a default"), !isEllipsis(a.Value)
		}
		return v, true
	}
	return Value{}, false
}

func isEllipsis(e syntax.Expr) bool {
	c, ok := e.(*syntax.Const)
	return ok && c.Kind == syntax.Ellipsis
}

// settingsConfig reads env_file and env_prefix of a settings class: model_config, or an inner class Config.
func (m *machine) settingsConfig(cls Value, st State) (file, prefix string) {
	read := func(get func(string) (Value, bool)) {
		if v, ok := get("env_file"); ok {
			file, _ = AsStr(v)
			if !ok || file == "" {
				file = "?"
			}
		}
		if v, ok := get("env_prefix"); ok {
			prefix, _ = AsStr(v)
		}
	}
	if v, ok := m.classAttr(cls, "model_config", st); ok {
		if o := st.Deref(v); o != nil && o.Kind == DictObj {
			read(func(k string) (Value, bool) { it, ok := o.Item(k); return it.Value, ok })
		} else {
			file = "?"
		}
	}
	if v, ok := m.classAttr(cls, "Config", st); ok {
		if o := st.Deref(v); o != nil {
			read(o.Get)
		}
	}
	return file, prefix
}

// settingsName is the variable that a settings object reads for a field.
func (m *machine) settingsName(fd field, prefix string) string {
	if alias := m.fieldAlias(fd); alias != "" {
		return alias
	}
	return strings.ToUpper(prefix + fd.name)
}

// settingsField is what a settings object reads for a field: the environment, or what its file or its class says.
func (m *machine) settingsField(f *frame, fd field, name string, def Value, hasDefault bool, st *State) Value {
	v := st.Getenv(name)
	if e, ok := v.D.(Env); ok && e.Default != nil {
		if !hasDefault {
			e.Default = nil // a required field: the program ends without it
		} else {
			e.Default = &def
		}
		v = Value{D: e}
	}
	if IsAbsent(v) {
		v = def
		if !hasDefault {
			v = Value{D: Env{Name: name}}
		}
	}
	*st = m.record(f, *st, Event{Kind: VarRead, Name: name, Value: v, Span: fd.place, Whole: fd.place})
	return Value{D: v.D, From: &Origin{Kind: FromEnv, Span: fd.place, Name: name, Prev: v.From}}
}

// fieldAlias is the variable that Field(validation_alias=…) or Field(env=…) names.
func (m *machine) fieldAlias(fd field) string {
	call, ok := fd.value.(*syntax.Call)
	if !ok {
		return ""
	}
	for _, a := range call.Args {
		switch a.Name {
		case "validation_alias", "alias", "env":
			if s, ok := a.Value.(*syntax.Str); ok {
				return s.Value
			}
		}
	}
	return ""
}

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
