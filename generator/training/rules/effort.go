package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// effort returns the rules about how hard.
func effort() []*Rule {
	return []*Rule{
		{
			ID: "rep-range", Severity: diag.Warning,
			Fix:     `Use 8 to 12 for beginners, 4 to 10 later, and heavier weights or a harder exercise in place of more repetitions.`,
			House:   true,
			Sources: []string{"acsm-2009", "alexander-2020"},
			check:   (*look).repRange, applies: (*look).counts,
		},
		{
			ID: "to-failure", Severity: diag.Error,
			Fix:     "Write reserve = 2 or 3 in the runner type, and a range such as \"3 x 8-12\" in place of words like \"max\".",
			Sources: []string{"blagrove-2018", "acsm-2026", "halperin-2022"},
			Finder:  "A reserve of 0 and failure words in do are found when the runner type and the plan are read.",
			check:   (*look).toFailure,
		},
		{
			ID: "rest-time", Severity: diag.Warning,
			Fix:     `Write rest = "2 min" for sets of up to 6 repetitions with a weight, "90 s" for 7 to 12, "30 s" or more for holds.`,
			House:   true,
			Sources: []string{"acsm-2009"},
			check:   (*look).restTime,
		},
		{
			ID: "long-hold", Severity: diag.Warning,
			Fix:   `End the range at 30 to 60 seconds, "3 x 20-45 s", and name a harder exercise that comes next.`,
			House: true,
			check: (*look).longHold,
			applies: func(l *look) bool {
				return l.some(performance.isHeld)
			},
		},
	}
}

// Repetitions (house rules; ACSM 2009: beginners 8 to 12).
const (
	fewestNoviceReps = 6
	noviceWeeks      = 8 // in which they are beginners
	mostLoadReps     = 15
	mostReps         = 20
)

// counts reports whether the repetitions of a target say how hard it is. Of jumps the landings count, see first-jumps.
func (x performance) counts() bool {
	return x.Prescription.Unit == quantity.Repetitions && !x.Exercise.Lands()
}

func (l *look) counts() bool { return l.some(performance.counts) }

func (l *look) repRange() {
	for _, c := range l.courses() {
		wide := slices.ContainsFunc(c.list, func(x performance) bool { return l.needsMore(x, mostLoadReps) })
		for _, x := range c.list {
			if x.counts() {
				l.repsOf(x, wide)
			}
		}
	}
}

// repsOf reports repetitions that do not fit. A wide range bridges the way to the next weight.
func (l *look) repsOf(x performance, wide bool) {
	name, low := x.Exercise.InSentence(), x.fewestReps()
	_, high := x.Prescription.Span()
	high = max(high, x.Most())
	if x.Prescription.Steps && !x.PerSide { // every other one is done by the other leg
		high = (high + 1) / 2
	}
	switch {
	case x.weighted() && high > mostLoadReps && !wide:
		l.add("", l.warningf(l.doPos(x.Target), "%s goes up to %d repetitions; with a weight, more than %d train endurance.", name, high, mostLoadReps).
			WithHint("End the range at %d or earlier and take the next weight.", mostLoadReps-3))
	case x.weighted() && low < fewestNoviceReps && l.novice() && x.week.Number <= noviceWeeks:
		l.add("", l.warningf(l.doPos(x.Target), "%s asks beginners for sets of %d in their first %d weeks.", name, low, noviceWeeks).
			WithHint(`Write "3 x 8-12" and a lighter start.`))
	case high > mostReps:
		l.add("", l.notef(l.doPos(x.Target), "%s goes up to %d repetitions; more than %d bring endurance, not strength.", name, high, mostReps).
			WithHint("Name a harder exercise, or end the range earlier."))
	}
}

// fewestReps returns the repetitions of the set that has the fewest.
func (x performance) fewestReps() int {
	least := x.Most()
	for _, s := range x.Sets {
		least = min(least, s.Amount)
	}
	return least
}

// The reserve for beginners, in good repetitions.
const (
	fewestLeft = 2
	mostLeft   = 4
)

func (l *look) toFailure() {
	r := l.in.Runner
	if !l.novice() || r.Reserve >= fewestLeft && r.Reserve <= mostLeft {
		return
	}
	p := l.warningf(cmp.Or(r.ReservePos, r.Pos), "%q is a type for beginners, and its sets end with %s left.", r.Name, plural(r.Reserve, "good repetition"))
	if r.Reserve > mostLeft {
		l.add("", p.WithHint("With so many left nobody gets stronger: write reserve = 3."))
	} else {
		l.add("", p.WithHint("Beginners misjudge that: write reserve = 3."))
	}
}

// The longest rest, in seconds (house rule).
const (
	longestRest    = 300
	longestRestDue = 180 // what is proposed in place of a longer one
)

