package training

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
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
		waved := p.other == "progress" && t.Has("wave") // then it is the wave that is too much
		if t.Has(p.main) && t.Has(p.other) && !waved {
			r.add(t.KeyPos(p.other), "keys-together", fmt.Sprintf("%q does not go with %q: %s.", p.other, p.main, p.because), takeOut(p.other))
		}
	}
	if row.Or.ID != "" && row.Or.ID == row.Exercise.ID {
		r.add(row.Or.Pos, "or-itself", fmt.Sprintf(`"or" names %q, which is this exercise.`, row.Or.ID), `Name another one, or take "or" out.`)
	}
	if row.Progress == TwoForTwo && row.Last > 0 {
		r.add(row.LastPos, "keys-together", `"last" does not go with two-for-two, which looks at the last set in its own way.`, `Take "last" out, or progress.`)
	}
	switch {
	case row.all(testsMaximum):
		r.withOwnWeight(t, "RM", "at each visit the runner finds the heaviest weight for so many repetitions")
	case row.all(saysWeight):
		r.withOwnWeight(t, "weeks", "each week says its own weight")
	case still(row):
		r.stillWith(t)
	}
}

func takeOut(key string) string { return fmt.Sprintf("Take %q out.", key) }

// still reports whether nothing in a row makes it harder. What could not be read is not known.
func still(row *Row) bool {
	if row.Do.IsZero() || len(row.Weeks)+len(row.Stages)+len(row.Wave) > 0 {
		return false
	}
	open := row.anyPart(func(p quantity.Part) bool { return p.Open })
	return row.Progress == NoProgress || row.Progress == ByDefinition && !row.Do.Ranged() && !open && row.StepPos == (diag.Position{})
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

// all reports whether the row asks for something, and each entry of it is of a kind.
func (row *Row) all(is func(quantity.Prescription) bool) bool {
	return !row.Do.IsZero() && !slices.ContainsFunc(row.Entries(), func(p quantity.Prescription) bool { return !p.IsZero() && !is(p) })
}

// withOwnWeight reports what has no meaning in a row whose sets have their own weight.
func (r *reader) withOwnWeight(t *tomlfile.Table, main, because string) {
	for _, key := range []string{"start", "step", "progress", "last", "misses", "back", "weights"} {
		said := slices.ContainsFunc(pairRows[:], func(p pair) bool { return p.other == key && t.Has(p.main) })
		if !t.Has(key) || said || key == "start" && isYouChoose(t) || key == "progress" && Model(t.String(key)) == NoProgress {
			continue
		}
		r.add(t.KeyPos(key), "keys-together", fmt.Sprintf("%q does not go with %s: %s.", key, main, because), takeOut(key))
	}
}
