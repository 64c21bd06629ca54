package eval

import (
	"github.com/autogenlint/autogenlint/source"
)

// LoadDotenv loads the .env that p names, as load_dotenv(p) does.
func (c *Call) LoadDotenv(p Value) []Result { return c.loadFrom(p, false) }

// wroteDotenv notes that set_key or unset_key changes a file.
func (c *Call) wroteDotenv(p Value) {
	if fo, ok := p.D.(Foreign); ok && fo.Path == foundDotenv {
		if file := c.findDotenv().File; file != nil {
			c.Record(Event{Kind: FileWritten, Name: file.Path, Span: c.Place})
		}
		return
	}
	c.wrote(p)
}

// loadFrom is load_dotenv(p).
func (c *Call) loadFrom(p Value, override bool) []Result {
	if fo, ok := p.D.(Foreign); ok && fo.Path == foundDotenv || IsAbsent(p) || IsNone(p) {
		return c.loadDotenv(c.findDotenv(), "", override)
	}
	text, ok := pathText(p)
	if !ok {
		return c.loadDotenv(Opened{Unknown: true}, "", override)
	}
	if text == "" {
		return c.loadDotenv(c.findDotenv(), "", override)
	}
	return c.loadDotenv(c.Open(text), text, override)
}

func (c *Call) dotenvValues(p Value) []Result {
	o := c.findDotenv()
	if text, ok := pathText(p); ok && text != "" {
		o = c.Open(text)
	} else if fo, is := p.D.(Foreign); !IsAbsent(p) && !IsNone(p) && !(is && fo.Path == foundDotenv) {
		o = Opened{Unknown: true}
	}
	if refused := c.refuseCoding(o); refused != nil {
		return refused
	}
	d := &Object{Kind: DictObj, Open: o.File == nil}
	if o.File != nil {
		d.From = &Origin{Kind: FromFile, Span: source.Span{File: o.File}, Name: dotenvDict}
		local := map[string]Value{}
		for _, v := range c.m.world.Variables(o.File) {
			key := Value{D: Str(v.Name), From: &Origin{Kind: FromFile, Span: source.Span{File: o.File, Start: int(v.NameRange.Start), End: int(v.NameRange.End)}}}
			val := none()
			if v.HasValue {
				val = c.dotenvValue(&v, o.File, local)
				local[v.Name] = val
			}
			d = withItem(d, key, val)
		}
	}
	c.Record(Event{Kind: FileRead, Name: "dotenv_values", Value: Value{D: Str(".env")}})
	return c.Return(c.Alloc(d))
}
