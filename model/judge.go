package model

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// Level is how sure a verdict is.
type Level uint8

// The levels of certainty; rules turn them into what they report.
const (
	Unsaid Level = iota // nothing may be said
	Advice              // good to know
	Likely              // it fails on some runs, or when nothing is set
	Proof               // every normal run fails, whatever the environment holds
)

// A Fault is what a rule sees wrong with one Build.
type Fault struct {
	Place     source.Span // where to say it: the narrowest range that is wrong
	Cause     string      // faults with equal cause at one place are one
	When      When
	Bare      bool     // it fails when no variable is set outside
	Equipped  bool     // it fails when every variable is set outside to a good value
	Supplied  bool     // the sources supply what is needed, only too late, in vain or under another name: Bare is proof enough
	At        Level    // no more than this, whatever is proven; Unsaid means no limit
	Exception string   // what is raised: a try around it silences the fault
	Bases     []string // classes of packages that Exception derives from
	Data      any      // for the rule's message
}

// A Verdict is a fault as it holds for a whole program.
type Verdict struct {
	Fault
	Level Level
	Build *Build // the first one that has it
	Count int    // how many builds do
}

// A moment is when a fault shows, and for whom: a construction, or a question to what a construction made.
type moment struct{ at, built *eval.Event }

// A sighting is what one run shows of a fault.
type sighting struct {
	sure bool              // some build has it in a way that would be a proof
	hits map[moment][]bool // which alternatives of the configuration have it
}

// Judge asks see for the faults of every build, and says for each fault how sure it is. This is the one place where certainty is
// computed: a fault is a proof if every normal way through the program passes it, nothing catches it, and no environment mends it.
func (p *Program) Judge(see func(b *Build) []Fault) []Verdict {
	type key struct {
		place source.Span
		cause string
	}
	verdicts := map[key]*Verdict{}
	var order []key
	for _, run := range p.Runs {
		var seen map[key]*sighting
		for _, b := range p.Builds {
			if b.Run != run {
				continue
			}
			for _, f := range see(b) {
				caught := b.caught(f)
				if !f.Place.Valid() || caught == Unsaid || b.exchanged(f) || b.mended(f) {
					continue
				}
				k := key{f.Place, f.Cause}
				level := min(f.level(), caught, b.rescued(f), run.replaced(f.Place.File))
				if b.perhaps {
					level = min(level, Likely)
				}
				if seen == nil {
					seen = map[key]*sighting{}
				}
				if seen[k] == nil {
					seen[k] = &sighting{hits: map[moment][]bool{}}
				}
				seen[k].add(b, f.When, level)
				v, ok := verdicts[k]
				if !ok {
					v = &Verdict{Fault: f, Build: b}
					verdicts[k] = v
					order = append(order, k)
				}
				v.Count++
				v.Level = max(v.Level, min(level, Likely))
			}
		}
		for k, s := range seen {
			if s.sure && !run.Loose && run.always(s.bad(p.makers(run))) {
				verdicts[k].Level = Proof
			}
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return order[i].place.Before(order[j].place) })
	var out []Verdict
	for _, k := range order {
		if v := verdicts[k]; v.Level > Unsaid {
			if v.At != Unsaid && v.Level > v.At {
				v.Level = v.At
			}
			out = append(out, *v)
		}
	}
	return out
}

// add notes that b has the fault. Where nobody certainly asks it, code that is not seen may: that proves nothing.
func (s *sighting) add(b *Build, when When, level Level) {
	s.sure = s.sure || level == Proof
	for _, at := range b.events(when) {
		m := moment{at, b.Event}
		for len(s.hits[m]) < b.Alts {
			s.hits[m] = append(s.hits[m], false)
		}
		s.hits[m][b.Alt] = true
	}
}

// makers are the constructions of a run, by the events at which a fault of theirs shows, each with its number of alternatives.
func (p *Program) makers(run *Run) map[*eval.Event]map[*eval.Event]int {
	if run.made == nil {
		run.made = map[*eval.Event]map[*eval.Event]int{}
		for _, b := range p.Builds {
			if b.Run != run {
				continue
			}
			for _, at := range append([]*eval.Event{b.Event}, b.asked...) {
				if run.made[at] == nil {
					run.made[at] = map[*eval.Event]int{}
				}
				run.made[at][b.Event] = max(run.made[at][b.Event], b.Alts)
			}
		}
	}
	return run.made
}

// bad returns the events that the fault ends, whichever way the program came to them: one construction may have been passed in
// several states, and then all of them have the fault, in all alternatives of their configurations.
func (s *sighting) bad(made map[*eval.Event]map[*eval.Event]int) map[*eval.Event]bool {
	out := map[*eval.Event]bool{}
	for m := range s.hits {
		site, all := m.built.Site(), true
		for built, alts := range made[m.at] {
			if built.Site() == site {
				all = all && whole(s.hits[moment{m.at, built}], alts)
			}
		}
		if all {
			out[m.at] = true
		}
	}
	return out
}

// whole reports whether all of n alternatives are hit.
func whole(hits []bool, n int) bool { return len(hits) == n && !slices.Contains(hits, false) }

