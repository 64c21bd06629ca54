package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

func addBuiltins(add func(string, func(*Call) []Result)) {
	add("str", func(c *Call) []Result {
		return c.Return(toStr(c.m.starred(argOr(c, 0, "object", Value{D: Str("")}), c.Whole, &c.State)))
	})
	add("repr ascii format", func(c *Call) []Result {
		v := firstOr(c, Value{})
		if o := c.State.Deref(v); o != nil {
			v.From = nil // what an object says of itself
		}
		return c.Return(Value{D: Unknown{Why: "the text of a value"}, From: v.From})
	})
	add("len", func(c *Call) []Result {
		v := arg(c, 0, "obj")
		switch v.D.(type) {
		case Str, Env:
			return c.perText(v, func(s string) (Datum, bool) { return Int(len([]rune(s))), true })
		}
		elts, ok := c.m.elements(v, c.State)
		if !ok {
			return c.Return(unknown("a length"))
		}
		for _, e := range elts {
			if _, maybe := present(e); maybe {
				return c.Return(unknown("a length"))
			}
		}
		return c.Return(Value{D: Int(len(elts))})
	})
	add("min max", (*Call).extreme)
	add("int float round abs sum id hash ord chr", func(c *Call) []Result {
		if c.Path == "int" {
			v := firstOr(c, Value{})
			if i, ok := v.D.(Int); ok {
				return c.Return(Value{D: i})
			}
			if n, ok := integer(v); ok && len(c.Args.Pos) == 1 {
				return c.Return(n)
			}
		}
		return c.Return(unknown("a number"))
	})
	add("bool", func(c *Call) []Result {
		var out []Result
		for _, k := range c.m.truth(argOr(c, 0, "x", Value{D: Bool(false)}), c.State) {
			out = append(out, Result{State: k.st, Value: Value{D: Bool(k.yes)}})
		}
		return out
	})
	add("print pprint.pprint pprint.pp rich.print display IPython.display.display logging.info logging.debug logging.warning logging.error logging.critical logging.exception logging.log", func(c *Call) []Result {
		c.Record(Event{Kind: Printed, Name: c.Path, Args: c.Args})
		return c.Return(none())
	})
	add("logging.getLogger", func(c *Call) []Result {
		return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "logging.Logger"}}}))
	})
	add("logging.Logger.info logging.Logger.debug logging.Logger.warning logging.Logger.error logging.Logger.critical logging.Logger.exception logging.Logger.log loguru.logger.info loguru.logger.debug loguru.logger.warning loguru.logger.error", func(c *Call) []Result {
		c.Record(Event{Kind: Printed, Name: c.Path, Args: c.Args})
		return c.Return(none())
	})
	add("sys.exit exit quit os._exit", func(c *Call) []Result { return c.exit(argOr(c, 0, "code", none())) })
	add("streamlit.stop streamlit.rerun streamlit.experimental_rerun", func(c *Call) []Result { return c.exit(Value{D: Int(1)}) })
	add("getattr", func(c *Call) []Result {
		name, ok := AsStr(arg(c, 1, "name"))
		x := arg(c, 0, "obj")
		if !ok {
			return c.Return(unknown("an attribute whose name is not known"))
		}
		v, found := c.m.getAttr(c.f, x, name, c.State, c.Place)
		if !found && len(c.Args.Pos) > 2 {
			if o := c.State.Deref(x); o != nil && o.Kind != ScopeObj && !o.Open && c.m.foreignClass(o.Class, c.State) == "" {
				return c.Return(c.Args.Pos[2])
			}
			return c.Return(unknown("an attribute"))
		}
		return c.m.got(c.f, x, name, v, found, c.State, c.Place)
	})
	add("setattr", func(c *Call) []Result {
		name, ok := AsStr(arg(c, 1, "name"))
		r, isRef := arg(c, 0, "obj").D.(Ref)
		c.attrSet(arg(c, 0, "obj"), arg(c, 1, "name"), arg(c, 2, "value"))
		if isRef && ok {
			c.State = bindIn(c.State, r.ID, name, arg(c, 2, "value"))
		} else if isRef {
			c.State = renamed(c.State, r.ID)
		}
		if fo, is := arg(c, 0, "obj").D.(Foreign); is && ok {
			c.Record(Event{Kind: AttrSet, Name: fo.Path + "." + name, Value: arg(c, 2, "value")})
		}
		return c.Return(none())
	})
	add("hasattr callable isinstance issubclass", func(c *Call) []Result { return c.Return(c.predicate()) })
	add("type", func(c *Call) []Result {
		if o := c.State.Deref(firstOr(c, Value{})); o != nil && o.Kind == InstanceObj && len(c.Args.Pos) == 1 {
			return c.Return(o.Class)
		}
		return c.Return(unknown("a type"))
	})
	add("iter reversed sorted list tuple set frozenset enumerate zip map filter range next dict copy.copy copy.deepcopy", func(c *Call) []Result {
		return c.construct()
	})
	add("super", func(c *Call) []Result {
		if len(c.Args.Pos) == 2 {
			if r, ok := c.Args.Pos[0].D.(Ref); ok {
				return c.Return(Value{D: Super{Class: r.ID, Self: c.Args.Pos[1]}})
			}
		}
		return c.Return(unknown("super()"))
	})
	add("vars", func(c *Call) []Result {
		if o := c.State.Deref(firstOr(c, Value{})); o != nil && (o.Kind == InstanceObj || o.Kind == ScopeObj) {
			return c.Return(namesOf(c.Args.Pos[0]))
		}
		return c.Return(c.Alloc(&Object{Kind: DictObj, Open: true}))
	})
	add("locals", func(c *Call) []Result { return c.Return(c.Alloc(&Object{Kind: DictObj, Open: true})) })
	add("eval", func(c *Call) []Result { return c.Return(unknown("what eval returns")) })
	add("object", func(c *Call) []Result {
		return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "object"}}}))
	})
	add("object.__init__ object.__new__ object.__init_subclass__ object.__post_init__", func(c *Call) []Result { return c.Return(none()) })
}

