package project

import (
	"iter"
	"strings"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/syntax"
)

// Naming returns the modules of the project's code in whose text a name stands, in whatever case.
func (p *Project) Naming(name string) iter.Seq[*syntax.Module] {
	return func(yield func(*syntax.Module) bool) {
		for _, c := range p.Code {
			if !p.names(c.unit, name) {
				continue
			}
			m := c.Module()
			p.spare(c.unit)
			if m != nil && !yield(m) {
				return
			}
		}
	}
}

// spare lets go of u's module if no program is to come that needs it.
func (p *Project) spare(u *unit) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if p.store == nil && u.needed == 0 {
		u.module = nil
	}
}

// names reports whether a name stands in u.
func (p *Project) names(u *unit, name string) bool {
	if strings.ContainsFunc(name, func(r rune) bool { return r >= 0x80 || !isWord(byte(r)) }) {
		return true // a notebook may write it otherwise
	}
	u.mu.Lock()
	m := u.module
	u.mu.Unlock()
	if m != nil {
		return holdsName(m.File.Text, name)
	}
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	var err error
	*buf, err = read(p.tree.fs, p.tree.abs(u.path), *buf, parser.MaxSize)
	return err == nil && holdsName(*buf, name)
}

// holdsName reports whether name, of ASCII, stands in text, in whatever case.
func holdsName[T string | []byte](text T, name string) bool {
	for at := 0; at+len(name) <= len(text); at++ {
		i := 0
		for i < len(name) && lower(text[at+i]) == lower(name[i]) {
			i++
		}
		if i == len(name) {
			return true
		}
	}
	return false
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
