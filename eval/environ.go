package eval

import (
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// isEnviron reports whether v is os.environ.
func isEnviron(v Value) bool {
	f, ok := v.D.(Foreign)
	return ok && (f.Path == "os.environ" || f.Path == "environ")
}

// environItem is os.environ[key]: the program goes on only if the variable is set.
func (m *machine) environItem(f *frame, key Value, at source.Span, st State) []Result {
	name, ok := AsStr(key)
	if !ok {
		return one(st, unknown("a variable whose name is not known"))
	}
	v := st.Getenv(name)
	st = m.record(f, st, Event{Kind: VarRead, Name: name, Value: v, Span: at, Whole: at, Args: Args{Pos: []Value{{D: Str("[]")}, key}}})
	from := &Origin{Kind: FromEnv, Span: at, Name: name, Prev: v.From}
	switch d := v.D.(type) {
	case Absent:
		return []Result{{State: st, Exc: &Exc{Class: "KeyError", Place: at, Value: unknown("a KeyError")}}}
	case Env:
		if d.Default != nil && (IsNone(*d.Default) || IsAbsent(*d.Default)) {
			st.readsEnv()
			st.change().outside = st.rest().outside.set(d.Name, true)
			return one(st, Value{D: Env{Name: d.Name, Maybe: d.Maybe}, From: from})
		}
	case OneOf:
		v, _ = present(v)
		return one(st, Value{D: mapAlts(v, setOnly).D, From: from})
	}
	return one(st, Value{D: v.D, From: from})
}

// setOnly is an alternative of a variable given that it is set.
func setOnly(v Value) Value {
	if e, ok := v.D.(Env); ok && e.Default != nil && IsNone(*e.Default) {
		return Value{D: Env{Name: e.Name, Maybe: e.Maybe}, From: v.From}
	}
	return v
}

// environGet is os.environ.get(name, default) and os.getenv.
func (c *Call) environGet(key, def Value) []Result {
	name, ok := AsStr(key)
	if !ok {
		return c.Return(unknown("a variable whose name is not known"))
	}
	v := c.State.Getenv(name)
	_, written := c.State.Written(name)
	set, decided := c.State.Decided(name)
	v = mapAlts(v, func(a Value) Value {
		switch d := a.D.(type) {
		case Absent:
			if decided && !set && !written && IsNone(def) { // the state knows that it is not set; it comes from there all the same
				return Value{D: Env{Name: name, Default: &def}, From: a.From}
			}
			return def
		case Env:
			if d.Default != nil && IsNone(*d.Default) {
				return Value{D: Env{Name: d.Name, Default: &def, Maybe: d.Maybe}, From: a.From}
			}
		}
		return a
	})
	c.Record(Event{Kind: VarRead, Name: name, Value: v, Args: c.Args})
	at := c.Place
	if lit, ok := key.Literal(); ok {
		at = lit
	}
	return c.Return(Value{D: v.D, From: &Origin{Kind: FromEnv, Span: at, Name: name, Prev: v.From}})
}

// AbsentDotenv is why there is fog after a load of a .env that is not there.
const AbsentDotenv = "a .env that is not there"

// environSet is os.environ[key] = v.
func (m *machine) environSet(f *frame, key, v Value, at, whole source.Span, st State) []flow {
	name, ok := AsStr(key)
	if !ok {
		return fall(fog(st, at, "a variable whose name is not known was set", ""))
	}
	var out []flow
	for _, c := range m.splitNone(v, st) {
		if IsNone(c.val) {
			c.st = m.record(f, c.st, Event{Kind: VarSet, Name: name, Value: c.val, Span: at, Whole: whole})
			out = append(out, flow{st: c.st, kind: raises, exc: &Exc{Class: "TypeError", Place: whole, Value: unknown("a TypeError"), Outside: true}})
			continue
		}
		out = append(out, flow{st: m.setVar(f, name, c.val, at, whole, c.st, key)})
	}
	return out
}

// splitNone separates the runs on which v is None. A value from outside that defaults to None is taken to be there, unless a
// test decided otherwise: the event that records the write still holds what it may be.
func (m *machine) splitNone(v Value, st State) []condition {
	if e, ok := v.D.(Env); ok && e.Default != nil && IsNone(*e.Default) {
		if set, decided := st.Decided(e.Name); decided && !set && !e.Maybe {
			return []condition{{st: st, val: *e.Default}}
		}
		return []condition{{st: st, val: v}}
	}
	return []condition{{st: st, val: v}}
}

// setVar sets the variable name.
func (m *machine) setVar(f *frame, name string, v Value, at, whole source.Span, st State, key ...Value) State {
	st.readsEnv()
	st = m.record(f, st, Event{Kind: VarSet, Name: name, Value: v, Span: at, Whole: whole, Args: Args{Pos: key}})
	if e, ok := v.D.(Env); ok && e.Default != nil && IsNone(*e.Default) {
		v = Value{D: Env{Name: e.Name, Maybe: e.Maybe}, From: v.From} // None raises; who goes on has it
		if e.Name != name {
			st.change().outside = st.rest().outside.set(e.Name, true)
		}
	}
	st.env = st.env.set(name, Var{Value: v, Place: at})
	return st
}

// environDelete is del os.environ[key] and os.environ.pop(key).
func (m *machine) environDelete(f *frame, key Value, at source.Span, st State, must bool) []Result {
	name, ok := AsStr(key)
	if !ok {
		why := "a variable whose name is not known"
		return one(replaceable(st, why), unknown(why))
	}
	v := st.Getenv(name)
	if IsAbsent(v) && must {
		return []Result{{State: st, Exc: &Exc{Class: "KeyError", Place: at, Value: unknown("a KeyError")}}}
	}
	st = m.record(f, st, Event{Kind: VarDeleted, Name: name, Value: v, Span: at, Whole: at})
	st.env = st.env.set(name, Var{Value: Value{D: Absent{}, From: &Origin{Kind: FromAssign, Span: at, Name: name}}, Place: at})
	return one(st, v)
}

// environUpdate is os.environ.update(…) and os.environ |= ….
func (m *machine) environUpdate(f *frame, v Value, args Args, at source.Span, st State) State {
	if v.D != nil {
		o := st.Deref(v)
		if o == nil || o.Kind != DictObj || o.Open {
			st = fog(st, at, "variables that are not known were set", "")
		}
		if o != nil && o.Kind == DictObj {
			for _, it := range o.Items {
				if name, ok := AsStr(it.Key); ok {
					where := at
					if lit, ok := it.Key.Literal(); ok {
						where = lit
					}
					val, maybe := present(it.Value)
					if maybe {
						val = Join(val, st.Getenv(name))
					}
					st = m.setVar(f, name, val, where, at, st)
				}
			}
		}
	}
	for _, n := range args.Named {
		st = m.setVar(f, n.Name, n.Value, n.Place, at, st)
	}
	if args.More {
		st = fog(st, at, "variables that are not known were set", "")
	}
	return st
}

// inEnviron is `name in os.environ`.
func (m *machine) inEnviron(op syntax.Op, key Value, st State) []condition {
	name, ok := AsStr(key)
	if !ok {
		return []condition{{st: st, yes: true, val: key}, {st: st, val: key}}
	}
	is := op == syntax.In
	v := st.Getenv(name)
	switch d := v.D.(type) {
	case Absent:
		return []condition{{st: st, yes: !is, val: key}}
	case Env:
		if d.Default == nil {
			return []condition{{st: st, yes: is, val: key}}
		}
		if IsNone(*d.Default) || IsAbsent(*d.Default) {
			var out []condition
			for _, c := range m.splitEnv(v, d, st) {
				e, good := c.val.D.(Env)
				out = append(out, condition{st: c.st, yes: (good && e.Default == nil) == is, val: key})
			}
			return out
		}
		return []condition{{st: st, yes: is, val: key}}
	case OneOf:
		return []condition{{st: st, yes: true, val: key}, {st: st, val: key}}
	}
	return []condition{{st: st, yes: is, val: key}}
}

// replaceable says that every variable which the program wrote may be another one now, and why: a .env that is not there may replace it.
func replaceable(st State, why string) State {
	st.readsEnv()
	st.env.each(func(name string, v Var) bool {
		v.Value = Value{D: Unknown{Why: why}, From: v.Value.From}
		st.env = st.env.set(name, v)
		return true
	})
	return st
}

// loadDotenv applies a .env file as python-dotenv does.
func (c *Call) loadDotenv(o Opened, path string, override bool) []Result {
	if refused := c.refuseCoding(o); refused != nil {
		return refused
	}
	d := &Dotenv{File: o.File, Path: path, Missing: o.Missing, Unknown: o.Unknown, Override: override}
	if o.File == nil {
		c.Record(Event{Kind: DotenvLoaded, Name: path, Dotenv: d})
		if !o.Never {
			why := AbsentDotenv
			if o.Unknown {
				why = "a .env of which it is not known where it is"
			}
			c.Fog(why, path)
			if override {
				c.State = replaceable(c.State, AbsentDotenv)
			}
		}
		return c.Return(unknown("whether a .env was found"))
	}
	type binding struct {
		name string
		val  Value
		at   source.Span
	}
	var sets []binding
	local := map[string]Value{}
	for _, v := range c.m.world.Variables(o.File) {
		if !v.HasValue || v.Name == "" {
			continue
		}
		at := source.Span{File: o.File, Start: int(v.NameRange.Start), End: int(v.NameRange.End)}
		val := c.dotenvValue(&v, o.File, local)
		local[v.Name] = val
		sets = append(sets, binding{v.Name, val, at})
	}
	last := map[string]int{}
	for i, b := range sets {
		last[b.name] = i
	}
	type write struct {
		name string
		val  Value
		at   source.Span
	}
	var writes []write
	for i, b := range sets {
		if last[b.name] != i {
			continue
		}
		val, kept := c.dotenvBinding(b.name, b.val, override)
		if kept {
			d.Kept = append(d.Kept, b.name)
			continue
		}
		d.Sets = append(d.Sets, b.name)
		writes = append(writes, write{b.name, val, b.at})
	}
	c.Record(Event{Kind: DotenvLoaded, Name: path, Dotenv: d})
	for _, w := range writes {
		c.State.env = c.State.env.set(w.name, Var{Value: w.val, Place: w.at})
	}
	return c.Return(Value{D: Bool(true)})
}

// dotenvBinding is what the variable is after the load, and whether the load leaves it alone.
func (c *Call) dotenvBinding(name string, val Value, override bool) (Value, bool) {
	if override {
		return val, false
	}
	now := c.State.Getenv(name)
	switch d := now.D.(type) {
	case Absent:
		return val, false
	case Env:
		if d.Default != nil && (IsNone(*d.Default) || IsAbsent(*d.Default)) {
			if d.Name == name {
				return Value{D: Env{Name: name, Default: &val}, From: val.From}, false
			}
		}
	case OneOf:
		return mapAlts(now, func(a Value) Value {
			if e, ok := a.D.(Env); ok && e.Default != nil && IsNone(*e.Default) {
				return Value{D: Env{Name: name, Default: &val}, From: val.From}
			}
			if IsAbsent(a) {
				return val
			}
			return a
		}), false
	}
	return now, true
}

// dotenvValue is a value of a .env file, with the variables that it refers to.
func (c *Call) dotenvValue(v *syntax.Variable, file *source.File, local map[string]Value) Value {
	at := source.Span{File: file, Start: int(v.ValueRange.Start), End: int(v.ValueRange.End)}
	from := &Origin{Kind: FromFile, Span: at, Name: v.Name}
	var parts []Value
	for _, p := range v.Pieces {
		switch {
		case p.Opaque:
			parts = append(parts, unknown("a value that a shell computes"))
		case p.Ref == "":
			parts = append(parts, Value{D: Str(p.Lit)})
		default:
			ref, ok := local[p.Ref]
			if !ok {
				def := Value{D: Str(p.Default)}
				ref = mapAlts(c.State.Getenv(p.Ref), func(a Value) Value {
					if IsAbsent(a) {
						return def
					}
					if e, ok := a.D.(Env); ok && e.Default != nil && IsNone(*e.Default) {
						return Value{D: Env{Name: e.Name, Default: &def, Maybe: e.Maybe}}
					}
					return a
				})
			}
			parts = append(parts, toStr(ref))
		}
	}
	out := concat(parts)
	out.From = from
	return out
}

// settingsFile applies the env_file of a pydantic settings class: its fields may come from there, the environment stays as it is.
func (m *machine) settingsFile(f *frame, path string, st State, at source.Span) State {
	return fog(st, at, "a settings class reads "+path, path)
}

// ineffectiveExport records a write that only a subprocess sees.
func (c *Call) ineffectiveExport(command string, at source.Span) {
	for _, part := range strings.FieldsFunc(command, func(r rune) bool { return r == ';' || r == '&' || r == '|' || r == '\n' }) {
		words := strings.Fields(part)
		if len(words) == 2 && (words[0] == "source" || words[0] == ".") {
			c.ineffectiveSource(strings.Trim(words[1], `"'`), at)
			continue
		}
		if len(words) < 2 || words[0] != "export" && words[0] != "set" && words[0] != "setx" {
			continue
		}
		for _, w := range words[1:] {
			name, val, ok := strings.Cut(w, "=")
			if !ok && words[0] == "setx" && len(words) > 2 {
				name, val, ok = words[1], words[2], true
			}
			if ok && name != "" && !strings.ContainsAny(name, " $`\"'") {
				c.Record(Event{Kind: Ineffective, Name: name, Value: Value{D: Str(val)}, Span: at, Whole: c.Whole, Args: Args{Pos: []Value{{D: Str(words[0])}}}})
			}
			if words[0] == "setx" {
				break
			}
		}
	}
}

// ineffectiveSource records what a shell reads from a .env before it ends. Of a file that is not there no name is known.
func (c *Call) ineffectiveSource(file string, at source.Span) {
	if base := path.Base(file); !strings.HasPrefix(base, ".env") && !strings.HasSuffix(base, ".env") {
		return
	}
	how := Args{Pos: []Value{{D: Str("source")}}}
	found := c.Open(file)
	if found.File == nil {
		c.Record(Event{Kind: Ineffective, Value: unknown("what a file holds"), Span: at, Whole: c.Whole, Args: how})
		return
	}
	for _, v := range c.m.world.Variables(found.File) {
		if v.HasValue {
			c.Record(Event{Kind: Ineffective, Name: v.Name, Value: unknown("what a file holds"), Span: at, Whole: c.Whole, Args: how})
		}
	}
}

// runsProgram reports whether a shell command does something besides setting variables: then the export serves that.
func runsProgram(command string) bool {
	for _, part := range strings.FieldsFunc(command, func(r rune) bool { return r == ';' || r == '&' || r == '|' || r == '\n' }) {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "export", "set", "setx", "echo", "env", "printenv", "source", ".":
		default:
			return true
		}
	}
	return false
}

