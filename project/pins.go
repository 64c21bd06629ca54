package project

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/parser"
	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// A Pin is a requirement that a manifest, a lock file or a notebook states, and where.
type Pin struct {
	autogen.Pin
	Place source.Span
}

// distributions are those that ship AutoGen: the manifests that name one decide about a program.
var distributions = map[string]bool{"pyautogen": true, "ag2": true, "autogen": true, "autogen-agentchat": true, "autogen-core": true, "autogen-ext": true}

// pinsOf returns what decides about the packages of a program: what its notebook installs itself or its script states, else the
// nearest manifests up that name AutoGen. Manifests that contradict each other are all returned.
func (p *Project) pinsOf(pr *Program) []Pin {
	var own []Pin
	if pr.unit.states {
		if m := pr.Entry(); m != nil {
			own = slices.Concat(installs(m), inlinePins(m))
		}
	}
	if slices.ContainsFunc(own, ships) {
		return own
	}
	if pins := p.copied(pr); pins != nil {
		return append(own, pins...)
	}
	dir := parent(pr.Path)
	home := p.home(dir)
	for ; ; dir = parent(dir) {
		if pins := p.manifestPins(dir); slices.ContainsFunc(pins, ships) {
			return append(slices.Concat(own, pins), p.workspaceLock(dir, home, pins)...)
		}
		if dir == home || dir == "" {
			return own
		}
	}
}

func ships(pin Pin) bool { return distributions[pin.Name] }

// workspaceLock returns the lock file of the workspace that the package in dir is a member of, if it has none of its own.
func (p *Project) workspaceLock(dir, home string, pins []Pin) []Pin {
	if slices.ContainsFunc(pins, func(pin Pin) bool { return pin.Locked }) {
		return nil
	}
	for dir != home && dir != "" {
		dir = parent(dir)
		d, err := p.data(join(dir, "pyproject.toml"), source.TOML)
		if err == nil && d.Get("tool").Get("uv").Get("workspace") != nil {
			return slices.DeleteFunc(slices.Clone(p.manifestPins(dir)), func(pin Pin) bool { return !pin.Locked })
		}
	}
	return nil
}

// requires reports whether a package that a manifest of the project requires is imported as name.
func (p *Project) requires(name string) bool { return p.required[name] }

// manifestPins returns the pins of the manifests of one folder.
func (p *Project) manifestPins(dir string) []Pin {
	p.mu.Lock()
	pins, ok := p.pins[dir]
	p.mu.Unlock()
	if ok {
		return pins
	}
	if n := p.tree.node(dir); n != nil {
		pins = p.readPins(n)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pins[dir] = pins
	return pins
}

func (p *Project) readPins(n *node) []Pin {
	var out []Pin
	for i := range n.entries {
		e := &n.entries[i]
		rel := join(n.path, e.name)
		if e.kind == folder && e.name == "requirements" {
			if sub := p.tree.node(rel); sub != nil {
				for _, f := range sub.entries {
					if strings.HasSuffix(f.name, ".txt") {
						out = append(out, p.requirements(join(rel, f.name))...)
					}
				}
			}
			continue
		}
		if e.kind != folder && e.kind != irregular {
			out = append(out, p.filePins(rel, e.name)...)
		}
	}
	return out
}

// filePins returns the pins of one manifest.
func (p *Project) filePins(rel, name string) []Pin {
	defer p.fault(rel)
	switch {
	case strings.HasSuffix(name, ".txt") && (strings.Contains(name, "requirements") || strings.HasPrefix(name, "constraints")), name == "requirements.in", name == "requirements.lock":
		return p.requirements(rel)
	case name == "poetry.lock", name == "uv.lock", name == "pdm.lock":
		return p.lock(rel)
	}
	if name != "pyproject.toml" && name != "Pipfile" && name != "Pipfile.lock" && name != "setup.cfg" && name != "setup.py" &&
		name != "environment.yml" && name != "environment.yaml" && name != "conda.yml" {
		return nil
	}
	f := p.text(rel)
	if f == nil {
		return nil
	}
	b := &pinner{file: f}
	switch name {
	case "pyproject.toml":
		b.pyproject()
	case "Pipfile":
		if d, err := parser.TOML(f.Text); err == nil {
			b.table(d.Get("packages"))
			b.table(d.Get("dev-packages"))
		}
	case "Pipfile.lock":
		b.pipfileLock()
	case "setup.cfg":
		for _, s := range ini(f.Text) {
			if s.section == "options" && s.key == "install_requires" || s.section == "options.extras_require" {
				b.lines(strings.Split(s.value, "\n"))
			}
		}
	case "setup.py":
		b.setup(parser.Python(source.New(rel, source.Python, nil, f.Text, nil)))
	default:
		b.environment()
	}
	return b.pins
}

// A pinner reads one manifest.
type pinner struct {
	file *source.File
	pins []Pin
}

// add adds a requirement as PEP 508 has it, which stands in the file as text.
func (b *pinner) add(text string) {
	if name, spec, ok := requirement(text); ok {
		b.pin(name, spec, text, false)
	}
}

// pin adds a pin, whose place is where text first stands.
func (b *pinner) pin(name, spec, text string, locked bool) {
	at := strings.Index(b.file.Text, text)
	pin := Pin{Pin: autogen.Pin{Name: normal(name), Spec: spec, Locked: locked}, Place: source.Span{File: b.file}}
	if at >= 0 {
		pin.Place.Start, pin.Place.End = at, at+len(text)
	}
	b.pins = append(b.pins, pin)
}

func (b *pinner) lines(lines []string) {
	for _, l := range lines {
		b.add(strings.TrimSpace(l))
	}
}

var requirementForm = regexp.MustCompile(`^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(.*)$`)

// requirement splits a requirement: `autogen-ext[openai]>=0.4,<0.6 ; python_version > "3.9"`.
func requirement(text string) (name, spec string, ok bool) {
	text, _, _ = strings.Cut(text, ";")
	text, _, _ = strings.Cut(text, " #")
	m := requirementForm.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return "", "", false
	}
	spec = strings.Trim(strings.TrimSpace(m[2]), "()")
	switch {
	case strings.HasPrefix(spec, "@"):
		spec = ""
	case spec != "" && !strings.ContainsRune("=<>!~", rune(spec[0])):
		return "", "", false
	}
	return m[1], strings.TrimSpace(strings.Split(spec, " --")[0]), true
}

