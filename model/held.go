package model

import (
	"path"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// Hold notes what a program imports and opens, and the texts that it gives its clients as keys, where they were written.
func (p *Project) Hold(pr *Program) {
	for _, m := range pr.Imports {
		p.Imports[m] = true
	}
	for _, r := range pr.Runs {
		for _, e := range r.Events {
			if e.Kind == eval.FileRead {
				p.Opened[path.Base(e.Name)] = true
			}
		}
	}
	if pr.Test {
		return // they are mocks
	}
	for _, b := range pr.Builds {
		if b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry {
			continue
		}
		cred, ok := b.Key()
		if !ok {
			continue
		}
		o := b.Take(cred, Bare)
		if at, written := o.Value.Literal(); written && o.Kind == Text {
			p.Keys[at] = b.Provider()
		}
	}
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
