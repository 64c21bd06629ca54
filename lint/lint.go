// Package lint is the driver: it runs go/analysis analyzers over the programs of a project, and turns what they report into
// findings: suppressed, held against a baseline, ordered, with fixes. It prints nothing and knows no rule.
package lint

import (
	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/source"
)

// Level is how bad a finding is.
type Level uint8

// The levels, in rising order. What each claims is in docs: an error is a proof.
const (
	Off Level = iota
	Note
	Warning
	Error
)

func (l Level) String() string { return [...]string{"off", "note", "warning", "error"}[l] }

// An Analyzer is a rule: an *analysis.Analyzer whose Name is the rule's code, with what people read of it.
type Analyzer struct {
	*analysis.Analyzer                    // Name is the code, such as AG101
	Title              string             // the name people type: late-api-key
	Page               string             // the rule's page in Markdown, embedded
	Level              Level              // the highest level it reports at; Off when it has to be selected
	Project            bool               // it runs once a project, after all programs
	Each               *analysis.Analyzer // notes facts of each module, for the rule's pass over the project; or nil
	After              *analysis.Analyzer // what a rule about programs has to say of the project, once all ran; or nil
	Security           string             // security-severity of SARIF, when the rule is about a leaked secret; or empty
	CWE                string             // such as "cwe-798"; or empty
	Summary            string             // one sentence for the catalogue
}

// A Finding is what a rule reports. Place is where; Diagnostic's Pos and End are filled from it.
type Finding struct {
	analysis.Diagnostic // Message is set by the rule; SuggestedFixes are filled from Fixes
	Place               source.Span
	Level               Level
	Failures            []Failure // what the user will see at run time
	Path                []Step    // related places in run order
	Fixes               []Fix
	Cause               string // findings with equal Cause at one place are one; the code when empty
	Secret              bool   // Place covers a secret: reports do not show its text
}

// A Failure is an exception that a user would see, in the words of the library.
type Failure struct {
	Exception string // "openai.OpenAIError"
	Text      string // its message, as one would paste it into a search; never a key
	Versions  string // the installations it is for, when they differ: "openai >= 2.34"; or empty
}

// A Step is one place on a value's way.
type Step struct {
	Place source.Span
	Text  string
}

// A Fix is a set of edits that mend a finding.
type Fix struct {
	Title string // never a key
	Safe  bool   // behaviour can only go from failing to working
	Edits []Edit
}

// An Edit replaces what Place covers by New.
type Edit struct {
	Place source.Span
	New   string
}

// An Issue is a finding as it leaves the driver, merged over programs and ready to be reported.
type Issue struct {
	Code, Title string
	Level       Level
	Place       source.Span
	Message     string
	Failures    []Failure
	Path        []Step
	Fixes       []Fix
	Entries     []string // entry points that hold it, when not all that reach the place do
	Secret      bool
	Scope       string // enclosing function or class path, "" at module level; for baselines
}
