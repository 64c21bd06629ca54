//go:build cgo

package main

import (
	"bytes"
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/probe"
	"github.com/autogenlint/autogenlint/report"
)

// inspectFlags are the flags of inspect that are no settings.
type inspectFlags struct {
	format, color string
	env, probe    bool
	hosts         []string
	limit         time.Duration
}

func (c *Command) inspectCommand() *cobra.Command {
	var f inspectFlags
	cmd := &cobra.Command{
		Use:   "inspect [PATH...]",
		Short: "Says what each client and agent is built with, and where each field comes from; never a key",
		RunE: func(cmd *cobra.Command, paths []string) error {
			o := c.options(cmd.Flags(), paths)
			delete(o.Flags, "output-format") // inspect has formats of its own
			return c.inspect(cmd.Context(), f, o)
		},
	}
	flags := cmd.Flags()
	programFlags(flags)
	flags.StringVar(&f.format, "output-format", "text", "text or json")
	flags.BoolVar(&f.env, "env", false, "with this machine's variables: which client would fail here, and why; no value is shown")
	flags.BoolVar(&f.probe, "probe", false, "with --env, and asks each provider once for its list of models with the key that is set")
	flags.StringArrayVar(&f.hosts, "probe-host", nil, "a `HOST` that --probe may send keys to, beside known providers and this machine; may be given several times")
	flags.StringVar(&f.color, "color", "auto", "auto, always or never")
	limitFlag(flags, &f.limit)
	return cmd
}

// machine is a variable of this machine.
func (c *Command) machine(name string) (string, bool) {
	if c.Lookup == nil {
		return "", false
	}
	return c.Lookup(name)
}

// inspect evaluates the programs and says what they build.
func (c *Command) inspect(ctx context.Context, f inspectFlags, o lint.Options) error {
	if err := oneOfFlag("--output-format", f.format, "text", "json"); err != nil {
		return err
	}
	if err := oneOfFlag("--color", f.color, "auto", "always", "never"); err != nil {
		return err
	}
	if len(f.hosts) > 0 && !f.probe {
		return errors.New("--probe-host goes with --probe")
	}
	f.env = f.env || f.probe
	if f.env {
		o.Machine = c.machine
	}
	found, err := watched(ctx, c, f.limit, func() (*lint.Inspected, error) { return lint.Inspect(ctx, o) })
	if err != nil {
		return err
	}
	c.complain(found.Problems)
	if f.env && fails(found.Programs) {
		c.code = max(c.code, faulty)
	}
	out := &report.Inspection{Tool: report.Tool{Name: "autogenlint", Version: Version(), URI: home}, Programs: found.Programs}
	for _, p := range found.Problems {
		out.Problems = append(out.Problems, report.Problem(p))
	}
	if f.probe {
		c.probe(ctx, f, found.Questions, out)
	}
	var text bytes.Buffer
	if f.format == "json" {
		err = report.InspectJSON(&text, out)
	} else {
		err = report.InspectText(&text, out, report.Style{Colour: c.colored(f.color, c.Stdout)})
	}
	if err != nil {
		return err
	}
	if _, err := c.Stdout.Write(text.Bytes()); err != nil && !unread(err) {
		return err
	}
	return nil
}

// probe asks the providers.
func (c *Command) probe(ctx context.Context, f inspectFlags, questions []model.Question, out *report.Inspection) {
	asker := probe.Asker{Transport: probe.Network(c.machine), Hosts: f.hosts}
	out.Asked = true
	for _, a := range asker.Ask(ctx, questions) {
		switch a.Outcome {
		case probe.NotAsked, probe.Works:
		default:
			c.code = max(c.code, faulty)
		}
		out.Answers = append(out.Answers, report.Answer{Place: a.Question.Place, Host: a.Question.Host, KeyFrom: a.Question.KeyFrom, Model: a.Question.Named,
			Outcome: a.Outcome.String(), Status: a.Status, Text: a.Text})
	}
}

// fails reports whether a client would fail on this machine, or a program does not get to its clients.
func fails(programs []model.Inspection) bool {
	for _, p := range programs {
		if len(p.Stops) > 0 {
			return true
		}
		for _, c := range p.Built {
			for _, d := range c.Clients {
				if d.Health.State == model.Failing {
					return true
				}
			}
		}
	}
	return false
}
