package training

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/quantity"
)

// planWith returns a plan whose only session has these rows.
func planWith(head string, rows ...string) string {
	return "title = \"Plan\"\nrunners = [\"a\"]\nweeks = 8\n" + head + "[[session]]\nname = \"A\"\nexercises = [\n  " + strings.Join(rows, ",\n  ") + ",\n]\n"
}

func readRows(t *testing.T, rows ...string) ([]Row, diag.List) {
	t.Helper()
	p, problems := readPlan("plan.toml", planWith("", rows...))
	return p.Phases[0].Sessions[0].Rows, problems
}

// Each key of a row is read.
func TestReadRowKeys(t *testing.T) {
	got, problems := readRows(t,
		`{ exercise = "a", or = "b", weeks = ["-", "3 x 8", "3 x 10"], rest = "20 s", group = "A", every = "2 min" }`,
		`{ exercise = "c", stages = ["5 x 3", "6 x 2"], group = "A", rest_after = "5 min", misses = 2 }`,
		`{ exercise = "d", do = "3 x 8-12", start = "Yellow band", for = "10 min", misses = 3 }`,
	)
	same(t, "rows", got, []Row{
		{
			Exercise: Ref{ID: "a"}, Or: Ref{ID: "b"}, Do: reps(3, 8, 8), Weeks: []quantity.Prescription{{}, reps(3, 8, 8), reps(3, 10, 10)},
			Rest: 20, Group: "A", Every: 120,
		},
		{Exercise: Ref{ID: "c"}, Do: reps(5, 3, 3), Stages: []quantity.Prescription{reps(5, 3, 3), reps(6, 2, 2)}, Group: "A", RestAfter: 300, Misses: 2},
		{Exercise: Ref{ID: "d"}, Do: reps(3, 8, 12), Level: "Yellow band", For: 600, Misses: 3},
	}, problems)
	wantPlace(t, "weeks", got[0].DoPos, diag.Position{File: "plan.toml", Line: 7, Column: 39, Length: 24})
}

// What says how it is done, and with what, is read too.
func TestReadManner(t *testing.T) {
	got, problems := readRows(t,
		`{ exercise = "a", do = "5 x 5", start = "20 kg", step = "2.5 kg", misses = 3, back = "10 %", tempo = "3-0-3", warm_up = "10 at 40 %, 5 at 60 %", rest = "2-3 min" }`,
		`{ exercise = "b", do = "3 x 15+", last = 25, start = "30 % of body mass", step = "2 kg" }`,
		`{ exercise = "c", weeks = ["-", "3 x 5 at 60 kg", "4 x 4 RM"] }`,
	)
	five := reps(5, 5, 5)
	open := reps(3, 15, 15)
	open.Parts[0].Open = true
	at, rm := reps(3, 5, 5), reps(4, 4, 4)
	at.Parts[0].Load, rm.Parts[0].RM = kg(60_000), true
	warm := reps(1, 10, 10).Plus(quantity.Part{Sets: 1, Low: 5, High: 5, Share: 600})
	warm.Parts[0].Share = 400
	same(t, "rows", got, []Row{
		{
			Exercise: Ref{ID: "a"}, Do: five, Start: kg(20_000), Step: quantity.Step{Load: kg(2500)}, Misses: 3, Back: 100,
			Tempo: quantity.Tempo{Down: 3, Up: 3}, WarmUp: warm, Rest: 180, RestFrom: 120,
		},
		{Exercise: Ref{ID: "b"}, Do: open, Last: 25, BodyShare: 300, Step: quantity.Step{Load: kg(2000)}},
		{Exercise: Ref{ID: "c"}, Do: at, Weeks: []quantity.Prescription{{}, at, rm}},
	}, problems)
}

func TestReadSessionAndMaxima(t *testing.T) {
	text := strings.Replace(planWith("max = { squat = \"100 kg\", bench = \"Ask\" }\n", `{ exercise = "squat", do = "3 x 8" }`), "exercises", "per_day = 2\nexercises", 1) +
		"[[session]]\nname = \"B\"\noptional = true\nexercises = [{ exercise = \"squat\", do = \"3 x 8\" }]\n"
	p, _ := readPlan("plan.toml", text)
	same(t, "maxima", p.Maxima, []Maximum{{Exercise: Ref{ID: "bench"}, Ask: true}, {Exercise: Ref{ID: "squat"}, Load: kg(100_000)}}, nil)
	if a, b := p.Phases[0].Sessions[0], p.Phases[0].Sessions[1]; a.PerDay != 2 || a.Optional || !b.Optional || b.PerDay != 0 {
		t.Errorf("got the sessions %+v and %+v", a, b)
	}
	if m := p.Maximum("squat"); m == nil || m.Load != kg(100_000) || p.Maximum("row") != nil {
		t.Errorf("the maximum of squat is %+v, of row %+v", m, p.Maximum("row"))
	}
}

