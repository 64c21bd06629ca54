//go:build js

// Command playground is the linter for a page in the browser: it takes texts, and gives findings and the texts that a fix makes of
// them. It opens no file and no connection. docs/playground/build builds it.
package main

import (
	"context"
	"fmt"
	"strings"
	"syscall/js"

	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/report"
	"github.com/autogenlint/autogenlint/rules"
	"github.com/autogenlint/autogenlint/source"
)

// Set by -ldflags "-X main.version=…", to what the command says of itself.
var version = "dev"

func main() {
	js.Global().Set("autogenlint", map[string]any{"check": called(check), "fix": called(fix), "version": version})
	select {} // the page calls
}

// called makes f a function of the page, which gets what it returns, or an object with the error. A panic ends the program, and the
// page says so.
func called(f func(args []js.Value) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		out, err := f(args)
		if err != nil {
			return map[string]any{"error": source.Mask(err.Error())}
		}
		return out
	})
}

// check takes files, bytes by name, and returns the report in JSON, the one of --output-format json.
func check(args []js.Value) (any, error) {
	r, err := run(files(args[0]))
	if err != nil {
		return nil, err
	}
	out := &report.Report{Tool: report.Tool{Name: "autogenlint", Version: version}, Issues: r.Issues, Files: len(r.Shown), Secrets: r.Secrets}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, report.Problem(p))
	}
	var text strings.Builder
	err = report.JSON(&text, out)
	return text.String(), err
}

// fix takes files, the number of a finding in their report and of one of its fixes, and returns the files that the fix changes.
// A report masks keys, so that a page could not apply what one says.
func fix(args []js.Value) (any, error) {
	r, err := run(files(args[0]))
	if err != nil {
		return nil, err
	}
	finding, fix := args[1].Int(), args[2].Int()
	if finding >= len(r.Issues) || fix >= len(r.Issues[finding].Fixes) {
		return nil, fmt.Errorf("there is no fix %d of finding %d", fix, finding)
	}
	issue := r.Issues[finding]
	issue.Fixes = issue.Fixes[fix : fix+1]
	changes, _ := lint.Apply([]lint.Issue{issue}, func(lint.Fix) bool { return true }, func(f *source.File, raw []byte) bool { return lint.StillParses(f, raw, r.Module(f)) })
	out := map[string]any{}
	for name, raw := range changes {
		b := js.Global().Get("Uint8Array").New(len(raw))
		js.CopyBytesToJS(b, raw)
		out[name] = b
	}
	return out, nil
}

func run(files map[string]string) (*lint.Result, error) {
	unset := func(string) (string, bool) { return "", false }
	return lint.Run(context.Background(), lint.Options{Rules: rules.All(), Dir: memory.Root, FS: memory.Of(files), Lookup: unset, Secrets: true})
}

// files takes an object of byte arrays.
func files(of js.Value) map[string]string {
	out := map[string]string{}
	names := js.Global().Get("Object").Call("keys", of)
	for i := range names.Length() {
		name := names.Index(i).String()
		raw := of.Get(name)
		b := make([]byte, raw.Length())
		js.CopyBytesToGo(b, raw)
		out[name] = string(b)
	}
	return out
}
