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
		c.Pattern = l.otherPattern(n, pats)
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
		if kids := l.kids(n, true); len(kids) == 1 && !l.hasComma(n) {
			return l.pattern(kids[0])
		}
	case kComplexPattern:
		return &syntax.ValuePattern{Range: r, X: &syntax.BadExpr{Range: r}}
	case kDotted:
		kids := l.kids(n, true)
		if len(kids) == 1 {
			return &syntax.CapturePattern{Range: r, Name: l.content(kids[0])}
		}
		var x syntax.Expr
		for _, k := range kids {
			if x == nil {
				x = &syntax.Name{Range: l.rng(k), Ident: l.content(k)}
			} else {
				x = &syntax.Attr{Range: syntax.Range{Start: r.Start, End: l.rng(k).End}, X: x, Name: l.content(k), NameRange: l.rng(k)}
			}
		}
		return &syntax.ValuePattern{Range: r, X: x}
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
