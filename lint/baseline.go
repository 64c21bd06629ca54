package lint

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// A Baseline is the findings that a project has agreed to live with for now. It counts them by rule, file and scope: lines
// move with every commit, and a finding's text may change with a version of the tool.
type Baseline struct {
	Version  int     `json:"version"`
	Findings []Known `json:"findings"`
}

// Known is one row of a baseline.
type Known struct {
	File  string `json:"file"`
	Rule  string `json:"rule"`
	Scope string `json:"scope,omitempty"` // the enclosing function or class, empty at the top of a file
	Count int    `json:"count"`
}

// baselineVersion is the format that is written.
const baselineVersion = 1

// ReadBaseline reads what Bytes wrote.
func ReadBaseline(raw []byte) (*Baseline, error) {
	b := &Baseline{}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(b); err != nil {
		return nil, errors.New("not what --update-baseline writes")
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("a baseline of version %d; this tool reads version %d", b.Version, baselineVersion)
	}
	return b, nil
}

// Bytes returns b as it is written to a file: sorted, a row an entry, so that it merges well.
func (b *Baseline) Bytes() []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"version\": %d,\n  \"findings\": [", baselineVersion)
	slices.SortFunc(b.Findings, byRow)
	for i, k := range b.Findings {
		row, err := json.Marshal(k)
		if err != nil {
			panic(err) // strings and a number
		}
		out.WriteString(map[bool]string{true: "\n    ", false: ",\n    "}[i == 0])
		out.Write(row)
	}
	out.WriteString("\n  ]\n}\n")
	return out.Bytes()
}

func byRow(a, b Known) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Scope, b.Scope))
}

// row returns the row that counts i, with a count of one.
func row(i Issue) Known { return Known{i.Place.File.Path, i.Code, i.Scope, 1} }

// NewBaseline returns a baseline of issues. Rows of old that keep says the run knew nothing about stay.
func NewBaseline(issues []Issue, old *Baseline, keep func(Known) bool) *Baseline {
	counts := map[Known]int{}
	for _, i := range issues {
		k := row(i)
		k.Count = 0
		counts[k]++
	}
	if old != nil {
		for _, k := range old.Findings {
			if n := k.Count; keep(k) {
				k.Count = 0
				counts[k] += n
			}
		}
	}
	b := &Baseline{Version: baselineVersion}
	for k, n := range counts {
		k.Count = n
		b.Findings = append(b.Findings, k)
	}
	slices.SortFunc(b.Findings, byRow)
	return b
}

// Filter returns the issues that b does not know, and what b knows and issues do not have. Issues are in order: where there
// are more than b counts, the first are taken for the known ones.
func (b *Baseline) Filter(issues []Issue) (rest []Issue, gone []Known) {
	left := map[Known]int{}
	for _, k := range b.Findings {
		n := k.Count
		k.Count = 1
		left[k] += n
	}
	for _, i := range issues {
		if k := row(i); left[k] > 0 {
			left[k]--
			continue
		}
		rest = append(rest, i)
	}
	for k, n := range left {
		if n > 0 {
			k.Count = n
			gone = append(gone, k)
		}
	}
	slices.SortFunc(gone, byRow)
	return rest, gone
}
