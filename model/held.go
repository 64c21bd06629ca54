package model

import (
	"maps"
	"path"
	"slices"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// A Rest is what a program leaves behind for the rules about the project. It does not hold the program.
type Rest struct {
	cut     bool
	imports []string
	opened  []string
	keys    map[source.Span]string
}

// Rest is what p leaves behind: what it imports and opens, and the texts that it gives its clients as keys, where they were written.
func (p *Program) Rest() Rest {
	out := Rest{cut: p.Cut, imports: p.Imports, keys: map[source.Span]string{}}
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind == eval.FileRead {
				out.opened = append(out.opened, path.Base(e.Name))
			}
		}
	}
	if p.Test {
		return out // its keys are mocks
	}
	for _, b := range p.Builds {
		if b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry {
			continue
		}
		cred, ok := b.Key()
		if !ok {
			continue
		}
		o := b.Take(cred, Bare)
		if at, written := o.Value.Literal(); written && o.Kind == Text {
			out.keys[at] = b.keysGoTo()
		}
	}
	return out
}

// keysGoTo names who gets the key of a client: the provider at its host, "" for one that is not known, or the client's own provider.
// Somewhere says that it is a host of the net, so that its keys are no dummies.
func (b *Build) keysGoTo() string {
	base, _, known := b.Base()
	host, _ := autogen.Hostname(base)
	if !known || host == "" {
		return b.Provider()
	}
	if p := autogen.ByHost(host); p != nil {
		return p.Name
	}
	if autogen.LocalHost(host) || autogen.PlaceholderHost(host) {
		return ""
	}
	return autogen.Somewhere
}

// Hold takes what a program leaves behind.
func (p *Project) Hold(r Rest) {
	p.Cut = p.Cut || r.cut
	maps.Copy(p.Keys, r.keys)
	for _, m := range r.imports {
		p.Imports[m] = true
	}
	for _, name := range r.opened {
		p.Opened[name] = true
	}
}

// A Told is what a program was told of its project while it was judged.
type Told struct {
	envs    []EnvFile
	loaders []Loader
	copies  []Copy
	looked  map[string]bool
}

// Told is what p has been told of its project until now.
func (p *Program) Told() Told {
	t := Told{p.Project.Envs, p.Project.Loaders, p.Project.Copies, map[string]bool{}}
	p.told.Range(func(name, told any) bool {
		t.looked[name.(string)] = told.(bool)
		return true
	})
	return t
}

// Holds reports whether p would tell the same.
func (t Told) Holds(p *Project) bool {
	for name, told := range t.looked {
		if p.looksUp(name) != told {
			return false
		}
	}
	same := func(a, b EnvFile) bool { // its variables are those of the file
		return a.File == b.File && a.Kind == b.Kind && a.Ignored == b.Ignored && a.Tracked == b.Tracked && a.Example == b.Example
	}
	return slices.EqualFunc(t.envs, p.Envs, same) && slices.Equal(t.loaders, p.Loaders) && slices.Equal(t.copies, p.Copies)
}

// IsForm reports whether f is a .env that goes with the repository: its texts wait for whoever gets it to replace them.
func (p *Project) IsForm(f *source.File) bool {
	for _, e := range p.Envs {
		if e.File == f {
			return e.Kind == Dotenv && !e.Ignored
		}
	}
	return false
}
