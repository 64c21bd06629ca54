// Package sarif writes SARIF 2.1.0 for GitHub code scanning. It is the one room that knows go-sarif, and guards against what of it
// makes files that GitHub or the schema refuses.
package sarif

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/report"
	"github.com/autogenlint/autogenlint/source"
)

// What GitHub keeps of a file (docs: SARIF limits).
const (
	maxResults   = 5000
	maxText      = 1024
	maxFlow      = 1000
	maxRelated   = 100
	schema       = "https://json.schemastore.org/sarif-2.1.0.json"
	rootID       = "%SRCROOT%"
	fingerprint  = "autogenlint/v1"
	githubsPrint = "primaryLocationLineHash"
)

// Options are what a user chooses.
type Options struct {
	Category string // automationDetails.id, without the run's part; empty leaves it to the uploader
}

// Write writes r as SARIF.
func Write(w io.Writer, r *report.Report, o Options) error {
	log, err := sarif.New(sarif.Version210)
	if err != nil {
		return fmt.Errorf("make a SARIF log: %w", err)
	}
	log.Schema = schema // go-sarif's points into a branch
	run := sarif.NewRunWithInformationURI(r.Tool.Name, r.Tool.URI)
	run.Tool.Driver.WithSemanticVersion(semantic(r.Tool.Version))
	run.ColumnKind = "utf16CodeUnits"
	run.OriginalUriBaseIDs = map[string]*sarif.ArtifactLocation{rootID: {Description: sarif.NewTextMessage("The root of the repository.")}}
	index := catalogue(run, r.Rules)
	issues, cut := limit(r.Issues)
	hashes := map[*source.File][]string{}
	counts := map[string]int{}
	run.Results = []*sarif.Result{} // an upload without results is refused
	for _, i := range issues {
		run.Results = append(run.Results, result(r, i, index, hashes, counts))
	}
	run.Invocations = []*sarif.Invocation{invocation(r.Problems, cut)}
	if o.Category != "" {
		run.AutomationDetails = sarif.NewRunAutomationDetails().WithID(strings.TrimSuffix(o.Category, "/") + "/")
	}
	log.AddRun(run)
	return encode(w, log)
}

// encode leaves out what go-sarif writes as null, which the schema refuses.
func encode(w io.Writer, log *sarif.Report) error {
	raw, err := json.Marshal(log)
	if err != nil {
		return fmt.Errorf("write SARIF: %w", err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		return fmt.Errorf("write SARIF: %w", err)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(withoutNull(tree))
}

func withoutNull(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			if x == nil {
				delete(v, k)
				continue
			}
			v[k] = withoutNull(x)
		}
	case []any:
		for i := range v {
			v[i] = withoutNull(v[i])
		}
	}
	return v
}

// semantic is the version as semver wants it; a build without one is 0.0.0. GitHub prefers it to `version`, which would have to be
// a number first.
func semantic(v string) string {
	v = strings.TrimPrefix(v, "v")
	if strings.Count(v, ".") < 2 || v == "" || v[0] < '0' || v[0] > '9' {
		return "0.0.0"
	}
	return v
}

// catalogue registers every rule, and returns their indices by code.
func catalogue(run *sarif.Run, all []*lint.Analyzer) map[string]int {
	index := map[string]int{}
	for i, a := range all {
		index[a.Name] = i
		d := run.AddRule(a.Name).WithName(pascal(a.Title)).
			WithShortDescription(sarif.NewMultiformatMessageString(clip(a.Summary))).
			WithFullDescription(sarif.NewMultiformatMessageString(clip(fullText(a)))).
			WithMarkdownHelp(a.Page).
			WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(level(a.Level)))
		help := strings.TrimSpace(a.Page)
		if help == "" {
			help = a.Summary
		}
		d.Help = &sarif.MultiformatMessageString{Text: &help, Markdown: &help}
		d.HelpURI = ptr("https://github.com/autogenlint/autogenlint/blob/main/rules/pages/" + a.Title + ".md")
		d.WithProperties(properties(a))
	}
	return index
}

func ptr(s string) *string { return &s }

