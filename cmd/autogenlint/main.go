//go:build cgo

// Command autogenlint says where programs that use AutoGen will fail authentication, before anything runs.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/rules"
)

func main() { os.Exit(start(rules.All())) }

// start runs the command that this process was called as. A first signal ends what only reads at once, and lets what is being written
// be whole; a second one ends the process.
func start(all []*lint.Analyzer) int {
	fitIn(os.LookupEnv, os.ReadFile)
	if len(os.Args) < 2 || os.Args[1] != "server" { // which stays, beside an editor
		collectSeldom(os.LookupEnv)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	c := Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Args: os.Args[1:], Lookup: os.LookupEnv, Dir: dir, Rules: all}
	return c.Run(ctx)
}