// predicate is hasattr, callable, isinstance, issubclass, any, all.
func (c *Call) predicate() Value {
	switch c.Path {
	case "hasattr":
		if has, known := c.hasAttr(); known {
			return Value{D: Bool(has)}
		}
	case "isinstance":
		if is, known := c.m.instanceOf(arg(c, 0, "obj"), arg(c, 1, "cls"), c.State); known {
			return Value{D: Bool(is)}
		}
	}
	return unknown("whether something holds")
}

// hasAttr is hasattr of an object, or a class, that the program itself makes.
func (c *Call) hasAttr() (has, known bool) {
	name, ok := AsStr(arg(c, 1, "name"))
	o := c.State.Deref(arg(c, 0, "obj"))
	if isDate(arg(c, 0, "obj")) {
		switch name {
		case "isoformat", "strftime", "year", "month", "day":
			return true, true
		}
	}
	if !ok || o == nil || o.Kind != InstanceObj && o.Kind != ClassObj {
		return false, false
	}
	if isSecret(o) {
		return name == "get_secret_value", true
	}
	cls := o.Class
	if o.Kind == ClassObj {
		cls = arg(c, 0, "obj")
	}
	if c.m.foreignClass(cls, c.State) != "" || c.m.unknownBase(cls, c.State) || o.Open {
		return false, false
	}
	if _, dynamic := c.m.classAttr(cls, "__getattr__", c.State); dynamic || o.Kind == ClassObj && slices.ContainsFunc(o.Def.Args, func(a syntax.Arg) bool { return a.Name == "metaclass" }) {
		return false, false
	}
	v, ok := o.Names.get(name)
	if !ok {
		v, ok = c.m.classAttr(cls, name, c.State)
	}
	if !ok {
		return strings.HasPrefix(name, "__"), !strings.HasPrefix(name, "__")
	}
	_, maybe := present(v)
	return true, !maybe
}

// typeNames are the builtin types that typeName tells apart.
var typeNames = map[string]bool{
	"str": true, "int": true, "bool": true, "float": true, "tuple": true, "bytes": true, "list": true, "dict": true, "set": true,
}