// magic does what a notebook's line or cell magic does.
func (m *machine) magic(f *frame, s *syntax.Magic, st State) []flow {
	c := &Call{m: m, f: f, State: st, Path: "%" + s.Name, Place: f.span(s), Whole: f.span(s)}
	if s.Into != nil {
		c.State = m.bind(f, c.State, s.Into.Ident, unknown("the output of a command"))
	}
	switch s.Kind {
	case syntax.ShellLine:
		if !runsProgram(s.Args) {
			c.ineffectiveExport(s.Args, f.span(s))
		}
	case syntax.CellMagic:
		switch s.Name {
		case "bash", "sh", "script":
			if !runsProgram(s.Body) {
				c.ineffectiveExport(s.Body, f.span(s))
			}
		}
	case syntax.LineMagic:
		return c.lineMagic(s)
	}
	return fall(c.State)
}

func (c *Call) lineMagic(s *syntax.Magic) []flow {
	switch s.Name {
	case "env", "set_env":
		name, val, ok := strings.Cut(s.Args, "=")
		if !ok {
			name, val, ok = strings.Cut(s.Args, " ")
		}
		name, val = strings.TrimSpace(name), strings.TrimSpace(val)
		if !ok || name == "" {
			break
		}
		v := Value{D: Str(val), From: &Origin{Kind: FromLiteral, Span: c.Place}}
		if strings.ContainsAny(val, "${}") {
			v = unknown("a value that IPython computes")
		}
		c.Setenv(name, v, c.Place)
	case "dotenv":
		override := strings.Contains(s.Args, "-o")
		path := ""
		for _, w := range strings.Fields(s.Args) {
			if !strings.HasPrefix(w, "-") {
				path = w
			}
		}
		o := c.findDotenv()
		if path != "" {
			o = c.Open(path)
		}
		var out []flow
		for _, r := range c.loadDotenv(o, path, override) {
			out = append(out, flow{st: r.State})
		}
		return out
	case "run":
		path := ""
		for _, w := range strings.Fields(s.Args) {
			if !strings.HasPrefix(w, "-") {
				path = w
				break
			}
		}
		return c.runScript(strings.Trim(path, `"'`))
	case "load_ext", "reload_ext":
	}
	return fall(c.State)
}

