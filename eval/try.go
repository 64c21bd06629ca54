package eval

import (
	"slices"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// try executes a try statement. A handler starts from the join of the states before each statement of the body, since any of
// them may raise; a handler of an exception that certainly is raised starts from where it was.
func (m *machine) try(f *frame, s *syntax.Try, st State) []flow {
	inner := *f
	inner.catch = m.catches(f, s, st)
	var before []State
	body := m.execAll(&inner, s.Body, []State{st}, func(states []State) { before = append(before, states...) })
	var out []flow
	for _, fl := range body {
		switch fl.kind {
		case falls:
			out = append(out, m.exec(f, s.Else, fl.st)...)
		case raises:
			out = append(out, m.handleKnown(f, s, fl)...)
		default:
			out = append(out, fl)
		}
	}
	if len(before) > 0 && len(s.Handlers) > 0 {
		join := before[0]
		for _, b := range before[1:] {
			join = joinState(join, b)
		}
		join.change().odd = true
		if m.starsUnseen(f, s.Body) {
			join = rebound(join, f.scope) // what comes from there where it is there, nobody knows
		}
		for _, h := range s.Handlers {
			out = append(out, m.handler(f, &h, unknown("an exception"), nil, join)...)
		}
	}
	if len(s.Finally) == 0 {
		return limitFlows(out)
	}
	var done []flow
	for _, fl := range out {
		for _, fin := range m.exec(f, s.Finally, fl.st) {
			if fin.kind == falls {
				fin.kind, fin.val, fin.exc = fl.kind, fl.val, fl.exc
			}
			done = append(done, fin)
		}
	}
	return limitFlows(done)
}

// starsUnseen reports whether body takes all names of a module that is not there: settings of one machine, which no repository holds.
func (m *machine) starsUnseen(f *frame, body []syntax.Stmt) bool {
	return slices.ContainsFunc(body, func(s syntax.Stmt) bool {
		i, ok := s.(*syntax.ImportFrom)
		if !ok || !slices.ContainsFunc(i.Names, func(a syntax.Alias) bool { return a.Name == "*" }) {
			return false
		}
		imp := m.world.Import(f.module, i.Module, i.Level)
		return imp.Unknown != "" || m.unseen(imp.Foreign)
	})
}

// handleKnown finds the handler of an exception that certainly is raised.
func (m *machine) handleKnown(f *frame, s *syntax.Try, fl flow) []flow {
	for _, h := range s.Handlers {
		takes, sure := m.takes(f, &h, fl.exc, fl.st)
		if !takes {
			continue
		}
		out := m.handler(f, &h, fl.exc.Value, fl.exc, fl.st)
		if sure {
			return out
		}
		return append(out, fl)
	}
	return []flow{fl}
}

// takes reports whether h handles exc, and whether that is certain.
func (m *machine) takes(f *frame, h *syntax.Handler, exc *Exc, st State) (takes, sure bool) {
	if exc.Class == waiting {
		return false, true
	}
	if h.Type == nil {
		return true, true
	}
	names, known := m.handlerClasses(f, h.Type, st)
	for _, n := range names {
		if isSubclass(exc.Class, n) {
			return true, true
		}
	}
	if exc.Exit {
		return false, true
	}
	if exc.Class == "" || !known || exc.Class == reraised {
		return true, false
	}
	if _, std := exceptionBases[exc.Class]; !std {
		return true, false // a class whose bases are not known
	}
	return false, true
}

func (m *machine) handler(f *frame, h *syntax.Handler, v Value, exc *Exc, st State) []flow {
	if h.Name != "" {
		st = m.bind(f, st, h.Name, v)
	}
	out := m.exec(f, h.Body, st)
	if exc != nil {
		for i := range out {
			if out[i].kind == raises && out[i].exc.Class == reraised {
				out[i].exc = exc
			}
		}
	}
	return out
}

// handlerClasses returns the names of the classes that an except clause names.
func (m *machine) handlerClasses(f *frame, e syntax.Expr, st State) (names []string, known bool) {
	switch e := e.(type) {
	case *syntax.Tuple:
		known = true
		for _, x := range e.Elts {
			n, k := m.handlerClasses(f, x, st)
			names, known = append(names, n...), known && k
		}
		return names, known
	case *syntax.Name, *syntax.Attr:
		for _, r := range m.eval(f, e, st) {
			exc := m.excOf(f, r.Value, r.State, source.Span{})
			if exc.Class != "" {
				return []string{exc.Class}, true
			}
			if t, ok := r.Value.D.(Tuple); ok {
				for _, x := range t.Elts {
					if fo, ok := x.D.(Foreign); ok {
						names = append(names, fo.Path)
					}
				}
				return names, true
			}
		}
	}
	return nil, false
}

// catches is what an exception raised in the body of s would not get past. A handler that ends the program, or raises again,
// catches nothing.
func (m *machine) catches(f *frame, s *syntax.Try, st State) *Catch {
	c := f.catch
	for i := len(s.Handlers) - 1; i >= 0; i-- {
		h := &s.Handlers[i]
		if endsProgram(h.Body) {
			continue
		}
		classes := []string{"*"}
		if h.Type != nil {
			names, known := m.handlerClasses(f, h.Type, st)
			if known {
				classes = names
			}
		}
		c = &Catch{Prev: c, Classes: classes, Place: f.module.Span(h.Range), tells: tells(h), mends: mends(h.Body)}
	}
	return c
}

// endsProgram reports whether a handler's last statement raises or exits with a failure.
func endsProgram(body []syntax.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch s := body[len(body)-1].(type) {
	case *syntax.Raise:
		return true
	case *syntax.ExprStmt:
		call, ok := s.X.(*syntax.Call)
		if !ok {
			return false
		}
		switch callee(call.Fun) {
		case "sys.exit", "exit", "quit", "os._exit":
			return len(call.Args) > 0 && !isZero(call.Args[0].Value)
		}
	case *syntax.If:
		return len(s.Else) > 0 && endsProgram(s.Body) && endsProgram(s.Else)
	}
	return false
}

func isZero(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Int:
		return e.Value == 0
	case *syntax.Const:
		return e.Kind == syntax.None || e.Kind == syntax.False
	}
	return false
}

