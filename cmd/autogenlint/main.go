//go:build cgo

// Command autogenlint says where programs that use AutoGen will fail authentication, before anything runs.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/autogenlint/autogenlint/rules"
)

func main() {
	fitIn(os.LookupEnv, os.ReadFile)
	if len(os.Args) < 2 || os.Args[1] != "server" { // which stays, beside an editor
		collectSeldom(os.LookupEnv)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends it at once
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	c := Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Args: os.Args[1:], Lookup: os.LookupEnv, Dir: dir, Rules: rules.All()}
	os.Exit(c.Run(ctx))
}
