package quantity

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// startHint is for a weight that stands beside what is done.
func startHint(p Prescription) error {
	e := &Error{Message: "the weight of a row stands in start.", Hint: `Write the sets without it, and start = "60 kg".`}
	first := p.First().Load
	bare := Prescription{Unit: p.Unit, Steps: p.Steps, PerSide: p.PerSide}
	for _, part := range p.Parts {
		if part.Load.Unit != first.Unit || first.Thousandths == 0 {
			return e
		}
		if part.Load != first {
			part.Share = (part.Load.Thousandths*whole + first.Thousandths - 1) / first.Thousandths // up, since weights are rounded down
		}
		if part.Share > mostShare {
			return e
		}
		part.Load = Load{}
		bare = bare.Plus(part)
	}
	e.Hint = fmt.Sprintf("Write %q and start = %q.", bare.Typed(), first)
	return e
}

func explainFailure([]string) *Error {
	return &Error{
		Message: "runners should stop with at least 1 good rep left.",
		Hint:    `Write a range like "3 x 8-12", or "3 x 5+" for a last set of as many good ones as leave that.`,
	}
}

func explainFor(m []string) *Error {
	return &Error{
		Message: "rounds against the clock are not written in do alone.",
		Hint:    fmt.Sprintf(`Write what is done like do = "3 x 8", and for = "%s min" on the first row of the group.`, m[1]+m[2]),
	}
}

func explainEvery(m []string) *Error {
	every := max(atoi("0"+m[1]+m[2]), 1)
	if m[3] != "s" {
		every *= 60
	}
	do := "5 x 3"
	rest := everyWords.ReplaceAllString(m[0], " ")
	if write, ok := readable(rest); ok {
		do = write
	} else if n := strings.Trim(rest, " :'min"); n != "" && len(n) < 3 && atoi(n) > 1 && atoi(n) <= mostByTheClock {
		do = n + " x 5"
	}
	return &Error{Message: "sets by the clock are written with every.", Hint: fmt.Sprintf("Write it like do = %q and every = %q.", do, FormatDuration(every))}
}

var everyWords = regexp.MustCompile(`(?:\be\d*mom\b|\bevery (?:\d+ ?)?(?:min\w*|s\w*)|\bon the min\w*|\botm\b)(?:(?: for)? \d+ ?min\w*)?:?`)

// efforts are the ways to say how hard a set is: "RIR 2", "@ RPE 8.5", "2 RIR".
var efforts = [...]*regexp.Regexp{
	regexp.MustCompile(`[ @,(]*\b(?P<of>rir|rpe)[ :=]*(?P<n>\d+)(?:[.,-]\d+)*\)?`),
	regexp.MustCompile(`[ @,(]*\b(?P<n>\d+) ?(?P<of>rir|rpe)\b\)?`),
}

func explainEffort(m []string) *Error {
	e := &Error{Message: "how hard a set ends is said in the runner type and not in a row.", Hint: "Write the sets here, and reserve = 2 in the runner type."}
	for _, effort := range efforts {
		found := effort.FindStringSubmatch(m[0])
		if found == nil {
			continue
		}
		reserve := atoi(found[effort.SubexpIndex("n")])
		if found[effort.SubexpIndex("of")] == "rpe" {
			reserve = 10 - reserve
		}
		if write, ok := readable(effort.ReplaceAllString(m[0], " ")); ok {
			e.Hint = fmt.Sprintf("Write %q, and reserve = %d in the runner type.", write, min(max(reserve, 1), 5))
		}
		break
	}
	return e
}

var notNumber = regexp.MustCompile(`[^\d.]+`)

