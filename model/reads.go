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

// A Miss is a read of a variable, by the program itself, that finds nothing.
type Miss struct {
	Place source.Span
	Var   string // the name that is read
	Other string // the name that was meant, or that there is instead; or empty
	File  string // the .env that is read
	Run   *Run
	Event *eval.Event

	Raised autogen.Failure // what comes of it
}

// MissingItems returns the reads of dotenv_values(…)[NAME] for a key that the file does not hold, and those of settings that read the file.
func (p *Program) MissingItems() []Miss {
	var out []Miss
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if m, ok := p.missedItem(r, e); ok {
				out = append(out, m)
			}
			if e.Kind != eval.VarRead || e.Dotenv == nil || e.Dotenv.File == nil {
				continue
			}
			raised, setting := demanded(e)
			mapped := len(e.Args.Pos) == 1 && isText(e.Args.Pos[0], mappedRead)
			if !setting && !mapped {
				raised = autogen.NoItem(e.Name)
			}
			setting = setting || mapped
			if e.Caught(raised.Exception, raised.Bases...) || setting && (r.Loose || p.Foggy || Resolve(e.Value, &e.Before, Bare).Kind != None) {
				continue
			}
			m := Miss{Place: e.Span, Var: e.Name, File: e.Dotenv.File.Path, Run: r, Event: e, Other: p.Project.cousinIn(e.Dotenv.File, e.Name), Raised: raised}
			if setting && r.reads(m.Other) {
				m.Other = "" // it is another field's
			}
			if m.Other != "" || autogen.IsKeyVariable(e.Name) && (!setting || p.Project.keepsKeys(e.Dotenv.File)) {
				out = append(out, m)
			}
		}
	}
	return out
}

// missedItem is a look-up of a credential in what a file of settings says, which does not hold it.
func (p *Program) missedItem(r *Run, e *eval.Event) (Miss, bool) {
	file := spanOf(e.Value).File
	if e.Kind != eval.ItemMissed || file == nil || !namesAPIKey(e.Name) || e.Caught("KeyError") {
		return Miss{}, false
	}
	m := Miss{Place: e.Span, Var: p.name(e.Name), File: file.Path, Run: r, Event: e, Raised: autogen.NoItem(p.name(e.Name))}
	for _, key := range e.Args.Pos {
		if other, known := eval.AsStr(key); known && namesAPIKey(other) && (autogen.SameMeaning(other, e.Name) || autogen.Evened(other) == autogen.Evened(e.Name)) {
			m.Other = p.name(other)
		}
	}
	return m, true
}

// namesAPIKey reports whether a key of a file of settings says that it holds a key.
func namesAPIKey(name string) bool { return strings.Contains(autogen.Evened(name), "apikey") }

// reads reports whether the program reads a variable of that name itself.
func (r *Run) reads(name string) bool {
	return slices.ContainsFunc(r.Events, func(e *eval.Event) bool { return e.Kind == eval.VarRead && e.Name == name })
}

func isText(v eval.Value, text string) bool {
	s, ok := eval.AsStr(v)
	return ok && s == text
}

// keepsKeys reports whether a .env is where a program has its keys.
func (p *Project) keepsKeys(file *source.File) bool {
	return slices.ContainsFunc(p.Envs, func(env EnvFile) bool {
		return env.File == file && slices.ContainsFunc(env.Vars, func(v syntax.Variable) bool { return autogen.IsKeyVariable(v.Name) })
	})
}

// cousinIn returns the variable of a .env whose name is a cousin of name, or "".
func (p *Project) cousinIn(file *source.File, name string) string {
	for _, env := range p.Envs {
		if env.File != file {
			continue
		}
		for i := range env.Vars {
			if other := env.Vars[i].Name; autogen.SameMeaning(other, name) || autogen.SameMeaning(name, other) {
				return other
			}
		}
	}
	return ""
}

