package parser

import "golang.org/x/text/encoding/charmap"

// The codings that a source may declare, by the names that Python and the web have for them, with - for _. Tables of those in which a
// character takes several bytes would be a twentieth of the program: which character it is does not matter to it, only that it is
// not ASCII.

// single returns the coding of one byte a character of that name, or nil.
func single(name string) *charmap.Charmap {
	switch name {
	case "866", "cp866", "ibm866":
		return charmap.CodePage866
	case "l6", "latin6", "iso-8859-10", "iso8859-10", "iso885910":
		return charmap.ISO8859_10
	case "iso-8859-13", "iso8859-13", "iso885913":
		return charmap.ISO8859_13
	case "iso-8859-14", "iso8859-14", "iso885914":
		return charmap.ISO8859_14
	case "l9", "iso-8859-15", "iso8859-15", "iso885915":
		return charmap.ISO8859_15
	case "iso-8859-16":
		return charmap.ISO8859_16
	case "l2", "latin2", "iso-8859-2", "iso8859-2", "iso88592":
		return charmap.ISO8859_2
	case "l3", "latin3", "iso-8859-3", "iso8859-3", "iso88593":
		return charmap.ISO8859_3
	case "l4", "latin4", "iso-8859-4", "iso8859-4", "iso88594":
		return charmap.ISO8859_4
	case "cyrillic", "iso-8859-5", "iso8859-5", "iso88595":
		return charmap.ISO8859_5
	case "arabic", "iso-8859-6", "iso8859-6", "iso88596":
		return charmap.ISO8859_6
	case "greek", "greek8", "iso-8859-7", "iso8859-7", "iso88597":
		return charmap.ISO8859_7
	case "hebrew", "iso-8859-8", "iso8859-8", "iso88598":
		return charmap.ISO8859_8
	case "koi", "koi8", "koi8-r":
		return charmap.KOI8R
	case "koi8-u", "koi8-ru":
		return charmap.KOI8U
	case "mac", "macintosh":
		return charmap.Macintosh
	case "cp1250", "windows-1250":
		return charmap.Windows1250
	case "cp1251", "windows-1251":
		return charmap.Windows1251
	case "cp1252", "windows-1252", "cp819", "iso88591":
		return charmap.Windows1252
	case "cp1253", "windows-1253":
		return charmap.Windows1253
	case "l5", "latin5", "cp1254", "windows-1254", "iso-8859-9", "iso8859-9", "iso88599":
		return charmap.Windows1254
	case "cp1255", "windows-1255":
		return charmap.Windows1255
	case "cp1256", "windows-1256":
		return charmap.Windows1256
	case "cp1257", "windows-1257":
		return charmap.Windows1257
	case "cp1258", "windows-1258":
		return charmap.Windows1258
	case "tis-620", "iso-8859-11", "iso8859-11", "windows-874":
		return charmap.Windows874
	case "x-mac-cyrillic":
		return charmap.MacintoshCyrillic
	}
	return nil
}

// several returns how many bytes the character takes that rest, which does not begin with ASCII, begins with in the coding of that
// name, or nil if it is none in which a character may take several. A second byte may be an ASCII letter or bracket.
func several(name string) func(rest []byte) int {
	pair := func(rest []byte) int {
		if len(rest) > 1 && rest[1] >= '@' && rest[1] != 0x7f {
			return 2
		}
		return 1
	}
	switch name {
	case "gbk", "gb2312", "gb18030", "cp936", "big5", "big5-hkscs", "cp950", "euc-kr", "cp949", "windows-949":
		return pair
	case "shift-jis", "sjis", "ms932", "cp932", "windows-31j":
		return func(rest []byte) int {
			if rest[0] >= 0xa1 && rest[0] <= 0xdf {
				return 1 // a kana of half the width
			}
			return pair(rest)
		}
	case "euc-jp":
		return func([]byte) int { return 1 } // no byte of a character is ASCII
	}
	return nil
}
