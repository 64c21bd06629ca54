// Package autogen is what AutoGen and AG2 are: classes, fields, providers, variables, versions, and what each does with a
// credential. It is tables with the source of every row, and look-ups over them; it imports nothing of ours.
//
// Sources are cited as ms@TAG (microsoft/autogen), ag2c@VERSION (ag2ai/ag2-classic), ag2@VERSION (ag2ai/ag2), oai@TAG
// (openai/openai-python); "run" marks what was seen by running that version.
package autogen

import (
	"slices"
	"sort"
	"strings"
)

// Generation is a family of releases that share an interface.
type Generation uint8

// The generations.
const (
	V02  Generation = iota // Microsoft AutoGen 0.2, module autogen
	AG2                    // AG2 classic, module autogen
	V04                    // AutoGen 0.4 and later, modules autogen_agentchat, autogen_core, autogen_ext
	AG21                   // AG2 1.x, module ag2, and its ancestor autogen.beta
)

func (g Generation) String() string {
	return [...]string{"AutoGen 0.2", "AG2", "AutoGen 0.4+", "AG2 1.x"}[g]
}

// An Install is one combination of releases that a program may run with.
type Install struct {
	Gen     Generation
	Version Version
	OpenAI  Version // the openai SDK beside it
}

// A Set is the installations that a program may run with. What is claimed of a program has to hold for every one of them.
type Set []Install

// A Pin is one requirement of a manifest, or one line of a lock file.
type Pin struct {
	Name   string // normalised: lower case, hyphens
	Spec   string // PEP 440
	Locked bool
}

// The openai releases at which the SDK's behaviour changes (credentials §1.1).
var openaiBands = []string{"1.40.0", "1.92.3", "2.34.0"}

// The releases of each generation at which a fact changes.
var releases = map[Generation][]string{
	V02:  {"0.2.18", "0.2.22", "0.2.25", "0.2.28", "0.2.30", "0.2.32", "0.2.36", "0.2.40"},
	AG2:  {"0.9", "0.9.5", "0.9.7", "0.9.8", "0.9.9", "0.9.10", "0.10.0", "0.10.2", "0.11.0", "0.11.1", "0.12.0", "0.12.3", "0.13.0", "0.13.4", "0.14.0"},
	V04:  {"0.4.0", "0.4.6", "0.4.7", "0.4.8", "0.5.0", "0.6.0", "0.7.5"},
	AG21: {"0.11.4", "0.14.0", "1.0.0", "1.1.0", "1.2.1"},
}

// older are releases that only a pin can bring in.
var older = map[Generation][]string{
	V02: {"0.2.0", "0.2.3", "0.2.4", "0.2.7", "0.2.10", "0.2.14"},
	AG2: {"0.3.0", "0.5.0", "0.7.5", "0.7.6", "0.8.2", "0.8.7"},
}

// distributions are the packages of the index that ship a generation (credentials §0.1).
var distributions = map[string][]Generation{
	"pyautogen":         {V02, AG2},
	"autogen-agentchat": {V02, V04},
	"ag2":               {AG2, AG21},
	"autogen":           {AG2},
	"autogen-core":      {V04},
	"autogen-ext":       {V04},
}

// Candidates returns the installations that are possible for a program that imports these modules, under the pins of its
// project. No pin means every release since Microsoft 0.2.18 and AG2 0.9. The result is empty where nothing is in scope:
// pyautogen before 0.2, openai before 1, or pins that contradict the imports.
func Candidates(imports []string, pins []Pin) Set {
	imports = Telling(imports)
	gens := generationsOf(imports)
	pins = lockedFirst(pins)
	var out Set
	for g := V02; g <= AG21; g++ {
		if !gens[g] {
			continue
		}
		out = append(out, installs(g, imports, pins)...)
	}
	return out
}

// Telling returns those of the imported modules that Candidates looks at.
func Telling(imports []string) []string {
	var out []string
	for _, name := range imports {
		switch top, _, _ := strings.Cut(name, "."); top {
		case "autogen", "pyautogen", "ag2", "autogen_agentchat", "autogen_core", "autogen_ext":
			out = append(out, name)
		}
	}
	return out
}

// lockedFirst drops the ranges of what a lock file pins.
func lockedFirst(pins []Pin) []Pin {
	locked := map[string]bool{}
	for _, p := range pins {
		if p.Locked {
			locked[p.Name] = true
		}
	}
	var out []Pin
	for _, p := range pins {
		if p.Locked || !locked[p.Name] {
			out = append(out, p)
		}
	}
	return out
}

