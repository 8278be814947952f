package quantity

import (
	"fmt"
	"regexp"
	"strings"
)

// whole is all of something, in thousandths.
const whole = 1000

const shareHint = `Write it like "10 %".`

// ParseShare reads a percentage, "10 %", "82.5%", and returns it in thousandths: 100, 825. It is more than 0 and at most 100 %.
func ParseShare(s string) (int, error) {
	sc := scan(s)
	n, err := sc.share(s, shareHint, FormatShare)
	switch {
	case err != nil:
		return 0, err
	case !sc.done():
		return 0, unreadable(s, shareHint)
	case n > whole:
		return 0, &Error{Message: fmt.Sprintf("%s is more than all of it.", FormatShare(n)), Hint: shareHint}
	}
	return n, nil
}

// FormatShare returns thousandths as they are printed and typed: "82.5 %".
func FormatShare(thousandths int) string {
	if thousandths%10 == 0 {
		return fmt.Sprintf("%d %%", thousandths/10)
	}
	return fmt.Sprintf("%d.%d %%", thousandths/10, thousandths%10)
}

// fraction is a share that was not typed as a percentage.
var fraction = regexp.MustCompile(`^[01][.,]\d{1,3}$`)

// share reads a number and the sign of percent, and returns thousandths, which the format writes in hints.
func (sc *scanner) share(s, hint string, format func(int) string) (int, error) {
	_, negative := sc.take(dash)
	typed := sc.peek().text
	n, ok := sc.number()
	switch percent := sc.acceptWord(percentWord); {
	case !ok:
		return 0, unreadable(s, hint)
	case negative || n == 0:
		return 0, &Error{Message: "a share must be more than 0 %.", Hint: hint}
	case !percent && fraction.MatchString(typed):
		return 0, &Error{Message: fmt.Sprintf("%s is no percentage.", quoted(s)), Hint: fmt.Sprintf("Write %q.", format(n))}
	case !percent && !sc.done():
		return 0, &Error{Message: fmt.Sprintf("%s is no percentage.", quoted(s)), Hint: hint}
	case !percent:
		return 0, &Error{Message: fmt.Sprintf("%s has no unit.", quoted(s)), Hint: fmt.Sprintf("Say %q.", format(min(n, 100*1000)*10/1000)), NoUnit: true}
	case strings.Contains(typed, ","):
		return 0, decimalComma(s)
	case n*10%1000 != 0:
		return 0, &Error{Message: fmt.Sprintf("%s is finer than anybody can load.", quoted(s)), Hint: "Give one decimal at the most."}
	}
	return n * 10 / 1000, nil
}

// mostBody is the largest share of the body's mass that is believed of a load, in thousandths (house rule).
const mostBody = 2 * whole

const bodyHint = `Write it like "30 % of body mass".`

// body is how the mass of the body is typed, folded and without blanks, in English, German, French, Spanish, Dutch and Portuguese.
var body = regexp.MustCompile(`^(?:of|of your|of the|of ones|von|vom|des|der|du|de|del|de la|do|da|van|van het)? ?` +
	`(?:body ?mass|body ?weight|bw|bm|korpergewichts?|korpermasse|poids (?:du|de) corps|peso corporal|masa corporal|massa corporal|lichaamsgewicht)$`)

// ParseBodyShare reads a share of the mass of the body, "30 % of body mass", and returns it in thousandths.
func ParseBodyShare(s string) (int, error) {
	sc := scan(s)
	n, err := sc.share(s, bodyHint, FormatBodyShare)
	if err != nil {
		return 0, err
	}
	var words []string
	for ; !sc.done(); sc.at++ {
		words = append(words, sc.peek().text)
	}
	switch text := strings.Join(words, " "); {
	case text == "":
		return 0, &Error{Message: fmt.Sprintf("%s does not say of what.", quoted(s)), Hint: fmt.Sprintf("Write %q.", FormatBodyShare(n))}
	case !body.MatchString(text):
		return 0, unreadable(s, bodyHint)
	case n > mostBody:
		return 0, unlikely(FormatBodyShare(n), "10 to 60 %")
	}
	return n, nil
}

// FormatBodyShare returns thousandths of the mass of the body as they are printed and typed: "30 % of body mass".
func FormatBodyShare(thousandths int) string { return FormatShare(thousandths) + " of body mass" }
