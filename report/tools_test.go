package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/autogenlint/autogenlint/internal/memory"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/report"
	"github.com/autogenlint/autogenlint/rules"
)

// codeQuality is what GitLab takes as a Code Quality report (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"), which has
// no schema of its own.
const codeQuality = `{
  "type": "array",
  "items": {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
      "description": {"type": "string", "minLength": 1},
      "check_name": {"type": "string", "minLength": 1},
      "fingerprint": {"type": "string", "minLength": 1},
      "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
      "location": {
        "type": "object",
        "required": ["path"],
        "properties": {
          "path": {"type": "string", "pattern": "^[^/.]"},
          "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer", "minimum": 1}}}
        }
      }
    }
  }
}`

// run lints files.
func run(t *testing.T, files map[string]string) *report.Report {
	t.Helper()
	r, err := lint.Run(context.Background(), lint.Options{Rules: rules.All(), Dir: "/program", FS: memory.Of(files), Isolated: true})
	if err != nil {
		t.Fatal(err)
	}
	return &report.Report{Tool: report.Tool{Name: "autogenlint", Version: "test", URI: "https://example.com"}, Issues: r.Issues, Rules: rules.All(), Files: len(r.Shown)}
}

// TestGitLab holds the report to what GitLab says that it takes, and its fingerprints to being different.
func TestGitLab(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(codeQuality))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("codequality.json", schema); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("codequality.json")
	if err != nil {
		t.Fatal(err)
	}
	bad := `AssistantAgent("a", llm_config={"config_list": []})` + "\n"
	for name, files := range map[string]map[string]string{
		"nothing": {"a.py": "print(1)\n"},
		"some": {
			"a b.py": "from autogen import AssistantAgent\n" + bad + bad, "b.py": "import autogen\nx = (\n",
			"n.ipynb": `{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": ["from autogen import AssistantAgent\n", "AssistantAgent(\"a\", llm_config={\"config_list\": []})"]}]}`,
		},
	} {
		var out bytes.Buffer
		if err := report.GitLab(&out, run(t, files)); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var issues []struct{ Fingerprint string }
		if err := json.Unmarshal(out.Bytes(), &issues); err != nil {
			t.Fatal(err)
		}
		if (len(issues) == 0) != (name == "nothing") {
			t.Errorf("%s: %d issues", name, len(issues))
		}
		seen := map[string]bool{}
		for _, i := range issues {
			if seen[i.Fingerprint] {
				t.Errorf("%s: two findings have one fingerprint", name)
			}
			seen[i.Fingerprint] = true
		}
	}
}

// TestGitHubLosesNone holds that every finding is in an annotation, however many there are: GitHub shows ten of a level.
func TestGitHubLosesNone(t *testing.T) {
	files := map[string]string{}
	for _, n := range "abcdefghijklmno" {
		files[string(n)+".py"] = "from autogen import AssistantAgent\n" + strings.Repeat(`AssistantAgent("a", llm_config={"config_list": []})`+"\n", 3)
	}
	r := run(t, files)
	var out bytes.Buffer
	if err := report.GitHub(&out, r); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "::error "); n > 10 {
		t.Errorf("there are %d annotations, and GitHub shows ten", n)
	}
	for _, i := range r.Issues {
		at, _ := i.Place.Where()
		name := i.Place.File.Path
		if !strings.Contains(out.String(), "file="+name+",line="+string(rune('0'+at.Line))+",") && !strings.Contains(out.String(), name+":"+string(rune('0'+at.Line))+":") {
			t.Errorf("%s:%d is in no annotation", name, at.Line)
		}
	}
	if len(r.Issues) != 45 {
		t.Errorf("there are %d findings", len(r.Issues))
	}
}
