package parser

import (
	"cmp"
	"slices"

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