// caughtBy reports whether a catch between inner and outer takes an exception of class.
func caughtBy(inner, outer *Catch, class string) bool {
	if class == waiting {
		return false
	}
	for c := inner; c != nil && c != outer; c = c.Prev {
		if c.Takes(class) {
			return true
		}
	}
	return false
}

// Takes reports whether c alone stops an exception of the class, or of a class whose bases are not known.
func (c *Catch) Takes(class string) bool {
	for _, n := range c.Classes {
		if n == "*" || isSubclass(class, n) {
			return true
		}
	}
	return false
}

// Caught reports whether an exception of the class raised at e would be stopped before it ends the program. bases are the
// class's bases outside the standard library.
func (e *Event) Caught(class string, bases ...string) bool { return e.Catch.of(class, bases) != nil }

// Mended reports whether such an exception would be stopped by a handler that puts something new in the place of what failed.
func (e *Event) Mended(class string, bases ...string) bool {
	c := e.Catch.of(class, bases)
	return c != nil && c.mends
}

// Told reports whether such an exception would be stopped by a handler that only tells of it: nothing takes the place of what failed.
func (e *Event) Told(class string, bases ...string) bool {
	c := e.Catch.of(class, bases)
	if c == nil || !c.tells {
		return false
	}
	for ; c != nil; c = c.Prev {
		if c.turn {
			return false // the next turn may do better
		}
	}
	return true
}

// of returns the innermost catch that stops an exception of class, which derives from bases; nil if none does.
func (c *Catch) of(class string, bases []string) *Catch {
	for ; c != nil; c = c.Prev {
		if c.Takes(class) || slices.ContainsFunc(bases, c.Takes) {
			return c
		}
	}
	return nil
}
