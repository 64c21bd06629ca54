package parser

import (
	"sync"
	"syscall/js"
	"unsafe"
)

// A treeSitter is a parser in another WebAssembly module, which is the C part compiled (docs/playground/build). Nothing of it is
// shared with this program: texts are copied in, and records out.
type treeSitter struct {
	exports js.Value
	parser  js.Value
}

// start takes the module's exports from where the page puts them before this program begins.
var start = sync.OnceValue(func() treeSitter {
	t := treeSitter{exports: js.Global().Get("autogenlintTree")}
	t.exports.Call("ag_takeover")
	language := t.exports.Call("tree_sitter_python")
	symbols := t.exports.Call("ts_language_symbol_count", language).Int()
	kinds := kindsOf(symbols, func(i int) string { return t.name(t.exports.Call("ts_language_symbol_name", language, i)) })
	fields := fieldsOf(func(i int) string { return t.name(t.exports.Call("ts_language_field_name_for_id", language, i)) })
	t.parser = t.exports.Call("ag_new", t.put(kinds), symbols, t.put(fields))
	return t
})

// memory shows n bytes of the module's memory from at. They may be elsewhere after the next call.
func (t treeSitter) memory(at js.Value, n int) js.Value {
	return js.Global().Get("Uint8Array").New(t.exports.Get("memory").Get("buffer"), at, n)
}

// put copies b into the module's memory, where it stays until it is freed. It returns 0 when there is no room.
func (t treeSitter) put(b []byte) js.Value {
	at := t.exports.Call("malloc", max(len(b), 1))
	if at.Int() != 0 {
		js.CopyBytesToJS(t.memory(at, len(b)), b)
	}
	return at
}

// name reads a string of C's; that at 0 is empty.
func (t treeSitter) name(at js.Value) string {
	if at.Int() == 0 {
		return ""
	}
	b := make([]byte, t.exports.Call("strlen", at).Int())
	js.CopyBytesToGo(b, t.memory(at, len(b)))
	return string(b)
}

// parse returns the records of the tree of text, none when there is no room.
func (t treeSitter) parse(text string) []record {
	at := t.put(unsafe.Slice(unsafe.StringData(text), len(text)))
	if at.Int() == 0 {
		return nil
	}
	defer t.exports.Call("free", at)
	defer t.exports.Call("ag_trim", t.parser, maxKept)
	out := make([]record, t.exports.Call("ag_parse", t.parser, at, len(text)).Int())
	b := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(out))), len(out)*int(unsafe.Sizeof(record{})))
	js.CopyBytesToGo(b, t.memory(t.exports.Call("ag_records", t.parser), len(b)))
	return out
}

// withTree parses text and hands its tree to use.
func withTree(text string, use func([]record)) { use(start().parse(text)) }
