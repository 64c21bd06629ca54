//go:build cgo

package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/source"
)

func (c *Command) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Prints a rule's page",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			rule, err := c.rule(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.Stdout, strings.TrimSpace(rule.Page))
			return err
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, r := range c.Rules {
				names = append(names, r.Title+"\t"+r.Summary, r.Name+"\t"+r.Summary)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// rule returns the rule that is called name, by code or name.
func (c *Command) rule(name string) (*lint.Analyzer, error) {
	for _, r := range c.Rules {
		if strings.EqualFold(name, r.Name) || strings.EqualFold(name, r.Title) {
			return r, nil
		}
	}
	if near := lint.Nearest(name, c.Rules); near != "" {
		return nil, fmt.Errorf("no rule is called %q; did you mean %q?", source.Mask(name), near)
	}
	return nil, fmt.Errorf("no rule is called %q; autogenlint rules lists them", source.Mask(name))
}

func (c *Command) rulesCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "Prints the catalogue of rules",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				return c.catalogueText()
			case "json":
				return c.catalogueJSON()
			case "markdown":
				return c.catalogueMarkdown()
			}
			return oneOf("--output-format", format, "text", "json", "markdown")
		},
	}
	cmd.Flags().StringVar(&format, "output-format", "text", "text, json or markdown")
	return cmd
}

func (c *Command) catalogueText() error {
	width := 0
	for _, r := range c.Rules {
		width = max(width, len(r.Title))
	}
	for _, r := range c.Rules {
		if _, err := fmt.Fprintf(c.Stdout, "%s  %-*s  %-7s  %s\n", r.Name, width, r.Title, levelOf(r), r.Summary); err != nil {
			return err
		}
	}
	return nil
}

// levelOf is how the catalogue names the highest level of r.
func levelOf(r *lint.Analyzer) string {
	if r.Level == lint.Off {
		return "opt-in"
	}
	return r.Level.String()
}

func (c *Command) catalogueJSON() error {
	type row struct {
		Code    string `json:"code"`
		Name    string `json:"name"`
		Level   string `json:"level"`
		OptIn   bool   `json:"optIn"`
		Summary string `json:"summary"`
		CWE     string `json:"cwe,omitempty"`
		Page    string `json:"page"`
	}
	rows := []row{}
	for _, r := range c.Rules {
		level := r.Level
		if level == lint.Off {
			level = lint.Note
		}
		rows = append(rows, row{r.Name, r.Title, level.String(), r.Level == lint.Off, r.Summary, r.CWE, r.Page})
	}
	e := json.NewEncoder(c.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(rows)
}

func (c *Command) catalogueMarkdown() error {
	var b strings.Builder
	b.WriteString("| code | name | level | says |\n|---|---|---|---|\n")
	for _, r := range c.Rules {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", r.Name, r.Title, levelOf(r), strings.ReplaceAll(r.Summary, "|", `\|`))
	}
	_, err := fmt.Fprint(c.Stdout, b.String())
	return err
}

// oneOf is the error of a flag that takes one of choices and was given word.
func oneOf(flag, word string, choices ...string) error {
	meant := ""
	if near, ok := config.Nearest(word, choices); ok {
		meant = fmt.Sprintf("; did you mean %q?", near)
	}
	return fmt.Errorf("%s cannot be %q: it is one of %s%s", flag, source.Mask(word), strings.Join(choices, ", "), meant)
}
