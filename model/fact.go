package model

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// A Fact is something that is known of a client, or why it is not. It never holds a secret.
type Fact struct {
	Text  string      // what it is, as Python would write a value; empty when it is not known, or not shown
	Why   string      // why it is not known
	Vars  []string    // the variables that it may come from, in the order in which they are asked
	Place source.Span // where it was written, or read
}

// reason is why f is not known, as a part of a sentence.
func reason(f Fact) string {
	if f.Why == "" {
		return "it is " + f.Text
	}
	return f.Why
}

// hidden is why a value of this machine's is not shown.
const hidden = "it is set on this machine, and its value is not shown"

// maxShown is how deep and how wide a value is shown.
const (
	maxShown  = 12
	maxNested = 3
)

// fact describes the value of a field.
func (b *Build) fact(name string, v eval.Value) Fact {
	f := Fact{Place: spanOf(v)}
	for _, variable := range varsOf(v) {
		f.Vars = appendNew(f.Vars, b.Program.name(variable))
	}
	if secretField(name) {
		f.Why = "it is a credential, which is never shown"
		if n := eval.IsNone(v); n {
			f.Text, f.Why = "None", ""
		}
		return f
	}
	f.Text, f.Why = b.show(name, v, 0)
	return f
}

// show writes v as Python would, or says why it is not known.
func (b *Build) show(name string, v eval.Value, depth int) (text, why string) {
	switch v.D.(type) {
	case eval.Int, eval.Float:
		if b.Program.hides(v) {
			return "", hidden
		}
	}
	switch d := v.D.(type) {
	case eval.NoneVal:
		return "None", ""
	case eval.Bool:
		return map[bool]string{true: "True", false: "False"}[bool(d)], ""
	case eval.Int:
		return strconv.FormatInt(int64(d), 10), ""
	case eval.Float:
		return strconv.FormatFloat(float64(d), 'g', -1, 64), ""
	case eval.Str:
		return b.showText(name, string(d), v)
	case eval.PathVal:
		return b.show(name, d.Text, depth)
	case eval.Unknown:
		return "", "it is " + d.Why
	case eval.Env:
		return "", b.showEnv(name, d)
	case eval.Concat:
		return b.showConcat(name, d)
	case eval.OneOf:
		return b.showOneOf(name, d, depth)
	case eval.Tuple:
		return b.showElements("(", d.Elts, ")", name, false, depth)
	case eval.Foreign:
		return d.Path, ""
	case *eval.Func:
		if d.Def != nil {
			return "the function " + d.Def.Name, ""
		}
		return "a lambda", ""
	case eval.Bound:
		return b.show(name, d.Fn, depth)
	case eval.Ref:
		return b.showObject(name, d, depth)
	}
	return "an object", ""
}

// showText shows a text, if it is one that may be shown: one that the sources say, in a field that holds no secret, and that looks
// like none.
func (b *Build) showText(name, text string, v eval.Value) (shown, why string) {
	switch {
	case b.Program.hides(v):
		return "", hidden
	case !plainFields[name]:
		return "", "it is a text, and a text in a field of this name is not shown"
	case addressFields[name]:
		text = bareURL(text)
	}
	if !b.Program.shows(text) {
		return "", "it looks like a key, and is not shown"
	}
	return strconv.Quote(text), ""
}

// bareURL is an address without what may be a secret in it: user and password, and the values of its query.
func bareURL(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil {
		return "…"
	}
	if u.User != nil {
		u.User = url.User("…")
	}
	if u.RawQuery != "" {
		q := u.Query()
		for k := range q {
			if k != "api-version" {
				q[k] = []string{"…"}
			}
		}
		u.RawQuery = q.Encode()
	}
	u.Fragment = ""
	out, err := url.PathUnescape(u.String())
	if err != nil {
		return "…"
	}
	return out
}

func (b *Build) showEnv(name string, d eval.Env) string {
	variable := b.Program.name(d.Name)
	if d.Default == nil {
		return "it comes from the variable " + variable
	}
	if eval.IsNone(*d.Default) || eval.IsAbsent(*d.Default) {
		return "it comes from the variable " + variable + ", or is None where that is not set"
	}
	text, why := b.show(name, *d.Default, 1)
	if text == "" {
		text = "a value that is not shown"
		if _, ok := d.Default.D.(eval.Str); !ok {
			text = "something else: " + why
		}
	}
	return "it comes from the variable " + variable + ", or is " + text + " where that is not set"
}

