package eval

import (
	"github.com/autogenlint/autogenlint/syntax"
)

func (m *machine) match(f *frame, s *syntax.Match, st State) []flow {
	return flows(m.eval(f, s.Subject, st), func(st State, v Value) []flow {
		var out []flow
		states := []State{st}
		for _, c := range s.Cases {
			var rest []State
			for _, st := range states {
				yes, no := m.matches(f, c.Pattern, v, st)
				if yes != nil {
					taken := []condition{{st: *yes, yes: true}}
					if c.Guard != nil {
						taken = m.cond(f, c.Guard, *yes)
					}
					for _, t := range taken {
						switch {
						case t.exc != nil:
							out = append(out, flow{st: t.st, kind: raises, exc: t.exc})
						case t.yes:
							out = append(out, m.exec(f, c.Body, t.st)...)
						default:
							rest = append(rest, t.st)
						}
					}
				}
				if no != nil {
					rest = append(rest, *no)
				}
			}
			states = m.limit(f, rest)
			if len(states) == 0 {
				break
			}
		}
		for _, st := range states {
			out = append(out, flow{st: st})
		}
		return limitFlows(out)
	})
}

// matches returns the state in which v matches p, and the one in which it does not; nil where that cannot be.
func (m *machine) matches(f *frame, p syntax.Pattern, v Value, st State) (yes, no *State) {
	switch p := p.(type) {
	case *syntax.CapturePattern:
		if p.Sub != nil {
			yes, no = m.matches(f, p.Sub, v, st)
		} else {
			yes = &st
		}
		if yes != nil && p.Name != "_" && p.Name != "" {
			bound := m.bind(f, *yes, p.Name, v)
			yes = &bound
		}
		return yes, no
	case *syntax.ValuePattern:
		for _, r := range m.eval(f, p.X, st) {
			if r.Exc != nil {
				continue
			}
			for _, c := range m.compare(f, syntax.Eq, v, r.Value, r.State) {
				state := c.st
				if c.yes {
					yes = &state
				} else {
					no = &state
				}
			}
		}
		return yes, no
	case *syntax.OrPattern:
		left := &st
		for _, alt := range p.Alts {
			if left == nil {
				break
			}
			y, n := m.matches(f, alt, v, *left)
			if y != nil {
				if yes == nil {
					yes = y
				} else {
					j := joinState(*yes, *y)
					yes = &j
				}
			}
			left = n
		}
		return yes, left
	case *syntax.OtherPattern:
		bound := st
		for _, n := range p.Names {
			bound = m.bind(f, bound, n, unknown("a part of a pattern"))
		}
		return &bound, &st
	}
	return &st, &st
}
