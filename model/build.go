package model

import (
	"slices"
	"sort"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/source"
)

// New reads what a program did as AutoGen's.
func New(p *Program, trace *eval.Trace) *Program {
	p.Trace, p.Modules = trace, trace.Modules
	p.Cut = slices.ContainsFunc(trace.Cut, func(c eval.Cut) bool { return !c.Local || c.Left })
	p.Runs = append(p.Runs, newRun("", false, trace.Ends, trace.Failed))
	for _, l := range trace.Loose {
		p.Runs = append(p.Runs, newRun(l.Name, true, l.Ends, nil))
	}
	for _, r := range p.Runs {
		c := collector{program: p, run: r, holders: map[eval.ID][]*Build{}, taken: map[eval.ID]bool{}}
		c.collect()
		p.Builds = append(p.Builds, c.held()...)
	}
	return p
}

// newRun gathers the events of all ways. What swallowed an exception that need not happen is no normal way, unless there is no
// other; where no way ends normally, the ways that an exception ended are what there is.
func newRun(name string, loose bool, ends []eval.State, failed []eval.Uncaught) *Run {
	r := &Run{Name: name, Loose: loose, Ends: ends}
	if len(ends) == 0 {
		for _, u := range failed {
			r.Ends = append(r.Ends, u.State)
		}
	}
	straight := 0
	for i := range r.Ends {
		if !r.Ends[i].Odd() {
			straight++
		}
	}
	for i := range r.Ends {
		if straight == 0 || !r.Ends[i].Odd() {
			r.logs = append(r.logs, r.Ends[i].Log())
		}
	}
	seen := map[*eval.Event]bool{}
	gather := func(l *eval.Log) {
		for _, e := range l.Events() {
			if !seen[e] {
				seen[e] = true
				r.Events = append(r.Events, e)
			}
		}
	}
	for i := range r.Ends {
		gather(r.Ends[i].Log())
	}
	for _, u := range failed {
		gather(u.State.Log())
	}
	sort.SliceStable(r.Events, func(i, j int) bool { return r.Events[i].Seq < r.Events[j].Seq })
	return r
}

// A collector turns the events of one run into builds.
type collector struct {
	program *Program
	run     *Run
	builds  []*Build
	holders map[eval.ID][]*Build // by the agent, wrapper, client or config object that holds them
	taken   map[eval.ID]bool     // configuration objects that an agent was given
	chosen  map[chooserOf]bool   // whose clients were added
}

func (c *collector) collect() {
	for _, e := range c.run.Events {
		switch e.Kind {
		case eval.Built:
			c.built(e)
		case eval.Called:
			c.called(e)
		}
	}
}

// held drops the configurations of AG2 1.x that no agent takes: they build nothing.
func (c *collector) held() []*Build {
	var out []*Build
	for _, b := range c.builds {
		if b.Class.Kind != autogen.ModelConfig || c.taken[b.Object] {
			out = append(out, b)
		}
	}
	return out
}

func (c *collector) built(e *eval.Event) {
	cls := autogen.ClassOf(e.Name)
	if cls == nil {
		return
	}
	switch cls.Kind {
	case autogen.Wrapper:
		c.addConfig(e, cls, argsEntry(e, cls))
	case autogen.Agent, autogen.NoLLMAgent, autogen.Manager:
		c.agent(e, cls)
	case autogen.SDKAgent:
		c.sdkAgent(e, cls)
	case autogen.LLMConfig:
		c.llmConfig(e, cls)
	case autogen.ModelClient, autogen.ModelConfig, autogen.ConfigEntry:
		c.add(e, cls, argsEntry(e, cls), 0, 1, 0, 1, e.Object)
	}
}

// argsEntry makes an entry of a constructor's arguments.
func argsEntry(e *eval.Event, cls *autogen.Class) *Entry {
	en := &Entry{Place: e.Span, Spread: e.Args.Spread, Open: e.Args.More}
	if o := e.Before.Deref(e.Value); o != nil && o.From != nil && o.From.Span.Valid() {
		en.Place = o.From.Span
	}
	for i, v := range e.Args.Pos {
		name := ""
		if i < len(cls.Params) {
			name = cls.Params[i]
		}
		at := e.Span
		if lit, ok := v.Literal(); ok {
			at = lit
		}
		en.Fields = append(en.Fields, Field{Name: name, Key: at, Value: v})
	}
	for _, n := range e.Args.Named {
		v, maybe := present(n.Value)
		if eval.IsAbsent(v) {
			continue
		}
		en.Fields = append(en.Fields, heldKey(Field{Name: n.Name, Key: n.Place, Value: v, Maybe: maybe}, e))
	}
	return en
}