// showConcat shows the pieces of a text that are known, and names the others.
func (b *Build) showConcat(name string, d eval.Concat) (text, why string) {
	var sb strings.Builder
	for _, p := range d.Parts {
		switch x := p.D.(type) {
		case eval.Str:
			if b.Program.hides(p) || !plainFields[name] || addressFields[name] && strings.ContainsAny(string(x), "@?#") || !b.Program.shows(string(x)) {
				sb.WriteString("…")
				continue
			}
			sb.WriteString(string(x))
		case eval.Env:
			sb.WriteString("{" + b.Program.name(x.Name) + "}")
		default:
			sb.WriteString("{…}")
		}
	}
	return "", "it is put together from what is known and what is not: " + strconv.Quote(sb.String())
}

func (b *Build) showOneOf(name string, d eval.OneOf, depth int) (text, why string) {
	var parts []string
	known := true
	for _, a := range d.Alts {
		if eval.IsAbsent(a) {
			continue
		}
		text, why := b.show(name, a, depth+1)
		if why != "" {
			text, known = why, false
		}
		parts = append(parts, text)
	}
	all := strings.Join(parts, ", or ")
	if known {
		return all, ""
	}
	return "", "it is one of several: " + all
}

func (b *Build) showObject(name string, r eval.Ref, depth int) (text, why string) {
	o := b.State.Object(r.ID)
	if o == nil {
		return "an object", ""
	}
	switch o.Kind {
	case eval.ListObj:
		return b.showElements("[", o.Elts, "]", name, o.Open, depth)
	case eval.SetObj:
		return b.showElements("{", o.Elts, "}", name, o.Open, depth)
	case eval.DictObj:
		return b.showDict(o, depth)
	case eval.ClassObj:
		return "the class " + o.Name, ""
	case eval.InstanceObj:
		if o.Built != nil {
			return "a " + o.Built.Name, ""
		}
		if c := b.State.Deref(o.Class); c != nil {
			return "a " + c.Name, ""
		}
	}
	return "an object", ""
}

func (b *Build) showElements(open string, elts []eval.Value, end, name string, more bool, depth int) (text, why string) {
	var parts []string
	for i, x := range elts {
		if i == maxShown || depth >= maxNested {
			more = true
			break
		}
		parts = append(parts, b.shown(name, x, depth))
	}
	if more {
		parts = append(parts, "…")
	}
	return open + strings.Join(parts, ", ") + end, ""
}

func (b *Build) showDict(o *eval.Object, depth int) (text, why string) {
	var parts []string
	more := o.Open
	for i, it := range o.Items {
		key, ok := eval.AsStr(it.Key)
		if !ok || b.Program.hides(it.Key) || i == maxShown || depth >= maxNested {
			more = true
			break
		}
		value := "…"
		if !secretField(key) {
			value = b.shown(key, it.Value, depth)
		}
		parts = append(parts, strconv.Quote(b.Program.name(key))+": "+value)
	}
	if more {
		parts = append(parts, "…")
	}
	return "{" + strings.Join(parts, ", ") + "}", ""
}

// shown is a value inside another one: what is not known, or not shown, is an ellipsis.
func (b *Build) shown(name string, v eval.Value, depth int) string {
	text, why := b.show(name, v, depth+1)
	if why != "" {
		return "…"
	}
	return text
}

// hides reports whether v may be, or be made of, the value that a variable has on this machine: the sources do not hold it as it is.
func (p *Program) hides(v eval.Value) bool {
	if !p.Here {
		return false
	}
	at, written := v.Literal()
	if text, ok := eval.AsStr(v); ok {
		return !written || !strings.Contains(at.Text(), text)
	}
	return !written
}

// plainFields are the fields whose texts are shown. A text anywhere else may be a secret.
var plainFields = map[string]bool{
	"model": true, "api_type": true, "api_version": true, "base_url": true, "azure_endpoint": true, "azure_deployment": true, "endpoint": true, "host": true, "client_host": true,
	"api_base": true, "engine": true, "deployment_id": true, "name": true, "tags": true, "routing_method": true, "tool_choice": true, "reasoning_effort": true, "family": true,
	"model_client_cls": true, "location": true, "region": true, "aws_region": true, "type": true, "role": true, "verbosity": true, "cache_seed": true, "modalities": true, "price": true,
}

// addressFields are those that hold an address.
var addressFields = map[string]bool{"base_url": true, "azure_endpoint": true, "endpoint": true, "host": true, "client_host": true, "api_base": true}

// credentialFields are the fields that hold credentials.
var credentialFields = map[string]bool{
	"api_key": true, "azure_ad_token": true, "azure_ad_token_provider": true, "auth_token": true, "aws_access_key": true, "aws_secret_key": true, "aws_session_token": true,
	"default_headers": true, "default_query": true, "extra_headers": true, "extra_query": true, "credential": true, "credentials": true, "gcp_auth_token": true, "admin_api_key": true,
}

