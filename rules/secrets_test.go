package rules

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lint"
)

// TestTrackedDotenv holds that a .env in git's index is in the repository, whatever .gitignore says.
func TestTrackedDotenv(t *testing.T) {
	index, err := os.ReadFile("../project/testdata/index/v4")
	if err != nil {
		t.Fatal(err)
	}
	const key = "OPENAI_API_KEY=sk-proj-cnryTrackedAllTheSame01Qw8rTzKm\n"
	r, err := lint.Run(context.Background(), lint.Options{Rules: All(), Dir: memory.Root, Isolated: true, FS: memory.Of(map[string]string{
		".gitignore": ".env\n", ".git/index": string(index), "main.py": "import autogen\n",
		".env": key, "untracked/.env": key,
	})})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Issues) != 1 || r.Issues[0].Place.File.Path != ".env" || !strings.Contains(r.Issues[0].Message, "git rm --cached") {
		t.Errorf("%v", r.Issues)
	}
}
