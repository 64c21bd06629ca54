package parser

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

// A dumper prints syntax as record.py prints Python's own tree, so that the two can be compared.
type dumper struct{}

var opText = map[syntax.Op]string{
	syntax.And: "and", syntax.Or: "or", syntax.Not: "not", syntax.Neg: "neg", syntax.Pos: "pos", syntax.Invert: "~", syntax.Add: "+", syntax.Sub: "-", syntax.Mul: "*", syntax.Div: "/",
	syntax.FloorDiv: "//", syntax.Mod: "%", syntax.Pow: "**", syntax.MatMul: "@", syntax.LShift: "<<", syntax.RShift: ">>", syntax.BitAnd: "&", syntax.BitOr: "|", syntax.BitXor: "^",
	syntax.Eq: "==", syntax.NotEq: "!=", syntax.Lt: "<", syntax.LtE: "<=", syntax.Gt: ">", syntax.GtE: ">=", syntax.Is: "is", syntax.IsNot: "is not", syntax.In: "in", syntax.NotIn: "not in",
}

func list(words ...string) string {
	return "(" + strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ") + ")"
}

func (d dumper) stmts(body []syntax.Stmt) string {
	var out []string
	for _, s := range body {
		out = append(out, d.stmt(s))
	}
	return "[" + strings.Join(out, " ") + "]"
}

func (d dumper) opt(e syntax.Expr) string {
	if e == nil {
		return "-"
	}
	return d.expr(e)
}

func (d dumper) exprs(es []syntax.Expr) string {
	var out []string
	for _, e := range es {
		out = append(out, d.expr(e))
	}
	return strings.Join(out, " ")
}

func mark(on bool, word string) string {
	if on {
		return word
	}
	return ""
}

func (d dumper) stmt(s syntax.Stmt) string {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		return list("expr", d.expr(s.X))
	case *syntax.Assign:
		return list("=", d.exprs(s.Targets), d.expr(s.Value))
	case *syntax.AnnAssign:
		return list("ann", d.expr(s.Target), d.expr(s.Annotation), d.opt(s.Value))
	case *syntax.AugAssign:
		return list("aug", opText[s.Op], d.expr(s.Target), d.expr(s.Value))
	case *syntax.Del:
		return list("del", d.exprs(s.Targets))
	case *syntax.Pass:
		return "pass"
	case *syntax.Break:
		return "break"
	case *syntax.Continue:
		return "continue"
	case *syntax.Return:
		return list("return", d.opt(s.X))
	case *syntax.Raise:
		return list("raise", d.opt(s.X), d.opt(s.Cause))
	case *syntax.Assert:
		return list("assert", d.expr(s.Test), d.opt(s.Msg))
	case *syntax.Global:
		return list(map[bool]string{true: "nonlocal", false: "global"}[s.Nonlocal], strings.Join(s.Names, " "))
	case *syntax.Import:
		return list("import", d.aliases(s.Names))
	case *syntax.ImportFrom:
		return list("from", strconv.Itoa(s.Level), s.Module, d.aliases(s.Names))
	case *syntax.If:
		return list("if", d.expr(s.Test), d.stmts(s.Body), d.stmts(s.Else))
	case *syntax.While:
		return list("while", d.expr(s.Test), d.stmts(s.Body), d.stmts(s.Else))
	case *syntax.For:
		return list(mark(s.Async, "async"), "for", d.expr(s.Target), d.expr(s.Iter), d.stmts(s.Body), d.stmts(s.Else))
	case *syntax.Try:
		var hs []string
		for _, h := range s.Handlers {
			hs = append(hs, list("except"+mark(h.Star, "*"), d.opt(h.Type), h.Name, d.stmts(h.Body)))
		}
		return list("try", d.stmts(s.Body), strings.Join(hs, " "), d.stmts(s.Else), d.stmts(s.Finally))
	case *syntax.With:
		var items []string
		for _, it := range s.Items {
			items = append(items, list(d.expr(it.Context), d.opt(it.Target)))
		}
		return list(mark(s.Async, "async"), "with", strings.Join(items, " "), d.stmts(s.Body))
	case *syntax.Match:
		var cases []string
		for _, c := range s.Cases {
			cases = append(cases, list("case", d.pattern(c.Pattern), d.opt(c.Guard), d.stmts(c.Body)))
		}
		return list("match", d.expr(s.Subject), strings.Join(cases, " "))
	case *syntax.FuncDef:
		var decorators []string
		for _, x := range s.Decorators {
			decorators = append(decorators, "@"+d.expr(x))
		}
		return list(strings.Join(decorators, " "), mark(s.Async, "async"), "def"+mark(s.Generator, "*"), s.Name, d.params(s.Params), d.opt(s.Returns), d.stmts(s.Body))
	case *syntax.ClassDef:
		var decorators []string
		for _, x := range s.Decorators {
			decorators = append(decorators, "@"+d.expr(x))
		}
		return list(strings.Join(decorators, " "), "class", s.Name, d.args(s.Args), d.stmts(s.Body))
	case *syntax.TypeAlias:
		return list("type", s.Name)
	case *syntax.Magic:
		into := ""
		if s.Into != nil {
			into = s.Into.Ident + " ="
		}
		return list([...]string{"%", "%%", "!", "?"}[s.Kind], into, s.Name, strconv.Quote(s.Args), mark(s.Body != "", strconv.Quote(s.Body)))
	case *syntax.BadStmt:
		return list("bad", strings.Join(s.Names, " "))
	}
	return fmt.Sprintf("<%T>", s)
}