// heldKey is f, or the key that the object in it holds for the client.
func heldKey(f Field, e *eval.Event) Field {
	o := e.Before.Deref(f.Value)
	if f.Name != "credential" || o == nil || o.Built == nil || !autogen.KeyCredential(o.Built.Name) {
		return f
	}
	if key, ok := o.Built.Args.At(0, "key"); ok {
		f.Value, f.Held = key, true
	}
	return f
}

// present splits off that v may be absent.
func present(v eval.Value) (eval.Value, bool) {
	o, ok := v.D.(eval.OneOf)
	if !ok {
		return v, false
	}
	var out eval.Value
	n := 0
	maybe := false
	for _, a := range o.Alts {
		if eval.IsAbsent(a) {
			maybe = true
			continue
		}
		if n == 0 {
			out = a
		} else {
			out = eval.Join(out, a)
		}
		n++
	}
	if !maybe {
		return v, false
	}
	return out, true
}

// llmArg is the argument that configures an agent's client.
func llmArg(e *eval.Event, cls *autogen.Class) (eval.Value, bool) {
	if cls.LLMParam == "" {
		return eval.Value{}, false
	}
	return e.Args.At(cls.LLMPosition, cls.LLMParam)
}

func (c *collector) agent(e *eval.Event, cls *autogen.Class) {
	v, given := llmArg(e, cls)
	st := &e.Before
	if given {
		v, _ = present(v)
		given = !eval.IsAbsent(v)
	}
	if !given {
		if e.Args.More {
			return // it may come with what is not known
		}
		if id := c.current(e); id != 0 {
			v = eval.Value{D: eval.Ref{ID: id}}
			given = true
		}
	}
	if wrong, ok := e.Args.Get(otherParam(cls)); ok {
		shape := NewConfig
		if cls.Gen != autogen.V02 {
			shape = OldConfig
		}
		c.misfit(e, cls, shape, wrong.Value, wrong.Place, st, 0, 1)
		return
	}
	if !given && c.misnamed(e, cls) {
		return
	}
	if !given {
		c.misfit(e, cls, NoModel, eval.Value{}, e.Span, st, 0, 1)
		return
	}
	alts := eval.Alternatives(v)
	for i, a := range alts {
		if f, no := a.D.(eval.Bool); eval.IsNone(a) || no && !bool(f) {
			c.misfit(e, cls, NoModel, eval.Value{}, e.Span, st, i, len(alts))
			continue
		}
		c.config(e, cls, a, st, i, len(alts))
	}
}

// sdkAgent adds what an agent that takes openai's own client cannot do with one of AutoGen's.
func (c *collector) sdkAgent(e *eval.Event, cls *autogen.Class) {
	v, _ := llmArg(e, cls)
	alts := eval.Alternatives(v)
	for i, a := range alts {
		o := e.Before.Deref(a)
		if o == nil || o.Kind != eval.InstanceObj || o.Built == nil {
			continue
		}
		if of := autogen.ClassOf(o.Built.Name); of != nil && of.Kind == autogen.ModelClient {
			c.misfit(e, cls, WrappedClient, a, useOf(e, cls, a), &e.Before, i, len(alts))
		}
	}
}

// misnamed adds a build for a parameter that was to give the agent its model, and that its class refuses.
func (c *collector) misnamed(e *eval.Event, cls *autogen.Class) bool {
	for _, n := range e.Args.Named {
		if _, _, ok := autogen.NearParameter(n.Name, cls); ok {
			c.misfit(e, cls, Misnamed, n.Value, n.Place, &e.Before, 0, 1)
			return true
		}
	}
	return false
}

// otherParam is the parameter by which the other generation's class of that name takes its model.
func otherParam(cls *autogen.Class) string {
	if cls.Gen == autogen.V02 {
		return "model_client"
	}
	return "llm_config"
}

