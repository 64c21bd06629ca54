package model_test

import (
	"testing"

	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/model"
)

func TestIdle(t *testing.T) {
	text := func(s string) eval.Value { return eval.Value{D: eval.Str(s)} }
	printed := func(v eval.Value) eval.Event {
		return eval.Event{Kind: eval.Printed, Name: "print", Args: eval.Args{Pos: []eval.Value{text("got"), v}}}
	}
	none := eval.Value{D: eval.NoneVal{}}
	for _, c := range []struct {
		of   string
		e    eval.Event
		want bool
	}{
		{"a call of any package", eval.Event{Kind: eval.Called, Name: "shutil.rmtree"}, true},
		{"a call of AutoGen", eval.Event{Kind: eval.Called, Name: "autogen.config_list_from_json"}, false},
		{"a method of a client", eval.Event{Kind: eval.Called, Name: "autogen_ext.models.openai.OpenAIChatCompletionClient.create"}, false},
		{"a method of an LLMConfig", eval.Event{Kind: eval.Called, Name: "autogen.LLMConfig.__enter__"}, false},
		{"an item of a list", eval.Event{Kind: eval.ItemSet}, true},
		{"an attribute", eval.Event{Kind: eval.AttrSet, Name: "pydantic.BaseModel.title"}, true},
		{"an agent's client", eval.Event{Kind: eval.AttrSet, Name: "autogen.AssistantAgent.client"}, false},
		{"a client that is built", eval.Event{Kind: eval.Built, Name: "autogen.OpenAIWrapper"}, false},
		{"a variable", eval.Event{Kind: eval.VarRead, Name: "HOME"}, false},
		{"an import", eval.Event{Kind: eval.Imported, Name: "autogen"}, false},
		{"a text that is printed", printed(text("hello")), true},
		{"a number that is printed", printed(eval.Value{D: eval.Int(1)}), true},
		{"something that is printed", printed(eval.Value{D: eval.Unknown{}}), true},
		{"a variable that is printed", printed(eval.Value{D: eval.Env{Name: "OPENAI_API_KEY", Default: &none}}), false},
		{"what came of a variable", printed(eval.Value{D: eval.Unknown{}, From: &eval.Origin{Kind: eval.FromEnv, Name: "OPENAI_API_KEY"}}), false},
		{"a text with a variable in it", printed(eval.Value{D: eval.Concat{Parts: []eval.Value{text("key: "), {D: eval.Env{Name: "OPENAI_API_KEY"}}}}}), false},
		{"a list that is printed", printed(eval.Value{D: eval.Ref{ID: 1}}), false},
	} {
		if got := model.Idle(&c.e); got != c.want {
			t.Errorf("%s: %v; want %v", c.of, got, c.want)
		}
	}
}
