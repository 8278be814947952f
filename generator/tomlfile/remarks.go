package tomlfile

import (
	"regexp"
	"slices"
	"strings"
)

// remarkSigns are what remarks begin with elsewhere: in other kinds of files, and on paper.
var remarkSigns = []string{"//", "/*", "<!--", "-- ", ";", "%", "(", "←", "->"}

// beginsRemark reports whether a line, or the rest of one, begins like a remark that lacks its #.
func beginsRemark(text string) bool {
	return slices.ContainsFunc(remarkSigns, func(sign string) bool { return strings.HasPrefix(text, sign) })
}

// reportRemark reports a remark that lacks its #, and reads over it: one of HTML may run over several lines.
func (s *scanner) reportRemark(at span) {
	s.report(at, "comment", "a remark begins with #.", "Write # before this.")
	if rest := s.text[at.start:]; strings.HasPrefix(rest, "<!--") {
		before, behind, _ := strings.Cut(rest, "-->")
		s.pos = len(s.text) - len(behind)
		s.quietUntil = max(s.quietUntil, at.start+len(before))
	}
}

// crossing matches signs before a { with which a line is crossed out or made a remark elsewhere.
var crossing = regexp.MustCompile(`^([~/*>_-]+) *\{`)

// readCrossing reports signs that cross out a line of a list, and reads over them. They may stand at its end as well.
func (s *scanner) readCrossing() {
	match := crossing.FindStringSubmatch(s.line())
	if match == nil || !s.lineBegins() {
		return
	}
	s.crossing = match[1]
	s.report(span{s.pos, s.pos + len(s.crossing)}, "comment", s.crossing+" has no meaning here.", "Write # in its place to leave the line out, or remove it.")
	s.skipCrossing()
}

// skipCrossing reads over signs that cross out a line, and reports whether there were any.
func (s *scanner) skipCrossing() bool {
	if s.crossing == "" || !strings.HasPrefix(s.line(), s.crossing) {
		return false
	}
	at := span{s.pos, s.pos + len(s.crossing)}
	s.edit(at, "")
	s.pos = at.end
	s.spaces()
	return true
}

// textOnLines reports a text in single quotation marks that ends in a later line, reads over it, and reports whether there was one.
func (s *scanner) textOnLines(f slot) bool {
	was := s.pos
	quote := s.text[was : was+1]
	end := s.lineEnd()
	for s.pos = end + 1; s.pos < len(s.text) && !s.statementAhead() && strings.TrimSpace(s.line()) != ""; s.pos = s.lineEnd() + 1 {
		before, behind, found := strings.Cut(s.line(), quote)
		if !found {
			continue
		}
		behind, _, _ = strings.Cut(behind, "#")
		if behind = strings.TrimSpace(behind); behind != "" && (f.closer == 0 || !strings.ContainsAny(behind[:1], ",]}")) {
			break
		}
		s.pos += len(before) + 1
		s.report(span{was, end}, "text-on-lines", "this text goes on in the next line.", `Write it on one line, or with """ before and behind it.`)
		return true
	}
	s.pos = was
	return false
}
