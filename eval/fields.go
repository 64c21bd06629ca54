package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// recordData marks a class whose constructor is made from its annotated fields.
type recordData struct{ kind recordKind }

type recordKind uint8

const (
	recordPlain    recordKind = iota // dataclass, named tuple
	recordModel                      // pydantic model: fields become what their annotations say
	recordSettings                   // pydantic settings: fields come from the environment too
)

// recordBases are the classes of packages whose subclasses are made from their annotated fields.
var recordBases = map[string]recordKind{
	"typing.NamedTuple": recordPlain, "pydantic.BaseModel": recordModel, "pydantic.main.BaseModel": recordModel, "pydantic.v1.BaseModel": recordModel,
	"sqlmodel.SQLModel": recordModel, "pydantic_settings.BaseSettings": recordSettings, "pydantic.BaseSettings": recordSettings,
	"pydantic_settings.main.BaseSettings": recordSettings, "pydantic.env_settings.BaseSettings": recordSettings, "pydantic.v1.BaseSettings": recordSettings,
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
			if kind, ok := recordBases[fo.Path]; ok {
				return kind, true
			}
		}
	}
	return 0, false
}

// initRecord is the constructor that a class inherits from a package, called by one of its own: super().__init__(**values).
func (m *machine) initRecord(f *frame, path string, self Value, args Args, st State, whole source.Span) ([]Result, bool) {
	base, is := strings.CutSuffix(path, ".__init__")
	kind, record := recordBases[base]
	o := st.Deref(self)
	if !is || !record || o == nil || o.Kind != InstanceObj {
		return nil, false
	}
	return then(m.makeRecord(f, o.Class, kind, self, args, st, whole), func(st State, _ Value) []Result { return one(st, none()) }), true
}

// makeRecord sets the fields of a dataclass or model from arguments, defaults and, for settings, the environment.
func (m *machine) makeRecord(f *frame, cls Value, kind recordKind, self Value, args Args, st State, whole source.Span) []Result {
	r := &record{m: m, f: f, cls: cls, kind: kind, self: self, args: args, whole: whole, pos: args.Pos}
	r.config(st)
	if kind == recordSettings && r.envFile != "" {
		if r.file = m.world.Open(r.envFile).File; r.file == nil {
			st = m.settingsFile(f, r.envFile, st, whole)
		}
	}
	r.fields = m.fields(cls, st)
	rs := one(st, self)
	for _, fd := range r.fields {
		given, ok := r.given(fd)
		rs = then(rs, func(st State, _ Value) []Result {
			return then(r.value(fd, given, ok, st), func(st State, v Value) []Result {
				if fd.initOnly {
					return one(st, self)
				}
				return one(bindIn(st, selfID(self), fd.name, v), self)
			})
		})
	}
	return then(rs, func(st State, _ Value) []Result { return r.finish(st) })
}

// A record is an object under construction whose class is made from its fields.
type record struct {
	m      *machine
	f      *frame
	cls    Value
	kind   recordKind
	self   Value
	args   Args
	pos    []Value // of args, what no field took yet
	whole  source.Span
	fields []field

	envFile, prefix string
	file            *source.File // the envFile, if it is there
	sensitive       bool         // variables keep the case of their fields
	otherSources    bool         // something else gives values too: a folder of secrets, another file
	otherNames      bool         // the class makes other names for its fields
	checksDefaults  bool         // validators see defaults too
}

// config reads what the class says about its fields: model_config, an inner class Config, or keywords of the class.
func (r *record) config(st State) {
	m := r.m
	mro := m.mro(r.cls, st)
	for _, c := range slices.Backward(mro) {
		o := st.Deref(c)
		if o == nil || o.Def == nil {
			continue
		}
		for _, a := range o.Def.Args {
			if a.Name != "" && a.Name != "metaclass" {
				r.option(a.Name, constantOf(a.Value))
			}
		}
		if v, ok := o.Names.get("model_config"); ok {
			d := st.Deref(v)
			if d == nil || d.Kind != DictObj || d.Open {
				r.envFile, r.otherSources, r.otherNames = "?", true, true
				continue
			}
			for _, it := range d.Items {
				if name, ok := AsStr(it.Key); ok {
					r.option(name, it.Value)
				}
			}
		}
		if v, ok := o.Names.get("Config"); ok {
			if d := st.Deref(v); d != nil {
				d.Each(func(name string, v Value) bool { r.option(name, v); return true })
			}
		}
		if _, ok := o.Names.get("settings_customise_sources"); ok {
			r.otherSources = true
		}
	}
	for _, n := range r.args.Named {
		if name, ok := strings.CutPrefix(n.Name, "_"); ok && r.kind == recordSettings {
			r.option(name, n.Value)
		}
	}
	r.checksDefaults = r.checksDefaults || r.kind == recordSettings
}

