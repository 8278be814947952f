package quantity

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// misreading is something that coaches write elsewhere and that is not read here. Explain returns nil where it is something else after all.
type misreading struct {
	form    *regexp.Regexp // in what plain returns
	explain func(m []string) *Error
}

// misread returns why a prescription cannot be read, with the right spelling where that can be told.
func misread(s, hint string) error {
	if len(s) > longestKnown {
		return unreadable(s, hint)
	}
	if e := known(s); e != nil {
		return e
	}
	text := plain(s)
	if e := unknownWord(s, text); e != nil {
		return e
	}
	if write, ok := readable(tidy(text)); ok {
		return &Error{Message: fmt.Sprintf("I cannot read %s.", quoted(s)), Hint: fmt.Sprintf("Did you mean %q?", write)}
	}
	return unreadable(s, hint)
}

// longestKnown is how long a text may be, in bytes, of which it is asked what was meant. What is longer is no prescription, and asking
// would take long.
const longestKnown = 200

// known returns what is known about a text that is no prescription, or nil.
func known(s string) error {
	if len(s) > longestKnown {
		return nil
	}
	if e := foreignDigits(s); e != nil {
		return e
	}
	text := plain(s)
	for _, known := range misreadings {
		if m := known.form.FindStringSubmatch(text); m != nil {
			if e := known.explain(m); e != nil {
				return e
			}
		}
	}
	return commaError(s, scan(s))
}

// plain writes a text in small letters with the signs of a keyboard, and one blank where there was any white space.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune("×*✕✖⨯⨉х", r):
			return 'x'
		case strings.ContainsRune("-‐‑‒–—−", r):
			return '-'
		case strings.ContainsRune("′’‘´`", r):
			return '\''
		case strings.ContainsRune("″“”„«»", r):
			return '"'
		case !unicode.IsGraphic(r):
			return -1
		}
		return unicode.ToLower(r)
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// tidy leaves out what has no meaning: quotes, emoji, a full stop at the end.
func tidy(text string) string {
	return strings.TrimRight(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" ,.:;+%@/-", r) {
			return r
		}
		return ' '
	}, text), " .,;:")
}

// readable returns how a text is typed if it is a prescription.
func readable(text string) (typed string, ok bool) {
	p, ok := understood(text)
	return p.Typed(), ok
}

// understood returns the prescription that a text is, without a word about one that is none.
func understood(text string) (p Prescription, ok bool) {
	sc := scan(text)
	parts, ok := sc.parts()
	if !ok || len(parts) == 1 && !parts[0].counted || commaBetween.MatchString(text) && !numberList.MatchString(text) {
		return Prescription{}, false
	}
	p, err := resolve(sc, parts, text)
	if err != nil {
		return Prescription{}, false
	}
	return p, true
}

// foreignDigits is for the digits of other scripts and the wide ones of East Asian keyboards.
func foreignDigits(s string) error {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsDigit(r) && !isDigit(r) }) {
		return nil
	}
	e := &Error{Message: fmt.Sprintf("the digits in %s are not 0 to 9.", quoted(s)), Hint: prescriptionHint}
	if write, ok := readable(strings.Map(western, s)); ok {
		e.Hint = fmt.Sprintf("Write %q.", write)
	}
	return e
}

// western returns the digit 0 to 9 for a digit of another script, and the usual form of a wide letter or sign. The digits of a script
// stand in order, from its zero on.
func western(r rune) rune {
	const wide, widest = '！', '～'
	if r >= wide && r <= widest {
		return r - wide + '!'
	}
	if !unicode.IsDigit(r) || isDigit(r) {
		return r
	}
	for n := rune(0); n < 10; n++ {
		if !unicode.IsDigit(r - n - 1) {
			return '0' + n
		}
	}
	return r
}

// unknownWord is for words behind what can be read: they belong in the note.
func unknownWord(s, text string) error {
	i := strings.IndexFunc(text, unicode.IsDigit)
	if i != 0 {
		return nil
	}
	fields := strings.Fields(text)
	for n := len(fields) - 1; n > 0; n-- {
		write, ok := readable(strings.Join(fields[:n], " "))
		if !ok {
			continue
		}
		rest := strings.Join(fields[n:], " ")
		level := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(rest, "at "), "@"))
		switch {
		case level != rest && IsLevel(level) && len(level) <= longestLevel:
			return &Error{Message: fmt.Sprintf("I do not know what %s is in %s.", quoted(rest), quoted(s)), Hint: fmt.Sprintf("Write %q, and a level as start = %q.", write, level)}
		case strings.Contains(write, "%"): // of what is not known
			return nil
		case eachWord.has(fields[n]) || onWord.has(fields[n]) || strings.ContainsFunc(rest, unicode.IsDigit) || !strings.ContainsFunc(rest, unicode.IsLetter):
			return nil
		case slices.Contains(strangeUnits, strings.Trim(rest, ".")):
			return &Error{Message: fmt.Sprintf("I do not know the unit %s.", quoted(rest)), Hint: `Sets are counted in repetitions, "s", "min" or "m".`}
		}
		if slices.ContainsFunc(fields[n:], sideWord.has) && !strings.HasSuffix(write, " each side") { // each side, mistyped: it must not get lost
			return &Error{Message: fmt.Sprintf("I do not know what %s is in %s.", quoted(rest), quoted(s)), Hint: fmt.Sprintf("If each side does them, write %q.", write+" each side")}
		}
		return &Error{Message: fmt.Sprintf("I do not know what %s is in %s.", quoted(rest), quoted(s)), Hint: fmt.Sprintf("Write %q, and words for the runner in note.", write)}
	}
	return nil
}

// strangeUnits are units in which sets are not counted here.
var strangeUnits = []string{"yd", "yds", "yard", "yards", "ft", "feet", "km", "mi", "mile", "miles", "cm", "in", "inches", "cal", "cals", "calories", "h", "hour", "hours"}
