package training

import (
	"fmt"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// pair is two keys of a row that do not go together.
type pair struct {
	main, other string // the other one is too much
	because     string // a sentence behind "...: "
}

// pairRows is the table of keys that do not go together.
var pairRows = [...]pair{
	{"weeks", "progress", "the table says what each week asks for, and goes up a step where it begins again"},
	{"weeks", "last", "the table goes on from week to week, whatever the last set had"},
	{"weeks", "misses", "after a miss the table comes again at the same weight"},
	{"weeks", "back", "after a miss the table comes again at the same weight"},
	{"stages", "progress", "the weight goes up when every set is done, and a miss leads to the next stage"},
	{"stages", "last", "the weight goes up when every set is done"},
	{"wave", "last", "a wave goes on from week to week, whatever the last set had"},
	{"wave", "misses", "a wave goes on from week to week"},
	{"wave", "back", "a wave goes on from week to week"},
	{"every", "for", "the one says when each round begins, the other how long there are rounds"},
}

// keysTogether reports keys of a row that do not go together.
func (r *reader) keysTogether(t *tomlfile.Table, row *Row) {
	for _, p := range pairRows {
		if t.Has(p.main) && t.Has(p.other) {
			r.add(t.KeyPos(p.other), "keys-together", fmt.Sprintf("%q does not go with %q: %s.", p.other, p.main, p.because), takeOut(p.other))
		}
	}
	if len(row.Weeks)+len(row.Stages) > 0 && row.Step.Amount > 0 {
		r.add(row.StepPos, "wrong-step", fmt.Sprintf("a table or stages go up by weight, but step is %s.", row.Step), `Write a weight, step = "2.5 kg", or take step out.`)
	}
	if row.Or.ID != "" && row.Or.ID == row.Exercise.ID {
		r.add(row.Or.Pos, "or-itself", fmt.Sprintf(`"or" names %q, which is this exercise.`, row.Or.ID), `Name another one, or take "or" out.`)
	}
	if row.Progress == TwoForTwo && row.Last > 0 {
		r.add(row.LastPos, "keys-together", `"last" does not go with two-for-two, which looks at the last set in its own way.`, `Take "last" out, or progress.`)
	}
	if still(row) {
		r.stillWith(t)
	}
	if allTestMaximum(row) {
		r.maximumWith(t)
	}
}

func takeOut(key string) string { return fmt.Sprintf("Take %q out.", key) }

// still reports whether nothing in a row makes it harder. What could not be read is not known.
func still(row *Row) bool {
	if row.Do.IsZero() || len(row.Weeks)+len(row.Stages)+len(row.Wave) > 0 {
		return false
	}
	return row.Progress == NoProgress || row.Progress == ByDefinition && !row.Do.Ranged() && row.StepPos == (diag.Position{})
}

// stillWith reports what has no meaning in a row that stays as it is.
func (r *reader) stillWith(t *tomlfile.Table) {
	hint := func(key string) string {
		if t.Has("progress") {
			return takeOut(key)
		}
		return fmt.Sprintf(`Say by how much it goes up, step = "2.5 kg", or take %q out.`, key)
	}
	for _, key := range []string{"last", "misses", "back"} {
		if t.Has(key) {
			r.add(t.KeyPos(key), "nothing-to-move", fmt.Sprintf("%q has nothing to move: this weight stays as it is.", key), hint(key))
		}
	}
}

// allTestMaximum reports whether all sets of a row find their own weight.
func allTestMaximum(row *Row) bool {
	for _, p := range row.Entries() {
		if !p.IsZero() && !testsMaximum(p) {
			return false
		}
	}
	return !row.Do.IsZero()
}

// maximumWith reports what has no meaning where the runner finds the heaviest weight each time.
func (r *reader) maximumWith(t *tomlfile.Table) {
	for _, key := range []string{"start", "step", "progress", "last", "misses", "back", "weights"} {
		if !t.Has(key) || key == "start" && isYouChoose(t) || key == "progress" && Model(t.String(key)) == NoProgress {
			continue
		}
		r.add(t.KeyPos(key), "keys-together", fmt.Sprintf("%q does not go with RM: at each visit the runner finds the heaviest weight for so many repetitions.", key), takeOut(key))
	}
}