func (d dumper) aliases(as []syntax.Alias) string {
	var out []string
	for _, a := range as {
		out = append(out, a.Name+mark(a.As != "", " as "+a.As))
	}
	return strings.Join(out, ", ")
}

// args puts the positional arguments first, as Python's tree does.
func (d dumper) args(as []syntax.Arg) string {
	var positional, keywords []string
	for _, a := range as {
		switch {
		case a.Star == 2:
			keywords = append(keywords, "**"+d.expr(a.Value))
		case a.Name != "":
			keywords = append(keywords, a.Name+"="+d.expr(a.Value))
		case a.Star == 1:
			positional = append(positional, list("star", d.expr(a.Value)))
		default:
			positional = append(positional, d.expr(a.Value))
		}
	}
	return strings.Join(append(positional, keywords...), " ")
}

func (d dumper) params(ps []syntax.Param) string {
	var out []string
	for _, p := range ps {
		s := [...]string{"", "pos:", "key:", "*", "**"}[p.Kind] + p.Name
		if p.Annotation != nil {
			s += ":" + d.expr(p.Annotation)
		}
		if p.Default != nil {
			s += "=" + d.expr(p.Default)
		}
		out = append(out, s)
	}
	return "<" + strings.Join(out, " ") + ">"
}

func (d dumper) expr(e syntax.Expr) string {
	switch e := e.(type) {
	case nil:
		return "-"
	case *syntax.Name:
		return e.Ident
	case *syntax.Const:
		return [...]string{"None", "True", "False", "...", "number"}[e.Kind]
	case *syntax.Int:
		return strconv.FormatInt(e.Value, 10)
	case *syntax.Float:
		return pyFloat(e.Value)
	case *syntax.Str:
		return mark(e.Bytes, "b") + quote(e.Value)
	case *syntax.FString:
		var parts []string
		for _, p := range e.Parts {
			if p.X == nil {
				parts = append(parts, quote(p.Lit))
				continue
			}
			parts = append(parts, "{"+d.expr(p.X)+mark(p.Conv != 0, "!"+string(p.Conv))+mark(p.Spec, ":")+"}")
		}
		return list("f", strings.Join(parts, " "))
	case *syntax.List:
		return list("list", d.exprs(e.Elts))
	case *syntax.Tuple:
		return list("tuple", d.exprs(e.Elts))
	case *syntax.Set:
		return list("set", d.exprs(e.Elts))
	case *syntax.Dict:
		var items []string
		for _, it := range e.Items {
			if it.Key == nil {
				items = append(items, "**"+d.expr(it.Value))
				continue
			}
			items = append(items, d.expr(it.Key)+": "+d.expr(it.Value))
		}
		return list("dict", strings.Join(items, " "))
	case *syntax.Comp:
		words := []string{[...]string{"listcomp", "setcomp", "dictcomp", "genexp"}[e.Kind]}
		if e.Key != nil {
			words = append(words, d.expr(e.Key)+":")
		}
		words = append(words, d.expr(e.Elt))
		for _, c := range e.Clauses {
			var ifs []string
			for _, x := range c.Ifs {
				ifs = append(ifs, "if "+d.expr(x))
			}
			words = append(words, list(mark(c.Async, "async"), "for", d.expr(c.Target), d.expr(c.Iter), strings.Join(ifs, " ")))
		}
		return list(words...)
	case *syntax.Unary:
		return list(opText[e.Op], d.expr(e.X))
	case *syntax.Binary:
		return list(opText[e.Op], d.expr(e.L), d.expr(e.R))
	case *syntax.Bool:
		return list(opText[e.Op], d.exprs(e.Xs))
	case *syntax.Compare:
		words := []string{"cmp", d.expr(e.L)}
		for i, op := range e.Ops {
			words = append(words, opText[op], d.expr(e.Rest[i]))
		}
		return list(words...)
	case *syntax.Cond:
		return list("cond", d.expr(e.Test), d.expr(e.Then), d.expr(e.Else))
	case *syntax.Call:
		return list("call", d.expr(e.Fun), d.args(e.Args))
	case *syntax.Attr:
		return list(".", d.expr(e.X), e.Name)
	case *syntax.Index:
		return list("index", d.expr(e.X), d.expr(e.I))
	case *syntax.Slice:
		return list("slice", d.opt(e.Lo), d.opt(e.Hi), d.opt(e.Step))
	case *syntax.Star:
		return list("star", d.expr(e.X))
	case *syntax.Lambda:
		return list("lambda", d.params(e.Params), d.expr(e.Body))
	case *syntax.Await:
		return list("await", d.expr(e.X))
	case *syntax.Yield:
		return list("yield", mark(e.From, "from"), d.opt(e.X))
	case *syntax.Walrus:
		return list(":=", e.Name.Ident, d.expr(e.X))
	case *syntax.BadExpr:
		return "bad"
	}
	return fmt.Sprintf("<%T>", e)
}