// option is one setting of a class.
func (r *record) option(name string, v Value) {
	switch name {
	case "env_file":
		file, ok := AsStr(v)
		if !ok && !IsNone(v) || ok && file == "" {
			file = "?"
		}
		r.envFile = file
	case "env_prefix":
		r.prefix, _ = AsStr(v)
	case "case_sensitive":
		no, known := v.D.(Bool)
		r.sensitive = !known || bool(no)
	case "secrets_dir", "yaml_file", "toml_file", "json_file", "pyproject_toml_table_header", "pyproject_toml_depth", "cli_parse_args", "customise_sources":
		r.otherSources = true
	case "alias_generator", "fields":
		r.otherNames = true
	case "validate_default", "validate_all":
		r.checksDefaults = true
	}
}

// constantOf is the value of a literal, as far as options of classes need it.
func constantOf(e syntax.Expr) Value {
	switch e := e.(type) {
	case *syntax.Str:
		return Value{D: Str(e.Value)}
	case *syntax.Const:
		switch e.Kind {
		case syntax.None:
			return none()
		case syntax.True, syntax.False:
			return Value{D: Bool(e.Kind == syntax.True)}
		}
	}
	return unknown("an option of a class")
}

// given is the argument for a field, if there is one; it may be one that is not known.
func (r *record) given(fd field) (Value, bool) {
	if fd.noInit {
		return Value{}, false
	}
	if len(r.pos) > 0 && r.kind == recordPlain {
		v := r.pos[0]
		r.pos = r.pos[1:]
		return v, true
	}
	aliases, known := fd.aliases()
	for _, name := range append(aliases, fd.name, strings.TrimLeft(fd.name, "_")) {
		if n, ok := r.args.Get(name); ok {
			return n.Value, true
		}
	}
	if r.args.More || (!known || r.otherNames) && r.strangers() {
		return unknown("the field " + fd.name + " is not known"), true
	}
	return Value{}, false
}

// strangers reports whether there are arguments that are called like no field.
func (r *record) strangers() bool {
	return slices.ContainsFunc(r.args.Named, func(n NamedArg) bool {
		return !slices.ContainsFunc(r.fields, func(fd field) bool { return fd.name == n.Name })
	})
}

// value is what a field becomes.
func (r *record) value(fd field, v Value, given bool, st State) []Result {
	def, hasDefault := r.m.fieldDefault(r.f, fd, &st)
	switch {
	case given:
	case r.kind == recordSettings:
		v = r.setting(fd, def, hasDefault, &st)
	case hasDefault:
		v = def
	default:
		v = unknown("the field " + fd.name + " is not known")
	}
	if r.kind == recordPlain {
		return one(st, v)
	}
	checked := given || r.checksDefaults
	rs := one(st, v)
	if checked {
		rs = r.validate(fd, "before", rs)
	}
	if fd.secret && (given || r.kind == recordSettings) {
		rs = then(rs, func(st State, v Value) []Result { return one(r.m.secret(st, v)) })
	}
	return r.validateAfter(fd, checked, rs)
}

// setting is what a settings object reads for a field: the environment, or what its file or its class says.
func (r *record) setting(fd field, def Value, hasDefault bool, st *State) Value {
	names, known := fd.aliases()
	if !known || r.otherNames {
		return unknown("a setting whose name is not known")
	}
	if len(names) == 0 {
		names = []string{r.prefix + fd.name}
	}
	if !r.sensitive {
		for i := range names {
			names[i] = strings.ToUpper(names[i])
		}
	}
	c := &Call{m: r.m, f: r.f, State: *st, Path: "pydantic_settings.BaseSettings", Place: r.whole, Whole: r.whole}
	for _, name := range slices.Backward(names) {
		if in, ok := c.inDotenv(r.file, name); ok {
			def, hasDefault = in, true
		}
	}
	required := !hasDefault && len(names) == 1 && !r.otherSources
	for _, name := range slices.Backward(names) {
		if required {
			r.demand(fd, name, st)
		}
		def = r.m.settingsField(r.f, fd, name, def, hasDefault, st)
		hasDefault = true
	}
	if r.otherSources {
		return unknown("a setting that another source may give")
	}
	return def
}

