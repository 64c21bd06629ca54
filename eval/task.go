package eval

import (
	"strings"

	"github.com/autogenlint/autogenlint/syntax"
)

// What runs beside the rest of a program is a task: a thread, what a pool is given, a task of asyncio. Nothing says in which order a
// task and the rest do what they do, but where one waits for the other.
//
// A thread and what a pool is given run where they are started, as one of the orders in which they may. One that waits there for
// something that has not happened is begun again, from its first line, where the program waits for it or ends; so is a task of asyncio,
// which runs where the program next waits. Event.Beside tells of two events that nothing says which was first.

// tasks are those that were started and that nothing has waited for yet, the last one first.
type tasks struct {
	prev  *tasks
	id    ID
	maybe bool // on some runs only
}

// The names under which a task's object keeps what it has still to run, and what came of it.
const (
	taskRun   = "_run"
	taskValue = "_value"
)

// The classes of tasks.
const (
	asyncTask  = "asyncio.Task"
	poolFuture = "concurrent.futures.Future"
	poolClass  = "concurrent.futures.Executor"
	loopClass  = "asyncio.loop"
)

// waiting is the class of the exception that ends a task at a wait for something that has not happened. Nothing catches it.
const waiting = "a wait"

// Beside reports whether nothing says which of e and other happened first: one happened in a task that had not ended when the other
// happened elsewhere.
func (e *Event) Beside(other *Event) bool { return e.under(other) || other.under(e) }

// under reports whether e happened in a task that other is no part of, and that was under way, or still to run, when other happened.
func (e *Event) under(other *Event) bool {
	for s := e.Stack; s != nil; s = s.Prev {
		if s.Task != 0 && other.Before.rest().tasks.has(s.Task) && !other.Stack.in(s.Task) {
			return true
		}
	}
	return false
}

func (t *tasks) has(id ID) bool {
	for ; t != nil; t = t.prev {
		if t.id == id {
			return true
		}
	}
	return false
}

func (s *Frame) in(task ID) bool {
	for ; s != nil; s = s.Prev {
		if s.Task == task {
			return true
		}
	}
	return false
}

// task is the innermost call of s that began a task, or nil.
func (s *Frame) task() *Frame {
	for s != nil && s.Task == 0 {
		s = s.Prev
	}
	return s
}

// without is t without those that drop says.
func (t *tasks) without(drop func(ID) bool) *tasks {
	if t == nil {
		return nil
	}
	rest := t.prev.without(drop)
	switch {
	case drop(t.id):
		return rest
	case rest == t.prev:
		return t
	}
	return &tasks{rest, t.id, t.maybe}
}

// joinTasks are those of a or b, in the order of their making.
func joinTasks(a, b *tasks) *tasks {
	switch {
	case a == b:
		return a
	case a == nil:
		return b.perhaps()
	case b == nil:
		return a.perhaps()
	case a.id == b.id:
		return &tasks{joinTasks(a.prev, b.prev), a.id, a.maybe || b.maybe}
	case a.id > b.id:
		return &tasks{joinTasks(a.prev, b), a.id, true}
	}
	return &tasks{joinTasks(a, b.prev), b.id, true}
}

func (t *tasks) perhaps() *tasks {
	if t == nil {
		return nil
	}
	return &tasks{t.prev.perhaps(), t.id, true}
}

func sameTasks(a, b *tasks) bool {
	for ; a != b; a, b = a.prev, b.prev {
		if a == nil || b == nil || a.id != b.id || a.maybe != b.maybe {
			return false
		}
	}
	return true
}

// begin makes a task of run: a coroutine, or something to call.
func (c *Call) begin(class string, run Value) Value {
	o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: class}}}
	o.Names = o.Names.set(taskRun, run)
	v := c.Alloc(o)
	c.State.change().tasks = &tasks{c.State.rest().tasks, v.D.(Ref).ID, false}
	return v
}

// started is the task v, whose code begins at once.
func (c *Call) started(v Value) []Result {
	return then(c.m.runTask(c.f, v.D.(Ref).ID, c.State, false), func(st State, _ Value) []Result { return one(st, v) })
}