// current is the LLMConfig whose `with` the event stands in.
func (c *collector) current(e *eval.Event) eval.ID {
	var stack []eval.ID
	for _, x := range c.run.Earlier(e, eval.Called) {
		cls, method := methodOf(x.Name)
		if cls == nil || cls.Kind != autogen.LLMConfig {
			continue
		}
		switch method {
		case "__enter__":
			stack = append(stack, x.Object)
		case "__exit__":
			if len(stack) > 0 {
				stack = stack[:len(stack)-1]
			}
		}
	}
	if len(stack) == 0 {
		return 0
	}
	return stack[len(stack)-1]
}

// methodOf splits the name of a method into its class and its own name.
func methodOf(path string) (*autogen.Class, string) {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return nil, path
	}
	return autogen.ClassOf(path[:i]), path[i+1:]
}

// config adds the builds of one configuration value given to an agent.
func (c *collector) config(e *eval.Event, cls *autogen.Class, v eval.Value, st *eval.State, alt, alts int) {
	if shape := shapeOf(v, cls, st); shape != WellFormed {
		c.misfit(e, cls, shape, v, useOf(e, cls, v), st, alt, alts)
		if shape != ListConfig || cls.Gen != autogen.V02 {
			return
		}
	}
	o := st.Deref(v)
	if o == nil {
		return // False, None, or not known
	}
	switch o.Kind {
	case eval.DictObj:
		c.dictConfig(e, cls, v, o, st, alt, alts)
	case eval.ListObj:
		c.list(e, cls, v, o, nil, st, alt, alts)
	case eval.InstanceObj:
		if o.Built != nil {
			c.object(e, cls, o.Built, st, alt, alts)
		}
	}
}

// shapeOf is what is wrong with the form of a value given as an agent's configuration.
func shapeOf(v eval.Value, cls *autogen.Class, st *eval.State) Shape {
	switch d := v.D.(type) {
	case eval.Tuple:
		return TupleConfig
	case eval.Str, eval.Concat:
		return TextConfig
	case eval.Bool:
		if d && cls.Gen == autogen.V02 {
			return BoolConfig
		}
	case *eval.Func:
		return FuncConfig
	case eval.Coroutine:
		return AwaitConfig
	case eval.Bound:
		if _, own := d.Fn.D.(*eval.Func); own {
			return FuncConfig
		}
	case eval.Foreign:
		if of := autogen.ClassOf(d.Path); of != nil && (of.Kind == autogen.ModelClient || of.Kind == autogen.LLMConfig || of.Kind == autogen.ModelConfig) {
			return ClassConfig
		}
	case eval.Ref:
		o := st.Object(d.ID)
		switch {
		case o == nil:
		case cls.Gen != autogen.V02 && (o.Kind == eval.DictObj || o.Kind == eval.ListObj):
			return DictClient
		case o.Kind == eval.InstanceObj && o.Built != nil && autogen.SDKClient(o.Built.Name):
			return RawClient
		case o.Kind == eval.ListObj && (o.Open || len(o.Elts) > 0):
			return ListConfig
		case o.Kind == eval.InstanceObj && o.Built != nil && cls.Gen == autogen.V02:
			if of := autogen.ClassOf(o.Built.Name); of != nil && of.Kind == autogen.ModelClient {
				return NewConfig
			}
		}
	}
	return WellFormed
}

// misfit adds a build that says only that its configuration has the wrong form. v is what is wrong, use is where it is given to
// what does not take it.
func (c *collector) misfit(e *eval.Event, cls *autogen.Class, shape Shape, v eval.Value, use source.Span, st *eval.State, alt, alts int) {
	at := spanOf(v)
	if !use.Valid() {
		use = e.Span
	}
	if !at.Valid() {
		at = use
	}
	before := len(c.builds)
	c.addBuild(e, cls, &Entry{Open: true, Place: at, Value: v}, 0, 1, alt, alts, e.Object, st)
	c.builds[before].Shape, c.builds[before].Use = shape, use
	c.siblings(before)
}

// useOf is where an agent is given its configuration: the argument's name, or the argument where it has none.
func useOf(e *eval.Event, cls *autogen.Class, v eval.Value) source.Span {
	if n, ok := e.Args.Get(cls.LLMParam); ok {
		return n.Place
	}
	if lit, ok := v.Literal(); ok && overlaps(lit, e.Whole) {
		return lit
	}
	return e.Span
}

