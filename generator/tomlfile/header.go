package tomlfile

import (
	"fmt"
	"strings"
)

// header reads [name] or [[name]], and makes its table the one that the next lines belong to.
func (s *scanner) header() {
	start := s.pos
	opened := s.brackets('[')
	s.spaces()
	parts, ok := s.name()
	if !ok || len(parts) > deepest || s.pos < len(s.text) && !s.at("]\r\n# \t") {
		s.sayHeader(start)
		s.adrift()
		s.pos = s.lineEnd()
		return
	}
	closed := s.brackets(']')
	at := span{start, s.end}
	key := s.headerKey(parts)
	list := s.isList(at, opened, closed, key, written(s.text, parts))
	if opened != closed || list != (opened == 2) {
		s.edit(at, headerText(written(s.text, parts), list))
	}
	s.headerAlone()
	s.good++
	s.open(at, parts, list)
	s.under = key.table()
}

// adrift has the next lines belong to nothing. No table may be called missing then: it may be the one with the wrong header.
func (s *scanner) adrift() {
	s.detached = true
	s.root.lost = true
	s.table = &node{shape: shapeTable, made: madeHeader}
	s.under = nil
}

// brackets reads over one or two brackets and counts them.
func (s *scanner) brackets(bracket byte) int {
	n := 0
	for n < 2 && s.peek() == bracket {
		s.pos++
		n++
	}
	if n > 0 {
		s.end = s.pos
	}
	return n
}

func headerText(name string, list bool) string {
	if list {
		return "[[" + name + "]]"
	}
	return "[" + name + "]"
}

// headerKey returns what the format of the file says about the last part of a header.
func (s *scanner) headerKey(parts []part) *Key {
	f := s.format
	for _, p := range parts[:len(parts)-1] {
		f = f.key(p.name).table()
	}
	return f.key(parts[len(parts)-1].name)
}

// isList says whether a header begins one of several tables. The format decides where it knows, and the brackets else.
func (s *scanner) isList(at span, opened, closed int, key *Key, name string) bool {
	list := opened == 2
	if key.takes(SubTable) != key.takes(Tables) {
		list = key.takes(Tables)
	}
	right := headerText(name, list)
	switch {
	case opened != closed && closed == 0:
		s.say(at, "missing-bracket", "the closing "+strings.Repeat("]", opened)+" is missing.", "Write "+right)
	case opened != closed:
		s.say(at, "missing-bracket", fmt.Sprintf("the brackets do not match: %d open, and %d close.", opened, closed), "Write "+right)
	case list && opened == 1:
		s.say(at, "single-brackets", "there can be several of "+name+", so each needs two brackets.", "Write "+right)
	case !list && opened == 2:
		s.say(at, "double-brackets", "there is only one "+name+", so it has one bracket on each side.", "Write "+right)
	}
	return list
}

// headerAlone sees to it that nothing but a comment follows a header.
func (s *scanner) headerAlone() {
	s.spaces()
	if s.lineIsOver() {
		return
	}
	if s.pairAhead() {
		s.say(span{s.pos, s.lineEnd()}, "two-on-a-line", "a setting stands behind a header.", "Write it on a line of its own.")
		s.insert(s.pos, "\n")
		return
	}
	at := span{s.pos, s.lineEnd()}
	s.say(at, "behind-header", "nothing may follow a header on its line.", "Remove this, or write # before it.")
	s.edit(at, "")
	s.pos = at.end
}

// open makes the table of a header, or goes on with one that a longer header made, and reports what stands in the way.
func (s *scanner) open(at span, parts []part, list bool) {
	s.detached = false
	t := s.root
	for _, p := range parts[:len(parts)-1] {
		if t = s.through(t, p, madeBetween); t == nil {
			s.adrift()
			return
		}
	}
	last := parts[len(parts)-1]
	fresh := &node{name: last.name, key: last.span, value: at, shape: shapeTable, made: madeHeader}
	old := t.child(last.name)
	switch {
	case list && (old == nil || old.made == madeHeaders):
		if old == nil {
			old = &node{name: last.name, key: last.span, value: at, shape: shapeList, made: madeHeaders}
			t.add(old)
		}
		fresh.name = ""
		old.add(fresh)
	case !list && old == nil:
		t.add(fresh)
	case !list && old.shape == shapeTable && old.made == madeBetween:
		old.key, old.value, old.made = last.span, at, madeHeader
		fresh = old
	default:
		s.sayTaken(at, old)
		s.adrift()
		s.root.lost, old.lost = false, true // it is there, but not whole
		return
	}
	s.table = fresh
}

// through goes from a table into the one that a part of a name leads to, and makes it where it is not there.
func (s *scanner) through(t *node, p part, as made) *node {
	c := t.child(p.name)
	switch {
	case c == nil:
		c = &node{name: p.name, key: p.span, value: p.span, shape: shapeTable, made: as}
		t.add(c)
		return c
	case as == madeDotted && c.shape == shapeTable && c.made == madeDotted:
		return c
	case as == madeBetween && c.made == madeHeaders:
		return c.last()
	case as == madeBetween && c.shape == shapeTable && c.made != madeBraces:
		return c
	}
	s.sayTaken(p.span, c)
	return nil
}

// put puts a value into a table under a name, and reports where that is taken.
func (s *scanner) put(t *node, parts []part, v *node) bool {
	if len(parts) > deepest {
		s.say(span{parts[0].start, parts[len(parts)-1].end}, "too-deep", fmt.Sprintf("this name has more than %d parts.", deepest), "")
		return false
	}
	for _, p := range parts[:len(parts)-1] {
		if t = s.through(t, p, madeDotted); t == nil {
			return false
		}
	}
	last := parts[len(parts)-1]
	old := t.child(last.name)
	if old != nil && old.key.end == 0 { // it was typed in a way that could not be read
		*old = *v
		old.name, old.key = last.name, last.span
		return true
	}
	if old != nil {
		s.sayTaken(span{parts[0].start, last.end}, old)
		return false
	}
	v.name, v.key = last.name, last.span
	t.add(v)
	return true
}
