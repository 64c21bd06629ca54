package lint

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/autogenlint/autogenlint/config"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/project"
)

// Inspected is what inspecting yields.
type Inspected struct {
	Root      string // what the paths of files are relative to
	Programs  []model.Inspection
	Questions []model.Question // what the clients would ask with on Options.Machine
	Problems  []Problem
}

// A look is what inspecting one program yields.
type look struct {
	in        model.Inspection
	questions []model.Question
}

// Inspect evaluates the programs that the paths of o choose, and says what each builds. A path of a file chooses the programs that
// reach it.
func Inspect(ctx context.Context, o Options) (_ *Inspected, err error) {
	defer crash.Into(&err)
	if o.FS == nil {
		o.FS = project.Disk{}
	}
	targets, problems := o.targets()
	out := &Inspected{Root: o.Dir, Problems: problems}
	for i, t := range targets {
		s, err := o.settings(t.dir, t.Root)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			out.Root = t.Root
		}
		out.Root = common(out.Root, t.Root)
		o.inspectTarget(ctx, t, s, out)
	}
	if err := ctx.Err(); err != nil {
		out.Problems = append(out.Problems, Problem{Text: "interrupted"})
	}
	slices.SortFunc(out.Programs, func(a, b model.Inspection) int { return cmp.Compare(a.Entry, b.Entry) })
	return out, nil
}

// inspectTarget inspects the programs of one project.
func (o *Options) inspectTarget(ctx context.Context, t target, s *config.Settings, out *Inspected) {
	p := o.load(o.FS, t, s)
	out.Problems = append(out.Problems, faults(p)...)
	r := &runner{project: p, shared: shared(p), assumed: assumed(s.AutogenVersion)}
	if o.Machine != nil {
		r.machine = &eval.Machine{Lookup: o.Machine}
	}
	found := make([]*look, len(p.Programs))
	failed := make([]error, len(p.Programs))
	inParallel(ctx, len(found), func(i int) {
		found[i], failed[i] = r.inspect(ctx, p.Programs[i], t)
	})
	for i, err := range failed {
		if err != nil {
			out.Problems = append(out.Problems, Problem{p.Programs[i].Path, fmt.Sprintf("could not be evaluated: %v", err)})
		}
	}
	m := newMover(seen(t.Root, o.Dir))
	for _, l := range found {
		if l == nil {
			continue
		}
		out.Programs = append(out.Programs, m.inspection(l.in))
		for _, q := range l.questions {
			q.Place, q.Host.Place, q.Named.Place = m.place(q.Place), m.place(q.Host.Place), m.place(q.Named.Place)
			out.Questions = append(out.Questions, q)
		}
	}
}

// inspect evaluates one program and says what it builds; nil if the paths do not choose it.
func (r *runner) inspect(ctx context.Context, pr *project.Program, t target) (l *look, err error) {
	defer crash.Into(&err)
	ran, err := evaluate(ctx, Entry{Run: func(context.Context) Ran { return r.run(pr, pr.World) }})
	if err != nil {
		return nil, err
	}
	defer r.done(pr)
	chosen := t.Reports(pr.Path)
	for path := range paths(r.project.Code, r.project.Files) {
		chosen = chosen || t.Reports(path) && ran.Reaches != nil && ran.Reaches(path)
	}
	if !chosen || ran.Program == nil {
		return nil, nil
	}
	return &look{model.Inspect(ran.Program), model.Questions(ran.Program)}, nil
}

// inspection gives the places of an inspection other paths.
func (m mover) inspection(in model.Inspection) model.Inspection {
	in.Entry = m.path(in.Entry)
	in.Built = slices.Clone(in.Built)
	for i := range in.Built {
		c := &in.Built[i]
		c.Place = m.place(c.Place)
		c.Uses = slices.Clone(c.Uses)
		for k := range c.Uses {
			c.Uses[k] = m.place(c.Uses[k])
		}
		c.Clients = slices.Clone(c.Clients)
		for k := range c.Clients {
			c.Clients[k] = m.description(c.Clients[k])
		}
	}
	in.Stops = slices.Clone(in.Stops)
	for i := range in.Stops {
		in.Stops[i].Place = m.place(in.Stops[i].Place)
	}
	in.Cuts = slices.Clone(in.Cuts)
	for i := range in.Cuts {
		in.Cuts[i].Place = m.place(in.Cuts[i].Place)
	}
	return in
}

func (m mover) description(d model.Description) model.Description {
	d.Place, d.Entry = m.place(d.Place), m.place(d.Entry)
	for _, f := range []*model.Fact{&d.Provider, &d.Host, &d.Model, &d.Deployment} {
		f.Place = m.place(f.Place)
	}
	d.Fields = slices.Clone(d.Fields)
	for i := range d.Fields {
		d.Fields[i].Place, d.Fields[i].Value.Place = m.place(d.Fields[i].Place), m.place(d.Fields[i].Value.Place)
	}
	d.Key.Sources = slices.Clone(d.Key.Sources)
	for i := range d.Key.Sources {
		s := &d.Key.Sources[i]
		s.Place, s.Set = m.place(s.Place), m.place(s.Set)
		if s.Kind == model.InFile {
			s.Name = m.path(s.Name)
		}
	}
	return d
}