// explainPercents gives each set its percentage: "5, 5, 5+ at 65, 75, 85 %".
func explainPercents(m []string) *Error {
	percents := notNumber.Split(m[2], -1)
	left := strings.ReplaceAll(m[1], "/", ", ")
	sc := scan(left)
	parts, ok := sc.parts()
	if !ok || len(percents) < 2 {
		return nil
	}
	p, err := resolve(sc, parts, left)
	sets := p.singles()
	if len(sets) == 1 {
		for len(sets) < len(percents) {
			sets = append(sets, sets[0])
		}
	}
	if strings.Contains(m[2], "-") && len(percents) == 2 {
		return twoShares(m[1], percents)
	}
	if err != nil || len(sets) != len(percents) {
		return nil
	}
	var texts []string
	for i, part := range sets {
		texts = append(texts, p.number(part, "-")+" at "+percents[i]+" %")
	}
	return didMean("a percentage holds for the sets that it stands behind.", "Write %q.", strings.Join(texts, ", "))
}

// twoShares is for a range of percentages: "3 x 5 at 70-80 %".
func twoShares(sets string, percents []string) *Error {
	low, ok := readable(sets + " at " + percents[0] + " %")
	high, ok2 := readable(sets + " at " + percents[1] + " %")
	if !ok || !ok2 {
		return nil
	}
	return &Error{Message: "a set has one percentage.", Hint: fmt.Sprintf("Write %q or %q.", low, high)}
}

func explainBodyShare(m []string) *Error {
	share, err := ParseBodyShare(m[2])
	write, ok := readable(m[1])
	if err != nil || !ok {
		return nil
	}
	return &Error{Message: "a share of the body stands in start.", Hint: fmt.Sprintf("Write %q and start = %q.", write, FormatBodyShare(share))}
}

func explainOfMaximum(m []string) *Error {
	return didMean("a percentage is of max where that names the exercise, or else of start.", "Write %q.", m[1])
}

// withPercent are ways to write one set, or equal ones, with a percentage.
var withPercent = [...]struct {
	form   *regexp.Regexp
	sets   int // the group with the sets
	shares int // the group with the percentage
}{
	{form(`^(\d+(?: ?x ?\d+)?\+?)(?: ?(?:x|@|at|a|bei|mit|/|-|,) ?| )\(?(\d+(?:\.\d+)?) ?%\)?$`), 1, 2},
	{form(`^(\d+(?:\.\d+)?) ?% ?(?:x|for|of|:|-|,)? ?(\d+(?: ?x ?\d+)?\+?)$`), 2, 1},
}

// explainEachPercent turns round sets that are written like "5 x 65 %" and "65 % x 5".
func explainEachPercent(m []string) *Error {
	var texts []string
	for _, part := range strings.Split(m[0], ",") {
		for _, w := range withPercent {
			if found := w.form.FindStringSubmatch(strings.TrimSpace(part)); found != nil {
				texts = append(texts, found[w.sets]+" at "+found[w.shares]+" %")
				break
			}
		}
	}
	text, hint := strings.Join(texts, ", "), "Write %q."
	unspaced := strings.NewReplacer(" ", "", "@", "at")
	if len(texts) != strings.Count(m[0], ",")+1 || unspaced.Replace(text) == unspaced.Replace(m[0]) {
		return nil
	}
	if len(texts) == 1 && !strings.Contains(text, "x") {
		text, hint = "1 x "+text, "For one set write %q."
	}
	return didMean("a percentage stands behind the number of the set.", hint, text)
}

func explainFraction(m []string) *Error {
	return didMean("a share is written in percent.", "Write %q.", m[1]+" at "+(m[2] + "0")[:2]+" %")
}

// explainAt is for a number behind "at" without a unit.
func explainAt(m []string) *Error {
	text := m[1]
	if _, ok := readable(text); !ok {
		text = "1 x " + text
	}
	share, ok := readable(text + " at " + m[2] + " %")
	bare, ok2 := readable(text)
	if !ok || !ok2 {
		return nil
	}
	e := &Error{Message: fmt.Sprintf("at %s has no unit.", m[2]), Hint: fmt.Sprintf(`Write %q, or %q and start = "%s kg".`, share, bare, m[2])}
	if n, err := strconv.Atoi(m[2]); err == nil && n >= 5 && n <= 9 {
		e.Message = fmt.Sprintf("at %s may be many things.", m[2])
		e.Hint = fmt.Sprintf(`Write %q, and start = "%d kg" for a weight, or reserve = %d in the runner type for how hard it is.`, bare, n, 10-n)
	}
	return e
}