// runScript is `%run path`: the script's names come to the notebook.
func (c *Call) runScript(path string) []flow {
	name := strings.TrimSuffix(strings.ReplaceAll(strings.TrimPrefix(path, "./"), "/", "."), ".py")
	imp := c.m.world.Import(c.f.module, name, 0)
	if len(imp.Chain) == 0 || imp.Chain[len(imp.Chain)-1] == nil {
		c.Fog("a script that was not found", path)
		return fall(c.m.bindImported(c.f, syntax.Alias{Name: "*"}, Value{}, c.State))
	}
	var out []flow
	for _, fl := range c.m.runChain(c.f, imp, c.State) {
		if fl.kind == falls {
			fl.st = c.m.takeStar(c.f, c.m.moduleValue(imp, len(imp.Chain)-1, fl.st), fl.st)
		}
		out = append(out, fl)
	}
	return out
}

// loadsDotenv reports whether path is of a package that loads a .env when it is imported.
func loadsDotenv(path string) bool {
	top, _, _ := strings.Cut(path, ".")
	return top == "litellm" || top == "chainlit" || top == "crewai"
}

// settingsOfDynaconf loads a .env when it is first asked.
const settingsOfDynaconf = "dynaconf.settings"

// importsQuietly reports whether nothing happens when path of a package is imported.
func (m *machine) importsQuietly(path string) bool {
	return !loadsDotenv(path) && path != settingsOfDynaconf && m.world.Foreign(path) == nil
}

