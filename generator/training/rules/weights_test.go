package rules

import (
	"fmt"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

func pounds(thousandths int) quantity.Load {
	return quantity.Load{Thousandths: thousandths, Unit: quantity.Pound}
}

func grams(n int) quantity.Load { return quantity.Load{Thousandths: n, Unit: quantity.Kilogram} }

// How heavy a first weight may be: at the limit, a hundred grams above it, at one and a half times the limit, and above that.
func TestFirstWeights(t *testing.T) {
	for _, test := range []struct {
		exercise string
		lifts    training.Experience
		limit    quantity.Load
		far      quantity.Load // the heaviest that is a warning
	}{
		{"goblet-squat", training.Never, kg(16), kg(24)},
		{"goblet-squat", training.Months, kg(32), kg(48)},
		{"goblet-squat", training.Never, pounds(35_000), pounds(52_500)},
		{"goblet-squat", training.Months, pounds(70_000), pounds(105_000)},
		{"romanian-deadlift", training.Never, kg(10), kg(15)},
		{"romanian-deadlift", training.Never, pounds(25_000), pounds(37_500)},
		{"split-squat", training.Never, kg(5), grams(7500)},
		{"split-squat", training.Months, kg(10), kg(15)},
		{"split-squat", training.Never, pounds(12_500), pounds(18_750)},
		{"squat", training.Never, kg(20), kg(30)},
		{"squat", training.Months, kg(40), kg(60)},
		{"squat", training.Never, pounds(45_000), pounds(67_500)},
		{"squat", training.Months, pounds(95_000), pounds(142_500)},
		{"press", training.Never, kg(20), kg(30)},
		{"row", training.Never, kg(30), kg(45)},
		{"row", training.Never, pounds(70_000), pounds(105_000)},
		{"deadlift", training.Never, kg(40), kg(60)},
		{"deadlift", training.Months, kg(80), kg(120)},
		{"deadlift", training.Never, pounds(95_000), pounds(142_500)},
		{"carry", training.Never, kg(10), kg(15)},
	} {
		above := func(l quantity.Load) quantity.Load { l.Thousandths += 100; return l }
		for load, want := range map[quantity.Load]string{test.limit: "", above(test.limit): "warning", test.far: "warning", above(test.far): "error"} {
			asked := "3 x 8"
			if test.exercise == "carry" {
				asked = "3 x 20 m"
			}
			h := byHand(weeks(8, rows(line(t, 1, test.exercise, asked))))
			h.runner.Lifts, h.load = test.lifts, by(load)
			got := h.found(t, "heavy-start")
			if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], want+" ")) {
				t.Errorf("%s with %s for %s: heavy-start says %q, want %q", test.exercise, load, test.lifts, got, want)
			}
		}
	}
	h := byHand(weeks(8, rows(line(t, 1, "leg-press", "3 x 8"), line(t, 2, "squat", "3 x 8"))))
	h.load = func(row *training.Row, _, _ int) quantity.Load { return kg(100) }
	h.says(t, "after years nobody asks", "heavy-start")
	h.runner.Lifts = training.Never
	h.says(t, "a machine is not judged", "heavy-start", "error squat begins with 100 kg in week 1; who has never lifted begins with 20 kg at most.")
}

// A bar of its own weight is what a lift begins with; what is lighter than any bar with plates is none.
func TestFirstWeightOfABar(t *testing.T) {
	for _, test := range []struct {
		lightest, load quantity.Load
		want           string
	}{
		{kg(15), kg(15), ""},
		{kg(15), grams(17_500), "warning squat begins with 17.5 kg in week 1; who has never lifted begins with 15 kg at most."},
		{kg(25), kg(25), ""},
		{kg(10), kg(20), ""},
		{grams(14_900), kg(20), ""},
		{kg(10), grams(22_500), "warning squat begins with 22.5 kg in week 1; who has never lifted begins with 20 kg at most."},
	} {
		h := byHand(weeks(8, rows(line(t, 1, "squat", "3 x 8"))))
		h.plan.Weights = training.Weights{"barbell": {test.lightest, kg(20), kg(25), kg(30)}}
		h.runner.Lifts, h.load = training.Never, by(test.load)
		var want []string
		if test.want != "" {
			want = []string{test.want}
		}
		h.says(t, test.lightest.String(), "heavy-start", want...)
	}
}