func (l *look) restTime() {
	for x := range l.full() {
		if x.Count() < 2 {
			continue
		}
		b, place := x.block()
		if b.For() > 0 { // each rests as she needs
			continue
		}
		least, part := x.leastRest()
		rests, name := b.Between(place), x.Exercise.InSentence()
		switch {
		case rests < least:
			l.add("", l.warningf(x.restPos(b), "%s is too short between sets of %s with %s.", quantity.FormatDuration(rests), spanOf(x.Prescription, part), name).
				WithHint("%s", longer(b, least-rests)))
		case x.Rest > longestRest:
			l.add("", l.warningf(x.restPos(nil), "%s between the sets of %s only makes the session longer.", quantity.FormatDuration(x.Rest), name).
				WithHint("Write rest = %q.", quantity.FormatDuration(longestRestDue)))
		}
	}
}

// longer proposes how the sets of an exercise get so many seconds more between them.
func longer(b progression.Block, more int) string {
	last := &b[len(b)-1]
	switch {
	case b.Every() > 0:
		return fmt.Sprintf("Write every = %q.", quantity.FormatDuration(b.Every()+more))
	case b.InTurn():
		return fmt.Sprintf("Rest longer after the round: rest = %q for %s.", quantity.FormatDuration(last.Rest+more), last.Exercise.InSentence())
	}
	return fmt.Sprintf("Write rest = %q.", quantity.FormatDuration(last.Rest+more))
}

// restPos is where it stands how long a target rests: in its row, or for all that is done in turn, in the last or by the clock in the first.
func (x performance) restPos(b progression.Block) diag.Position {
	row := x.Row
	switch {
	case len(b) > 0 && b.Every() > 0:
		return cmp.Or(b[0].Row.ClockPos, b[0].Row.Pos)
	case len(b) > 1:
		row = b[len(b)-1].Row
	}
	return cmp.Or(row.RestPos, row.Exercise.Pos, row.Pos)
}

// leastRest returns the shortest rest between the sets of a target, and the part of its prescription that needs it. Loads on one joint
// need less, and nobody knows how heavy a level is.
func (x performance) leastRest() (least int, of quantity.Part) {
	measure := x.Exercise.Measure.Facts()
	heavy := x.Loaded && measure.Unit == quantity.Repetitions
	if x.timed() || x.Loaded && x.Exercise.Pattern.Facts().MultiJoint != training.Yes || heavy && !x.weighted() && !helped(x.Exercise) {
		return 0, of
	}
	if heavy {
		measure = training.MeasureLoad.Facts()
	}
	for _, part := range x.Prescription.Parts {
		if rest := shortest(measure.LeastRests, part.High); rest > least {
			least, of = rest, part
		}
	}
	return least, of
}

// shortest returns the shortest rest after a set of an amount.
func shortest(rests []training.LeastRest, amount int) int {
	for _, least := range rests {
		if amount <= least.Top {
			return least.Rest
		}
	}
	return 0
}

// longestHold is the longest hold that still makes stronger, in seconds (house rule).
const longestHold = 60

// isHeld reports whether a target is a hold that is not walked.
func (x performance) isHeld() bool {
	return x.Prescription.Unit == quantity.Seconds && !x.timed() && x.Exercise.Pattern.Facts().Walked != training.Yes
}

func (l *look) longHold() {
	for x := range l.all() {
		name := x.Exercise.InSentence()
		_, high := x.Prescription.Span()
		switch {
		case !x.isHeld():
		case high > longestHold:
			l.add("", l.warningf(l.doPos(x.Target), "%s is held for up to %s.", name, quantity.FormatDuration(high)).
				WithHint("%s", l.shorterHold(x)))
		case x.Most() > longestHold:
			l.add("", l.warningf(l.doPos(x.Target), "%s reaches %s in week %d.", name, quantity.FormatDuration(x.Most()), x.week.Number).
				WithHint("%s", l.shorterHold(x)))
		}
	}
}

// shorterHold proposes a range, and what comes after its top.
func (l *look) shorterHold(x performance) string {
	low, _ := x.Prescription.Span()
	do := x.Prescription.WithSpan(min(low, 20), 45)
	next := "make it harder"
	if h := l.in.Exercises[x.Exercise.Harder.ID]; h != nil {
		next = "go on with " + h.InSentence()
	}
	return fmt.Sprintf("End at 45 s, %q, and then %s.", do.Typed(), next)
}

// spanOf writes what one set of a part has: "8-12", "20-30 s".
func spanOf(do quantity.Prescription, part quantity.Part) string {
	one := quantity.EqualSets(1, part.Low, part.High, do.Unit, false)
	return strings.TrimPrefix(one.Typed(), "1 x ")
}
