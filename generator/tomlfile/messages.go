package tomlfile

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
)

// assignment returns a value as it is to be typed: as name = value where it has a name.
func (f slot) assignment(value string) string {
	if f.name == "" {
		return value
	}
	return asTyped(f.name) + " = " + value
}

// reportOpenQuote reports a text without its closing quotation mark. The line begins with the opening one.
func (s *scanner) reportOpenQuote(f slot, line string) {
	at := span{s.pos, s.pos + len(line)}
	quote := line[:1]
	text := strings.TrimRight(line[1:], " \t\r,;]}")
	switch {
	case strings.HasSuffix(text, `\"`):
		s.reportBackslash(s.pos+len(text)-1, s.pos+len(line))
	case isMixed(text):
		s.reportCurly(f, at, text)
	default:
		s.report(at, "missing-quote", "the closing quotation mark is missing.", "Write "+quote+" behind the text.")
	}
}

// curly are the quotation marks that word processors make.
const curly = "“”„‟«»‹›‘’‚‛`´″′"

// isMixed reports whether a text that begins with a straight quotation mark was probably meant to end with a curly one: it has an
// odd number of those.
func isMixed(text string) bool {
	n := 0
	for _, r := range text {
		if strings.ContainsRune("“”„‟", r) {
			n++
		}
	}
	return n%2 == 1
}

// reportCurly reports quotation marks of a word processor. The text between them is quoted in the hint.
func (s *scanner) reportCurly(f slot, at span, text string) {
	text = strings.Trim(text, curly+`"' `)
	if i := strings.IndexAny(text, "“”„‟\""); i >= 0 {
		text = text[:i]
	}
	s.report(at, "curly-quotes", "these are curly quotes from a word processor.", `Use straight ones: `+f.assignment(`"`+strings.TrimSpace(text)+`"`))
}

// curlyEnd returns where the first curly quotation mark of a text ends.
func curlyEnd(text string) int {
	i := strings.IndexAny(text, curly)
	if i < 0 {
		return len(text)
	}
	return i + len(firstRune(text[i:]))
}

// reportBackslash reports a backslash that escapes nothing, at an offset of a text that ends at end.
func (s *scanner) reportBackslash(at, end int) {
	size := 2
	if at+1 < end {
		_, n := utf8.DecodeRuneInString(s.text[at+1:])
		size = 1 + n
	}
	s.report(span{at, min(at+size, end)}, "backslash", `A backslash (\) has a meaning of its own in a text.`,
		`In a path write / instead; for a real backslash write \\.`)
}

// reportMore reports that something follows a value.
func (s *scanner) reportMore(f slot, v *node) {
	at := span{s.pos, s.lineEnd()}
	typed := s.text[v.value.start:v.value.end]
	switch {
	case (typed == "''" || typed == `""`) && s.pos == v.value.end && strings.Contains(s.text[s.pos:at.end], typed):
		text, _, _ := strings.Cut(s.text[s.pos:at.end], typed)
		s.report(span{v.value.start, s.pos + len(text) + 2}, "quotes", "there are two quotation marks on each side of this text.", "Write "+f.assignment(`"`+text+`"`))
	case v.shape == shapeText && isMixed(typed):
		s.reportCurly(f, span{v.value.start, v.value.start + curlyEnd(s.text[v.value.start:at.end])}, typed)
	case strings.HasPrefix(typed, `"""`) || strings.HasPrefix(typed, "'''"):
		s.report(at, "behind-text", fmt.Sprintf("the text that begins in line %d ends before this.", s.positions.lineNumber(v.value.start)),
			fmt.Sprintf("Check that each text has %s before it and behind it.", typed[:3]))
	case v.shape == shapeText && typed[0] == '\'':
		s.report(at, "behind-text", "the text ends at the single quotation mark before this.", `Write " around a text that has a ' in it.`)
	case v.shape == shapeText:
		s.report(at, "behind-text", "the text ends at the quotation mark before this.",
			`Check that each text has one " before it and one behind it; a quotation mark within a text is written \".`)
	default:
		s.report(at, "behind-value", "the value ends before this.", "Remove this, or write # before it.")
	}
}

func (s *scanner) reportOpenBracket(at int, f slot) {
	what := "this list"
	if f.name != "" {
		what = "the list " + f.name
	}
	s.report(span{at, at + 1}, "missing-bracket", what+" has no closing ].", "Write ] behind its last value.")
}

func (s *scanner) reportOpenBrace(at int, f slot) {
	brace := "}"
	if f.closer == ']' {
		brace = "},"
	}
	s.report(span{at, at + 1}, "missing-brace", "the closing } is missing.", "Write "+brace+" at the end of this line.")
}

func (s *scanner) reportManyLines(at int, f slot) {
	what := "{ }"
	if t := f.key.table(); t != nil && t.Name != "" {
		what = t.Name
	}
	s.report(span{at, at + 1}, "braces-on-many-lines", "this { } goes on in the next line.", "Keep each "+what+" on one line.")
}

func (s *scanner) reportMissingComma() {
	hint := ""
	if s.lineBegins() {
		hint = "Write it at the end of the line above."
	}
	s.report(span{s.pos, s.pos + 1}, "missing-comma", "a comma is missing before this.", hint)
}

// reportTwice reports a name or a header that the file has twice.
func (s *scanner) reportTwice(at span, old *node) {
	what, hint := s.text[at.start:at.end], "Remove one of the two."
	switch {
	case what[0] == '[' && old.shape == shapeTable:
		hint = "Put everything under the first."
	case isBare(what[0]):
		what = strconv.Quote(what)
	}
	s.report(at, "twice", fmt.Sprintf("%s is there twice: first in line %d.", what, s.positions.lineNumber(old.key.start)), hint)
}

