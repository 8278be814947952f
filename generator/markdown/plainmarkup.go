package markdown

import (
	"regexp"
	"strings"
)

// inPlainLine matches markup: bold and slanted words, links and pictures, headings, tags, entities.
var inPlainLine = regexp.MustCompile(`\*\*[^\s*][^*]*\*\*|(?:^|[\s(])\*\pL[^*]*\*(?:$|[^\pL\d])|__\pL[^_]*__|~~[^\s~][^~]*~~|!?\[[^\[\]]*\]\([^()\s]+\)|\[\[[^\[\]]*\pL[^\[\]]*\]\]|^#{1,6} |` +
	`</?(?:a|b|br|code|del|em|i|p|small|span|strong|sub|sup|u)(?: [^<>]*)?/?>|&(?:amp|nbsp|lt|gt|quot|apos|#\d+|[aouAOU]uml|szlig|[aeiou](?:acute|grave|circ));`)

// PlainMarkup returns the first piece of markup in a line that is shown as typed, such as a title; "" without one. Signs of doses are no
// markup.
func PlainMarkup(line string) string {
	if !strings.ContainsAny(line, "*_~[#<&") { // which is much quicker than to look for markup
		return ""
	}
	for _, at := range inPlainLine.FindAllStringIndex(line, -1) {
		begin, found := at[0], line[at[0]:at[1]]
		if strings.ContainsAny(found[:1], " (*\t") {
			begin += strings.IndexByte(found, '*')
			found = found[strings.IndexByte(found, '*') : strings.LastIndexByte(found, '*')+1]
		}
		if mark := found[0]; mark == '*' || mark == '~' {
			words := strings.TrimLeft(found, found[:1])
			run := len(found) - len(words)
			s := runContext{[]byte(line[:begin]), []byte(found[:run]), []byte(words)}
			if s.isSign() || s.beforeLetter() {
				continue
			}
		}
		return shortened(strings.TrimSpace(found))
	}
	return ""
}
