package training

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// asked reads what a row asks for: from do, weeks, stages or wave. A list has its first entry in Do.
func (r *reader) asked(t *tomlfile.Table, row *Row) {
	if t.Has("do") {
		row.DoPos = t.ValuePos("do")
		read := quantity.ParsePrescription
		if written(t, "every") {
			read = quantity.ParseByTheClock
		}
		row.Do, _ = parse(r, "do", t.Text("do"), read)
	}
	row.WeeksPos, row.StagesPos = valuePos(t, "weeks"), valuePos(t, "stages")
	row.Weeks, row.Stages = r.weeks(t), r.stages(t)
	lists := written(t, "weeks") || written(t, "stages")
	switch {
	case row.Progress == Wave && !lists, written(t, "wave"):
		r.wave(t, row)
	case !lists:
		r.missing(t, "do", `Say what to do: do = "3 x 8-12" or do = "3 x 20-30 s".`)
	}
	r.askedTwice(t)
	for _, l := range []struct {
		key  string
		list []quantity.Prescription
	}{{"weeks", row.Weeks}, {"stages", row.Stages}, {"wave", row.Wave}} {
		if !written(t, "do") && row.Do.IsZero() && len(l.list) > 0 {
			row.Do, row.DoPos = firstAsked(l.list), t.ValuePos(l.key)
		}
	}
}

// firstAsked returns the first entry of a list that asks for something.
func firstAsked(entries []quantity.Prescription) quantity.Prescription {
	i := slices.IndexFunc(entries, func(p quantity.Prescription) bool { return !p.IsZero() })
	if i < 0 {
		return quantity.Prescription{}
	}
	return entries[i]
}

// askedTwice reports a row that says twice what to do. A wave may have do beside it.
func (r *reader) askedTwice(t *tomlfile.Table) {
	var ways []string
	for _, key := range []string{"weeks", "stages", "wave", "do"} {
		if t.Has(key) && (key != "do" || !t.Has("wave")) {
			ways = append(ways, key)
		}
	}
	if len(ways) < 2 {
		return
	}
	main, other := ways[0], ways[1]
	hint := takeOut(other)
	if other == "wave" && t.Has("progress") {
		hint = `Take "wave" and "progress" out.`
	}
	if main == "stages" && other == "do" {
		hint = stagesWith(strings.TrimSpace(t.String("do")), t.Texts("stages"))
	}
	r.add(t.KeyPos(other), "asked-twice", fmt.Sprintf("%q and %q both say what to do.", main, other), hint)
}

// stagesWith says how to write stages where the first of them stands in do.
func stagesWith(do string, stages []tomlfile.Text) string {
	if len(stages) > 0 && strings.TrimSpace(stages[0].Value) == do {
		return `Take "do" out: it is the first of the stages.`
	}
	list := []string{fmt.Sprintf("%q", do)}
	for _, s := range stages {
		list = append(list, fmt.Sprintf("%q", s.Value))
	}
	return fmt.Sprintf(`Take "do" out and begin the stages with it: stages = [%s].`, strings.Join(list, ", "))
}

const weeksHint = `Write it like weeks = ["3 x 8", "3 x 10", "4 x 8"].`

// weeks reads a table of weeks. A row has it if all of its entries are in order.
func (r *reader) weeks(t *tomlfile.Table) []quantity.Prescription {
	texts := t.Texts("weeks")
	switch {
	case !t.Has("weeks"):
		return nil
	case len(texts) < 2:
		r.add(t.ValuePos("weeks"), "bad-weeks", "a table has at least 2 weeks.", `For the same in every week write do = "3 x 8".`)
		return nil
	}
	entries, ok := make([]quantity.Prescription, len(texts)), true
	for i, text := range texts {
		p, fits := parse(r, "weeks", text, quantity.ParseEntry)
		ok = fits && (p.IsZero() || r.like(text.Pos, "weeks", firstAsked(entries), p)) && ok
		entries[i] = p
	}
	if ok && firstAsked(entries).IsZero() {
		r.add(t.ValuePos("weeks"), "bad-weeks", "this table asks for nothing in any week.", weeksHint)
		return nil
	}
	if !ok {
		return nil
	}
	return entries
}

