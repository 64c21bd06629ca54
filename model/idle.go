package model

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
)

// Idle reports whether e has nothing to do with AutoGen, with keys or with variables. Where all events of a run are such, nothing can be
// said of it: it builds no client, and what it does to objects counts only for clients that it builds, but for one attribute.
func Idle(e *eval.Event) bool {
	switch e.Kind {
	case eval.Called:
		cls, _ := methodOf(e.Name)
		return cls == nil && !autogen.Package(e.Name) && !autogen.SDKClient(e.Name) && !strings.Contains(e.Name, "LLMConfig")
	case eval.ItemSet:
		return true
	case eval.AttrSet:
		return !strings.HasSuffix(e.Name, ".client") // an agent of any run may get another client
	case eval.Printed:
		return !slices.ContainsFunc(e.Args.Pos, mayShow)
	}
	return false
}

// mayShow reports whether v may show a key when it is printed. What an object holds is not looked at.
func mayShow(v eval.Value) bool {
	for _, s := range v.Steps() {
		if s.Kind == eval.FromEnv {
			return true
		}
	}
	switch d := v.D.(type) {
	case eval.Unknown:
		return IsConfigList(v)
	case eval.Str:
		return autogen.Live(string(d))
	case eval.Concat:
		return slices.ContainsFunc(d.Parts, mayShow)
	case eval.OneOf:
		return slices.ContainsFunc(d.Alts, mayShow)
	case eval.Tuple:
		return slices.ContainsFunc(d.Elts, mayShow)
	case eval.Env, eval.Ref:
		return true
	}
	return false
}
