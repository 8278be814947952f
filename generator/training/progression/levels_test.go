package progression

import (
	"fmt"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

func levels(names ...string) []quantity.Load {
	var list []quantity.Load
	for i, name := range names {
		list = append(list, must(quantity.ParseLevel(name, i+1)))
	}
	return list
}

// banded returns a plan with one row of an exercise that is done with a band or a dumbbell.
func banded(kind training.LoadKind, do, start, step string, weights training.Weights) Input {
	r := row("band-row", do, "", step)
	if start != "" {
		r.StartPos = r.DoPos
		if quantity.IsLevel(start) {
			r.Level = start
		} else {
			r.Start = load(start)
		}
	}
	in := input(session("A", r))
	in.Weights = weights
	in.Exercises["band-row"] = &training.Exercise{
		ID: "band-row", Name: "Band row", Pattern: training.Pull, Measure: training.MeasureLoad, Load: kind, Equipment: []string{"dumbbell", "band"},
	}
	return in
}

// TestLevels: a row climbs the names of a list, and of two lists takes the one of its kind.
func TestLevels(t *testing.T) {
	bands := training.Weights{"band": levels("yellow", "red", "green"), "dumbbell": kg(4, 6)}
	in := banded(training.LoadLevel, "2 x 8-9", "Red", "", bands)
	in.Plan.Phases[0].Weeks = 4
	in.Plan.Phases[0].EasyWeeks = nil
	if got, want := loadsOf(project(t, in)), "red red green green green green green green"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	in = banded("", "2 x 8-9", "4 kg", "", bands)
	in.Plan.Phases[0].Weeks = 2
	if got, want := loadsOf(project(t, in)), "4 kg 4 kg 6 kg 6 kg"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestNoHelp: 0 kg of a machine is something to work towards for who is helped, and no weight for others.
func TestNoHelp(t *testing.T) {
	site := training.Weights{"dumbbell": kg(0, 10)}
	for kind, want := range map[training.LoadKind]string{training.LoadAssistance: "[0 kg 10 kg]", training.LoadWeight: "[10 kg]"} {
		stocks := Stocks(&training.Row{}, &training.Exercise{Load: kind, Equipment: []string{"dumbbell"}}, nil, site)
		if got := fmt.Sprint(stocks[0].Loads); got != want {
			t.Errorf("%s: got %s, want %s", kind, got, want)
		}
	}
	if stocks := Stocks(&training.Row{Weights: kg(0)}, &training.Exercise{Load: training.LoadWeight}, nil, nil); len(stocks) > 0 {
		t.Errorf("got %v, want no list", stocks)
	}
}

func loadsOf(p *Programme) string {
	text := ""
	for _, w := range p.Weeks {
		for _, s := range w.Sessions {
			text += " " + s.Targets[0].Load.String()
		}
	}
	return text[1:]
}

func TestWrongKind(t *testing.T) {
	bands := training.Weights{"band": levels("yellow", "red")}
	for name, c := range map[string]struct {
		kind        training.LoadKind
		start, step string
		weights     training.Weights
		want        string
	}{
		"levels for weights": {"", "4 kg", "2 kg", bands,
			`band row is done with a weight, but band lists names: yellow, red. Write measure = "reps" and load = "level" in the exercise, or list weights there.`},
		"weights for levels": {training.LoadLevel, "red", "", training.Weights{"dumbbell": kg(4, 6)},
			`band row is done with a level, but dumbbell lists weights: 4 kg, 6 kg. List names from easy to hard there, ["light", "heavy"], or write load = "weight" in the exercise.`},
		"a step of levels":         {training.LoadLevel, "red", "2 kg", bands, `band row is done with a level, but step is 2 kg. Take step out: the levels follow each other as they are listed.`},
		"a weight in place of one": {training.LoadLevel, "4 kg", "", bands, `band row is done with a level, but start is 4 kg. Write start = "yellow".`},
		"a level in place of one":  {"", "red", "", nil, `band row is done with a weight, but start is "red". Write a weight, or start = "you choose" to print an empty box.`},
		"mistyped":                 {training.LoadLevel, "yelow", "", bands, `"yelow" is none of the levels: yellow, red. Did you mean "yellow"?`},
		"unknown":                  {training.LoadLevel, "purple", "", bands, `"purple" is none of the levels: yellow, red. Write start = "yellow".`},
		"no list": {training.LoadLevel, "red", "", nil,
			`I do not know the levels of band row. List them from easy to hard, "red" among them, below [weights] in site.toml: dumbbell = ["light", "heavy"]. Or write start = "you choose".`},
	} {
		if got := said(banded(c.kind, "2 x 8-12", c.start, c.step, c.weights)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}
