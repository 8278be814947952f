package quantity

import (
	"cmp"
	"fmt"
	"strings"
)

// heaviest is the largest load that is believed, in grams (house rule).
const heaviest = 500_000

// gramsPerPound times 100000: the international pound is 0.45359237 kg exactly.
const gramsPerPound = 45_359_237

// ParseLoad reads a load: "8 kg", "2.5kg", "18 lbs".
func ParseLoad(s string) (Load, error) { return parseLoad(s, false) }

// ParseAssistance reads a load that helps, "30 kg", of which there may be none: "0 kg".
func ParseAssistance(s string) (Load, error) { return parseLoad(s, true) }

func parseLoad(s string, mayBeNone bool) (Load, error) {
	sc := scan(s)
	_, negative := sc.take(dash)
	typed := sc.peek().text
	n, ok := sc.number()
	name, named := sc.take(word)
	switch {
	case !ok || !sc.done():
		return Load{}, unreadable(s, loadHint)
	case !named:
		return Load{}, noLoadUnit(s, n)
	}
	unit := Unit(spelled(name.text).name)
	if unit != Kilogram && unit != Pound {
		return Load{}, &Error{Message: fmt.Sprintf("I do not know the unit %s for a weight.", quoted(name.text)), Hint: loadHint}
	}
	l := Load{Thousandths: n, Unit: unit}
	switch {
	case negative && mayBeNone:
		return Load{}, &Error{Message: fmt.Sprintf("help cannot be less than 0 %s.", unit)}
	case negative || n == 0 && !mayBeNone:
		return Load{}, &Error{Message: fmt.Sprintf("a weight must be more than 0 %s.", unit)}
	case sc.hasComma():
		return Load{}, decimalComma(s)
	case l.Grams() > heaviest:
		return Load{}, unlikely(shortened(typed)+" "+string(unit), usualLoads(l.Unit))
	}
	return l, nil
}

const loadHint = `Write it like "8 kg" or "18 lb".`

func noLoadUnit(s string, thousandths int) *Error {
	l := Load{Thousandths: max(thousandths, 1000), Unit: Kilogram}
	return &Error{
		Message: fmt.Sprintf("%s has no unit.", quoted(s)),
		Hint:    fmt.Sprintf("Say %q or %q.", l, l.In(Pound)),
		NoUnit:  true,
	}
}

func usualLoads(u Unit) string {
	if u == Pound {
		return "5 to 225 lb"
	}
	return "2 to 100 kg"
}

// IsZero reports whether there is no load. A load of nothing, 0 kg of help for example, is one.
func (l Load) IsZero() bool { return l.Unit == "" }

// IsLevel reports whether the load is a named level, of which nobody knows how heavy it is.
func (l Load) IsLevel() bool { return l.Unit == Level }

// Grams returns the load in grams, rounded to the nearest; 0 for a level, which has no weight.
func (l Load) Grams() int {
	switch l.Unit {
	case Pound:
		return divide(int64(l.Thousandths)*gramsPerPound, 100_000*1000)
	case Level:
		return 0
	}
	return l.Thousandths
}

// Compare orders loads by their grams, and levels of one list by their places: -1 where l is the lighter one, 0 where they are equal,
// 1 otherwise.
func (l Load) Compare(other Load) int {
	if l.IsLevel() && other.IsLevel() {
		return cmp.Compare(l.Thousandths, other.Thousandths)
	}
	return cmp.Compare(l.Grams(), other.Grams())
}

// Plus returns the load n steps further, in the unit of l; n may be negative. A step in the other unit counts as its
// [Load.StepIn]. A level has no steps and stays.
func (l Load) Plus(n int, step Load) Load {
	if l.IsLevel() {
		return l
	}
	if l.IsZero() && l.Unit == "" {
		l.Unit = step.Unit
	}
	l.Thousandths += n * step.StepIn(l.Unit).Thousandths
	return l
}

// String returns the load as it is printed and typed, "2.5 kg", and "" where there is none.
func (l Load) String() string {
	if l.Unit == "" {
		return ""
	}
	if l.Name != "" {
		return l.Name
	}
	whole, decimals := l.Thousandths/1000, l.Thousandths%1000
	if decimals == 0 {
		return fmt.Sprintf("%d %s", whole, l.Unit)
	}
	return fmt.Sprintf("%d.%s %s", whole, strings.TrimRight(fmt.Sprintf("%03d", decimals), "0"), l.Unit)
}
