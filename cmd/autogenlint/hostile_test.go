//go:build cgo && unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestBombs holds that files which are small and mean a lot do not take long.
func TestBombs(t *testing.T) {
	laughs := "provider: autogen_ext\na: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'k'; c++ {
		laughs += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+", ", 9) + "]\n"
	}
	for name, text := range map[string]string{
		"laughs.yaml":      laughs,
		"merges.yaml":      "provider: autogen_ext\na: &a {k: v}\nb:\n" + strings.Repeat("  <<: *a\n", 20_000),
		"comments.py":      late + strings.Repeat("# autogenlint: ignore[late-api-key] because\n", 20_000),
		"lines.py":         late + strings.Repeat("x = 1  # autogenlint: ignore[late-api-key] because\n", 20_000),
		"names.py":         late + "x = 1  # autogenlint: ignore[" + strings.Repeat("AG101,", 20_000) + "] because\n",
		"requirements.txt": strings.Repeat("-r more-requirements.txt\n-r requirements.txt\n", 5_000) + "pyautogen==0.2.35\n",
		"bomb.ipynb":       `{"nbformat": 4, "cells": [` + strings.Repeat(`{"cell_type": "code", "source": []},`, 100_000) + `{"cell_type": "code", "source": "import autogen"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "late.py"), late)
			write(t, filepath.Join(dir, name), text)
			if name == "requirements.txt" {
				write(t, filepath.Join(dir, "more-requirements.txt"), text)
			}
			write(t, filepath.Join(dir, "load.py"), "import yaml, autogen\nautogen.AssistantAgent('a', llm_config=yaml.safe_load(open('"+name+"')))\n")
			start := time.Now()
			if code, stdout, stderr := run(t, dir, "check"); code != faulty || !strings.Contains(stdout, lateFound) || stderr != "" {
				t.Errorf("exit code %d, stderr %q, stdout %s", code, cut(stderr), cut(stdout))
			}
			t.Logf("%d bytes in %v", len(text), time.Since(start))
		})
	}
}

// TestFullDisk holds that a report which cannot be written is exit code 2 and a word, for each way out.
func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = full.Close() }()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "late.py"), late)
	for _, args := range [][]string{{"check"}, {"check", "--output-format", "sarif"}, {"check", "--diff"}, {"check", "--show-files"}, {"inspect"}, {"check", "--output", "json=/dev/full"}} {
		var errs strings.Builder
		cmd := process(t, dir, args...)
		cmd.Stdout, cmd.Stderr = full, &errs
		if strings.HasSuffix(args[len(args)-1], "full") {
			cmd.Stdout = nil
		}
		_ = cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code != failed || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("%v: exit code %d, stderr %q", args, code, errs.String())
		}
	}
}

// TestOddNames holds that a name is shown so that no terminal obeys it and no line is forged.
func TestOddNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a\nb.py", "a\x1b[31mb.py", "a\u202eb.py", "A.py", "a.py"} {
		write(t, filepath.Join(dir, name), late)
	}
	for _, format := range []string{"text", "full", "github", "markdown"} {
		_, stdout, stderr := run(t, dir, "check", "--output-format", format)
		if strings.ContainsAny(stdout+stderr, "\x1b\u202e") || strings.Contains(stdout, "\nb.py") {
			t.Errorf("%s shows a name as it is: %q", format, cut(stdout))
		}
	}
}

// TestNothingOutside holds that neither the settings of a repository nor its links make a run read or write outside of it.
func TestNothingOutside(t *testing.T) {
	outside := t.TempDir()
	write(t, filepath.Join(outside, "baseline.json"), "mine\n")
	write(t, filepath.Join(outside, "theirs.py"), "import autogen\nautogen.AssistantAgent('a', llm_config={'config_list': [{'model': 'm', 'api_key': 'none', 'base_url': 'http://localhost:11434'}]})\n")
	before := state(t, outside)
	for _, baseline := range []string{filepath.Join(outside, "baseline.json"), "../../" + filepath.Base(outside) + "/baseline.json", "away/baseline.json", "away/new.json", "linked.json"} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "late.py"), late)
		write(t, filepath.Join(dir, "autogenlint.toml"), "baseline = '"+baseline+"'\n")
		link(t, outside, filepath.Join(dir, "away"))
		link(t, filepath.Join(outside, "baseline.json"), filepath.Join(dir, "linked.json"))
		for _, args := range [][]string{{"check"}, {"check", "--update-baseline"}} {
			if code, _, stderr := run(t, dir, args...); code != failed || !strings.Contains(stderr, "baseline") || strings.Count(stderr, "\n") != 1 {
				t.Errorf("%s, %v: exit code %d, stderr %q", baseline, args, code, stderr)
			}
		}
		for _, path := range []string{"linked.json", "away/new.json", "away/baseline.json"} {
			if code, _, stderr := run(t, dir, "check", "--isolated", "--output", "json="+path); code != failed || !strings.Contains(stderr, "leads out of the project") {
				t.Errorf("--output %s: exit code %d, stderr %q", path, code, stderr)
			}
		}
	}
	for _, args := range [][]string{{"--fix", "app.py"}, {"--add-suppressions=why", "app.py"}, {"--fix", "away"}, {"--fix"}} {
		dir := t.TempDir()
		link(t, filepath.Join(outside, "theirs.py"), filepath.Join(dir, "app.py"))
		link(t, outside, filepath.Join(dir, "away"))
		code, _, stderr := run(t, dir, append([]string{"check"}, args...)...)
		if named := len(args) > 1; named != (code == failed) || named != strings.Contains(stderr, "leads out of the project") {
			t.Errorf("%v: exit code %d, stderr %q", args, code, stderr)
		}
	}
	if after := state(t, outside); after != before {
		t.Errorf("it wrote:\n%s\nwant\n%s", after, before)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "late.py"), late)
	if code, _, stderr := run(t, dir, "check", "--update-baseline", "--baseline", filepath.Join(outside, "asked.json")); code != clean || stderr != "" {
		t.Errorf("a baseline that a flag names: exit code %d, stderr %q", code, stderr)
	}
}
