//go:build cgo

package main

import (
	"context"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/rules"
)

// A mine is a file system in which reading one name is a fault of the tool's own.
type mine struct {
	memory.FS
	name string
}

const secret = "sk-proj-Qm3vT8wLz1Rb6Yc9Hd2Jf5Kg7Np4Sx0AvUe"

func (m mine) Open(name string) (io.ReadCloser, error) {
	if name == m.name {
		panic(secret)
	}
	return m.FS.Open(name)
}

func (m mine) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == m.name {
		panic(secret)
	}
	return m.FS.ReadDir(name)
}

// TestCrash holds that a fault of the tool's own at one file is told as such, with the file and how to report it and nothing of what
// was read, and that what lies beside it is linted.
func TestCrash(t *testing.T) {
	const late = "import os\nimport autogen\na = autogen.AssistantAgent('a', llm_config={'config_list': [{'model': 'gpt-4o'}]})\nos.environ['OPENAI_API_KEY'] = input()\n"
	files := map[string]string{
		"late.py": late, "other.py": late, "note.ipynb": `{"nbformat": 4, "cells": [{"cell_type": "code", "source": "import autogen"}]}`, ".env": "A=b\n",
		"run.sh": "python late.py\n", "Dockerfile": "CMD python late.py\n", "compose.yaml": "services: {}\n", "Makefile": "a:\n\tpython late.py\n",
		"Procfile": "web: python late.py\n", "requirements.txt": "pyautogen\n", "setup.cfg": "[metadata]\n", "poetry.lock": "", "README.md": "cp .env.example .env\n",
		".env.example": "A=\n", "OAI_CONFIG_LIST": "[]", "client.yaml": "provider: autogen\nmodel: x\napi_key: y\n", ".github/workflows/a.yml": "on: push\n", "pytest.ini": "",
		".gitignore": "x\n", "sub/a.py": "import autogen\n", "pyproject.toml": "[project]\nname = 'x'\n",
	}
	names := []string{"sub"}
	for name := range files {
		names = append(names, name)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			o := lint.Options{Rules: rules.All(), Dir: memory.Root, FS: mine{memory.Of(files), filepath.Join(memory.Root, filepath.FromSlash(name))}, Isolated: true}
			r, err := lint.Run(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			told := ""
			for _, p := range r.Problems {
				told += p.String() + "\n"
			}
			where := name
			if name == ".gitignore" {
				where = "" // the folder's
			}
			if !strings.HasPrefix(told, where) || strings.Count(told, "panic in ") != 1 || !strings.Contains(told, crash.Address) || strings.Contains(told, secret[8:16]) {
				t.Errorf("it says %q", told)
			}
			for _, file := range []string{"late.py", "other.py"} {
				if file != name && where != "" && !strings.Contains(strings.Join(said(r), "\n"), file+":4 error AG101") {
					t.Errorf("%s is not linted:\n%s", file, strings.Join(said(r), "\n"))
				}
			}
		})
	}
}

// TestCrashOfTheCommand holds the same of what is no file's: the run ends with exit code 2 and a word.
func TestCrashOfTheCommand(t *testing.T) {
	var out, errs strings.Builder
	c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Args: []string{"rules"}, Dir: memory.Root, Rules: append(rules.All(), nil)}
	if code := c.Run(context.Background()); code != failed || !strings.Contains(errs.String(), crash.Address) || strings.Contains(errs.String(), "goroutine") {
		t.Errorf("exit code %d, stderr %q", code, errs.String())
	}
}
