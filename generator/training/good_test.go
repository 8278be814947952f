package training

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

var positionType = reflect.TypeFor[diag.Position]()

func kg(grams int) quantity.Load { return quantity.Load{Thousandths: grams, Unit: quantity.Kilogram} }

func reps(sets, low, high int) quantity.Prescription {
	return quantity.EqualSets(sets, low, high, quantity.Repetitions, false)
}

func same(t *testing.T, what string, got, want any, problems diag.List) {
	t.Helper()
	if len(problems) > 0 {
		t.Errorf("%s: got problems %v, want none", what, problems)
	}
	if diff := cmp.Diff(want, got, withoutPlaces()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

const goodExercise = `name      = " Goblet squat "
pattern   = "squat"
measure   = "load"
equipment = ["dumbbell", "kettlebell"]
per_side  = true
cues      = ["Hold the weight against your chest.", "Sit down between your heels."]
stop      = "Your heels lift."
easier    = "box-squat"
harder    = "front-squat"
harder_do = "3 x 5-8"
picture   = "goblet-squat.svg"
picture_alt    = "A runner squats."
picture_credit = "Own drawing"
video     = "https://example.org/v?a=b"
about     = """
Stand."""
`

func TestReadExercise(t *testing.T) {
	got, problems := readExercise("goblet-squat.toml", goodExercise)
	do := reps(3, 5, 8)
	same(t, "exercise", got, &Exercise{
		ID: "goblet-squat", Name: "Goblet squat", Pattern: Squat, Measure: MeasureLoad,
		Equipment: []string{"dumbbell", "kettlebell"}, PerSide: true,
		Cues: []string{"Hold the weight against your chest.", "Sit down between your heels."}, Stop: []string{"Your heels lift."},
		Easier: Ref{ID: "box-squat"}, Harder: Ref{ID: "front-squat"}, HarderDo: &do,
		Picture: tomlfile.Text{Value: "goblet-squat.svg"}, PictureAlt: "A runner squats.", PictureCredit: "Own drawing",
		Video: "https://example.org/v?a=b", About: tomlfile.Text{Value: "Stand."},
	}, problems)
	wantPlace(t, "harder", got.Harder.Pos, diag.Position{File: "goblet-squat.toml", Line: 9, Column: 13, Length: 13})
	wantPlace(t, "exercise", got.Pos, diag.Position{File: "goblet-squat.toml"})
}

func wantPlace(t *testing.T, what string, got, want diag.Position) {
	t.Helper()
	if got != want {
		t.Errorf("%s stands at %+v, want %+v", what, got, want)
	}
}

func TestReadNorms(t *testing.T) {
	got, problems := readExercise("calf-raise.toml", `name = "Calf raise"
pattern = "calf"
measure = "reps"
[norms]
ages   = ["20-29", "30 – 39", "40+"]
men    = [37, 32, 28]
women  = [30, 27, 24]
source = "somebody-2017"
how    = "Slowly."
`)
	same(t, "norms", got.Norms, &Norms{
		Ages: []AgeGroup{{20, 29}, {30, 39}, {40, 0}}, Men: []int{37, 32, 28}, Women: []int{30, 27, 24},
		Source: Ref{ID: "somebody-2017"}, How: "Slowly.",
	}, problems)
	if got := fmt.Sprint(got.Norms.Ages); got != "[20–29 30–39 40+]" {
		t.Errorf("the ages are written %s", got)
	}
}

func TestReadExerciseWithNothing(t *testing.T) {
	got, problems := readExercise("plank.toml", "name = \"Plank\"\npattern = \"core\"\nmeasure = \"hold\"\nequipment = [\"none\"]\n")
	same(t, "exercise", got, &Exercise{ID: "plank", Name: "Plank", Pattern: Core, Measure: MeasureHold}, problems)
}

const goodRunner = `name   = "Nothing outside running"
order  = 1
signs  = ["You run."]
aim    = "A simple start."
reserve = 3
sessions_per_week = [1, 2]
max_exercises = 4
about = "Hello."
[running_week]
mon = "rest"
tue = "medium"
wed = "easy"
thu = "hard"
fri = "rest"
sat = "easy"
sun = "long"
`

func TestReadRunner(t *testing.T) {
	got, problems := readRunner("only-runs.toml", goodRunner)
	same(t, "runner type", got, &Runner{
		ID: "only-runs", Name: "Nothing outside running", Order: 1, Signs: []string{"You run."}, Aim: "A simple start.",
		Reserve: 3, SessionsPerWeek: [2]int{1, 2}, MaxExercises: 4, Lifts: Never,
		Week: Week{Rest, Medium, Easy, Hard, Rest, Easy, Long}, About: tomlfile.Text{Value: "Hello."},
	}, problems)
}

func TestReadRunnerDefaults(t *testing.T) {
	text := strings.NewReplacer("reserve = 3\n", "", "[1, 2]", "2", "max_exercises = 4\n", "").Replace(goodRunner)
	got, problems := readRunner("only-runs.toml", text)
	if got.Reserve != 2 || got.SessionsPerWeek != [2]int{2, 2} || got.MaxExercises != 0 || len(problems) > 0 {
		t.Errorf("got %+v, %v", got, problems)
	}
}

const goodPlan = `title   = "First eight weeks"
summary = "Three lifts."
runners = ["only-runs"]
weeks   = 8
lift_on = ["fri", "tue"]
minutes = [30, 45]
easy_weeks = [4, 8]
warm_up = "5 minutes."
updated = 2026-04-12
sources = ["blagrove-2018", "iversen-2021"]
about   = "Begin light."

[weights]
dumbbell = ["10 kg", "8 kg", "8 kg"]

[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "3 x 8-12", rest = "2 min", start = "8 kg", step = "2 kg" },
  { exercise = "bent-over-row", do = "3 x 8-14 each side", start = "You  choose", weights = ["12 kg", "10 kg"], progress = "two-for-two", note = "Slowly." },
  { exercise = "push-up-hold", do = "3 x 15-30 s", step = "5 s" },
]

[[session]]
name = "B"
[[session.exercises]]
exercise = "front-squat"
progress = "wave"
wave     = ["3 x 10", "3 x 8", "3 x 8", "2 x 8"]
start    = "20 kg"
`

func goodSessions() []Session {
	return []Session{
		{Name: "A", Rows: []Row{
			{Exercise: Ref{ID: "goblet-squat"}, Do: reps(3, 8, 12), Rest: 120, Start: kg(8000), Step: quantity.Step{Load: kg(2000)}},
			{
				Exercise: Ref{ID: "bent-over-row"}, Do: quantity.EqualSets(3, 8, 14, quantity.Repetitions, true), YouChoose: true,
				Weights: []quantity.Load{kg(10_000), kg(12_000)}, Progress: TwoForTwo, Note: "Slowly.",
			},
			{Exercise: Ref{ID: "push-up-hold"}, Do: quantity.EqualSets(3, 15, 30, quantity.Seconds, false), Step: quantity.Step{Amount: 5, Unit: quantity.Seconds}},
		}},
		{Name: "B", Rows: []Row{{
			Exercise: Ref{ID: "front-squat"}, Do: reps(3, 10, 10), Start: kg(20_000), Progress: Wave,
			Wave: []quantity.Prescription{reps(3, 10, 10), reps(3, 8, 8), reps(3, 8, 8), reps(2, 8, 8)},
		}}},
	}
}

func TestReadPlan(t *testing.T) {
	got, problems := readPlan("first.toml", goodPlan)
	same(t, "plan", got, &Plan{
		ID: "first", Title: "First eight weeks", Summary: "Three lifts.", Runners: []Ref{{ID: "only-runs"}},
		Minutes: [2]int{30, 45}, WarmUp: "5 minutes.", Updated: time.Date(2026, 4, 12, 0, 0, 0, 0, time.UTC),
		Sources: []Ref{{ID: "blagrove-2018"}, {ID: "iversen-2021"}}, About: tomlfile.Text{Value: "Begin light."},
		Weights: Weights{"dumbbell": {kg(8000), kg(10_000)}},
		Phases: []Phase{{
			Weeks: 8, EasyWeeks: []int{4, 8}, LiftOn: []Weekday{Tuesday, Friday}, Sessions: goodSessions(),
		}},
	}, problems)
	if got.Weeks() != 8 {
		t.Errorf("the plan lasts %d weeks, want 8", got.Weeks())
	}
}

func TestReadPlanPlaces(t *testing.T) {
	plan, _ := readPlan("first.toml", goodPlan)
	phase := plan.Phases[0]
	place := func(line, column, length int) diag.Position {
		return diag.Position{File: "first.toml", Line: line, Column: column, Length: length}
	}
	row, wave := phase.Sessions[0].Rows[0], phase.Sessions[1].Rows[0]
	wantPlace(t, "runner type", plan.Runners[0].Pos, place(3, 12, 11))
	wantPlace(t, "lift_on", phase.LiftOnPos, place(5, 11, 14))
	wantPlace(t, "exercise", row.Exercise.Pos, place(19, 16, 14))
	wantPlace(t, "do", row.DoPos, place(19, 37, 10))
	wantPlace(t, "start", row.StartPos, place(19, 73, 6))
	wantPlace(t, "step", row.StepPos, place(19, 88, 6))
	wantPlace(t, "wave", wave.DoPos, diag.Position{File: "first.toml", Line: 29, Column: 12, Length: 37})
	if row.Pos.Line != 19 || phase.Sessions[1].Pos.Line != 24 || wave.Pos.Line != 26 {
		t.Errorf("row, session and row stand in lines %d, %d, %d, want 19, 24, 26", row.Pos.Line, phase.Sessions[1].Pos.Line, wave.Pos.Line)
	}
}

const goodPhases = `title = "Season"
runners = ["no-progression"]
lift_on = ["tue", "fri"]
easy_weeks = [4, 7, 8]

[[phase]]
name = "Base"
aim = "Learn."
weeks = 6
[[phase.session]]
name = "A"
exercises = [{ exercise = "squat", do = "3 x 8" }]

[[phase]]
name = "Heavy"
weeks = 4
[[phase.session]]
name = "A"
exercises = [{ exercise = "squat", do = "3 x 5" }]

[[phase]]
name = "Race"
weeks = 3
sessions_per_week = 1
easy_weeks = [3]
[[phase.session]]
name = "A"
exercises = [{ exercise = "squat", do = "2 x 5" }]

[[phase]]
name = "Rest"
weeks = 4
lift_on = ["mon"]
easy_weeks = { every = 2 }
[[phase.session]]
name = "A"
exercises = [{ exercise = "squat", do = "1 x 5" }]
`

func TestReadPhases(t *testing.T) {
	session := func(sets, n int) []Session {
		return []Session{{Name: "A", Rows: []Row{{Exercise: Ref{ID: "squat"}, Do: reps(sets, n, n)}}}}
	}
	days := []Weekday{Tuesday, Friday}
	got, problems := readPlan("season.toml", goodPhases)
	same(t, "plan", got, &Plan{
		ID: "season", Title: "Season", Runners: []Ref{{ID: "no-progression"}},
		Phases: []Phase{
			{Name: "Base", Aim: "Learn.", Weeks: 6, EasyWeeks: []int{4}, LiftOn: days, Sessions: session(3, 8)},
			{Name: "Heavy", Weeks: 4, EasyWeeks: []int{1, 2}, LiftOn: days, Sessions: session(3, 5)},
			{Name: "Race", Weeks: 3, EasyWeeks: []int{3}, PerWeek: 1, Sessions: session(2, 5)},
			{Name: "Rest", Weeks: 4, EasyWeeks: []int{2, 4}, EasyEvery: 2, LiftOn: []Weekday{Monday}, Sessions: session(1, 5)},
		},
	}, problems)
	wantPlace(t, "lift_on of the plan", got.Phases[1].LiftOnPos, diag.Position{File: "season.toml", Line: 3, Column: 11, Length: 14})
}

func TestReadSources(t *testing.T) {
	got, problems := readSources("sources.toml", `[iversen-2021]
authors = "Iversen"
year = 2021
title = "No Time to Lift?"
url = "https://example.org/"

[blagrove-2018]
authors = "Blagrove, Howatson, Hayes"
year = 2018
title = "Effects"
journal = "Sports Med 48"
doi = "https://doi.org/10.1007/s40279-017-0835-7"
note = "A review."
`)
	same(t, "sources", got, []*Source{
		{
			ID: "blagrove-2018", Authors: "Blagrove, Howatson, Hayes", Year: 2018, Title: "Effects", Journal: "Sports Med 48",
			DOI: "10.1007/s40279-017-0835-7", Note: "A review.",
		},
		{ID: "iversen-2021", Authors: "Iversen", Year: 2021, Title: "No Time to Lift?", URL: "https://example.org/"},
	}, problems)
	if got[0].Pos.Line != 7 || got[1].Pos.Line != 1 {
		t.Errorf("the sources stand in lines %d and %d, want 7 and 1", got[0].Pos.Line, got[1].Pos.Line)
	}
}

func TestReadWeights(t *testing.T) {
	got, problems := readWeights("site.toml", `dumbbell = ["8 kg", "2.5 kg", "8.0 kg"]
kettlebell = ["35 lb", "18 lb"]
barbell = { bar = "20 kg", plates = ["5 kg", "2.5 kg"], pairs = { "5.0 kg" = 1, "2.5 kg" = 2 } }
sandbag = []
band = ["yellow", "very  red", "Green"]
machine = ["5 kg", "0 kg"]
`)
	lb := func(thousandths int) quantity.Load {
		return quantity.Load{Thousandths: thousandths, Unit: quantity.Pound}
	}
	level := func(name string, place int) quantity.Load {
		return quantity.Load{Thousandths: 1000 * place, Unit: quantity.Level, Name: name}
	}
	same(t, "weights", got, Weights{
		"dumbbell":   {kg(2500), kg(8000)},
		"kettlebell": {lb(18_000), lb(35_000)},
		"barbell":    {kg(20_000), kg(25_000), kg(30_000), kg(35_000), kg(40_000)},
		"sandbag":    nil,
		"machine":    {kg(0), kg(5000)},
		"band":       {level("yellow", 1), level("very red", 2), level("Green", 3)},
	}, problems)
}

// TestPlatesListedTwice: what the message says to write reads without a problem and gives the loads that were meant.
func TestPlatesListedTwice(t *testing.T) {
	for _, typed := range []string{`["5 kg", "10 kg", "5 kg"]`, `["1.25 kg", "1.25 kg", "20.0 kg", "20 kg", "2.5 kg"]`} {
		meant, problems := readWeights("site.toml", fmt.Sprintf("barbell = { bar = \"20 kg\", plates = %s }", typed))
		if len(problems) != 1 || problems[0].ID != "listed-twice" {
			t.Fatalf("%s: %v", typed, problems)
		}
		_, advice, _ := strings.Cut(strings.TrimSuffix(problems[0].Hint, "."), "write ")
		got, problems := readWeights("site.toml", "[barbell]\nbar = \"20 kg\"\n"+strings.ReplaceAll(advice, " and ", "\n"))
		same(t, typed, got, meant, problems)
	}
}

// TestReadPartly: what is wrong is left out, and the rest is there.
func TestReadPartly(t *testing.T) {
	weights, _ := readWeights("site.toml", "dumbell = [\"8 kg\"]\nkettlebell = [\"8 kg\", \"x\", \"12 lb\"]\nbarbell = [\"x kg\"]\n")
	same(t, "weights", weights, Weights{"kettlebell": {kg(8000)}}, nil)

	runner, _ := readRunner("r.toml", strings.NewReplacer(`tue = "medium"`, "", `"hard"`, `"fast"`, "reserve = 3", "reserve = 0").Replace(goodRunner))
	same(t, "running week", runner.Week, Week{Rest, Rest, Easy, Rest, Rest, Easy, Long}, nil)
	if runner.Reserve != 2 {
		t.Errorf("the reserve is %d, want 2", runner.Reserve)
	}

	plan, _ := readPlan("p.toml", strings.NewReplacer("weeks   = 8", "weeks = 800", `"fri", "tue"`, `"fri", "tues"`, `"3 x 8-12"`, `"3x"`).Replace(goodPlan))
	phase := plan.Phases[0]
	if phase.Weeks != 0 || !cmp.Equal(phase.LiftOn, []Weekday{Friday}) || !phase.Sessions[0].Rows[0].Do.IsZero() || len(phase.Sessions) != 2 {
		t.Errorf("got the phase %+v", phase)
	}
}

func TestDoBesideAWaveStays(t *testing.T) {
	plan, problems := readPlan("p.toml", strings.Replace(goodPlan, `progress = "wave"`, `progress = "wave"`+"\n"+`do = "3 x 12"`, 1))
	if row := plan.Phases[0].Sessions[1].Rows[0]; !row.Do.Equal(reps(3, 12, 12)) || row.DoPos.Line != 29 || len(row.Wave) != 4 || len(problems) > 0 {
		t.Errorf("got the row %+v, %v", row, problems)
	}
}

func TestWeekdays(t *testing.T) {
	for i, want := range []string{"mon Monday", "tue Tuesday", "wed Wednesday", "thu Thursday", "fri Friday", "sat Saturday", "sun Sunday"} {
		d := Weekday(i)
		if got := d.String() + " " + d.Name(); got != want {
			t.Errorf("Weekday(%d) is %q, want %q", i, got, want)
		}
		for _, name := range []string{d.String(), d.Name(), strings.ToUpper(d.Name()), " " + d.String() + " "} {
			if got, hint, ok := ParseWeekday(name); got != d || !ok || hint != "" {
				t.Errorf("ParseWeekday(%q) = %v, %q, %v", name, got, hint, ok)
			}
		}
	}
	for name, want := range map[string]string{
		"tues": `Write "tue".`, "Mondays": `Write "mon".`, "Donnerstag": `Write "thu".`, "sábado": `Write "sat".`, "lunes": `Write "mon".`,
		"tue, fri": `Write ["tue", "fri"].`, "Monday and Thursday": `Write ["mon", "thu"].`, "Dienstag und Freitag": `Write ["tue", "fri"].`, "lundi et jeudi": `Write ["mon", "thu"].`, "tue and": "Use mon tue wed thu fri sat sun.", "tue/fry": "Use mon tue wed thu fri sat sun.",
		"morgen": "Use mon tue wed thu fri sat sun.", "": "Use mon tue wed thu fri sat sun.", "s": "Use mon tue wed thu fri sat sun.",
	} {
		if _, hint, ok := ParseWeekday(name); hint != want || ok {
			t.Errorf("ParseWeekday(%q): %q, %v, want %q", name, hint, ok, want)
		}
	}
}

// TestFormatsExplainThemselves: the formats are the authors' reference. What is written with [[headers]] has no example of a
// value: its format is the example.
func TestFormatsExplainThemselves(t *testing.T) {
	for _, f := range []*tomlfile.Format{ExerciseFormat(), RunnerFormat(), PlanFormat(), SourcesFormat(), WeightsFormat()} {
		checkFormat(t, f)
	}
}

func checkFormat(t *testing.T, f *tomlfile.Format) {
	t.Helper()
	keys := f.Keys
	if f.Any != nil {
		keys = append(keys, *f.Any)
	}
	if f.Name == "" || !strings.HasSuffix(f.Doc, ".") || len(keys) == 0 {
		t.Errorf("format %q: doc %q, %d keys", f.Name, f.Doc, len(keys))
	}
	for _, foreign := range f.Foreign {
		for _, key := range foreign.Means {
			if !slices.Contains(f.Names(), key) {
				t.Errorf("%s: %q is no key", f.Name, key)
			}
		}
	}
	for _, k := range keys {
		if headed := k.Kind == tomlfile.Tables && k.Name != "exercises" && k.Name != "tests"; !strings.HasSuffix(k.Doc, ".") || headed != (k.Example == "") {
			t.Errorf("%s.%s: doc %q, example %q", f.Name, k.Name, k.Doc, k.Example)
		}
		if k.Example != "" {
			checkExample(t, f, k)
		}
		for name, example := range k.ExampleOf {
			other := k
			other.Name, other.Example = name, example
			checkExample(t, f, other)
		}
		if k.Table != nil {
			checkFormat(t, k.Table)
		}
	}
}

// checkExample reads the example of a key as what the key takes.
func checkExample(t *testing.T, f *tomlfile.Format, k tomlfile.Key) {
	t.Helper()
	k.Required = false
	text := k.Name + " = " + k.Example + "\n"
	if _, problems := decode(f.Name, text, &tomlfile.Format{Name: f.Name, Keys: []tomlfile.Key{k}}); len(problems) > 0 {
		t.Errorf("the example of %s.%s is not right: %s\n%v", f.Name, k.Name, text, problems)
	}
}

func TestInSentence(t *testing.T) {
	for in, want := range map[string]string{"Goblet squat": "goblet squat", "TRX row": "TRX row", "Übung": "übung", "Goblet-Squat": "Goblet-Squat", "Einarmiges Rudern": "Einarmiges Rudern", "B": "b", "": "", "T2B": "T2B"} {
		if got := (&Exercise{Name: in}).InSentence(); got != want {
			t.Errorf("the name %q in a sentence: got %q, want %q", in, got, want)
		}
	}
	if got := (&Exercise{Name: "Kreuzheben", KeepsCapital: true}).InSentence(); got != "Kreuzheben" {
		t.Errorf("a noun of German in a sentence: got %q", got)
	}
}

// Easy weeks at regular distances keep away from a taper, which is light itself. Those that were named stay where they are.
func TestEasyWeeksBesideARace(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  []int
	}{
		{"weeks = 12\neasy_weeks = { every = 4 }", []int{4, 8, 12}},
		{"weeks = 12\neasy_weeks = { every = 4 }\nrace_week = 12", []int{4, 8}},
		{"weeks = 10\neasy_weeks = { every = 4 }\nrace_week = 10", []int{4}},
		{"weeks = 9\neasy_weeks = { every = 4 }\nrace_week = 9", []int{4}},
		{"weeks = 12\neasy_weeks = { every = 4 }\nrace_day = 2026-05-04", []int{4, 8}}, // a Monday: the taper is weeks 10 to 12
		{"weeks = 14\neasy_weeks = { every = 4 }\nrace_week = 10", []int{4, 12}},
		{"weeks = 10\neasy_weeks = [4, 8]\nrace_week = 10", []int{4, 8}},
	} {
		plan, problems := readPlan("p.toml", strings.NewReplacer("weeks   = 8\n", "", "easy_weeks = [4, 8]", c.typed).Replace(goodPlan))
		if len(problems) > 0 || !slices.Equal(plan.Phases[0].EasyWeeks, c.want) {
			t.Errorf("%s: easy weeks %v, %v, want %v", c.typed, plan.Phases[0].EasyWeeks, problems, c.want)
		}
	}
}
