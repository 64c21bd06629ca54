package conformance

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/rules"
)

// A Fixed is a program, or a mutant, as fixes leave it.
type Fixed struct {
	Name    string            // safe/, unsafe/ or guarded/ and the program's name
	Files   map[string][]byte // all its files, by their paths
	Hash    string            // of a record
	Before  []lint.Issue
	After   []lint.Issue
	Was     []Record // what the program did
	Records []Record // what it does now
}

// LoadFixed fixes all programs and mutants of the folder dir, and reads fixed-records.tsv. What fixes leave as it is is left out,
// and so is what the unsafe ones do not change further. What is guarded has the guards of AG114, which is off by default, and nothing else.
func LoadFixed(dir string) ([]*Fixed, error) {
	programs, err := Load(dir)
	if err != nil {
		return nil, err
	}
	mutants, err := LoadMutants(dir)
	if err != nil {
		return nil, err
	}
	of := map[*Program]string{}
	for _, p := range programs {
		of[p] = p.Name
	}
	for _, m := range mutants {
		if m.Shown {
			programs = append(programs, &m.Program)
			of[&m.Program] = m.Original
		}
	}
	rows, err := table(filepath.Join(dir, "fixed-records.tsv"))
	if err != nil {
		return nil, err
	}
	records := map[string][]Record{}
	for _, row := range rows {
		records[row["program"]] = append(records[row["program"]], recordOf(row))
	}
	var out []*Fixed
	for _, p := range programs {
		files, err := read(filepath.Join(dir, "programs", of[p]))
		if err != nil {
			return nil, err
		}
		done, err := p.fixed(files)
		if err != nil {
			return nil, err
		}
		for _, f := range done {
			f.Records = records[f.Name]
		}
		out = append(out, done...)
	}
	return out, nil
}

// fixed applies fixes to the program, whose folder holds files: first the safe ones, then all.
func (p *Program) fixed(files map[string][]byte) (out []*Fixed, err error) {
	kinds := []string{"safe", "unsafe", "guarded"}
	if over, ok := p.fs.(project.Overlay); ok { // a mutant, whose guards are its program's
		kinds = kinds[:2]
		for name, raw := range over.Files {
			files[strings.TrimPrefix(filepath.ToSlash(name), "/program/")] = raw
		}
	}
	before, err := p.Check()
	if err != nil {
		return nil, err
	}
	last := hashOf(files)
	for _, kind := range kinds {
		o := lint.Options{Rules: rules.All(), Dir: "/program", FS: p.fs, Isolated: true, Fix: true, Flags: map[string][]string{}}
		if kind != "safe" {
			o.Flags["unsafe-fixes"] = []string{"true"}
		}
		if kind == "guarded" {
			o.Flags["select"] = []string{"AG114"}
			last = hashOf(files)
		}
		f, err := p.fixedBy(o, files)
		if err != nil {
			return nil, err
		}
		f.Name, f.Before = kind+"/"+p.Name, before
		if f.Hash != last {
			out, last = append(out, f), f.Hash
		}
	}
	return out, nil
}

// fixedBy is what one run makes of the program.
func (p *Program) fixedBy(o lint.Options, files map[string][]byte) (*Fixed, error) {
	r, err := lint.Run(context.Background(), o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Name, err)
	}
	f := &Fixed{Files: maps.Clone(files), After: r.Issues, Was: p.Records}
	for _, w := range r.Writes {
		f.Files[strings.TrimPrefix(filepath.ToSlash(w.Path), "/program/")] = w.New
	}
	f.Hash = hashOf(f.Files)
	return f, nil
}

// A Fixing is one run of what fixes leave, with what the program did before in that generation and profile.
type Fixing struct {
	Was Record
	Now Record
	Ran bool // there is a record of it
}

// Fixings are the runs that have to be recorded: with the variables set, all; with nothing set, where the program ran and the fixes
// are safe, and what is guarded. An unsafe one may well ask for a variable instead of a key in the sources. AG2 0.14 takes what 0.9 takes,
// and is left out where that is recorded.
func (f *Fixed) Fixings() (out []Fixing) {
	old := slices.ContainsFunc(f.Was, func(r Record) bool { return r.Generation == "ag2-09" })
	for _, was := range f.Was {
		if was.Profile == "bare" && !(was.Runs() && f.Safe()) && !f.Guarded() || was.Generation == "ag2-014" && old {
			continue
		}
		x := Fixing{Was: was}
		for _, r := range f.Records {
			if r.Generation == was.Generation && r.Profile == was.Profile && r.Hash == f.Hash {
				x.Now, x.Ran = r, true
			}
		}
		out = append(out, x)
	}
	return out
}

// supplies reports whether the sources themselves supplied what came too late, or under another name.
func (f *Fixed) supplies() bool {
	return slices.ContainsFunc(f.Before, func(i lint.Issue) bool { return supplied[i.Code] && i.Level == lint.Error })
}

// clean reports whether nothing is found any more that would keep the program from running with the variables set.
func (f *Fixed) clean() bool {
	return !slices.ContainsFunc(f.After, func(i lint.Issue) bool { return i.Level > lint.Note && !Hygiene[i.Code] })
}

// Safe reports whether only safe fixes were applied.
func (f *Fixed) Safe() bool { return strings.HasPrefix(f.Name, "safe/") }

// Guarded reports whether only the guards of AG114 were written.
func (f *Fixed) Guarded() bool { return strings.HasPrefix(f.Name, "guarded/") }

// stops reports whether a guard ended the run.
func (x Fixing) stops() bool {
	return x.Was.Profile == "bare" && x.Now.Exception == "builtins.RuntimeError" && strings.HasSuffix(x.Now.Message, " is not set")
}

// Law is what no fix may break (testdata/conformance/README.md).
func (f *Fixed) Law() (wrong []string) {
	for _, x := range f.Fixings() {
		say := func(what string) {
			wrong = append(wrong, fmt.Sprintf("%s in %s, %s: %s, and was %s: %s", what, x.Was.Generation, x.Was.Profile, x.Now.Outcome, x.Was.Outcome, x.Now.Message))
		}
		arrives := x.Now.Outcome == "401" && f.supplies() // the sources' own key, which is not a good one
		switch {
		case !x.Ran:
			say("it is not what was recorded; ./refresh --only fixed brings it up to date")
		case x.lacks():
		case f.Guarded() && x.stops():
		case f.Guarded() && x.Was.Profile == "bare" && x.Was.Outcome == "missing-credential":
			say("the guard does not stop it")
		case !x.Was.Fails() && x.Now.Fails() && (f.Safe() || !arrives):
			say("a fix breaks it")
		case x.Was.Fails() && x.Now.Fails() && f.clean() && !f.Guarded():
			say("a fix does not mend it")
		}
	}
	return wrong
}

// Mends reports whether the fixes turn a failure with the variables set into a run, wherever that was recorded.
func (f *Fixed) Mends() (failed, runs bool) {
	runs = true
	for _, x := range f.Fixings() {
		if x.Was.Profile == "equipped" && x.Was.Fails() && !x.lacks() {
			failed, runs = true, runs && x.Now.Runs()
		}
	}
	return failed, failed && runs
}

// lacks reports whether the installation has no package for the provider that the program is right to ask now.
func (x Fixing) lacks() bool {
	return x.Now.Outcome == "ImportError" && strings.HasPrefix(x.Now.Message, "Please install")
}