// typeName is the name of the builtin type that v has.
func typeName(v Value, st State) (string, bool) {
	switch d := v.D.(type) {
	case Str, Concat:
		return "str", true
	case Int:
		return "int", true
	case Bool:
		return "bool", true
	case Float:
		return "float", true
	case NoneVal:
		return "NoneType", true
	case Tuple:
		return "tuple", true
	case Bytes:
		return "bytes", true
	case Env:
		if d.Default == nil {
			return "str", true
		}
	case Ref:
		if o := st.Object(d.ID); o != nil {
			switch o.Kind {
			case ListObj:
				return "list", true
			case DictObj:
				return "dict", true
			case SetObj:
				return "set", true
			}
		}
	}
	return "", false
}

// construct makes sequences and dicts out of others.
func (c *Call) construct() []Result {
	v := firstOr(c, Value{})
	switch c.Path {
	case "copy.copy", "copy.deepcopy":
		if o := c.State.Deref(v); o != nil && o.Kind == InstanceObj {
			if fo, is := o.Class.D.(Foreign); is {
				if out := c.m.world.Foreign(fo.Path + ".__replace__"); out != nil && out.Call != nil {
					return c.m.callForeign(c.f, fo.Path+".__replace__", v, Args{}, c.State, c.Place, c.Whole)
				}
			}
		}
		return c.Return(c.copyValue(v, c.Path == "copy.deepcopy", 0))
	case "dict":
		o := &Object{Kind: DictObj, Open: c.Args.More}
		if v.D != nil {
			if from := c.State.Deref(v); from != nil && from.Kind == DictObj {
				o = c.m.spread(o, v, c.State)
			} else if c.isModel(from) {
				o = c.m.spread(o, c.fieldsOf(v, false), c.State)
			} else if pairs, ok := c.m.elements(v, c.State); ok {
				for _, p := range pairs {
					kv, ok := c.m.elements(p, c.State)
					if !ok || len(kv) != 2 {
						o.Open = true
						continue
					}
					o = withItem(o, kv[0], kv[1])
				}
			} else {
				o.Open = true
			}
		}
		for _, n := range c.Args.Named {
			o = withItem(o, Value{D: Str(n.Name), From: &Origin{Kind: FromLiteral, Span: n.Place}}, n.Value)
		}
		o.From = &Origin{Kind: FromLiteral, Span: c.Whole}
		return c.Return(c.Alloc(o))
	case "range":
		return c.Return(c.rangeOf())
	case "map", "filter":
		return c.mapFilter()
	case "next":
		if elts, ok := c.m.elements(v, c.State); ok && len(elts) > 0 {
			x, maybe := present(elts[0])
			if !maybe {
				return c.Return(x)
			}
		} else if ok && len(c.Args.Pos) > 1 {
			return c.Return(c.Args.Pos[1])
		}
		return c.Return(unknown("the next of something that is not known"))
	}
	if v.D == nil && c.Path != "zip" {
		switch c.Path {
		case "tuple":
			return c.Return(Value{D: Tuple{}})
		case "set", "frozenset":
			return c.Return(c.Alloc(&Object{Kind: SetObj}))
		}
		return c.Return(c.Alloc(&Object{Kind: ListObj}))
	}
	var elts []Value
	var ok bool
	if c.Path == "zip" {
		elts, ok = c.zip()
	} else {
		elts, ok = c.m.elements(v, c.State)
	}
	switch c.Path {
	case "tuple":
		if ok {
			return c.Return(Value{D: Tuple{Elts: elts}, From: v.From})
		}
		return c.Return(unknown("a tuple of something that is not known"))
	case "set", "frozenset":
		return c.Return(c.Alloc(&Object{Kind: SetObj, Elts: elts, Open: !ok}))
	case "enumerate":
		var out []Value
		for i, e := range elts {
			out = append(out, Value{D: Tuple{Elts: []Value{{D: Int(i)}, e}}})
		}
		elts = out
	case "reversed":
		out := make([]Value, len(elts))
		for i, e := range elts {
			out[len(elts)-1-i] = e
		}
		elts = out
	case "sorted":
		return c.sorted(elts, ok, func(c *Call, elts []Value, ok bool) Value {
			return c.Alloc(&Object{Kind: ListObj, Elts: elts, Open: !ok, From: v.From})
		})
	}
	return c.Return(c.Alloc(&Object{Kind: ListObj, Elts: elts, Open: !ok, From: v.From}))
}

