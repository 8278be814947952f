package quantity

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

const prescriptionHint = `Write it like "3 x 8-12" or "3 x 20-30 s".`

// ParsePrescription reads what a row asks for: "3x8-12", "3 × 8–12 each side", "12, 10, 8", "5 x 3+", "1 x 5, 3 x 8 at 85 %", "4 x 4 RM",
// "3 x 20 m". The weight of a row does not stand in it: see [ParseEntry].
func ParsePrescription(s string) (Prescription, error) {
	p, err := readPrescription(s)
	if err != nil {
		pointed, errPointed := readPrescription(commaBetween.ReplaceAllString(s, "$1.$2"))
		if errPointed != nil || !pointed.namesLoad() {
			return Prescription{}, err
		}
		p = pointed
	}
	if p.namesLoad() {
		return Prescription{}, startHint(p)
	}
	return p, nil
}

// ParseByTheClock reads what a row asks for whose sets begin when the clock says so: as [ParsePrescription] does, but there may be more sets.
func ParseByTheClock(s string) (Prescription, error) {
	p, err := ParsePrescription(s)
	if err == nil {
		return p, nil
	}
	sc := scan(s)
	sc.mostSets = mostByTheClock
	if typed, ok := sc.parts(); ok && (len(typed) > 1 || typed[0].counted) {
		if more, e := resolve(sc, typed, s); e == nil && !more.namesLoad() {
			return more, nil
		}
	}
	return Prescription{}, err
}

// ParseEntry reads an entry of a table of weeks: a prescription, which may say its own weight, "5 x 5 at 60 kg", or "-" for a week without
// the exercise, which is the zero Prescription.
func ParseEntry(s string) (Prescription, error) {
	sc := scan(s)
	if _, without := sc.take(dash); without && sc.done() {
		return Prescription{}, nil
	}
	p, err := readPrescription(s)
	switch {
	case err == nil:
		return p, nil
	case !strings.ContainsFunc(s, unicode.IsDigit):
		return Prescription{}, unreadable(s, `Write it like "3 x 8", or "-" for a week without it.`)
	}
	if write, load, ok := loadWithin(plain(s)); ok && !sc.hasComma() {
		return Prescription{}, &Error{Message: "the weight stands behind the sets.", Hint: fmt.Sprintf("Write %q.", write+" at "+load.String())}
	}
	return Prescription{}, err
}

// readPrescription reads a prescription that may say its own weights.
func readPrescription(s string) (Prescription, error) {
	sc := scan(s)
	typed, ok := sc.parts()
	if !ok {
		return Prescription{}, misread(s, prescriptionHint)
	}
	if one := typed[0]; len(typed) == 1 && !one.counted {
		return Prescription{}, uncounted(s)
	}
	p, err := resolve(sc, typed, s)
	if errors.Is(err, errFraction) {
		return Prescription{}, misread(s, prescriptionHint)
	}
	return p, err
}

// errFraction is for a number of sets or an amount that is not whole.
var errFraction = errors.New("not a whole number")

// uncounted is for what may be one set or several: "8-12", "5 at 85 %".
func uncounted(s string) error {
	if e := known(s); e != nil {
		return e
	}
	e := &Error{Message: fmt.Sprintf("%s does not say how many sets.", quoted(s)), Hint: prescriptionHint}
	one, ok := readable("1 x " + s)
	three, ok2 := readable("3 x " + s)
	if ok && ok2 {
		e.Hint = fmt.Sprintf("For one set write %q, for three %q.", one, three)
	}
	return e
}

// typedPart is a part of a prescription as it was typed.
type typedPart struct {
	counted   bool // it says how many sets: "3 x 8", and not "8"
	sets      amount
	low, high amount
	ranged    bool
	open, rm  bool
	perSide   bool
	at        bool // it says with what
	share     int
	load      Load
}

// mostParts is how many parts are read: more than anybody means.
const mostParts = 4 * mostSets

// parts reads parts with commas between them.
func (sc *scanner) parts() (parts []typedPart, ok bool) {
	for {
		part, ok := sc.part()
		if !ok || len(parts) == mostParts {
			return nil, false
		}
		parts = append(parts, part)
		if sc.done() {
			return parts, true
		}
		if !sc.accept(",", ";") {
			return nil, false
		}
	}
}

