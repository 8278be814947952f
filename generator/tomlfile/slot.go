package tomlfile

import (
	"fmt"
)

// slot is where a value is expected, and what is known about it before it is read.
type slot struct {
	name    string  // "" for an element of a list
	at      span    // of the name
	key     *Key    // nil where the name is unknown
	repeats *repeat // counts the same problem of many values of a list
	unknown bool    // the table has no such key, which the binder reports
	closer  byte    // the bracket that the value stands in: 0 at the start of a line, ']' or '}' else
}

// ends are the bytes that end a bare value.
func (f slot) ends() string {
	if f.closer == 0 {
		return "\n#"
	}
	return "\n#,;]}"
}

// value reads a value. It never returns nil: a value that cannot be read is of shapeBroken.
func (s *scanner) value(f slot) *node {
	start := s.pos
	n := s.readValue(f)
	n.value = span{start, s.pos}
	s.end = s.pos
	return n
}

func (s *scanner) readValue(f slot) *node {
	switch s.peek() {
	case '"', '\'':
		return s.readText(f)
	case '[', '{':
		if s.depth == maxDepth {
			return s.tooDeep()
		}
		s.depth++
		defer func() { s.depth-- }()
		if s.peek() == '[' {
			return s.list(f)
		}
		return s.braces(f)
	}
	return s.bare(f)
}

// tooDeep reports brackets that are nested too deeply, and reads over them.
func (s *scanner) tooDeep() *node {
	s.report(span{s.pos, s.pos + 1}, "too-deep", fmt.Sprintf("more than %d brackets stand inside each other here.", maxDepth), "")
	s.skipBrackets()
	return &node{}
}
