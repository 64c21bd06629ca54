package model

import (
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// Outside describes AutoGen's names to the evaluator, for the installations that a program may run with.
func Outside(installs autogen.Set) func(name string) *eval.Outside {
	memo := map[string]*eval.Outside{}
	return func(name string) *eval.Outside {
		if out, ok := memo[name]; ok {
			return out
		}
		out := describe(name, installs)
		memo[name] = out
		return out
	}
}

func describe(name string, installs autogen.Set) *eval.Outside {
	if cls := autogen.ClassOf(name); cls != nil {
		if cls.Kind == autogen.LLMConfig {
			return &eval.Outside{Class: true, Bases: cls.Bases, Params: cls.Params, Pure: true, Call: buildLLMConfig(cls)}
		}
		if cls.Gen == autogen.V02 && cls.LLMParam == "llm_config" && !autogen.LoadsDotenv(name) {
			return &eval.Outside{Class: true, Bases: cls.Bases, Params: cls.Params, Pure: true, Call: buildAgent(cls)}
		}
		return &eval.Outside{Class: true, Bases: cls.Bases, Params: cls.Params, Pure: true, Sets: autogen.LoadsDotenv(name)}
	}
	if autogen.SDKClient(name) || autogen.KeyCredential(name) {
		return &eval.Outside{Class: true, Pure: true}
	}
	if h := autogen.HelperOf(name); h != "" {
		if call := helperCall(h, installs); call != nil {
			return &eval.Outside{Pure: true, Call: call}
		}
		return &eval.Outside{Pure: true}
	}
	if autogen.LoadsComponent(name) {
		return &eval.Outside{Pure: true, Call: loadComponent}
	}
	if autogen.MakesDict(name) {
		return &eval.Outside{Pure: true, Call: (*eval.Call).Dict}
	}
	if cls, method := methodOf(name); cls != nil {
		return describeMethod(cls, method, installs)
	}
	if autogen.Package(name) || autogen.LoadsDotenv(name) {
		return &eval.Outside{Pure: true, Sets: autogen.LoadsDotenv(name)}
	}
	return nil
}

// describeMethod describes the methods that make a client, or return the object itself.
func describeMethod(cls *autogen.Class, method string, installs autogen.Set) *eval.Outside {
	switch method {
	case "copy", "__replace__":
		if cls.Kind == autogen.ModelConfig {
			return &eval.Outside{Pure: true, Call: copyConfig(cls)}
		}
	case "from_json":
		if cls.Kind == autogen.LLMConfig {
			return &eval.Outside{Pure: true, Call: llmConfigFromJSON(cls, installs)}
		}
	case "where":
		if cls.Kind == autogen.LLMConfig {
			return &eval.Outside{Pure: true, Call: where(cls, installs)}
		}
	case "__enter__", "__aenter__":
		return nil
	}
	return &eval.Outside{Pure: true}
}

// buildAgent makes a classic agent, which keeps a copy of its configuration (ms@v0.2.40: agentchat/conversable_agent.py:156-163).
func buildAgent(cls *autogen.Class) func(*eval.Call) []eval.Result {
	return func(c *eval.Call) []eval.Result {
		v := c.Build(c.Path)
		given, ok := c.Args.At(cls.LLMPosition, cls.LLMParam)
		if o := c.State.Deref(given); ok && o != nil && o.Kind == eval.DictObj {
			c.SetAttr(v, cls.LLMParam, c.Copy(given))
		}
		return c.Return(v)
	}
}

// buildLLMConfig makes an LLMConfig, whose config_list holds its entries: items of an entry are its fields (ag2c@0.14.1:
// llm_config/entry.py, __getitem__).
func buildLLMConfig(cls *autogen.Class) func(*eval.Call) []eval.Result {
	return func(c *eval.Call) []eval.Result {
		given := append([]eval.Value{}, c.Args.Pos...)
		open := c.Args.More
		for _, n := range c.Args.Named {
			if n.Name == "config_list" {
				given = append(given, n.Value)
			}
		}
		list := &eval.Object{Kind: eval.ListObj, Open: open || len(given) == 0}
		for _, v := range given {
			o := c.State.Deref(v)
			switch {
			case o != nil && o.Kind == eval.DictObj:
				list.Elts = append(list.Elts, entryObject(c, v, o))
			case o != nil && o.Kind == eval.ListObj && !o.Open:
				for _, x := range o.Elts {
					list.Elts = append(list.Elts, entryObject(c, x, c.State.Deref(x)))
				}
			default:
				list.Open = true
			}
		}
		config := c.Build(cls.Name)
		c.SetAttr(config, "config_list", c.Alloc(list))
		return c.Return(config)
	}
}

// entryObject is the object that an LLMConfig makes of an entry's dict: what happens to the one is no change of the other.
func entryObject(c *eval.Call, v eval.Value, o *eval.Object) eval.Value {
	if o == nil || o.Kind != eval.DictObj {
		return v
	}
	n := *o
	n.Data = eval.Attributes{}
	made := c.Alloc(&n)
	made.From = v.From
	return made
}

// copyConfig is copy() of AG2 1.x: the same configuration with some fields replaced (ag2@1.2: config/config.py).
func copyConfig(cls *autogen.Class) func(*eval.Call) []eval.Result {
	return func(c *eval.Call) []eval.Result {
		o := c.State.Deref(c.Self)
		if o == nil || o.Built == nil {
			return c.Unknown("a copy of a configuration that is not known", true)
		}
		args := o.Built.Args
		args.Named = append([]eval.NamedArg{}, args.Named...)
		args.More = args.More || c.Args.More
		replace := func(n eval.NamedArg) {
			for i := range args.Named {
				if args.Named[i].Name == n.Name {
					args.Named[i] = n
					return
				}
			}
			args.Named = append(args.Named, n)
		}
		o.Each(func(name string, v eval.Value) bool {
			replace(eval.NamedArg{Name: name, Value: v, Place: spanOf(v)})
			return true
		})
		for _, n := range c.Args.Named {
			replace(n)
		}
		c.Args = args
		return c.Return(c.Build(cls.Name))
	}
}

// wrongComponent is what load_component raises.
type wrongComponent struct {
	class string
	eval.Refusal
}

// badComponent reports what load_component certainly does not take: a dict without provider or config, a provider that is no
// alias and no path of a class (ms@0.7.5: CORE/_component_config.py:47, 146-190).
func badComponent(o *eval.Object, provider string, known bool) (wrongComponent, bool) {
	named, has := o.Item("provider")
	_, configured := o.Item("config")
	switch {
	case o.Open:
	case !has:
		return wrongComponent{"pydantic_core._pydantic_core.ValidationError", eval.Refusal{Text: autogen.ComponentLacks("provider"), Place: meantFor(o, func(v eval.Value) bool { _, text := eval.AsStr(v); return text })}}, true
	case !configured:
		return wrongComponent{"pydantic_core._pydantic_core.ValidationError", eval.Refusal{Text: autogen.ComponentLacks("config"), Place: meantFor(o, func(v eval.Value) bool { _, ref := v.D.(eval.Ref); return ref })}}, true
	case known && !strings.Contains(provider, ".") && autogen.ComponentClass(provider) == nil:
		return wrongComponent{"ValueError", eval.Refusal{Place: spanOf(named.Value), Text: autogen.NoProvider}}, true
	}
	return wrongComponent{}, false
}

// meantFor is the place of the one key of a component's dict that is no field of it and has a value of the kind that is missing.
func meantFor(o *eval.Object, fits func(eval.Value) bool) (place source.Span) {
	for _, it := range o.Items {
		name, ok := eval.AsStr(it.Key)
		if !ok || autogen.ComponentField(name) || !fits(it.Value) {
			continue
		}
		if place.Valid() {
			return source.Span{} // which of them is not plain
		}
		place, _ = it.Key.Literal()
	}
	return place
}

// loadComponent builds the class that a component's dict names.
func loadComponent(c *eval.Call) []eval.Result {
	v, ok := c.Args.At(0, "model")
	if !ok {
		v, ok = c.Args.At(0, "config")
	}
	if !ok || c.State.Deref(v) == nil {
		mistyped(c, v, "'tuple' object has no attribute 'provider'")
		return c.Unknown("a component", true)
	}
	built, refused := component(c, v, 0)
	if refused != nil {
		return refused
	}
	return c.Return(built)
}

// component builds what a dict describes, and before that what the components in it describe: a team's agents, an agent's client
// (ms@0.7.5: _from_config of CHAT/agents/_assistant_agent.py and CHAT/teams/_group_chat). It returns instead what ends the call.
func component(c *eval.Call, v eval.Value, depth int) (eval.Value, []eval.Result) {
	o := c.State.Deref(v)
	if o == nil || o.Kind != eval.DictObj || depth > 8 {
		return someComponent(c), nil
	}
	provider, ok := o.Item("provider")
	name, known := eval.AsStr(provider.Value)
	if wrong, ok := badComponent(o, name, known); ok {
		if !wrong.Place.Valid() {
			wrong.Place = spanOf(v)
			if o.From != nil {
				wrong.Place = o.From.Span
			}
		}
		return eval.Value{}, c.Refuse(wrong.class, &wrong.Refusal)
	}
	cls := autogen.ComponentClass(name)
	if !ok || !known || cls == nil && !autogen.Package(name) {
		return someComponent(c), nil
	}
	cfg, _ := o.Item("config")
	args, refused := componentArgs(c, cfg.Value, cls == nil || cls.Kind != autogen.ModelClient, depth)
	if refused != nil {
		return eval.Value{}, refused
	}
	if cls == nil {
		return someComponent(c), nil
	}
	c.Args = args
	return c.BuildFrom(cls.Name, cfg.Value), nil
}

func someComponent(c *eval.Call) eval.Value { return c.Unknown("a component", true)[0].Value }

// componentArgs are the fields of a component as arguments; those that describe components are built, if nested says that there may be
// such.
func componentArgs(c *eval.Call, cfg eval.Value, nested bool, depth int) (eval.Args, []eval.Result) {
	o := c.State.Deref(cfg)
	if o == nil || o.Kind != eval.DictObj {
		return eval.Args{More: true}, nil
	}
	args := eval.Args{More: o.Open}
	for _, it := range o.Items {
		key, ok := eval.AsStr(it.Key)
		if !ok {
			continue
		}
		v := it.Value
		if nested {
			var refused []eval.Result
			if v, refused = built(c, v, depth+1); refused != nil {
				return args, refused
			}
		}
		at, _ := it.Key.Literal()
		args.Named = append(args.Named, eval.NamedArg{Name: key, Value: v, Place: at})
	}
	return args, nil
}

// built is v, with what describes a component built: v itself, or the elements of a list.
func built(c *eval.Call, v eval.Value, depth int) (eval.Value, []eval.Result) {
	o := c.State.Deref(v)
	switch {
	case o == nil:
		return v, nil
	case o.Kind == eval.ListObj:
		list := &eval.Object{Kind: eval.ListObj, Open: o.Open}
		for _, x := range o.Elts {
			made, refused := built(c, x, depth)
			if refused != nil {
				return v, refused
			}
			list.Elts = append(list.Elts, made)
		}
		return c.Alloc(list), nil
	case o.Kind == eval.DictObj:
		_, described := o.Item("provider")
		if _, configured := o.Item("config"); described && configured {
			return component(c, v, depth)
		}
	}
	return v, nil
}

// mistyped notes that a tuple of the program's text is given to what takes a dict or a list.
func mistyped(c *eval.Call, v eval.Value, text string) {
	if at, written := v.Literal(); written && isTuple(v) {
		c.Record(eval.Event{Kind: eval.Mistyped, Name: "AttributeError", Value: v, Refusal: &eval.Refusal{Place: at, Text: text}})
	}
}

func isTuple(v eval.Value) bool {
	_, ok := v.D.(eval.Tuple)
	return ok
}

// helperCall evaluates AutoGen's own functions that make config lists.
func helperCall(name string, installs autogen.Set) func(*eval.Call) []eval.Result {
	switch name {
	case "config_list_from_json":
		return func(c *eval.Call) []eval.Result { return configListFromJSON(c, installs) }
	case "filter_config":
		return func(c *eval.Call) []eval.Result {
			list, _ := c.Args.At(0, "config_list")
			filter, _ := c.Args.At(1, "filter_dict")
			exclude, _ := c.Args.At(2, "exclude")
			if b, ok := exclude.D.(eval.Bool); exclude.D != nil && (!ok || bool(b)) {
				return c.Unknown("the entries that a filter leaves", true)
			}
			return c.Return(filterConfig(c, list, filter, installs))
		}
	case "get_config_list":
		return getConfigList
	case "config_list_from_models", "config_list_gpt4_gpt35", "config_list_openai_aoai":
		return func(c *eval.Call) []eval.Result {
			c.Record(eval.Event{Kind: eval.Called, Name: "autogen." + name, Args: c.Args})
			return c.Return(c.Alloc(&eval.Object{Kind: eval.ListObj, Open: true}))
		}
	case "config_list_from_dotenv":
		return func(c *eval.Call) []eval.Result { return configListFromDotenv(c, installs) }
	}
	return nil
}

// configListFromDotenv makes an entry of every model of a map whose key some variable holds, and of gpt-4 and gpt-3.5-turbo
// (ms@v0.2.40: oai/openai_utils.py:642-740). It loads a .env as load_dotenv does; without a path it looks where autogen is installed and
// above that, which may be the project's own .venv.
func configListFromDotenv(c *eval.Call, installs autogen.Set) []eval.Result {
	c.Record(eval.Event{Kind: eval.Called, Name: "autogen.config_list_from_dotenv", Args: c.Args})
	if p, ok := c.Args.At(0, "dotenv_file_path"); ok && !eval.IsNone(p) {
		var out []eval.Result
		for _, r := range c.LoadDotenv(p) {
			c.State = r.State
			out = append(out, listFromMap(c, installs)...)
		}
		return out
	}
	c.Fog("config_list_from_dotenv may load a .env", "")
	return listFromMap(c, installs)
}

// listFromMap makes the entries once the variables are set.
func listFromMap(c *eval.Call, installs autogen.Set) []eval.Result {
	open := func() []eval.Result { return c.Return(c.Alloc(&eval.Object{Kind: eval.ListObj, Open: true})) }
	given, _ := c.Args.At(1, "model_api_key_map")
	models := c.State.Deref(given)
	if models == nil || models.Kind != eval.DictObj || models.Open {
		return open()
	}
	out := &eval.Object{Kind: eval.ListObj}
	filter, filtered := c.Args.At(2, "filter_dict")
	for _, it := range withDefaults(models.Items) {
		name, ok := it.Key.D.(eval.Str)
		if !ok {
			return open()
		}
		entry := &eval.Object{Kind: eval.DictObj, Open: true, Items: []eval.Item{{Key: eval.Value{D: eval.Str("model")}, Value: eval.Value{D: name, From: it.Key.From}}}}
		if fo := c.State.Deref(filter); filtered && fo != nil && fo.Kind == eval.DictObj && !fo.Open && matchesFilter(c, entry, fo, installs) == fitsNot {
			continue
		}
		if !keyAsVariable(it.Value) {
			out.Open = true // some variable may hold its key
		}
	}
	return c.Return(c.Alloc(out))
}

// withDefaults adds the two models that are always looked for.
func withDefaults(items []eval.Item) []eval.Item {
	out := append([]eval.Item{}, items...)
	for _, name := range []string{"gpt-4", "gpt-3.5-turbo"} {
		there := false
		for _, it := range items {
			s, ok := eval.AsStr(it.Key)
			there = there || ok && s == name
		}
		if !there {
			out = append(out, eval.Item{Key: eval.Value{D: eval.Str(name)}, Value: eval.Value{D: eval.Str("OPENAI_API_KEY")}})
		}
	}
	return out
}

// keyAsVariable reports whether a key, or what a variable that holds one is set to, stands where the name of a variable belongs: no
// variable has such a name.
func keyAsVariable(v eval.Value) bool {
	if env, ok := v.D.(eval.Env); ok {
		return autogen.IsKeyVariable(env.Name)
	}
	s, ok := eval.AsStr(v)
	if !ok {
		return false
	}
	_, shaped := autogen.KeyShaped(s)
	return shaped
}

// configListFromJSON reads the variable of that name if it is set, else the file.
func configListFromJSON(c *eval.Call, installs autogen.Set) []eval.Result {
	where, _ := c.Args.At(0, "env_or_file")
	dir, _ := c.Args.At(1, "file_location")
	filter, _ := c.Args.At(2, "filter_dict")
	c.Record(eval.Event{Kind: eval.Called, Name: "autogen.config_list_from_json", Args: c.Args})
	return jsonList(c, where, dir, filter, installs)
}

// jsonList is the list in the variable or the file that where names.
func jsonList(c *eval.Call, where, dir, filter eval.Value, installs autogen.Set) []eval.Result {
	if con, ok := where.D.(eval.Concat); ok && jsonText(con) {
		at, _ := where.Literal()
		return c.Refuse("FileNotFoundError", &eval.Refusal{Place: at, Text: "[Errno 2] No such file or directory"})
	}
	name, ok := eval.AsStr(where)
	if !ok {
		return unknownList(c, "a file that is not known")
	}
	if v, ok := c.State.Written(name); ok {
		return listFromVariable(c, v.Value, filter, installs)
	}
	if v, ok := c.State.Here(name); ok {
		return listFromVariable(c, v, filter, installs)
	}
	file := name
	if d, ok := eval.AsStr(dir); ok && d != "" {
		file = path.Join(d, name)
	} else if dir.D != nil && !eval.IsNone(dir) && !ok {
		return unknownList(c, "a file that is not known")
	}
	found := c.Open(file)
	c.Record(eval.Event{Kind: eval.FileRead, Name: file})
	if found.File == nil {
		return unknownList(c, "a file that is not there")
	}
	return listFromFile(c, found.File, filter, installs)
}

// unknownList is a config_list of which nothing is known but where it comes from.
func unknownList(c *eval.Call, source string) []eval.Result {
	return c.Unknown(listFrom+source, true)
}

const listFrom = "a list from "

// IsConfigList reports whether v is a config_list that nothing else is known of: it holds keys.
func IsConfigList(v eval.Value) bool {
	u, ok := v.D.(eval.Unknown)
	return ok && strings.HasPrefix(u.Why, listFrom)
}

// jsonText reports whether a text is what json.dumps made of a value, which is its second part.
func jsonText(con eval.Concat) bool {
	if len(con.Parts) != 2 {
		return false
	}
	u, ok := con.Parts[0].D.(eval.Unknown)
	return ok && u.Why == "JSON text"
}

func listFromFile(c *eval.Call, f *source.File, filter eval.Value, installs autogen.Set) []eval.Result {
	if eval.Marked(f) {
		return c.RefuseMark(f)
	}
	d, err := c.World().Data(f, "", source.JSON)
	if err != nil {
		return c.RefuseData("json.JSONDecodeError", err, eval.Value{}, f)
	}
	if d.Kind == syntax.DataMap && filter.D != nil && !eval.IsNone(filter) {
		return c.Refuse("AttributeError", &eval.Refusal{Place: source.Span{File: f, Start: int(d.Start), End: int(d.End)}, Text: "'str' object has no attribute 'get'"})
	}
	return c.Return(filterConfig(c, c.Data(d, f), filter, installs))
}

// listFromVariable parses what the program put into the variable: JSON, or the path of a file.
func listFromVariable(c *eval.Call, v eval.Value, filter eval.Value, installs autogen.Set) []eval.Result {
	if con, ok := v.D.(eval.Concat); ok && jsonText(con) {
		return c.Return(filterConfig(c, con.Parts[1], filter, installs))
	}
	text, ok := eval.AsStr(v)
	if !ok {
		return unknownList(c, "a variable")
	}
	if found := c.Open(text); found.File != nil && !strings.ContainsAny(text, "[{") {
		return listFromFile(c, found.File, filter, installs)
	}
	d, err := c.World().Data(nil, text, source.JSON)
	if err != nil {
		return c.RefuseData("json.JSONDecodeError", err, v, nil)
	}
	list := c.Data(d, nil)
	list.From = v.From
	return c.Return(filterConfig(c, list, filter, installs))
}

// filterConfig keeps the entries that a filter takes. What a string or a tuple means differs by version: then it is not known.
func filterConfig(c *eval.Call, list, filter eval.Value, installs autogen.Set) eval.Value {
	if filter.D == nil || eval.IsNone(filter) {
		return list
	}
	open := func() eval.Value { return c.Alloc(&eval.Object{Kind: eval.ListObj, Open: true}) }
	lo, fo := c.State.Deref(list), c.State.Deref(filter)
	if t, ok := list.D.(eval.Tuple); ok && len(t.Elts) == 1 {
		if in := c.State.Deref(t.Elts[0]); in != nil && in.Kind == eval.ListObj {
			mistyped(c, list, "'list' object has no attribute 'get'")
		}
	}
	if lo == nil || lo.Kind != eval.ListObj || lo.Open || fo == nil || fo.Kind != eval.DictObj || fo.Open {
		return open()
	}
	out := &eval.Object{Kind: eval.ListObj}
	for _, x := range lo.Elts {
		eo := c.State.Deref(x)
		if eo == nil || eo.Kind != eval.DictObj {
			return open()
		}
		switch matchesFilter(c, eo, fo, installs) {
		case mayFit:
			return open()
		case fits:
			out.Elts = append(out.Elts, x)
		}
	}
	from := listOrigin(lo)
	if len(lo.Elts) == 0 {
		from = lo.From // nothing was there to filter
	}
	out.From = &eval.Origin{Prev: from, Kind: eval.FromCall, Span: c.Place, Name: c.Path}
	return c.Alloc(out)
}

// listOrigin is the step at which a list that a variable outside may replace was read from its file.
func listOrigin(o *eval.Object) *eval.Origin {
	for s := o.From; s != nil; s = s.Prev {
		if s.Kind == eval.FromCall && autogen.HelperOf(s.Name) == "config_list_from_json" {
			return &eval.Origin{Kind: eval.FromCall, Span: s.Span, Name: s.Name}
		}
	}
	return nil
}

// A fit is whether an entry passes a filter.
type fit uint8

const (
	mayFit fit = iota // it is not known
	fits
	fitsNot
)

func matchesFilter(c *eval.Call, entry, filter *eval.Object, installs autogen.Set) fit {
	for _, it := range filter.Items {
		key, ok := eval.AsStr(it.Key)
		if !ok {
			return mayFit
		}
		accepted, how := filterValues(c, it.Value, installs)
		if how == mayFit {
			return mayFit
		}
		have, has := entry.Item(key)
		if entry.Open && !has || !has && !allStrings(accepted) { // None in the list: versions differ
			return mayFit
		}
		in, sure := false, true
		if has {
			in, sure = isAmong(c, have.Value, accepted)
		}
		switch {
		case !sure:
			return mayFit
		case !in, how == fitsNot:
			return fitsNot
		}
	}
	return fits
}

// filterValues returns what a value of a filter accepts, and whether the installations read it as that: a list; a set or tuple, which
// some do not take. A text differs by version.
func filterValues(c *eval.Call, v eval.Value, installs autogen.Set) ([]eval.Value, fit) {
	var elts []eval.Value
	if t, ok := v.D.(eval.Tuple); ok {
		elts = t.Elts
	} else {
		o := c.State.Deref(v)
		if o == nil || o.Open || o.Kind != eval.ListObj && o.Kind != eval.SetObj {
			return nil, mayFit
		}
		if elts = o.Elts; o.Kind == eval.ListObj {
			return elts, fits
		}
	}
	if installs.SetsFilter() { // where it does not, nothing passes and the agent is not built
		return elts, fits
	}
	return elts, fitsNot
}

func allStrings(vs []eval.Value) bool {
	for _, v := range vs {
		if _, ok := eval.AsStr(v); !ok {
			return false
		}
	}
	return true
}

// isAmong reports whether v, or for a list of tags one of its elements, is among accepted. Within are the lists that v stands in.
func isAmong(c *eval.Call, v eval.Value, accepted []eval.Value, within ...*eval.Object) (in, sure bool) {
	if o := c.State.Deref(v); o != nil && o.Kind == eval.ListObj {
		if o.Open || slices.Contains(within, o) {
			return false, false
		}
		for _, x := range o.Elts {
			in, sure := isAmong(c, x, accepted, append(slices.Clip(within), o)...)
			if in || !sure {
				return in, sure
			}
		}
		return false, true
	}
	s, ok := eval.AsStr(v)
	if !ok {
		return false, false
	}
	for _, a := range accepted {
		t, ok := eval.AsStr(a)
		if !ok {
			return false, false
		}
		if s == t {
			return true, true
		}
	}
	return false, true
}

// getConfigList makes one entry a key, without a model.
func getConfigList(c *eval.Call) []eval.Result {
	open := func() []eval.Result { return c.Return(c.Alloc(&eval.Object{Kind: eval.ListObj, Open: true})) }
	keys, _ := c.Args.At(0, "api_keys")
	elts, ok := c.Elements(keys)
	if !ok || c.Args.More {
		return open()
	}
	var urls []eval.Value
	if v, given := c.Args.At(1, "base_urls"); given && !eval.IsNone(v) {
		if urls, ok = c.Elements(v); !ok || len(urls) != 0 && len(urls) != len(elts) {
			return open()
		}
	}
	out := &eval.Object{Kind: eval.ListObj}
	for i, k := range elts {
		s, known := eval.AsStr(k)
		if known && strings.TrimSpace(s) == "" {
			continue
		}
		if !known && !answers(k) {
			return open() // it may be blank, and have no entry
		}
		at, _ := k.Literal()
		d := &eval.Object{Kind: eval.DictObj, From: &eval.Origin{Kind: eval.FromCall, Span: c.Place}}
		add := func(name string, v eval.Value) {
			key := eval.Value{D: eval.Str(name), From: &eval.Origin{Kind: eval.FromLiteral, Span: at}}
			d.Items = append(d.Items, eval.Item{Key: key, Value: v})
		}
		add("api_key", k)
		if len(urls) > 0 {
			add("base_url", urls[i])
		}
		for n, name := range []string{"api_type", "api_version"} {
			v, given := c.Args.At(n+2, name)
			switch text, plain := eval.AsStr(v); {
			case !given, eval.IsNone(v), plain && text == "":
			case plain:
				add(name, v)
			default:
				d.Open = true // it may be blank, and not be there
			}
		}
		out.Elts = append(out.Elts, c.Alloc(d))
	}
	return c.Return(c.Alloc(out))
}

// answers reports whether v is a variable that gives a text wherever it is read: it has no default, or one that is not blank.
func answers(v eval.Value) bool {
	env, ok := v.D.(eval.Env)
	if !ok || env.Default == nil {
		return ok
	}
	text, known := eval.AsStr(*env.Default)
	return known && strings.TrimSpace(text) != ""
}

// llmConfigFromJSON is LLMConfig.from_json(env=…, path=…, file_location=…, filter_dict=…, …): what config_list_from_json finds, with
// what else is given beside it (ag2c@0.14.0: llm_config/config.py:154-175).
func llmConfigFromJSON(cls *autogen.Class, installs autogen.Set) func(*eval.Call) []eval.Result {
	return func(c *eval.Call) []eval.Result {
		c.Record(eval.Event{Kind: eval.Called, Name: cls.Name + ".from_json", Args: c.Args})
		var where, dir, filter eval.Value
		var beside []eval.NamedArg
		for _, n := range c.Args.Named {
			switch n.Name {
			case "path", "env":
				if where.D != nil {
					return c.Unknown("a configuration that is refused", true)
				}
				where = n.Value
			case "file_location":
				dir = n.Value
			case "filter_dict":
				filter = n.Value
			default:
				beside = append(beside, n)
			}
		}
		if p, is := where.D.(eval.PathVal); is {
			where = p.Text // it is made a text of
		}
		if where.D == nil || c.Args.More || len(c.Args.Pos) > 0 {
			return c.Unknown("a configuration from a file that is not known", true)
		}
		var out []eval.Result
		for _, r := range jsonList(c, where, dir, filter, installs) {
			o := r.State.Deref(r.Value)
			c.State = r.State
			switch {
			case r.Exc != nil:
				out = append(out, r)
			case o == nil || o.Open:
				out = append(out, c.Unknown("a configuration from a file that is not there", true)...)
			case len(o.Elts) == 0 && filter.D != nil:
				none := autogen.Refused(autogen.NothingLeft)
				out = append(out, c.Refuse(none.Exception, &eval.Refusal{Text: none.Text})...) // without a place: a variable would replace the file
			default:
				c.Args = eval.Args{Named: append([]eval.NamedArg{{Name: "config_list", Value: r.Value}}, beside...)} // without a place: nobody wrote it
				out = append(out, c.Return(c.BuildFrom(cls.Name, r.Value))...)
			}
		}
		return out
	}
}

// where is LLMConfig.where(…): the entries that fit, or a ValueError where none does (ag2c@0.14.0: llm_config/config.py).
func where(cls *autogen.Class, installs autogen.Set) func(*eval.Call) []eval.Result {
	return func(c *eval.Call) []eval.Result {
		unknown := func() []eval.Result { return c.Unknown("entries that a filter chose", true) }
		o := c.State.Deref(c.Self)
		if o == nil || o.Built == nil || o.Open || o.Built.Args.More || c.Args.More || len(c.Args.Pos) > 0 {
			return unknown()
		}
		entries, ok := givenEntries(c, o.Built.Args)
		filter := &eval.Object{Kind: eval.DictObj}
		for _, n := range c.Args.Named {
			ok = ok && n.Name != "exclude"
			filter.Items = append(filter.Items, eval.Item{Key: eval.Value{D: eval.Str(n.Name)}, Value: n.Value})
		}
		if !ok {
			return unknown()
		}
		kept := &eval.Object{Kind: eval.ListObj}
		for _, v := range entries {
			switch matchesFilter(c, c.State.Deref(v), filter, installs) {
			case mayFit:
				return unknown()
			case fits:
				kept.Elts = append(kept.Elts, v)
			}
		}
		if len(kept.Elts) == 0 {
			at := c.Place
			if list, ok := o.Built.Args.Get("config_list"); ok && !list.Place.Valid() {
				at = spanOf(list.Value) // a variable of that name would replace the file
			}
			return c.Refuse("ValueError", &eval.Refusal{Place: at, Text: autogen.NothingFits})
		}
		args := eval.Args{Named: []eval.NamedArg{{Name: "config_list", Value: c.Alloc(kept)}}}
		for _, n := range o.Built.Args.Named {
			if n.Name != "config_list" {
				args.Named = append(args.Named, eval.NamedArg{Name: n.Name, Value: n.Value})
			}
		}
		c.Args = args
		return c.Return(c.Build(cls.Name))
	}
}

// givenEntries returns the dicts that an LLMConfig was built of, if all are known and none is open.
func givenEntries(c *eval.Call, args eval.Args) ([]eval.Value, bool) {
	given := append([]eval.Value{}, args.Pos...)
	if list, ok := args.Get("config_list"); ok {
		given = append(given, list.Value)
	}
	var out []eval.Value
	for _, v := range given {
		o := c.State.Deref(v)
		switch {
		case o == nil || o.Open:
			return nil, false
		case o.Kind == eval.DictObj:
			out = append(out, v)
		case o.Kind == eval.ListObj:
			for _, x := range o.Elts {
				if e := c.State.Deref(x); e == nil || e.Kind != eval.DictObj || e.Open {
					return nil, false
				}
			}
			out = append(out, o.Elts...)
		default:
			return nil, false
		}
	}
	return out, len(out) > 0
}