func (c *Call) zip() ([]Value, bool) {
	var cols [][]Value
	n := -1
	for _, a := range c.Args.Pos {
		elts, ok := c.m.elements(a, c.State)
		if !ok {
			return nil, false
		}
		cols = append(cols, elts)
		if n < 0 || len(elts) < n {
			n = len(elts)
		}
	}
	var out []Value
	for i := range max(n, 0) {
		var row []Value
		for _, col := range cols {
			row = append(row, col[i])
		}
		out = append(out, Value{D: Tuple{Elts: row}})
	}
	return out, true
}

func (c *Call) rangeOf() Value {
	var n [3]int64
	n[2] = 1
	for i, a := range c.Args.Pos {
		k, ok := a.D.(Int)
		if !ok || i > 2 {
			return c.Alloc(&Object{Kind: ListObj, Open: true})
		}
		n[i] = int64(k)
	}
	if len(c.Args.Pos) == 1 {
		n[0], n[1] = 0, n[0]
	}
	o := &Object{Kind: ListObj}
	for i := n[0]; n[2] > 0 && i < n[1] || n[2] < 0 && i > n[1]; i += n[2] {
		if len(o.Elts) > maxUnroll {
			c.m.cutAt(tooMany(c.Whole))
			o.Open, o.Elts = true, nil
			break
		}
		o.Elts = append(o.Elts, Value{D: Int(i)})
	}
	return c.Alloc(o)
}

func (c *Call) mapFilter() []Result {
	fn := firstOr(c, Value{})
	var elts []Value
	ok := len(c.Args.Pos) == 2
	if ok {
		elts, ok = c.m.elements(c.Args.Pos[1], c.State)
	}
	if !ok || len(elts) > mostCalls {
		c.State = c.m.handed(c.f, c.Args, c.State, c.Whole)
		return c.Return(c.Alloc(&Object{Kind: ListObj, Open: true}))
	}
	rs := one(c.State, Value{D: Tuple{}})
	for _, e := range elts {
		rs = then(rs, func(st State, acc Value) []Result {
			made := one(st, e) // filter(None, …) asks the elements themselves
			if !IsNone(fn) {
				made = c.m.call(c.f, fn, Args{Pos: []Value{e}}, st, nil, c.Whole)
			}
			return then(made, func(st State, v Value) []Result {
				sofar := tupleOf(acc)
				if c.Path != "filter" {
					return one(st, Value{D: Tuple{Elts: append(sofar[:len(sofar):len(sofar)], v)}})
				}
				var out []Result
				for _, k := range c.m.truth(v, st) {
					next := acc
					if k.yes {
						next = Value{D: Tuple{Elts: append(sofar[:len(sofar):len(sofar)], e)}}
					}
					out = append(out, Result{State: k.st, Value: next})
				}
				return out
			})
		})
	}
	return then(rs, func(st State, v Value) []Result {
		st, ref := c.m.alloc(st, &Object{Kind: ListObj, Elts: tupleOf(v)})
		return one(st, ref)
	})
}

// copyValue copies v, and with deep what is in it.
func (c *Call) copyValue(v Value, deep bool, depth int) Value {
	o := c.State.Deref(v)
	if o == nil || o.Kind == ClassObj || o.Kind == ScopeObj || depth > 20 {
		return v
	}
	if !c.m.step(c.Place) {
		return unknown("the evaluation budget is used up")
	}
	n := *o
	if deep {
		n.Elts = make([]Value, len(o.Elts))
		for i, e := range o.Elts {
			n.Elts[i] = c.copyValue(e, true, depth+1)
		}
		n.Items = make([]Item, len(o.Items))
		for i, it := range o.Items {
			n.Items[i] = Item{Key: it.Key, Value: c.copyValue(it.Value, true, depth+1)}
		}
	}
	var out Value
	c.State, out = c.m.alloc(c.State, &n)
	out.From = v.From
	return out
}