// foreignImport says what importing a package does to the environment.
func (m *machine) foreignImport(f *frame, path string, at source.Span, st State) State {
	if loadsDotenv(path) {
		top, _, _ := strings.Cut(path, ".")
		c := &Call{m: m, f: f, State: st, Path: path, Place: at, Whole: at}
		st.readsMore()
		if _, done := st.must.get("import " + top); !done {
			c.State.must = c.State.must.set("import "+top, true)
			for _, r := range c.loadDotenv(m.world.FindDotenv(f.module), "", false) {
				return r.State
			}
		}
		return c.State
	}
	if path == settingsOfDynaconf {
		return fog(st, at, "settings load a .env", "")
	}
	out := m.world.Foreign(path)
	if out != nil {
		st = m.record(f, st, Event{Kind: Imported, Name: path, Span: at, Whole: at})
	}
	if out != nil && out.Sets {
		return fog(st, at, path+" may set variables when it is imported", "")
	}
	return st
}

// clearEnviron is os.environ.clear(): no variable is set.
func (m *machine) clearEnviron(f *frame, at source.Span, st State) State {
	for _, name := range m.variables(&st) {
		st = m.unset(f, name, at, st)
	}
	return st
}

// variables are those that matter when a program goes through all: those that it wrote, and those that others ask.
func (m *machine) variables(st *State) []string {
	st.readsEnv()
	names := append([]string{}, m.asked...)
	st.env.each(func(name string, _ Var) bool {
		names = append(names, name)
		return true
	})
	slices.Sort(names)
	return slices.Compact(names)
}

