package tomlfile

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// reportBare reports a value without quotes that is none in TOML: as a rule it needs quotes.
func (s *scanner) reportBare(f slot, token string) {
	at := span{s.pos, s.pos + len(token)}
	text := plainSpaces(token)
	kind := f.key
	switch {
	case token == "":
		s.reportNoValue(f)
	case strings.ContainsAny(firstRune(token), curly):
		end := s.pos + curlyLength(s.line(), len(token))
		s.reportCurly(f, span{s.pos, end}, s.text[s.pos:end])
		s.pos = end
	case text[0] == '(' && strings.HasSuffix(text, ")") && kind.takes(Strings|Integers):
		s.report(at, "round-brackets", "a list stands in square brackets.", "Write "+f.assignment("["+text[1:len(text)-1]+"]"))
	case strings.HasSuffix(text, `"`) || strings.HasSuffix(text, "'"):
		s.report(at, "missing-quote", "the opening quotation mark is missing.", "Write "+f.assignment(`"`+strings.Trim(text, `"'`)+`"`))
	case isDecimalComma(text):
		s.report(at, "decimal-comma", text+" has a decimal comma.", f.pointHint(text))
	case isYesNo(text) != "" && (kind == nil || kind.takes(Boolean)):
		s.report(at, "yes-or-no", text+" is not a value here.", "Write "+f.assignment(isYesNo(text)))
	case isLeadingZero(text):
		s.report(at, "leading-zero", text+" begins with a zero.", "Write "+f.assignment(f.number(strings.TrimLeft(text, "0"))))
	case kind.takes(Date) || kind == nil && (len(MeantDates(text)) == 1 || fits(text, "0000-00-00")):
		s.reportDate(f, at, text)
	default:
		s.reportNoQuotes(f, at, text)
	}
}

func (s *scanner) reportNoValue(f slot) {
	if f.unknown {
		return
	}
	s.report(f.at, "missing-value", f.name+" has no value.", cmp.Or(f.example(), "Write one, or remove the line."))
}

// reportNoQuotes reports a text without quotation marks.
func (s *scanner) reportNoQuotes(f slot, at span, text string) {
	if f.repeats.add(s) {
		return
	}
	switch k := f.key; {
	case k.takes(String | Markdown), k == nil:
		s.report(at, "missing-quotes", "this value needs quotes.", "Write "+f.assignment(f.quoted(text)))
	case k.takes(Strings):
		s.report(at, "missing-quotes", "this value needs quotes.", "Write "+f.assignment(f.listed(text)))
	case k.takes(Integer | Integers):
		s.report(at, "not-a-number", text+" is not a whole number.", f.wholeHint(text))
	default:
		s.report(at, "not-a-value", text+" is not a value here.", f.example())
	}
}

// repeat counts the values of a list that lack quotes, so that they are reported as one problem.
type repeat struct{ first, count int }

// add counts one value, and reports whether there was one before.
func (r *repeat) add(s *scanner) bool {
	if r == nil || s.muted > 0 {
		return false
	}
	if r.count == 0 {
		r.first = len(s.problems)
	}
	r.count++
	return r.count > 1
}

// finish adds the number of further values to the problem of the first.
func (r *repeat) finish(s *scanner) {
	if r.count > 1 && r.first < len(s.problems) {
		p := &s.problems[r.first]
		p.Message = strings.TrimSuffix(p.Message, ".") + fmt.Sprintf(", and %d more in this list.", r.count-1)
	}
}

// reportDate reports what should have been a date, with the date that was meant where only one is possible.
func (s *scanner) reportDate(f slot, at span, text string) {
	switch {
	case fits(text, "0000-00-00") && dateShape(text[:10]) == shapeDate:
		s.report(at, "date", strings.Trim(text[10:], "Tt ")+" is not a time of the day.", "Write hours and minutes, or leave them out: "+f.assignment(text[:10]))
	case len(MeantDates(text)) == 0 && len(readings(text)) > 0:
		s.report(at, "date", text+" is not in the calendar.", f.dateHint(text))
	default:
		s.report(at, "date", text+" is not how a date is written.", f.dateHint(text))
	}
}

