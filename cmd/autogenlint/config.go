//go:build cgo

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/lint"
)

func (c *Command) configCommand() *cobra.Command {
	var schema, asJSON bool
	cmd := &cobra.Command{
		Use:   "config [PATH]",
		Short: "Prints the settings in force, each with where it came from",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if schema {
				_, err := c.Stdout.Write(config.Schema(lint.ConfigRules(c.Rules)))
				return err
			}
			options := c.options(cmd.Flags(), args)
			s, err := lint.Settings(options)
			if err != nil {
				return err
			}
			if asJSON {
				return c.settingsJSON(s)
			}
			return c.settingsText(s)
		},
	}
	settingFlags(cmd.Flags())
	cmd.Flags().BoolVar(&schema, "schema", false, "print the JSON schema of the settings instead")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the settings as JSON")
	return cmd
}

func (c *Command) settingsText(s *config.Settings) error {
	w := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', 0)
	for _, v := range s.Values() {
		fmt.Fprintf(w, "%s = %s\t# %s\n", v.Key, literal(v.Value), v.Origin)
	}
	return w.Flush()
}

// literal writes a setting as TOML, or says that nobody set it.
func literal(v any) string {
	const unset = "(not set)"
	switch v := v.(type) {
	case string:
		if v == "" {
			return unset
		}
	case []string:
		if v == nil {
			return unset
		}
		words := make([]string, len(v))
		for i, w := range v {
			words[i] = fmt.Sprintf("%q", w)
		}
		return "[" + strings.Join(words, ", ") + "]"
	case map[string][]string:
		if v == nil {
			return unset
		}
		var parts []string
		for glob, words := range v {
			parts = append(parts, fmt.Sprintf("%q = %s", glob, literal(words)))
		}
		slices.Sort(parts)
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return fmt.Sprintf("%#v", v)
}

func (c *Command) settingsJSON(s *config.Settings) error {
	type row struct {
		Value  any    `json:"value"`
		Origin string `json:"origin"`
	}
	rows := map[string]row{}
	for _, v := range s.Values() {
		rows[v.Key] = row{v.Value, v.Origin}
	}
	e := json.NewEncoder(c.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(rows)
}

// A file that init writes.
type starter struct{ path, text string }

func (c *Command) initCommand() *cobra.Command {
	var preCommit, github bool
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Writes a commented autogenlint.toml, and on request the pre-commit and workflow files",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var files []starter
			there, err := config.Find(c.Dir, c.Dir, os.ReadFile)
			switch {
			case err != nil:
				return err
			case there == "":
				files = append(files, starter{"autogenlint.toml", config.Template()})
			case !preCommit && !github:
				return fmt.Errorf("%s has settings already; it is left as it is", c.relative(there))
			}
			if preCommit {
				files = append(files, starter{".pre-commit-config.yaml", fmt.Sprintf(preCommitFile, release())})
			}
			if github {
				files = append(files, starter{".github/workflows/autogenlint.yml", workflowFile})
			}
			return c.write(files)
		},
	}
	cmd.Flags().BoolVar(&preCommit, "pre-commit", false, "write .pre-commit-config.yaml")
	cmd.Flags().BoolVar(&github, "github", false, "write .github/workflows/autogenlint.yml, which uploads findings to code scanning")
	return cmd
}

// write writes files that are not there; if one is, none is written.
func (c *Command) write(files []starter) error {
	for _, f := range files {
		if _, err := os.Lstat(c.absolute(f.path)); err == nil {
			return fmt.Errorf("%s is there already; it is left as it is", f.path)
		}
	}
	for _, f := range files {
		if err := lint.Inside(c.Dir, c.absolute(f.path)); err != nil {
			return fmt.Errorf("write %s: %w", f.path, err)
		}
		if err := os.MkdirAll(filepath.Dir(c.absolute(f.path)), 0o755); err != nil {
			return err
		}
		if err := lint.WriteFile(c.Dir, c.absolute(f.path), []byte(f.text)); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(c.Stdout, "wrote "+f.path); err != nil {
			return err
		}
	}
	return nil
}

// release is the tag of this build, or of the first release.
func release() string {
	if v := Version(); v != "dev" && !strings.Contains(v, "-") {
		return "v" + v
	}
	return "v0.1.0"
}

const preCommitFile = `repos:
  - repo: https://github.com/autogenlint/autogenlint
    rev: %s
    hooks:
      - id: autogenlint
`

const workflowFile = `name: autogenlint
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
  security-events: write
jobs:
  autogenlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-go@b7ad1dad31e06c5925ef5d2fc7ad053ef454303e # v7.0.0
        with:
          go-version: stable
          cache: false
      - run: go install github.com/autogenlint/autogenlint/cmd/autogenlint@latest
      - run: autogenlint check --output sarif=autogenlint.sarif
      - uses: github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2
        if: ${{ !cancelled() }}
        with:
          sarif_file: autogenlint.sarif
          category: autogenlint
`
