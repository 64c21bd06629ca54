package eval

// mostParts is how many values a tuple may hold, those in its tuples among them, and how many items a dict display may have.
const mostParts = 1 << 12

// bounded is v, or unknown where v is larger than a program needs: what makes each value of the one before twice grows without end in
// few steps.
func bounded(v Value) Value {
	if left := mostParts; !fits(v, &left) {
		return unknown("a value that is too large")
	}
	return v
}

func allBounded(rs []Result) []Result {
	for i := range rs {
		rs[i].Value = bounded(rs[i].Value)
	}
	return rs
}

// fits reports whether no text in v is longer than maxString, and v has no more parts than are left.
func fits(v Value, left *int) bool {
	switch d := v.D.(type) {
	case Str:
		return len(d) <= maxString
	case Bytes:
		return len(d) <= maxString
	case PathVal:
		return fits(d.Text, left)
	case Tuple:
		if *left -= len(d.Elts); *left < 0 {
			return false
		}
		for _, x := range d.Elts {
			if !fits(x, left) {
				return false
			}
		}
	}
	return true
}
