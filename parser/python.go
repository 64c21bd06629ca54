package parser

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// maxDepth is how deep syntax may nest; deeper modules are not lowered, since everything that walks the tree recurses.
const maxDepth = 1000

// Python parses a Python file, or the code cells of a notebook. It always returns a module: what could not be parsed is named in
// Errors, and the rest is there.
func Python(f *source.File) *syntax.Module {
	m := &syntax.Module{File: f}
	if f.Kind == source.Notebook {
		for _, c := range f.Cells {
			lowerCell(m, f.Text[c.Start:c.End], int32(c.Start))
			if m.Deep {
				return m
			}
		}
		return m
	}
	l := &lowerer{mod: m, text: f.Text}
	m.Body = l.module()
	return m
}

// A lowerer turns flat records into syntax.
type lowerer struct {
	mod    *syntax.Module
	text   string
	base   int32 // offset of text in the module's file
	recs   []record
	broke  bool   // some part could not be parsed
	gen    bool   // a yield was seen in the function that is being lowered
	spare  []node // what lists of nodes are cut from
	magics []magicLine
}

type node int32 // an index into recs

// module parses the text and lowers it.
func (l *lowerer) module() (body []syntax.Stmt) {
	withTree(l.text, func(recs []record) {
		broke, deep := look(recs)
		ok := false
		if broke && !deep {
			body, ok = l.joined()
		}
		if !ok {
			body = l.lower(recs, broke, deep)
		}
	})
	return body
}

// joined parses the text again with the lines in brackets joined, and reports whether all of it can be parsed so. The grammar takes a
// line in brackets for the end of a block if it begins further left than the block and follows an operator; Python does not.
func (l *lowerer) joined() (body []syntax.Stmt, ok bool) {
	text, comments := joinBrackets(l.text)
	if text == l.text {
		return nil, false
	}
	withTree(text, func(recs []record) {
		broke, deep := look(recs)
		if broke {
			return
		}
		ok = true
		for _, c := range comments {
			l.mod.Marks = append(l.mod.Marks, syntax.Comment{Range: syntax.Range{Start: l.base + int32(c[0]), End: l.base + int32(c[1])}, Alone: l.alone(c[0])})
		}
		body = l.lower(recs, broke, deep)
		slices.SortFunc(l.mod.Marks, func(a, b syntax.Comment) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
	})
	return body, ok
}

// look reports whether some part could not be parsed, and whether the tree is too deep to be lowered.
func look(recs []record) (broke, deep bool) {
	for i := range recs {
		r := &recs[i]
		broke = broke || r.kind == kError || r.flags&missing != 0
		deep = deep || r.depth > 3*maxDepth || r.depth > maxDepth && r.kind != kBinary
	}
	return broke, deep
}

// lower turns the records of the text into syntax.
func (l *lowerer) lower(recs []record, broke, deep bool) []syntax.Stmt {
	l.mod.Deep = l.mod.Deep || deep
	if len(recs) == 0 || deep {
		return nil
	}
	l.recs, l.broke = recs, broke
	defer func() { l.recs = nil }()
	l.comments()
	return l.stmts(0)
}

// comments collects every comment of the text.
func (l *lowerer) comments() {
	for i := range l.recs {
		if r := &l.recs[i]; r.kind == kComment {
			l.mod.Marks = append(l.mod.Marks, syntax.Comment{Range: l.rng(node(i)), Alone: l.alone(int(r.start))})
		}
	}
}

func (l *lowerer) alone(at int) bool {
	for at--; at >= 0; at-- {
		switch l.text[at] {
		case ' ', '\t', '\f':
		case '\n', '\r':
			return true
		default:
			return false
		}
	}
	return true
}

func (l *lowerer) kind(n node) kind { return l.recs[n].kind }

func (l *lowerer) rng(n node) syntax.Range {
	return syntax.Range{Start: l.base + int32(l.recs[n].start), End: l.base + int32(l.recs[n].end)}
}

func (l *lowerer) content(n node) string { return l.text[l.recs[n].start:l.recs[n].end] }

// kids returns the children of n without comments; onlyNamed leaves tokens out.
func (l *lowerer) kids(n node, onlyNamed bool) []node {
	from := len(l.spare)
	for c, end := uint32(n)+1, l.recs[n].next; c < end; c = l.recs[c].next {
		r := &l.recs[c]
		if onlyNamed && r.flags&named == 0 || r.kind == kComment || r.kind == kLineContinuation {
			continue
		}
		l.spare = append(l.spare, node(c))
	}
	return l.spare[from:len(l.spare):len(l.spare)]
}

// child returns the first child of n in field f.
func (l *lowerer) child(n node, f field) (node, bool) {
	for c, end := uint32(n)+1, l.recs[n].next; c < end; c = l.recs[c].next {
		if l.recs[c].field == f && l.recs[c].kind != kComment {
			return node(c), true
		}
	}
	return 0, false
}

func (l *lowerer) children(n node, f field) []node {
	from := len(l.spare)
	for c, end := uint32(n)+1, l.recs[n].next; c < end; c = l.recs[c].next {
		if l.recs[c].field == f && l.recs[c].kind != kComment {
			l.spare = append(l.spare, node(c))
		}
	}
	return l.spare[from:len(l.spare):len(l.spare)]
}

func (l *lowerer) first(n node, k kind) (node, bool) {
	for c, end := uint32(n)+1, l.recs[n].next; c < end; c = l.recs[c].next {
		if l.recs[c].kind == k {
			return node(c), true
		}
	}
	return 0, false
}

// broken reports whether n's subtree holds a part that could not be parsed.
func (l *lowerer) broken(n node) bool {
	if !l.broke {
		return false
	}
	for c, end := uint32(n), l.recs[n].next; c < end; c++ {
		if l.recs[c].kind == kError || l.recs[c].flags&missing != 0 {
			return true
		}
	}
	return false
}

// compound reports whether n holds statements, so that a part that could not be parsed damages only one of them.
func (l *lowerer) compound(k kind) bool {
	switch k {
	case kFunctionDef, kClassDef, kIf, kFor, kWhile, kTry, kWith, kMatch, kDecorated, kBlock:
		return true
	}
	return false
}

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