func (sc *scanner) part() (t typedPart, ok bool) {
	t.sets = amount{thousandths: 1000}
	begin := sc.at
	if n, ok := sc.number(); ok && sc.acceptBy() {
		t.counted, t.sets.thousandths = true, n
	} else {
		sc.at = begin
	}
	if t.low, ok = sc.amount(); !ok {
		return t, false
	}
	t.high = t.low
	if !sc.seesLoad() && sc.acceptTo() {
		if t.ranged = true; !sc.amountInto(&t.high) {
			return t, false
		}
	}
	if t.open = sc.accept("+"); t.open && t.high.unit.name == "" && spelled(sc.peek().text).of != "" {
		t.high.unit = spelled(sc.peek().text)
		sc.at++
	}
	for !sc.done() && sc.peek().text != "," && sc.peek().text != ";" {
		if !sc.suffix(&t) {
			return t, false
		}
	}
	return t, true
}

func (sc *scanner) amountInto(a *amount) (ok bool) {
	*a, ok = sc.amount()
	return ok
}

// acceptBy reads what stands between the sets and the rest: "x", "sets of", "sets x", "sets".
func (sc *scanner) acceptBy() bool {
	sets := sc.acceptWord(setsWord)
	if _, by := sc.take(times); by {
		return true
	}
	if sets {
		return sc.acceptWord(ofWord) || sc.accept(",", ":") || sets
	}
	return sc.beforeNumber(byWord)
}

// acceptTo reads what stands between the ends of a range.
func (sc *scanner) acceptTo() bool {
	_, to := sc.take(dash)
	return to || sc.beforeNumber(untilWord)
}

// beforeNumber consumes a word with the meaning if a number stands behind it.
func (sc *scanner) beforeNumber(m meaning) bool {
	if !m.has(sc.peek().text) || sc.ahead(1).kind != number {
		return false
	}
	sc.at++
	return true
}

// seesLoad reports whether a word stands next that means "at", with a load or a percentage behind it.
func (sc *scanner) seesLoad() bool {
	if !withWord.has(sc.peek().text) || sc.ahead(1).kind != number {
		return false
	}
	unit := sc.ahead(2).text
	return percentWord.has(unit) || spelled(unit).name != "" && spelled(unit).of == ""
}

// suffix reads one of the things that stand behind the number of a set.
func (sc *scanner) suffix(t *typedPart) bool {
	switch {
	case !t.rm && sc.accept("rm"):
		t.rm = true
		return true
	case !t.at && (sc.seesLoad() || atWord.has(sc.peek().text)):
		sc.at++
		t.at = true
		return sc.with(t)
	case !t.perSide:
		t.perSide = sc.side()
		return t.perSide && (t.load.IsZero() || !handWord.has(sc.tokens[sc.at-1].text))
	}
	return false
}

// with reads the percentage or the load with which a part is done.
func (sc *scanner) with(t *typedPart) bool {
	n, ok := sc.number()
	switch {
	case !ok:
		return false
	case sc.acceptWord(percentWord):
		t.share = n * 10 / 1000
		return n > 0 && n*10%1000 == 0
	}
	unit := spelled(sc.peek().text)
	t.load = Load{Thousandths: n, Unit: Unit(unit.name)}
	sc.at++
	return n > 0 && unit.name != "" && unit.of == ""
}

// side reads "each side", "per leg", "/side", "e/s", "each" and the like.
func (sc *scanner) side() bool {
	if sc.accept("e") {
		return sc.accept("/") && (sc.accept("s") || sc.acceptWord(sideWord))
	}
	if onWord.has(sc.peek().text) && eachWord.has(sc.ahead(1).text) {
		sc.at++
	}
	own := ownWord.has(sc.peek().text)
	if !sc.acceptWord(eachWord) {
		return sc.acceptWord(sideWord)
	}
	return sc.acceptWord(sideWord) || own
}

// resolve returns the prescription that was typed, or what is wrong with it.
func resolve(sc *scanner, typed []typedPart, s string) (Prescription, error) {
	if e := commaError(s, sc); e != nil {
		return Prescription{}, e
	}
	unit, err := commonUnit(typed, s)
	if err != nil {
		return Prescription{}, err
	}
	p := Prescription{Unit: unit.of, Steps: unit.name == step, PerSide: typed[len(typed)-1].perSide}
	for _, t := range typed {
		part, ok := t.resolve(unit)
		if !ok {
			return Prescription{}, errFraction
		}
		if err := p.believe(part, t, len(typed) == 1 && t.counted, sc.mostSets); err != nil {
			return Prescription{}, err
		}
		p = p.Plus(part)
	}
	if err := p.believeAll(sc.mostSets); err != nil {
		return Prescription{}, err
	}
	return p, oneWayToCount(typed, p)
}