// unset removes a variable that may be set.
func (m *machine) unset(f *frame, name string, at source.Span, st State) State {
	rs := m.environDelete(f, Value{D: Str(name)}, at, st, false)
	return rs[0].State
}

// eachVariable is a loop over the variables: what its body deletes when the target is one that matters. What else it does with names that
// are not known was seen by the loop itself.
func (m *machine) eachVariable(f *frame, s *syntax.For, st State) State {
	pairs, ok := m.overEnviron(f, s.Iter, st)
	if !ok || !deletes(s.Body) {
		return st
	}
	for _, name := range m.variables(&st) {
		if IsAbsent(st.Getenv(name)) {
			continue
		}
		it := Value{D: Str(name)}
		if pairs {
			it = Value{D: Tuple{Elts: []Value{it, unknown("the value of a variable")}}}
		}
		if at, gone := m.deletesIt(f, s, it, name, st); gone {
			st = m.unset(f, name, at, st)
		}
	}
	return st
}

// deletesIt reports whether the body of a loop deletes a variable on every run on which the target is it, and where.
func (m *machine) deletesIt(f *frame, s *syntax.For, it Value, name string, st State) (at source.Span, gone bool) {
	st.change().outside = st.rest().outside.set(name, true)
	for _, fl := range m.assign(f, s.Target, it, st) {
		if fl.kind != falls {
			return at, false
		}
		for _, fl := range m.exec(f, s.Body, fl.st) {
			w, written := fl.st.Written(name)
			if fl.kind != falls && fl.kind != continues || !written || !IsAbsent(w.Value) {
				return at, false
			}
			at, gone = w.Place, true
		}
	}
	return at, gone
}