// rescued is how sure a fault of one entry of several may be: an error of the API makes the wrapper try the next entry, and what
// else is raised ends the question (ms@v0.2.40: oai/client.py:788-815, ag2c@0.14.1: oai/client.py).
func (b *Build) rescued(f Fault) Level {
	if b.Entry.Maybe {
		return Likely
	}
	if f.When != AtCall || b.Of < 2 {
		return Proof
	}
	for _, base := range append([]string{f.Exception}, f.Bases...) {
		if base == "openai.APIError" {
			return Likely
		}
	}
	return Proof
}

// replaced is how sure a fault in a file may be: the variable of the file's name takes its place in config_list_from_json, and nobody
// knows whether it is set (ms@v0.2.40: oai/openai_utils.py:461-520). A path that no variable can be called proves what it proves.
func (r *Run) replaced(f *source.File) Level {
	if f.Kind != source.JSON {
		return Proof
	}
	for _, e := range r.Events {
		if e.Kind != eval.Called {
			continue
		}
		var where eval.Value
		switch {
		case e.Name == "autogen.config_list_from_json":
			where, _ = e.Args.At(0, "env_or_file")
		case strings.HasSuffix(e.Name, ".LLMConfig.from_json"): // it asks the same, whichever of the two it is given
			if where, _ = e.Args.At(-1, "path"); where.D == nil {
				where, _ = e.Args.At(-1, "env")
			}
		default:
			continue
		}
		name, ok := eval.AsStr(where)
		if _, written := e.Before.Written(name); ok && !written && variableName.MatchString(name) && path.Base(name) == path.Base(f.Path) {
			return Likely
		}
	}
	return Proof
}

// variableName is what people can call a variable.
var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// level is what a fault is worth where it is reached always.
func (f Fault) level() Level {
	switch {
	case f.Bare && f.Equipped, f.Bare && f.Supplied:
		return Proof
	case f.Bare, f.Equipped:
		return Likely
	}
	return f.At
}

// caught is how sure a fault may be where the program catches what it raises: Unsaid where a handler may put something in its place,
// Likely where all that the handlers do is tell of it, and Proof where nothing catches it.
func (b *Build) caught(f Fault) Level {
	if f.Exception == "" {
		return Proof
	}
	at := b.events(f.When)
	if len(at) == 0 && f.When == AtCall {
		at = b.maybe
	}
	if len(at) == 0 {
		if f.When == AtConstruction && b.Event != nil {
			return stands(b.Event, f)
		}
		return Proof
	}
	most := Unsaid
	for _, e := range at {
		most = max(most, stands(e, f))
	}
	return most
}

// stands is how sure a fault at e may be.
func stands(e *eval.Event, f Fault) Level {
	team := asksTeam(e) && e.Caught("RuntimeError")
	switch {
	case !e.Caught(f.Exception, f.Bases...) && !team:
		return Proof
	case e.Told(f.Exception, f.Bases...), team && e.Told("RuntimeError"):
		return Likely
	}
	return Unsaid
}

// exchanged reports whether the program gives the agent another client before anybody is asked for certain: the first one only waits
// for it, as in an interface whose user brings the key. In AG2 1.x each question may bring a configuration of its own.
func (b *Build) exchanged(f Fault) bool {
	if f.When != AtCall || b.Object == 0 || len(b.asked) > 0 {
		return false
	}
	if b.spared && len(b.maybe) == 0 {
		return true
	}
	for _, r := range b.Program.Runs {
		for _, e := range r.Events {
			if e.Kind == eval.AttrSet && e.Object == b.Object && strings.HasSuffix(e.Name, ".client") && !eval.IsNone(e.Value) {
				return true
			}
		}
	}
	return false
}

// mended reports whether the program changes the client within, or what asks it, before it is asked: client._client.api_key = … takes
// effect (credentials.md §1.5), and who puts a method of its own in the place of create needs no key.
func (b *Build) mended(f Fault) bool {
	if f.When != AtCall || b.Object == 0 {
		return false
	}
	for _, e := range b.Run.Events {
		if e.Kind != eval.AttrSet || !b.Run.Follows(b.Event, e) || !b.within(e) || strings.HasSuffix(e.Name, ".api_key") && b.besideKey(f) {
			continue
		}
		after := map[string]bool{} // a loop over the client's parts may make no round: one question, on two ways
		for _, a := range b.asked {
			after[a.Site()] = after[a.Site()] || b.Run.Follows(e, a)
		}
		if !slices.Contains(slices.Collect(maps.Values(after)), false) {
			return true
		}
	}
	return false
}

// besideKey reports whether a fault is one of another field than the key.
func (b *Build) besideKey(f Fault) bool {
	return slices.ContainsFunc(b.Entry.Fields, func(x Field) bool {
		at, _ := x.Value.Literal()
		return x.Name != "api_key" && (overlaps(f.Place, x.Place()) || overlaps(f.Place, at))
	})
}

