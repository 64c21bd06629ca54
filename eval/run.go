package eval

import (
	"slices"
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// Limits are counted in what is done, never in time, so that results repeat. What they cut off is Unknown.
type Limits struct {
	Steps int // statements and expressions evaluated
	Loose int // the same for each function that the program does not call
	Bytes int // bytes of strings and elements of displays made
	Depth int // calls under way at once
	// Imports is how many modules may be executed at once, each because the one before imports it. Python itself takes six frames or
	// more for one, and ends at a thousand.
	Imports int
}

// DefaultLimits are enough for all but one of 25 programs that people write: half take a hundred steps, and what takes more than
// these forks or calls itself at every turn and would take any number. A program that used them up gets as much twice again, and what
// took it so far is left out from then on (cut.go): of 40 repositories that use AutoGen, all but three programs then end.
var DefaultLimits = Limits{Steps: 30_000, Loose: 2_000, Bytes: 16 << 20, Depth: 40, Imports: 166}

// A Trace is everything that running a program showed.
type Trace struct {
	Entry   *syntax.Module
	Ends    []State          // at the normal ends of the program, at most eight
	Failed  []Uncaught       // runs that an exception ended
	Loose   []Loose          // functions that the program does not call, each evaluated once; only those in which something happens that is not idle
	Modules []*syntax.Module // modules of the project that were executed, in order
	Cut     []Cut            // what the limits cut off
}

// An Uncaught is a run that an exception, or an exit with an error, ended.
type Uncaught struct {
	State State
	Exc   *Exc
}

// A Loose is a function that the program does not call itself, evaluated with unknown arguments.
type Loose struct {
	Name  string
	Start State
	Ends  []State
}

// A Cut is a place where evaluation stopped, and why.
type Cut struct {
	Place source.Span
	Why   string
	Local bool // only what stands there is not known, such as what a call that nests too deep returns: the program was run to its end
	Left  bool // it is Local, and code of the program was left out that may do anything
}

// An Exc is an exception on its way.
type Exc struct {
	Class   string // "ValueError", qualified for classes of packages; empty when not known
	Value   Value
	Place   source.Span
	Exit    bool // SystemExit
	Code    Value
	Outside bool // it happens only when a variable is not set outside
}

// How is how a program is run.
type How struct {
	Name    string   // what its first module is called
	Command string   // an installed command imports it, and calls the function of this name
	Machine *Machine // nil stands for any
	Limits  Limits
	Reuse   *Reuse // what functions came to in other programs; nil knows nothing
	// Asked are the variables that code which is not run reads: where the program goes through all variables, it goes through these.
	Asked []string
	// Idle reports whether nobody can say anything of a run, of a function that the program does not call, whose events are all as this
	// one. Nil says that of none.
	Idle func(*Event) bool
}

// Run evaluates the program that starts at entry, as it runs on any machine.
func Run(w World, entry *syntax.Module, name string, limits Limits) *Trace {
	return RunAs(How{Name: name, Limits: limits}, w, entry)
}

// RunAs evaluates the program that starts at entry.
func RunAs(h How, w World, entry *syntax.Module) *Trace {
	m := &machine{natives: natives(), limits: h.Limits, stop: overtime * h.Limits.Steps, trace: &Trace{Entry: entry}, entered: map[syntax.Node]bool{},
		running: map[*syntax.Module]int{}, captured: map[ID]bool{}, fresh: map[ID]*fresh{}, tolls: map[syntax.Node]*toll{}, redefaulted: map[syntax.Node]bool{}}
	m.world, m.idle, m.asked = &watched{World: w, m: m}, h.Idle, h.Asked
	if h.Machine == nil {
		m.reuse = h.Reuse
	}
	var ends []State
	flows := m.execModule(nil, entry, h.Name, State{seldom: &rest{on: onMachine(h.Machine)}})
	if h.Command != "" {
		flows = m.execCommand(entry, h.Command, flows)
	}
	for _, fl := range flows {
		fl.st = m.afterAll(entry, fl.st)
		switch {
		case fl.kind != raises:
			ends = append(ends, fl.st)
		case fl.exc.Exit && !failing(fl.exc.Code):
			ends = append(ends, fl.st)
		default:
			m.trace.Failed = append(m.trace.Failed, Uncaught{State: fl.st, Exc: fl.exc})
		}
	}
	m.trace.Ends = m.limit(nil, ends)
	m.runLoose()
	return m.trace
}

// execCommand calls the function of an installed command where its module has been imported. One that wants arguments is called by
// nobody who is seen.
func (m *machine) execCommand(entry *syntax.Module, command string, flows []flow) []flow {
	var out []flow
	for _, fl := range flows {
		id, _ := fl.st.rest().modules.get(entry.File.Path)
		scope := fl.st.Object(id)
		if fl.kind == raises || scope == nil {
			out = append(out, fl)
			continue
		}
		fn, ok := scope.Names.get(command)
		if f, own := fn.D.(*Func); !ok || own && wantsArguments(f) {
			out = append(out, fl)
			continue
		}
		for _, r := range m.call(&frame{module: entry, scope: id}, fn, Args{}, fl.st, nil, entry.Span(syntax.Range{})) {
			next := flow{st: r.State, val: r.Value, exc: r.Exc}
			if r.Exc != nil {
				next.kind = raises
			}
			out = append(out, next)
		}
	}
	return out
}

func wantsArguments(fn *Func) bool {
	return slices.ContainsFunc(fn.params(), func(p syntax.Param) bool {
		return p.Default == nil && p.Kind != syntax.VarArgs && p.Kind != syntax.VarKeywords
	})
}

// failing reports whether sys.exit(code) says that the program failed.
func failing(code Value) bool {
	switch c := code.D.(type) {
	case Int:
		return c != 0
	case Str:
		return true
	case Bool:
		return bool(c)
	case Concat:
		return true
	}
	return false
}

// A machine runs one program.
type machine struct {
	world       World
	natives     map[string]func(*Call) []Result
	limits      Limits
	trace       *Trace
	steps       int
	tolls       map[syntax.Node]*toll
	redefaulted map[syntax.Node]bool // functions whose defaults the program changes by __defaults__
	stop        int                  // the step at which everything is cut off
	bytes       int
	lastID      ID
	cut         bool
	entered     map[syntax.Node]bool // functions whose body was executed
	captured    map[ID]bool          // scopes in which a function was defined
	defs        []*Func              // every function that was defined, in order
	total       int                  // steps of what was finished
	loose       bool                 // running what the program does not call
	running     map[*syntax.Module]int
	shown       *syntax.ExprStmt // what ends the notebook cell that runs: its value is shown
	fresh       map[ID]*fresh    // by class: the instance that methods which the program does not call are evaluated with
	reuse       *Reuse           // or nil
	before      ID               // the last object that was made before functions were run that the program does not call
	watch       *watch           // of the function that is run, or nil
	idle        func(*Event) bool
	asked       []string
	matcher     matcher
	changers    []changer // what those functions change that were there before them
}

// step counts one step; false means that the budget is used up.
func (m *machine) step(at source.Span) bool {
	m.steps++
	if m.steps <= m.stop && m.bytes <= m.limits.Bytes {
		return true
	}
	if !m.cut {
		m.cut = true
		m.cutAt(Cut{Place: at, Why: "the evaluation budget is used up", Local: m.loose}) // a function that nobody calls is a guess anyway
	}
	return false
}

// cutAt notes what was cut off, once a place.
func (m *machine) cutAt(c Cut) {
	if m.watch != nil {
		m.watch.cuts = append(m.watch.cuts, c)
	}
	if !slices.Contains(m.trace.Cut, c) {
		m.trace.Cut = append(m.trace.Cut, c)
	}
}

func (m *machine) newID() ID {
	m.lastID++
	return m.lastID
}

// alloc puts o on the heap of st.
func (m *machine) alloc(st State, o *Object) (State, Value) {
	id := m.newID()
	st.heap = st.heap.set(id, o)
	m.bytes += 16 * (1 + len(o.Elts) + len(o.Items))
	return st, Value{D: Ref{ID: id}, From: o.From}
}

// put replaces the object id.
func put(st State, id ID, o *Object) State {
	st.heap = st.heap.set(id, o)
	return st
}

// A frame is one call, or a module's body, under way.
type frame struct {
	module  *syntax.Module
	scope   ID     // where names are bound
	class   ID     // of a method: the class it was defined in
	self    Value  // of a method: its receiver
	stack   *Frame // for events
	catch   *Catch
	depth   int
	imports int // modules that are being executed, each because the one before imports it
	yields  ID  // of a generator: the list its values go to, or 0
	task    ID  // the task that the next call begins, or 0
	patient bool
	later   *syntax.Call // what it returns is bound to a name
	around  ID           // of a comprehension: the scope that it stands in
}

func (f *frame) span(n syntax.Node) source.Span { return f.module.Span(n.Bounds()) }

// exit is how a statement ends.
type exit uint8

const (
	falls exit = iota
	breaks
	continues
	returns
	raises
)

// A flow is one way a statement may end.
type flow struct {
	st   State
	kind exit
	val  Value
	exc  *Exc
}

// execModule executes m's body as the module called name. It returns flows that fall or raise.
func (m *machine) execModule(from *frame, mod *syntax.Module, name string, st State) []flow {
	if id, ok := st.moduleScope(mod.File.Path); ok && st.peek(id, "__name__") != nil {
		return []flow{{st: st}} // executed already, or being executed: an import cycle sees what is there
	}
	st.readsMore()
	m.noteModule(mod)
	id := m.newID()
	path := Root + "/" + mod.File.Path
	pkg := name
	if !strings.HasSuffix(mod.File.Path, "__init__.py") {
		pkg = ""
		if i := strings.LastIndexByte(name, '.'); i >= 0 {
			pkg = name[:i]
		}
	}
	scope := &Object{Kind: ScopeObj, Module: mod, Name: name}
	scope.Names = scope.Names.set("__name__", Value{D: Str(name)}).set("__file__", Value{D: Str(path)}).set("__package__", Value{D: Str(pkg)}).set("__doc__", Value{D: NoneVal{}})
	st.heap = st.heap.set(id, scope)
	st.change().modules = st.rest().modules.set(mod.File.Path, id)
	f := &frame{module: mod, scope: id}
	if from != nil {
		f.depth, f.imports, f.stack, f.catch = min(from.depth+1, m.limits.Depth/4), from.imports+1, from.stack, from.catch
		if f.imports > m.limits.Imports {
			m.cutAt(Cut{Place: mod.Span(syntax.Range{}), Why: "imports nest too deep"})
			o := *scope
			o.Open = true
			return []flow{{st: put(st, id, &o)}}
		}
	}
	if mod.Deep {
		o := *scope
		o.Open = true
		return []flow{{st: put(st, id, &o)}}
	}
	m.running[mod]++
	defer func() { m.running[mod]-- }()
	return m.execBody(f, mod, st)
}

// circle is a name that the module of scope o does not have yet, since it is being executed: modules import each other.
func (m *machine) circle(o *Object, name string, at source.Span) (Value, bool) {
	if o == nil || o.Kind != ScopeObj || o.Module == nil || m.running[o.Module] == 0 || at.File == o.Module.File {
		return Value{}, false
	}
	why := name + " of " + o.Module.File.Path + ", which is not made yet: modules import each other in a circle"
	m.cutAt(Cut{Place: at, Why: why, Local: true})
	return Value{D: Unknown{Why: why, Project: true}}, true
}

// execBody executes the statements of a module; in a notebook an exception ends its cell only.
func (m *machine) execBody(f *frame, mod *syntax.Module, st State) []flow {
	if mod.File.Kind != source.Notebook {
		return m.exec(f, mod.Body, st)
	}
	states := []State{st}
	var out []flow
	body := mod.Body
	defer func(outer *syntax.ExprStmt) { m.shown = outer }(m.shown)
	for _, cell := range mod.File.Cells {
		n := 0
		for n < len(body) && int(body[n].Bounds().Start) < cell.End {
			n++
		}
		var next []State
		for _, s := range states {
			m.shown = shownIn(mod, body[:n], cell)
			for _, fl := range m.exec(f, body[:n], s) {
				if fl.kind == raises && fl.exc.Exit {
					out = append(out, fl)
					continue
				}
				if fl.kind == raises {
					m.trace.Failed = append(m.trace.Failed, Uncaught{State: fl.st, Exc: fl.exc})
				}
				next = append(next, fl.st)
			}
		}
		for i := range next {
			next[i] = m.afterTasks(f, next[i], asyncTask)
		}
		states, body = m.limit(f, next), body[n:]
	}
	for _, s := range states {
		out = append(out, flow{st: s})
	}
	return out
}

// shownIn is the expression whose value a notebook shows below the cell: the last statement, unless a semicolon ends it.
func shownIn(mod *syntax.Module, cell []syntax.Stmt, at source.Cell) *syntax.ExprStmt {
	if len(cell) == 0 {
		return nil
	}
	last, ok := cell[len(cell)-1].(*syntax.ExprStmt)
	if !ok || strings.HasPrefix(strings.TrimSpace(mod.File.Text[last.End:at.End]), ";") {
		return nil
	}
	return last
}

func (m *machine) noteModule(mod *syntax.Module) {
	for _, seen := range m.trace.Modules {
		if seen == mod {
			return
		}
	}
	m.trace.Modules = append(m.trace.Modules, mod)
}

// runLoose evaluates, in the join of the program's ends, every function that it does not call: it may be called by code that is
// not seen, at any later time, with any arguments.
func (m *machine) runLoose() {
	states := m.trace.Ends
	if len(states) == 0 {
		for _, u := range m.trace.Failed {
			states = append(states, u.State)
		}
	}
	if len(states) == 0 {
		return
	}
	start := states[0]
	for _, s := range states[1:] {
		start = joinState(start, s)
	}
	start.change().fogs = &Fog{Prev: start.rest().fogs, Why: "called by code that is not seen"}
	m.loose, m.before = true, m.lastID
	start = m.unsettled(start)
	budget := 2 * m.limits.Steps
	for i := 0; i < len(m.defs); i++ { // m.defs grows: a loose function may define others
		fn := m.defs[i]
		if m.entered[fn.node()] || m.total > budget {
			continue
		}
		m.total += m.steps
		m.steps, m.bytes, m.cut, m.limits.Steps = 0, 0, false, m.limits.Loose
		m.stop = m.limits.Loose
		if !m.knows(fn, start) {
			m.runLooseFunc(fn, start)
		}
	}
}

func (m *machine) runLooseFunc(fn *Func, start State) {
	f := &frame{module: fn.Module, scope: fn.Scope}
	m.watch = m.watches(fn, start)
	st := start
	args := Args{More: true}
	if fn.Class != 0 && fn.Kind != StaticMethod {
		self := Value{D: Ref{ID: fn.Class}}
		if fn.Kind != ClassMethod {
			self = m.looseInstance(f, fn.Class, &st)
		}
		args.Pos = []Value{self}
	}
	if m.watch != nil {
		st = st.watchedBy(m.watch)
		defer m.unwatch()
	}
	defs := len(m.defs)
	st.log = &Log{} // events before are not of this run
	begin := st
	var ends []State
	for _, r := range m.callFunc(f, fn, args, st, nil, fn.module().Span(fn.node().Bounds())) {
		if r.Exc == nil {
			ends = append(ends, r.State)
		}
	}
	ends = m.limit(f, ends)
	if m.happened(ends) {
		m.trace.Loose = append(m.trace.Loose, Loose{Name: fn.name(), Start: begin, Ends: ends})
		return
	}
	if m.watch != nil && len(m.defs) == defs {
		m.learns(fn, m.watch)
	}
}

// happened reports whether there is an event on some way to ends that somebody may say something of.
func (m *machine) happened(ends []State) bool {
	for _, st := range ends {
		for _, e := range st.log.Events() {
			if m.idle == nil || !m.idle(e) {
				return true
			}
		}
	}
	return false
}

// A fresh is an instance of a class that code which is not seen made, and the state in which it has it.
type fresh struct {
	value        Value
	state        State
	steps, bytes int // what making it took of the budget
	cut          bool
	watch        *watch // what making it read; nil if nobody noted that
}

// looseInstance makes an instance of class as code that is not seen would: its constructor ran, with arguments that are not known.
// All methods of the class get the same one, and each pays for it.
func (m *machine) looseInstance(f *frame, class ID, st *State) Value {
	made, ok := m.fresh[class]
	if !ok {
		made = m.makeFresh(f, class, *st)
		m.fresh[class] = made
	} else {
		m.steps, m.bytes, m.cut = m.steps+made.steps, m.bytes+made.bytes, made.cut
	}
	made.state.log = st.log
	*st = made.state
	if m.watch != nil {
		m.watch.follows(made.watch)
	}
	return made.value
}

func (m *machine) makeFresh(f *frame, class ID, st State) *fresh {
	outer, defs := m.watch, len(m.defs)
	if outer != nil {
		m.watch = &watch{start: st, last: m.before, known: map[place]bool{}}
		st = st.watchedBy(m.watch)
	}
	out := &fresh{value: Value{D: Unknown{Why: "an instance that code which is not seen makes"}}, state: st, watch: m.watch}
	steps, bytes := m.steps, m.bytes
	before := m.entered
	m.entered = map[syntax.Node]bool{}
	for _, r := range m.instantiate(f, Value{D: Ref{ID: class}}, Args{More: true}, st, nil, source.Span{}) {
		if r.Exc == nil {
			out.value, out.state = r.Value, m.filledIn(r.Value, r.State)
			if o := out.state.Deref(r.Value); o != nil && o.Kind == InstanceObj && len(m.changers) > 0 {
				out.state = together(m.changers, m.entered).object(selfID(r.Value), out.state) // what its constructor called is done
			}
			break
		}
	}
	for fn := range before {
		m.entered[fn] = true
	}
	out.steps, out.bytes, out.cut = m.steps-steps, m.bytes-bytes, m.cut
	if outer != nil {
		m.watch.done = true
		m.watch.spoilt = m.watch.spoilt || len(m.defs) > defs
		out.state.change().on = outer.start.rest().on
		m.watch = outer
	}
	return out
}

// filledIn makes unknown what an instance has only from its class, where that is None or "": who makes the instance fills it in.
func (m *machine) filledIn(self Value, st State) State {
	o := st.Deref(self)
	if o == nil || o.Kind != InstanceObj {
		return st
	}
	n := *o
	for _, cls := range m.mro(o.Class, st) {
		c := st.Deref(cls)
		if c == nil {
			continue
		}
		c.Each(func(name string, v Value) bool {
			text, is := AsStr(v)
			if _, own := n.Names.get(name); !own && (IsNone(v) || is && text == "") {
				n.Names = n.Names.set(name, unknown("an attribute that code which is not seen fills in"))
			}
			return true
		})
	}
	return put(st, self.D.(Ref).ID, &n)
}

func (fn *Func) node() syntax.Node {
	if fn.Def != nil {
		return fn.Def
	}
	return fn.Lambda
}

func (fn *Func) module() *syntax.Module { return fn.Module }

func (fn *Func) name() string {
	if fn.Def != nil {
		return fn.Def.Name
	}
	return "<lambda>"
}

func (fn *Func) params() []syntax.Param {
	if fn.Def != nil {
		return fn.Def.Params
	}
	return fn.Lambda.Params
}

// record appends an event to the run that st is on.
func (m *machine) record(f *frame, st State, e Event) State {
	e.Before = st
	e.Stack = f.stack
	e.Catch = f.catch
	e.Seq = st.log.len() + 1
	ev := &e
	st.log = &Log{Prev: st.log, Event: ev, n: e.Seq}
	if !st.rest().unsure {
		st.must = st.must.set(ev.Site(), true)
	}
	return st
}

// fog says that code which is not seen may have set variables.
func fog(st State, at source.Span, why, file string) State {
	st.readsEnv()
	st.change().fogs = &Fog{Prev: st.rest().fogs, Place: at, Why: why, File: file}
	st.env.each(func(name string, v Var) bool {
		if IsAbsent(v.Value) { // what the program deleted may be set again
			st.env = st.env.del(name)
			st.change().outside = st.rest().outside.set(name, false)
		}
		return true
	})
	return st
}
