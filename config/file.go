package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/syntax"
)

// Names are the files that settings are read from, the first that is there in a folder.
var Names = []string{"autogenlint.toml", ".autogenlint.toml", "pyproject.toml"}

// Find returns the nearest file with settings, from dir up to root, or nothing.
func Find(dir, root string, read func(string) ([]byte, error)) (string, error) {
	for {
		for _, name := range Names {
			path := filepath.Join(dir, name)
			raw, err := read(path)
			switch {
			case err == nil && (name != "pyproject.toml" || speaks(raw)):
				return path, nil
			case err != nil && !errors.Is(err, fs.ErrNotExist):
				return "", fmt.Errorf("read settings: %w", err)
			}
		}
		up := filepath.Dir(dir)
		if dir == root || up == dir {
			return "", nil
		}
		dir = up
	}
}

// speaks reports whether a pyproject.toml has something for us. One that is broken and does not name us is not our business.
func speaks(raw []byte) bool {
	if !bytes.Contains(raw, []byte("autogenlint")) {
		return false
	}
	table, err := parser.TOML(unmarked(raw))
	return err != nil && bytes.Contains(raw, []byte("tool.autogenlint")) || table.Get("tool").Get("autogenlint") != nil
}

// unmarked is the text of raw without the byte order mark that some editors put before it.
func unmarked(raw []byte) string { return strings.TrimPrefix(string(raw), "\ufeff") }

// file takes the settings of the file that s names, or of the nearest one.
func (v *reader) file(s Sources) error {
	path := s.Path
	if path == "" {
		var err error
		if path, err = Find(s.Dir, s.Root, s.Read); path == "" {
			return err
		}
	}
	raw, err := s.Read(path)
	if err != nil {
		return fmt.Errorf("read settings: %w", err)
	}
	d := document{path: shown(path, cmp.Or(s.Cwd, s.Dir)), dir: filepath.Dir(path), text: unmarked(raw)}
	table, err := parser.TOML(d.text)
	var broken *toml.DecodeError
	switch {
	case errors.As(err, &broken):
		line, column := broken.Position()
		return &Error{fmt.Sprintf("%s:%d:%d", d.path, line, column), strings.TrimPrefix(broken.Error(), "toml: ")}
	case err != nil:
		return fmt.Errorf("read %s: %w", d.path, err)
	}
	if filepath.Base(path) == "pyproject.toml" {
		table = table.Get("tool").Get("autogenlint")
	}
	return v.table(d, table)
}

// shown is how a message names path: from dir if it lies below.
func shown(path, dir string) string {
	if rel, err := filepath.Rel(dir, path); err == nil {
		return filepath.ToSlash(rel)
	}
	return path
}

// A document is the text of a settings file, to find positions in.
type document struct{ path, dir, text string }

// wrong returns an error at r.
func (d document) wrong(r syntax.Range, text string) error {
	line, column := d.position(r)
	return &Error{fmt.Sprintf("%s:%d:%d", d.path, line, column), text}
}

func (d document) position(r syntax.Range) (line, column int) {
	before := d.text[:min(int(r.Start), len(d.text))]
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}

// table takes the settings of a file.
func (v *reader) table(d document, table *syntax.Data) error {
	if table == nil {
		return nil // --config names a pyproject.toml without our table
	}
	if table.Kind != syntax.DataMap {
		return d.wrong(table.Range, "tool.autogenlint must be a table")
	}
	byKey, names := map[string]field{}, []string{}
	for _, f := range fields() {
		byKey[f.key], names = f, append(names, f.key)
	}
	for _, k := range table.Keys {
		f, ok := byKey[k.Name]
		if !ok {
			return d.wrong(k.Range, fmt.Sprintf("there is no setting %q%s", k.Name, didYouMean(k.Name, names)))
		}
		if err := v.data(d, f, k.Value); err != nil {
			return err
		}
		line, _ := d.position(k.Range)
		v.settings.Origins[f.key] = Origin{File, fmt.Sprintf("%s:%d", d.path, line), d.dir}
	}
	return nil
}

// data sets f to what a file says.
func (v *reader) data(d document, f field, x *syntax.Data) error {
	switch f.kind {
	case reflect.Bool:
		if x.Kind != syntax.DataBool {
			return d.wrong(x.Range, f.key+" must be true or false")
		}
		f.set(v.settings, []string{fmt.Sprint(x.Bool)})
	case reflect.String:
		if x.Kind != syntax.DataString {
			return d.wrong(x.Range, f.key+" must be a string in quotes")
		}
		if err := v.check(f, x.Str); err != nil {
			return d.wrong(x.Range, err.Error())
		}
		f.set(v.settings, []string{x.Str})
	case reflect.Slice:
		words, err := v.list(d, f, f.key, x)
		if err != nil {
			return err
		}
		f.set(v.settings, words)
	case reflect.Map:
		return v.perFile(d, f, x)
	}
	return nil
}

// list reads a list of strings.
func (v *reader) list(d document, f field, key string, x *syntax.Data) ([]string, error) {
	if x.Kind != syntax.DataList {
		return nil, d.wrong(x.Range, key+" must be a list of strings")
	}
	words := []string{}
	for _, item := range x.Items {
		if item.Kind != syntax.DataString {
			return nil, d.wrong(item.Range, key+" must be a list of strings")
		}
		if err := v.check(f, item.Str); err != nil {
			return nil, d.wrong(item.Range, err.Error())
		}
		words = append(words, item.Str)
	}
	return words, nil
}

// perFile reads the table of per-file-ignores.
func (v *reader) perFile(d document, f field, x *syntax.Data) error {
	if x.Kind != syntax.DataMap {
		return d.wrong(x.Range, f.key+` must be a table of globs, such as "tests/**" = ["AG106"]`)
	}
	out := map[string][]string{}
	for _, k := range x.Keys {
		if err := glob(k.Name); err != nil {
			return d.wrong(k.Range, err.Error())
		}
		words, err := v.list(d, f, k.Name, k.Value)
		if err != nil {
			return err
		}
		out[k.Name] = append(out[k.Name], words...)
	}
	v.settings.PerFileIgnores = out
	return nil
}