// plainSpaces returns a token with every run of spaces, of whatever kind, as one ordinary space.
func plainSpaces(token string) string { return strings.Join(strings.FieldsFunc(token, isSpace), " ") }

func firstRune(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

// curlyLength returns the length of a text in curly quotation marks on its line: up to the last mark, or that of the token.
func curlyLength(line string, token int) int {
	opening := len(firstRune(line))
	for i, r := range line[opening:] {
		if strings.ContainsRune("“”‟»›’", r) {
			return opening + i + len(string(r))
		}
	}
	return token
}

// isDecimalComma reports whether text begins like 2,5.
func isDecimalComma(text string) bool {
	n := wholeLength(text)
	return n > 0 && n+1 < len(text) && text[n] == ',' && isDigit(text[n+1])
}

// isYesNo returns the truth value that a word stands for, or "".
func isYesNo(text string) string {
	switch strings.ToLower(text) {
	case "yes", "on", "true", "y":
		return "true"
	case "no", "off", "false", "n":
		return "false"
	}
	return ""
}

func isLeadingZero(text string) bool {
	return len(text) > 1 && text[0] == '0' && strings.Trim(text, "0123456789") == ""
}

// quoted returns text in quotation marks. A number alone gets the unit that values of the key have.
func (f slot) quoted(text string) string {
	if number, err := strconv.ParseFloat(text, 64); err == nil {
		text += f.unitOf(number)
	}
	return `"` + strings.ReplaceAll(strings.ReplaceAll(text, `\`, `/`), `"`, `'`) + `"`
}

// listed returns text as a value of a list, or as a list of one.
func (f slot) listed(text string) string {
	if f.closer == ']' {
		return f.quoted(text)
	}
	return f.element().listOf(text)
}

// unit returns the unit in the key's example with the space before it, as " kg"; "" where the example has none.
func (f slot) unit() string {
	if f.key == nil {
		return ""
	}
	number, unit, found := strings.Cut(strings.Trim(f.key.Example, `"`), " ")
	if _, err := strconv.ParseFloat(number, 64); err != nil || !found || strings.ContainsAny(unit, " 0123456789") {
		return ""
	}
	return " " + unit
}

// manyMinutes is the number from which a duration without a unit is taken for seconds, though the example of its key is in minutes:
// 90 is more likely a minute and a half than an hour and a half.
const manyMinutes = 10

// unitOf returns the unit that a number most likely has, with the space before it.
func (f slot) unitOf(number float64) string {
	unit := f.unit()
	if unit == " min" && number >= manyMinutes {
		return " s"
	}
	return unit
}

// number returns how a number is to be typed for the key.
func (f slot) number(text string) string {
	if text == "" {
		text = "0"
	}
	if f.key == nil || f.key.takes(Integer|Integers) {
		return text
	}
	return f.quoted(text)
}

// pointHint says how to write a number with a decimal comma.
func (f slot) pointHint(text string) string {
	number, rest, _ := strings.Cut(text, " ")
	number = strings.Replace(number, ",", ".", 1)
	if f.key != nil && !f.key.takes(String|Strings) {
		return f.example()
	}
	if rest != "" {
		return "Write numbers with a point and in quotes: " + f.assignment(`"`+number+" "+rest+`"`)
	}
	return "Write numbers with a point and in quotes: " + f.assignment(f.quoted(number))
}

// wholeHint says how to write a whole number where a text has one in it.
func (f slot) wholeHint(text string) string {
	if n := digitsLength(text); n > 0 && n <= 9 && (n == len(text) || text[n] == ' ') {
		return "Write " + f.assignment(text[:n])
	}
	if f.key.takes(Integers) {
		return f.numbersHint(text)
	}
	return f.example()
}