// RequiredField marks the read of a variable without which a settings object is not made.
const RequiredField = "a required field"

// demand notes the read of a variable that a field needs, as the look-up finds it. The file is the one that the class reads besides.
func (r *record) demand(fd field, name string, st *State) {
	class := ""
	if o := st.Deref(r.cls); o != nil {
		class = o.Name[strings.LastIndexByte(o.Name, '.')+1:]
	}
	e := Event{Kind: VarRead, Name: name, Value: st.Getenv(name), Span: fd.place, Whole: fd.place,
		Args: Args{Pos: []Value{{D: Str(RequiredField)}, {D: Str(name)}, {D: Str(class)}, {D: Str(fd.name)}}}}
	if r.file != nil {
		e.Dotenv = &Dotenv{File: r.file}
	}
	*st = r.m.record(r.f, *st, e)
}

// A validator is a method of a pydantic class that checks or changes its fields.
type validator struct {
	fn     *Func
	fields []string // those of its decorator; nil for one of the whole model
	mode   string   // "before", "after", or another that is not followed
	always bool     // it sees defaults too
}

// validators lists the validators of the class, those of bases first.
func (r *record) validators(st State) []validator {
	var out []validator
	for _, c := range slices.Backward(r.m.mro(r.cls, st)) {
		o := st.Deref(c)
		if o == nil || o.Def == nil {
			continue
		}
		for _, s := range o.Def.Body {
			def, ok := s.(*syntax.FuncDef)
			if !ok {
				continue
			}
			for _, dec := range def.Decorators {
				if v, ok := validatorOf(dec); ok {
					held, _ := o.Names.get(def.Name)
					v.fn, _ = held.D.(*Func)
					out = append(out, v)
				}
			}
		}
	}
	return out
}

// computes reports whether a pydantic class makes fields of its own methods.
func (m *machine) computes(cls Value, st State) bool {
	return slices.ContainsFunc(m.mro(cls, st), func(c Value) bool {
		o := st.Deref(c)
		return o != nil && o.Def != nil && slices.ContainsFunc(o.Def.Body, func(s syntax.Stmt) bool {
			def, ok := s.(*syntax.FuncDef)
			return ok && slices.ContainsFunc(def.Decorators, func(d syntax.Expr) bool {
				if call, ok := d.(*syntax.Call); ok {
					d = call.Fun
				}
				return lastName(callee(d)) == "computed_field"
			})
		})
	})
}

// validatorOf reads a decorator: field_validator and model_validator of pydantic 2, validator and root_validator of pydantic 1.
func validatorOf(dec syntax.Expr) (validator, bool) {
	call, ok := dec.(*syntax.Call)
	if !ok {
		name := callee(dec)
		return validator{mode: "whole"}, strings.HasSuffix(name, "root_validator")
	}
	name := callee(call.Fun)
	v := validator{mode: "after"}
	switch name[strings.LastIndexByte(name, '.')+1:] {
	case "field_validator", "validator":
		v.fields = []string{}
	case "model_validator":
	case "root_validator":
		v.mode = "whole"
		return v, true
	default:
		return v, false
	}
	for _, a := range call.Args {
		text, isText := AsStr(constantOf(a.Value))
		switch {
		case a.Name == "" && isText:
			v.fields = append(v.fields, text)
		case a.Name == "":
			v.fields = append(v.fields, "*") // it is not seen which
		case a.Name == "mode":
			v.mode = text
		case a.Name == "pre":
			v.mode = "before"
		case a.Name == "always":
			v.always = true
		}
	}
	return v, true
}

