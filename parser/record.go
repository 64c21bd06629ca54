package parser

// A record is one node of the tree, in document order: ag_record of flatten.h.
type record struct {
	start, end uint32
	next       uint32 // index behind the subtree
	kind       kind
	field      field
	flags      uint8
	depth      uint32
}

const (
	named   = 1
	missing = 2
)

// maxKept is how many records a parser keeps room for when it is not used.
const maxKept = 1 << 17

// kindsOf returns our kinds of the grammar's symbols, by number. The last is that of a part that could not be parsed.
func kindsOf(symbols int, name func(int) string) []byte {
	ours := map[string]kind{}
	for k, n := range kindNames {
		ours[n] = kind(k)
	}
	var out []byte
	for i := range symbols {
		out = append(out, byte(ours[name(i)]))
	}
	return append(out, byte(kError))
}

// fieldsOf returns our fields of the grammar's, by number: they begin at 1, and one without a name is behind the last.
func fieldsOf(name func(int) string) []byte {
	ours := map[string]field{}
	for f, n := range fieldNames {
		ours[n] = field(f)
	}
	out := []byte{byte(noField)}
	for i := 1; name(i) != ""; i++ {
		out = append(out, byte(ours[name(i)]))
	}
	return out
}
