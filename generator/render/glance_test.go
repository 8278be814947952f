package render

import (
	"slices"
	"testing"

	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// A target is parted before its load, or between loads, and nowhere else unless it is long.
func TestPieces(t *testing.T) {
	for goal, want := range map[string][]string{
		"3 × 8":                        {"3 × 8"},
		"3 × 8 · 8 kg":                 {"3 × 8 ·", "8 kg"},
		"3 × 8 · 2 × 4 kg":             {"3 × 8 ·", "2 × 4 kg"},
		"12, 10, 8 · 20 kg":            {"12, 10, 8 ·", "20 kg"},
		"1 × 5 · 60 kg, 3 × 8 · 50 kg": {"1 × 5 · 60 kg,", "3 × 8 · 50 kg"},
	} {
		var got []string
		for _, piece := range pieces(goal) {
			got = append(got, plainSpaces(piece))
			if slices.Contains([]rune(piece), ' ') {
				t.Errorf("%q may end a line within %q", goal, piece)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is parted into %q, want %q", goal, got, want)
		}
	}
}

func plainSpaces(text string) string {
	runes := []rune(text)
	for i, r := range runes {
		if r == '\u00a0' || r == '\u202f' {
			runes[i] = ' '
		}
	}
	return string(runes)
}

// What is marked has grown in load or is a harder exercise; more repetitions alone are no mark.
func TestGrew(t *testing.T) {
	kilos := func(n int) quantity.Load { return quantity.Load{Thousandths: n * 1000, Unit: quantity.Kilogram} }
	eight := &progression.Target{Load: kilos(8)}
	for _, c := range []struct {
		name   string
		before *progression.Target
		t      progression.Target
		want   bool
	}{
		{"the first visit", nil, progression.Target{Load: kilos(8)}, false},
		{"the same load", eight, progression.Target{Load: kilos(8)}, false},
		{"more", eight, progression.Target{Load: kilos(10)}, true},
		{"less", eight, progression.Target{Load: kilos(6)}, false},
		{"a step above a load that the runner chose", &progression.Target{}, progression.Target{Steps: 1}, true},
		{"the next rung, with less", eight, progression.Target{Rung: 1, Load: kilos(4)}, true},
		{"the rung below", &progression.Target{Rung: 1}, progression.Target{}, false},
	} {
		if got := grew(c.before, &c.t); got != c.want {
			t.Errorf("%s: got %t", c.name, got)
		}
	}
}

// The cover shows a lift of each pattern of the plans, as many as are large beside each other, and never too wide for the page.
func TestLineUp(t *testing.T) {
	e := func(name string, pattern training.Pattern) *site.Exercise {
		x := drawnAs(name, figure.Pose{Label: "Stand", Ground: []string{"feet"}})
		x.Pattern = pattern
		return x
	}
	all := []*site.Exercise{e("Squat", training.Squat), e("Other squat", training.Squat), e("Hinge", training.Hinge), e("Push", training.Push), e("Pull", training.Pull)}
	r := &Renderer{site: &site.Site{Settings: &parse.Settings{}}, figures: map[*site.Exercise]figureFile{}}
	few, many := r.lineUp(all, 400, 900), r.lineUp(all, 20, 60)
	if len(few.Exercises) == 0 || len(few.Exercises) >= len(many.Exercises) || len(many.Exercises) != 4 || many.Exercises[1].Name != "Hinge" {
		t.Errorf("%d are large, %d are small, want fewer and one of each pattern", len(few.Exercises), len(many.Exercises))
	}
	for _, l := range []LineUp{few, many} {
		width := lineUpGap * (len(l.Exercises) - 1)
		for _, e := range l.Exercises {
			width += r.realSize(e).Width * l.Percent / 100
		}
		if width > lineUpWidth {
			t.Errorf("%d exercises at %d %% are %d pixels wide", len(l.Exercises), l.Percent, width)
		}
	}
	if none := r.lineUp(nil, 133, 190); len(none.Exercises) != 0 {
		t.Error("a site without drawings has some on its cover")
	}
}