func TestReadLoadAndHands(t *testing.T) {
	head := "name = \"A\"\npattern = \"squat\"\nequipment = [\"dumbbell\"]\n"
	for text, want := range map[string]*Exercise{
		"measure = \"hold\"\nload = \"weight\"\nhands = 2\n": {Measure: MeasureHold, Load: LoadWeight, Hands: 2},
		"measure = \"load\"\nhands = 2\n":                    {Measure: MeasureLoad, Hands: 2},
		"measure = \"reps\"\nload = \"level\"\n":             {Measure: MeasureReps, Load: LoadLevel},
		"measure = \"metres\"\nload = \"weight\"\n":          {Measure: MeasureMetres, Load: LoadWeight},
		"measure = \"reps\"\nload = \"assistance\"\n":        {Measure: MeasureReps, Load: LoadAssistance},
	} {
		got, problems := readExercise("a.toml", head+text)
		want.ID, want.Name, want.Pattern, want.Equipment = "a", "A", Squat, []string{"dumbbell"}
		same(t, text, got, want, problems)
	}
	for _, e := range []Exercise{{Measure: MeasureLoad}, {Measure: MeasureReps, Load: LoadWeight}} {
		if e.LoadedWith() != LoadWeight || !e.Loaded() {
			t.Errorf("%+v is loaded with %q", e, e.LoadedWith())
		}
	}
	if e := (&Exercise{Measure: MeasureHold}); e.Loaded() {
		t.Errorf("%+v is loaded", e)
	}
}

// What a row asks and its exercise does not have is said, and nothing else.
func TestFit(t *testing.T) {
	weight, reps, hold := &Exercise{Name: "Squat", Measure: MeasureLoad}, &Exercise{Name: "Push-up", Measure: MeasureReps}, &Exercise{Name: "Plank", Measure: MeasureHold}
	help := &Exercise{Name: "Pull-up", Measure: MeasureReps, Load: LoadAssistance}
	band := &Exercise{Name: "Band walk", Measure: MeasureReps, Load: LoadLevel}
	for _, c := range []struct {
		e         *Exercise
		row, want string
	}{
		{weight, `do = "3 x 8", start = "20 kg"`, ""},
		{weight, `do = "3 x 8", start = "you choose"`, ""},
		{weight, `do = "3 x 8", start = "0 kg"`, "a weight must be more than 0 kg."},
		{help, `do = "3 x 8", start = "0 kg"`, ""},
		{reps, `do = "3 x 8", start = "yellow"`, "push-up is done without a load, so that it has no start."},
		{help, `do = "3 x 8", start = "30 kg"`, ""},
		{band, `do = "3 x 8", start = "yellow"`, ""},
		{reps, `do = "3 x 40 s"`, ""},
		{reps, `do = "3 x 30-40 s"`, "push-up is counted in repetitions, so that sets in seconds have no number to reach, and no range."},
		{reps, `do = "3 x 40 s", step = "5 s"`, "push-up is counted in repetitions, so that sets in seconds have no number to reach: step has nothing to look at."},
		{hold, `do = "3 x 20-40 s", step = "5 s"`, ""},
		{weight, `do = "3 x 8", start = "30 % of body mass", tempo = "3-0-3", warm_up = "5 at 50 %"`, ""},
		{reps, `weeks = ["3 x 8", "3 x 10"], step = "1 rep"`, "a table goes up by weight, but push-up is done without a load."},
		{reps, `do = "3 x 40+ s", step = "5 s", back = "10 %"`, "push-up is counted in repetitions, so that sets in seconds have no number to reach: step has nothing to look at." +
			"push-up is counted in repetitions, so that sets in seconds have no number to reach: back has nothing to look at."},
		{hold, `do = "3 x 30 s", tempo = "3-0-3"`, "plank is measured in seconds, so that it has no tempo."},
		{reps, `do = "3 x 8", warm_up = "5 at 50 %"`, "push-up is done without a load: there is no weight of which warm-up sets could be done."},
		{band, `do = "3 x 8 at 80 %", start = "red"`, "band walk is done with a band or a pin that has a name: there is no weight to take a percentage of."},
		{help, `do = "3 x 8", start = "30 % of body mass"`, "start is a share of body mass, but pull-up is done with help."},
		{help, `do = "3 x 8-12", start = "30 kg", back = "10 %"`, "pull-up is done with help: there is no weight of which something could be taken off."},
		{reps, `do = "4 x 4 RM"`, "push-up is done without a load: there is no heaviest weight for so many repetitions."},
		{reps, `weeks = ["3 x 8 at 20 kg", "3 x 8"]`, "push-up is done without a load, and not at a weight."},
	} {
		rows, problems := readRows(t, `{ exercise = "a", `+c.row+` }`)
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.row, problems)
		}
		got := ""
		for _, p := range Fit(&rows[0], c.e) {
			got += p.Message
		}
		if got != c.want {
			t.Errorf("%s of %s: got %q, want %q", c.row, c.e.Name, got, c.want)
		}
	}
}
