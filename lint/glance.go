package lint

import (
	"fmt"
	"go/token"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/project"
)

// A glance is what is kept of a module for the time after the programs, when its tree may be gone.
type glance struct {
	once     sync.Once
	own      []Issue // the driver's own: parts that do not parse
	marks    []mark
	facts    map[string][]analysis.PackageFact // what the rules about the project noted, by code
	failed   map[string]bool                   // codes of rules that crashed
	problems []Problem
}

// glance returns what is kept of the module at path.
func (j *Job) glance(path string) *glance {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.glances == nil {
		j.glances = map[string]*glance{}
	}
	g := j.glances[path]
	if g == nil {
		g = &glance{}
		j.glances[path] = g
	}
	return g
}

// look takes the one glance at c.
func (j *Job) look(fset *token.FileSet, c project.Code) {
	g := j.glance(c.Path)
	g.once.Do(func() {
		m := c.Module()
		if m == nil {
			return
		}
		g.own, g.marks = j.unparsed(m), j.marks(m.File)
		p := newPass(fset, Module, m)
		for _, a := range j.Catalogue {
			if a.Each == nil || !j.Selected(a.Name) {
				continue
			}
			if _, err := p.run(a.Each); err != nil {
				if g.failed == nil {
					g.failed = map[string]bool{}
				}
				g.failed[a.Name] = true
				g.problems = append(g.problems, Problem{c.Path, fmt.Sprintf("%s could not be checked: %v", a.Name, err)})
			}
		}
		g.facts = p.facts
	})
}