// generationsOf tells the generations of the imported modules.
func generationsOf(imports []string) map[Generation]bool {
	gens := map[Generation]bool{}
	for _, name := range imports {
		top, rest, _ := strings.Cut(name, ".")
		switch top {
		case "autogen", "pyautogen":
			if rest == "beta" || strings.HasPrefix(rest, "beta.") {
				gens[AG21] = true
				continue
			}
			gens[AG2] = true
			if !onlyAG2(rest) {
				gens[V02] = true
			}
		case "ag2":
			gens[AG21] = true
		case "autogen_agentchat", "autogen_core", "autogen_ext":
			gens[V04] = true
		}
	}
	for _, name := range imports {
		if onlyAG2(strings.TrimPrefix(name, "autogen.")) && strings.HasPrefix(name, "autogen.") {
			delete(gens, V02)
		}
	}
	return gens
}

// onlyAG2 reports whether Microsoft's 0.2 never had the name (ag2c@0.9: autogen/__init__.py; ms@v0.2.40: autogen/__init__.py).
func onlyAG2(name string) bool {
	first, _, _ := strings.Cut(name, ".")
	switch first {
	case "LLMConfig", "llm_config", "llm_clients", "tools", "mcp", "interop", "agents", "events", "a2a", "ag_ui", "fast_depends",
		"UpdateSystemMessage", "SwarmAgent", "AfterWork", "AfterWorkOption", "OnCondition", "OnContextCondition", "initiate_swarm_chat", "a_initiate_swarm_chat", "run_swarm",
		"a_run_swarm", "SwarmResult", "ContextVariables", "CaptainAgent", "ReasoningAgent", "ON_CONDITION", "AFTER_WORK", "WikipediaAgent", "ContextExpression", "ModelClient2":
		return true
	}
	return false
}

// installs lists the releases of g that the pins admit, each with the openai releases that go with it.
func installs(g Generation, imports []string, pins []Pin) Set {
	names := releases[g]
	pinned := false
	for _, p := range pins {
		for _, pg := range distributions[p.Name] {
			if pg == g && p.Spec != "" {
				pinned = true
			}
		}
	}
	if pinned {
		names = append(append([]string{}, older[g]...), names...)
	}
	var out Set
	for _, name := range names {
		v := V(name)
		if !possible(g, v, pins) || g == AG2 && v.Before(V("0.8.2")) && needsLLMConfig(imports) {
			continue
		}
		if g == AG21 && (v.Before(V("1.0.0"))) == importsModule(imports, "ag2") {
			continue
		}
		for _, o := range openaiBands {
			if ov := V(o); openaiGoesWith(g, v, ov) && openaiPossible(pins, ov) {
				out = append(out, Install{Gen: g, Version: v, OpenAI: ov})
			}
		}
	}
	return out
}

func importsModule(imports []string, top string) bool {
	for _, i := range imports {
		if i == top || strings.HasPrefix(i, top+".") {
			return true
		}
	}
	return false
}

func needsLLMConfig(imports []string) bool {
	return importsModule(imports, "autogen.LLMConfig") || importsModule(imports, "autogen.llm_config")
}

// NotShipped reports whether the pins name distributions of AutoGen or AG2, and none of them ships module top: then pin is one
// that was taken for it (credentials §0.1, §7).
func NotShipped(top string, pins []Pin) (pin Pin, ok bool) {
	for _, p := range lockedFirst(pins) {
		if len(distributions[p.Name]) == 0 {
			continue
		}
		if ships(p, top) {
			return Pin{}, false
		}
		if p.Name == "autogen-core" || p.Name == "autogen-ext" {
			continue // nobody takes them for what ships top
		}
		if p.Spec == "" {
			return Pin{}, false
		}
		pin, ok = p, true
	}
	return pin, ok
}

// ships reports whether some release that a pin admits has module top.
func ships(p Pin, top string) bool {
	admits := func(low, high string) bool { return admitsBetween(p.Spec, V(low), V(high)) }
	if p.Name == "autogen-core" || p.Name == "autogen-ext" { // some extras of the latter bring autogen-agentchat
		return top == "autogen_core" || top == "autogen_agentchat" && p.Name == "autogen-ext"
	}
	switch top {
	case "autogen", "pyautogen":
		switch p.Name {
		case "pyautogen":
			return admits("0.1", "0.10")
		case "autogen-agentchat":
			return admits("0.2", "0.3")
		case "ag2":
			return admits("0.1", "1.0")
		}
		return p.Name == "autogen"
	case "ag2":
		return p.Name == "ag2" && admits("1.0", "99")
	case "autogen_agentchat", "autogen_core":
		return p.Name == "pyautogen" && admits("0.10", "99") || p.Name == "autogen-agentchat" && admits("0.4", "99")
	}
	return true
}

