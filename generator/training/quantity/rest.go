package quantity

import "fmt"

// Rest is how long to rest, in seconds. From is 0 where a single number was given. The zero Rest was not said.
type Rest struct{ From, To int }

const restHint = `Write it like "2 min" or "60-90 s".`

// ParseRest reads a rest, which may be a range: "60-90 s", "2 min", "2-3 min", "90 s to 2 min".
func ParseRest(s string) (Rest, error) {
	sc := scan(s)
	low, ok := sc.amount()
	high, ranged := low, false
	if ok {
		if ranged = sc.acceptTo(); ranged {
			high, ok = sc.amount()
		}
	}
	switch {
	case !ok || !sc.done():
		return Rest{}, unreadableRest(s)
	case !ranged:
		n, err := ParseDuration(s)
		if err != nil {
			return Rest{}, err
		}
		return Rest{To: n}, believeRest(Rest{To: n}, s, false)
	case low.unit.name == "":
		low.unit = high.unit
	case high.unit.name == "":
		high.unit = low.unit
	}
	return restRange(sc, s, low, high)
}

// unreadableRest reads the signs of minutes and seconds, 2' and 90", for the hint.
func unreadableRest(s string) error {
	if text := primes(plain(s)); text != plain(s) {
		if r, err := ParseRest(text); err == nil {
			return &Error{Message: "minutes and seconds are written with letters.", Hint: fmt.Sprintf("Write %q.", r)}
		}
	}
	return unreadable(s, restHint)
}

func restRange(sc *scanner, s string, low, high amount) (Rest, error) {
	from, unit, ok := low.resolve()
	to, other, ok2 := high.resolve()
	r := Rest{From: from, To: to}
	switch {
	case high.unit.name == "":
		return Rest{}, &Error{Message: fmt.Sprintf(`%s needs a unit: "60-90 s" or "2-3 min".`, quoted(s)), NoUnit: true}
	case unit != Seconds || other != Seconds:
		return Rest{}, &Error{Message: fmt.Sprintf("%s is not a time.", quoted(s)), Hint: restHint}
	case sc.hasComma():
		return Rest{}, decimalComma(s)
	case !ok || !ok2:
		return Rest{}, unreadable(s, restHint)
	}
	return r, believeRest(r, s, true)
}

// believeRest returns the error that there is in a rest that could be read.
func believeRest(r Rest, s string, ranged bool) error {
	switch turned := (Rest{From: r.To, To: r.From}); {
	case r.To == 0 && !ranged:
		return &Error{Message: fmt.Sprintf("%s is no rest.", quoted(s)), Hint: "Leave rest out for a time that suits the exercise."}
	case ranged && r.From > r.To:
		return &Error{Message: fmt.Sprintf("%s counts down.", quoted(s)), Hint: fmt.Sprintf("Write %q.", turned)}
	case ranged && r.From == r.To:
		return &Error{Message: fmt.Sprintf("%s is no range.", quoted(s)), Hint: fmt.Sprintf("Write %q.", FormatDuration(r.To))}
	case ranged && r.From == 0:
		return &Error{Message: fmt.Sprintf("%s begins with nothing.", quoted(s)), Hint: fmt.Sprintf("Write %q.", FormatDuration(r.To))}
	case r.To > day:
		return unlikely(quoted(s), "30 s to 3 min")
	}
	return nil
}

// String returns the rest as it is typed, "60-90 s", "2-3 min", and "" where there is none.
func (r Rest) String() string {
	switch {
	case r == Rest{}:
		return ""
	case r.From == 0:
		return FormatDuration(r.To)
	case r.From%60 == 0 && r.To%60 == 0:
		return fmt.Sprintf("%d-%d min", r.From/60, r.To/60)
	case r.To < 120:
		return fmt.Sprintf("%d-%d s", r.From, r.To)
	}
	return FormatDuration(r.From) + " to " + FormatDuration(r.To)
}
