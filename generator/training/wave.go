package training

import (
	"fmt"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// waveHint shows a wave that is well made.
const waveHint = `Write it like wave = ["3 x 10", "3 x 8", "3 x 6", "2 x 6"].`

// wave reads the weeks of a wave. A row has them if all of them are in order.
func (r *reader) wave(t *tomlfile.Table, row *Row) {
	if row.Progress != Wave && !t.Broken("progress") {
		r.add(t.KeyPos("wave"), "bad-wave", `a wave needs progress = "wave" beside it.`, "Add it, or remove the wave.")
	}
	if !written(t, "wave") {
		r.missing(t, "wave", waveHint)
		return
	}
	texts := t.Texts("wave")
	if t.Has("wave") && len(texts) < 3 {
		r.add(t.ValuePos("wave"), "bad-wave", "a wave has at least 3 weeks, the last of them light.", waveHint)
		return
	}
	weeks, ok := r.waveWeeks(texts)
	if ok && r.falls(t.ValuePos("wave"), texts, weeks) && r.endsLight(texts, weeks) {
		row.Wave = weeks
	}
}

func (r *reader) waveWeeks(texts []tomlfile.Text) (weeks []quantity.Prescription, ok bool) {
	ok = true
	for _, text := range texts {
		p, fits := parse(r, "wave", text, quantity.ParsePrescription)
		switch {
		case !fits:
		case p.Unit != quantity.Repetitions:
			fits = r.badWave(text.Pos, fmt.Sprintf("a wave is counted in repetitions, not in %s.", p.Unit), waveHint)
		case p.Ranged():
			fits = r.badWave(text.Pos, fmt.Sprintf("%q is a range; a week of a wave has one number.", p.Typed()), waveHint)
		case len(weeks) > 0 && p.PerSide != weeks[0].PerSide:
			fits = r.badWave(text.Pos, "some weeks of this wave count each side and some do not.", `Write "each side" in all of them or in none.`)
		}
		ok = ok && fits
		weeks = append(weeks, p)
	}
	return weeks, ok && len(weeks) > 0
}

// falls reports whether the repetitions go down before the light week, and never up.
func (r *reader) falls(pos diag.Position, texts []tomlfile.Text, weeks []quantity.Prescription) bool {
	heavy := weeks[:len(weeks)-1]
	for i := 1; i < len(heavy); i++ {
		if heavy[i].First().High > heavy[i-1].First().High {
			return r.badWave(texts[i].Pos, fmt.Sprintf("the repetitions of a wave go down from week to week; here they go up from %d to %d.", heavy[i-1].First().High, heavy[i].First().High), waveHint)
		}
	}
	if heavy[0].First().High == heavy[len(heavy)-1].First().High {
		return r.badWave(pos, fmt.Sprintf("this wave stays at %d repetitions; they have to go down at least once.", heavy[0].First().High), waveHint)
	}
	return true
}

// endsLight reports whether the last week is the smallest amount.
func (r *reader) endsLight(texts []tomlfile.Text, weeks []quantity.Prescription) bool {
	last := len(weeks) - 1
	light := weeks[last].Sets() * weeks[last].First().High
	for i, w := range weeks[:last] {
		if w.Sets()*w.First().High <= light {
			return r.badWave(texts[last].Pos, fmt.Sprintf("the last week of a wave is the light one, but %q is no less than %q in week %d.", weeks[last].Typed(), w.Typed(), i+1), waveHint)
		}
	}
	return true
}

// badWave reports a problem and returns false.
func (r *reader) badWave(pos diag.Position, message, hint string) bool {
	r.add(pos, "bad-wave", message, hint)
	return false
}
