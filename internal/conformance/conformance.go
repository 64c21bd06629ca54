// Package conformance reads the programs of testdata/conformance with what the real libraries did with each, and judges the linter
// by it. The tests hold it to what it finds, and the command that prints the figures counts it.
package conformance

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/rules"
	"github.com/autogenlint/autogenlint/source"
)

// Hygiene are the rules that speak about programs that run.
var Hygiene = map[string]bool{"AG105": true, "AG106": true, "AG113": true, "AG308": true}

// supplied are the rules whose errors have to fail with nothing set only.
var supplied = map[string]bool{"AG101": true, "AG104": true, "AG110": true}

// Generations are the installations that programs are recorded under (oracle/generations.tsv).
var Generations = []string{"v02", "v02-new", "ag2-09", "ag2-014", "v07", "ag2-1"}

// A Want is a row of wants.tsv: what has to be reported, or may be.
type Want struct {
	File     string
	Line     int
	Codes    []string // any of them fits; none when the program must be silent
	Optional bool
	Note     string // why, in a few words
}

// A Record is a row of records.tsv: what one run did.
type Record struct{ Hash, Generation, Profile, Packages, Outcome, Exception, At, Message string }

// Fails reports whether the run failed. A masked failure is neither that nor clean.
func (r Record) Fails() bool {
	return r.Outcome != "ok" && r.Outcome != "no-call" && !strings.HasPrefix(r.Outcome, "masked")
}

// Runs reports whether the run did all that it should.
func (r Record) Runs() bool { return r.Outcome == "ok" }

// A Program is one program with what is known of it.
type Program struct {
	Name    string
	Wants   []Want
	Records []Record
	fs      project.FS
}

// Load reads the programs of the folder dir, by name.
func Load(dir string) ([]*Program, error) {
	programs := map[string]*Program{}
	wants, err := table(filepath.Join(dir, "wants.tsv"))
	if err != nil {
		return nil, err
	}
	for _, row := range wants {
		name := row["program"]
		if programs[name] == nil {
			programs[name] = &Program{Name: name, fs: jail{filepath.Join(dir, "programs", name)}}
		}
		programs[name].Wants = append(programs[name].Wants, wantOf(row))
	}
	records, err := table(filepath.Join(dir, "records.tsv"))
	if err != nil {
		return nil, err
	}
	for _, row := range records {
		p := programs[row["program"]]
		if p == nil {
			return nil, fmt.Errorf("records.tsv: the program %s has no row in wants.tsv", row["program"])
		}
		p.Records = append(p.Records, recordOf(row))
	}
	return sorted(programs), nil
}

func sorted(programs map[string]*Program) []*Program {
	out := make([]*Program, 0, len(programs))
	for _, p := range programs {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *Program) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func wantOf(row map[string]string) Want {
	w := Want{File: row["file"], Note: row["note"]}
	w.Line, _ = strconv.Atoi(row["line"])
	codes, optional := strings.CutPrefix(row["codes"], "?")
	w.Optional = optional
	if codes != "-" {
		w.Codes = strings.Split(codes, ",")
	}
	return w
}

func recordOf(row map[string]string) Record {
	return Record{row["hash"], row["generation"], row["profile"], row["packages"], row["outcome"], row["exception"], row["at"], row["message"]}
}

// table reads a file of tab-separated cells with a header. No cell holds a tab, and quotes mean nothing.
func table(path string) ([]map[string]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	var out []map[string]string
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(header) {
			return nil, fmt.Errorf("%s:%d: %d cells, and the header has %d", path, i+2, len(cells), len(header))
		}
		row := map[string]string{}
		for i, cell := range cells {
			row[header[i]] = cell
		}
		out = append(out, row)
	}
	return out, nil
}

// A jail shows one folder as /program and nothing else: a program's folder is a project of its own.
type jail struct{ dir string }

func (j jail) below(name string) (string, error) {
	name = filepath.ToSlash(name)
	if name != "/program" && !strings.HasPrefix(name, "/program/") {
		return "", fs.ErrNotExist
	}
	return filepath.Join(j.dir, strings.TrimPrefix(name, "/program")), nil
}

// ReadDir implements project.FS.
func (j jail) ReadDir(name string) ([]fs.DirEntry, error) {
	at, err := j.below(name)
	if err != nil {
		return nil, err
	}
	return os.ReadDir(at)
}

