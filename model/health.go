package model

import (
	"fmt"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
)

// A Health is whether a client would fail on this machine, with the variables that are set there. It holds no value.
type Health struct {
	State HealthState
	Why   []string // why it fails, or why that is not known
}

// HealthState is whether a client would fail.
type HealthState uint8

// The states.
const (
	NotAsked  HealthState = iota // the program was not evaluated for this machine
	Unsure                       // it is not known
	Plausible                    // nothing is wrong with what it is given, as far as that can be seen without asking
	Failing                      // it fails
)

func (s HealthState) String() string {
	return [...]string{"", "unknown", "plausible", "fails"}[s]
}

// health says whether b would fail here.
func (b *Build) health() Health {
	if !b.Program.Here {
		return Health{}
	}
	var why, unsure []string
	fails := func(format string, args ...any) { why = append(why, fmt.Sprintf(format, args...)) }
	cred, takes := b.credential()
	switch {
	case b.authenticatesOtherwise():
		unsure = append(unsure, "it authenticates with something else than a key, which is not looked at")
	case b.Provider() == "":
		unsure = append(unsure, "the provider is not known")
	case takes:
		o := b.Take(cred, Bare)
		switch o.Kind {
		case None:
			fails("%s", b.unset(cred))
		case Blank:
			fails("%s is %s", b.subject(o), map[bool]string{true: "empty", false: "blank"}[o.Text == ""])
		case Text:
			for _, t := range b.keyTroubles(o.Text) {
				fails("%s %s", b.subject(o), t)
			}
		case Other:
			fails("%s is no text", b.subject(o))
		default:
			unsure = append(unsure, "the key is not known: "+b.unknownKey(o))
		}
	}
	if b.Provider() == "azure" {
		for _, need := range []struct{ variable, what string }{{"AZURE_OPENAI_ENDPOINT", "an endpoint"}, {"OPENAI_API_VERSION", "an api_version"}} {
			if b.lacksAzure(need.variable) {
				fails("there is no %s, and %s is not set", strings.TrimPrefix(strings.TrimPrefix(need.what, "an "), "a "), need.variable)
			}
		}
	}
	switch {
	case len(why) > 0:
		return Health{Failing, why}
	case len(unsure) > 0:
		return Health{Unsure, unsure}
	}
	return Health{State: Plausible}
}

// lacksAzure reports whether neither the configuration nor this machine gives an Azure client what it would read from a variable.
func (b *Build) lacksAzure(variable string) bool {
	fields := []string{"api_version"}
	if variable == "AZURE_OPENAI_ENDPOINT" {
		fields = []string{"azure_endpoint", "base_url", "endpoint"}
	}
	for _, name := range fields {
		if f, ok := b.Entry.Get(name); ok {
			o := Resolve(f.Value, b.State, Bare)
			if o.Kind != None {
				return false
			}
		}
	}
	return !b.Entry.Open && Resolve(b.State.Getenv(variable), b.State, Bare).Kind == None
}

// unset says which variables are not set that would hold the key.
func (b *Build) unset(cred Credential) string {
	var names []string
	for _, n := range b.Reads(cred) {
		names = appendNew(names, b.Program.name(n))
	}
	if f, ok := b.Entry.Get(cred.Field); ok {
		if name := readAs(f.Value); name != "" && !has(names, name) {
			names = append([]string{b.Program.name(name)}, names...)
		}
		if cred.NoneStops && eval.IsNone(f.Value) {
			names = names[:min(1, len(names))]
		}
	}
	if len(names) == 0 {
		return "there is no key"
	}
	switch len(names) {
	case 1:
		return names[0] + " is not set"
	case 2:
		return "neither " + names[0] + " nor " + names[1] + " is set"
	}
	return "none of " + strings.Join(names, ", ") + " is set"
}

// subject names where a key comes from.
func (b *Build) subject(o Outcome) string {
	if name := readAs(o.Value); name != "" {
		return b.Program.name(name)
	}
	if o.Var != "" {
		return b.Program.name(o.Var)
	}
	return "its api_key"
}

// unknownKey says why a key is not known.
func (b *Build) unknownKey(o Outcome) string {
	switch d := o.Value.D.(type) {
	case eval.Unknown:
		return "it is " + d.Why
	case eval.Env:
		if d.Maybe {
			return b.Program.name(d.Name) + " is not set, and " + b.fogNote()
		}
	case eval.OneOf:
		return "it is one of several"
	case nil:
		return "the configuration is not known"
	}
	return "it is made when it is asked for"
}

// keyTroubles says what is wrong with a key that is there, without a character of it.
func (b *Build) keyTroubles(text string) []string {
	switch autogen.FlawOf(text) {
	case autogen.Trailing:
		return []string{"has a blank or a newline at its end"}
	case autogen.InnerBreak:
		return []string{"has a newline in it"}
	case autogen.NonASCII:
		return []string{"has a character in it that is not ASCII"}
	}
	provider, hosted := b.hostedHere()
	if !hosted {
		return nil // a server of one's own takes what it likes
	}
	switch autogen.FlawOf(text) {
	case autogen.Leading:
		return []string{"has a blank at its beginning"}
	case autogen.Quotes:
		return []string{"has quotes around it that belong to the file or the shell that it comes from"}
	case autogen.Bearer:
		return []string{"begins with Bearer, which the client adds itself"}
	case autogen.Address:
		return []string{"is an address, not a key"}
	case autogen.ModelName:
		return []string{"is the name of a model, not a key"}
	case autogen.Masked:
		return []string{"is what is shown in place of a key"}
	}
	if _, name := autogen.EnvName(text); name {
		return []string{"is the name of a variable, not a key"}
	}
	of, shaped := autogen.KeyShaped(text)
	switch {
	case !shaped && (autogen.Placeholder(text) || autogen.Dummy(text)):
		return []string{"is a placeholder, not a key"}
	case of != "" && of != provider:
		return []string{fmt.Sprintf("is a key of %s, and the client asks %s", of, provider)}
	case autogen.WrongLength(provider, text):
		return []string{"has a length that no key of " + provider + " has"}
	}
	return nil
}

// hostedHere is the provider whose host the client asks, as this machine says.
func (b *Build) hostedHere() (provider string, ok bool) {
	host := b.askedHost()
	if p := autogen.ByHost(host); p != nil {
		return p.Name, true
	}
	return "", false
}

// askedHost is the host that the client asks on this machine, without its port; "" if that is not known.
func (b *Build) askedHost() string {
	if base, _, known := b.Base(); known {
		host, _ := autogen.Hostname(base)
		return host
	}
	if _, f, _ := b.Base(); f.Name != "" && !b.isNone(f) || b.Provider() == "" || b.Entry.Open {
		return ""
	}
	p := b.Provider()
	if to := b.routed(p); to != p {
		p = to
	} else if variable := addressVariables[p]; variable != "" {
		switch o := Resolve(b.State.Getenv(variable), b.State, Bare); o.Kind {
		case Text:
			host, _ := autogen.Hostname(o.Text)
			return host
		case None:
		default:
			return ""
		}
	}
	host, _, _ := strings.Cut(defaultHosts[p], ":")
	return host
}
