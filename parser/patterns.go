package parser

import (
	"github.com/autogenlint/autogenlint/syntax"
)

func (l *lowerer) match(n node) syntax.Stmt {
	s := &syntax.Match{Range: l.rng(n)}
	subjects := l.children(n, fSubject)
	if len(subjects) == 1 {
		s.Subject = l.expr(subjects[0])
	} else {
		s.Subject = &syntax.Tuple{Range: l.rng(n), Elts: l.exprs(subjects)}
	}
	body, ok := l.child(n, fBody)
	if !ok {
		return s
	}
	for _, c := range l.kids(body, true) {
		if l.kind(c) == kCase {
			s.Cases = append(s.Cases, l.caseClause(c))
		}
	}
	return s
}

func (l *lowerer) caseClause(n node) syntax.Case {
	c := syntax.Case{Range: l.rng(n), Body: l.block(n, fConsequence)}
	var pats []node
	for _, k := range l.kids(n, true) {
		if l.kind(k) == kCasePattern {
			pats = append(pats, k)
		}
	}
	if len(pats) == 1 {
		c.Pattern = l.pattern(pats[0])
	} else {
		c.Pattern = l.sequencePattern(n, pats)
	}
	if g, ok := l.child(n, fGuard); ok {
		if kids := l.kids(g, true); len(kids) > 0 {
			c.Guard = l.expr(kids[0])
		}
	}
	return c
}

func (l *lowerer) otherPattern(n node, parts []node) syntax.Pattern {
	p := &syntax.OtherPattern{Range: l.rng(n)}
	for _, part := range parts {
		p.Names = append(p.Names, l.bound(part)...)
	}
	return p
}

// bound returns the names that a pattern binds: not those of classes, of their attributes and of values.
func (l *lowerer) bound(n node) []string {
	kids := l.kids(n, true)
	switch l.kind(n) {
	case kIdentifier:
		return []string{l.content(n)}
	case kDotted:
		if len(kids) != 1 {
			return nil
		}
	case kClassPattern, kKeywordPattern:
		kids = kids[min(1, len(kids)):]
	}
	var out []string
	for _, c := range kids {
		if l.recs[c].field != fKey {
			out = append(out, l.bound(c)...)
		}
	}
	return out
}

func (l *lowerer) pattern(n node) syntax.Pattern {
	r := l.rng(n)
	switch l.kind(n) {
	case kCasePattern:
		kids := l.kids(n, true)
		if len(kids) == 0 {
			return &syntax.CapturePattern{Range: r, Name: "_"}
		}
		if len(l.kids(n, false)) > 1 { // a sign before a number
			return &syntax.ValuePattern{Range: r, X: &syntax.Unary{Range: r, Op: syntax.Neg, X: l.expr(kids[0])}}
		}
		return l.pattern(kids[0])
	case kTuplePattern:
		kids := l.kids(n, true)
		if len(kids) == 1 && !l.hasComma(n) {
			return l.pattern(kids[0])
		}
		return l.sequencePattern(n, kids)
	case kListPattern:
		return l.sequencePattern(n, l.kids(n, true))
	case kDictPattern:
		return l.mappingPattern(n)
	case kClassPattern:
		return l.classPattern(n)
	case kComplexPattern:
		return &syntax.ValuePattern{Range: r, X: &syntax.BadExpr{Range: r}}
	case kDotted:
		kids := l.kids(n, true)
		if len(kids) == 1 {
			return &syntax.CapturePattern{Range: r, Name: l.content(kids[0])}
		}
		return &syntax.ValuePattern{Range: r, X: l.dottedExpr(n)}
	case kUnionPattern:
		p := &syntax.OrPattern{Range: r}
		for _, k := range l.kids(n, true) {
			p.Alts = append(p.Alts, l.pattern(k))
		}
		return p
	case kAsPattern:
		kids := l.kids(n, true)
		if len(kids) == 2 {
			return &syntax.CapturePattern{Range: r, Name: l.content(kids[1]), Sub: l.pattern(kids[0])}
		}
	case kString, kConcatString, kInteger, kFloat, kTrue, kFalse, kNone:
		return &syntax.ValuePattern{Range: r, X: l.expr(n)}
	}
	return l.otherPattern(n, []node{n})
}