// secretField reports whether a field of that name holds a credential, or may.
func secretField(name string) bool {
	if credentialFields[name] {
		return true
	}
	if right, ok := autogen.NearField(name, autogen.ClassOf("autogen.OpenAIWrapper"), ""); ok && right == "api_key" {
		return true
	}
	lower := strings.ToLower(name)
	for _, word := range []string{"api_key", "apikey", "api-key", "secret", "password", "passwd", "access_key", "authorization", "bearer", "credential"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return strings.HasSuffix(lower, "token") || strings.HasSuffix(lower, "_key") || lower == "key"
}

// name is a variable's or field's name, unless it is a key that stands where a name belongs.
func (p *Program) name(s string) string {
	if !p.shows(s) {
		return "***"
	}
	return s
}

// shows reports whether a text may be shown: nothing of it looks like a key, or is a part of one that the program holds.
func (p *Program) shows(text string) bool {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' }) {
		if _, key := autogen.KeyShaped(w); key {
			return false
		}
		for _, run := range strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '_' }) {
			if dense(run) {
				return false
			}
		}
	}
	for _, s := range p.keys() {
		if shares(text, s) {
			return false
		}
	}
	return true
}

// dense reports whether a run of letters and digits is one that people do not write: long, and with digits among its letters.
func dense(run string) bool {
	digits := 0
	for _, r := range run {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return len(run) >= 16 && digits > 2 && digits < len(run)
}

// run is how many characters in a row of a key may be seen: one less than this.
const run = 8

// shares reports whether text holds a run of characters of key.
func shares(text, key string) bool {
	for i := 0; i+run <= len(key); i++ {
		if strings.Contains(text, key[i:i+run]) {
			return true
		}
	}
	return false
}

// keys are the texts that stand where keys belong: in credential fields, in variables that hold keys.
func (p *Program) keys() []string {
	p.once.Do(func() {
		seen := map[string]bool{}
		add := func(text string) {
			text = strings.TrimSpace(text)
			if _, name := autogen.EnvName(text); name || autogen.Dummy(text) || len(text) < run || seen[text] {
				return
			}
			if _, shaped := autogen.KeyShaped(text); !shaped && autogen.Placeholder(text) {
				return
			}
			seen[text] = true
			p.secrets = append(p.secrets, text)
		}
		for _, b := range p.Builds {
			for _, fields := range [][]Field{b.Entry.Fields, b.Entry.Shared, b.Entry.Beside} {
				for _, f := range fields {
					if secretField(f.Name) {
						textsOf(f.Value, add)
					}
				}
			}
		}
		for _, b := range p.Builds {
			for _, name := range autogen.KeyVariables(b.Gen, b.Provider()) {
				textsOf(b.State.Getenv(name), add)
			}
		}
		for _, r := range p.Runs {
			for _, e := range r.Events {
				if (e.Kind == eval.VarSet || e.Kind == eval.VarRead || e.Kind == eval.Ineffective) && (autogen.IsKeyVariable(e.Name) || secretField(e.Name)) {
					textsOf(e.Value, add)
				}
			}
		}
		if p.Project == nil {
			return
		}
		for _, env := range p.Project.Envs {
			for i := range env.Vars {
				if text, ok := env.Vars[i].Value(); ok && (autogen.IsKeyVariable(env.Vars[i].Name) || secretField(env.Vars[i].Name)) {
					add(text)
				}
			}
		}
	})
	return p.secrets
}

// Secrets returns the texts that p uses as keys, and that nobody is to see whatever they look like. What stands for a key is none.
func (p *Program) Secrets() []string { return p.keys() }

// textsOf calls add for every text in v.
func textsOf(v eval.Value, add func(string)) {
	switch d := v.D.(type) {
	case eval.Str:
		add(string(d))
		for _, s := range v.Steps() { // the pieces that it was put together from
			if piece := strings.Trim(s.Span.Text(), "rbfuRBFU\"'"); len(piece) < len(d) && !strings.HasSuffix(piece, "-") && strings.Contains(string(d), piece) {
				add(piece)
			}
		}
	case eval.Bytes:
		add(string(d))
	case eval.Env:
		if d.Default != nil {
			textsOf(*d.Default, add)
		}
	case eval.Concat:
		for _, p := range d.Parts {
			textsOf(p, add)
		}
	case eval.OneOf:
		for _, a := range d.Alts {
			textsOf(a, add)
		}
	case eval.Tuple:
		for _, x := range d.Elts {
			textsOf(x, add)
		}
	}
}
