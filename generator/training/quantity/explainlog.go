package quantity

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

func explainTempo(m []string) *Error {
	tempo, _, ok := readTempo(m[2])
	write, ok2 := readable(m[1])
	if !ok || !ok2 || tempo.believe() != nil {
		return nil
	}
	return &Error{Message: "the tempo does not stand among the sets.", Hint: fmt.Sprintf("Write %q and tempo = %q: the seconds down, held and up.", write, tempo)}
}

func explainRest(m []string) *Error {
	write, ok := readable(m[1])
	rest, err := ParseRest(primes(m[2]))
	if n, bad := strconv.Atoi(strings.TrimSpace(m[2])); bad == nil && n > 10 {
		rest, err = Rest{To: n}, nil
	}
	if !ok || err != nil {
		return nil
	}
	if p, _ := understood(write); rest.To < shortestRest {
		if p.Unit != Seconds || p.Ranged() {
			return nil
		}
		every := FormatDuration(p.First().High + rest.To)
		return &Error{Message: "sets by the clock are written with every.", Hint: fmt.Sprintf("Write %q and every = %q.", write, every)}
	}
	return &Error{Message: "the rest does not stand among the sets.", Hint: fmt.Sprintf("Write %q and rest = %q.", write, rest)}
}

// shortestRest is what is believed of a rest between sets, in seconds; shorter ones are an interval of the clock.
const shortestRest = 15

// explainLoad is for logs, in which the weight stands among the numbers: "3 x 8 x 20 kg".
func explainLoad(m []string) *Error {
	write, load, ok := loadWithin(m[0])
	switch {
	case load.IsZero():
		return nil
	case ok:
		return &Error{Message: "the weight of a row stands in start.", Hint: fmt.Sprintf("Write %q and start = %q.", write, load)}
	}
	return &Error{Message: "the weight of a row stands in start.", Hint: fmt.Sprintf(`Write start = %q, and what is done like "3 x 8-12".`, load)}
}

var (
	loadForm   = regexp.MustCompile(`^(|.*?[^\d.,])(\d+(?:[.,]\d+)?) ?(kg|kgs|kilo|kilos|lb|lbs)\b(.*)$`)
	beforeLoad = regexp.MustCompile(`(?:[ ,x@:/+]|\b(?:at|a|mit|bei|avec|con|with|met|de))+$`)
	behindLoad = regexp.MustCompile(`^[ ,x@:/]+`)
)

// loadWithin takes the load out of a text and returns how the rest is typed, if that is a prescription.
func loadWithin(text string) (write string, load Load, ok bool) {
	m := loadForm.FindStringSubmatch(text)
	if m == nil {
		return "", Load{}, false
	}
	load, err := ParseLoad(strings.Replace(m[2], ",", ".", 1) + " " + m[3])
	if err != nil {
		return "", Load{}, false
	}
	before, behind := beforeLoad.ReplaceAllString(m[1], ""), behindLoad.ReplaceAllString(m[4], "")
	if write, ok = readable(before + " " + behind); !ok {
		write, ok = readable(before + " x " + behind)
	}
	return write, load, ok
}

// explainHands is for two weights of a kind, or one in each hand: "2 x 16 kg", "20 kg/hand".
func explainHands(m []string) *Error {
	load, err := ParseLoad(m[2] + m[3])
	if err != nil {
		return nil
	}
	e := &Error{Message: "that two weights are held is said by the exercise.", Hint: fmt.Sprintf("Write start = %q, and hands = 2 in the exercise.", load)}
	if write, ok := readable(m[1]); ok {
		e.Hint = fmt.Sprintf("Write %q and start = %q, and hands = 2 in the exercise.", write, load)
	}
	return e
}

// explainThree is for three factors, the last of which may be a weight: "3 x 5 x 60".
func explainThree(m []string) *Error {
	write, ok := readable(m[1] + " x " + m[2])
	if !ok || len(m[3]) < 2 {
		return &Error{Message: "sets times repetitions are two numbers, and these are three.", Hint: prescriptionHint}
	}
	return &Error{
		Message: "sets times repetitions are two numbers, and these are three.",
		Hint:    fmt.Sprintf(`Write %q, and start = "%s kg" if that is the weight.`, write, m[3]),
	}
}

// explainLetter is for exercises that are done in turn: "A1: 3 x 8".
func explainLetter(m []string) *Error {
	write, ok := readable(m[2])
	if !ok {
		return nil
	}
	return &Error{Message: "what is done in turn is written with group.", Hint: fmt.Sprintf("Write %q and group = %q.", write, strings.ToUpper(m[1]))}
}
