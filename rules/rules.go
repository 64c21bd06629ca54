// Package rules holds what is said about programs that use AutoGen: one file a rule or a close family of rules, each a paragraph of
// policy over the model, with its page in pages/ and its test programs in testdata/.
package rules

import (
	"embed"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

//go:embed pages/*.md
var pages embed.FS

// All returns every rule, by code.
func All() []*lint.Analyzer {
	return []*lint.Analyzer{
		syntaxError, unusedSuppression, invalidSuppression, unreadFile,
		lateAPIKey, blankAPIKey, missingAPIKey, wrongEnvName, placeholderAPIKey, hardcodedAPIKey, malformedAPIKey, keyAsEnvName, envNameAsKey,
		ineffectiveEnv, openaiGlobalIgnored, noneIntoEnviron, printedAPIKey, unguardedAPIKey, shadowedDotenv, unloadedDotenv,
		unknownConfigField, legacyConfigField, emptyConfigList, missingModel, wrongConfigShape, invalidConfigFile, mixedGenerations, llmconfigCallForm, missingModelInfo,
		agentWithoutLLM, lateConfigChange, wrongPackage,
		azureMissingAPIType, azureEndpointPath, azureMissingField, azureDeploymentName, baseURLShape, placeholderBaseURL, providerMismatch, mixedProviders, unknownAPIType, keyToThirdParty,
		unknownModel,
	}
}

// A reporter takes what a rule finds.
type reporter func(lint.Finding)

// rule declares a rule about one program.
func rule(code, title string, level lint.Level, summary string, run func(*model.Program, reporter)) *lint.Analyzer {
	return everyRule(code, title, level, summary, func(p *model.Program, report reporter) {
		if len(p.Installs) > 0 { // else nothing of what is in scope can run the program
			run(p, report)
		}
	})
}

// everyRule declares a rule about one program, whether or not there is an installation that can run it.
func everyRule(code, title string, level lint.Level, summary string, run func(*model.Program, reporter)) *lint.Analyzer {
	a := entry(code, title, level, summary)
	a.Requires = []*analysis.Analyzer{lint.Program}
	a.Run = func(pass *analysis.Pass) (any, error) {
		run(pass.ResultOf[lint.Program].(*model.Program), func(f lint.Finding) { lint.Report(pass, f) })
		return nil, nil
	}
	return a
}

// projectRule declares a rule about a project, run after all its programs. Each notes a fact of a module, or nil, while its tree is there.
func projectRule[F analysis.Fact](code, title string, level lint.Level, summary string, each func(*syntax.Module) (F, bool), run func(*model.Project, []F, reporter)) *lint.Analyzer {
	a := entry(code, title, level, summary)
	a.Project = true
	a.Each = &analysis.Analyzer{Name: code, Doc: summary, Requires: []*analysis.Analyzer{lint.Module}, FactTypes: []analysis.Fact{*new(F)}, Run: func(pass *analysis.Pass) (any, error) {
		if f, ok := each(pass.ResultOf[lint.Module].(*syntax.Module)); ok {
			pass.ExportPackageFact(f)
		}
		return nil, nil
	}}
	a.Requires = []*analysis.Analyzer{lint.Project}
	a.Run = func(pass *analysis.Pass) (any, error) {
		var facts []F
		for _, f := range pass.AllPackageFacts() {
			facts = append(facts, f.Fact.(F))
		}
		run(pass.ResultOf[lint.Project].(*model.Project), facts, func(f lint.Finding) { lint.Report(pass, f) })
		return nil, nil
	}
	return a
}

// andAfter gives a rule about one program what it has to say of the project once all its programs ran.
func andAfter(a *lint.Analyzer, run func(*model.Project, reporter)) *lint.Analyzer {
	a.After = &analysis.Analyzer{Name: a.Name, Doc: a.Doc, Requires: []*analysis.Analyzer{lint.Project}, Run: func(pass *analysis.Pass) (any, error) {
		run(pass.ResultOf[lint.Project].(*model.Project), func(f lint.Finding) { lint.Report(pass, f) })
		return nil, nil
	}}
	return a
}

// entry declares what the catalogue says of a rule. A rule without its page does not start.
func entry(code, title string, level lint.Level, summary string) *lint.Analyzer {
	page, err := pages.ReadFile("pages/" + title + ".md")
	if err != nil {
		panic("the rule " + code + " has no page")
	}
	return &lint.Analyzer{Analyzer: &analysis.Analyzer{Name: code, Doc: summary}, Title: title, Page: string(page), Level: level, Summary: summary}
}

// secret marks a rule as one about secrets, for code scanning.
func secret(a *lint.Analyzer, severity, cwe string) *lint.Analyzer {
	a.Security, a.CWE = severity, cwe
	return a
}

// level is what a verdict is reported as: no higher than most.
func level(v model.Verdict, most lint.Level) lint.Level {
	l := lint.Note
	switch v.Level {
	case model.Proof:
		l = lint.Error
	case model.Likely:
		l = lint.Warning
	}
	return min(l, most)
}

// failures are what people will see, in the driver's words.
func failures(fs ...autogen.Failure) []lint.Failure {
	out := make([]lint.Failure, 0, len(fs))
	for _, f := range fs {
		out = append(out, lint.Failure{Exception: f.Exception, Text: f.Text, Versions: f.Versions})
	}
	return out
}

// way is the way of a value and the place where the client is built, in run order.
func way(v eval.Value, b *model.Build) []lint.Step {
	var out []lint.Step
	add := func(place source.Span, text string) {
		if place.Valid() && (len(out) == 0 || out[len(out)-1].Place != place) {
			out = append(out, lint.Step{Place: place, Text: text})
		}
	}
	for _, s := range v.Steps() {
		switch s.Kind {
		case eval.FromLiteral:
			add(s.Span, "it is written here")
		case eval.FromEnv:
			add(s.Span, "it is read from the environment here")
		case eval.FromFile:
			add(s.Span, "it comes from this file")
		case eval.FromDefault:
			add(s.Span, "it is the default here")
		case eval.FromAssign:
			add(s.Span, "it is bound to "+s.Name+" here")
		case eval.FromArgument:
			add(s.Span, "it is passed as "+s.Name+" here")
		case eval.FromCall:
			add(s.Span, "it comes out of this call")
		case eval.FromOperator:
			add(s.Span, "it is taken out here")
		case eval.FromJoin:
			add(s.Span, "this is put behind it")
		}
		if len(out) > 12 {
			break
		}
	}
	if b != nil {
		add(b.Place, "the client is built here")
	}
	return out
}

// line is the line of a place, for a message about another place of the same file; other files are named.
func line(place, from source.Span) string {
	if !place.Valid() {
		return "it is built"
	}
	start, _ := place.Where()
	c, in, cell := place.File.Cell(place.Start)
	switch {
	case cell && from.File == place.File:
		return fmt.Sprintf("line %d of cell %d", in.Line, c.Number)
	case cell:
		return fmt.Sprintf("line %d of cell %d of %s", in.Line, c.Number, place.File.Path)
	case from.File == place.File:
		return fmt.Sprintf("line %d", start.Line)
	}
	return fmt.Sprintf("%s:%d", place.File.Path, start.Line)
}

// once keeps what a rule says of a place to one finding.
func once(report reporter) reporter {
	seen := map[source.Span]bool{}
	return func(f lint.Finding) {
		if !seen[f.Place] {
			seen[f.Place] = true
			report(f)
		}
	}
}

// finding makes a finding out of a verdict.
func finding(v model.Verdict, most lint.Level, message string, fs ...autogen.Failure) lint.Finding {
	f := lint.Finding{Place: v.Place, Level: level(v, most), Failures: failures(fs...), Cause: v.Cause}
	f.Message = message
	return f
}

// The driver's own entries of the catalogue.
var (
	syntaxError        = entry("AG001", "syntax-error", lint.Note, "A part of a file could not be parsed; the rest was linted.")
	unusedSuppression  = entry("AG002", "unused-suppression", lint.Warning, "A suppression that suppresses nothing.")
	invalidSuppression = entry("AG003", "invalid-suppression", lint.Warning, "A suppression without a reason, or of a rule that does not exist.")
	unreadFile         = entry("AG004", "unread-file", lint.Warning, "A file could not be read, or is too large or too deep; the rest was linted.")
)

func diagnostic(message string) analysis.Diagnostic { return analysis.Diagnostic{Message: message} }
