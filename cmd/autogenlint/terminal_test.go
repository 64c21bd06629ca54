//go:build cgo

package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestColors holds what the environment says about colours and links where stdout is no terminal. The flag beats it, and NO_COLOR beats the
// others.
func TestColors(t *testing.T) {
	for _, test := range []struct {
		flag, env       string
		colored, linked bool
	}{
		{"auto", "", false, false},
		{"auto", "FORCE_COLOR=1", true, false},
		{"auto", "FORCE_COLOR=0", false, false},
		{"auto", "FORCE_COLOR=", false, false},
		{"auto", "CLICOLOR_FORCE=1", true, false},
		{"auto", "CLICOLOR_FORCE=0", false, false},
		{"auto", "CLICOLOR=1", false, false},
		{"auto", "CLICOLOR=0 CLICOLOR_FORCE=1", true, false},
		{"auto", "NO_COLOR=1 FORCE_COLOR=1 CLICOLOR_FORCE=1", false, false},
		{"auto", "NO_COLOR= FORCE_COLOR=1", true, false},
		{"auto", "TERM=dumb FORCE_COLOR=1", true, false},
		{"always", "NO_COLOR=1", true, false},
		{"never", "FORCE_COLOR=1", false, false},
		{"auto", "FORCE_HYPERLINK=1", false, true},
		{"auto", "FORCE_HYPERLINK=1 NO_COLOR=1", false, true},
		{"always", "FORCE_HYPERLINK=0", true, false},
	} {
		c := Command{Lookup: func(name string) (string, bool) {
			for _, word := range strings.Fields(test.env) {
				if v, ok := strings.CutPrefix(word, name+"="); ok {
					return v, true
				}
			}
			return "", false
		}}
		colored := c.colored(test.flag, &bytes.Buffer{})
		if colored != test.colored || c.linked(colored, &bytes.Buffer{}) != test.linked {
			t.Errorf("--color %s with %q: colored %v, linked %v", test.flag, test.env, colored, c.linked(colored, &bytes.Buffer{}))
		}
	}
}
