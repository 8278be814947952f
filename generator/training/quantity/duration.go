package quantity

import "fmt"

// day is the longest duration that is believed, in seconds.
const day = 24 * 60 * 60

const durationHint = `Write it like "2 min" or "90 s".`

// ParseDuration reads a duration, "2 min", "90 s", "1 min 30 s", "1:30", and returns it in seconds. It may be 0.
func ParseDuration(s string) (int, error) {
	sc := scan(s)
	a, ok := sc.amount()
	switch {
	case !ok || !sc.done() || a.unit.of == Repetitions:
		return 0, unreadable(s, durationHint)
	case a.unit.name == "":
		return 0, &Error{Message: fmt.Sprintf(`%s needs a unit: "2 min" or "90 s".`, quoted(s)), NoUnit: true}
	case a.unit.of != Seconds:
		return 0, &Error{Message: fmt.Sprintf("%s is not a time.", quoted(s)), Hint: durationHint}
	case sc.hasComma():
		return 0, decimalComma(s)
	}
	n, _, ok := a.resolve()
	switch {
	case !ok:
		return 0, unreadable(s, durationHint)
	case n > day:
		return 0, unlikely(quoted(s), "30 s to 3 min")
	}
	return n, nil
}

// FormatDuration returns seconds as they are printed and typed: whole minutes as "2 min", what is shorter than two minutes
// as "90 s", anything else as "2 min 30 s".
func FormatDuration(seconds int) string {
	minutes, rest := seconds/60, seconds%60
	switch {
	case rest == 0 && minutes > 0:
		return fmt.Sprintf("%d min", minutes)
	case minutes < 2:
		return fmt.Sprintf("%d s", seconds)
	}
	return fmt.Sprintf("%d min %d s", minutes, rest)
}
