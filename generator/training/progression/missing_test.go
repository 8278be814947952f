package progression

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

func load(s string) quantity.Load { return must(quantity.ParseLoad(s)) }

func lb(n ...int) []quantity.Load {
	var loads []quantity.Load
	for _, x := range n {
		loads = append(loads, quantity.Load{Thousandths: x * 1000, Unit: quantity.Pound})
	}
	return loads
}

func bar(bar string, sizes ...string) []quantity.Load {
	var plates []quantity.Plate
	for _, s := range sizes {
		plates = append(plates, quantity.Plate{Size: load(s)})
	}
	return quantity.Barbell(load(bar), plates)
}

// TestMissingWeight holds what is said of a weight that does not exist: the nearest ones, what would make it, and what to write instead.
func TestMissingWeight(t *testing.T) {
	kilograms := bar("20 kg", "1.25 kg", "2.5 kg", "5 kg", "10 kg", "20 kg")
	for name, c := range map[string]struct {
		row        training.Row
		site, plan training.Weights
		want       string
	}{
		"two lists": {row("goblet-squat", "3 x 8-12", "9 kg", ""), training.Weights{"dumbbell": kg(6, 8, 10), "kettlebell": kg(12, 16)}, nil,
			`9 kg is not in your weights: the nearest are 8 and 10 kg (dumbbell), the lightest is 12 kg (kettlebell). Write start = "8 kg", or add 9 kg to dumbbell below [weights] in site.toml.`},
		"the plan's list": {row("goblet-squat", "3 x 8-12", "10 kg", ""), training.Weights{"dumbbell": kg(10)}, training.Weights{"kettlebell": kg(8, 12)},
			`10 kg is not in this plan's weights: the nearest are 8 and 12 kg (kettlebell). Write start = "8 kg", or add 10 kg to kettlebell in the weights of this plan.`},
		"a plate that is not there": {row("front-squat", "3 x 8-12", "61 kg", ""), training.Weights{"barbell": kilograms}, nil,
			`61 kg is not in your weights: the nearest are 60 and 62.5 kg (barbell); 61 kg needs one more pair of 0.5 kg plates. Write start = "60 kg", or add what is missing to barbell below [weights] in site.toml.`},
		"no plate makes it": {row("front-squat", "3 x 8-12", "60.4 kg", ""), training.Weights{"barbell": kilograms}, nil,
			`60.4 kg is not in your weights: the nearest are 60 and 62.5 kg (barbell). Write start = "60 kg", or add what is missing to barbell below [weights] in site.toml.`},
		"lighter than the bar": {row("front-squat", "3 x 8-12", "15 kg", ""), training.Weights{"barbell": kilograms}, nil,
			`15 kg is not in your weights: the lightest is 20 kg (barbell). Write start = "20 kg".`},
		"a bar that is full": {row("front-squat", "3 x 8-12", "210 kg", ""), training.Weights{"barbell": kilograms}, nil,
			`210 kg is not in your weights: the heaviest is 200 kg (barbell), unless pairs counts more plates. Write start = "200 kg", or add what is missing to barbell below [weights] in site.toml.`},
		"steps that need smaller plates": {row("front-squat", "3 x 8-9", "40 kg", "2.5 kg"), training.Weights{"barbell": bar("20 kg", "2.5 kg", "5 kg", "10 kg", "20 kg")}, nil,
			`front squat reaches 42.5 kg in week 2, which is not in your weights: the nearest are 40 and 45 kg (barbell); 42.5 kg needs one more pair of 1.25 kg plates. ` +
				`Leave out step, and the next weight of the list is taken; or write step = "5 kg".`},
		"kilograms in a pound gym": {row("front-squat", "3 x 8-12", "60 kg", "2.5 kg"), training.Weights{"barbell": bar("45 lb", "2.5 lb", "5 lb", "10 lb", "25 lb", "45 lb")}, nil,
			`60 kg is not in your weights: the nearest are 130 and 135 lb (barbell). Write start = "130 lb" and leave out step.`},
		"a step in place of which there must be a model": {row("row", "3 x 8", "9 kg", "2 kg"), training.Weights{"dumbbell": kg(8, 12, 16)}, nil,
			`9 kg is not in your weights: the nearest are 8 and 12 kg (dumbbell). Write start = "8 kg" and progress = "linear" in place of step.`},
		"both have some on each side": {row("goblet-squat", "3 x 8-12", "9 kg", ""), training.Weights{"dumbbell": kg(8, 10), "kettlebell": kg(8, 12)}, nil,
			`9 kg is not in your weights: the nearest are 8 and 10 kg (dumbbell), 8 and 12 kg (kettlebell). Write start = "8 kg", or add 9 kg to dumbbell below [weights] in site.toml.`},
		"a step in kilograms in a pound gym": {row("row", "3 x 8-12", "you choose", "2 kg"), training.Weights{"dumbbell": lb(10, 15)}, nil,
			`step is in kg but your weights are in lb. Leave out step, and the next weight of the list is taken.`},
		"one that is close in the first list": {row("goblet-squat", "3 x 8-12", "26 kg", ""), training.Weights{"dumbbell": kg(20, 25, 30), "kettlebell": {load("25.5 kg")}}, nil,
			`26 kg is not in your weights: the nearest are 25 and 30 kg (dumbbell), the heaviest is 25.5 kg (kettlebell). Write start = "25 kg", or add 26 kg to dumbbell below [weights] in site.toml.`},
		"none that is close in the first list": {row("goblet-squat", "3 x 8-12", "17 kg", ""), training.Weights{"dumbbell": kg(8, 10), "kettlebell": kg(12, 16)}, nil,
			`17 kg is not in your weights: the heaviest is 10 kg (dumbbell), 16 kg (kettlebell). Write start = "16 kg", or add 17 kg to dumbbell below [weights] in site.toml.`},
		"a step that leads on for long": {row("goblet-squat", "3 x 8-12", "9 kg", "2 kg"), training.Weights{"dumbbell": kg(8, 10, 12, 14, 16, 18, 20, 22, 24, 26)}, nil,
			`9 kg is not in your weights: the nearest are 8 and 10 kg (dumbbell). Write start = "8 kg".`},
		"a step that soon leads too far": {row("goblet-squat", "3 x 8-12", "9 kg", "2 kg"), training.Weights{"dumbbell": kg(8, 10, 12, 14, 16)}, nil,
			`9 kg is not in your weights: the nearest are 8 and 10 kg (dumbbell). Write start = "8 kg" and leave out step.`},
		"ten times too heavy": {row("goblet-squat", "3 x 8-12", "80 kg", "2 kg"), training.Weights{"dumbbell": kg(4, 8, 10, 12)}, nil,
			`80 kg is far more than there is in your weights: the heaviest is 12 kg (dumbbell). Write start = "4 kg" and leave out step.`},
		"weights of the site in a plan that lists its own": {row("row", "3 x 8-12", "8 kg", ""), training.Weights{"dumbbell": kg(8, 10)}, training.Weights{"kettlebell": kg(8, 12)},
			`bent over row is done with the dumbbells of site.toml: the weights of this plan list none. List them there. If there are none, write dumbbell = [] there, and take another exercise here.`},
		"a bar of the plan's own":   {row("row", "3 x 8-12", "8 kg", ""), training.Weights{"dumbbell": kg(8, 10)}, training.Weights{"barbell": kilograms}, ""},
		"the plan lists one of two": {row("goblet-squat", "3 x 8-12", "8 kg", ""), training.Weights{"dumbbell": kg(8, 10)}, training.Weights{"kettlebell": kg(8, 12)}, ""},
		"a list of the row":         {withList(row("row", "3 x 8-12", "8 kg", ""), 8, 10), training.Weights{"dumbbell": kg(8, 10)}, training.Weights{"kettlebell": kg(8, 12)}, ""},
		"no equipment": {row("row", "3 x 8-12", "8 kg", ""), nil, training.Weights{"dumbbell": nil},
			`bent over row needs dumbbell, and there is none here: weights has dumbbell = []. Take an exercise that can be done with what there is.`},
		"none of two": {row("goblet-squat", "3 x 8-12", "you choose", ""), training.Weights{"dumbbell": nil}, training.Weights{"kettlebell": nil},
			`goblet squat needs dumbbell or kettlebell, and there is none here: weights has dumbbell = [], kettlebell = []. Take an exercise that can be done with what there is.`},
	} {
		in := input(session("A", c.row))
		in.Weights, in.Plan.Weights = c.site, c.plan
		if got := said(in); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func withList(r training.Row, weights ...int) training.Row {
	r.Weights = kg(weights...)
	return r
}

// said returns what is wrong with a plan.
func said(in Input) string {
	_, problems := Project(in)
	var all []string
	for _, p := range problems {
		all = append(all, strings.TrimSpace(p.Message+" "+p.Hint))
	}
	return strings.Join(all, "\n")
}

// TestHintsLeadOn: whatever is missing, who writes what the message says gets a programme. Each of the ways that it offers is tried.
func TestHintsLeadOn(t *testing.T) {
	lists := map[string]training.Weights{
		"nothing":      nil,
		"even":         {"dumbbell": kg(6, 8, 10, 12, 14, 16)},
		"uneven":       {"dumbbell": kg(8, 12, 16, 24)},
		"one":          {"dumbbell": kg(8)},
		"pounds":       {"dumbbell": lb(5, 10, 15, 20, 25)},
		"two":          {"dumbbell": kg(6, 8, 10), "kettlebell": kg(8, 12, 16)},
		"bar":          {"barbell": bar("20 kg", "2.5 kg", "5 kg", "10 kg", "20 kg")},
		"bar, pounds":  {"barbell": bar("45 lb", "2.5 lb", "5 lb", "10 lb", "25 lb", "45 lb")},
		"no dumbbells": {"dumbbell": nil, "kettlebell": kg(8, 12, 16)},
	}
	tried := 0
	for name, weights := range lists {
		for _, exercise := range []string{"row", "goblet-squat", "front-squat"} {
			for _, start := range []string{"5 kg", "8 kg", "9 kg", "20 lb", "22 kg", "40 kg", "62.5 kg", "99 lb", "210 kg"} {
				for _, step := range []string{"", "1 kg", "2 kg", "2.5 kg", "5 lb"} {
					for _, r := range []training.Row{row(exercise, "3 x 8-9", start, step), row(exercise, "3 x 8", start, step), by(training.TwoForTwo, row(exercise, "3 x 8", start, step))} {
						in := input(session("A", r))
						in.Weights = weights
						tried += follow(t, fmt.Sprintf("%s: %s %s from %s by %q", name, exercise, r.Do.Typed(), start, step), in)
					}
				}
			}
		}
	}
	if tried < 1000 {
		t.Errorf("only %d hints were tried", tried)
	}
}

// follow does what is said about the only row of a plan, in each of the ways that are offered, and returns how many they were.
func follow(t *testing.T, name string, in Input) int {
	t.Helper()
	_, problems := Project(in)
	if len(problems) == 0 || problems[0].ID == "no-equipment" {
		return 0
	}
	ways := 0
	for _, way := range strings.Split(strings.NewReplacer("; or ", ", or ").Replace(problems[0].Hint), ", or ") {
		better, ok := follows(in, way, start(problems[0].Message))
		if !ok {
			t.Errorf("%s: %q cannot be done, of: %s", name, way, problems[0].Hint)
			continue
		}
		if more := said(better); more != "" {
			t.Errorf("%s: after %q of %s\n%s\nthere is still: %s", name, way, problems[0].Message, problems[0].Hint, more)
		}
		ways++
	}
	return ways
}

// start returns the weight with which a message begins.
func start(message string) string {
	return strings.Join(strings.Fields(message)[:2], " ")
}

// follows returns the plan after one way of a hint.
func follows(in Input, way, missing string) (better Input, ok bool) {
	r := in.Plan.Phases[0].Sessions[0].Rows[0]
	value := func(key string) string {
		_, rest, _ := strings.Cut(way, key+` = "`)
		text, _, _ := strings.Cut(rest, `"`)
		return text
	}
	site := maps.Clone(in.Weights)
	if site == nil {
		site = training.Weights{}
	}
	if s := value("start"); s != "" {
		r.Start, ok = load(s), true
	}
	if s := value("step"); s != "" {
		r.Step, ok = must(quantity.ParseStep(s)), true
	}
	if strings.Contains(strings.ToLower(way), "leave out step") {
		r.Step, ok = quantity.Step{}, true
	}
	if strings.Contains(way, `progress = "linear" in place of step`) {
		r.Step, r.Progress, ok = quantity.Step{}, training.Linear, true
	}
	for _, equipment := range []string{"dumbbell", "kettlebell", "barbell"} {
		if strings.Contains(way, "to "+equipment+" below [weights]") {
			site[equipment] = withLoad(site[equipment], load(missing))
			ok = true
		}
		if _, list, found := strings.Cut(way, equipment+" = ["); found {
			for _, text := range strings.Split(strings.Trim(list, "]."), ", ") {
				site[equipment] = withLoad(site[equipment], load(strings.Trim(text, `"`)))
			}
			ok = true
		}
	}
	for _, list := range site {
		ok = ok && !slices.ContainsFunc(list, func(l quantity.Load) bool { return l.Unit != list[0].Unit }) // which is an error of its own
	}
	better = input(session("A", r))
	better.Weights = site
	return better, ok
}

func withLoad(list []quantity.Load, more quantity.Load) []quantity.Load {
	list = append(slices.Clone(list), more)
	slices.SortFunc(list, quantity.Load.Compare)
	return list
}