// validate runs the validators of a field that come before or after its type is looked at.
func (r *record) validate(fd field, mode string, rs []Result) []Result {
	return then(rs, func(st State, v Value) []Result {
		rs := one(st, v)
		for _, check := range r.validators(st) {
			if check.fields == nil || !slices.Contains(check.fields, fd.name) && !slices.Contains(check.fields, "*") {
				continue
			}
			switch {
			case check.mode == mode:
				rs = then(rs, func(st State, v Value) []Result { return r.check(check, v, st) })
			case check.mode != "before" && check.mode != "after":
				rs = then(rs, func(st State, _ Value) []Result { return one(st, unknown("what a validator makes of a field")) })
			}
		}
		return rs
	})
}

// validateAfter runs the validators after a field's type; of a default that is not validated, those that see it nevertheless.
func (r *record) validateAfter(fd field, checked bool, rs []Result) []Result {
	if checked {
		return r.validate(fd, "after", rs)
	}
	return then(rs, func(st State, v Value) []Result {
		for _, check := range r.validators(st) {
			if check.always && (slices.Contains(check.fields, fd.name) || slices.Contains(check.fields, "*")) {
				return one(st, unknown("what a validator makes of a default"))
			}
		}
		return one(st, v)
	})
}

// check is what one validator makes of a field.
func (r *record) check(check validator, v Value, st State) []Result {
	if IsUnknown(v) {
		return one(st, v)
	}
	if check.fn == nil {
		return one(st, unknown("what a validator makes of a field"))
	}
	fn := Value{D: check.fn}
	if check.fn.Kind != StaticMethod {
		fn = Value{D: Bound{Self: r.cls, Fn: fn}}
	}
	return r.m.call(r.f, fn, Args{Pos: []Value{v}, More: true}, st, nil, r.whole)
}

// finish runs what a class does once its fields are set.
func (r *record) finish(st State) []Result {
	rs := one(st, r.self)
	run := func(fn *Func, args Args) {
		rs = then(rs, func(st State, _ Value) []Result {
			return then(r.m.runFunc(r.f, fn, args, st, r.whole), func(st State, _ Value) []Result { return one(st, r.self) })
		})
	}
	for _, name := range []string{"__post_init__", "model_post_init", "__attrs_post_init__"} {
		if post, ok := r.m.classAttr(r.cls, name, st); ok {
			if fn, is := post.D.(*Func); is {
				run(fn, Args{Pos: []Value{r.self}, More: len(fn.params()) > 1})
			}
		}
	}
	if r.kind == recordPlain {
		return rs
	}
	for _, check := range r.validators(st) {
		switch {
		case check.fields != nil:
		case check.mode == "after" && check.fn != nil && check.fn.Kind == PlainFunc:
			run(check.fn, Args{Pos: []Value{r.self}, More: len(check.fn.params()) > 1})
		default:
			rs = then(rs, func(st State, _ Value) []Result {
				for _, fd := range r.fields {
					st = bindIn(st, selfID(r.self), fd.name, unknown("what a validator makes of a field"))
				}
				return one(st, r.self)
			})
		}
	}
	return rs
}

type field struct {
	name     string
	value    syntax.Expr  // the default, or nil
	about    *syntax.Call // Field(…) or field(…): as the default, or in the annotation
	scope    *Object
	place    source.Span
	secret   bool // it is annotated as a SecretStr
	initOnly bool // the constructor takes it, and no attribute holds it
	noInit   bool // the constructor does not take it
}

