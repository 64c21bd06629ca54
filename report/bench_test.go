package report_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/report"
	"github.com/autogenlint/autogenlint/source"
)

// BenchmarkReport writes ten thousand findings in each form.
func BenchmarkReport(b *testing.B) {
	text := strings.Repeat("config = {\"api_key\": \"\"}\n", 10_000)
	file := source.New("main.py", source.Python, []byte(text), text, nil)
	r := &report.Report{Files: 1}
	for i := range 10_000 {
		at := source.Span{File: file, Start: 25*i + 21, End: 25*i + 23}
		r.Issues = append(r.Issues, lint.Issue{Code: "AG102", Title: "blank-api-key", Level: lint.Warning, Place: at, Message: fmt.Sprintf("the key of entry %d is empty", i)})
	}
	b.Run("text", func(b *testing.B) { write(b, func(w io.Writer) error { return report.Text(w, r, report.Style{}) }) })
	b.Run("full", func(b *testing.B) { write(b, func(w io.Writer) error { return report.Full(w, r, report.Style{}) }) })
	b.Run("json", func(b *testing.B) { write(b, func(w io.Writer) error { return report.JSON(w, r) }) })
}

func write(b *testing.B, form func(io.Writer) error) {
	for b.Loop() {
		if err := form(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
