package model

import (
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
)

// A setting is something besides a key without which a client is not built, or asks the wrong host.
type setting struct {
	Credential
	also    string // a field that serves as well
	when    When
	at      Level
	finders []finder
}

// settings are those of b's client.
func (b *Build) settings() []setting {
	var out []setting
	when := AtConstruction
	if b.Gen == autogen.AG21 {
		when = AtCall
	}
	late := []finder{b.ineffective, b.late, b.wrongName}
	if f, ok := b.Entry.Get("model"); ok && !eval.IsNone(f.Value) {
		out = append(out, setting{Credential: Credential{Field: "model"}, when: AtCall, finders: []finder{b.late}})
	}
	switch p := b.Provider(); {
	case p == "azure":
		out = append(out,
			setting{Credential: Credential{Field: "api_version", Vars: []string{"OPENAI_API_VERSION"}}, when: when, finders: late},
			setting{Credential: Credential{Field: "azure_endpoint", Vars: []string{"AZURE_OPENAI_ENDPOINT"}}, also: "base_url", when: when, finders: late})
	case b.OpenAIClient() && b.routed(p) == "openai":
		out = append(out, setting{Credential: Credential{Field: "base_url", Vars: []string{"OPENAI_BASE_URL"}}, when: AtCall, at: Likely, finders: []finder{b.lateBase, b.wrongBase}})
	}
	return out
}

// settingCauses returns why the client lacks a setting that the sources supply, only too late, in vain or under another name.
func (b *Build) settingCauses() []*KeyCause {
	var out []*KeyCause
	for _, s := range b.settings() {
		if s.also != "" && !b.Entry.Lacks(s.also) {
			if f, ok := b.Entry.Get(s.also); !ok || !eval.IsNone(f.Value) {
				continue
			}
		}
		k := b.lack(s.Credential)
		if k == nil || k.foggy || k.Blank || b.supplied(k) || b.suppliedBeside(k) {
			continue
		}
		k.When, k.At = s.when, s.at
		if k.Raises {
			k.When = AtConstruction
		}
		if k = first(s.finders, k, s.Credential); k != nil {
			if s.at != Unsaid {
				k.At = s.at
			}
			out = append(out, k)
		}
	}
	return out
}

// lateBase is late for an address that is not OpenAI's own, and that nothing built later is meant for.
func (b *Build) lateBase(k *KeyCause, cred Credential) bool {
	if !b.late(k, cred) || !k.Supplied || !b.leadsAway(k.Event, k.Var) {
		return false
	}
	if has(cred.Vars, k.Var) {
		for _, e := range b.Run.Later(k.Event, eval.Built) {
			if cls := autogen.ClassOf(e.Name); cls != nil {
				return false // that one reads it
			}
		}
	}
	return true
}

// wrongBase is wrongName for an address that is not OpenAI's own. Other packages read the old name.
func (b *Build) wrongBase(k *KeyCause, cred Credential) bool {
	return b.wrongName(k, cred) && k.Supplied && b.leadsAway(k.Event, k.Other) && !b.Program.imports(autogen.ReadsOldBase)
}

// leadsAway reports whether e gives the variable name the address of another host than OpenAI's.
func (b *Build) leadsAway(e *eval.Event, name string) bool {
	text := ""
	if e.Kind == eval.VarSet {
		o := Resolve(e.Value, &e.Before, Bare)
		if o.Kind != Text {
			return false
		}
		text = o.Text
	} else {
		for _, env := range b.Program.Project.Envs {
			if env.File != e.Dotenv.File {
				continue
			}
			if v := env.lookup([]string{name}); v != nil {
				text, _ = v.Value()
			}
		}
	}
	host, _ := autogen.Hostname(text)
	p := autogen.ByHost(host)
	return text != "" && host != "" && (p == nil || p.Name != "openai")
}

// imports reports whether the program imports a module that is.
func (p *Program) imports(is func(module string) bool) bool {
	for _, name := range p.Imports {
		if is(name) {
			return true
		}
	}
	return false
}

// ReachesInto reports whether the program imports a private module of pkg, and so may change what pkg goes by.
func (p *Program) ReachesInto(pkg string) bool {
	return p.imports(func(module string) bool {
		rest, below := strings.CutPrefix(module, pkg+".")
		return below && (strings.HasPrefix(rest, "_") || strings.Contains(rest, "._"))
	})
}
