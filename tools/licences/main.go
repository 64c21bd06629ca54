// Command licences says under which licence each module is that autogenlint is built or tested with, and fails on one that is not
// among those that may be passed on with a program under the MIT licence, or that it does not know.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// allowed are the licences that a dependency may have.
var allowed = []string{"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "Unlicense"}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run() error {
	modules, err := modules()
	if err != nil {
		return err
	}
	bad := false
	for _, m := range modules {
		path, dir, _ := strings.Cut(m, " ")
		names, err := licences(dir)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		word := strings.Join(names, ", ")
		if len(names) == 0 || slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(allowed, n) }) {
			bad = true
			word += "  <- NOT ALLOWED"
		}
		fmt.Printf("%-50s %s\n", path, word)
	}
	if bad {
		return errors.New("a module has no licence that may be passed on")
	}
	return nil
}

// modules are the modules of every package that is compiled for the program or its tests on any of the systems it is released for,
// with the folder of each.
func modules() ([]string, error) {
	var out []string
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-test", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}", "./...")
		cmd.Dir, cmd.Stderr = "..", os.Stderr
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
		text, err := cmd.Output()
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSpace(line); line != "" && !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	if len(out) == 0 {
		return nil, errors.New("no modules were found")
	}
	slices.Sort(out)
	return out, nil
}

// licences are what the licence files of a module say, the one of the module and those of what it carries along.
func licences(dir string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "testdata" {
			return filepath.SkipDir
		}
		name := strings.ToUpper(d.Name())
		if d.IsDir() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "COPYING") && name != "UNLICENSE" {
			return nil
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if l := licence(string(raw)); !slices.Contains(out, l) {
			out = append(out, l)
		}
		return nil
	})
	return out, err
}

// texts are sentences that only one licence has.
var texts = []struct{ name, sentence string }{
	{"Apache-2.0", "apache license version 2.0, january 2004"},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
	{"Unlicense", "this is free and unencumbered software released into the public domain"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that"},
	{"BSD-3-Clause", "may be used to endorse or promote products derived from this software"},
	{"BSD-2-Clause", "redistributions in binary form must reproduce the above copyright notice"},
}

// licence names the licence that a text is. One that holds the sentences of several, or of none, is not known.
func licence(text string) string {
	text = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(text, "*", " ")), " "))
	for _, word := range []string{"gnu general public", "gnu lesser", "gnu affero", "mozilla public", "server side public", "business source", "commons clause"} {
		if strings.Contains(text, word) {
			return "unknown (" + word + ")"
		}
	}
	var found []string
	for _, t := range texts {
		if strings.Contains(text, t.sentence) && !(t.name == "BSD-2-Clause" && slices.Contains(found, "BSD-3-Clause")) {
			found = append(found, t.name)
		}
	}
	if len(found) == 0 {
		return "unknown"
	}
	return strings.Join(found, " and ")
}