// pascal is late-api-key as LateApiKey: what the SARIF rules of Microsoft's validator want of a name.
func pascal(title string) string {
	var sb strings.Builder
	for _, part := range strings.Split(title, "-") {
		if part != "" {
			sb.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return sb.String()
}

// fullText is the first paragraph of a rule's page.
func fullText(a *lint.Analyzer) string {
	for _, p := range strings.Split(a.Page, "\n\n") {
		p = strings.TrimSpace(p)
		if p != "" && !strings.HasPrefix(p, "#") && !strings.HasPrefix(p, "```") {
			return strings.Join(strings.Fields(p), " ")
		}
	}
	return a.Summary
}

func clip(s string) string {
	if len(s) <= maxText {
		return s
	}
	n := maxText - len("...")
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "..."
}

func properties(a *lint.Analyzer) sarif.Properties {
	tags := []string{"autogen", "authentication"}
	p := sarif.Properties{"precision": "very-high"}
	if a.Security != "" {
		tags = append(tags, "security")
		if a.CWE != "" {
			tags = append(tags, "external/cwe/"+a.CWE)
		}
		p["security-severity"] = a.Security
	} else {
		p["problem.severity"] = map[lint.Level]string{lint.Error: "error", lint.Warning: "warning"}[a.Level]
		if p["problem.severity"] == "" {
			p["problem.severity"] = "recommendation"
		}
		tags = append(tags, "correctness")
	}
	p["tags"] = tags
	return p
}

func level(l lint.Level) string {
	if l == lint.Off {
		return "none"
	}
	return l.String()
}

// limit keeps the worst of more issues than GitHub shows.
func limit(issues []lint.Issue) ([]lint.Issue, int) {
	if len(issues) <= maxResults {
		return issues, 0
	}
	worst := slices.Clone(issues)
	slices.SortStableFunc(worst, func(a, b lint.Issue) int { return int(b.Level) - int(a.Level) })
	worst = worst[:maxResults]
	slices.SortStableFunc(worst, func(a, b lint.Issue) int {
		if a.Place.Before(b.Place) {
			return -1
		}
		if b.Place.Before(a.Place) {
			return 1
		}
		return strings.Compare(a.Code, b.Code)
	})
	return worst, len(issues) - maxResults
}

func result(from *report.Report, i lint.Issue, index map[string]int, hashes map[*source.File][]string, counts map[string]int) *sarif.Result {
	text := report.Printable(source.Mask(i.Message))
	if c, at, ok := i.Place.File.Cell(i.Place.Start); ok {
		text = fmt.Sprintf("Cell %d, line %d: %s", c.Number, at.Line, text)
	}
	for _, f := range i.Failures {
		text += ". Raises " + report.Printable(source.Mask(f.Exception))
		break
	}
	r := sarif.NewRuleResult(i.Code).WithLevel(level(i.Level)).WithMessage(sarif.NewTextMessage(clip(sentence(text))))
	if n, ok := index[i.Code]; ok {
		r.WithRuleIndex(n)
	}
	r.Locations = []*sarif.Location{sarif.NewLocationWithPhysicalLocation(physical(i.Place))}
	r.PartialFingerprints = map[string]any{fingerprint: identity(i, counts)}
	if h := lineHash(i.Place, hashes); h != "" {
		r.PartialFingerprints[githubsPrint] = h
	}
	flow(r, i)
	if fixes := fixesOf(i, from); len(fixes) > 0 {
		r.Fixes = fixes
	}
	return r
}

// sentence ends s with a period and begins it with a capital, as SARIF's rules for messages want.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return "See the rule."
	}
	if c := s[0]; c >= 'a' && c <= 'z' && !strings.ContainsAny(strings.SplitN(s, " ", 2)[0], "_.(") {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return strings.ReplaceAll(s, "](", "\\](") // what a repository holds makes no link in a message
}

// identity names an issue by what it is and where in the code it stands, without lines or keys, so that it outlives edits.
func identity(i lint.Issue, counts map[string]int) string {
	key := i.Code + "\x00" + i.Place.File.Path + "\x00" + i.Scope
	counts[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, counts[key]))
	return fmt.Sprintf("%x", sum[:16])
}

