package model

import (
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
)

// called notes which clients a call asks.
func (c *collector) called(e *eval.Event) {
	cls, method := methodOf(e.Name)
	if cls == nil {
		c.calledFunction(e)
		return
	}
	if remakes[method] {
		c.remake(e, eval.Value{D: eval.Ref{ID: e.Object}})
	}
	ask, ok := autogen.Asks(cls, method)
	if !ok {
		return
	}
	self := eval.Value{D: eval.Ref{ID: e.Object}}
	switch ask {
	case autogen.AsksSelf:
		if own, ok := e.Args.Get("config"); ok && cls.Gen == autogen.AG21 && c.askWith(e, own.Value) {
			for _, b := range c.holders[e.Object] {
				b.spared = true
			}
			return
		}
		c.ask(e, self, true)
	case autogen.AsksRecipient:
		to, _ := e.Args.At(0, "recipient")
		c.ask(e, to, true)
		c.ask(e, self, false)
	case autogen.AsksMembers:
		c.ask(e, self, false)
		if first, ok := c.firstAsked(e); ok {
			c.ask(e, first, true)
		}
		c.members(e, self, 0)
	case autogen.AsksListed:
		c.chats(e)
	}
}

// firstAsked is whom a team of 0.4 asks first, whatever comes of it: the client that chooses or plans, else the first of the round
// (ms@0.7.5: CHAT/teams/_group_chat: select_speaker of the managers).
func (c *collector) firstAsked(e *eval.Event) (eval.Value, bool) {
	o := e.Before.Object(e.Object)
	if o == nil || o.Built == nil || c.stopsAtOnce(e) {
		return eval.Value{}, false
	}
	cls, args := autogen.ClassOf(o.Built.Name), o.Built.Args
	if cls == nil || cls.Kind != autogen.Team {
		return eval.Value{}, false
	}
	given, _ := args.At(0, "participants")
	members := e.Before.Deref(given)
	known := members != nil && members.Kind == eval.ListObj && !members.Open
	switch autogen.FirstOf(cls) {
	case autogen.ClientFirst:
		return llmArg(o.Built, cls)
	case autogen.ChooserFirst:
		_, selects := args.Get("selector_func")
		_, filters := args.Get("candidate_func")
		if selects || filters || args.More || !known || len(members.Elts) < 2 {
			return eval.Value{}, false
		}
		return llmArg(o.Built, cls)
	case autogen.MemberFirst:
		if known && len(members.Elts) > 0 {
			return members.Elts[0], true
		}
	}
	return eval.Value{}, false
}

// stopsAtOnce reports whether a condition of the program may end a chat before anybody is asked: one that the task itself fulfils
// (ms@0.7.5: CHAT/teams/_group_chat/_base_group_chat_manager.py:127).
func (c *collector) stopsAtOnce(e *eval.Event) bool {
	given, _ := e.Args.At(0, "task")
	task, known := eval.AsStr(given)
	for _, x := range c.run.Events {
		if x.Kind != eval.Called || !strings.HasPrefix(x.Name, "autogen_agentchat.conditions.") {
			continue
		}
		switch x.Name[strings.LastIndexByte(x.Name, '.')+1:] {
		case "TextMentionTermination":
			word, _ := x.Args.At(0, "text")
			if text, ok := eval.AsStr(word); !ok || known && strings.Contains(task, text) {
				return true
			}
		case "MaxMessageTermination":
			n, _ := x.Args.At(0, "max_messages")
			if i, ok := n.D.(eval.Int); !ok || i < 2 {
				return true
			}
		case "HandoffTermination", "StopMessageTermination", "TimeoutTermination", "TokenUsageTermination", "ExternalTermination", "SourceMatchTermination",
			"TextMessageTermination", "FunctionCallTermination":
		default:
			return true
		}
	}
	return false
}

// askWith notes that e asks with a configuration of its own.
func (c *collector) askWith(e *eval.Event, v eval.Value) bool {
	o := e.Before.Deref(v)
	if o == nil || o.Built == nil {
		return !eval.IsNone(v) // it is not known which
	}
	c.taken[o.Built.Object] = true
	c.askHolder(e, o.Built.Object, true, 0)
	return true
}

// chats notes what initiate_chats asks: the recipient of each chat of its queue, in order.
func (c *collector) chats(e *eval.Event) {
	queue, ok := e.Args.At(0, "chat_queue")
	o := e.Before.Deref(queue)
	if !ok || o == nil || o.Kind != eval.ListObj {
		return
	}
	for _, x := range o.Elts {
		chat := e.Before.Deref(x)
		if chat == nil || chat.Kind != eval.DictObj {
			return
		}
		to, ok := chat.Item("recipient")
		if !ok {
			return
		}
		c.ask(e, to.Value, !o.Open)
	}
}

// calledFunction notes what a function of a module asks: initiate_chats, run_group_chat.
func (c *collector) calledFunction(e *eval.Event) {
	if caller, ok := e.Args.Get("caller"); ok && strings.HasSuffix(e.Name, ".register_function") {
		c.remake(e, caller.Value)
	}
	if !autogen.AsksByArguments(e.Name) {
		return
	}
	for _, v := range e.Args.Pos {
		c.members(e, v, 0)
	}
	for _, n := range e.Args.Named {
		c.members(e, n.Value, 0)
	}
}

// ask notes that e asks the client of agent v.
func (c *collector) ask(e *eval.Event, v eval.Value, surely bool) {
	alts := eval.Alternatives(v)
	for _, a := range alts {
		r, ok := a.D.(eval.Ref)
		if !ok {
			continue
		}
		c.askHolder(e, r.ID, surely && len(alts) == 1, 0)
	}
}

