package training

import (
	"cmp"
	"fmt"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Fit says where a row asks something of its exercise that this does not have: a load, percentages, a tempo. Whether it is counted in what
// the exercise is counted in is found by the projection.
func Fit(row *Row, e *Exercise) diag.List {
	if e.Measure.Facts().Measure == "" {
		return nil
	}
	r := &reader{}
	r.startFits(row, e)
	r.loadFits(row, e)
	if row.Tempo != (quantity.Tempo{}) && e.Measure.Facts().Repeated != Yes {
		r.misfit(row, row.TempoPos, "tempo", fmt.Sprintf("%s is %s, so that it has no tempo", e.InSentence(), e.Measure.Facts().Done), "Take tempo out.")
	}
	switch {
	case ByClock(row, e):
		r.clockFits(row, e)
	case len(row.Weeks) > 0 && !e.Loaded() && row.Step.Amount > 0:
		r.misfit(row, row.StepPos, "step", fmt.Sprintf("a table goes up by weight, but %s is %s", e.InSentence(), e.done()), "Take step out: the table says what each week asks for.")
	}
	return r.problems
}

func (r *reader) misfit(row *Row, at diag.Position, id, message, hint string) {
	r.add(cmp.Or(at, row.Exercise.Pos, row.Pos), id+"-does-not-fit", message+".", hint)
}

// startFits holds the start of a row against the kind of load of its exercise. Weights and names of levels are looked up in their lists,
// which are not known here.
func (r *reader) startFits(row *Row, e *Exercise) {
	f, name := e.LoadedWith().Facts(), e.InSentence()
	switch {
	case f.Kind == "" && (row.Level != "" || row.BodyShare > 0):
		r.misfit(row, row.StartPos, "start", name+" is done without a load, so that it has no start", `Take start out, or say in the exercise with what it is done, load = "weight".`)
	case row.BodyShare > 0 && f.Weighs != Yes:
		r.misfit(row, row.StartPos, "start", fmt.Sprintf("start is a share of body mass, but %s is %s", name, e.done()), fmt.Sprintf("Write it like start = %q, or start = %q to print an empty box.", f.Start, youChoose))
	case !row.Start.IsZero() && row.Start.Thousandths == 0 && f.None != Yes:
		r.misfit(row, row.StartPos, "start", "a weight must be more than 0 "+string(row.Start.Unit), "To begin without a weight take start out, and the load out of the exercise.")
	}
}

// loadFits holds what a row says of shares of a weight against the kind of load of its exercise.
func (r *reader) loadFits(row *Row, e *Exercise) {
	f := e.LoadedWith().Facts()
	if f.Weighs == Yes {
		return
	}
	not := fmt.Sprintf("%s is %s", e.InSentence(), e.done())
	share := func(p quantity.Part) bool { return p.Share > 0 }
	weight := func(p quantity.Part) bool { return !p.Load.IsZero() }
	heaviest := func(p quantity.Part) bool { return p.RM }
	switch {
	case row.anyPart(share):
		r.misfit(row, row.DoPos, "percent", not+": there is no weight to take a percentage of", "Take the percentage out.")
	case row.anyPart(weight):
		r.misfit(row, row.DoPos, "weight", not+", and not at a weight", "Take the weight out.")
	case row.anyPart(heaviest) && f.Kind == "":
		r.misfit(row, row.DoPos, "rm", not+": there is no heaviest weight for so many repetitions", "Leave RM out.")
	}
	if !row.WarmUp.IsZero() {
		r.misfit(row, row.WarmUpPos, "warm-up", not+": there is no weight of which warm-up sets could be done", "Take warm_up out.")
	}
	if row.Back > 0 && !ByClock(row, e) {
		r.misfit(row, row.BackPos, "back", not+": there is no weight of which something could be taken off", "Take back out: it goes back one step.")
	}
}

// ByClock reports whether the sets of a row last so many seconds, while its exercise is counted in something else: then what was done
// is written down, and nothing is asked for.
func ByClock(row *Row, e *Exercise) bool {
	unit := e.Measure.Facts().Unit
	return unit != "" && unit != quantity.Seconds && row.Do.Unit == quantity.Seconds
}

// clockFits reports what has no meaning for sets by the clock.
func (r *reader) clockFits(row *Row, e *Exercise) {
	not := fmt.Sprintf("%s is %s, so that sets in seconds have no number to reach", e.InSentence(), e.Measure.Facts().Counted)
	if row.Do.Ranged() {
		low, _ := row.Do.Span()
		r.misfit(row, row.DoPos, "range", not+", and no range", fmt.Sprintf("Write do = %q.", row.Do.WithSpan(low, low).Typed()))
	}
	for _, key := range []struct {
		name string
		said bool
		at   diag.Position
	}{
		{"step", row.StepPos != (diag.Position{}), row.StepPos},
		{"progress", row.Progress != ByDefinition && row.Progress != NoProgress, row.Pos},
		{"stages", len(row.Stages) > 0, row.StagesPos},
		{"last", row.Last > 0 && row.lastIsOpen(), row.LastPos},
		{"misses", row.Misses > 0, row.MissesPos},
		{"back", row.Back > 0, row.BackPos},
	} {
		if key.said {
			r.misfit(row, key.at, "clock", not+": "+key.name+" has nothing to look at", fmt.Sprintf("Take %s out, or ask for a number, %q.", key.name, e.Measure.Facts().Do))
		}
	}
}
