package quantity

import (
	"fmt"
	"regexp"
	"strings"
)

// commaBetween is a comma that may part two numbers or stand for a decimal point.
var commaBetween = regexp.MustCompile(`(\d),(\d)`)

// commaError returns the error in a comma between two digits, which may be a decimal sign: "2,5".
func commaError(s string, sc *scanner) error {
	for i, t := range sc.tokens {
		if t.kind != number || !strings.Contains(t.text, ",") {
			continue
		}
		next := token{}
		if i+1 < len(sc.tokens) {
			next = sc.tokens[i+1]
		}
		if unit := spelled(next.text); percentWord.has(next.text) || unit.name == minute || unit.name != "" && unit.of == "" {
			return decimalCommaWithin(s, t.text)
		}
		e := &Error{
			Message: fmt.Sprintf("%q may be two numbers or the decimal %s.", shortened(t.text), shortened(strings.Replace(t.text, ",", ".", 1))),
			Hint:    "Write a comma with a blank behind it between sets; a set has no decimals.",
		}
		sets, ok := readable(commaBetween.ReplaceAllString(s, "$1, $2"))
		span, ranged := readable(commaBetween.ReplaceAllString(s, "$1-$2"))
		switch {
		case ok:
			e.Hint = fmt.Sprintf("For sets that differ write %q; a set has no decimals.", sets)
		case ranged:
			e.Hint = fmt.Sprintf("For a range write %q; a set has no decimals.", span)
		}
		return e
	}
	return nil
}

// decimalCommaWithin proposes the whole text with points where nothing else is wrong with it, and the number alone where something is.
func decimalCommaWithin(s, number string) error {
	e := decimalComma(s)
	if _, ok := readable(commaBetween.ReplaceAllString(s, "$1.$2")); !ok {
		e.Hint = fmt.Sprintf("Write the number with a point: %s.", quoted(strings.Replace(number, ",", ".", 1)))
	}
	return e
}

func decimalComma(s string) *Error {
	return &Error{
		Message: fmt.Sprintf("%s has a decimal comma.", quoted(s)),
		Hint:    fmt.Sprintf("Write the number with a point: %s.", quoted(commaBetween.ReplaceAllString(s, "$1.$2"))),
	}
}