// runTask runs what the task id has still to run. One that comes to wait for something that has not happened has not begun, unless it is
// patient: it then goes on as if that had happened, which is not certain.
func (m *machine) runTask(f *frame, id ID, st State, patient bool) []Result {
	o := st.Object(id)
	if o == nil {
		return one(st, none())
	}
	run, ok := o.Names.get(taskRun)
	run, maybe := present(run)
	if !ok || IsAbsent(run) {
		return one(st, none())
	}
	begun := *o
	begun.Names = o.Names.del(taskRun)
	inner, in := *f, put(st, id, &begun)
	inner.task, inner.patient = id, patient
	in.change().unsure = in.rest().unsure || maybe || st.rest().tasks.unsure(id)
	var rs []Result
	if co, is := run.D.(Coroutine); is {
		rs = m.runCoroutine(&inner, co, in)
	} else {
		rs = then(m.call(&inner, run, Args{}, in, nil, o.From.Span), func(st State, v Value) []Result {
			if co, is := v.D.(Coroutine); is {
				return m.runCoroutine(&inner, co, st)
			}
			return one(st, v)
		})
	}
	out := make([]Result, 0, len(rs))
	for _, r := range rs {
		if r.Exc != nil && r.Exc.Class == waiting {
			return one(st, none())
		}
		ended := *r.State.Object(id)
		if r.Exc != nil {
			ended.Data = r.Exc // it is kept for the one who asks for the result
		} else {
			ended.Names = ended.Names.set(taskValue, r.Value)
		}
		r.State.change().unsure = r.State.rest().unsure && st.rest().unsure
		out = append(out, Result{State: put(r.State, id, &ended), Value: none()})
	}
	return limitResults(out)
}

func (t *tasks) unsure(id ID) bool {
	for ; t != nil; t = t.prev {
		if t.id == id {
			return t.maybe
		}
	}
	return false
}

// pending are the tasks of st that have still to run, the first one first.
func (st *State) pending() []ID {
	var out []ID
	for t := st.rest().tasks; t != nil; t = t.prev {
		if o := st.Object(t.id); o != nil {
			if _, ok := o.Names.get(taskRun); ok {
				out = append([]ID{t.id}, out...)
			}
		}
	}
	return out
}

// settle runs what is pending, as far as that gets before it waits, and then what waits.
func (m *machine) settle(f *frame, st State) []Result {
	rs := one(st, none())
	if st.rest().tasks == nil {
		return rs
	}
	for _, patient := range []bool{false, true} {
		rs = then(rs, func(st State, _ Value) []Result {
			rs := one(st, none())
			for _, id := range st.pending() {
				rs = then(rs, func(st State, _ Value) []Result { return m.runTask(f, id, st, patient) })
			}
			return rs
		})
	}
	return rs
}

// settled is settle for the end of what made tasks of a class: no other code runs beside them any more.
func (m *machine) settled(f *frame, st State, class string) []Result {
	return then(m.settle(f, st), func(st State, v Value) []Result {
		st.change().tasks = st.rest().tasks.without(func(id ID) bool {
			o := st.Object(id)
			return o == nil || o.Class.D == Foreign{Path: class}
		})
		return one(st, v)
	})
}

// afterTasks is settled where only the state matters.
func (m *machine) afterTasks(f *frame, st State, class string) State {
	var ends []State
	for _, r := range m.settled(f, st, class) {
		if r.Exc == nil {
			ends = append(ends, r.State)
		}
	}
	return joined(ends, st)
}

// afterAll runs what is pending when the program ends.
func (m *machine) afterAll(entry *syntax.Module, st State) State {
	return m.afterTasks(&frame{module: entry}, st, asyncTask)
}

// outcome waits for the task id, and is what it returned or raised.
func (m *machine) outcome(f *frame, id ID, st State) []Result {
	return then(m.settle(f, st), func(st State, _ Value) []Result {
		st.change().tasks = st.rest().tasks.without(func(other ID) bool { return other == id })
		o := st.Object(id)
		if exc, failed := o.Data.(*Exc); failed {
			return []Result{{State: st, Exc: exc}}
		}
		if v, ok := o.Names.get(taskValue); ok {
			if v, maybe := present(v); !maybe {
				return one(st, v)
			}
		}
		return one(st, unknown("what a task returns"))
	})
}

// taskID is the task that v is.
func taskID(v Value, st State) (ID, bool) {
	o := st.Deref(v)
	if o == nil || o.Class.D != (Foreign{Path: asyncTask}) && o.Class.D != (Foreign{Path: poolFuture}) {
		return 0, false
	}
	return v.D.(Ref).ID, true
}

// suspend waits for something that is no code of the program: what is pending runs meanwhile.
func (m *machine) suspend(f *frame, st State, v Value) []Result {
	if st.rest().tasks == nil || f.stack.task() != nil {
		return one(st, v)
	}
	return then(m.settle(f, st), func(st State, _ Value) []Result { return one(st, v) })
}

// wait is a call that waits until over says that something has happened.
func (c *Call) wait(over func(State) bool) []Result {
	yes := Value{D: Bool(true)}
	if over(c.State) {
		return c.Return(yes)
	}
	task := c.f.stack.task()
	if task != nil && !task.patient {
		return []Result{{State: c.State, Exc: &Exc{Class: waiting, Place: c.Whole, Value: unknown("a wait")}}}
	}
	rs := one(c.State, yes)
	if task == nil {
		rs = c.m.suspend(c.f, c.State, yes)
	}
	return then(rs, func(st State, v Value) []Result {
		if !over(st) {
			st = fog(st, c.Whole, "what is waited for may set variables", "")
			st.change().unsure = st.rest().unsure || task != nil
		}
		return one(st, v)
	})
}

