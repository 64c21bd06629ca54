//go:build cgo

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/project"
)

// checkFlags are the flags of check that are no settings.
type checkFlags struct {
	outputs        []string
	stdinFilename  string
	fix, diff      bool
	suppress       string
	updateBaseline bool
	statistics     bool
	showFiles      bool
	exitZero       bool
	color          string
	quiet          bool
	limit          time.Duration
}

func (c *Command) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Lints files and folders; with no path, the folder it stands in",
		RunE: func(cmd *cobra.Command, paths []string) error {
			if cmd.Flags().Changed("add-suppressions") && !reasoned(f.suppress) {
				return errors.New("--add-suppressions takes a reason of one line, such as --add-suppressions=\"the key comes from the vault\"")
			}
			return c.check(cmd.Context(), f, c.options(cmd.Flags(), paths))
		},
	}
	flags := cmd.Flags()
	settingFlags(flags)
	flags.StringArrayVar(&f.outputs, "output", nil, "write a report of this `FORMAT=PATH` too; may be given several times")
	flags.StringVar(&f.stdinFilename, "stdin-filename", "", "the `name` of what - reads from stdin")
	flags.BoolVar(&f.fix, "fix", false, "apply the safe fixes")
	flags.BoolVar(&f.diff, "diff", false, "show what would be written, and write nothing")
	flags.StringVar(&f.suppress, "add-suppressions", "", "write comments that suppress what is found, with this `reason`")
	flags.Lookup("add-suppressions").NoOptDefVal = lint.NoReason
	flags.BoolVar(&f.updateBaseline, "update-baseline", false, "count what is found in the baseline")
	flags.BoolVar(&f.statistics, "statistics", false, "count the findings by rule")
	flags.BoolVar(&f.showFiles, "show-files", false, "list the files that would be looked at, and why")
	flags.BoolVar(&f.exitZero, "exit-zero", false, "exit with 0 even if there are findings")
	flags.StringVar(&f.color, "color", "auto", "auto, always or never")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print findings and errors only")
	limitFlag(flags, &f.limit)
	return cmd
}

// reasoned reports whether a reason can stand in a comment: a line break would end that, and # begins the next one.
func reasoned(reason string) bool {
	before, _, _ := strings.Cut(reason, "#")
	return strings.TrimSpace(before) != "" && !strings.ContainsFunc(reason, unicode.IsControl) && utf8.ValidString(reason)
}

// options is what the flags and paths of a command say to the linter.
func (c *Command) options(flags *pflag.FlagSet, paths []string) lint.Options {
	o := lint.Options{Rules: c.Rules, Dir: c.Dir, Paths: paths, Flags: settings(flags), Lookup: c.Lookup}
	o.Config, _ = flags.GetString("config")
	o.Isolated, _ = flags.GetBool("isolated")
	return o
}

// check runs the linter and says what it found.
func (c *Command) check(ctx context.Context, f checkFlags, o lint.Options) error {
	outputs, err := f.check()
	if err != nil {
		return err
	}
	if err := c.astray(f, o.Paths); err != nil {
		return err
	}
	stdin, err := watched(ctx, c, 0, func() (string, error) { return c.readStdin(f, &o) })
	if err != nil {
		return err
	}
	// --diff without another word shows the fixes.
	o.Fix, o.Suppress, o.UpdateBaseline = f.fix || f.diff && f.suppress == "" && !f.updateBaseline, f.suppress, f.updateBaseline
	o.Secrets = f.diff || len(outputs) > 0
	p := newProgress(c.Stderr, f.quiet)
	if p != nil {
		o.Progress = p.step
	}
	r, err := watched(ctx, c, f.limit, func() (*lint.Result, error) { return lint.Run(ctx, o) })
	p.clear()
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	if f.showFiles {
		return c.showFiles(r)
	}
	return c.say(f, r, outputs, stdin)
}

// An output is one report that is written to a file.
type output struct{ format, path string }

// check looks at what the flags say together.
func (f checkFlags) check() (outputs []output, err error) {
	if err := oneOfFlag("--color", f.color, "auto", "always", "never"); err != nil {
		return nil, err
	}
	for _, word := range f.outputs {
		format, path, ok := strings.Cut(word, "=")
		if !ok || path == "" {
			return nil, fmt.Errorf("--output takes FORMAT=PATH, such as sarif=autogenlint.sarif, not %q", word)
		}
		if err := oneOfFlag("--output", format, formats...); err != nil {
			return nil, err
		}
		outputs = append(outputs, output{format, path})
	}
	return outputs, nil
}

