package tomlfile

import (
	"fmt"
	"strings"
)

// header reads [name] or [[name]], and makes its table the one that the following lines belong to.
func (s *scanner) header() {
	start := s.pos
	opened := s.countBrackets('[')
	s.spaces()
	parts, ok := s.name()
	if !ok || haveLetters(parts) || len(parts) > maxDepth || s.pos < len(s.text) && !s.at("]\r\n# \t") {
		s.reportHeader(start)
		s.detach()
		s.pos = s.lineEnd()
		return
	}
	closed := s.countBrackets(']')
	at := span{start, s.end}
	key := s.headerKey(parts)
	list := s.isList(at, opened, closed, key, typedName(s.text, parts))
	if opened != closed || list != (opened == 2) {
		s.edit(at, headerText(typedName(s.text, parts), list))
	}
	s.checkAfterHeader()
	s.goodLines++
	s.openTable(at, parts, list)
	s.tableFormat = key.table()
}

// detach is called after a wrong header: the following lines belong to no known table. No table may be called missing from then on,
// because it may be the one with the wrong header.
func (s *scanner) detach() {
	s.detached = true
	s.root.incomplete = true
	s.table = &node{shape: shapeTable, origin: originHeader}
	s.tableFormat = nil
}

// countBrackets reads over one or two brackets and counts them.
func (s *scanner) countBrackets(bracket byte) int {
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

// isList reports whether a header begins one of several tables, and reports wrong brackets. What the format says counts more than
// the brackets that were typed.
func (s *scanner) isList(at span, opened, closed int, key *Key, name string) bool {
	list := opened == 2
	if key.takes(SubTable) != key.takes(Tables) {
		list = key.takes(Tables)
	}
	right := headerText(name, list)
	switch {
	case opened != closed && closed == 0:
		s.report(at, "missing-bracket", "the closing "+strings.Repeat("]", opened)+" is missing.", "Write "+right)
	case opened != closed:
		s.report(at, "missing-bracket", fmt.Sprintf("the brackets do not match: %d open, and %d close.", opened, closed), "Write "+right)
	case list && opened == 1:
		s.report(at, "single-brackets", "there can be several of "+name+", so each needs two brackets.", "Write "+right)
	case !list && opened == 2:
		s.report(at, "double-brackets", "there is only one "+name+", so it has one bracket on each side.", "Write "+right)
	}
	return list
}

// checkAfterHeader reports anything but a comment behind a header on its line.
func (s *scanner) checkAfterHeader() {
	s.spaces()
	if s.lineIsOver() {
		return
	}
	if s.keyValueAhead() {
		s.report(span{s.pos, s.lineEnd()}, "two-on-a-line", "a setting stands behind a header.", "Write it on a line of its own.")
		s.insert(s.pos, "\n")
		return
	}
	at := span{s.pos, s.lineEnd()}
	s.report(at, "behind-header", "nothing may follow a header on its line.", "Remove this, or write # before it.")
	s.edit(at, "")
	s.pos = at.end
}

// openTable makes the table of a header, or uses the one that a longer header made. A name that is taken is reported.
func (s *scanner) openTable(at span, parts []part, list bool) {
	s.detached = false
	t := s.root
	for _, p := range parts[:len(parts)-1] {
		if t = s.descend(t, p, originImplicit); t == nil {
			s.detach()
			return
		}
	}
	last := parts[len(parts)-1]
	fresh := &node{name: last.name, key: last.span, value: at, shape: shapeTable, origin: originHeader}
	old := t.child(last.name)
	switch {
	case list && (old == nil || old.origin == originHeaders):
		if old == nil {
			old = &node{name: last.name, key: last.span, value: at, shape: shapeList, origin: originHeaders}
			t.add(old)
		}
		fresh.name = ""
		old.add(fresh)
	case !list && old == nil:
		t.add(fresh)
	case !list && old.shape == shapeTable && old.origin == originImplicit:
		old.key, old.value, old.origin = last.span, at, originHeader
		fresh = old
	default:
		s.reportTwice(at, old)
		s.detach()
		s.root.incomplete, old.incomplete = false, true // the table is there, with a part missing
		return
	}
	s.table = fresh
}

// descend returns the table that a part of a name means inside another table, and makes it where there is none. A name that is
// taken by something else is reported, and the table is nil.
func (s *scanner) descend(t *node, p part, as origin) *node {
	c := t.child(p.name)
	switch {
	case c == nil:
		c = &node{name: p.name, key: p.span, value: p.span, shape: shapeTable, origin: as}
		t.add(c)
		return c
	case as == originDotted && c.shape == shapeTable && c.origin == originDotted:
		return c
	case as == originImplicit && c.origin == originHeaders:
		return c.last()
	case as == originImplicit && c.shape == shapeTable && c.origin != originBraces:
		return c
	}
	s.reportTwice(p.span, c)
	return nil
}

// setValue puts a value into a table under a name. A name that is taken is reported.
func (s *scanner) setValue(t *node, parts []part, v *node) bool {
	if len(parts) > maxDepth {
		s.report(span{parts[0].start, parts[len(parts)-1].end}, "too-deep", fmt.Sprintf("this name has more than %d parts.", maxDepth), "")
		return false
	}
	for _, p := range parts[:len(parts)-1] {
		if t = s.descend(t, p, originDotted); t == nil {
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
		s.reportTwice(span{parts[0].start, last.end}, old)
		return false
	}
	v.name, v.key = last.name, last.span
	t.add(v)
	return true
}
