package project

import (
	"bytes"
	"path"
	"strings"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
)

// mostOthers is how many files in other languages are kept in mind, and largestOther how large one may be that is looked at.
const (
	mostOthers   = 5000
	largestOther = 256 << 10
)

// languages are the extensions of sources, other than Python's, that may read a variable.
var languages = words(`.js .cjs .mjs .jsx .ts .mts .cts .tsx .vue .svelte .go .rs .java .kt .kts .scala .rb .php .cs .fs .swift .c .cc .cpp .h .hpp .lua .ex .exs .clj
.dart .pl .r .jl .tf .tfvars .hcl .nix .bicep .gradle`)

// speaks reports whether a file of that name may read a variable, in another language than Python.
func speaks(name string) bool {
	return languages[strings.ToLower(path.Ext(name))] || refers(name)
}

// refers reports whether a file of that name sets variables as well: only a reference to one reads it.
func refers(name string) bool {
	switch parser.KindOf(name) {
	case source.Shell, source.Dockerfile, source.YAML, source.TOML:
		return true
	}
	ext := strings.ToLower(path.Ext(name))
	return ext == ".ps1" || ext == ".bat" || ext == ".cmd" || ext == ".fish" || ext == ".mk" || strings.EqualFold(name, "makefile") || strings.EqualFold(name, "justfile")
}

// Elsewhere reports whether a file in another language than Python reads the variable name, as far as its text tells.
func (p *Project) Elsewhere(name string) bool {
	for _, rel := range p.others {
		raw, err := p.tree.raw(rel, largestOther)
		if err != nil || !bytes.Contains(raw, []byte(name)) {
			continue
		}
		if mentionsName(string(raw), name, refers(path.Base(rel))) {
			return true
		}
	}
	return false
}

// mentionsName reports whether a name stands in text as a whole word; a reference, where only those count.
func mentionsName(text, name string, reference bool) bool {
	for i := 0; ; {
		k := strings.Index(text[i:], name)
		if k < 0 {
			return false
		}
		before, after := text[:i+k], text[i+k+len(name):]
		i += k + len(name)
		if after != "" && wordByte(after[0]) || before != "" && wordByte(before[len(before)-1]) {
			continue
		}
		if !reference && !assigned(after) || strings.HasSuffix(before, "$") || strings.HasSuffix(before, "${") || strings.HasSuffix(before, "%") || strings.HasSuffix(before, "env.") || strings.HasSuffix(before, "env:") {
			return true
		}
	}
}

// assigned reports whether what follows a name gives it a value, as a line of a .env does that a text of another language holds.
func assigned(after string) bool {
	after = strings.TrimLeft(after, " \t")
	return strings.HasPrefix(after, "=") && !strings.HasPrefix(after, "==")
}