// object adds the builds of an agent that is configured by an object: an LLMConfig, a model client, an AG2 1.x config.
func (c *collector) object(e *eval.Event, cls *autogen.Class, built *eval.Event, st *eval.State, alt, alts int) {
	of := autogen.ClassOf(built.Name)
	if of == nil {
		return
	}
	switch of.Kind {
	case autogen.LLMConfig:
		before := len(c.builds)
		c.llmEntries(built, of, c.entriesNow(built, st), func(en *Entry, i, n int) {
			c.addBuild(e, cls, en, i, n, alt, alts, e.Object, st)
		})
		c.formed(before, built)
	case autogen.ModelClient, autogen.ModelConfig:
		c.taken[built.Object] = true
		c.holders[e.Object] = append(c.holders[e.Object], c.holders[built.Object]...)
	}
}

func (c *collector) siblings(from int) {
	all := append([]*Build{}, c.builds[from:]...)
	for _, b := range all {
		b.Siblings = all
	}
}

// llmConfig adds what constructing an LLMConfig checks: its entries, before any credential is read.
func (c *collector) llmConfig(e *eval.Event, cls *autogen.Class) {
	before := len(c.builds)
	c.llmEntries(e, cls, nil, func(en *Entry, i, n int) {
		c.addBuild(e, cls, en, i, n, 0, 1, e.Object, &e.Before)
	})
	c.formed(before, e)
}

// formed notes the form in which an LLMConfig was called, for the builds that come of it.
func (c *collector) formed(from int, built *eval.Event) {
	form := autogen.AnyForm
	switch {
	case built.Value.D != nil: // from_json
	case len(built.Args.Pos) > 0:
		form = autogen.PositionalForm
	case len(built.Args.Named) > 0:
		form = autogen.KeywordForm
	}
	for _, b := range c.builds[from:] {
		b.form = form
	}
	c.siblings(from)
}

// entriesNow are the entries of an LLMConfig as they are when an agent takes it: they may have been changed since. Nil where that is not
// known.
func (c *collector) entriesNow(built *eval.Event, st *eval.State) []*Entry {
	o := st.Object(built.Object)
	if o == nil {
		return nil
	}
	v, _ := o.Get("config_list")
	if list := st.Deref(v); list == nil || list.Kind != eval.ListObj || list.Open {
		return nil
	}
	return entriesOf(v, st)
}

// llmEntries calls add for every entry of an LLMConfig, in any of its forms: those it has now, if they are known, else those that it was
// given.
func (c *collector) llmEntries(e *eval.Event, cls *autogen.Class, now []*Entry, add func(en *Entry, i, n int)) {
	st := &e.Before
	entries := now
	for _, v := range e.Args.Pos {
		if now == nil {
			entries = append(entries, entriesOf(v, st)...)
		}
	}
	list, has := e.Args.Get("config_list")
	if has && now == nil {
		entries = append(entries, entriesOf(list.Value, st)...)
	}
	flat := argsEntry(e, cls)
	if len(entries) == 0 && !has && len(e.Args.Pos) == 0 && len(flat.Fields) > 0 {
		entries = []*Entry{flat}
	}
	for i, en := range entries {
		if en != flat {
			for _, n := range e.Args.Named {
				if n.Name != "config_list" {
					en.Beside = append(en.Beside, Field{Name: n.Name, Key: n.Place, Value: n.Value, Top: true})
				}
			}
		}
		add(en, i, len(entries))
	}
}

// entriesOf returns the entries that a value holds: a dict, an entry object, or a list of them. Within are the lists that it stands in:
// one that holds itself has no more entries for that.
func entriesOf(v eval.Value, st *eval.State, within ...*eval.Object) []*Entry {
	o := st.Deref(v)
	if o == nil || slices.Contains(within, o) {
		return nil
	}
	switch o.Kind {
	case eval.DictObj:
		return []*Entry{dictEntry(v, o)}
	case eval.ListObj:
		var out []*Entry
		for _, x := range o.Elts {
			x, maybe := present(x)
			es := entriesOf(x, st, append(slices.Clip(within), o)...)
			for _, en := range es {
				en.Open = en.Open || maybe
			}
			out = append(out, es...)
		}
		return out
	case eval.InstanceObj:
		if o.Built != nil {
			if cls := autogen.ClassOf(o.Built.Name); cls != nil && cls.Kind == autogen.ConfigEntry {
				en := argsEntry(o.Built, cls)
				if _, ok := en.Get("api_type"); !ok && cls.Provider != "" {
					en.Fields = append(en.Fields, Field{Name: "api_type", Key: o.Built.Span, Value: eval.Value{D: eval.Str(autogen.APITypeOf(cls))}})
				}
				return []*Entry{en}
			}
		}
	}
	return nil
}

