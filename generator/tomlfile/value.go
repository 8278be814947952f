package tomlfile

import (
	"fmt"
)

// slot is what is known about a value before it is read.
type slot struct {
	name   string  // "" for an element of a list
	at     span    // of the name
	key    *Key    // nil where the name is unknown
	again  *repeat // counts what would be said of many values of a list
	closer byte    // the bracket that the value stands in: 0 at the start of a line, ']' or '}' else
}

// ends are the bytes that end a bare value.
func (f slot) ends() string {
	if f.closer == 0 {
		return "\n#"
	}
	return "\n#,]}"
}

// value reads a value. It returns a broken one, and never nil, where it could not.
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
		if s.depth == deepest {
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

// tooDeep reads over brackets that are not looked into.
func (s *scanner) tooDeep() *node {
	s.say(span{s.pos, s.pos + 1}, "too-deep", fmt.Sprintf("more than %d brackets stand inside each other here.", deepest), "")
	s.skimBrackets()
	return &node{}
}
