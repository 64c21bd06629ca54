//go:build cgo

package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"github.com/autogenlint/autogenlint/internal/crash"
)

// longest is how long a run may take when nobody says otherwise. What a program costs is counted in steps; this is for what no count
// foresees, so that a job in CI ends with a word.
const longest = 10 * time.Minute

func limitFlag(flags *pflag.FlagSet, limit *time.Duration) {
	flags.DurationVar(limit, "time-limit", longest, "end with exit code 2 after this `TIME`, such as 90s; 0 is no limit")
}

// errInterrupted is what a run says that a signal ended.
var errInterrupted = errors.New("interrupted; nothing was written")

// watched runs run, and gives up on it after limit, or when ctx ends: evaluation looks at neither. What is left behind only reads:
// writing is for the caller.
func watched[T any](ctx context.Context, c *Command, limit time.Duration, run func() (T, error)) (T, error) {
	var up <-chan time.Time // never, if there is no limit
	if limit > 0 && c.After != nil {
		up = c.After(limit)
	} else if limit > 0 {
		up = time.After(limit)
	}
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() { done <- r }()
		defer crash.Into(&r.err)
		r.value, r.err = run()
	}()
	var none T
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		return none, errInterrupted
	case <-up:
		return none, fmt.Errorf("it took longer than --time-limit, %v; nothing was written. Please report it: %s/issues", limit, home)
	}
}
