// Command fixed writes the programs and mutants of testdata/conformance as fixes leave them, for testdata/conformance/refresh to run.
//
//	go -C tools run ./fixed DIR        a folder each below DIR, and a line for each run: name, generation, profile, folder
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/autogenlint/autogenlint/internal/conformance"
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "fixed:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, args []string) error {
	flags := flag.NewFlagSet("fixed", flag.ContinueOnError)
	root := flags.String("root", "..", "the repository")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("one folder to write to")
	}
	all, err := conformance.LoadFixed(filepath.Join(*root, "testdata", "conformance"))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	for i, f := range all {
		folder := filepath.Join(flags.Arg(0), strconv.Itoa(i))
		for name, raw := range f.Files {
			at := filepath.Join(folder, filepath.FromSlash(name))
			if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, raw, 0o644)); err != nil {
				return err
			}
		}
		for _, x := range f.Fixings() {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", f.Name, x.Was.Generation, x.Was.Profile, folder)
		}
	}
	return w.Flush()
}
