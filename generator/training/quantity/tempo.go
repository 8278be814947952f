package quantity

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// slowest is how long one part of a repetition is believed to take, in seconds (house rule).
const slowest = 15

const tempoHint = `Write the seconds down, held and up, like "3-0-3".`

// tempoForm is three numbers, or the four of a notation that counts a pause at the top as well, in which X is as fast as can be.
var tempoForm = regexp.MustCompile(`^(\d{1,3}) ?[-/:] ?(\d{1,3}) ?[-/:] ?(\d{1,3}|x)(?: ?[-/:] ?(\d{1,3}|x))?(?: ?s(?:ec)?\.?)?$`)

// tempoDigits is the same without anything between: "303", "30X0".
var tempoDigits = regexp.MustCompile(`^(\d)(\d)(\d|x)(\d|x)?$`)

// ParseTempo reads how long the parts of a repetition take: "3-0-3", the seconds down, held and up.
func ParseTempo(s string) (Tempo, error) {
	t, as, ok := readTempo(s)
	if !ok {
		return Tempo{}, unreadableTempo(s)
	}
	if err := t.believe(); err != nil {
		return Tempo{}, err
	}
	switch as {
	case fourNumbers:
		return Tempo{}, &Error{
			Message: fmt.Sprintf("%s has four numbers; a tempo is the seconds down, held and up.", quoted(s)),
			Hint:    fmt.Sprintf("Without the pause at the top it is %q.", t),
		}
	case otherwise:
		return Tempo{}, &Error{Message: fmt.Sprintf("%s is not how a tempo is written.", quoted(s)), Hint: fmt.Sprintf("Write %q: the seconds down, held and up.", t)}
	}
	return t, nil
}

// tempoWay is how a tempo is written.
type tempoWay int

const (
	threeNumbers tempoWay = iota
	fourNumbers
	otherwise
)

// readTempo reads a tempo however it is written.
func readTempo(s string) (t Tempo, as tempoWay, ok bool) {
	text := plain(s)
	m := tempoForm.FindStringSubmatch(text)
	if m == nil {
		as = otherwise
		if m = tempoDigits.FindStringSubmatch(text); m == nil {
			return Tempo{}, as, false
		}
	}
	switch {
	case m[4] != "":
		as = fourNumbers
	case m[3] == "x" || strings.Count(text, "-") != 2:
		as = otherwise
	}
	return Tempo{Down: atoi(m[1]), Hold: atoi(m[2]), Up: atoi(m[3])}, as, true
}

// believe returns the error that there is in a tempo that could be read.
func (t Tempo) believe() error {
	switch {
	case t.Down > slowest || t.Hold > slowest || t.Up > slowest:
		return unlikely(quoted(t.String()), "1 to 5 seconds each")
	case t.Down == 0 || t.Up == 0:
		return &Error{Message: fmt.Sprintf("%s leaves no time to move.", quoted(t.String())), Hint: "Down and up take at least 1 second each."}
	}
	return nil
}

// unreadableTempo halves the seconds of a whole repetition: "6 s".
func unreadableTempo(s string) error {
	n, err := ParseDuration(s)
	if err != nil || n < 2 || n > 2*slowest {
		return unreadable(s, tempoHint)
	}
	t := Tempo{Down: n - n/2, Up: n / 2}
	return &Error{Message: fmt.Sprintf("%s does not say what is slow.", quoted(s)), Hint: fmt.Sprintf("Write the seconds down, held and up: %q, for example.", t)}
}

// atoi returns a number of few digits; the X of a tempo is as fast as can be, which takes a second.
func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 1
	}
	return n
}

// String returns the tempo as it is printed and typed, "3-0-3", and "" where there is none.
func (t Tempo) String() string {
	if t == (Tempo{}) {
		return ""
	}
	return fmt.Sprintf("%d-%d-%d", t.Down, t.Hold, t.Up)
}

// Seconds returns how long a repetition takes.
func (t Tempo) Seconds() int { return t.Down + t.Hold + t.Up }
