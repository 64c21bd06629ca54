package eval

import (
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// addSettings lists the packages that read settings from the environment and a .env beside it, and that make command lines of functions.
func addSettings(add func(string, func(*Call) []Result)) {
	add("environs.Env environs.FileAwareEnv", func(c *Call) []Result {
		return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "environs.Env"}}}))
	})
	add("environs.Env.read_env environs.env.read_env", func(c *Call) []Result {
		override, given := c.Args.At(3, "override")
		over, known := override.D.(Bool)
		if given && !known {
			c.Fog("a .env that may override was loaded", "")
			return c.Return(none())
		}
		return c.loadFrom(arg(c, 0, "path"), bool(over))
	})
	add("environ.Env.read_env environ.FileAwareEnv.read_env", func(c *Call) []Result { // django-environ
		over, known := argOr(c, 1, "overwrite", Value{D: Bool(false)}).D.(Bool)
		if !known {
			c.Fog("a .env that may override was loaded", "")
			return c.Return(none())
		}
		return c.loadFrom(arg(c, 0, "env_file"), bool(over))
	})
	add("dynaconf.Dynaconf dynaconf.LazySettings", func(c *Call) []Result {
		if load, known := argOr(c, -1, "load_dotenv", Value{D: Bool(false)}).D.(Bool); !known || bool(load) {
			c.Fog("settings load a .env", "")
		}
		return c.Return(unknown("settings"))
	})
	add("environs.Env.__call__ environs.Env.str environs.env environs.env.str", func(c *Call) []Result {
		if len(c.Args.Pos) > 2 || c.Args.More {
			return c.Return(unknown("a setting"))
		}
		if def := arg(c, 1, "default"); !IsAbsent(def) {
			return c.environGet(arg(c, 0, "name"), def)
		}
		return c.m.environItem(c.f, arg(c, 0, "name"), c.Place, c.State)
	})
	add("decouple.config", (*Call).decouple)
	add("pydantic_settings.SettingsConfigDict pydantic.ConfigDict", (*Call).Dict)
	add("click.option", func(c *Call) []Result {
		return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "click.option"}}, Data: c.clickOption()}))
	})
	add("typer.Option typer.Argument", func(c *Call) []Result {
		def := arg(c, 0, "default")
		name, plain := c.optionName()
		if !plain || !fallback(def) {
			return c.Return(Value{D: Unknown{Why: "an argument of the command line"}})
		}
		return c.Return(Value{D: Env{Name: name, Default: &def}, From: def.From})
	})
	add("unittest.mock.patch.dict mock.patch.dict", (*Call).patchDict)
}

// optionPrefix begins the name under which an option of a command line is kept: like a variable, it comes from outside or is its default.
const optionPrefix = "--"

// optionVariable stands between optionPrefix and the variable that is asked where the command line gives nothing.
const optionVariable = "$"

// optionName is the name under which an option is kept until it is bound; false where several variables are asked, or it is not known which.
func (c *Call) optionName() (string, bool) {
	env, given := c.Args.Get("envvar")
	if !given || IsNone(env.Value) {
		return optionPrefix, true
	}
	name, ok := AsStr(env.Value)
	return optionPrefix + optionVariable + name, ok && name != ""
}

// A clickOption is what @click.option says of a parameter: its default, or the zero Value where it is not known.
type clickOption struct {
	name string
	kept string
	def  Value
}

// clickOption is what the decorator says.
func (c *Call) clickOption() *clickOption {
	kept, plain := c.optionName()
	if !plain {
		return &clickOption{name: argumentName(c.Args)}
	}
	return &clickOption{argumentName(c.Args), kept, c.clickDefault()}
}

// clickDefault is what an option is where neither the command line nor anything else gives it.
func (c *Call) clickDefault() Value {
	for _, n := range []string{"prompt", "callback", "cls", "type", "is_flag", "multiple", "nargs", "required"} {
		if _, given := c.Args.Get(n); given {
			return Value{}
		}
	}
	def, _ := c.Args.Get("default")
	if c.Args.More || !fallback(def.Value) {
		return Value{}
	}
	return def.Value
}

// fallback reports whether v is a text, or a variable, that an option may be.
func fallback(v Value) bool {
	switch v.D.(type) {
	case Str, Env:
		return true
	}
	return false
}