// dottedExpr is the name that n is, or the attribute.
func (l *lowerer) dottedExpr(n node) syntax.Expr {
	var x syntax.Expr
	for _, k := range l.kids(n, true) {
		if x == nil {
			x = &syntax.Name{Range: l.rng(k), Ident: l.content(k)}
		} else {
			x = &syntax.Attr{Range: syntax.Range{Start: l.rng(n).Start, End: l.rng(k).End}, X: x, Name: l.content(k), NameRange: l.rng(k)}
		}
	}
	return x
}

func (l *lowerer) sequencePattern(n node, parts []node) syntax.Pattern {
	p := &syntax.SequencePattern{Range: l.rng(n), Star: -1}
	for i, part := range parts {
		if rest, ok := l.splat(part); ok {
			if p.Star >= 0 {
				return l.otherPattern(n, parts)
			}
			p.Star = i
			p.Elts = append(p.Elts, rest)
			continue
		}
		p.Elts = append(p.Elts, l.pattern(part))
	}
	return p
}

// splat is the capture of a starred pattern.
func (l *lowerer) splat(n node) (*syntax.CapturePattern, bool) {
	if kids := l.kids(n, true); l.kind(n) == kCasePattern && len(kids) == 1 {
		n = kids[0]
	}
	if l.kind(n) != kSplatPattern {
		return nil, false
	}
	c := &syntax.CapturePattern{Range: l.rng(n), Name: "_"}
	if kids := l.kids(n, true); len(kids) == 1 {
		c.Name = l.content(kids[0])
	}
	return c, true
}

func (l *lowerer) mappingPattern(n node) syntax.Pattern {
	p := &syntax.MappingPattern{Range: l.rng(n)}
	for _, k := range l.kids(n, true) {
		rest, starred := l.splat(k)
		switch {
		case starred:
			p.Rest = rest.Name
		case l.recs[k].field != fKey:
			p.Values = append(p.Values, l.pattern(k))
		case l.kind(k) == kDotted:
			p.Keys = append(p.Keys, l.dottedExpr(k))
		default:
			p.Keys = append(p.Keys, l.signed(n, k))
		}
	}
	if len(p.Keys) != len(p.Values) {
		return l.otherPattern(n, []node{n})
	}
	return p
}

// signed is the constant n, a child of parent, with the sign before it.
func (l *lowerer) signed(parent, n node) syntax.Expr {
	if l.kind(n) != kInteger && l.kind(n) != kFloat {
		return l.expr(n)
	}
	before := n
	for _, k := range l.kids(parent, false) {
		if k == n && before != n && l.content(before) == "-" {
			return &syntax.Unary{Range: l.rng(n), Op: syntax.Neg, X: l.expr(n)}
		}
		before = k
	}
	return l.expr(n)
}

func (l *lowerer) classPattern(n node) syntax.Pattern {
	kids := l.kids(n, true)
	if len(kids) == 0 {
		return l.otherPattern(n, []node{n})
	}
	p := &syntax.ClassPattern{Range: l.rng(n), Class: l.dottedExpr(kids[0])}
	for _, k := range kids[1:] {
		if inner := l.kids(k, true); len(inner) == 1 && l.kind(inner[0]) == kKeywordPattern {
			k = inner[0]
			parts := l.kids(k, true)
			if len(parts) != 2 {
				return l.otherPattern(n, []node{n})
			}
			arg := syntax.PatternArg{Name: l.content(parts[0]), Pattern: l.pattern(parts[1])}
			if v, ok := arg.Pattern.(*syntax.ValuePattern); ok && l.kind(parts[1]) != kDotted {
				v.X = l.signed(k, parts[1])
			}
			p.Args = append(p.Args, arg)
			continue
		}
		p.Args = append(p.Args, syntax.PatternArg{Pattern: l.pattern(k)})
	}
	return p
}