// Lstat implements project.FS.
func (j jail) Lstat(name string) (fs.FileInfo, error) {
	at, err := j.below(name)
	if err != nil {
		return nil, err
	}
	return os.Lstat(at)
}

// Open implements project.FS.
func (j jail) Open(name string) (io.ReadCloser, error) {
	at, err := j.below(name)
	if err != nil {
		return nil, err
	}
	return os.Open(at)
}

// Real implements project.FS.
func (j jail) Real(name string) (string, error) { return name, nil }

// Check lints the program.
func (p *Program) Check() ([]lint.Issue, error) {
	r, err := lint.Run(context.Background(), lint.Options{Rules: rules.All(), Dir: "/program", FS: p.fs, Isolated: true})
	if err != nil {
		return nil, err
	}
	if len(r.Problems) > 0 {
		return nil, fmt.Errorf("%s: %s", p.Name, r.Problems[0])
	}
	return r.Issues, nil
}

// Shows reports whether a finding is what w demands: a code that fits, at a place or with a path that holds the line.
func (w Want) Shows(i lint.Issue) bool {
	if !slices.Contains(w.Codes, i.Code) {
		return false
	}
	if covers(i.Place, w.File, w.Line) {
		return true
	}
	return slices.ContainsFunc(i.Path, func(s lint.Step) bool { return covers(s.Place, w.File, w.Line) })
}

// Met reports whether one of the findings is what w demands.
func (w Want) Met(issues []lint.Issue) bool { return slices.ContainsFunc(issues, w.Shows) }

// Demands reports whether something has to be found.
func (w Want) Demands() bool { return !w.Optional && len(w.Codes) > 0 }

// covers reports whether a place is on a line of a file on disk.
func covers(s source.Span, file string, line int) bool {
	if !s.Valid() || s.File.Path != file {
		return false
	}
	start, end := s.Where()
	return start.Line <= line && line <= end.Line
}

// errorRuns reports whether a finding claims a failure that the run does not have.
func errorRuns(i lint.Issue, r Record) bool {
	return i.Level == lint.Error && (r.Outcome == "ok" || r.Outcome == "no-call") && (r.Profile == "bare" || !supplied[i.Code])
}

// alarmsOn reports whether a finding speaks of a program that runs with nothing set. Which of its lines ran no record says: all
// lines count.
func alarmsOn(i lint.Issue, r Record) bool {
	return r.Profile == "bare" && r.Runs() && i.Level > lint.Note && !Hygiene[i.Code]
}

// Law is what no finding may break (testdata/conformance/README.md).
func (p *Program) Law(issues []lint.Issue) (wrong []string) {
	for _, i := range issues {
		for _, r := range p.Records {
			switch {
			case errorRuns(i, r):
				wrong = append(wrong, fmt.Sprintf("law: %s is an error, and the program runs: %s %s: %s", Say(i), r.Generation, r.Profile, r.Outcome))
			case alarmsOn(i, r):
				wrong = append(wrong, fmt.Sprintf("law: %s, and the program runs with nothing set: %s", Say(i), r.Generation))
			}
		}
	}
	return wrong
}

// Alarms are the findings that nobody wanted, hygiene aside.
func (p *Program) Alarms(issues []lint.Issue) (wrong []string) {
	for _, i := range issues {
		fits := i.Level == lint.Note || Hygiene[i.Code]
		for _, w := range p.Wants {
			fits = fits || slices.Contains(w.Codes, i.Code)
		}
		if !fits {
			wrong = append(wrong, "alarm: "+Say(i))
		}
	}
	return wrong
}

// names reports whether a finding names the exception that a run raised. A team of 0.4 raises RuntimeError with the name of what
// its agent raised before the text.
func names(i lint.Issue, r Record) bool {
	raised := last(r.Exception)
	if inner, _, ok := strings.Cut(r.Message, ": "); ok && raised == "RuntimeError" {
		if slices.ContainsFunc(i.Failures, func(f lint.Failure) bool { return last(f.Exception) == inner }) {
			return true
		}
	}
	return slices.ContainsFunc(i.Failures, func(f lint.Failure) bool { return last(f.Exception) == raised })
}

func last(s string) string { return s[strings.LastIndexByte(s, '.')+1:] }

// Say is a finding in one line.
func Say(i lint.Issue) string {
	at, _ := i.Place.Where()
	return fmt.Sprintf("%s:%d %s %s: %s", i.Place.File.Path, at.Line, i.Level, i.Code, i.Message)
}
