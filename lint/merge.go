package lint

import (
	"cmp"
	"slices"

	"github.com/autogenlint/autogenlint/source"
)

// A fault is what findings of several programs have in common.
type fault struct {
	code  string
	place source.Span
	cause string
}

// A spot is a rule at a place, whatever the cause.
type spot struct {
	code  string
	place source.Span
}

// merge makes one issue of the findings that are one fault.
func (j *Job) merge(all []held, outcomes []outcome) []Issue {
	faults, at := map[fault][]held{}, map[spot]map[int]bool{}
	for _, h := range all {
		k, s := fault{h.rule.Name, h.Place, cmp.Or(h.Cause, h.rule.Name)}, spot{h.rule.Name, h.Place}
		faults[k] = append(faults[k], h)
		if at[s] == nil {
			at[s] = map[int]bool{}
		}
		at[s][h.entry] = true
	}
	var out []Issue
	for k, hs := range faults {
		right := j.rightIn(k.place, outcomes, at[spot{k.code, k.place}])
		if j.onlyInferred(hs) && slices.ContainsFunc(right, j.declared) {
			continue // a program that somebody declared to run is right here
		}
		out = append(out, j.issue(hs, len(right) > 0))
	}
	return out
}

// rightIn returns the programs that reach place and hold nothing against it.
func (j *Job) rightIn(place source.Span, outcomes []outcome, holders map[int]bool) []int {
	var right []int
	for i, o := range outcomes {
		if !holders[i] && o.reaches != nil && o.reaches(place.File.Path) {
			right = append(right, i)
		}
	}
	return right
}

func (j *Job) declared(entry int) bool { return entry == ofProject || j.Programs[entry].Declared }

func (j *Job) onlyInferred(hs []held) bool {
	return !slices.ContainsFunc(hs, func(h held) bool { return j.declared(h.entry) })
}

// issue merges hs, which are one fault. Contested says that another program is right at the place.
func (j *Job) issue(hs []held, contested bool) Issue {
	slices.SortStableFunc(hs, j.byWeight)
	best := hs[0]
	out := Issue{
		Code: best.rule.Name, Title: best.rule.Title, Level: best.level(), Place: best.Place, Message: best.Message,
		Path: best.Path, Fixes: slices.Clone(best.Fixes), Secret: best.Secret, Scope: best.scope,
	}
	for _, h := range hs {
		for _, f := range h.Failures {
			if !slices.Contains(out.Failures, f) {
				out.Failures = append(out.Failures, f)
			}
		}
		out.Secret = out.Secret || h.Secret
		if h.entry != ofProject {
			out.Entries = append(out.Entries, j.Programs[h.entry].Path)
		}
	}
	if !contested {
		out.Entries = nil
		return out
	}
	slices.Sort(out.Entries)
	out.Entries = slices.Compact(out.Entries)
	for i := range out.Fixes {
		out.Fixes[i].Safe = false // it would change a program that is right
	}
	return out
}

// byWeight puts first what speaks for a fault: the highest level, declared programs, then the order of paths.
func (j *Job) byWeight(a, b held) int {
	return cmp.Or(
		cmp.Compare(b.level(), a.level()),
		cmp.Compare(order(j.declared(a.entry)), order(j.declared(b.entry))),
		cmp.Compare(j.path(a.entry), j.path(b.entry)),
		cmp.Compare(a.Message, b.Message),
	)
}

func (j *Job) path(entry int) string {
	if entry == ofProject {
		return ""
	}
	return j.Programs[entry].Path
}

// level is the level that a rule gave its finding, or else the rule's.
func (h held) level() Level { return cmp.Or(h.Level, h.rule.Level, Note) }

// order puts true first.
func order(first bool) int {
	if first {
		return 0
	}
	return 1
}