// reportHeader reports a header whose name cannot be read.
func (s *scanner) reportHeader(start int) {
	s.pos = start
	at := span{start, s.lineEnd()}
	name := strings.Trim(s.line(), "[] \t\r")
	s.unreadableLines++
	switch {
	case name == "":
		s.report(at, "missing-name", "there is no name between the brackets.", "For example: [[session]]")
	case strings.ContainsAny(name, curly):
		s.report(at, "curly-quotes", "these are curly quotes from a word processor.", "A name needs no quotes.")
	case strings.Count(name, ".") >= maxDepth:
		s.report(at, "too-deep", fmt.Sprintf("this name has more than %d parts.", maxDepth), "")
	default:
		s.report(at, "name", fmt.Sprintf("%q is not a name: only the letters a to z, digits, - and _ can stand in one.", name), didYouMean(name, s.format))
	}
}

// reportName reports a line, or a part of one, that does not begin with a name and =.
func (s *scanner) reportName(start int, t *node, f *Format, closer byte) {
	s.pos = start
	rest := s.rest(closer)
	at := span{start, start + len(rest)}
	name, _, found := strings.Cut(rest, "=")
	name = strings.TrimSpace(name)
	switch {
	case beginsRemark(rest):
		s.reportRemark(at)
		s.unreadableLines++
	case found && name == "":
		s.report(at, "missing-name", "there is no name before the =.", exampleOf(f))
		t.incomplete = t.incomplete || t.origin == originBraces // it was meant for one of the keys
	case found && strings.ContainsAny(name, curly):
		s.report(span{start, start + len(name)}, "curly-quotes", "these are curly quotes from a word processor.", "A name needs no quotes.")
		s.markTyped(t, nearestName(name, f))
	case found:
		s.reportBadName(span{start, start + len(name)}, name, t, f)
	default:
		s.reportNoEquals(at, rest, t, f)
	}
}

// reportBadName reports a name with spaces or signs.
func (s *scanner) reportBadName(at span, name string, t *node, f *Format) {
	if plain := withoutInvisible(name); plain != name && nearestName(plain, f) != "" {
		s.markTyped(t, nearestName(plain, f)) // the character is reported by itself
		return
	}
	hint := didYouMean(name, f)
	if hint == "" && f != nil && f.Any != nil {
		hint = `Write it in quotes: "` + strings.Trim(name, `"'`) + `"`
	}
	s.report(at, "name", fmt.Sprintf("%q is not a name: only the letters a to z, digits, - and _ can stand in one.", name), hint)
	s.markTyped(t, nearestName(name, f))
}

// reportNoEquals reports a line without =.
func (s *scanner) reportNoEquals(at span, rest string, t *node, f *Format) {
	k := f.named(strings.TrimSpace(strings.Trim(rest, `"'`)))
	switch {
	case k != nil:
		s.report(at, "missing-value", k.Name+" has no value.", slot{name: k.Name, key: k}.example())
		s.markTyped(t, k.Name)
		return
	case strings.Trim(rest, `"'`) == "" || strings.HasPrefix(rest, `"""`):
		s.report(at, "quotes", "these quotation marks belong to no text.", `Check that each text has """ before it and behind it.`)
	case strings.Trim(rest, "]},; ") == "":
		s.report(at, "closing-bracket", "nothing is open here that this could close.", "Remove it, or look for the opening bracket above.")
	case s.text[at.start] == '"' || s.text[at.start] == '\'':
		s.report(at, "missing-name", "there is a value without a name here.", exampleOf(f))
		t.incomplete = t.incomplete || t.origin == originBraces
	default:
		s.reportNoSign(at, rest, t, f)
	}
	s.unreadableLines++
}

// reportNoSign reports a line of words. Where the first is a name, the others are its value.
func (s *scanner) reportNoSign(at span, rest string, t *node, f *Format) {
	name, value, _ := strings.Cut(rest, " ")
	k := f.named(name)
	if k == nil {
		s.report(at, "no-equals", "there is no = in this line.", `Write name = "value", or # before a remark.`)
		return
	}
	slot := slot{name: name, key: k}
	hint := slot.example()
	if value = strings.TrimSpace(strings.Trim(value, falseSigns)); k.takes(String) {
		hint = "Write " + slot.assignment(slot.quoted(value))
	}
	s.report(at, "equals-sign", "the = behind "+name+" is missing.", hint)
	s.markTyped(t, name)
}

// markTyped notes that a name was typed, so that it is not called missing though its value cannot be used.
func (s *scanner) markTyped(t *node, name string) {
	if name != "" && t.child(name) == nil {
		t.add(&node{name: name})
	}
}

// nearestName returns the name of the format that was probably meant by a text with spaces or signs; "" for none.
func nearestName(text string, f *Format) string {
	for _, joint := range []string{"_", "-"} {
		word := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r > 0x7f || !isBare(byte(r)) }), joint)
		if k := f.named(strings.ToLower(word)); k != nil {
			return k.Name
		}
	}
	return diag.Nearest(text, f.Names())
}

func didYouMean(text string, f *Format) string {
	if m := nearestName(text, f); m != "" {
		return `Did you mean "` + m + `"?`
	}
	return ""
}

// exampleOf returns the first key of a format with its example.
func exampleOf(f *Format) string {
	if f == nil || len(f.Keys) == 0 || f.Keys[0].Example == "" {
		return `For example: name = "value"`
	}
	return "For example: " + f.Keys[0].Name + " = " + f.Keys[0].Example
}