// Misspelt returns the reads of variables whose names are misspellings of a key's, while the project reads that key too and nothing
// sets the misspelt name. What such a read gives to one of AutoGen's clients is for the client's cause.
func (p *Program) Misspelt() []Miss {
	clients := map[source.Span]bool{}
	for _, b := range p.Builds {
		if f, ok := b.Entry.Get("api_key"); ok {
			if at, ok := ReadPlace(f.Value); ok {
				clients[at] = true
			}
		}
	}
	var out []Miss
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind != eval.VarRead || e.Dotenv != nil {
				continue
			}
			right, ok := autogen.Misspelling(e.Name)
			if !ok || clients[e.Span] || !p.looksUp(right) || p.sets(e.Name) {
				continue
			}
			at := e.Span
			for _, v := range e.Args.Pos {
				if lit, ok := v.Literal(); ok && lit.Text() != "" {
					if text, is := eval.AsStr(v); is && text == e.Name {
						at = lit
					}
				}
			}
			if clients[at] {
				continue
			}
			out = append(out, Miss{Place: at, Var: e.Name, Other: right, Run: r, Event: e})
		}
	}
	return out
}

// sets reports whether something of the project sets a variable of that name.
func (p *Program) sets(name string) bool {
	for _, env := range p.Project.Envs {
		for i := range env.Vars {
			if env.Vars[i].Name == name {
				return true
			}
		}
	}
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind == eval.VarSet && e.Name == name {
				return true
			}
		}
	}
	return false
}

// A Lookout is a call of config_list_from_dotenv() without a path, and the .env that it does not find.
type Lookout struct {
	Event *eval.Event
	Var   string
	File  string
}

// Lookouts returns the calls of config_list_from_dotenv() that look for a .env where autogen is installed, while the one that is meant
// lies beside the program and nothing else has loaded it.
func (p *Program) Lookouts() []Lookout {
	var out []Lookout
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind != eval.Called || e.Name != "autogen.config_list_from_dotenv" || e.Before.Fog() != nil || r.Loose || p.Foggy {
				continue
			}
			if file, given := e.Args.At(0, "dotenv_file_path"); given && !eval.IsNone(file) {
				continue
			}
			if l, ok := p.lookout(e); ok {
				out = append(out, l)
			}
		}
	}
	return out
}

func (p *Program) lookout(e *eval.Event) (Lookout, bool) {
	names := mappedNames(e)
	for _, name := range names {
		if _, supplied := p.Supplied[name]; supplied || Resolve(e.Before.Getenv(name), &e.Before, Bare).Kind != None {
			return Lookout{}, false
		}
	}
	for _, env := range p.Project.Envs {
		if env.Kind != Dotenv || env.Example || path.Base(env.File.Path) != ".env" || !under(p.Entry.Dir(), env.File.Dir()) {
			continue
		}
		if v := env.lookup(names); v != nil {
			return Lookout{Event: e, Var: v.Name, File: env.File.Path}, true
		}
	}
	return Lookout{}, false
}

// mappedNames are the variables that model_api_key_map names, and the one that the helper always asks for.
func mappedNames(e *eval.Event) []string {
	out := []string{"OPENAI_API_KEY"}
	for _, it := range keyMap(e) {
		if name, ok := eval.AsStr(it.Value); ok {
			out = append(out, name)
		}
	}
	return out
}

// keyMap is the model_api_key_map of a call of config_list_from_dotenv: by model, what stands for the variable's name.
func keyMap(e *eval.Event) []eval.Item {
	v, ok := e.Args.At(1, "model_api_key_map")
	o := e.Before.Deref(v)
	if !ok || o == nil || o.Kind != eval.DictObj {
		return nil
	}
	var out []eval.Item
	for _, it := range o.Items {
		if inner := e.Before.Deref(it.Value); inner != nil && inner.Kind == eval.DictObj {
			if name, ok := inner.Item("api_key_env_var"); ok {
				out = append(out, eval.Item{Key: it.Key, Value: name.Value})
			}
			continue
		}
		out = append(out, it)
	}
	return out
}

// MappedKeys returns the places at which a model_api_key_map holds the value of a variable where its name belongs: whatever the
// environment holds, config_list_from_dotenv finds no variable of that name and makes no entry for the model.
func (p *Program) MappedKeys() []source.Span {
	var out []source.Span
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind != eval.Called || e.Name != "autogen.config_list_from_dotenv" {
				continue
			}
			for _, it := range keyMap(e) {
				if env, ok := it.Value.D.(eval.Env); !ok || !autogen.IsKeyVariable(env.Name) {
					continue // a variable may hold another's name
				}
				if at, ok := ReadPlace(it.Value); ok {
					out = append(out, at)
				}
			}
		}
	}
	return out
}