// dictEntry makes an entry of a dict.
func dictEntry(v eval.Value, o *eval.Object) *Entry {
	en := &Entry{Open: o.Open, Value: v}
	if o.From != nil {
		en.Place = o.From.Span
	}
	for _, it := range o.Items {
		name, ok := eval.AsStr(it.Key)
		if !ok {
			continue
		}
		val, maybe := present(it.Value)
		if eval.IsAbsent(val) {
			continue
		}
		key, ok := it.Key.Literal()
		if !ok {
			key = en.Place
		}
		en.Fields = append(en.Fields, Field{Name: name, Key: key, Value: val, Maybe: maybe})
	}
	return en
}

// dictConfig adds the builds of an llm_config dict.
func (c *collector) dictConfig(e *eval.Event, cls *autogen.Class, v eval.Value, o *eval.Object, st *eval.State, alt, alts int) {
	whole := dictEntry(v, o)
	it, has := whole.Get("config_list")
	if !has {
		c.addOne(e, cls, whole, alt, alts, st)
		return
	}
	var beside []Field
	for _, f := range whole.Fields {
		if f.Name != "config_list" {
			f.Top = true
			beside = append(beside, f)
		}
	}
	lists := eval.Alternatives(it.Value)
	for i, l := range lists {
		lo := st.Deref(l)
		if t, tuple := l.D.(eval.Tuple); tuple {
			lo = &eval.Object{Kind: eval.ListObj, Elts: t.Elts, From: l.From}
		}
		if lo == nil {
			if _, text := l.D.(eval.Str); text {
				c.misfit(e, cls, TextEntries, l, it.Key, st, alt*len(lists)+i, alts*len(lists))
			} else if eval.IsUnknown(l) {
				c.unseen(e, cls, beside, st, alt*len(lists)+i, alts*len(lists))
			}
			continue
		}
		top := &Entry{Fields: beside, Open: whole.Open, Place: it.Key}
		switch lo.Kind {
		case eval.ListObj:
			c.list(e, cls, l, lo, top, st, alt*len(lists)+i, alts*len(lists))
		case eval.DictObj: // AG2 takes one entry; Microsoft 0.2 does not
			c.misfit(e, cls, DictList, l, it.Key, st, alt*len(lists)+i, alts*len(lists))
			if _, nested := lo.Item("config_list"); nested {
				continue // no version takes it
			}
			en := dictEntry(l, lo)
			en.Beside = beside
			c.addOne(e, cls, en, alt*len(lists)+i, alts*len(lists), st)
		}
	}
}

// list adds the builds of a config_list.
func (c *collector) list(e *eval.Event, cls *autogen.Class, v eval.Value, o *eval.Object, top *Entry, st *eval.State, alt, alts int) {
	before := len(c.builds)
	if len(o.Elts) == 0 && !o.Open {
		c.misfit(e, cls, EmptyList, v, placeOf(top), st, alt, alts)
		c.builds[len(c.builds)-1].Entry.Beside = besideOf(top)
	}
	if len(o.Elts) == 0 && o.Open && top != nil {
		c.unseen(e, cls, top.Fields, st, alt, alts)
	}
	for i, x := range o.Elts {
		x, maybe := present(x)
		if _, text := x.D.(eval.Str); text && !maybe {
			c.misfit(e, cls, TextEntries, x, placeOf(top), st, alt, alts)
			continue
		}
		if _, tuple := x.D.(eval.Tuple); tuple && !maybe {
			c.misfit(e, cls, TupleEntries, x, placeOf(top), st, alt, alts)
			continue
		}
		if in := st.Deref(x); in != nil && in.Kind == eval.ListObj && !maybe && cls.Gen == autogen.V02 {
			whole := x
			if _, tuple := v.D.(eval.Tuple); tuple {
				whole = v // the comma behind the list made it
			}
			c.misfit(e, cls, ListEntries, whole, placeOf(top), st, alt, alts)
			continue
		}
		choices := eval.Alternatives(x)
		for k, one := range choices {
			for _, en := range entriesOf(one, st) {
				en.Maybe = maybe
				if top != nil {
					en.Beside = top.Fields
					en.Open = en.Open || top.Open
					if c.program.Installs.Inherits() {
						en.Shared = top.Fields
					}
				}
				c.addBuild(e, cls, en, i, len(o.Elts), alt*len(choices)+k, alts*len(choices), e.Object, st)
			}
		}
	}
	for _, b := range c.builds[before:] {
		if r, ok := v.D.(eval.Ref); ok {
			b.list = r.ID
		}
		if o.Open {
			b.Of++ // there may be others
		}
	}
	c.siblings(before)
}

