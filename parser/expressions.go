package parser

import (
	"strconv"
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

func (l *lowerer) args(n node) []syntax.Arg {
	if l.kind(n) == kGenerator {
		return []syntax.Arg{{Range: l.rng(n), Value: l.expr(n)}}
	}
	kids := l.kids(n, true)
	if len(kids) == 0 {
		return nil
	}
	out := make([]syntax.Arg, 0, len(kids))
	for _, c := range kids {
		a := syntax.Arg{Range: l.rng(c)}
		switch l.kind(c) {
		case kKeywordArg:
			if name, ok := l.child(c, fName); ok {
				a.Name, a.NameRange = l.content(name), l.rng(name)
			}
			a.Value = l.fieldExpr(c, fValue)
		case kListSplat, kDictSplat:
			a.Star = 1
			if l.kind(c) == kDictSplat {
				a.Star = 2
			}
			if kids := l.kids(c, true); len(kids) > 0 {
				a.Value = l.expr(kids[0])
			} else {
				a.Value = &syntax.BadExpr{Range: l.rng(c)}
			}
		default:
			a.Value = l.expr(c)
		}
		out = append(out, a)
	}
	return out
}

func (l *lowerer) exprs(ns []node) []syntax.Expr {
	out := make([]syntax.Expr, 0, len(ns))
	for _, n := range ns {
		out = append(out, l.expr(n))
	}
	return out
}

func (l *lowerer) expr(n node) syntax.Expr {
	r := l.rng(n)
	switch l.kind(n) {
	case kIdentifier, kKeywordIdentifier:
		return &syntax.Name{Range: r, Ident: l.content(n)}
	case kString:
		return l.str([]node{n}, r)
	case kConcatString:
		return l.str(l.kids(n, true), r)
	case kInteger:
		return l.integer(n, r)
	case kFloat:
		if f, err := strconv.ParseFloat(strings.ReplaceAll(l.content(n), "_", ""), 64); err == nil {
			return &syntax.Float{Range: r, Value: f}
		}
		return &syntax.Const{Range: r, Kind: syntax.BigNumber}
	case kTrue:
		return &syntax.Const{Range: r, Kind: syntax.True}
	case kFalse:
		return &syntax.Const{Range: r, Kind: syntax.False}
	case kNone:
		return &syntax.Const{Range: r, Kind: syntax.None}
	case kEllipsis:
		return &syntax.Const{Range: r, Kind: syntax.Ellipsis}
	case kList, kListPattern:
		return &syntax.List{Range: r, Elts: l.exprs(l.kids(n, true))}
	case kTuple, kTuplePattern:
		if kids := l.kids(n, true); l.kind(n) == kTuplePattern && len(kids) == 1 && !l.hasComma(n) {
			return l.expr(kids[0]) // `(a) = x`
		}
		return &syntax.Tuple{Range: r, Elts: l.exprs(l.kids(n, true)), Paren: true}
	case kExprList, kPatternList:
		return &syntax.Tuple{Range: r, Elts: l.exprs(l.kids(n, true))}
	case kSet:
		return &syntax.Set{Range: r, Elts: l.exprs(l.kids(n, true))}
	case kDictionary:
		return l.dict(n, r)
	case kListComp:
		return l.comp(n, r, syntax.ListComp)
	case kSetComp:
		return l.comp(n, r, syntax.SetComp)
	case kDictComp:
		return l.comp(n, r, syntax.DictComp)
	case kGenerator:
		return l.comp(n, r, syntax.Generator)
	case kNotOp:
		return &syntax.Unary{Range: r, Op: syntax.Not, X: l.fieldExpr(n, fArgument)}
	case kUnaryOp:
		op, _ := l.child(n, fOperator)
		return &syntax.Unary{Range: r, Op: unaryOps[l.content(op)], X: l.fieldExpr(n, fArgument)}
	case kBinary:
		op, _ := l.child(n, fOperator)
		return &syntax.Binary{Range: r, Op: binaryOps[l.content(op)], L: l.fieldExpr(n, fLeft), R: l.fieldExpr(n, fRight)}
	case kBoolOp:
		return l.boolOp(n, r)
	case kComparison:
		return l.comparison(n, r)
	case kConditional:
		if kids := l.kids(n, true); len(kids) == 3 {
			return &syntax.Cond{Range: r, Then: l.expr(kids[0]), Test: l.expr(kids[1]), Else: l.expr(kids[2])}
		}
	case kCall:
		c := &syntax.Call{Range: r, Fun: l.fieldExpr(n, fFunction)}
		if a, ok := l.child(n, fArguments); ok {
			c.Args = l.args(a)
		}
		return starOutside(&c.Fun, c)
	case kAttribute:
		a := &syntax.Attr{Range: r, X: l.fieldExpr(n, fObject)}
		if name, ok := l.child(n, fAttribute); ok {
			a.Name, a.NameRange = l.content(name), l.rng(name)
		}
		return starOutside(&a.X, a)
	case kSubscript:
		i := &syntax.Index{Range: r, X: l.fieldExpr(n, fValue), I: l.index(n, l.children(n, fSubscript))}
		return starOutside(&i.X, i)
	case kSlice:
		return l.slice(n, r)
	case kParenthesized:
		if kids := l.kids(n, true); len(kids) == 1 {
			return l.expr(kids[0])
		}
	case kListSplat, kListSplatPattern:
		if kids := l.kids(n, true); len(kids) == 1 {
			return &syntax.Star{Range: r, X: l.expr(kids[0])}
		}
	case kLambda:
		outer := l.gen
		e := &syntax.Lambda{Range: r, Body: l.fieldExpr(n, fBody)}
		if p, ok := l.child(n, fParameters); ok {
			e.Params = l.params(p)
		}
		l.gen = outer
		return e
	case kAwait:
		if kids := l.kids(n, true); len(kids) == 1 {
			return &syntax.Await{Range: r, X: l.expr(kids[0])}
		}
	case kYield:
		l.gen = true
		y := &syntax.Yield{Range: r}
		kids := l.kids(n, true)
		if len(kids) > 0 {
			y.X = l.expr(kids[0])
		}
		for _, c := range l.kids(n, false) {
			y.From = y.From || l.recs[c].flags&named == 0 && l.content(c) == "from"
		}
		return y
	case kNamedExpr:
		name, ok := l.child(n, fName)
		if ok {
			return &syntax.Walrus{Range: r, Name: &syntax.Name{Range: l.rng(name), Ident: l.content(name)}, X: l.fieldExpr(n, fValue)}
		}
	case kType:
		if kids := l.kids(n, true); len(kids) == 1 {
			return l.expr(kids[0])
		}
	case kGenericType:
		if kids := l.kids(n, true); len(kids) == 2 && l.kind(kids[1]) == kTypeParameter {
			return &syntax.Index{Range: r, X: l.expr(kids[0]), I: l.index(kids[1], l.kids(kids[1], true))}
		}
	case kUnionType:
		if kids := l.kids(n, true); len(kids) == 2 {
			return &syntax.Binary{Range: r, Op: syntax.BitOr, L: l.expr(kids[0]), R: l.expr(kids[1])}
		}
	case kMemberType:
		if kids := l.kids(n, true); len(kids) == 2 {
			return &syntax.Attr{Range: r, X: l.expr(kids[0]), Name: l.content(kids[1]), NameRange: l.rng(kids[1])}
		}
	case kSplatType:
		if kids := l.kids(n, true); len(kids) == 1 && !strings.HasPrefix(l.content(n), "**") {
			return &syntax.Star{Range: r, X: l.expr(kids[0])}
		}
	case kAsPatternTarget:
		if kids := l.kids(n, true); len(kids) == 1 {
			return l.expr(kids[0])
		}
	case kAssignment:
		return l.fieldExpr(n, fRight)
	case kPrint, kExec:
		return &syntax.Name{Range: r, Ident: l.content(n)}
	}
	return &syntax.BadExpr{Range: r}
}

func (l *lowerer) integer(n node, r syntax.Range) syntax.Expr {
	text := strings.ReplaceAll(l.content(n), "_", "")
	if v, err := strconv.ParseInt(text, 0, 64); err == nil && !(len(text) > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') {
		return &syntax.Int{Range: r, Value: v}
	}
	return &syntax.Const{Range: r, Kind: syntax.BigNumber}
}

func (l *lowerer) dict(n node, r syntax.Range) syntax.Expr {
	d := &syntax.Dict{Range: r}
	for _, c := range l.kids(n, true) {
		if l.kind(c) == kDictSplat {
			if kids := l.kids(c, true); len(kids) == 1 {
				d.Items = append(d.Items, syntax.DictItem{Value: l.expr(kids[0])})
			}
			continue
		}
		d.Items = append(d.Items, syntax.DictItem{Key: l.fieldExpr(c, fKey), Value: l.fieldExpr(c, fValue)})
	}
	return d
}

func (l *lowerer) comp(n node, r syntax.Range, k syntax.CompKind) syntax.Expr {
	c := &syntax.Comp{Range: r, Kind: k}
	for _, kid := range l.kids(n, true) {
		switch {
		case l.recs[kid].field == fBody:
			if l.kind(kid) == kPair {
				c.Key, c.Elt = l.fieldExpr(kid, fKey), l.fieldExpr(kid, fValue)
			} else {
				c.Elt = l.expr(kid)
			}
		case l.kind(kid) == kForIn:
			cl := syntax.Clause{Target: l.fieldExpr(kid, fLeft), Async: l.async(kid)}
			if rights := l.children(kid, fRight); len(rights) == 1 {
				cl.Iter = l.expr(rights[0])
			} else {
				cl.Iter = &syntax.Tuple{Range: l.rng(kid), Elts: l.exprs(rights)}
			}
			c.Clauses = append(c.Clauses, cl)
		case l.kind(kid) == kIfClause && len(c.Clauses) > 0:
			if kids := l.kids(kid, true); len(kids) == 1 {
				last := &c.Clauses[len(c.Clauses)-1]
				last.Ifs = append(last.Ifs, l.expr(kids[0]))
			}
		}
	}
	if c.Elt == nil {
		return &syntax.BadExpr{Range: r}
	}
	return c
}

// boolOp flattens `a or b or c`.
func (l *lowerer) boolOp(n node, r syntax.Range) syntax.Expr {
	op, _ := l.child(n, fOperator)
	b := &syntax.Bool{Range: r, Op: syntax.And}
	if l.content(op) == "or" {
		b.Op = syntax.Or
	}
	left := l.fieldExpr(n, fLeft)
	if lb, ok := left.(*syntax.Bool); ok && lb.Op == b.Op {
		if c, _ := l.child(n, fLeft); l.kind(c) == kBoolOp {
			b.Xs = append(b.Xs, lb.Xs...)
			left = nil
		}
	}
	if left != nil {
		b.Xs = append(b.Xs, left)
	}
	b.Xs = append(b.Xs, l.fieldExpr(n, fRight))
	return b
}

func (l *lowerer) comparison(n node, r syntax.Range) syntax.Expr {
	c := &syntax.Compare{Range: r}
	for _, o := range l.children(n, fOperators) {
		op, ok := compareOps[l.content(o)]
		if !ok {
			op = compareOps[strings.Join(strings.Fields(l.content(o)), " ")]
		}
		c.Ops = append(c.Ops, op)
	}
	for _, k := range l.kids(n, true) {
		if l.recs[k].field == fOperators {
			continue
		}
		if c.L == nil {
			c.L = l.expr(k)
		} else {
			c.Rest = append(c.Rest, l.expr(k))
		}
	}
	if c.L == nil || len(c.Rest) != len(c.Ops) {
		return &syntax.BadExpr{Range: r}
	}
	return c
}

// starOutside makes `*(f(x))` of `(*f)(x)`, as the grammar reads `*f(x)` in some places. Head is where outer begins.
func starOutside(head *syntax.Expr, outer syntax.Expr) syntax.Expr {
	s, ok := (*head).(*syntax.Star)
	if !ok {
		return outer
	}
	*head = s.X
	r := outer.Bounds()
	switch x := outer.(type) {
	case *syntax.Call:
		x.Start = s.X.Bounds().Start
	case *syntax.Attr:
		x.Start = s.X.Bounds().Start
	case *syntax.Index:
		x.Start = s.X.Bounds().Start
	}
	return &syntax.Star{Range: r, X: outer}
}

// index is what stands between the brackets of n.
func (l *lowerer) index(n node, subs []node) syntax.Expr {
	if len(subs) == 0 {
		return &syntax.BadExpr{Range: l.rng(n)}
	}
	if k := l.kind(subs[0]); len(subs) > 1 || l.hasComma(n) || k == kListSplat || k == kListSplatPattern {
		all := syntax.Range{Start: l.rng(subs[0]).Start, End: l.rng(subs[len(subs)-1]).End}
		return &syntax.Tuple{Range: all, Elts: l.exprs(subs)}
	}
	return l.expr(subs[0])
}

func (l *lowerer) slice(n node, r syntax.Range) syntax.Expr {
	s := &syntax.Slice{Range: r}
	parts := []*syntax.Expr{&s.Lo, &s.Hi, &s.Step}
	at := 0
	for _, c := range l.kids(n, false) {
		if l.recs[c].flags&named == 0 {
			if l.content(c) == ":" && at < 2 {
				at++
			}
			continue
		}
		*parts[at] = l.expr(c)
	}
	return s
}