// The weight that is really asked for counts: the heaviest set, those before it, but none that is found anew.
func TestWeightAskedFor(t *testing.T) {
	set := func(load quantity.Load) progression.Set { return progression.Set{Amount: 8, Load: load} }
	e := exercises["goblet-squat"]
	for name, test := range map[string]struct {
		target progression.Target
		want   quantity.Load
	}{
		"nothing":             {progression.Target{}, quantity.Load{}},
		"the heaviest":        {progression.Target{Sets: []progression.Set{set(kg(8)), set(kg(12)), set(kg(10))}}, kg(12)},
		"light sets before":   {progression.Target{Sets: []progression.Set{set(quantity.Load{})}, WarmUp: []progression.Set{set(kg(6))}}, kg(6)},
		"one that is found":   {progression.Target{Sets: []progression.Set{{Amount: 8, RM: true, Load: kg(40)}, set(kg(8))}}, kg(8)},
		"a share of the body": {progression.Target{Row: &training.Row{BodyShare: 200}}, kg(13)},
	} {
		if test.target.Exercise = e; test.target.Row == nil {
			test.target.Row = &training.Row{}
		}
		if got := (performance{Target: &test.target}).asked(); got != test.want {
			t.Errorf("%s: got %v, want %v", name, got, test.want)
		}
	}
}

// A phase is held against what was asked for before it.
func TestStepBetweenPhases(t *testing.T) {
	phases := func(first, second string, from, to quantity.Load) *hand {
		h := byHand(weeks(4, rows(line(t, 1, first, "3 x 8"))), weeks(4, rows(line(t, 2, second, "3 x 8"))))
		h.load = func(row *training.Row, _, _ int) quantity.Load {
			if row.DoPos.Line == 1 {
				return from
			}
			return to
		}
		h.runner.Lifts = training.Never
		return h
	}
	const says = " in week 5, row begins with 8 repetitions with "
	phases("row", "row", kg(20), kg(22)).says(t, "a tenth", "big-step")
	phases("row", "row", kg(20), grams(22_600)).says(t, "more", "big-step", "warning"+says+"22.6 kg, 13 % more than any week before asked for: 8 repetitions with 20 kg.")
	phases("row", "row", kg(20), kg(25)).says(t, "a quarter", "big-step", "warning"+says+"25 kg, 25 % more than any week before asked for: 8 repetitions with 20 kg.")
	phases("row", "row", kg(20), grams(25_100)).says(t, "more than a quarter", "big-step", "error"+says+"25.1 kg, 26 % more than any week before asked for: 8 repetitions with 20 kg.")
	phases("row", "row", kg(20), quantity.Load{}).says(t, "the runner chooses", "big-step")
	phases("row", "row", quantity.Load{}, kg(90)).says(t, "the runner chose", "big-step")
	phases("row", "row", quantity.Load{}, kg(90)).says(t, "the runner chose", "heavy-start", "error row begins with 90 kg in week 5; who has never lifted begins with 30 kg at most.")
	phases("row", "row", kg(20), kg(40)).says(t, "it is a step, and no start", "heavy-start")

	h := phases("row", "row", kg(20), kg(25))
	h.runner.Lifts = training.Months
	h.says(t, "who has lifted", "big-step", "note"+says+"25 kg, 25 % more than any week before asked for: 8 repetitions with 20 kg.")
	h = phases("row", "row", kg(20), kg(26))
	h.runner.Lifts = training.Years
	h.says(t, "who has lifted", "big-step", "warning"+says+"26 kg, 30 % more than any week before asked for: 8 repetitions with 20 kg.")

	phases("goblet-squat", "squat", kg(10), kg(20)).says(t, "the bar alone is where a ladder goes on", "big-step")
	phases("goblet-squat", "squat", kg(10), kg(25)).says(t, "with plates", "big-step", "error in week 5, squat begins with 8 repetitions with 25 kg, 150 % more than any week before asked for: goblet-squat with 8 repetitions with 10 kg.")
	phases("romanian-deadlift", "deadlift", kg(20), kg(42)).says(t, "two weights are counted", "big-step")

	h = byHand(weeks(4, rows(line(t, 1, "carry", "3 x 20 m"))), weeks(4, rows(line(t, 2, "carry", "3 x 40 m"))))
	h.runner.Lifts, h.load = training.Never, by(grams(10_000), grams(10_000), grams(10_000), grams(10_000), grams(10_500))
	h.says(t, "metres are not counted", "big-step")
	h.load = by(grams(10_000), grams(10_000), grams(10_000), grams(10_000), grams(12_000))
	h.says(t, "weights that are carried are", "big-step", "warning in week 5, carry begins with 40 m with 12 kg, 20 % more than any week before asked for: 20 m with 10 kg.")

	h = byHand(weeks(4, rows(line(t, 1, "carry", "3 x 20 m"))))
	h.plan.Weights = training.Weights{"dumbbell": {kg(8), kg(10), kg(16)}}
	h.runner.Lifts, h.load = training.Never, by(kg(8), kg(16))
	h.says(t, "a weight left out of a carry", "big-step", "warning carry goes from 8 kg to 16 kg in week 2, 100 % more, though there is 10 kg.")

	h = byHand(weeks(4, rows(line(t, 1, "squat", "3 x 8"))), weeks(4, rows(line(t, 2, "squat", "3 x 9"))), weeks(4, rows(line(t, 3, "squat", "3 x 10"))))
	h.runner.Lifts = training.Never
	h.load = func(row *training.Row, _, _ int) quantity.Load {
		return map[int]quantity.Load{1: kg(20), 3: kg(50)}[row.DoPos.Line]
	}
	h.says(t, "what the runner chose in between is not known", "big-step")
	h.says(t, "what the runner chose in between is not known", "heavy-start", "error squat begins with 50 kg in week 9; who has never lifted begins with 20 kg at most.")
}

