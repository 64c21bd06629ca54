package project

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// IsForm reports whether a configuration file is a template that people copy, by its name, the names of its folders, or its text.
func IsForm(f *source.File) bool { return isExample(f.Path) || strings.Contains(f.Text, "{{") }

// Data returns what a file holds as JSON, YAML or TOML.
func (p *Project) Data(f *source.File, kind source.Kind) (*syntax.Data, error) {
	return (&world{p: p}).Data(f, "", kind)
}

// noConfig are data files that hold no configuration of a program.
var noConfig = words(`package.json package-lock.json tsconfig.json composer.json pnpm-lock.yaml poetry.lock uv.lock pdm.lock pyproject.toml
Pipfile Pipfile.lock launch.json settings.json tasks.json devcontainer.json .pre-commit-config.yaml mkdocs.yml`)

// configs finds the data files that may configure a model: by their name, or by words in them.
func (p *Project) configs(nodes []*node) {
	var paths []string
	for _, n := range nodes {
		for i := range n.entries {
			if e := &n.entries[i]; e.kind == regular && !e.skipped && mayConfigure(n.path, e.name) {
				paths = append(paths, join(n.path, e.name))
			}
		}
	}
	found := make([]*source.File, len(paths))
	each(len(paths), func(i int) {
		defer p.fault(paths[i])
		if p.looksLikeConfig(paths[i]) {
			found[i] = p.read(paths[i]).file
		}
	})
	p.Configs = slices.DeleteFunc(found, func(f *source.File) bool { return f == nil })
	slices.SortFunc(p.Configs, func(a, b *source.File) int { return strings.Compare(a.Path, b.Path) })
}

// mayConfigure reports whether a file of that name may hold a configuration.
func mayConfigure(dir, name string) bool {
	switch parser.KindOf(name) {
	case source.JSON, source.YAML, source.TOML:
		return !noConfig[name] && !isCompose(name) && !runsThings(join(dir, name)) && !strings.Contains(path.Base(dir), ".github")
	}
	return strings.HasPrefix(name, "OAI_CONFIG_LIST")
}

// unsuppressed is text without the comments that suppress findings: their words say nothing of what a file is.
func unsuppressed(text []byte) []byte {
	const mark = "# autogenlint:"
	if !bytes.Contains(text, []byte(mark)) {
		return text
	}
	var out []byte
	for line := range bytes.Lines(text) {
		before, _, _ := bytes.Cut(line, []byte(mark))
		out = append(out, before...)
	}
	return out
}

// looksLikeConfig reports whether the file at rel holds an OAI_CONFIG_LIST, a component, or an entry with a model and a key.
func (p *Project) looksLikeConfig(rel string) bool {
	if strings.HasPrefix(path.Base(rel), "OAI_CONFIG_LIST") {
		return true
	}
	var now stamp
	if p.store != nil {
		if now = p.tree.stamp(rel); p.store.isPlain(rel, now) {
			return false
		}
	}
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	raw, err := read(p.tree.fs, p.tree.abs(rel), *buf, maxData)
	*buf = raw
	if err != nil {
		return false
	}
	text := unsuppressed(raw)
	has := func(word string) bool { return bytes.Contains(text, []byte(word)) }
	if has("provider") && has("autogen") || has("api_key") && has("model") {
		return true
	}
	p.store.seePlain(rel, now)
	return false
}