var (
	minutesAndSeconds = regexp.MustCompile(`(\d+) ?'(\d+)(?:''|")?`)
	secondSign        = regexp.MustCompile(`(\d) ?(?:''|")`)
	minuteSign        = regexp.MustCompile(`(\d) ?'`)
)

// primes writes the signs of minutes and seconds as words: 1'30" is 1 min 30 s.
func primes(text string) string {
	text = minutesAndSeconds.ReplaceAllString(text, "$1 min $2 s")
	text = secondSign.ReplaceAllString(text, "$1 s")
	return minuteSign.ReplaceAllString(text, "$1 min")
}

func explainPrimes(m []string) *Error {
	return didMean("minutes and seconds are written with letters.", "Write %q.", primes(m[0]))
}

var betweenSets = regexp.MustCompile(`[-/ ]+`)

// explainChain is for sets that differ with strokes between them: "12/10/8", "21-15-9", "3 x 8-12-15".
func explainChain(m []string) *Error {
	list := betweenSets.Split(m[2], -1)
	if m[1] != "" && m[1] != strconv.Itoa(len(list)) {
		return nil
	}
	return didMean(fmt.Sprintf("%s has %d numbers.", quoted(m[2]), len(list)), "For one after the other write %q.", strings.Join(list, ", ")+m[3])
}

// explainSetRange is for a range of sets, and for a range that stands before the sets.
func explainSetRange(m []string) *Error {
	const most = 6 // sets that anybody gives a range for
	if atoi(m[2]) > most {
		return didMean("the sets come first.", "Write %q.", m[3]+" x "+m[1]+"-"+m[2])
	}
	few, ok := readable(m[1] + " x " + m[3])
	many, ok2 := readable(m[2] + " x " + m[3])
	if !ok || !ok2 {
		return nil
	}
	return &Error{Message: "a row has one number of sets.", Hint: fmt.Sprintf("Write %q or %q.", few, many)}
}

func explainSlash(m []string) *Error {
	switch low, high := atoi(m[2]), atoi(m[3]); {
	case m[1] == "":
		return didMean("a stroke does not part sets.", "For sets that differ write %q.", m[2]+", "+m[3]+m[4])
	case min(low, high) < 3: // "1/2" may be a half
		return nil
	case low == high:
		return didMean("a stroke is read in no number.", "If that is the left and the right, write %q.", m[1]+m[2]+m[4]+" each side")
	default:
		return didMean("a stroke is read in no number.", "For a range write %q.", m[1]+m[2]+"-"+m[3]+m[4])
	}
}

func explainSides(m []string) *Error {
	return didMean("that it is done on each side is written in words.", "Write %q.", m[1]+" each side")
}

// explainTurned is for repetitions that stand before the sets: "10 reps x 3 sets".
func explainTurned(m []string) *Error {
	if spelled(fold(m[2])).of == "" && m[2] != "rm" {
		return nil
	}
	return didMean("the sets come first.", "Write %q.", m[3]+" x "+m[1]+" "+m[2])
}

var joints = regexp.MustCompile(`(\d[^\s,]*?(?: (?:s|reps|min|m))?)(?: ?[+&/|] ?|[ ,]+(?:and|plus|then|und|dann|et|puis|y|luego|en) | )(\d+ ?x)`)

func explainJoined(m []string) *Error {
	return didMean("sets that differ have a comma between them.", "Write %q.", joints.ReplaceAllString(m[0], "$1, $2"))
}
