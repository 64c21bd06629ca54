package eval

import (
	"slices"
	"strings"
)

// What a test finds out about a value that stays unknown is kept with it, so that two tests of one value agree: who has a local
// address because the provider is "ollama" has a local key for the same reason. A join forgets what only one side knows.

// The facts, beside those that notThe makes.
const (
	aTrue   = "true"
	aFalse  = "false"
	notNone = "not None"
)

// maxFacts is how many facts are kept of one value.
const maxFacts = 8

// notThe is the fact that a value is not the text or None that r is; "" where r is something else.
func notThe(r Value) string {
	switch d := r.D.(type) {
	case Str:
		return "not '" + string(d)
	case NoneVal:
		return notNone
	}
	return ""
}

// says reports whether a test has found the fact.
func (u Unknown) says(fact string) bool {
	return fact != "" && u.Facts != "" && slices.Contains(strings.Split(u.Facts, "\x00"), fact)
}

// learn adds a fact to a value that is unknown.
func learn(v Value, fact string) Value {
	u, ok := v.D.(Unknown)
	if !ok || fact == "" || u.says(fact) {
		return v
	}
	var facts []string
	if u.Facts != "" {
		facts = strings.Split(u.Facts, "\x00")
	}
	if len(facts) == maxFacts {
		return v
	}
	facts = append(facts, fact)
	slices.Sort(facts)
	u.Facts = strings.Join(facts, "\x00")
	v.D = u
	return v
}

// forget is v without what tests have found out.
func forget(v Value) Value {
	if u, ok := v.D.(Unknown); ok && u.Facts != "" {
		u.Facts = ""
		v.D = u
	}
	return v
}

// excluded reports whether tests have shown that an unknown value is not the text or None that r is.
func (u Unknown) excluded(r Value) bool {
	if u.Facts == "" {
		return false
	}
	empty := IsNone(r)
	if s, ok := AsStr(r); ok {
		empty = s == ""
	}
	return u.says(notThe(r)) || notThe(r) != "" && (empty && u.says(aTrue) || !empty && u.says(aFalse))
}

// amongTexts is `l in r` for an unknown l and the texts in r: who is among them is one of them.
func (m *machine) amongTexts(l, r Value, st State) (in, out Value, ok bool) {
	u, unknown := l.D.(Unknown)
	if _, text := r.D.(Str); text || !unknown {
		return l, l, false
	}
	elts, ok := m.elements(r, st)
	if !ok || len(elts) == 0 || len(elts) > maxAlts {
		return l, l, false
	}
	var left []Value
	out = l
	for _, e := range elts {
		if _, text := e.D.(Str); !text {
			return l, l, false
		}
		if !u.excluded(e) {
			left = append(left, e)
		}
		out = learn(out, notThe(e))
	}
	if len(left) == 0 {
		return Value{}, out, true
	}
	return oneOf(left, l.From), out, true
}