// fields lists the annotated names of a class and its bases, bases first.
func (m *machine) fields(cls Value, st State) []field {
	kind, _ := m.recordOf(cls, st)
	var out []field
	mro := m.mro(cls, st)
	for i := len(mro) - 1; i >= 0; i-- {
		o := st.Deref(mro[i])
		if o == nil || o.Def == nil {
			continue
		}
		for _, s := range o.Def.Body {
			n, fd, ok := fieldOf(s, kind)
			if !ok {
				continue
			}
			fd.name, fd.scope, fd.place = n.Ident, o, o.Module.Span(n.Range)
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

// fieldOf reads the field that a statement of a class body declares.
func fieldOf(s syntax.Stmt, kind recordKind) (*syntax.Name, field, bool) {
	var fd field
	var target syntax.Expr
	switch s := s.(type) {
	case *syntax.AnnAssign:
		target, fd.value = s.Target, s.Value
		fd.annotate(s.Annotation)
		if name := callee(stripIndex(s.Annotation)); name == "ClassVar" || name == "typing.ClassVar" {
			return nil, fd, false
		}
	case *syntax.Assign: // a field of pydantic 1, which guesses its type
		if kind == recordPlain || len(s.Targets) != 1 {
			return nil, fd, false
		}
		target, fd.value = s.Targets[0], s.Value
	default:
		return nil, fd, false
	}
	n, ok := target.(*syntax.Name)
	if !ok || n.Ident == "model_config" || n.Ident == "Config" || kind != recordPlain && strings.HasPrefix(n.Ident, "_") {
		return nil, fd, false
	}
	if call, ok := fd.value.(*syntax.Call); ok && describesField(call) {
		fd.about = call
		for _, a := range call.Args {
			if c, is := a.Value.(*syntax.Const); is && a.Name == "init" && c.Kind == syntax.False {
				fd.noInit = true
			}
		}
	}
	return n, fd, true
}

// annotate reads what a field's annotation says.
func (fd *field) annotate(e syntax.Expr) {
	fd.secret = secretType(e)
	name := callee(stripIndex(e))
	fd.initOnly = name == "InitVar" || name == "dataclasses.InitVar"
	index, ok := e.(*syntax.Index)
	if !ok || name != "Annotated" && name != "typing.Annotated" {
		return
	}
	parts, ok := index.I.(*syntax.Tuple)
	if !ok || len(parts.Elts) == 0 {
		return
	}
	fd.secret = secretType(parts.Elts[0])
	for _, part := range parts.Elts[1:] {
		if call, ok := part.(*syntax.Call); ok && describesField(call) {
			fd.about = call
		}
	}
}

// stripIndex is the type that a subscript is of.
func stripIndex(e syntax.Expr) syntax.Expr {
	if i, ok := e.(*syntax.Index); ok {
		return i.X
	}
	return e
}

// describesField reports whether a call is one that describes a field, such as Field(…).
func describesField(call *syntax.Call) bool {
	switch callee(call.Fun) {
	case "field", "dataclasses.field", "Field", "pydantic.Field", "attr.ib", "attrs.field", "attr.field":
		return true
	}
	return false
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
	if fd.about != nil && (fd.value == nil || fd.value == syntax.Expr(fd.about)) {
		return m.fieldCall(f, fd, fd.about, st)
	}
	if fd.value == nil {
		return Value{}, false
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

// settingsField is one variable that a settings object reads for a field, or what its file or its class says.
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

// aliases are the names that Field(validation_alias=…) or Field(env=…) gives a field, in the order in which they are tried; known is
// false where they are not all seen.
func (fd field) aliases() (names []string, known bool) {
	if fd.about == nil {
		return nil, true
	}
	for _, option := range []string{"validation_alias", "alias", "env"} {
		for _, a := range fd.about.Args {
			if a.Name == option {
				return textsOf(a.Value)
			}
		}
	}
	return nil, true
}

// textsOf reads "A", ["A", "B"] or AliasChoices("A", "B").
func textsOf(e syntax.Expr) ([]string, bool) {
	var elts []syntax.Expr
	switch e := e.(type) {
	case *syntax.Str:
		return []string{e.Value}, true
	case *syntax.List:
		elts = e.Elts
	case *syntax.Tuple:
		elts = e.Elts
	case *syntax.Call:
		if name := callee(e.Fun); name != "AliasChoices" && name != "pydantic.AliasChoices" {
			return nil, false
		}
		for _, a := range e.Args {
			elts = append(elts, a.Value)
		}
	}
	var out []string
	for _, x := range elts {
		text, ok := x.(*syntax.Str)
		if !ok {
			return nil, false
		}
		out = append(out, text.Value)
	}
	return out, len(out) > 0
}

// tupleFields are the values of a NamedTuple, in the order in which its class declares them.
func (m *machine) tupleFields(o *Object, st State) ([]Value, bool) {
	if !slices.ContainsFunc(m.mro(o.Class, st), func(c Value) bool { return Equal(c, Value{D: Foreign{Path: "typing.NamedTuple"}}) }) {
		return nil, false
	}
	var out []Value
	for _, fd := range m.fields(o.Class, st) {
		v, ok := o.Names.get(fd.name)
		if !ok {
			return nil, false
		}
		out = append(out, v)
	}
	return out, true
}
