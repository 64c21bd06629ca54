package lint

import (
	"fmt"
	"go/token"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/syntax"
)

// A glance is what is kept of a module for the time after the programs, when its tree may be gone.
type glance struct {
	once  sync.Once
	marks []mark
	sight
}

// A sight is what follows from a module and from the rules that are selected.
type sight struct {
	own      []Issue                           // the driver's own: parts that do not parse
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
		g.marks = j.marks(m.File) // which change as they are used
		if s, ok := j.Cache.sight(c.Path, m); ok {
			g.sight = s
			return
		}
		g.sight = j.see(fset, m)
		j.Cache.keepSight(c.Path, m, g.sight)
	})
}

// see looks at m.
func (j *Job) see(fset *token.FileSet, m *syntax.Module) (s sight) {
	s.own = j.unparsed(m)
	p := newPass(fset, Module, m)
	for _, a := range j.Catalogue {
		if a.Each == nil || !j.Selected(a.Name) {
			continue
		}
		if _, err := p.run(a.Each); err != nil {
			if s.failed == nil {
				s.failed = map[string]bool{}
			}
			s.failed[a.Name] = true
			s.problems = append(s.problems, Problem{m.File.Path, fmt.Sprintf("%s could not be checked: %v", a.Name, err)})
		}
	}
	s.facts = p.facts
	return s
}