// unseen adds a build of an entry of which nothing is known but what stands beside its list.
func (c *collector) unseen(e *eval.Event, cls *autogen.Class, beside []Field, st *eval.State, alt, alts int) {
	c.addOne(e, cls, &Entry{Open: true, Unseen: true, Beside: beside, Place: e.Span}, alt, alts, st)
}

// placeOf is the place of what a list stands in.
func placeOf(top *Entry) source.Span {
	if top != nil {
		return top.Place
	}
	return source.Span{}
}

func besideOf(top *Entry) []Field {
	if top == nil {
		return nil
	}
	return top.Fields
}

func (c *collector) addOne(e *eval.Event, cls *autogen.Class, en *Entry, alt, alts int, st *eval.State) {
	before := len(c.builds)
	c.addBuild(e, cls, en, 0, 1, alt, alts, e.Object, st)
	c.siblings(before)
}

// addConfig adds the builds of an OpenAIWrapper, whose arguments are those of an llm_config.
func (c *collector) addConfig(e *eval.Event, cls *autogen.Class, whole *Entry) {
	it, has := whole.Get("config_list")
	if !has {
		c.addOne(e, cls, whole, 0, 1, &e.Before)
		return
	}
	var beside []Field
	for _, f := range whole.Fields {
		if f.Name != "config_list" {
			f.Top = true
			beside = append(beside, f)
		}
	}
	if eval.IsUnknown(it.Value) {
		c.unseen(e, cls, beside, &e.Before, 0, 1)
	}
	if lo := e.Before.Deref(it.Value); lo != nil && lo.Kind == eval.ListObj {
		c.list(e, cls, it.Value, lo, &Entry{Fields: beside, Open: whole.Open, Place: it.Key}, &e.Before, 0, 1)
	}
}

func (c *collector) add(e *eval.Event, cls *autogen.Class, en *Entry, i, n, alt, alts int, holder eval.ID) {
	before := len(c.builds)
	c.addBuild(e, cls, en, i, n, alt, alts, holder, &e.Before)
	c.siblings(before)
}

func (c *collector) addBuild(e *eval.Event, cls *autogen.Class, en *Entry, i, n, alt, alts int, holder eval.ID, st *eval.State) {
	b := &Build{Program: c.program, Run: c.run, Event: e, Class: cls, Gen: c.program.Installs.GenerationOf(cls), Place: e.Span, Entry: en,
		State: st, Object: holder, Alt: alt, Alts: alts, Index: i, Of: n, Component: cls.Kind == autogen.ModelClient && e.Value.D != nil}
	c.builds = append(c.builds, b)
	c.holders[holder] = append(c.holders[holder], b)
}

// spanOf is the place of a value as far as it has one.
func spanOf(v eval.Value) source.Span {
	if lit, ok := v.Literal(); ok {
		return lit
	}
	for _, s := range v.Steps() {
		if s.Span.Valid() {
			return s.Span
		}
	}
	return source.Span{}
}

// Without returns the first of keys that the dict of a field certainly lacks.
func (b *Build) Without(field string, keys []string) (key string, ok bool) {
	f, is := b.Field(field)
	if !is {
		return "", false
	}
	o := b.State.Deref(f.Value)
	if o == nil || o.Kind != eval.DictObj || o.Open {
		return "", false
	}
	have := map[string]bool{}
	for _, it := range o.Items {
		name, known := eval.AsStr(it.Key)
		if !known {
			return "", false // it may be any of them
		}
		have[name] = true
	}
	for _, key := range keys {
		if !have[key] {
			return key, true
		}
	}
	return "", false
}
