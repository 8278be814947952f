package sheet

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
)

// ruled makes a page of exercises with a name, which go on by these steps; 0 is a climb to the next exercise of a ladder.
func ruled(t *testing.T, name string, steps ...int) *Page {
	t.Helper()
	rows := make([]training.Row, len(steps))
	var targets []progression.Target
	for i, step := range steps {
		e := &training.Exercise{ID: name + string(rune('a'+i)), Name: name, Measure: training.MeasureLoad}
		x := equal(&rows[i], e, 3, 8, 12)
		x.PaperRule = []phrase.Phrase{phrase.New("always-double-step", "step", phrase.Step(kilograms(step))), phrase.New("always-below-bottom")}
		x.PaperNext = phrase.New("always-beside-double-step", "top", 12, "low", 8, "step", phrase.Step(kilograms(step)))
		if step == 0 {
			x.Next = phrase.New("always-next", "exercise", &training.Exercise{ID: "next", Name: "Next"}, "do", x.Prescription)
			x.PaperRule[0], x.PaperNext = phrase.New("always-climb"), phrase.New("always-beside-climb", "top", 12, "next", x.Next)
		}
		targets = append(targets, x)
	}
	return paper(t, training.Session{Name: "A", Rows: rows}, targets)
}

// foot returns the rules at the foot of a page, before what follows from what is written down.
func foot(p *Page) string {
	var list []string
	for _, r := range p.Rules[:len(p.Rules)-1] {
		list = append(list, r.Names+": "+said(r))
	}
	return strings.Join(list, " ")
}

// On a page of few exercises, what to do next time stands beside each name, in its own numbers; at the foot only what they share.
func TestRuleBesideName(t *testing.T) {
	p := ruled(t, "Squat", 2, 5, 0)
	for i, want := range []string{"All sets at 12: next time 2 kg more, from 8.", "All sets at 12: next time 5 kg more, from 8.", "All sets at 12: next time Next, 3 × 8–12."} {
		if r := &p.Rows[i]; r.Aside.Here != want || r.More != "" {
			t.Errorf("beside name %d stands %q, and below it %q; want %q", i+1, r.Aside.Here, r.More, want)
		}
	}
	if got, want := foot(p), "1–3: Twice below the bottom number: one weight or exercise down."; got != want {
		t.Errorf("at the foot stands %q, want %q", got, want)
	}
}

// Beside a long name it has no room: then it stands below it where it replaces the line about the next exercise, and else at the foot.
func TestRuleBesideLongName(t *testing.T) {
	p := ruled(t, "Split squat with the rear foot raised, one dumbbell in each hand", 2, 0)
	if r := &p.Rows[1]; r.Aside.Here != "" || r.More != "All sets at 12: next time Next, 3 × 8–12." {
		t.Errorf("beside the name stands %q, below it %q", r.Aside.Here, r.More)
	}
	if got, want := foot(p), "1: All sets at the top number: next time 2 kg more, from the bottom number. 1, 2: Twice below the bottom number: one weight or exercise down."; got != want {
		t.Errorf("at the foot stands %q, want %q", got, want)
	}
}

// On a page of more exercises each sentence stands once at the foot, with the numbers of those that share it.
func TestSharedRules(t *testing.T) {
	const up, more = ": All sets at the top number: next time ", " more, from the bottom number."
	want := "1–3, 5" + up + "2 kg" + more + " 1–5: Twice below the bottom number: one weight or exercise down. 4" + up + "5 kg" + more
	if got := foot(ruled(t, "Squat", 2, 2, 2, 5, 2)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The name of a rung stands behind its target where there is room, and else above it.
func TestNamesOfRungs(t *testing.T) {
	for _, c := range []struct {
		name  string
		weeks int
		after bool
		lines int
	}{{"Kickstand squat", 2, true, 0}, {"Split squat with the rear foot raised and held", 4, false, 2}} {
		rows := make([]training.Row, 1)
		first, second := equal(&rows[0], &pushUp, 2, 6, 12), equal(&rows[0], &training.Exercise{ID: "k", Name: c.name}, 2, 5, 8)
		weeks := [][]progression.Target{{first}}
		for range c.weeks - 1 {
			weeks = append(weeks, []progression.Target{second})
		}
		p := paper(t, training.Session{Name: "A", Rows: rows}, weeks...)
		if r := &p.Rows[0]; r.Lines[0][1].After != c.after || r.band.names != c.lines {
			t.Errorf("%s in %d weeks: behind its target %v, in %d lines above it", c.name, c.weeks, r.Lines[0][1].After, r.band.names)
		}
	}
}
