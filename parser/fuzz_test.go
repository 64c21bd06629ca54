package parser

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// most is how long a text of a fuzzer's may be: what is longer shows nothing that a shorter one does not.
const most = 20_000

// hangs ends the whole run if reading one text takes a minute.
func hangs() (stop func()) {
	t := time.AfterFunc(time.Minute, func() { panic("it hangs") })
	return func() { t.Stop() }
}

// seeds adds every file of the test programs that is of some kinds.
func seeds(f *testing.F, add func(text string), kinds ...source.Kind) {
	f.Helper()
	n := 0
	take := func(name, text string) {
		for _, k := range kinds {
			if KindOf(name) == k && len(text) <= most {
				add(text)
				n++
			}
		}
	}
	files, _ := filepath.Glob("../testdata/conformance/programs/*/*")
	hidden, _ := filepath.Glob("../testdata/conformance/programs/*/.env")
	for i, name := range append(files, hidden...) {
		if KindOf(name) == source.Python && i%8 != 0 {
			continue // they are many, and much alike
		}
		if raw, err := os.ReadFile(name); err == nil {
			take(name, string(raw))
		}
	}
	archives, _ := filepath.Glob("../rules/testdata/AG*/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			take(file.Name, string(file.Data))
		}
	}
	if n == 0 {
		f.Fatal("there are no seeds")
	}
}

var rangeType = reflect.TypeFor[syntax.Range]()

// inside holds that every range that v is made of lies in text, on the borders of code points.
func inside(t *testing.T, text string, v any) {
	t.Helper()
	var visit func(reflect.Value)
	visit = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if _, file := v.Interface().(*source.File); !file && !v.IsNil() {
				visit(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i))
			}
		case reflect.Struct:
			if r, ok := v.Interface().(syntax.Range); ok {
				if !lies(text, int(r.Start), int(r.End)) {
					t.Fatalf("%d to %d is no place in a text of %d bytes", r.Start, r.End, len(text))
				}
				return
			}
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() || v.Field(i).Type() == rangeType {
					visit(v.Field(i))
				}
			}
		}
	}
	visit(reflect.ValueOf(v))
}

func lies(text string, start, end int) bool {
	border := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
	return 0 <= start && start <= end && end <= len(text) && border(start) && border(end)
}

// inOrder holds that statements stand one after the other, each inside of the one it belongs to.
func inOrder(t *testing.T, m *syntax.Module) {
	t.Helper()
	var check func(body []syntax.Stmt, in syntax.Range)
	check = func(body []syntax.Stmt, in syntax.Range) {
		at := in.Start
		for _, s := range body {
			r := s.Bounds()
			if r.Start < at || r.End > in.End {
				t.Fatalf("a %T at %d to %d; it begins before %d or ends after %d", s, r.Start, r.End, at, in.End)
			}
			at = r.Start
			if i, ok := s.(*syntax.If); ok { // an elif stands behind the branch before it, not inside of it
				check(i.Body, r)
				check(i.Else, syntax.Range{Start: r.Start, End: in.End})
				continue
			}
			for _, b := range syntax.Blocks(s) {
				check(b, r)
			}
		}
	}
	check(m.Body, syntax.Range{End: int32(len(m.File.Text))})
}

// code holds the laws of a file of code: its tree lies in its text, its text in its bytes, and reading it again gives the same.
func code(t *testing.T, name string, raw []byte) {
	t.Helper()
	if len(raw) > most {
		return
	}
	defer hangs()()
	f, err := Decode(name, KindOf(name), raw)
	if err != nil {
		return
	}
	if !utf8.ValidString(f.Text) {
		t.Fatal("the text is not UTF-8")
	}
	m := Python(f)
	inside(t, f.Text, m.Body)
	inside(t, f.Text, m.Errors)
	inside(t, f.Text, m.Marks)
	inOrder(t, m)
	last := 0
	for at := range f.Text {
		n := f.RawOffset(at)
		if n < last || n > len(raw) {
			t.Fatalf("%d of the text is %d of %d bytes, after %d", at, n, len(raw), last)
		}
		last = n
	}
	for _, c := range f.Cells {
		if !lies(f.Text, c.Start, c.End) {
			t.Fatalf("cell %d is no place in the text", c.Number)
		}
	}
	if again := Python(f); !reflect.DeepEqual(m, again) {
		t.Fatal("another tree the second time")
	}
}

