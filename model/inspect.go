package model

import (
	"reflect"
	"slices"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// An Inspection is what one program builds with AutoGen, for people. It holds no key.
type Inspection struct {
	Entry    string // the entry point's path
	Declared bool   // somebody says that it is run
	Releases []Release
	Outdated bool // it imports AutoGen, and the pins admit nothing that is in scope
	Built    []Construction
	Stops    []Stop // where the program ends with an exception, if every run of it does
	Cuts     []Cut
}

// A Stop is an exception that ends the program.
type Stop struct {
	Place source.Span
	Class string // of the exception; or empty
	Why   string // or empty
}

// A Construction is one agent, wrapper or client, as it is constructed.
type Construction struct {
	Class   string
	Agent   string // its name, of an agent
	Place   source.Span
	Within  string // the function that it stands in, when the program does not call that itself
	Always  bool   // every normal run of the entry point constructs it
	Count   int    // how often, alike
	Clients []Description
	Uses    []source.Span // of an agent that is given a client: where that is constructed
	NoModel string        // why it has no client; or empty
	Unknown string        // why its clients are not known; or empty
}

// A Cut is a place up to which a program was evaluated.
type Cut struct {
	Place source.Span
	Why   string
	Local bool // only what stands there is not known
}

// Inspect says what p builds, in run order.
func Inspect(p *Program) Inspection {
	last := map[int]*eval.Event{} // of each construction, the last one alike
	out := Inspection{Entry: p.Name, Declared: p.Declared, Releases: releasesOf(p.Installs, p.Pins), Outdated: len(p.Installs) == 0}
	for _, r := range p.Runs {
		for _, e := range r.Events {
			if e.Kind != eval.Built {
				continue
			}
			if c, ok := p.construction(r, e); ok {
				out.add(c, r, e, last)
			}
		}
	}
	if p.Trace != nil {
		out.Stops = p.stops()
		for _, c := range p.Trace.Cut {
			out.Cuts = append(out.Cuts, Cut{c.Place, c.Why, c.Local})
		}
	}
	return out
}

// stops are the exceptions that end p, if none of its runs gets to the end.
func (p *Program) stops() []Stop {
	if len(p.Trace.Ends) > 0 {
		return nil
	}
	var out []Stop
	for _, u := range p.Trace.Failed {
		s := Stop{Place: u.Exc.Place, Class: u.Exc.Class}
		if u.Exc.Exit {
			s.Class = "SystemExit"
		}
		for _, e := range u.State.Log().Events() {
			if e.Kind == eval.VarRead && e.Span == s.Place && eval.IsAbsent(e.Value) {
				s.Why = p.name(e.Name) + " is not set"
			}
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// countedExactly is up to which number it is looked at whether what is constructed alike is constructed on the same run.
const countedExactly = 20

// add adds c, which e constructs. Where the same was constructed before, on the same run, that is counted.
func (i *Inspection) add(c Construction, r *Run, e *eval.Event, last map[int]*eval.Event) {
	for k := range i.Built {
		same := i.Built[k]
		same.Count = c.Count
		if !reflect.DeepEqual(same, c) {
			continue
		}
		if i.Built[k].Count > countedExactly || r.Follows(last[k], e) {
			i.Built[k].Count++
			last[k] = e
		}
		return
	}
	last[len(i.Built)] = e
	i.Built = append(i.Built, c)
}

// construction describes what e constructs; false for what neither is an agent nor builds a client.
func (p *Program) construction(r *Run, e *eval.Event) (Construction, bool) {
	cls := autogen.ClassOf(e.Name)
	if cls == nil {
		return Construction{}, false
	}
	switch cls.Kind {
	case autogen.LLMConfig, autogen.ConfigEntry, autogen.GroupChat:
		return Construction{}, false
	case autogen.Team:
		if cls.LLMParam == "" {
			return Construction{}, false
		}
	}
	c := Construction{Class: cls.Name, Place: e.Span, Count: 1}
	switch cls.Kind {
	case autogen.Wrapper, autogen.ModelClient, autogen.ModelConfig:
	default:
		c.Agent = nameOf(e, p)
	}
	if r.Loose {
		c.Within = r.Name
	}
	c.Always = !r.Loose && (r.Always(e) || r.EveryEnd(e))
	for _, b := range p.Builds {
		if b.Run == r && b.Event == e && !b.Entry.Unseen {
			c.Clients = append(c.Clients, Describe(b))
		}
	}
	if len(c.Clients) == 1 && c.Clients[0].Wrong == wrongShapes[NoModel] {
		c.NoModel, c.Clients = wrongShapes[NoModel], nil
		return c, true
	}
	if len(c.Clients) == 0 {
		p.withoutBuild(r, e, cls, &c)
	}
	return c, true
}

// withoutBuild says of an agent without a configuration of its own which client it uses, or why that is not known.
func (p *Program) withoutBuild(r *Run, e *eval.Event, cls *autogen.Class, c *Construction) {
	b := &Build{Program: p, Run: r, Event: e, Class: cls, State: &e.Before}
	v, given := llmArg(e, cls)
	switch {
	case cls.Kind == autogen.ModelConfig:
		c.NoModel = "no agent is given this configuration"
	case cls.LLMParam == "", !given && cls.Kind == autogen.NoLLMAgent && !e.Args.More:
		c.NoModel = wrongShapes[NoModel]
	case !given:
		c.Unknown = "the arguments are not all known"
	default:
		for _, a := range eval.Alternatives(v) {
			b.uses(a, c)
		}
	}
}

// uses notes which client a value given to an agent is, or why that is not known.
func (b *Build) uses(v eval.Value, c *Construction) {
	o := b.State.Deref(v)
	if o != nil && o.Kind == eval.InstanceObj && o.Built != nil {
		if of := autogen.ClassOf(o.Built.Name); of != nil && (of.Kind == autogen.ModelClient || of.Kind == autogen.ModelConfig) {
			if !slices.Contains(c.Uses, o.Built.Span) {
				c.Uses = append(c.Uses, o.Built.Span)
			}
			return
		}
	}
	if o != nil && o.Kind == eval.DictObj {
		if it, ok := o.Item("config_list"); ok {
			c.Unknown = b.unknownList(it.Value)
			return
		}
	}
	switch f := b.fact(b.Class.LLMParam, v); {
	case f.Why != "":
		c.Unknown = "its " + b.Class.LLMParam + " is not known: " + f.Why
	case f.Text == "None" || f.Text == "False":
		c.NoModel = wrongShapes[NoModel]
	default:
		c.Unknown = "its " + b.Class.LLMParam + " is " + f.Text
	}
}

// unknownList says why the entries of a config_list are not known.
func (b *Build) unknownList(v eval.Value) string {
	f := b.fact("config_list", v)
	if f.Why != "" {
		return "its config_list is not known: " + f.Why
	}
	return "the entries of its config_list are not known"
}