func (d dumper) pattern(p syntax.Pattern) string {
	switch p := p.(type) {
	case *syntax.ValuePattern:
		return list("value", d.expr(p.X))
	case *syntax.CapturePattern:
		sub := ""
		if p.Sub != nil {
			sub = d.pattern(p.Sub)
		}
		return list("capture", p.Name, sub)
	case *syntax.OrPattern:
		var out []string
		for _, a := range p.Alts {
			out = append(out, d.pattern(a))
		}
		return list("or", strings.Join(out, " "))
	case *syntax.SequencePattern:
		out := []string{"sequence"}
		for i, e := range p.Elts {
			text := d.pattern(e)
			if i == p.Star {
				text = list("star", e.(*syntax.CapturePattern).Name)
			}
			out = append(out, text)
		}
		return list(out...)
	case *syntax.MappingPattern:
		out := []string{"mapping"}
		for i, k := range p.Keys {
			out = append(out, d.expr(k), d.pattern(p.Values[i]))
		}
		return list(append(out, p.Rest)...)
	case *syntax.ClassPattern:
		out := []string{"class", d.expr(p.Class)}
		for _, a := range p.Args {
			out = append(out, a.Name, d.pattern(a.Pattern))
		}
		return list(out...)
	case *syntax.OtherPattern:
		names := slices.Clone(p.Names)
		slices.Sort(names)
		return list("other", strings.Join(slices.Compact(names), " "))
	}
	return fmt.Sprintf("<%T>", p)
}