func addFlow(add func(string, func(*Call) []Result)) {
	await := func(c *Call) []Result {
		return c.m.await(c.f, one(c.State, firstOr(c, arg(c, 0, "main"))))
	}
	run := func(c *Call) []Result {
		return then(await(c), func(st State, v Value) []Result {
			return then(c.m.settled(c.f, st, asyncTask), func(st State, _ Value) []Result { return one(st, v) })
		})
	}
	add("asyncio.wait_for asyncio.shield", await)
	add("asyncio.run asyncio.get_event_loop.run_until_complete nest_asyncio.run anyio.run trio.run", func(c *Call) []Result {
		if _, is := firstOr(c, Value{}).D.(*Func); is && (c.Path == "anyio.run" || c.Path == "trio.run") {
			return c.m.await(c.f, c.m.call(c.f, c.Args.Pos[0], Args{Pos: c.Args.Pos[1:]}, c.State, nil, c.Whole))
		}
		return run(c)
	})
	add("asyncio.get_event_loop asyncio.new_event_loop asyncio.get_running_loop asyncio.Runner asyncio.TaskGroup", func(c *Call) []Result {
		return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: loopClass}}}))
	})
	add("asyncio.loop.run_until_complete asyncio.loop.run", run)
	add("asyncio.loop.__init__ asyncio.loop.close asyncio.set_event_loop nest_asyncio.apply asyncio.set_event_loop_policy", func(c *Call) []Result { return c.Return(none()) })
	add("functools.partial functools.partialmethod", func(c *Call) []Result {
		if len(c.Args.Pos) == 0 {
			return c.Return(unknown("a partial"))
		}
		return c.Return(Value{D: Partial{Fn: c.Args.Pos[0], Args: Args{Pos: c.Args.Pos[1:], Named: c.Args.Named, More: c.Args.More}}})
	})
	add("functools.reduce", (*Call).reduce)
	add("itertools.chain itertools.chain.from_iterable itertools.islice", (*Call).chained)
	for name, op := range map[string]syntax.Op{"add": syntax.Add, "concat": syntax.Add, "or_": syntax.BitOr, "truediv": syntax.Div} {
		add("operator."+name, func(c *Call) []Result {
			if len(c.Args.Pos) != 2 {
				return c.Return(unknown("what an operator makes"))
			}
			return one(c.m.binaryIn(c.State, op, c.Args.Pos[0], c.Args.Pos[1], c.Whole))
		})
	}
	add("operator.itemgetter", func(c *Call) []Result {
		return c.Return(Value{D: Partial{Fn: Value{D: Foreign{Path: "operator.itemgetter.get"}}, Args: c.Args}})
	})
	add("operator.itemgetter.get", func(c *Call) []Result {
		last := len(c.Args.Pos) - 1
		if last != 1 {
			return c.Return(unknown("some items"))
		}
		x, key := c.Args.Pos[last], c.Args.Pos[0]
		if o := c.State.Deref(x); o != nil && o.Kind == DictObj {
			if it, ok := lookup(o, key); ok {
				if v, maybe := present(it.Value); !maybe {
					return c.Return(v)
				}
			}
		} else if elts, ok := c.m.elements(x, c.State); ok && !maybeAbsent(elts) {
			if i, ok := key.D.(Int); ok && 0 <= i && int(i) < len(elts) {
				return c.Return(elts[i])
			}
		}
		return c.Return(partOf(x, "an item that may be there"))
	})
	add("contextlib.suppress pytest.raises", func(c *Call) []Result {
		d := &catchData{}
		for _, a := range c.Args.Pos {
			if exc := c.m.excOf(c.f, a, c.State, c.Place); exc.Class != "" {
				d.names = append(d.names, exc.Class)
			} else if elts, ok := c.m.elements(a, c.State); ok {
				for _, e := range elts {
					if exc := c.m.excOf(c.f, e, c.State, c.Place); exc.Class != "" {
						d.names = append(d.names, exc.Class)
					}
				}
			} else {
				d.names = append(d.names, "*")
			}
		}
		return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "object"}}, Data: d}))
	})
	add("importlib.import_module __import__", func(c *Call) []Result {
		name, ok := AsStr(firstOr(c, Value{}))
		if !ok {
			c.Fog("a module whose name is not known was imported", "")
			return c.Return(Value{D: Unknown{Why: "a module", Project: true}})
		}
		imp := c.m.world.Import(c.f.module, name, 0)
		if imp.Foreign != "" {
			return c.Return(Value{D: Foreign{Path: name}})
		}
		if len(imp.Chain) == 0 {
			c.Fog("a module of the project that was not found", "")
			return c.Return(unresolved(imp))
		}
		var out []Result
		for _, fl := range c.m.runChain(c.f, imp, c.State) {
			r := Result{State: fl.st, Exc: fl.exc}
			if fl.kind == falls {
				r.Value = c.m.moduleValue(imp, len(imp.Chain)-1, fl.st)
			}
			out = append(out, r)
		}
		return out
	})
	add("importlib.reload", func(c *Call) []Result {
		if r, ok := firstOr(c, Value{}).D.(Ref); ok {
			if o := c.State.Object(r.ID); o != nil && o.Kind == ScopeObj && o.Module != nil && o.Name != "" {
				c.State.readsMore()
				c.State.change().modules = c.State.rest().modules.del(o.Module.File.Path)
				var out []Result
				for _, fl := range c.m.execModule(c.f, o.Module, o.Name, c.State) {
					r := Result{State: fl.st, Exc: fl.exc}
					if id, ok := fl.st.rest().modules.get(o.Module.File.Path); ok && fl.kind == falls {
						fresh := fl.st.Object(id)
						old := *o
						old.Names = fresh.Names
						r.State = put(fl.st, firstOr(c, Value{}).D.(Ref).ID, &old)
						r.Value = firstOr(c, Value{})
					}
					out = append(out, r)
				}
				return out
			}
		}
		return c.Return(unknown("a module"))
	})
	addTasks(add)
	add("unittest.mock.patch unittest.mock.patch.dict unittest.mock.patch.object mock.patch mock.patch.object mock.patch.dict", (*Call).mocked)
	add("time.sleep", func(c *Call) []Result { return c.m.suspend(c.f, c.State, none()) })
}