// like reports an entry of a list that is counted otherwise than the first one, and returns whether it is not.
func (r *reader) like(pos diag.Position, key string, first, p quantity.Prescription) bool {
	switch {
	case first.IsZero():
		return true
	case first.Unit != p.Unit:
		r.add(pos, "bad-"+key, fmt.Sprintf("%s are counted in %s, but this is in %s.", key, first.Unit, p.Unit), "Count all of them in the same.")
	case first.PerSide != p.PerSide:
		r.add(pos, "bad-"+key, fmt.Sprintf("some %s count each side and some do not.", key), `Write "each side" in all of them or in none.`)
	case first.Steps != p.Steps:
		r.add(pos, "bad-"+key, fmt.Sprintf("some %s count steps and some repetitions.", key), `Write "steps" in all of them or in none.`)
	default:
		return true
	}
	return false
}

const stagesHint = `Write it like stages = ["5 x 3+", "6 x 2+", "10 x 1+"].`

// stages reads what follows a miss. A row has stages if all of them are in order.
func (r *reader) stages(t *tomlfile.Table) []quantity.Prescription {
	texts := t.Texts("stages")
	switch {
	case !t.Has("stages"):
		return nil
	case len(texts) < 2:
		r.add(t.ValuePos("stages"), "bad-stages", "there are at least 2 stages: the first, and what follows a miss.", stagesHint)
		return nil
	}
	entries, ok := make([]quantity.Prescription, 0, len(texts)), true
	for _, text := range texts {
		p, fits := parse(r, "stages", text, quantity.ParsePrescription)
		ok = fits && r.like(text.Pos, "stages", firstAsked(entries), p) && r.oneStage(text, p, entries) && ok
		entries = append(entries, p)
	}
	if !ok {
		return nil
	}
	return entries
}

// oneStage reports what is wrong with a stage behind those before it, and returns whether nothing is.
func (r *reader) oneStage(text tomlfile.Text, p quantity.Prescription, before []quantity.Prescription) bool {
	switch {
	case p.Ranged():
		r.add(text.Pos, "bad-stages", fmt.Sprintf("%q is a range; a stage has one number, since it is missed or not.", p.Typed()), stagesHint)
	case testsMaximum(p):
		r.add(text.Pos, "bad-stages", fmt.Sprintf("%q finds its own weight, so that it cannot be missed.", p.Typed()), stagesHint)
	case slices.ContainsFunc(before, p.Equal):
		r.add(text.Pos, "bad-stages", fmt.Sprintf("%q is listed twice.", p.Typed()), "Remove one of them; misses = 2 allows each stage a second try.")
	default:
		return true
	}
	return false
}

// saysWeight reports whether all sets say their own weight.
func saysWeight(p quantity.Prescription) bool {
	return !slices.ContainsFunc(p.Parts, func(part quantity.Part) bool { return part.Load.IsZero() })
}

// testsMaximum reports whether some sets are done with the heaviest load for so many repetitions.
func testsMaximum(p quantity.Prescription) bool {
	return slices.ContainsFunc(p.Parts, func(part quantity.Part) bool { return part.RM })
}

// Entries returns what the row asks for at some time: its weeks, its stages, its wave, or else Do alone.
func (row *Row) Entries() []quantity.Prescription {
	for _, list := range [][]quantity.Prescription{row.Weeks, row.Stages, row.Wave} {
		if len(list) > 0 {
			return list
		}
	}
	return []quantity.Prescription{row.Do}
}

// anyPart reports whether some sets that the row asks for are of a kind.
func (row *Row) anyPart(is func(quantity.Part) bool) bool {
	return slices.ContainsFunc(row.Entries(), func(p quantity.Prescription) bool { return slices.ContainsFunc(p.Parts, is) })
}

// ToTheLimit reports whether a set is done as far as it goes: an open one, or one with the heaviest load.
func (row *Row) ToTheLimit() bool {
	return row.anyPart(func(p quantity.Part) bool { return p.Open || p.RM })
}

// TakesPercent reports whether some sets of the row are done with a share of a weight.
func (row *Row) TakesPercent() bool {
	return row.anyPart(func(p quantity.Part) bool { return p.Share > 0 })
}

// NamesWeights reports whether each set that the row asks for says its own weight, as the heaviest for a number of repetitions or in
// kilograms or pounds, so that the row needs no start.
func (row *Row) NamesWeights() bool {
	return !row.anyPart(func(p quantity.Part) bool { return !p.RM && p.Load.IsZero() })
}