func (c *collector) askHolder(e *eval.Event, id eval.ID, surely bool, depth int) {
	o := e.Before.Object(id)
	if o == nil || depth > 4 {
		return
	}
	if o.Built != nil {
		cls := autogen.ClassOf(o.Built.Name)
		if cls != nil && (cls.Kind == autogen.Manager || cls.Kind == autogen.GroupChat || cls.Kind == autogen.Team) {
			surely = false
			c.members(e, eval.Value{D: eval.Ref{ID: id}}, depth+1)
		}
	}
	for _, b := range c.holders[id] {
		if b.Gen == autogen.AG21 && b.Event.Kind == eval.Built && b.State == &b.Event.Before {
			b.State = &e.Before // AG2 1.x reads the environment, and its own configuration, when it is asked
			b.Entry = b.Entry.with(e.Before.Object(b.Object))
		}
		if surely && b.Index == 0 {
			b.asked = append(b.asked, e)
		} else {
			b.maybe = append(b.maybe, e)
		}
	}
}

// with returns en with the attributes that were set on its object since.
func (en *Entry) with(o *eval.Object) *Entry {
	if o == nil {
		return en
	}
	out := *en
	out.Open = out.Open || o.Open
	out.Fields = append([]Field{}, en.Fields...)
	o.Each(func(name string, v eval.Value) bool {
		v, maybe := present(v)
		out.Fields = append(out.Fields, Field{Name: name, Key: spanOf(v), Value: v, Maybe: maybe})
		return true
	})
	return &out
}

// members notes that e may ask every agent that v holds.
func (c *collector) members(e *eval.Event, v eval.Value, depth int) {
	if depth > 5 {
		return
	}
	for _, a := range eval.Alternatives(v) {
		if t, ok := a.D.(eval.Tuple); ok {
			for _, x := range t.Elts {
				c.members(e, x, depth+1)
			}
			continue
		}
		r, ok := a.D.(eval.Ref)
		if !ok {
			continue
		}
		o := e.Before.Object(r.ID)
		if o == nil {
			continue
		}
		switch o.Kind {
		case eval.ListObj, eval.SetObj:
			for _, x := range o.Elts {
				c.members(e, x, depth+1)
			}
		case eval.DictObj:
			for _, it := range o.Items {
				c.members(e, it.Value, depth+1)
			}
		case eval.InstanceObj:
			c.askMembersOf(e, r.ID, o, depth)
		}
	}
}

func (c *collector) askMembersOf(e *eval.Event, id eval.ID, o *eval.Object, depth int) {
	for _, b := range c.holders[id] {
		b.maybe = append(b.maybe, e)
	}
	if o.Built == nil {
		return
	}
	cls := autogen.ClassOf(o.Built.Name)
	if cls == nil {
		return
	}
	if cls.Kind == autogen.GroupChat {
		c.chooser(e, id, o.Built)
	}
	switch cls.Kind {
	case autogen.Manager, autogen.GroupChat, autogen.Team:
		for _, v := range o.Built.Args.Pos {
			c.members(e, v, depth+1)
		}
		for _, n := range o.Built.Args.Named {
			c.members(e, n.Value, depth+1)
		}
	}
}

// chooser adds the client that chooses who speaks in a group, which is made when there is something to choose (ms@v0.2.40:
// agentchat/groupchat.py:654; ag2c@0.14.1: agentchat/groupchat.py).
func (c *collector) chooser(e *eval.Event, group eval.ID, built *eval.Event) {
	given, ok := built.Args.Get("select_speaker_auto_llm_config")
	how, chosen := built.Args.Get("speaker_selection_method")
	if text, known := eval.AsStr(how.Value); !ok || chosen && (!known || text != "auto") || c.chosen[chooserOf{e, group}] {
		return
	}
	if c.chosen == nil {
		c.chosen = map[chooserOf]bool{}
	}
	c.chosen[chooserOf{e, group}] = true
	before := len(c.builds)
	for i, alts := 0, eval.Alternatives(given.Value); i < len(alts); i++ {
		c.config(e, autogen.ClassOf("autogen.ConversableAgent"), alts[i], &e.Before, i, len(alts))
	}
	for _, b := range c.builds[before:] {
		b.perhaps, b.maybe = true, []*eval.Event{e}
	}
}

// A chooserOf is the client that chooses for a group in one chat.
type chooserOf struct {
	chat  *eval.Event
	group eval.ID
}

// remakes are the methods that make an agent's client again, of the same configuration (ms@v0.2.40: agentchat/conversable_agent.py:2555,
// 2599; ag2c@0.14.1: agentchat/conversable_agent.py:3820, 3842).
var remakes = map[string]bool{"register_for_llm": true, "update_tool_signature": true, "update_function_signature": true}

// remake adds the clients that e makes again, where the environment gives another key than it did the first time.
func (c *collector) remake(e *eval.Event, agent eval.Value) {
	r, ok := agent.D.(eval.Ref)
	if !ok {
		return
	}
	for _, b := range c.holders[r.ID] {
		cred, ok := b.Key()
		if b.Gen != autogen.V02 && b.Gen != autogen.AG2 || b.Shape != WellFormed || !ok {
			continue
		}
		again := *b
		again.Event, again.State, again.Place, again.asked, again.maybe = e, &e.Before, e.Span, nil, nil
		if again.Take(cred, Bare).Kind != b.Take(cred, Bare).Kind {
			c.builds = append(c.builds, &again)
		}
	}
}
