package model

import (
	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
)

// agentBuilder makes an AgentBuilder, which looks for the models that it may build with in a file of configurations (ms@v0.2.40:
// agentchat/contrib/agent_builder.py:210-226; ag2c@0.9.10: agentchat/contrib/captainagent/agent_builder.py:215-234).
func agentBuilder(installs autogen.Set) func(*eval.Call) []eval.Result {
	return func(c *eval.Call) []eval.Result {
		if _, given := c.Args.Get("llm_config"); given || c.Args.More || len(c.Args.Pos) > 2 {
			return c.Return(c.Build(c.Path)) // behind the second, releases differ
		}
		where, named := c.Args.At(0, "config_file_or_env")
		if !named {
			where = eval.Value{D: eval.Str("OAI_CONFIG_LIST")}
		}
		dir, _ := c.Args.At(1, "config_file_location")
		var out []eval.Result
		for _, r := range jsonList(c, where, dir, builderFilter(c), installs) {
			c.State = r.State
			switch list := r.State.Deref(r.Value); {
			case r.Exc != nil:
				out = append(out, r)
			case list != nil && !list.Open && len(list.Elts) == 0:
				// without a place: a variable of that name would take the place of the file
				out = append(out, c.Refuse("RuntimeError", &eval.Refusal{Text: autogen.NoBuilder})...)
			default:
				out = append(out, c.Return(c.Build(c.Path))...)
			}
		}
		return out
	}
}

// builderFilter is which entries an AgentBuilder may build with.
func builderFilter(c *eval.Call) eval.Value {
	filter := &eval.Object{Kind: eval.DictObj}
	for _, n := range [][2]string{{"model", "builder_model"}, {"tags", "builder_model_tags"}} {
		given, ok := c.Args.Get(n[1])
		o := c.State.Deref(given.Value)
		if !ok || o != nil && o.Kind == eval.ListObj && !o.Open && len(o.Elts) == 0 {
			continue
		}
		v := given.Value
		if o == nil {
			v = c.Alloc(&eval.Object{Kind: eval.ListObj, Elts: []eval.Value{v}})
		}
		filter.Items = append(filter.Items, eval.Item{Key: eval.Value{D: eval.Str(n[0])}, Value: v})
	}
	if len(filter.Items) == 0 {
		return eval.Value{}
	}
	return c.Alloc(filter)
}
