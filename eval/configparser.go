package eval

import (
	"strings"

	"github.com/autogenlint/autogenlint/source"
	"github.com/autogenlint/autogenlint/syntax"
)

// iniParser is configparser.ConfigParser, whose sections are kept as a dict under this name.
const (
	iniParser   = "configparser.ConfigParser"
	iniSections = "sections"
)

// addConfigParser lists what reads an INI file that is there.
func addConfigParser(add func(string, func(*Call) []Result)) {
	method := func(name string) string { return iniParser + "." + name }
	add("configparser.ConfigParser configparser.RawConfigParser configparser.SafeConfigParser", func(c *Call) []Result {
		sections := c.Alloc(&Object{Kind: DictObj, Open: len(c.Args.Pos)+len(c.Args.Named) > 0 || c.Args.More})
		o := &Object{Kind: InstanceObj, Class: Value{D: Foreign{Path: iniParser}}}
		o.Names = o.Names.set(iniSections, sections)
		return c.Return(c.Alloc(o))
	})
	add(method("read"), func(c *Call) []Result {
		text, ok := pathText(arg(c, 0, "filenames"))
		return c.readINI(text, ok)
	})
	add(method("read_file")+" "+method("readfp"), func(c *Call) []Result {
		name := Value{}
		if o := c.State.Deref(arg(c, 0, "f")); o != nil {
			name, _ = o.Names.get("name")
		}
		text, ok := pathText(name)
		return c.readINI(text, ok)
	})
	add(method("read_string")+" "+method("read_dict")+" "+method("set")+" "+method("add_section")+" "+method("remove_option")+" "+method("remove_section"), func(c *Call) []Result {
		return c.readINI("", false)
	})
	add(method("get"), func(c *Call) []Result {
		section, _ := AsStr(arg(c, 0, "section"))
		option, ok := AsStr(arg(c, 1, "option"))
		fall, given := c.Args.Get("fallback")
		v, there, known := c.option(section, option)
		switch {
		case ok && there:
			return c.Return(v)
		case ok && known && given:
			return c.Return(fall.Value)
		}
		return c.Return(unknown("an option of a file that is not known"))
	})
}

// readINI adds what a file holds. Of one that is not there, or a second one, nothing is known.
func (c *Call) readINI(name string, ok bool) []Result {
	result := unknown("the files that were read")
	ref, o := c.sections()
	if o == nil {
		return c.Return(result)
	}
	file := (*source.File)(nil)
	if ok {
		file = c.m.world.Open(name).File
		c.Record(Event{Kind: FileRead, Name: name})
	}
	n := *o
	d := (*syntax.Data)(nil)
	if file != nil && len(o.Items) == 0 && !o.Open {
		d, _ = c.m.world.Data(file, "", source.INI)
	}
	if d == nil {
		n.Open, n.Items = true, nil
		c.Put(ref, &n)
		return c.Return(result)
	}
	shared := d.Get("DEFAULT")
	for _, k := range d.Keys {
		n.Items = append(n.Items, Item{Key: Value{D: Str(k.Name)}, Value: c.section(k.Value, shared, file)})
	}
	c.Put(ref, &n)
	return c.Return(result)
}

// section is the dict of a section with what DEFAULT adds. It is open: options are found whatever the case of their names.
func (c *Call) section(d, shared *syntax.Data, file *source.File) Value {
	out := &Object{Kind: DictObj, Open: true, From: &Origin{Kind: FromFile, Span: source.Span{File: file, Start: int(d.Start), End: int(d.End)}}}
	for _, from := range []*syntax.Data{shared, d} {
		if from == nil {
			continue
		}
		for _, k := range from.Keys {
			v := c.Data(k.Value, file)
			if strings.Contains(k.Value.Str, "%") {
				v = Value{D: Unknown{Why: "an option that refers to others"}, From: v.From}
			}
			key := Value{D: Str(k.Name), From: &Origin{Kind: FromFile, Span: source.Span{File: file, Start: int(k.Start), End: int(k.End)}}}
			out = withItem(out, key, v)
			if written := file.Text[k.Start:k.End]; written != k.Name {
				out = withItem(out, Value{D: Str(written), From: key.From}, v)
			}
		}
	}
	return c.Alloc(out)
}

func (c *Call) sections() (ID, *Object) {
	o := c.State.Deref(c.Self)
	if o == nil {
		return 0, nil
	}
	v, _ := o.Names.get(iniSections)
	r, ok := v.D.(Ref)
	if !ok {
		return 0, nil
	}
	return r.ID, c.State.Object(r.ID)
}

// option is an option of a section; known says that the parser holds nothing that is not known.
func (c *Call) option(section, name string) (v Value, there, known bool) {
	_, o := c.sections()
	if o == nil || o.Open {
		return v, false, false
	}
	it, ok := o.Item(section)
	in := c.State.Deref(it.Value)
	if !ok || in == nil {
		return v, false, true
	}
	option, ok := in.Item(strings.ToLower(name))
	return option.Value, ok, true
}

// iniItem is `parser[section]`.
func (m *machine) iniItem(o *Object, key Value, st State) (Value, bool) {
	if fo, ok := o.Class.D.(Foreign); !ok || fo.Path != iniParser {
		return Value{}, false
	}
	v, _ := o.Names.get(iniSections)
	sections := st.Deref(v)
	if sections == nil {
		return Value{}, false
	}
	it, ok := lookup(sections, key)
	return it.Value, ok
}
