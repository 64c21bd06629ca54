package parser

/*
#include <stdlib.h>
#include "flatten.h"

// The few declarations of tree-sitter's api.h that are needed here; the symbols come from the binding that this program links.
extern const void *tree_sitter_python(void);
extern uint32_t ts_language_symbol_count(const void *language);
extern const char *ts_language_symbol_name(const void *language, uint16_t symbol);
extern const char *ts_language_field_name_for_id(const void *language, uint16_t field);
*/
import "C"

import (
	"runtime"
	"sync"
	"unsafe"

	_ "github.com/smacker/go-tree-sitter"        // the parser in C
	_ "github.com/smacker/go-tree-sitter/python" // its tables for Python
)

// A grammar maps the numbers of the grammar to our kinds and fields, by name. It lives in C's memory, for good.
type grammar struct {
	kinds, fields unsafe.Pointer
	symbols       C.uint16_t
}

var loadGrammar = sync.OnceValue(func() grammar {
	C.ag_takeover()
	language := C.tree_sitter_python()
	symbols := C.ts_language_symbol_count(language)
	kinds := kindsOf(int(symbols), func(i int) string { return C.GoString(C.ts_language_symbol_name(language, C.uint16_t(i))) })
	fields := fieldsOf(func(i int) string { return C.GoString(C.ts_language_field_name_for_id(language, C.uint16_t(i))) })
	return grammar{C.CBytes(kinds), C.CBytes(fields), C.uint16_t(symbols)}
})

// A treeSitter is a parser in C with its buffers, to be used again.
type treeSitter struct{ c *C.ag_parser }

var parsers = sync.Pool{New: func() any {
	g := loadGrammar()
	p := &treeSitter{C.ag_new(g.kinds, g.symbols, g.fields)}
	runtime.AddCleanup(p, func(c *C.ag_parser) { C.ag_delete(c) }, p.c)
	return p
}}

// withTree parses text and hands its tree to use, in one crossing of the border to C. The records are gone when use returns.
func withTree(text string, use func([]record)) {
	p := parsers.Get().(*treeSitter)
	defer parsers.Put(p)
	defer func() { C.ag_trim(p.c, maxKept) }()
	n := C.ag_parse(p.c, (*C.char)(unsafe.Pointer(unsafe.StringData(text))), C.uint32_t(len(text)))
	use(unsafe.Slice((*record)(unsafe.Pointer(p.c.records)), int(n)))
}