// FuzzPython holds the laws of modules.
func FuzzPython(f *testing.F) {
	seeds(f, func(text string) { f.Add([]byte(text)) }, source.Python)
	for _, r := range recordings(f, "python") {
		f.Add([]byte(r.Text))
	}
	f.Add([]byte("# coding: latin-1\nx = '\xe9'\n"))
	f.Fuzz(func(t *testing.T, raw []byte) { code(t, "main.py", raw) })
}

// FuzzNotebook holds the laws of notebooks.
func FuzzNotebook(f *testing.F) {
	seeds(f, func(text string) { f.Add([]byte(text)) }, source.Notebook)
	f.Add([]byte(`{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["x = '\ud83d\ude00'\r\n", "%env A=b"]}, {"cell_type": "code", "source": "!ls"}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) { code(t, "main.ipynb", raw) })
}

// addRecorded adds a quarter of the texts of a table.
func addRecorded(f *testing.F, name string) {
	f.Helper()
	for i, r := range recordings(f, name) {
		if i%4 == 0 {
			f.Add(r.Text)
		}
	}
}

// FuzzData holds the laws of JSON, YAML and TOML: what is read lies in the text, and an error does not repeat the text.
func FuzzData(f *testing.F) {
	seeds(f, func(text string) { f.Add(text) }, source.JSON, source.YAML, source.TOML)
	addRecorded(f, "json")
	addRecorded(f, "yaml")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > most || !utf8.ValidString(text) {
			return
		}
		defer hangs()()
		data, err := JSON(text)
		inside(t, text, data)
		var broken *syntax.DataError
		if err != nil && !errors.As(err, &broken) {
			t.Fatalf("JSON: an error without its place")
		}
		inside(t, text, broken)
		docs, err := YAML(text)
		inside(t, text, docs)
		quiet(t, text, err)
		inside(t, text, INI(text))
		data, err = TOML(text)
		inside(t, text, data)
		quiet(t, text, err)
	})
}

// quiet holds that an error says nothing of what stands in the text.
func quiet(t *testing.T, text string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	for word := range strings.FieldsSeq(text) {
		if strings.HasPrefix(word, "cnry") && len(word) > 12 && strings.Contains(err.Error(), word[:12]) {
			t.Fatal("an error shows a part of the text")
		}
	}
}

// FuzzVariables holds the laws of .env, shell, container and compose files: what is read lies in the text.
func FuzzVariables(f *testing.F) {
	seeds(f, func(text string) { f.Add(text) }, source.Dotenv, source.Shell, source.Dockerfile, source.YAML)
	addRecorded(f, "dotenv")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > most || !utf8.ValidString(text) {
			return
		}
		defer hangs()()
		vars, bad := Dotenv(text)
		inside(t, text, vars)
		inside(t, text, bad)
		inside(t, text, Shell(text))
		inside(t, text, Commands(text))
		docker := Dockerfile(text)
		inside(t, text, docker.Vars)
		inside(t, text, docker.Args)
		services, _ := Compose(text)
		for _, s := range services {
			inside(t, text, s.Vars)
		}
	})
}

// TestStringsEndWithTheirLine holds that a string of one quote that goes on over its line is no Python, though the grammar takes it.
func TestStringsEndWithTheirLine(t *testing.T) {
	for text, broken := range map[string]bool{
		"x = 'a\nb'\n": true, "x[\"\nb\"]\n": true, "x = f\"a{b}\n\"\n": true, "x = r'\\\\\nb'\n": true, "x = 'a\\\\\r\nb'\n": true, "x = ['a\rb']\n": true,
		"x = 'a\\\nb'\n": false, "x = 'a\\\r\nb'\n": false, "x = '''a\nb'''\n": false, "x = f'{\na\n}'\n": false, "x = 'a' \\\n'b'\n": false, "x = ('a'\n'b')\n": false,
		"x = r'\\\nb'\n": false,
	} {
		f, err := Decode("a.py", source.Python, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := Python(f).Errors; len(got) > 0 != broken {
			t.Errorf("%q: errors at %v", text, got)
		}
	}
}
