package model

import (
	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
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
	if autogen.SDKClient(name) || autogen.KeyCredential(name) || autogen.TokenCredential(name) {
		return &eval.Outside{Class: true, Pure: true}
	}
	if autogen.BuilderOf(name) {
		return &eval.Outside{Class: true, Pure: true, Call: agentBuilder(installs)}
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

const listFrom = "a list from "

const (
	mayFit fit = iota // it is not known
	fits
	fitsNot
)

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
