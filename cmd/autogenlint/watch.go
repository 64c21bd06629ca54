//go:build cgo

package main

import (
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

// watched runs run, and gives up on it after limit. What is left behind only reads: writing is for the caller.
func watched[T any](c *Command, limit time.Duration, run func() (T, error)) (T, error) {
	if limit <= 0 {
		return run()
	}
	after := c.After
	if after == nil {
		after = time.After
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
	select {
	case r := <-done:
		return r.value, r.err
	case <-after(limit):
		var none T
		return none, fmt.Errorf("it took longer than --time-limit, %v; nothing was written. Please report it: %s/issues", limit, home)
	}
}
