package matter

import (
	"regexp"
	"strings"
)

// Glob reports whether a path matches a shell pattern, in small or capital letters: * and ** match anything, ? one character, [ab] one of
// several, {a,b} one of several words. Where programs differ, as with * and slashes, it matches more, because patterns here hide things. A
// pattern that cannot be read matches only itself.
func Glob(pattern, path string) bool {
	var b strings.Builder
	depth, class := 0, false
	for _, c := range pattern {
		switch {
		case class:
			class = c != ']'
			if c == '!' {
				c = '^'
			}
			b.WriteRune(c)
		case c == '[':
			class = true
			b.WriteRune(c)
		case c == '*':
			b.WriteString(".*")
		case c == '?':
			b.WriteByte('.')
		case c == '{':
			depth++
			b.WriteString("(?:")
		case c == '}' && depth > 0:
			depth--
			b.WriteByte(')')
		case c == ',' && depth > 0:
			b.WriteByte('|')
		default:
			b.WriteString(regexp.QuoteMeta(string(c)))
		}
	}
	fits, err := regexp.Compile(`(?is)\A(?:` + b.String() + `)\z`)
	if err != nil {
		return pattern == path
	}
	return fits.MatchString(path)
}