// astray is an error if a path by which files are to be changed leads, by a link, out of the project that one stands in.
func (c *Command) astray(f checkFlags, paths []string) error {
	if f.diff || !f.fix && f.suppress == "" {
		return nil
	}
	root := project.Root(project.Disk{}, c.Dir)
	for _, p := range paths {
		if err := lint.Inside(root, c.absolute(p)); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	return nil
}

func oneOfFlag(flag, word string, choices ...string) error {
	if slices.Contains(choices, word) {
		return nil
	}
	return oneOf(flag, word, choices...)
}

// readStdin puts what - stands for in place of a file. It returns that file's path.
func (c *Command) readStdin(f checkFlags, o *lint.Options) (path string, err error) {
	at := slices.Index(o.Paths, "-")
	switch {
	case at < 0 && f.stdinFilename == "":
		return "", nil
	case at < 0 || len(o.Paths) > 1:
		return "", errors.New("--stdin-filename goes with - as the only path")
	}
	text, err := io.ReadAll(c.Stdin)
	if err != nil {
		return "", fmt.Errorf("read stdin: %w", err)
	}
	if f.stdinFilename == "" {
		f.stdinFilename = "stdin.py"
	}
	path = c.absolute(f.stdinFilename)
	o.Paths = []string{path}
	o.FS = project.Overlay{FS: project.Disk{}, Files: map[string][]byte{path: text}}
	return path, nil
}

func (c *Command) showFiles(r *lint.Result) error {
	c.complain(r.Problems)
	for _, s := range r.Shown {
		if _, err := fmt.Fprintln(c.Stdout, s); err != nil {
			return err
		}
	}
	return nil
}

// complain says what kept the linter from its work, a line each.
func (c *Command) complain(problems []lint.Problem) {
	for _, p := range problems {
		c.code = failed
		_, _ = fmt.Fprintf(c.Stderr, "autogenlint: %s\n", p)
	}
}

// say writes what the run changed, the reports, and what people want to know beside them.
func (c *Command) say(f checkFlags, r *lint.Result, outputs []output, stdin string) error {
	if r.Failing && !f.exitZero {
		c.code = faulty
	}
	c.complain(r.Problems)
	out := c.Stdout
	switch {
	case f.diff:
		if len(r.Writes) > 0 && !f.exitZero {
			c.code = max(c.code, faulty)
		}
		if _, err := io.WriteString(c.Stdout, c.diff(r)); err != nil {
			return err
		}
		out = io.Discard
	case stdin != "" && f.fix:
		if err := c.writeStdin(r, stdin); err != nil {
			return err
		}
		out = c.Stderr // stdout is the text
	default:
		if !c.writeAll(r) {
			r.Fixed = 0 // how many were is not known
		}
	}
	for _, o := range outputs {
		text, err := c.report(o.format, r, f, io.Discard)
		if err != nil {
			return err
		}
		if err := c.writeReport(r.Root, o.path, text); err != nil {
			return err
		}
	}
	text, err := c.report(r.Settings.OutputFormat, r, f, out)
	if err != nil {
		return err
	}
	if _, err := out.Write(text); err != nil {
		if unread(err) {
			return nil
		}
		return err
	}
	return c.afterwards(f, r)
}

// writeReport writes a report to a file; - is stdout.
func (c *Command) writeReport(root, path string, text []byte) error {
	if path == "-" {
		_, err := c.Stdout.Write(text)
		return err
	}
	return lint.WriteFile(root, c.absolute(path), text)
}

// writeAll writes the files that fixes, suppressions and baselines change, unless they changed meanwhile. It reports whether all of them
// were written, and says which were not.
func (c *Command) writeAll(r *lint.Result) bool {
	var left []lint.Problem
	for _, w := range r.Writes {
		now, err := os.ReadFile(w.Path)
		switch {
		case w.Old == nil && errors.Is(err, os.ErrNotExist):
		case err != nil, string(now) != string(w.Old):
			left = append(left, lint.Problem{Path: c.relative(w.Path), Text: "it changed while it was linted; it is left as it is"})
			continue
		}
		if err := lint.WriteFile(r.Root, w.Path, w.New); err != nil {
			left = append(left, lint.Problem{Text: err.Error()})
		}
	}
	c.complain(left)
	return len(left) == 0
}

// writeStdin writes what fixes make of stdin to stdout.
func (c *Command) writeStdin(r *lint.Result, stdin string) error {
	for _, w := range r.Writes {
		if w.Path == stdin {
			_, err := c.Stdout.Write(w.New)
			return err
		}
	}
	return nil
}

// absolute returns path from the working directory.
func (c *Command) absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(c.Dir, path)
}

// relative is how a message names path.
func (c *Command) relative(path string) string {
	rel, err := filepath.Rel(c.Dir, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return path
	}
	return filepath.ToSlash(rel)
}