var dashes = regexp.MustCompile(`[-_.]+`)

// normal is the name of a distribution as the index compares it.
func normal(name string) string { return dashes.ReplaceAllString(strings.ToLower(name), "-") }

// requirements reads a requirements file and those that it includes, each of them once.
func (p *Project) requirements(rel string) []Pin { return p.included(rel, map[string]bool{}, 0) }

func (p *Project) included(rel string, read map[string]bool, depth int) []Pin {
	f := p.text(rel)
	if f == nil || depth > 5 || read[rel] {
		return nil
	}
	read[rel] = true
	locked := strings.Contains(path.Base(rel), "lock")
	var out []Pin
	at := 0
	for line := range strings.Lines(f.Text) {
		start := at
		at += len(line)
		t := strings.TrimSpace(line)
		for _, option := range []string{"-r", "--requirement", "-c", "--constraint"} {
			if rest, ok := strings.CutPrefix(t, option); ok && rest != "" && strings.ContainsRune(" =\t", rune(rest[0])) {
				to := path.Join(parent(rel), strings.Trim(rest, " =\t"))
				if !strings.HasPrefix(to, "..") {
					out = append(out, p.included(to, read, depth+1)...)
				}
			}
		}
		t = strings.TrimSpace(strings.TrimSuffix(t, `\`))
		name, spec, ok := requirement(t)
		if !ok {
			continue
		}
		from := start + strings.Index(line, t)
		out = append(out, Pin{autogen.Pin{Name: normal(name), Spec: spec, Locked: locked}, source.Span{File: f, Start: from, End: from + len(t)}})
	}
	return out
}

// lock reads a poetry.lock, uv.lock or pdm.lock by its lines: they are TOML, and large.
func (p *Project) lock(rel string) []Pin {
	raw, err := p.tree.raw(rel, parser.MaxSize)
	if err != nil {
		return nil
	}
	text := string(raw)
	f := source.New(rel, source.TOML, nil, "", nil) // too large to keep
	var out []Pin
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "[[package]]":
			name = ""
		case strings.HasPrefix(line, "name = "):
			name = strings.Trim(line[len("name = "):], `"`)
		case strings.HasPrefix(line, "version = ") && name != "":
			version := strings.Trim(line[len("version = "):], `"`)
			out = append(out, Pin{autogen.Pin{Name: normal(name), Spec: "==" + version, Locked: true}, source.Span{File: f}})
			name = ""
		}
	}
	return out
}

// pyproject reads the dependencies of every build tool.
func (b *pinner) pyproject() {
	d, err := parser.TOML(b.file.Text)
	if err != nil {
		return
	}
	tool := d.Get("tool")
	lists := []*syntax.Data{d.Get("project").Get("dependencies"), tool.Get("uv").Get("dev-dependencies"), tool.Get("rye").Get("dev-dependencies")}
	for _, groups := range []*syntax.Data{d.Get("project").Get("optional-dependencies"), d.Get("dependency-groups"), tool.Get("pdm").Get("dev-dependencies")} {
		for _, k := range keys(groups) {
			lists = append(lists, k.Value)
		}
	}
	for _, k := range keys(tool.Get("hatch").Get("envs")) {
		lists = append(lists, k.Value.Get("dependencies"), k.Value.Get("extra-dependencies"))
	}
	for _, l := range lists {
		for _, t := range texts(l) {
			b.add(t)
		}
	}
	poetry := tool.Get("poetry")
	b.table(poetry.Get("dependencies"))
	b.table(poetry.Get("dev-dependencies"))
	for _, k := range keys(poetry.Get("group")) {
		b.table(k.Value.Get("dependencies"))
	}
	b.table(tool.Get("pixi").Get("pypi-dependencies"))
}

// table reads `name = "spec"` and `name = {version = "spec"}`, in Poetry's and Pipenv's notation.
func (b *pinner) table(d *syntax.Data) {
	for _, k := range keys(d) {
		spec := k.Value
		if spec.Kind == syntax.DataList && len(spec.Items) > 0 {
			spec = spec.Items[0]
		}
		if v := spec.Get("version"); v != nil {
			spec = v
		}
		if k.Name != "python" {
			b.pin(k.Name, plainSpec(str(spec)), k.Name, false)
		}
	}
}

// plainSpec turns Poetry's ^1.2 and ~1.2, and a bare version, into PEP 440.
func plainSpec(spec string) string {
	var out []string
	for _, clause := range strings.Split(spec, ",") {
		clause = strings.TrimSpace(clause)
		switch {
		case clause == "" || clause == "*" || strings.Contains(clause, "||"):
		case clause[0] == '^':
			out = append(out, ">="+clause[1:], "<"+above(clause[1:], true))
		case clause[0] == '~' && !strings.HasPrefix(clause, "~="):
			out = append(out, ">="+clause[1:], "<"+above(clause[1:], false))
		case clause[0] >= '0' && clause[0] <= '9':
			out = append(out, "=="+clause)
		default:
			out = append(out, clause)
		}
	}
	return strings.Join(out, ",")
}

// above is the version that ^v, or ~v, stays below: the first number that is not zero counts up, or the second number.
func above(v string, caret bool) string {
	parts := strings.Split(strings.TrimSpace(v), ".")
	at := min(1, len(parts)-1)
	if caret {
		at = 0
		for at < len(parts)-1 && parts[at] == "0" {
			at++
		}
	}
	n, err := strconv.Atoi(parts[at])
	if err != nil {
		return "99999"
	}
	return strings.Join(append(slices.Clone(parts[:at]), strconv.Itoa(n+1)), ".")
}

// pipfileLock reads a Pipfile.lock.
func (b *pinner) pipfileLock() {
	d, err := parser.JSON(b.file.Text)
	if err != nil {
		return
	}
	for _, group := range []string{"default", "develop"} {
		for _, k := range keys(d.Get(group)) {
			b.pin(k.Name, str(k.Value.Get("version")), `"`+k.Name+`"`, true)
		}
	}
}

// environment reads a conda environment.
func (b *pinner) environment() {
	docs, err := parser.YAML(b.file.Text)
	if err != nil || len(docs) == 0 {
		return
	}
	for _, it := range items(docs[0].Get("dependencies")) {
		if it.Kind == syntax.DataString {
			b.add(condaSpec(it.Str))
			continue
		}
		for _, t := range texts(it.Get("pip")) {
			b.add(t)
		}
	}
}

// condaSpec turns `name=1.2` into `name==1.2.*`, and drops channel and build.
func condaSpec(text string) string {
	if i := strings.Index(text, "::"); i >= 0 {
		text = text[i+2:]
	}
	parts := strings.Split(text, "=")
	if len(parts) < 2 || strings.ContainsAny(parts[0], "<>!~") || parts[1] == "" {
		return text
	}
	return parts[0] + "==" + strings.TrimSuffix(parts[1], ".*") + ".*"
}

// setup reads install_requires and extras_require of a setup.py, where they are written out.
func (b *pinner) setup(m *syntax.Module) {
	lists := map[string]syntax.Expr{}
	for _, s := range m.Body {
		switch s := s.(type) {
		case *syntax.Assign:
			if n, ok := s.Targets[0].(*syntax.Name); ok {
				lists[n.Ident] = s.Value
			}
		case *syntax.ExprStmt:
			call, ok := s.X.(*syntax.Call)
			if !ok {
				continue
			}
			for _, a := range call.Args {
				if a.Name == "install_requires" || a.Name == "extras_require" {
					b.written(a.Value, lists, 0)
				}
			}
		}
	}
}

// written adds the strings that e lists.
func (b *pinner) written(e syntax.Expr, lists map[string]syntax.Expr, depth int) {
	if depth > 6 {
		return
	}
	switch e := e.(type) {
	case *syntax.Str:
		b.add(e.Value)
	case *syntax.Name:
		b.written(lists[e.Ident], lists, depth+1)
	case *syntax.List:
		for _, x := range e.Elts {
			b.written(x, lists, depth+1)
		}
	case *syntax.Tuple:
		for _, x := range e.Elts {
			b.written(x, lists, depth+1)
		}
	case *syntax.Dict:
		for _, it := range e.Items {
			b.written(it.Value, lists, depth+1)
		}
	case *syntax.Binary:
		b.written(e.L, lists, depth+1)
		b.written(e.R, lists, depth+1)
	}
}

// installs returns what a notebook installs: `!pip install x==1`, `%pip install x`, and the same in cells of a shell.
func installs(m *syntax.Module) []Pin {
	var out []Pin
	for _, s := range m.Body {
		g, ok := s.(*syntax.Magic)
		if !ok {
			continue
		}
		text := g.Args
		switch {
		case g.Kind == syntax.LineMagic && (g.Name == "pip" || g.Name == "uv"):
			text = g.Name + " " + g.Args
		case g.Kind == syntax.CellMagic && (g.Name == "bash" || g.Name == "sh" || g.Name == "script"):
			text = g.Body
		case g.Kind != syntax.ShellLine:
			continue
		}
		for _, c := range parser.Commands(text) {
			for _, t := range pipInstalls(c) {
				if name, spec, ok := requirement(t); ok {
					out = append(out, Pin{autogen.Pin{Name: normal(name), Spec: spec}, m.Span(g.Range)})
				}
			}
		}
	}
	return out
}

// pipInstalls returns the requirements that a command installs. A `<` or `>` without quotes is a redirection to the shell: what is
// left of such a word is only the name.
func pipInstalls(c parser.Command) []string {
	pip, install := false, false
	var out []string
	for i := 0; i < len(c.Words); i++ {
		w := c.Words[i]
		switch {
		case !pip:
			pip = strings.HasPrefix(base(w), "pip")
		case !install:
			install = w.Text == "install"
		case valued[w.Text], w.Text == "-r", w.Text == "-t", w.Text == "--index-url", w.Text == "--extra-index-url", w.Text == "-i":
			i++
		case w.Known && w.Text != "" && w.Text[0] != '-':
			out = append(out, w.Text)
		}
	}
	return out
}

// inlineHead begins the comment in which a script states its dependencies (PEP 723).
const inlineHead = "# /// script"

// inlinePins returns the dependencies that a script states in comments.
func inlinePins(m *syntax.Module) []Pin {
	var text strings.Builder
	in := false
	for _, c := range m.Marks {
		line := m.Span(c.Range).Text()
		switch {
		case strings.TrimSpace(line) == inlineHead:
			in = true
		case in && strings.TrimSpace(line) == "# ///":
			return inlineTable(m, text.String())
		case in:
			text.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "#"), " ") + "\n")
		}
	}
	return nil
}

func inlineTable(m *syntax.Module, text string) []Pin {
	d, err := parser.TOML(text)
	if err != nil {
		return nil
	}
	b := &pinner{file: m.File}
	for _, t := range texts(d.Get("dependencies")) {
		b.add(t)
	}
	return b.pins
}

// require notes how the packages that manifests require are imported.
func (p *Project) require(nodes []*node) {
	for _, n := range nodes {
		if !n.manifest {
			continue
		}
		for _, pin := range p.manifestPins(n.path) {
			p.required[strings.ReplaceAll(pin.Name, "-", "_")] = true
			for _, name := range importNames[pin.Name] {
				p.required[name] = true
			}
		}
	}
}