func physical(s source.Span) *sarif.PhysicalLocation {
	a, b := s.File.RawSpan(s)
	return sarif.NewPhysicalLocation().WithArtifactLocation(artifact(s.File.Path)).WithRegion(region(s.File, a, b))
}

// region is a range of the bytes on disk.
func region(f *source.File, from, to int) *sarif.Region {
	start, end := f.RawUTF16(from), f.RawUTF16(to)
	return sarif.NewRegion().WithStartLine(start.Line).WithStartColumn(start.Column).WithEndLine(end.Line).WithEndColumn(end.Column)
}

// artifact names a file relative to the root; go-sarif does not encode what a URI may not hold.
func artifact(path string) *sarif.ArtifactLocation {
	return sarif.NewArtifactLocation().WithUri((&url.URL{Path: path}).String()).WithUriBaseId(rootID)
}

// flow adds the way of the value: related places, and a code flow that GitHub shows as paths.
func flow(r *sarif.Result, i lint.Issue) {
	var steps []*sarif.ThreadFlowLocation
	for n, s := range i.Path {
		if !s.Place.Valid() || n >= maxFlow {
			continue
		}
		text := sentence(report.Printable(source.Mask(s.Text)))
		loc := sarif.NewLocationWithPhysicalLocation(physical(s.Place)).WithMessage(sarif.NewTextMessage(text))
		steps = append(steps, sarif.NewThreadFlowLocation().WithLocation(loc).WithImportance("essential"))
		if len(r.RelatedLocations) < maxRelated {
			related := sarif.NewLocationWithPhysicalLocation(physical(s.Place)).WithMessage(sarif.NewTextMessage(text)).WithId(len(r.RelatedLocations) + 1)
			r.RelatedLocations = append(r.RelatedLocations, related)
		}
	}
	if len(steps) > 0 {
		r.CodeFlows = []*sarif.CodeFlow{sarif.NewCodeFlow().WithThreadFlows([]*sarif.ThreadFlow{sarif.NewThreadFlow().WithLocations(steps)})}
	}
}

// fixesOf returns the safe fixes whose text shows no secret.
func fixesOf(i lint.Issue, from *report.Report) []*sarif.Fix {
	var out []*sarif.Fix
	for _, f := range i.Fixes {
		if !f.Safe || len(f.Edits) == 0 {
			continue
		}
		changes := map[string]*sarif.ArtifactChange{}
		var order []string
		shows := false
		for _, e := range f.Edits {
			shows = shows || from.Masked(e.New) != e.New
			a, b, text := e.OnDisk()
			rep := sarif.NewReplacement(region(e.Place.File, a, b)).WithInsertedContent(sarif.NewArtifactContent().WithText(text))
			path := e.Place.File.Path
			if changes[path] == nil {
				changes[path] = sarif.NewArtifactChange(artifact(path))
				order = append(order, path)
			}
			changes[path].Replacements = append(changes[path].Replacements, rep)
		}
		if shows {
			continue
		}
		fix := sarif.NewFix().WithDescription(sarif.NewTextMessage(sentence(report.Printable(source.Mask(f.Title)))))
		for _, path := range order {
			fix.ArtifactChanges = append(fix.ArtifactChanges, changes[path])
		}
		out = append(out, fix)
	}
	return out
}

// invocation says how the run went.
func invocation(problems []report.Problem, cut int) *sarif.Invocation {
	inv := sarif.NewInvocation().WithExecutionSuccess(len(problems) == 0)
	note := func(l, text string) {
		inv.ToolExecutionNotifications = append(inv.ToolExecutionNotifications, &sarif.Notification{Level: l, Message: sarif.NewTextMessage(sentence(text))})
	}
	for _, p := range problems {
		text := source.Mask(p.Text)
		if p.Path != "" {
			text = p.Path + ": " + text
		}
		note("error", report.Printable(text))
	}
	if cut > 0 {
		note("warning", fmt.Sprintf("%d further findings were left out: code scanning takes no more", cut))
	}
	return inv
}