// possible reports whether the pins admit version v of generation g. A distribution that ships another generation as well says
// nothing against it unless none of its releases of g is admitted.
func possible(g Generation, v Version, pins []Pin) bool {
	named := false
	for _, p := range pins {
		gens := distributions[p.Name]
		if len(gens) == 0 {
			continue
		}
		mine := false
		for _, pg := range gens {
			mine = mine || pg == g
		}
		if !mine {
			continue
		}
		named = true
		if shipsAs(p.Name, g, v) && near(p.Spec, g, v) {
			return true
		}
	}
	if !named {
		return !contradicted(g, pins)
	}
	return false
}

// near reports whether spec admits v, or the release that v stands for: a sampled release stands for those up to the next.
func near(spec string, g Generation, v Version) bool {
	if Admits(spec, v) {
		return true
	}
	all := append(append([]string{}, older[g]...), releases[g]...)
	sort.Slice(all, func(i, j int) bool { return V(all[i]).Before(V(all[j])) })
	for i, name := range all {
		if V(name) != v {
			continue
		}
		next := Version{v[0], v[1] + 1}
		if i+1 < len(all) {
			next = V(all[i+1])
		}
		if admitsNamed(spec, v, next) {
			return true
		}
		for w := v; w.Before(next) && w[2] < v[2]+60; w[2]++ {
			if Admits(spec, w) {
				return true
			}
		}
	}
	return false
}

// shipsAs reports whether distribution name carries version v of generation g (credentials §0.1, §7). pyautogen ended at 0.2.35 as
// Microsoft's; people pin later ones of that name all the same.
func shipsAs(name string, g Generation, v Version) bool {
	switch name {
	case "pyautogen":
		return g == V02 || g == AG2 && v.Before(V("0.9.9"))
	case "autogen-agentchat":
		return g == V04 || g == V02 && v.AtLeast(V("0.2.36"))
	case "ag2":
		return g == AG2 || g == AG21
	}
	return true
}

// contradicted reports whether the pins name distributions, and all of them are of other generations that ship the same module.
func contradicted(g Generation, pins []Pin) bool {
	for _, p := range pins {
		switch {
		case g == V02 && (p.Name == "ag2" || p.Name == "autogen"):
			return true
		case g == AG2 && p.Name == "autogen-agentchat" && p.Spec != "" && (!Admits(p.Spec, V("0.4.0")) || near(p.Spec, V02, V("0.2.36")) || near(p.Spec, V02, V("0.2.40"))):
			return true
		case g == V02 && p.Name == "pyautogen" && !Admits(p.Spec, V("0.2.40")) && !Admits(p.Spec, V("0.2.10")):
			return true
		}
	}
	return false
}

// openaiGoesWith reports whether openai o can stand beside version v (credentials §1.3, pyproject of each release).
func openaiGoesWith(g Generation, v, o Version) bool {
	switch g {
	case AG2:
		switch {
		case v.AtLeast(V("0.13.4")):
			return o.AtLeast(V("2.34.0"))
		case v.AtLeast(V("0.12.3")):
			return o.Before(V("2.34.0"))
		case v.AtLeast(V("0.11.5")):
			return o.Before(V("2.0"))
		}
	case AG21:
		return o.AtLeast(V("2.34.0"))
	}
	return true
}

func openaiPossible(pins []Pin, o Version) bool {
	for _, p := range pins {
		if p.Name == "openai" && p.Spec != "" && !bandAdmits(p.Spec, o) {
			return false
		}
	}
	return true
}

// bandAdmits reports whether spec admits some openai release of the band that begins with o.
func bandAdmits(spec string, o Version) bool {
	for _, sample := range map[Version][]string{
		V("1.40.0"): {"1.0.0", "1.3.0", "1.12.0", "1.30.0", "1.40.0", "1.55.0", "1.60.0", "1.66.2", "1.75.0", "1.86.0", "1.92.0"},
		V("1.92.3"): {"1.92.3", "1.93.0", "1.99.3", "1.100.0", "1.109.1", "2.0.0", "2.3.0", "2.15.0", "2.33.0"},
		V("2.34.0"): {"2.34.0", "2.41.0", "2.45.0", "3.0.0", "3.3.1", "3.9.0"},
	}[o] {
		if Admits(spec, V(sample)) {
			return true
		}
	}
	return len(strings.Trim(spec, "=. 0123456789")) == 0 && strings.HasPrefix(spec, "==") && sameBand(spec, o)
}

func sameBand(spec string, o Version) bool {
	v, ok := ParseVersion(strings.TrimLeft(spec, "= "))
	if !ok {
		return true
	}
	band := ""
	for _, b := range openaiBands {
		if v.AtLeast(V(b)) || b == openaiBands[0] && v.AtLeast(V("1.0")) {
			band = b
		}
	}
	return V(band) == o
}