// within reports whether e sets something of the client, or of the agent that it was given to, that a question comes by.
func (b *Build) within(e *eval.Event) bool {
	if e.Object != b.Object && !holds(e, b.Object) {
		return false
	}
	name := e.Name[strings.LastIndexByte(e.Name, '.')+1:]
	return askedBy[name] || strings.Contains(e.Name, eval.PartSet) && sdkFields[name]
}

// holds reports whether the object whose attribute e sets was built with id.
func holds(e *eval.Event, id eval.ID) bool {
	o := e.Before.Object(e.Object)
	if o == nil || o.Built == nil {
		return false
	}
	is := func(v eval.Value) bool { r, ok := v.D.(eval.Ref); return ok && r.ID == id }
	return slices.ContainsFunc(o.Built.Args.Pos, is) ||
		slices.ContainsFunc(o.Built.Args.Named, func(n eval.NamedArg) bool { return is(n.Value) })
}

// askedBy are the attributes of agents and clients that a question comes by.
var askedBy = map[string]bool{
	"_client": true, "client": true, "_model_client": true, "create": true, "create_stream": true, "generate_reply": true, "generate_oai_reply": true,
	"a_generate_reply": true, "a_generate_oai_reply": true, "on_messages": true, "on_messages_stream": true,
}

// Mended reports whether the program takes a refusal of the key as a reason to make another one, or another agent, wherever it surely asks.
func (b *Build) Mended() bool {
	refusal := autogen.Unauthorized(b.Gen, b.Provider())
	return len(b.asked) > 0 && !slices.ContainsFunc(b.asked, func(e *eval.Event) bool { return !e.Mended(refusal.Exception, refusal.Bases...) })
}

// sdkFields are the attributes by which an SDK's client knows where to ask, and as whom (oai@v1.55.0: _client.py, _base_client.py).
var sdkFields = map[string]bool{
	"api_key": true, "auth_token": true, "base_url": true, "_base_url": true, "_api_version": true, "_azure_ad_token": true, "_azure_ad_token_provider": true,
	"_custom_headers": true, "_custom_query": true, "_oai_client": true, "_clients": true, "organization": true,
}

// asksTeam reports whether e runs a team of 0.4, which raises a RuntimeError with the text of what its agents raise (run).
func asksTeam(e *eval.Event) bool {
	cls, _ := methodOf(e.Name)
	return cls != nil && cls.Kind == autogen.Team
}

// events are the moments at which a fault of that kind shows: the construction, or the questions that certainly are asked.
func (b *Build) events(w When) []*eval.Event {
	if w == AtCall {
		return b.asked
	}
	return []*eval.Event{b.Event}
}

// always reports whether every normal way through run passes one of the events.
func (r *Run) always(bad map[*eval.Event]bool) bool {
	if len(bad) == 0 || len(r.logs) == 0 {
		return false
	}
	memo := map[*eval.Log]bool{}
	for _, l := range r.logs {
		if !passes(l, bad, memo) {
			return false
		}
	}
	return true
}

// passes reports whether every way that ends in l has an event of bad on it.
func passes(l *eval.Log, bad map[*eval.Event]bool, memo map[*eval.Log]bool) bool {
	var spine []*eval.Log
	result := false
	for ; l != nil; l = l.Prev {
		if r, ok := memo[l]; ok {
			result = r
			break
		}
		spine = append(spine, l)
		if l.Event != nil && bad[l.Event] {
			result = true
			break
		}
		if len(l.Alts) > 0 {
			result = true
			for _, a := range l.Alts {
				if !passes(a, bad, memo) {
					result = false
					break
				}
			}
			break
		}
	}
	for _, s := range spine {
		memo[s] = result
	}
	return result
}

// Follows reports whether, on some way through the run, later happens after earlier.
func (r *Run) Follows(earlier, later *eval.Event) bool {
	if r.from != earlier { // what follows one event is asked of many others in a row
		r.from, r.after = earlier, map[*eval.Log]bool{}
	}
	return later.Before.Log().Holds(earlier, r.after)
}

// Later returns the events of a kind that happen after e on some way through the run.
func (r *Run) Later(e *eval.Event, kinds ...eval.EventKind) []*eval.Event {
	var out []*eval.Event
	for _, x := range r.Events {
		for _, k := range kinds {
			if x.Kind == k && x.Seq > e.Seq && r.Follows(e, x) {
				out = append(out, x)
			}
		}
	}
	return out
}

// Earlier returns the events of a kind that happen before e.
func (r *Run) Earlier(e *eval.Event, kinds ...eval.EventKind) []*eval.Event {
	var out []*eval.Event
	for _, x := range e.Before.Log().Events() {
		for _, k := range kinds {
			if x.Kind == k {
				out = append(out, x)
			}
		}
	}
	return out
}

// Always reports whether every normal way through the program passes e.
func (r *Run) Always(e *eval.Event) bool {
	return !r.Loose && r.always(map[*eval.Event]bool{e: true})
}

// EveryEnd reports whether every normal way through the run passes e's site.
func (r *Run) EveryEnd(e *eval.Event) bool {
	for i := range r.Ends {
		if !r.Ends[i].Always(e) {
			return false
		}
	}
	return len(r.Ends) > 0
}