// withOption is fn as a click option leaves it: where it is called as a command, the parameter is what the command line says, or the
// default.
func (m *machine) withOption(fn *Func, o *clickOption) *Func {
	if o.def.D == nil {
		return fn
	}
	params := fn.params()
	defaults := make([]Value, len(params))
	copy(defaults, fn.Defaults)
	for i, p := range params {
		if p.Name == o.name {
			defaults[i] = Value{D: Env{Name: o.kept, Default: &o.def}, From: o.def.From}
		}
	}
	out := *fn
	out.Defaults = defaults
	m.defs = append(m.defs, &out)
	return &out
}

// asOption gives the default of a parameter that an option fills its name, or what the variable holds that is asked then; ok says that it
// is an option.
func asOption(def Value, param string, st *State) (v Value, ok bool) {
	env, is := def.D.(Env)
	if !is || !strings.HasPrefix(env.Name, optionPrefix) {
		return def, false
	}
	variable, asks := strings.CutPrefix(env.Name, optionPrefix+optionVariable)
	switch {
	case env.Name == optionPrefix:
		env.Name += param
		return Value{D: env, From: def.From}, true
	case !asks:
		return def, false
	}
	held := st.Getenv(variable)
	switch d := held.D.(type) {
	case Absent:
		return Value{D: env.Default.D, From: def.From}, true
	case Env:
		if d.Default != nil && IsNone(*d.Default) {
			env.Name, env.Maybe = variable, d.Maybe
			return Value{D: env, From: def.From}, true
		}
	case Str:
		if d == "" { // click passes it over
			return Value{D: env.Default.D, From: def.From}, true
		}
	}
	return held, true
}

// decouple is config(name, default): the environment, else the .env or settings.ini beside the program, else the default.
func (c *Call) decouple() []Result {
	def := arg(c, 1, "default")
	if _, cast := c.Args.Get("cast"); cast || len(c.Args.Pos) > 2 || c.Args.More {
		return c.Return(unknown("a setting"))
	}
	name, ok := AsStr(arg(c, 0, "option"))
	beside := c.m.world.FindDotenv(c.f.module)
	if ini := c.m.world.Open("settings.ini"); !ok || ini.File != nil || ini.Unknown || beside.Unknown {
		return c.Return(unknown("a setting"))
	}
	if v, in := c.inDotenv(beside.File, name); in {
		def = v
	}
	if IsAbsent(def) {
		return c.m.environItem(c.f, arg(c, 0, "option"), c.Place, c.State)
	}
	return c.environGet(arg(c, 0, "option"), def)
}

// inDotenv is the value of a name in a .env that is read, and not loaded.
func (c *Call) inDotenv(file *source.File, name string) (Value, bool) {
	if file == nil {
		return Value{}, false
	}
	found, in := Value{}, false
	local := map[string]Value{}
	for _, v := range c.m.world.Variables(file) {
		if !v.HasValue {
			continue
		}
		val := c.dotenvValue(&v, file, local)
		local[v.Name] = val
		if strings.EqualFold(v.Name, name) {
			found, in = val, true
		}
	}
	return found, in
}

// A patched is the environment as patch.dict found it, which it puts back.
type patched struct {
	set   Value
	named Args
	env   tree[Var]
	clear bool // it has nothing else meanwhile
	in    bool // the with statement's body is under way
}

// patchDict is patch.dict(os.environ, …): variables that are set for a while.
func (c *Call) patchDict() []Result {
	what := arg(c, 0, "in_dict")
	if name, ok := AsStr(what); !isEnviron(what) && !(ok && name == "os.environ") {
		c.State = c.m.blur(c.f, what, c.State, c.Whole, 0)
		return c.Return(unknown("what unittest.mock.patch.dict returns"))
	}
	named, clear := Args{More: c.Args.More}, false
	for _, n := range c.Args.Named {
		switch n.Name {
		case "clear":
			yes, is := n.Value.D.(Bool)
			if !is {
				c.Fog("the environment was replaced for a while", "")
			}
			clear = bool(yes)
		case "in_dict", "values":
		default:
			named.Named = append(named.Named, n)
		}
	}
	values := arg(c, 1, "values")
	if IsAbsent(values) {
		values = Value{}
	}
	o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "unittest.mock.patch.dict"}}, Data: &patched{set: values, named: named, clear: clear}}
	return c.Return(c.Alloc(o))
}

// patchEnviron enters such a with statement.
func (m *machine) patchEnviron(f *frame, e syntax.Expr, id ID, o *Object, p *patched, st State) State {
	st.readsEnv()
	in := *p
	in.env, in.in = st.env, true
	c := *o
	c.Data = &in
	st = put(st, id, &c)
	if p.clear {
		st = m.clearEnviron(f, f.span(e), st)
	}
	return m.environUpdate(f, p.set, p.named, f.span(e), st)
}
