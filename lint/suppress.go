package lint

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// suppress takes out of found what comments silence, and adds what is wrong with the comments.
func (j *Job) suppress(found *Found, outcomes []outcome) {
	byFile := map[*source.File][]mark{}
	files := slices.Clone(j.Files)
	for _, c := range j.Code {
		if marks := j.glance(c.Path).marks; len(marks) > 0 {
			f := marks[0].place.File
			byFile[f] = marks
			files = append(files, f)
		}
	}
	for _, i := range found.Issues { // a file that a program opens need not be one that is linted
		if f := i.Place.File; f != nil && !slices.Contains(files, f) {
			files = append(files, f)
		}
	}
	for _, f := range files {
		if byFile[f] != nil {
			continue
		}
		if marks := j.marks(f); len(marks) > 0 {
			byFile[f] = marks
		}
	}
	covers := map[*source.File]*covered{}
	found.Issues = slices.DeleteFunc(found.Issues, func(i Issue) bool {
		marks, ok := covers[i.Place.File]
		if !ok {
			marks = covering(byFile[i.Place.File])
			covers[i.Place.File] = marks
		}
		if !marks.silence(i) {
			return false
		}
		found.Suppressed++
		return true
	})
	for _, f := range files {
		for _, m := range byFile[f] {
			for _, i := range append(j.invalid(m), j.unused(m, outcomes)...) {
				if !j.unwanted(i) {
					found.Issues = append(found.Issues, i)
				}
			}
		}
	}
}

// covered are the marks of a file by what they cover.
type covered struct {
	marks  []mark
	of     []int // the mark that each part belongs to
	covers *ranges
}

func covering(marks []mark) *covered {
	c := &covered{marks: marks}
	var list []syntax.Range
	for n, m := range marks {
		if m.valid() {
			list = append(list, m.covers...)
			c.of = append(c.of, slices.Repeat([]int{n}, len(m.covers))...)
		}
	}
	c.covers = ordered(list)
	return c
}

// silence reports whether one of the marks suppresses i, and remembers which did.
func (c *covered) silence(i Issue) (hit bool) {
	at := syntax.Range{Start: int32(i.Place.Start), End: int32(i.Place.Start)}
	for part := range c.covers.touching(at) {
		names := c.marks[c.of[part]].names
		for n := range names {
			if r := names[n].rule; r != nil && r.Name == i.Code && !isOwn(i.Code) {
				names[n].used, hit = true, true
			}
		}
	}
	return hit
}

// valid reports whether m can suppress anything.
func (m mark) valid() bool { return m.verb == "ignore" && m.reason != "" }

// isOwn reports whether code is one of the tool's own, which no comment suppresses.
func isOwn(code string) bool {
	return code == syntaxError || code == unusedSuppression || code == invalidSuppression || code == unreadFile
}

// invalid returns what is wrong with m itself.
func (j *Job) invalid(m mark) []Issue {
	report := func(place source.Span, message string, fix Fix) Issue {
		i := j.own(invalidSuppression, place, message)
		if len(fix.Edits) > 0 {
			i.Fixes = []Fix{fix}
		}
		return i
	}
	switch {
	case m.verb != "ignore":
		return []Issue{report(m.place, "a suppression is written `# autogenlint: ignore[rule] reason`; this one does nothing", m.removal())}
	case len(m.names) == 0:
		return []Issue{report(m.place, "this suppression names no rule, so it does nothing; name the rule in brackets, such as ignore[late-api-key]", m.removal())}
	}
	var out []Issue
	for _, n := range m.names {
		switch {
		case n.rule == nil:
			near := Nearest(n.text, j.Catalogue)
			if near == "" {
				out = append(out, report(n.place, "no rule has this name; take it out", m.without(n)))
				continue
			}
			out = append(out, report(n.place, "no rule has this name; did you mean "+near+"?",
				Fix{Title: "Write " + near, Safe: true, Edits: []Edit{{n.place, near}}}))
		case isOwn(n.rule.Name):
			out = append(out, report(n.place, n.rule.Title+" cannot be suppressed by a comment; take it out", m.without(n)))
		}
	}
	if m.reason == "" {
		end := source.Span{File: m.place.File, Start: m.after, End: m.after}
		out = append(out, report(m.place, "this suppression gives no reason, so it does nothing; say why after the brackets",
			Fix{Title: "Leave a place for the reason", Edits: []Edit{{end, " " + NoReason}}}))
	}
	return out
}

// NoReason stands where people are to give the reason of a suppression that the tool wrote, marked as they mark what is left to do.
const NoReason = "TODO: say why"

// unused returns the names of m that suppress nothing. That is said only of rules that ran, to the end, where m stands.
func (j *Job) unused(m mark, outcomes []outcome) []Issue {
	if !m.valid() {
		return nil
	}
	var idle []name
	for _, n := range m.names {
		if n.rule != nil && !n.used && !isOwn(n.rule.Name) && j.ranAt(n.rule, m.place, outcomes) {
			idle = append(idle, n)
		}
	}
	var out []Issue
	var whole Fix // together the edits for single names would leave an empty list
	if len(idle) > 0 && len(idle) == len(m.names) {
		whole = m.removal()
	}
	for _, n := range idle {
		fix := whole
		if len(fix.Edits) == 0 {
			fix = m.without(n)
		}
		i := j.own(unusedSuppression, n.place, n.rule.Title+" is not found here; take it out of the suppression")
		i.Fixes = []Fix{fix}
		out = append(out, i)
	}
	return out
}

// ranAt reports whether rule would have said all it has to say at place.
func (j *Job) ranAt(rule *Analyzer, place source.Span, outcomes []outcome) bool {
	if !j.Selected(rule.Name) || rule.Run == nil || j.Ignored != nil && j.Ignored(rule.Name, place.File.Path) {
		return false
	}
	reached := false
	for _, o := range outcomes[:len(outcomes)-1] {
		here := o.reaches != nil && o.reaches(place.File.Path)
		if (here || rule.Project || rule.After != nil) && (!o.whole || o.failed[rule.Name]) {
			return false
		}
		reached = reached || here
	}
	last := outcomes[len(outcomes)-1]
	if rule.Project || rule.After != nil && !reached {
		return j.Project != nil && !last.failed[rule.Name]
	}
	return reached
}

// removal is the fix that takes the whole comment away, and its line if nothing else is on it.
func (m mark) removal() Fix {
	s := m.place
	text := s.File.Text
	line := lineAt(text, s.Start)
	s.Start = int(line.Start) + len(strings.TrimRight(text[line.Start:s.Start], " \t"))
	if m.alone && s.Start == int(line.Start) {
		s.End = afterBreak(text, int(line.End))
	}
	return Fix{Title: "Remove the suppression", Safe: true, Edits: []Edit{{Place: s}}}
}

// without is the fix that takes one name out of m.
func (m mark) without(n name) Fix {
	if len(m.names) == 1 {
		return m.removal()
	}
	s, text := n.place, n.place.File.Text
	if rest := text[s.End:m.list.End]; strings.Contains(rest, ",") {
		s.End += strings.IndexByte(rest, ',') + 1
		s.End += len(text[s.End:m.list.End]) - len(strings.TrimLeft(text[s.End:m.list.End], " \t"))
	} else {
		s.Start = m.list.Start + strings.LastIndexByte(text[m.list.Start:s.Start], ',')
	}
	return Fix{Title: "Take the name out of the suppression", Safe: true, Edits: []Edit{{Place: s}}}
}