// chained is itertools.chain of sequences that are known, or itertools.islice of one.
func (c *Call) chained() []Result {
	lists, ok := c.Args.Pos, !c.Args.More
	switch {
	case strings.HasSuffix(c.Path, ".from_iterable"):
		lists, ok = c.m.elements(firstOr(c, Value{}), c.State)
	case strings.HasSuffix(c.Path, ".islice"):
		lists = lists[:min(1, len(lists))]
	}
	var elts []Value
	for _, l := range lists {
		inner, known := c.m.elements(l, c.State)
		elts, ok = append(elts, inner...), ok && known
	}
	if strings.HasSuffix(c.Path, ".islice") && ok {
		elts, ok = c.sliced(elts)
	}
	if !ok {
		elts = nil
	}
	return c.Return(c.Alloc(&Object{Kind: ListObj, Elts: elts, Open: !ok}))
}

// sliced are the elements that islice(…, stop) or islice(…, start, stop) takes.
func (c *Call) sliced(elts []Value) ([]Value, bool) {
	bounds := []int{0, len(elts)}
	args := c.Args.Pos[1:]
	if len(args) == 0 || len(args) > 2 || maybeAbsent(elts) {
		return nil, false
	}
	for i, a := range args {
		n, ok := a.D.(Int)
		switch {
		case ok && n >= 0:
			bounds[2-len(args)+i] = min(int(n), len(elts))
		case !IsNone(a):
			return nil, false
		}
	}
	if len(args) == 1 {
		bounds[0] = 0
	}
	return elts[min(bounds[0], bounds[1]):bounds[1]], true
}

// reduce is functools.reduce over a sequence that is known.
func (c *Call) reduce() []Result {
	fn := firstOr(c, Value{})
	if len(c.Args.Pos) < 2 {
		return c.Return(unknown("a reduction"))
	}
	elts, ok := c.m.elements(c.Args.Pos[1], c.State)
	if len(c.Args.Pos) > 2 {
		elts = append([]Value{c.Args.Pos[2]}, elts...)
	}
	if !ok || len(elts) == 0 || len(elts) > maxUnroll || maybeAbsent(elts) {
		return c.Return(unknown("a reduction of something that is not known"))
	}
	rs := one(c.State, elts[0])
	for _, e := range elts[1:] {
		rs = then(rs, func(st State, sofar Value) []Result {
			return c.m.call(c.f, fn, Args{Pos: []Value{sofar, e}}, st, nil, c.Whole)
		})
	}
	return rs
}

// tupleOf is what a tuple holds; nothing, where joining made something else of it.
func tupleOf(v Value) []Value {
	t, _ := v.D.(Tuple)
	return t.Elts
}