// A phase that begins with the next weight goes on as the one before it would have done.
func TestNextWeightInANewPhase(t *testing.T) {
	step := func(top int, to quantity.Load, list ...quantity.Load) *hand {
		r := line(t, 1, "goblet-squat", "3 x 8-12")
		h := byHand(weeks(4, rows(r)), weeks(4, rows(line(t, 2, "goblet-squat", "3 x 8-12"))))
		h.plan.Weights = training.Weights{"dumbbell": list}
		h.load = func(row *training.Row, _, _ int) quantity.Load {
			if row.DoPos.Line == 1 {
				return kg(8)
			}
			return to
		}
		h.runner.Lifts = training.Never
		for i := range h.plan.Phases[0].Sessions {
			h.plan.Phases[0].Sessions[i].Rows[0].Do = do(t, fmt.Sprintf("3 x 8-%d", top))
		}
		return h
	}
	step(9, kg(10), kg(8), kg(10), kg(12)).says(t, "ten after nine repetitions with eight", "big-step")
	if got := step(9, kg(10), kg(8), kg(9), kg(10)).found(t, "big-step"); len(got) != 1 {
		t.Errorf("though there is one between: got %q, want one warning", got)
	}
	if got := step(12, kg(12), kg(8), kg(12)).found(t, "big-step"); len(got) != 1 || !strings.HasPrefix(got[0], "error") {
		t.Errorf("half as much again: got %q, want an error", got)
	}
}

