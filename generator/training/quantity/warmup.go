package quantity

import (
	"errors"
	"fmt"
	"strings"
)

// ParseWarmUp reads the sets before the others, each with its share of the day's weight: "10 at 40 %, 5 at 60 %, 3 at 80 %".
func ParseWarmUp(s string) (Prescription, error) {
	sc := scan(s)
	typed, ok := sc.parts()
	if !ok {
		return Prescription{}, misreadWarmUp(s)
	}
	p, err := resolve(sc, typed, s)
	switch {
	case errors.Is(err, errFraction):
		return Prescription{}, misreadWarmUp(s)
	case err != nil:
		return Prescription{}, err
	}
	for _, part := range p.Parts {
		if wrong := p.wrongInWarmUp(part); wrong != "" {
			return Prescription{}, &Error{Message: wrong, Hint: warmUpHint}
		}
	}
	return p, nil
}

// misreadWarmUp looks for what is known only where there is a percentage, without which its advice would not do either.
func misreadWarmUp(s string) error {
	if strings.Contains(s, "%") {
		return misread(s, warmUpHint)
	}
	return unreadable(s, warmUpHint)
}

// wrongInWarmUp says what a set before the others cannot be; "" where nothing is wrong with it.
func (p Prescription) wrongInWarmUp(part Part) string {
	switch {
	case part.Share == 0:
		return fmt.Sprintf("%q says no share of the day's weight.", p.one(part))
	case part.Share >= whole:
		return fmt.Sprintf("a set with %s of the day's weight is no warm-up.", FormatShare(part.Share))
	case part.Open:
		return "a warm-up set is not open."
	case part.Low < part.High:
		return "a warm-up set has one number and no range."
	}
	return ""
}

const warmUpHint = `Write it like "10 at 40 %, 5 at 60 %, 3 at 80 %".`
