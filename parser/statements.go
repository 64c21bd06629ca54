package parser

import (
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

// stmts lowers the statements of a module or block.
func (l *lowerer) stmts(n node) []syntax.Stmt {
	kids := l.kids(n, true)
	if len(kids) == 0 {
		return nil
	}
	out := make([]syntax.Stmt, 0, len(kids))
	for _, c := range kids {
		out = l.stmtOrBad(out, c)
	}
	return l.spliceMagics(out)
}

// stmtOrBad appends what n is.
func (l *lowerer) stmtOrBad(out []syntax.Stmt, n node) []syntax.Stmt {
	k := l.kind(n)
	switch {
	case k == kError, l.recs[n].flags&missing != 0, l.compound(k) && l.brokenHead(n), !l.compound(k) && l.broken(n):
		return append(out, l.bad(n))
	case k == kBlock:
		return append(out, l.stmts(n)...)
	}
	mark := len(l.spare)
	out = append(out, l.stmt(n))
	l.spare = l.spare[:mark]
	return out
}

// brokenHead reports whether a compound statement is damaged outside the blocks that it holds.
func (l *lowerer) brokenHead(n node) bool {
	if !l.broke {
		return false
	}
	for c, end := uint32(n)+1, l.recs[n].next; c < end; {
		k := l.recs[c].kind
		if k == kError || l.recs[c].flags&missing != 0 {
			return true
		}
		if k == kBlock || k == kFunctionDef || k == kClassDef {
			c = l.recs[c].next // its statements are looked at one by one
			continue
		}
		c++
	}
	return false
}

// bad makes a statement of what could not be parsed.
func (l *lowerer) bad(n node) syntax.Stmt {
	s := &syntax.BadStmt{Range: l.rng(n)}
	seen := map[string]bool{}
	for c, end := uint32(n), l.recs[n].next; c < end; c++ {
		if l.recs[c].kind == kIdentifier {
			if name := l.content(node(c)); !seen[name] {
				seen[name] = true
				s.Names = append(s.Names, name)
			}
		}
	}
	l.mod.Errors = append(l.mod.Errors, s.Range)
	return s
}

func (l *lowerer) stmt(n node) syntax.Stmt {
	r := l.rng(n)
	switch l.kind(n) {
	case kExprStmt:
		return l.exprStmt(n)
	case kReturn:
		s := &syntax.Return{Range: r}
		if kids := l.kids(n, true); len(kids) > 0 {
			s.X = l.expr(kids[0])
		}
		return s
	case kPass:
		return &syntax.Pass{Range: r}
	case kBreak:
		return &syntax.Break{Range: r}
	case kContinue:
		return &syntax.Continue{Range: r}
	case kDelete:
		s := &syntax.Del{Range: r}
		for _, c := range l.kids(n, true) {
			if l.kind(c) == kExprList {
				s.Targets = append(s.Targets, l.exprs(l.kids(c, true))...)
			} else {
				s.Targets = append(s.Targets, l.expr(c))
			}
		}
		return s
	case kRaise:
		s := &syntax.Raise{Range: r}
		cause, has := l.child(n, fCause)
		for _, c := range l.kids(n, true) {
			if !has || c != cause {
				s.X = l.expr(c)
				break
			}
		}
		if has {
			s.Cause = l.expr(cause)
		}
		return s
	case kAssert:
		s := &syntax.Assert{Range: r}
		if kids := l.kids(n, true); len(kids) > 0 {
			s.Test = l.expr(kids[0])
			if len(kids) > 1 {
				s.Msg = l.expr(kids[1])
			}
		}
		return s
	case kGlobal, kNonlocal:
		s := &syntax.Global{Range: r, Nonlocal: l.kind(n) == kNonlocal}
		for _, c := range l.kids(n, true) {
			s.Names = append(s.Names, l.content(c))
		}
		return s
	case kImport:
		return &syntax.Import{Range: r, Names: l.aliases(n)}
	case kImportFrom, kFutureImport:
		return l.importFrom(n)
	case kIf:
		return l.ifStmt(n)
	case kWhile:
		s := &syntax.While{Range: r, Test: l.fieldExpr(n, fCondition), Body: l.block(n, fBody)}
		s.Else = l.elseOf(n)
		return s
	case kFor:
		s := &syntax.For{Range: r, Target: l.fieldExpr(n, fLeft), Iter: l.fieldExpr(n, fRight), Body: l.block(n, fBody), Async: l.async(n)}
		s.Else = l.elseOf(n)
		return s
	case kTry:
		return l.try(n)
	case kWith:
		return l.with(n)
	case kMatch:
		return l.match(n)
	case kFunctionDef:
		return l.funcDef(n, nil)
	case kClassDef:
		return l.classDef(n, nil)
	case kDecorated:
		return l.decorated(n)
	case kTypeAlias:
		s := &syntax.TypeAlias{Range: r}
		if id, ok := l.findIdent(n); ok {
			s.Name = l.content(id)
		}
		return s
	case kPrint:
		call := &syntax.Call{Range: r, Fun: &syntax.Name{Range: syntax.Range{Start: r.Start, End: r.Start + 5}, Ident: "print"}}
		for _, c := range l.children(n, fArgument) {
			call.Args = append(call.Args, syntax.Arg{Range: l.rng(c), Value: l.expr(c)})
		}
		return &syntax.ExprStmt{Range: r, X: call}
	case kExec:
		return &syntax.ExprStmt{Range: r, X: &syntax.Call{Range: r, Fun: &syntax.Name{Range: r, Ident: "exec"}}}
	}
	return l.bad(n)
}

func (l *lowerer) findIdent(n node) (node, bool) {
	for c, end := uint32(n), l.recs[n].next; c < end; c++ {
		if l.recs[c].kind == kIdentifier {
			return node(c), true
		}
	}
	return 0, false
}

func (l *lowerer) fieldExpr(n node, f field) syntax.Expr {
	if c, ok := l.child(n, f); ok {
		return l.expr(c)
	}
	return &syntax.BadExpr{Range: l.rng(n)}
}

func (l *lowerer) block(n node, f field) []syntax.Stmt {
	if c, ok := l.child(n, f); ok {
		return l.stmts(c)
	}
	return nil
}

func (l *lowerer) elseOf(n node) []syntax.Stmt {
	if c, ok := l.child(n, fAlternative); ok {
		return l.block(c, fBody)
	}
	return nil
}

func (l *lowerer) async(n node) bool {
	for c, end := uint32(n)+1, l.recs[n].next; c < end; c = l.recs[c].next {
		if l.recs[c].flags&named == 0 {
			return l.content(node(c)) == "async"
		}
	}
	return false
}

func (l *lowerer) exprStmt(n node) syntax.Stmt {
	kids := l.kids(n, true)
	r := l.rng(n)
	if len(kids) == 0 {
		return &syntax.Pass{Range: r}
	}
	if len(kids) > 1 || l.hasComma(n) {
		return &syntax.ExprStmt{Range: r, X: &syntax.Tuple{Range: r, Elts: l.exprs(kids)}}
	}
	switch l.kind(kids[0]) {
	case kAssignment:
		return l.assignment(kids[0])
	case kAugAssignment:
		op, _ := l.child(kids[0], fOperator)
		return &syntax.AugAssign{Range: l.rng(kids[0]), Target: l.fieldExpr(kids[0], fLeft), Op: augOps[l.content(op)], Value: l.fieldExpr(kids[0], fRight)}
	}
	return &syntax.ExprStmt{Range: r, X: l.expr(kids[0])}
}

func (l *lowerer) hasComma(n node) bool {
	for c, end := uint32(n)+1, l.recs[n].next; c < end; c = l.recs[c].next {
		if l.recs[c].flags&named == 0 && l.content(node(c)) == "," {
			return true
		}
	}
	return false
}

// assignment lowers `a = b = value` and `a: t = value`.
func (l *lowerer) assignment(n node) syntax.Stmt {
	if t, ok := l.child(n, fType); ok {
		s := &syntax.AnnAssign{Range: l.rng(n), Target: l.fieldExpr(n, fLeft), Annotation: l.annotation(t)}
		if v, ok := l.child(n, fRight); ok {
			s.Value = l.expr(v)
		}
		return s
	}
	s := &syntax.Assign{Range: l.rng(n)}
	for {
		s.Targets = append(s.Targets, l.fieldExpr(n, fLeft))
		right, ok := l.child(n, fRight)
		if !ok {
			s.Value = &syntax.BadExpr{Range: l.rng(n)}
			return s
		}
		if l.kind(right) != kAssignment {
			s.Value = l.expr(right)
			return s
		}
		n = right
	}
}

func (l *lowerer) annotation(n node) syntax.Expr {
	if kids := l.kids(n, true); len(kids) == 1 {
		return l.expr(kids[0])
	}
	return &syntax.BadExpr{Range: l.rng(n)}
}

func (l *lowerer) dotted(n node) string {
	var parts []string
	for _, c := range l.kids(n, true) {
		parts = append(parts, l.content(c))
	}
	return strings.Join(parts, ".")
}

func (l *lowerer) aliases(n node) []syntax.Alias {
	var out []syntax.Alias
	for _, c := range l.children(n, fName) {
		out = append(out, l.alias(c))
	}
	return out
}

func (l *lowerer) alias(c node) syntax.Alias {
	a := syntax.Alias{Range: l.rng(c)}
	if l.kind(c) != kAliased {
		a.Name = l.dotted(c)
		return a
	}
	if name, ok := l.child(c, fName); ok {
		a.Name = l.dotted(name)
		a.Range = l.rng(name)
	}
	if as, ok := l.child(c, fAlias); ok {
		a.As = l.content(as)
	}
	return a
}

func (l *lowerer) importFrom(n node) syntax.Stmt {
	s := &syntax.ImportFrom{Range: l.rng(n)}
	if l.kind(n) == kFutureImport {
		s.Module = "__future__"
	}
	if m, ok := l.child(n, fModuleName); ok {
		s.ModuleRange = l.rng(m)
		if l.kind(m) == kRelative {
			if p, ok := l.first(m, kImportPrefix); ok {
				s.Level = strings.Count(l.content(p), ".")
			}
			if d, ok := l.first(m, kDotted); ok {
				s.Module = l.dotted(d)
			}
		} else {
			s.Module = l.dotted(m)
		}
	}
	s.Names = l.aliases(n)
	if w, ok := l.first(n, kWildcard); ok {
		s.Names = append(s.Names, syntax.Alias{Range: l.rng(w), Name: "*"})
	}
	return s
}

func (l *lowerer) ifStmt(n node) syntax.Stmt {
	s := &syntax.If{Range: l.rng(n), Test: l.fieldExpr(n, fCondition), Body: l.block(n, fConsequence)}
	at := s
	for _, alt := range l.children(n, fAlternative) {
		if l.kind(alt) == kElif {
			next := &syntax.If{Range: l.rng(alt), Test: l.fieldExpr(alt, fCondition), Body: l.block(alt, fConsequence)}
			at.Else = []syntax.Stmt{next}
			at = next
			continue
		}
		at.Else = l.block(alt, fBody)
	}
	return s
}

func (l *lowerer) try(n node) syntax.Stmt {
	s := &syntax.Try{Range: l.rng(n), Body: l.block(n, fBody)}
	for _, c := range l.kids(n, true) {
		switch l.kind(c) {
		case kExcept, kExceptGroup:
			s.Handlers = append(s.Handlers, l.except(c))
		case kElse:
			s.Else = l.block(c, fBody)
		case kFinally:
			if b, ok := l.first(c, kBlock); ok {
				s.Finally = l.stmts(b)
			}
		}
	}
	return s
}

func (l *lowerer) except(n node) syntax.Handler {
	h := syntax.Handler{Range: l.rng(n), Star: l.kind(n) == kExceptGroup}
	var types []syntax.Expr
	for _, c := range l.kids(n, true) {
		switch l.kind(c) {
		case kBlock:
			h.Body = l.stmts(c)
		case kAsPattern:
			kids := l.kids(c, true)
			if len(kids) > 0 {
				types = append(types, l.expr(kids[0]))
			}
			if t, ok := l.child(c, fAlias); ok {
				h.Name = l.content(t)
			}
		case kListSplat:
			h.Star = true
			if kids := l.kids(c, true); len(kids) > 0 {
				types = append(types, l.expr(kids[0]))
			}
		default:
			types = append(types, l.expr(c))
		}
	}
	switch len(types) {
	case 0:
	case 1:
		h.Type = types[0]
	default:
		h.Type = &syntax.Tuple{Range: h.Range, Elts: types}
	}
	return h
}

func (l *lowerer) with(n node) syntax.Stmt {
	s := &syntax.With{Range: l.rng(n), Body: l.block(n, fBody), Async: l.async(n)}
	clause, ok := l.first(n, kWithClause)
	if !ok {
		return s
	}
	for _, it := range l.kids(clause, true) {
		v, ok := l.child(it, fValue)
		if !ok {
			continue
		}
		// `with (a as b, c as d):` may come as one tuple of as-patterns
		kids := l.kids(v, true)
		if l.kind(v) == kTuple || l.kind(v) == kParenthesized && len(kids) == 1 && l.kind(kids[0]) == kAsPattern {
			for _, e := range kids {
				s.Items = append(s.Items, l.withItem(e))
			}
			continue
		}
		s.Items = append(s.Items, l.withItem(v))
	}
	return s
}

func (l *lowerer) withItem(v node) syntax.WithItem {
	if l.kind(v) != kAsPattern {
		return syntax.WithItem{Context: l.expr(v)}
	}
	it := syntax.WithItem{}
	if kids := l.kids(v, true); len(kids) > 0 {
		it.Context = l.expr(kids[0])
	}
	if t, ok := l.child(v, fAlias); ok {
		if kids := l.kids(t, true); len(kids) == 1 {
			it.Target = l.expr(kids[0])
		}
	}
	return it
}

func (l *lowerer) decorated(n node) syntax.Stmt {
	var decorators []syntax.Expr
	for _, c := range l.kids(n, true) {
		if l.kind(c) == kDecorator {
			if kids := l.kids(c, true); len(kids) > 0 {
				decorators = append(decorators, l.expr(kids[0]))
			}
		}
	}
	def, ok := l.child(n, fDefinition)
	if !ok {
		return l.bad(n)
	}
	if l.kind(def) == kClassDef {
		return l.classDef(def, decorators)
	}
	return l.funcDef(def, decorators)
}

func (l *lowerer) funcDef(n node, decorators []syntax.Expr) syntax.Stmt {
	outer := l.gen
	l.gen = false
	s := &syntax.FuncDef{Range: l.rng(n), Decorators: decorators, Async: l.async(n)}
	if name, ok := l.child(n, fName); ok {
		s.Name, s.NameRange = l.content(name), l.rng(name)
	}
	if p, ok := l.child(n, fParameters); ok {
		s.Params = l.params(p)
	}
	if t, ok := l.child(n, fReturnType); ok {
		s.Returns = l.annotation(t)
	}
	s.Body = l.block(n, fBody)
	s.Generator = l.gen
	l.gen = outer
	return s
}

func (l *lowerer) classDef(n node, decorators []syntax.Expr) syntax.Stmt {
	s := &syntax.ClassDef{Range: l.rng(n), Decorators: decorators}
	if name, ok := l.child(n, fName); ok {
		s.Name, s.NameRange = l.content(name), l.rng(name)
	}
	if a, ok := l.child(n, fSuperclasses); ok {
		s.Args = l.args(a)
	}
	s.Body = l.block(n, fBody)
	return s
}

func (l *lowerer) params(n node) []syntax.Param {
	kids := l.kids(n, true)
	if len(kids) == 0 {
		return nil
	}
	out := make([]syntax.Param, 0, len(kids))
	kindNow := syntax.Positional
	for _, c := range kids {
		p := syntax.Param{Range: l.rng(c), Kind: kindNow}
		switch l.kind(c) {
		case kIdentifier:
			p.Name = l.content(c)
		case kPosSeparator:
			for i := range out {
				out[i].Kind = syntax.PosOnly
			}
			continue
		case kKeywordSeparator:
			kindNow = syntax.KeywordOnly
			continue
		case kListSplatPattern, kDictSplatPattern:
			l.starParam(c, &p, &kindNow)
		case kDefaultParam, kTypedDefaultParam:
			if name, ok := l.child(c, fName); ok {
				p.Name = l.content(name)
			}
			if t, ok := l.child(c, fType); ok {
				p.Annotation = l.annotation(t)
			}
			if v, ok := l.child(c, fValue); ok {
				p.Default = l.expr(v)
			}
		case kTypedParam:
			kids := l.kids(c, true)
			if len(kids) > 0 {
				switch l.kind(kids[0]) {
				case kListSplatPattern, kDictSplatPattern:
					l.starParam(kids[0], &p, &kindNow)
				default:
					p.Name = l.content(kids[0])
				}
			}
			if t, ok := l.child(c, fType); ok {
				p.Annotation = l.annotation(t)
			}
		default:
			p.Name = l.content(c)
		}
		out = append(out, p)
	}
	return out
}

func (l *lowerer) starParam(c node, p *syntax.Param, kindNow *syntax.ParamKind) {
	if id, ok := l.findIdent(c); ok {
		p.Name = l.content(id)
	}
	if l.kind(c) == kDictSplatPattern {
		p.Kind = syntax.VarKeywords
		return
	}
	p.Kind = syntax.VarArgs
	*kindNow = syntax.KeywordOnly
}
