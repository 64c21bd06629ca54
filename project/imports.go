package project

import (
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

// isGuard reports whether test is `__name__ == "__main__"`.
func isGuard(test syntax.Expr) bool {
	c, ok := test.(*syntax.Compare)
	if !ok || len(c.Ops) != 1 || c.Ops[0] != syntax.Eq {
		return false
	}
	return isName(c.L, "__name__") && isStr(c.Rest[0], "__main__") || isStr(c.L, "__main__") && isName(c.Rest[0], "__name__")
}

func isName(e syntax.Expr, ident string) bool {
	n, ok := e.(*syntax.Name)
	return ok && n.Ident == ident
}

func isStr(e syntax.Expr, value string) bool {
	s, ok := e.(*syntax.Str)
	return ok && s.Value == value && !s.Bytes
}

// An importer collects the import statements of a module, wherever they stand. The text may go before the names do, so they are copied.
type importer struct{ refs []ref }

func (c *importer) block(body []syntax.Stmt) {
	for _, s := range body {
		c.stmt(s)
	}
}

func (c *importer) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.Import:
		for _, a := range s.Names {
			c.refs = append(c.refs, ref{module: strings.Clone(a.Name)})
		}
	case *syntax.ImportFrom:
		r := ref{level: s.Level, module: strings.Clone(s.Module)}
		for _, a := range s.Names {
			r.names = append(r.names, strings.Clone(a.Name))
		}
		c.refs = append(c.refs, r)
	case *syntax.If:
		c.block(s.Body)
		c.block(s.Else)
	case *syntax.While:
		c.block(s.Body)
		c.block(s.Else)
	case *syntax.For:
		c.block(s.Body)
		c.block(s.Else)
	case *syntax.Try:
		c.block(s.Body)
		for _, h := range s.Handlers {
			c.block(h.Body)
		}
		c.block(s.Else)
		c.block(s.Finally)
	case *syntax.With:
		c.block(s.Body)
	case *syntax.Match:
		for _, k := range s.Cases {
			c.block(k.Body)
		}
	case *syntax.FuncDef:
		c.block(s.Body)
	case *syntax.ClassDef:
		c.block(s.Body)
	}
}
