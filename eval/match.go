package eval

import (
	"slices"

	"github.com/autogenlint/autogenlint/syntax"
)

func (m *machine) match(f *frame, s *syntax.Match, st State) []flow {
	return flows(m.eval(f, s.Subject, st), func(st State, v Value) []flow {
		var out []flow
		left := []matched{{st, v}}
		for _, c := range s.Cases {
			var rest []matched
			for _, at := range left {
				yes, no := m.matches(f, c.Pattern, at)
				if yes != nil {
					st := m.refine(f, s.Subject, yes.val, yes.st)
					taken := []condition{{st: st, yes: true}}
					if c.Guard != nil {
						taken = m.cond(f, c.Guard, st)
					}
					for _, t := range taken {
						switch {
						case t.exc != nil:
							out = append(out, flow{st: t.st, kind: raises, exc: t.exc})
						case t.yes:
							out = append(out, m.exec(f, c.Body, t.st)...)
						default:
							rest = append(rest, matched{t.st, yes.val})
						}
					}
				}
				if no != nil {
					rest = append(rest, matched{m.refine(f, s.Subject, no.val, no.st), no.val})
				}
			}
			left = limitMatched(rest)
			if len(left) == 0 {
				break
			}
		}
		for _, at := range left {
			out = append(out, flow{st: at.st})
		}
		return limitFlows(out)
	})
}

// A matched is a state with what the subject of a pattern is there.
type matched struct {
	st  State
	val Value
}

// either is a or b; nil is neither.
func either(a, b *matched) *matched {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return &matched{joinState(a.st, b.st), Join(a.val, b.val)}
}

func limitMatched(all []matched) []matched {
	for len(all) > maxStates {
		n := len(all)
		all[n-2] = *either(&all[n-2], &all[n-1])
		all = all[:n-1]
	}
	return all
}

// matches returns how it goes on where the subject matches p, and where it does not; nil where that cannot be.
func (m *machine) matches(f *frame, p syntax.Pattern, at matched) (yes, no *matched) {
	switch p := p.(type) {
	case *syntax.CapturePattern:
		yes = &at
		if p.Sub != nil {
			yes, no = m.matches(f, p.Sub, at)
		}
		if yes != nil && p.Name != "_" && p.Name != "" {
			yes = &matched{m.bind(f, yes.st, p.Name, yes.val), yes.val}
		}
		return yes, no
	case *syntax.ValuePattern:
		return m.matchesValue(f, p, at)
	case *syntax.OrPattern:
		no = &at
		for _, alt := range p.Alts {
			if no == nil {
				break
			}
			var y *matched
			y, no = m.matches(f, alt, *no)
			yes = either(yes, y)
		}
		return yes, no
	case *syntax.SequencePattern, *syntax.MappingPattern, *syntax.ClassPattern:
		for _, alt := range Alternatives(at.val) {
			y, n := m.matchesParts(f, p, matched{at.st, alt})
			yes, no = either(yes, y), either(no, n)
		}
		return yes, no
	}
	return m.mayMatch(f, p, at)
}

// mayMatch is a pattern of which it is not known whether the subject matches.
func (m *machine) mayMatch(f *frame, p syntax.Pattern, at matched) (yes, no *matched) {
	bound := at
	for _, n := range patternNames(p) {
		bound.st = m.bind(f, bound.st, n, unknown("a part of a pattern"))
	}
	return &bound, &at
}

// patternNames are the names that a pattern binds.
func patternNames(p syntax.Pattern) []string {
	switch p := p.(type) {
	case *syntax.CapturePattern:
		var out []string
		if p.Name != "_" && p.Name != "" {
			out = append(out, p.Name)
		}
		return append(out, patternNames(p.Sub)...)
	case *syntax.OrPattern:
		return namesOfAll(p.Alts)
	case *syntax.SequencePattern:
		return namesOfAll(p.Elts)
	case *syntax.MappingPattern:
		out := namesOfAll(p.Values)
		if p.Rest != "" {
			out = append(out, p.Rest)
		}
		return out
	case *syntax.ClassPattern:
		var out []string
		for _, a := range p.Args {
			out = append(out, patternNames(a.Pattern)...)
		}
		return out
	case *syntax.OtherPattern:
		return p.Names
	}
	return nil
}

func namesOfAll(ps []syntax.Pattern) []string {
	var out []string
	for _, p := range ps {
		out = append(out, patternNames(p)...)
	}
	return out
}

func (m *machine) matchesValue(f *frame, p *syntax.ValuePattern, at matched) (yes, no *matched) {
	for _, r := range m.eval(f, p.X, at.st) {
		if r.Exc != nil {
			continue
		}
		for _, c := range m.compare(f, syntax.Eq, at.val, r.Value, r.State) {
			end := &matched{c.st, c.val}
			if c.val.D == nil {
				end.val = at.val
			}
			if c.yes {
				yes = either(yes, end)
			} else {
				no = either(no, end)
			}
		}
	}
	return yes, no
}