// Any reports whether ok holds for one of the installations.
func (s Set) Any(ok func(Install) bool) bool {
	for _, i := range s {
		if ok(i) {
			return true
		}
	}
	return false
}

// All reports whether ok holds for every installation, and there is one.
func (s Set) All(ok func(Install) bool) bool {
	for _, i := range s {
		if !ok(i) {
			return false
		}
	}
	return len(s) > 0
}

// Each returns what every installation of s makes of something: each failure once, with the installations it is of where they differ.
// An installation whose failure names no exception does not count.
func (s Set) Each(of func(Install) Failure) []Failure {
	var out []Failure
	var whose []Set
	for _, i := range s {
		f := of(i)
		if f.Exception == "" {
			continue
		}
		at := 0
		for at < len(out) && (out[at].Exception != f.Exception || out[at].Text != f.Text) {
			at++
		}
		if at == len(out) {
			out, whose = append(out, f), append(whose, nil)
		}
		whose[at] = append(whose[at], i)
	}
	for k := range out {
		if len(out) > 1 {
			out[k].Versions = s.named(whose[k])
		}
	}
	return out
}

// named says which installations of s some of them are.
func (s Set) named(some Set) string {
	var parts []string
	for g := V02; g <= AG21; g++ {
		all, mine := s.Of(g).versions(), some.Of(g).versions()
		switch {
		case len(mine) == 0:
		case len(mine) == len(all):
			parts = append(parts, g.String())
		case mine[len(mine)-1] == all[len(all)-1]:
			parts = append(parts, g.String()+" >= "+mine[0].String())
		case mine[0] == all[0]:
			parts = append(parts, g.String()+" < "+all[len(mine)].String())
		default:
			parts = append(parts, g.String()+" "+mine[0].String()+" to "+mine[len(mine)-1].String())
		}
	}
	return strings.Join(parts, ", ")
}

// versions returns the versions of s, each once, oldest first.
func (s Set) versions() []Version {
	var out []Version
	for _, i := range s {
		if len(out) == 0 || out[len(out)-1] != i.Version {
			out = append(out, i.Version)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Before(out[j]) })
	return slices.Compact(out)
}

// Of returns the installations of generation g.
func (s Set) Of(gens ...Generation) Set {
	var out Set
	for _, i := range s {
		for _, g := range gens {
			if i.Gen == g {
				out = append(out, i)
			}
		}
	}
	return out
}

// Inherits reports whether entries of a config_list certainly inherit what stands beside it: Microsoft 0.2 does that (run), AG2
// takes what stands there as an error or as another entry (credentials §2.2).
func (s Set) Inherits() bool {
	return s.Any(func(i Install) bool { return i.Gen == V02 })
}

// SetsFilter reports whether a set in a filter_dict means membership in some installation. In the others, AG2 since 0.9.7, it lets
// nothing pass, and an agent is not built: what fails with the entries that it lets pass fails there as well.
func (s Set) SetsFilter() bool {
	return s.Any(func(i Install) bool { return i.Gen == V02 || i.Gen == AG2 && i.Version.Before(V("0.9.7")) })
}

// Form is a form in which LLMConfig is called.
type Form uint8

// The forms (credentials §2.2).
const (
	AnyForm        Form = iota
	PositionalForm      // LLMConfig({…}), since AG2 0.9.10
	KeywordForm         // LLMConfig(config_list=[…]) and LLMConfig(model=…), until 0.11.0
)

// Taking returns the installations whose LLMConfig takes a form.
func (s Set) Taking(f Form) Set {
	var out Set
	for _, i := range s {
		v := i.Version
		if f == AnyForm || i.Gen == AG2 && (f == PositionalForm && v.AtLeast(V("0.9.10")) || f == KeywordForm && v.Before(V("0.11.1"))) {
			out = append(out, i)
		}
	}
	return out
}

// GenerationOf is the generation that a class is taken of: of classes that Microsoft's 0.2 and AG2 share, AG2 where only that is possible.
func (s Set) GenerationOf(c *Class) Generation {
	if c.Gen == V02 && !s.Any(func(i Install) bool { return i.Gen == V02 }) {
		return AG2
	}
	return c.Gen
}

// Exact returns the release that a pin names exactly and that i stands for.
func (i Install) Exact(pins []Pin) (version string, ok bool) {
	for _, p := range lockedFirst(pins) {
		exact, is := strings.CutPrefix(strings.ReplaceAll(p.Spec, " ", ""), "==")
		if is && !strings.ContainsAny(exact, "*,=<>!~") && slices.Contains(distributions[p.Name], i.Gen) && near(p.Spec, i.Gen, i.Version) {
			return exact, true
		}
	}
	return "", false
}
