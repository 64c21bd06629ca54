//go:build cgo

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/source"
)

// The exit codes, the same for every format.
const (
	clean  = 0 // nothing at or above --fail-on
	faulty = 1 // findings
	failed = 2 // the tool could not do its work
)

// A Command is one call of autogenlint: all that it takes from the world comes in here.
type Command struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Args           []string                         // without the program's name
	Lookup         func(name string) (string, bool) // an environment variable
	Dir            string                           // the working directory, absolute
	Rules          []*lint.Analyzer
	After          func(time.Duration) <-chan time.Time // the clock; nil is the machine's

	code int
}

// Run runs the command and returns its exit code.
func (c *Command) Run(ctx context.Context) int {
	if err := c.execute(ctx); err != nil {
		fmt.Fprintf(c.Stderr, "autogenlint: %v\n", err)
		return failed
	}
	return c.code
}

func (c *Command) execute(ctx context.Context) (err error) {
	defer crash.Into(&err)
	root := c.root()
	root.SetArgs(append([]string{}, c.Args...)) // cobra takes os.Args for nil
	return root.ExecuteContext(ctx)
}

// root returns the command with all below it.
func (c *Command) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "autogenlint",
		Short:         "Says where programs that use AutoGen will fail authentication, before anything runs.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asked, err := cmd.Flags().GetBool("version"); asked || err != nil {
				fmt.Fprintln(c.Stdout, versionLine())
				return err
			}
			return cmd.Help()
		},
	}
	root.Flags().BoolP("version", "V", false, "print the version, as the command does")
	root.SetIn(c.Stdin)
	root.SetOut(c.Stdout)
	root.SetErr(c.Stderr)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(c.checkCommand(), c.inspectCommand(), c.explainCommand(), c.rulesCommand(), c.configCommand(), c.initCommand(), c.serverCommand(), c.versionCommand(), c.manCommand())
	return root
}

// unknownCommand says which command was meant, or that a path goes to check.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range cmd.Commands() {
		names = append(names, sub.Name())
	}
	if near, ok := config.Nearest(args[0], names); ok {
		return fmt.Errorf("there is no command %q; did you mean %q?", args[0], near)
	}
	return errors.New(source.Mask(fmt.Sprintf("there is no command %q; to lint files, write: autogenlint check %s", args[0], strings.Join(args, " "))))
}

// flagError adds the nearest flag to what is said about an unknown one.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return fmt.Errorf("%s; see %s --help", source.Mask(err.Error()), cmd.CommandPath())
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near, ok := config.Nearest(unknown.GetSpecifiedName(), names); ok {
		return fmt.Errorf("there is no flag %s; did you mean --%s?", strings.TrimPrefix(err.Error(), "unknown flag: "), near)
	}
	return fmt.Errorf("%s; see %s --help", source.Mask(err.Error()), cmd.CommandPath())
}

// settingFlags declares the flags that are settings.
func settingFlags(flags *pflag.FlagSet) {
	flags.StringSlice("select", nil, "report only these rules: codes, beginnings of codes, names, or ALL")
	flags.StringSlice("extend-select", nil, "report these rules too")
	flags.StringSlice("ignore", nil, "do not report these rules")
	flags.String("fail-on", "warning", "lowest level that makes the exit code 1: error, warning, note, never")
	programFlags(flags)
	flags.String("output-format", "text", "text, full, json, sarif, github, gitlab, junit or markdown")
	flags.Bool("unsafe-fixes", false, "let --fix also apply fixes that may change what a working program does")
	flags.String("baseline", "", "leave out the findings that are counted in this `file`")
}

// programFlags declares the settings that say which programs are looked at, and how they are run.
func programFlags(flags *pflag.FlagSet) {
	flags.StringSlice("exclude", nil, "globs of files not to lint, instead of the usual vendored folders")
	flags.StringSlice("extend-exclude", nil, "globs of files not to lint, beside those of --exclude")
	flags.Bool("force-exclude", false, "leave excluded files out even when they are named")
	flags.Bool("respect-gitignore", true, "leave out what .gitignore and .ignore name")
	flags.String("python-version", "", "the Python that runs the programs, such as 3.12")
	flags.String("autogen-version", "", "the AutoGen to assume where no manifest pins one, such as 0.2.35 or ag2==0.9.9")
	flags.String("config", "", "read the settings from this `file` instead of the nearest one")
	flags.Bool("isolated", false, "read no settings from files")
}

// settings returns the flags among flags that are settings and that were given.
func settings(flags *pflag.FlagSet) map[string][]string {
	given := map[string][]string{}
	flags.Visit(func(f *pflag.Flag) {
		if list, ok := f.Value.(pflag.SliceValue); ok {
			given[f.Name] = list.GetSlice()
		} else {
			given[f.Name] = []string{f.Value.String()}
		}
	})
	return given
}

// lookup is Lookup, or an empty environment.
func (c *Command) lookup(name string) string {
	if c.Lookup == nil {
		return ""
	}
	v, _ := c.Lookup(name)
	return v
}
