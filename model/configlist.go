package model

import (
	"path"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// configListFromDotenv makes an entry of every model of a map whose key some variable holds, and of gpt-4 and gpt-3.5-turbo
// (ms@v0.2.40: oai/openai_utils.py:642-740). It loads a .env as load_dotenv does; without a path it looks where autogen is installed and
// above that, which may be the project's own .venv.
func configListFromDotenv(c *eval.Call, installs autogen.Set) []eval.Result {
	c.Record(eval.Event{Kind: eval.Called, Name: "autogen.config_list_from_dotenv", Args: c.Args})
	if p, ok := c.Args.At(0, "dotenv_file_path"); ok && !eval.IsNone(p) {
		var out []eval.Result
		for _, r := range c.LoadDotenv(p) {
			c.State = r.State
			if text, ok := eval.AsStr(p); ok {
				mappedReads(c, c.Open(text).File)
			}
			out = append(out, listFromMap(c, installs)...)
		}
		return out
	}
	c.Fog("config_list_from_dotenv may load a .env", "")
	return listFromMap(c, installs)
}

// mappedReads notes the look-ups of variables that a map names, and that the .env beside does not hold.
func mappedReads(c *eval.Call, file *source.File) {
	given, _ := c.Args.At(1, "model_api_key_map")
	models := c.State.Deref(given)
	if file == nil || models == nil || models.Kind != eval.DictObj {
		return
	}
	for _, it := range withDefaults(models.Items) {
		v := it.Value
		if o := c.State.Deref(v); o != nil && o.Kind == eval.DictObj {
			item, _ := o.Item("api_key_env_var")
			v = item.Value
		}
		name, ok := eval.AsStr(v)
		if !ok {
			continue
		}
		e := eval.Event{Kind: eval.VarRead, Name: name, Value: c.State.Getenv(name), Span: c.Place, Whole: c.Whole}
		env, outside := e.Value.D.(eval.Env)
		if at, written := v.Literal(); written && outside && env.Default != nil && eval.IsNone(*env.Default) && !env.Maybe {
			e.Span, e.Whole, e.Dotenv, e.Args = at, at, &eval.Dotenv{File: file}, eval.Args{Pos: []eval.Value{{D: eval.Str(mappedRead)}}}
		}
		c.Record(e)
	}
}

// mappedRead marks such a look-up: the model gets no entry.
const mappedRead = "a model's key"

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

// listOrigin is the step at which a list that a variable outside may replace was read from its file.
func listOrigin(o *eval.Object) *eval.Origin {
	for s := o.From; s != nil; s = s.Prev {
		if s.Kind == eval.FromCall && autogen.HelperOf(s.Name) == "config_list_from_json" {
			return &eval.Origin{Kind: eval.FromCall, Span: s.Span, Name: s.Name}
		}
	}
	return nil
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