// matchesParts is a pattern that takes its subject, which is one thing, apart.
func (m *machine) matchesParts(f *frame, p syntax.Pattern, at matched) (yes, no *matched) {
	var ps []syntax.Pattern
	var vs []Value
	var fits, known bool
	switch p := p.(type) {
	case *syntax.SequencePattern:
		ps = p.Elts
		at.st, vs, fits, known = m.sequenceParts(p, at)
	case *syntax.MappingPattern:
		ps = p.Values
		if p.Rest != "" {
			ps = append(slices.Clip(ps), &syntax.CapturePattern{Range: p.Range, Name: p.Rest})
		}
		at.st, vs, fits, known = m.mappingParts(f, p, at)
	case *syntax.ClassPattern:
		for _, a := range p.Args {
			ps = append(ps, a.Pattern)
		}
		vs, fits, known = m.classParts(f, p, at)
	}
	switch {
	case !known:
		return m.mayMatch(f, p, at)
	case !fits:
		return nil, &at
	}
	st := at.st
	for i, v := range vs {
		y, n := m.matches(f, ps[i], matched{st, v})
		if n != nil {
			no = either(no, &matched{n.st, at.val})
		}
		if y == nil {
			return nil, no
		}
		st = y.st
	}
	return &matched{st, at.val}, no
}

// sequenceParts are the values that the elements of a sequence pattern are matched with, if the subject has as many.
func (m *machine) sequenceParts(p *syntax.SequencePattern, at matched) (st State, vs []Value, fits, known bool) {
	st = at.st
	if kind, ok := typeName(at.val, st); ok && kind != "list" && kind != "tuple" || m.ownInstance(at.val, st) {
		return st, nil, false, true
	}
	elts, ok := m.elements(at.val, st)
	if o := st.Deref(at.val); o != nil && o.Kind == ClassObj {
		ok = false
	}
	if !ok || slices.ContainsFunc(elts, func(e Value) bool { _, maybe := present(e); return maybe || IsAbsent(e) }) {
		return st, nil, false, false
	}
	more := len(elts) - len(p.Elts)
	if p.Star < 0 {
		return st, elts, more == 0, true
	}
	if more < -1 {
		return st, nil, false, true
	}
	rest := elts[p.Star : p.Star+more+1]
	st, list := m.alloc(st, &Object{Kind: ListObj, Elts: rest, From: at.val.From})
	vs = append(append(append(vs, elts[:p.Star]...), list), elts[p.Star+more+1:]...)
	return st, vs, true, true
}

// mappingParts are the values of the keys of a mapping pattern, and the dict of what else the subject has.
func (m *machine) mappingParts(f *frame, p *syntax.MappingPattern, at matched) (st State, vs []Value, fits, known bool) {
	st = at.st
	o := st.Deref(at.val)
	if o == nil || o.Kind != DictObj {
		_, builtin := typeName(at.val, st)
		return st, nil, false, builtin || m.ownInstance(at.val, st)
	}
	rest := *o
	rest.From = at.val.From
	for _, k := range p.Keys {
		rs := m.eval(f, k, st)
		if len(rs) != 1 || rs[0].Exc != nil || !concrete(rs[0].Value) {
			return at.st, nil, false, false
		}
		key := rs[0].Value
		it, has := lookup(o, key)
		v, maybe := present(it.Value)
		switch {
		case !has:
			return at.st, nil, false, !o.Open
		case maybe:
			return at.st, nil, false, false
		}
		vs = append(vs, v)
		rest.Items = slices.DeleteFunc(slices.Clone(rest.Items), func(it Item) bool { return Equal(it.Key, key) })
	}
	if p.Rest != "" {
		var d Value
		st, d = m.alloc(st, &rest)
		vs = append(vs, d)
	}
	return st, vs, true, true
}

// classParts are the attributes of the subject that a class pattern names, if it is of the class.
func (m *machine) classParts(f *frame, p *syntax.ClassPattern, at matched) (vs []Value, fits, known bool) {
	rs := m.eval(f, p.Class, at.st)
	if len(rs) != 1 || rs[0].Exc != nil {
		return nil, false, false
	}
	cls := rs[0].Value
	is, known := m.instanceOf(at.val, cls, at.st)
	if !known || !is {
		return nil, false, known
	}
	names := m.matchArgs(cls, at.st)
	for i, a := range p.Args {
		name := a.Name
		if _, builtin := cls.D.(Foreign); builtin && name == "" && i == 0 {
			vs = append(vs, at.val) // str(x) binds the text itself
			continue
		}
		if name == "" {
			if i >= len(names) {
				return nil, false, false
			}
			name = names[i]
		}
		v, found := m.getAttr(f, at.val, name, at.st, f.span(p))
		if fn, is := v.D.(Bound); is && found {
			if _, own := fn.Fn.D.(*Func); own {
				found = false // a method, or a property that would have to be run
			}
		}
		if !found {
			return nil, false, false
		}
		vs = append(vs, v)
	}
	return vs, true, true
}

// matchArgs are the attributes that the positions of a class pattern stand for.
func (m *machine) matchArgs(cls Value, st State) []string {
	var out []string
	if v, ok := m.classAttr(cls, "__match_args__", st); ok {
		elts, _ := m.elements(v, st)
		for _, e := range elts {
			name, _ := AsStr(e)
			out = append(out, name)
		}
		return out
	}
	if kind, ok := m.recordOf(cls, st); ok && kind == recordPlain {
		for _, fd := range m.fields(cls, st) {
			out = append(out, fd.name)
		}
	}
	return out
}
