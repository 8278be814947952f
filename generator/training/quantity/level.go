package quantity

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestLevel is how many letters the name of a level has at the most, since it stands in a narrow column (house rule).
const longestLevel = 20

// IsLevel reports whether a text in a list of weights is the name of a level, of a band or a pin for example, rather than a weight: it
// begins with a letter and does not end with a unit of weight.
func IsLevel(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(fields[0])
	last := Unit(spelled(strings.ToLower(strings.TrimSuffix(fields[len(fields)-1], "."))).name)
	return unicode.IsLetter(first) && last != Kilogram && last != Pound
}

// ParseLevel reads the name of a level. Its place in its list counts from 1, which is the easiest.
func ParseLevel(s string, place int) (Load, error) {
	name := strings.Join(strings.Fields(s), " ")
	switch {
	case !IsLevel(name) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return Load{}, &Error{Message: fmt.Sprintf("%s is no name of a level.", quoted(s)), Hint: `Write letters and digits, a letter first: "yellow", "pin 4".`}
	case utf8.RuneCountInString(name) > longestLevel:
		return Load{}, &Error{Message: fmt.Sprintf("%s is too long for a column of the sheet.", quoted(s)), Hint: fmt.Sprintf("Take %d letters at the most.", longestLevel)}
	}
	return Load{Thousandths: 1000 * place, Unit: Level, Name: name}, nil
}