// overEnviron reports whether what a loop goes through are all variables: os.environ, its keys, a copy; or its items, in pairs.
func (m *machine) overEnviron(f *frame, e syntax.Expr, st State) (pairs, ok bool) {
	for range maxUnroll {
		c, call := e.(*syntax.Call)
		if !call {
			break
		}
		switch fun := c.Fun.(type) {
		case *syntax.Attr:
			if len(c.Args) > 0 || fun.Name != "copy" && fun.Name != "keys" && fun.Name != "items" {
				return false, false
			}
			pairs = pairs || fun.Name == "items"
			e = fun.X
		case *syntax.Name:
			switch fun.Ident {
			case "list", "tuple", "set", "sorted", "dict":
			default:
				return false, false
			}
			if len(c.Args) != 1 || c.Args[0].Name != "" || c.Args[0].Star != 0 {
				return false, false
			}
			e = c.Args[0].Value
		default:
			return false, false
		}
	}
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
	default:
		return false, false
	}
	rs := m.eval(f, e, st)
	return pairs, len(rs) == 1 && rs[0].Exc == nil && isEnviron(rs[0].Value)
}

// deletes reports whether a body may delete a variable.
func deletes(body []syntax.Stmt) bool {
	found := false
	syntax.Each(&syntax.Module{Body: body}, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Del:
			found = true
		case *syntax.Attr:
			found = found || n.Name == "pop" || n.Name == "unsetenv"
		}
	})
	return found
}