// How fast weights may rise where lifting is new.
func TestFastRise(t *testing.T) {
	rise := func(exercise string, loads ...quantity.Load) *hand {
		h := byHand(weeks(12, rows(line(t, 1, exercise, "3 x 8"))))
		h.runner.Lifts, h.load = training.Never, by(loads...)
		return h
	}
	stay := func(load, then quantity.Load, n int) []quantity.Load {
		var list []quantity.Load
		for range n {
			list = append(list, load)
		}
		return append(list, then)
	}
	rise("goblet-squat", kg(14), kg(28)).says(t, "the double", "fast-rise")
	rise("goblet-squat", kg(14), kg(29)).says(t, "more", "fast-rise", "warning goblet-squat goes from 14 kg in week 1 to 29 kg in week 2: more than twice the weight within 8 weeks.")
	rise("goblet-squat", kg(14), grams(28_900)).says(t, "by less than fifteen", "fast-rise")
	rise("goblet-squat", stay(kg(14), kg(29), 11)...).says(t, "what was lifted last counts", "fast-rise", "warning goblet-squat goes from 14 kg in week 4 to 29 kg in week 12: more than twice the weight within 8 weeks.")
	slow := []quantity.Load{kg(14), kg(15), kg(16), kg(17), kg(18), kg(19), kg(20), kg(21), kg(29)}
	rise("goblet-squat", slow...).says(t, "eight weeks", "fast-rise", "warning goblet-squat goes from 14 kg in week 1 to 29 kg in week 9: more than twice the weight within 8 weeks.")
	rise("goblet-squat", append(slow[:8:8], kg(22), kg(29))...).says(t, "nine weeks", "fast-rise")
	rise("romanian-deadlift", kg(7), grams(14_900)).says(t, "two weights count together", "fast-rise", "warning romanian-deadlift goes from 2 × 7 kg in week 1 to 2 × 14.9 kg in week 2: more than twice the weight within 8 weeks.")
	rise("leg-press", kg(20), kg(80)).says(t, "a stack", "fast-rise")
	h := rise("goblet-squat", kg(14), kg(29))
	h.runner.Lifts = training.Months
	h.says(t, "who has lifted", "fast-rise")

	visits := func(loads map[int][]quantity.Load) *hand { // of the rows in lines 1 and 2
		h := byHand(weeks(12, rows(line(t, 1, "goblet-squat", "3 x 8")), rows(line(t, 2, "goblet-squat", "3 x 6"))))
		h.runner.Lifts = training.Never
		h.load = func(row *training.Row, _, visit int) quantity.Load {
			list := loads[row.DoPos.Line]
			return list[min(visit, len(list)-1)]
		}
		return h
	}
	visits(map[int][]quantity.Load{1: {kg(8)}, 2: {kg(30)}}).says(t, "a light and a heavy day", "fast-rise")
	visits(map[int][]quantity.Load{1: {kg(10), kg(12), kg(26)}, 2: {kg(10)}}).says(t, "from the first visit", "fast-rise", "warning goblet-squat goes from 10 kg in week 1 to 26 kg in week 2: more than twice the weight within 8 weeks.")
	two := byHand(weeks(4, rows(line(t, 1, "goblet-squat", "3 x 8"))), weeks(4, rows(line(t, 2, "goblet-squat", "3 x 8"))))
	two.runner.Lifts = training.Never
	two.load = by(kg(8), kg(8), kg(8), kg(8), kg(24))
	two.says(t, "a phase that begins far above is a step", "fast-rise")

	each := func(loads ...quantity.Load) *hand {
		h := rise("goblet-squat")
		h.plan.Weights = training.Weights{"dumbbell": {kg(10), kg(11), kg(12), kg(13), kg(14), grams(14_500), kg(15)}}
		h.load = func(_ *training.Row, _, visit int) quantity.Load { return loads[min(visit, len(loads)-1)] }
		return h
	}
	each(kg(10), kg(12), kg(14)).says(t, "each skipped", "fast-rise", "warning goblet-squat goes from 10 kg to 12 kg and on to 14 kg by week 1: twice running more than 10 % and more than the next weight.")
	each(kg(10), kg(11), kg(13)).says(t, "one of them only", "fast-rise")
	each(kg(10), kg(12), kg(12), kg(14)).says(t, "with a visit between", "fast-rise")
	h = each(kg(20), kg(24), kg(27))
	h.plan.Weights = nil
	h.says(t, "no list, and more than a pair of small plates", "fast-rise", "warning goblet-squat goes from 20 kg to 24 kg and on to 27 kg by week 1: twice running more than 10 % and more than the next weight.")
	h.load = by(kg(20), grams(22_500), kg(25))
	h.says(t, "a pair of small plates", "fast-rise")
}

// Where no weights are listed, a step is large from a pair of small plates on.
func TestSkipsWithoutAList(t *testing.T) {
	l := &look{in: progression.Input{Plan: &training.Plan{}}}
	for to, want := range map[quantity.Load]bool{grams(22_500): false, grams(22_550): true, grams(17_500): false, grams(17_450): true} {
		if got := l.skips(&training.Row{}, exercises["squat"], kg(20), to); got != want {
			t.Errorf("from 20 kg to %s: got %v, want %v", to, got, want)
		}
	}
	for to, want := range map[quantity.Load]bool{pounds(50_000): false, pounds(50_050): true} {
		if got := l.skips(&training.Row{}, exercises["squat"], pounds(45_000), to); got != want {
			t.Errorf("from 45 lb to %s: got %v, want %v", to, got, want)
		}
	}
}

// A range that begins high could begin lower, and is no bridge.
func TestHighRanges(t *testing.T) {
	high := func(list ...quantity.Load) *hand {
		h := byHand(weeks(8, rows(line(t, 1, "row", "3 x 14-20"))))
		h.plan.Weights = training.Weights{"barbell": list}
		h.load = by(list[0])
		return h
	}
	high(kg(25), kg(27)).says(t, "fifteen from twelve are enough", "rep-range", "warning row goes up to 20 repetitions; with a weight, more than 15 train endurance.")
	high(kg(10), kg(11)).says(t, "they are not", "rep-range")
}

// Two weights in the hands are no bars.
func TestDoneWith(t *testing.T) {
	l := &look{in: progression.Input{Plan: &training.Plan{}}}
	e := &training.Exercise{Measure: training.MeasureLoad, Equipment: []string{"barbell", "dumbbell"}}
	for hands, want := range map[int]string{1: "barbell", 2: "dumbbell"} {
		e.Hands = hands
		if got := l.doneWith(&training.Row{}, e, kg(10)); got.Name != want {
			t.Errorf("with %d in the hands: got %q, want %q", hands, got.Name, want)
		}
	}
}