func addTasks(add func(string, func(*Call) []Result)) {
	add("asyncio.create_task asyncio.ensure_future asyncio.run_coroutine_threadsafe asyncio.loop.create_task", func(c *Call) []Result {
		v := firstOr(c, arg(c, 0, "coro"))
		if _, is := v.D.(Coroutine); !is {
			return c.Return(v)
		}
		return c.Return(c.begin(asyncTask, v))
	})
	add("asyncio.gather asyncio.wait", (*Call).gather)
	result := func(c *Call) []Result {
		if id, ok := taskID(c.Self, c.State); ok {
			return c.m.outcome(c.f, id, c.State)
		}
		return c.Return(unknown("a result"))
	}
	add("asyncio.Task.result concurrent.futures.Future.result", result)
	add("asyncio.Task.exception concurrent.futures.Future.exception", func(c *Call) []Result {
		return then(c.m.settle(c.f, c.State), func(st State, _ Value) []Result { return one(st, unknown("an exception")) })
	})
	addThreads(add)
	addWaits(add)
}

// gather runs what it is given side by side, and is what they return.
func (c *Call) gather() []Result {
	var items []Value
	for _, a := range c.Args.Pos {
		elts, ok := c.m.elements(a, c.State)
		if _, str := a.D.(Str); !ok || str {
			elts = []Value{a}
		}
		items = append(items, elts...)
	}
	for i, it := range items {
		if _, is := it.D.(Coroutine); is {
			items[i] = c.begin(asyncTask, it)
		}
	}
	rs := then(c.m.settle(c.f, c.State), func(st State, _ Value) []Result { return one(st, Value{D: Tuple{}}) })
	for _, it := range items {
		rs = then(rs, func(st State, sofar Value) []Result {
			got := one(st, it)
			if id, ok := taskID(it, st); ok {
				got = c.m.outcome(c.f, id, st)
			}
			return then(got, func(st State, v Value) []Result {
				elts := tupleOf(sofar)
				return one(st, Value{D: Tuple{Elts: append(elts[:len(elts):len(elts)], v)}})
			})
		})
	}
	return then(rs, func(st State, v Value) []Result {
		st, ref := c.m.alloc(st, &Object{Kind: ListObj, Elts: tupleOf(v)})
		return one(st, ref)
	})
}

