package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

// tells reports whether h takes any exception and does no more than tell of it: it prints, logs or answers with a text, and whatever
// failed has failed. One that names what it expects, is silent, or puts something in the place of what failed may be the way that
// the program is meant to work.
func tells(h *syntax.Handler) bool {
	switch t := h.Type.(type) {
	case nil:
	case *syntax.Name:
		if t.Ident != "Exception" && t.Ident != "BaseException" {
			return false
		}
	default:
		return false
	}
	said := false
	return onlyTells(h.Body, &said) && said
}

// onlyTells reports whether the statements of body do no more than tell; said becomes true where one tells.
func onlyTells(body []syntax.Stmt, said *bool) bool {
	return !slices.ContainsFunc(body, func(s syntax.Stmt) bool { return !tellsOf(s, said) })
}

func tellsOf(s syntax.Stmt, said *bool) bool {
	switch s := s.(type) {
	case *syntax.Pass, *syntax.Continue, *syntax.Break, *syntax.Import, *syntax.ImportFrom, *syntax.Raise:
		return true
	case *syntax.If:
		return onlyTells(s.Body, said) && onlyTells(s.Else, said)
	case *syntax.Return:
		if s.X == nil {
			return true
		}
		*said = true
		return saysSo(s.X)
	case *syntax.Assign:
		*said = true
		return saysSo(s.Value) || notes(s.Value)
	case *syntax.ExprStmt:
		x := s.X
		if a, ok := x.(*syntax.Await); ok {
			x = a.X
		}
		c, ok := x.(*syntax.Call)
		if !ok {
			_, doc := x.(*syntax.Str)
			return doc
		}
		*said = true
		name := ""
		switch fun := c.Fun.(type) {
		case *syntax.Name:
			name = fun.Ident
		case *syntax.Attr:
			name = fun.Name
		}
		return telling[name] || tellsByName(name) || name == "exit" || name == "quit" || name == "_exit"
	}
	return false
}

// telling are the last names of what people tell by: print and its like, loggers, traceback, and what shows a message in Streamlit,
// Chainlit, Tk, Qt, click and web sockets.
var telling = map[string]bool{
	"print": true, "pprint": true, "print_exc": true, "print_exception": true, "write": true, "echo": true, "secho": true, "rule": true,
	"debug": true, "info": true, "warn": true, "warning": true, "error": true, "exception": true, "critical": true, "fatal": true, "log": true,
	"send": true, "send_json": true, "send_text": true, "emit": true, "showerror": true, "markdown": true, "toast": true,
}

// mends reports whether the statements of a handler bind what a call makes, in a program that then goes on with it: another key, another
// agent.
func mends(body []syntax.Stmt) bool {
	return slices.ContainsFunc(body, func(s syntax.Stmt) bool {
		if a, ok := s.(*syntax.Assign); ok && makes(a.Value) {
			return true
		}
		return slices.ContainsFunc(syntax.Blocks(s), mends)
	})
}

// makes reports whether a call stands in e that makes something else than the text of an exception.
func makes(e syntax.Expr) bool {
	found := false
	syntax.Exprs(&syntax.ExprStmt{X: e}, func(e syntax.Expr) {
		c, call := e.(*syntax.Call)
		found = found || call && !saysSo(c) && lastName(callee(c.Fun)) != "format"
	})
	return found
}

// tellsByName reports whether a function of the program's own is called after what it does: emit_error, _log_failure, sendException. One
// that handles an error may have another way.
func tellsByName(name string) bool {
	tells, what := false, false
	for _, w := range words(name) {
		switch w {
		case "emit", "log", "print", "show", "display", "report", "notify", "send", "capture":
			tells = true
		case "error", "exception", "failure", "message", "status", "event":
			what = true
		}
	}
	return tells && what
}

// words are the words of a name, in small letters: of send_error and of sendError.
func words(name string) []string {
	var b strings.Builder
	for i := range len(name) {
		if c := name[i]; c >= 'A' && c <= 'Z' && i > 0 && name[i-1] >= 'a' && name[i-1] <= 'z' {
			b.WriteByte('_')
		}
		b.WriteByte(name[i])
	}
	return strings.Split(strings.ToLower(b.String()), "_")
}

// notes reports whether e is what a handler writes down of a failure: when it was, or an exception made of it.
func notes(e syntax.Expr) bool {
	c, ok := e.(*syntax.Call)
	if !ok {
		return false
	}
	switch name := callee(c.Fun); lastName(name) {
	case "now", "utcnow", "time", "perf_counter", "monotonic":
		return true
	default:
		return strings.HasSuffix(name, "Error") || strings.HasSuffix(name, "Exception")
	}
}

// saysSo reports whether e is a text, a dictionary of an answer, or the text of an exception: nothing that anybody asks next.
func saysSo(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Str:
		return e.Value != ""
	case *syntax.FString:
		return true
	case *syntax.Dict:
		return len(e.Items) > 0
	case *syntax.Binary:
		return saysSo(e.L) || saysSo(e.R)
	case *syntax.Call:
		name := callee(e.Fun)
		return name == "str" || name == "repr" || strings.HasSuffix(name, "format_exc")
	}
	return false
}

// leaves reports whether body, the turns of a loop, ends the loop by itself somewhere: it tries one thing after the other until one is good.
func leaves(body []syntax.Stmt) bool {
	return slices.ContainsFunc(body, func(s syntax.Stmt) bool {
		switch s.(type) {
		case *syntax.Break, *syntax.Return:
			return true
		case *syntax.FuncDef, *syntax.ClassDef:
			return false
		}
		return slices.ContainsFunc(syntax.Blocks(s), leaves)
	})
}
