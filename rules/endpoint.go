package rules

import (
	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
)

// remark is what a rule about addresses and providers found, with the failures it ends in.
type remark struct {
	message  string
	failures []autogen.Failure
	most     lint.Level
	path     []lint.Step
	field    model.Field // whose text the fix changes
	fix      *lint.Fix
}

// endpointRule judges every build that talks to somebody.
func endpointRule(see func(b *model.Build) []model.Fault) func(*model.Program, reporter) {
	return judged(func(b *model.Build) []model.Fault {
		if b.Shape != model.WellFormed || b.Class.Kind == autogen.LLMConfig || b.Class.Kind == autogen.ConfigEntry || ownClient(b) {
			return nil
		}
		return see(b)
	})
}

// judged reports the faults that see says something of.
func judged(see func(b *model.Build) []model.Fault) func(*model.Program, reporter) {
	return func(p *model.Program, report reporter) {
		for _, v := range p.Judge(see) {
			s := v.Data.(remark)
			f := finding(v, s.most, s.message, s.failures...)
			if s.field.Name == "" { // it is what lacks
				s.path = append(s.path, spreadWay(v.Build)...)
			}
			f.Path = append(s.path, lint.Step{Place: v.Build.Place, Text: "the client is built here"})
			if s.fix != nil {
				fix := *s.fix
				fix.Safe = fix.Safe && alone(p, v, s.field)
				f.Fixes = []lint.Fix{fix}
			}
			report(f)
		}
	}
}

// spreadWay is where the fields were written that `**` brought into the call.
func spreadWay(b *model.Build) []lint.Step {
	var out []lint.Step
	for _, at := range b.Entry.Spread {
		if at.Valid() {
			out = append(out, lint.Step{Place: oneLine(at), Text: "its fields come from here"})
		}
	}
	return out
}

// ownClient reports whether the program brings its own client or transport: then its address means what that makes of it.
func ownClient(b *model.Build) bool {
	return known(b, "model_client_cls") || known(b, "http_client")
}

// fails makes the fault of something that fails whatever is set. The first failure is what the newest claim rests on: a try around
// that silences it.
func fails(f model.Field, when model.When, message string, failures ...autogen.Failure) model.Fault {
	fault := model.Fault{Place: oneLine(f.Place()), Cause: f.Name, When: when, Bare: true, Equipped: true}
	if len(failures) > 0 {
		fault.Exception, fault.Bases = failures[0].Exception, failures[0].Bases
	}
	fault.Data = remark{message: message, failures: failures, most: lint.Error, path: fieldWay(f), field: f}
	return fault
}

// likely makes the fault of something that fails on most runs, or of what is most often a mistake.
func likely(fault model.Fault) model.Fault {
	fault.At = model.Likely
	return fault
}

// mended adds the edit that mends a fault.
func mended(fault model.Fault, fix *lint.Fix) model.Fault {
	s := fault.Data.(remark)
	s.fix = fix
	fault.Data = s
	return fault
}

// fieldWay is the way of a field's value into the configuration.
func fieldWay(f model.Field) []lint.Step {
	out := way(f.Value, nil)
	if f.Key.Valid() {
		out = append(out, lint.Step{Place: oneLine(f.Key), Text: "it is given as " + f.Name + " here"})
	}
	return out
}

// isText reports whether the sources say the field's value.
func isText(f model.Field) bool {
	_, ok := eval.AsStr(f.Value)
	return ok
}