func addThreads(add func(string, func(*Call) []Result)) {
	add("threading.Thread multiprocessing.Process", func(c *Call) []Result {
		o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: c.Path}}}
		if n, ok := c.Args.Get("target"); ok {
			run := Partial{Fn: n.Value}
			if a, ok := c.Args.Get("args"); ok {
				elts, known := c.m.elements(a.Value, c.State)
				run.Args = Args{Pos: elts, More: !known}
			}
			o.Names = o.Names.set("_target", Value{D: run})
		}
		return c.Return(c.Alloc(o))
	})
	add("threading.Thread.start multiprocessing.Process.start", func(c *Call) []Result {
		o := c.State.Deref(c.Self)
		if o == nil {
			return c.Return(none())
		}
		target, ok := o.Names.get("_target")
		if run, own := c.m.classAttr(o.Class, "run", c.State); !ok && own {
			target, ok = bindTo(c.Self, run), true // a class of the program's that is a thread
		}
		if !ok {
			return c.Return(none())
		}
		v := c.begin(asyncTask, target)
		c.SetAttr(c.Self, "_task", v)
		return then(c.started(v), func(st State, _ Value) []Result { return one(st, none()) })
	})
	later := func(at int) func(*Call) []Result {
		return func(c *Call) []Result {
			if len(c.Args.Pos) <= at {
				return c.Return(unknown("a handle"))
			}
			return c.Return(c.begin(asyncTask, Value{D: Partial{Fn: c.Args.Pos[at], Args: Args{Pos: c.Args.Pos[at+1:]}}}))
		}
	}
	add("asyncio.loop.call_soon asyncio.loop.call_soon_threadsafe", later(0))
	add("asyncio.loop.call_later asyncio.loop.call_at", later(1))
	add("threading.Timer", func(c *Call) []Result {
		o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: "threading.Timer"}}}
		o.Names = o.Names.set("_target", Value{D: Partial{Fn: arg(c, 1, "function")}})
		return c.Return(c.Alloc(o))
	})
	add("threading.Timer.start", func(c *Call) []Result {
		if o := c.State.Deref(c.Self); o != nil {
			target, _ := o.Names.get("_target")
			c.begin(asyncTask, target) // it runs at some time from now on
		}
		return c.Return(none())
	})
	add("concurrent.futures.Future.add_done_callback asyncio.Task.add_done_callback", func(c *Call) []Result {
		return then(c.m.settle(c.f, c.State), func(st State, _ Value) []Result {
			return then(c.m.call(c.f, firstOr(c, none()), Args{Pos: []Value{c.Self}}, st, nil, c.Whole), func(st State, _ Value) []Result { return one(st, none()) })
		})
	})
	add("threading.Timer.join threading.Thread.join multiprocessing.Process.join", func(c *Call) []Result {
		return then(c.m.settle(c.f, c.State), func(st State, _ Value) []Result {
			if o := st.Deref(c.Self); o != nil {
				v, _ := o.Names.get("_task")
				if id, ok := taskID(v, st); ok {
					st.change().tasks = st.rest().tasks.without(func(other ID) bool { return other == id })
				}
			}
			return one(st, none())
		})
	})
	add("concurrent.futures.ThreadPoolExecutor concurrent.futures.ProcessPoolExecutor multiprocessing.Pool multiprocessing.pool.Pool multiprocessing.pool.ThreadPool", func(c *Call) []Result {
		return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: poolClass}}}))
	})
	add("concurrent.futures.Executor.submit", func(c *Call) []Result {
		if len(c.Args.Pos) == 0 {
			return c.Return(unknown("a future"))
		}
		run := Partial{Fn: c.Args.Pos[0], Args: Args{Pos: c.Args.Pos[1:], Named: c.Args.Named, More: c.Args.More}}
		return c.started(c.begin(poolFuture, Value{D: run}))
	})
	add("concurrent.futures.as_completed concurrent.futures.wait", func(c *Call) []Result {
		fs := firstOr(c, Value{})
		return then(c.m.settle(c.f, c.State), func(st State, _ Value) []Result {
			elts, known := c.m.elements(fs, st)
			c.State = st
			return c.Return(c.Alloc(&Object{Kind: ListObj, Elts: elts, Open: !known || strings.HasSuffix(c.Path, ".wait")}))
		})
	})
	add("concurrent.futures.Executor.map concurrent.futures.Executor.imap concurrent.futures.Executor.imap_unordered", func(c *Call) []Result { return c.mapFilter() })
	add("concurrent.futures.Executor.shutdown concurrent.futures.Executor.close concurrent.futures.Executor.join", func(c *Call) []Result {
		return c.m.settled(c.f, c.State, poolFuture)
	})
	elsewhere := func(at int) func(*Call) []Result {
		return func(c *Call) []Result {
			if len(c.Args.Pos) <= at {
				return c.Return(unknown("a result"))
			}
			return c.Call(c.Args.Pos[at], Args{Pos: c.Args.Pos[at+1:], Named: c.Args.Named, More: c.Args.More})
		}
	}
	add("asyncio.to_thread anyio.to_thread.run_sync", elsewhere(0))
	add("asyncio.loop.run_in_executor", elsewhere(1))
}

// addWaits adds what tasks wait for each other with.
func addWaits(add func(string, func(*Call) []Result)) {
	const event, queue = "threading.Event", "queue.Queue"
	instance := func(class string) func(*Call) []Result {
		return func(c *Call) []Result {
			return c.Return(c.Alloc(&Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: class}}}))
		}
	}
	add("threading.Event asyncio.Event multiprocessing.Event", instance(event))
	add("queue.Queue queue.LifoQueue queue.PriorityQueue queue.SimpleQueue asyncio.Queue multiprocessing.Queue", instance(queue))
	happened := func(c *Call) func(State) bool {
		return func(st State) bool {
			o := st.Deref(c.Self)
			if o == nil {
				return false
			}
			v, ok := o.Names.get("_happened")
			return ok && v.D == Bool(true)
		}
	}
	mark := func(v Value) func(*Call) []Result {
		return func(c *Call) []Result {
			c.SetAttr(c.Self, "_happened", v)
			return c.Return(none())
		}
	}
	add("threading.Event.set queue.Queue.put queue.Queue.put_nowait", mark(Value{D: Bool(true)}))
	add("threading.Event.clear", mark(Value{D: Bool(false)}))
	add("threading.Event.wait", func(c *Call) []Result { return c.wait(happened(c)) })
	add("threading.Event.is_set queue.Queue.empty", func(c *Call) []Result { return c.Return(unknown("whether something has happened")) })
	add("queue.Queue.get queue.Queue.join", func(c *Call) []Result {
		return then(c.wait(happened(c)), func(st State, _ Value) []Result { return one(st, unknown("what a queue holds")) })
	})
	add("threading.Condition.wait threading.Condition.wait_for threading.Barrier.wait asyncio.Condition.wait asyncio.Barrier.wait", func(c *Call) []Result {
		return c.wait(func(State) bool { return false })
	})
}
