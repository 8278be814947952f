package progression

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

var update = flag.Bool("update", false, "write what the tests want")

func TestJSON(t *testing.T) {
	in := input(session("A",
		row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"),
		row("row", "3 x 8-12 each side", "you choose", ""),
		row("push-up-hold", "3 x 15-30 s", "", ""),
	))
	in.Plan.Phases[0].Weeks, in.Plan.Phases[0].LiftOn = 1, []training.Weekday{training.Tuesday}
	got, err := project(t, in).JSON(english().Sentences)
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, got, "", "  "); err != nil {
		t.Fatal(err)
	}
	got = indented.Bytes()
	const golden = "testdata/programme.json"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestDataOfSets: sets that differ, with all that a row can say of them.
func TestDataOfSets(t *testing.T) {
	bar := &training.Exercise{ID: "back-squat", Name: "Back squat", Measure: training.MeasureReps, Load: training.LoadWeight, Hands: 2}
	band := &training.Exercise{ID: "pull-up", Measure: training.MeasureReps, Load: training.LoadLevel}
	do := quantity.Prescription{Unit: quantity.Repetitions, Parts: []quantity.Part{{Sets: 2, Low: 5, High: 5, Load: kg(60)[0]}}}
	level := quantity.Load{Thousandths: 2000, Unit: quantity.Level, Name: "red"}
	for _, c := range []struct {
		name, want string
		target     Target
	}{
		{"shares of a known maximum",
			`{"exercise":"back-squat","name":"Back squat","lift":"","rung":0,"prescription":{"unit":"reps","steps":false,"per_side":false,"parts":[{"sets":2,"low":5,"high":5,"load_grams":60000,"load":"60 kg"}]},"sets":[{"reps":5,"share_thousandths":650,"load_grams":65000,"load":"65 kg"},` +
				`{"reps":3,"open":true,"share_thousandths":850,"load_grams":85000,"load":"85 kg"}],"load_kind":"weight","load_steps":0,"hands":2,` +
				`"rest_seconds":90,"rule":{"text":"","phrases":[]},"why":{"text":"","phrases":[]}}`,
			Target{Exercise: bar, Row: &training.Row{}, Loaded: true, Rest: 90, Prescription: do,
				Sets: []Set{{Amount: 5, Top: 5, Share: 650, Load: kg(65)[0]}, {Amount: 3, Top: 3, Open: true, Share: 850, Load: kg(85)[0]}}}},
		{"a table's range with the heaviest load, in a group by the clock",
			`{"exercise":"back-squat","name":"Back squat","lift":"","rung":0,"or":"leg-press","prescription":{"unit":"reps","steps":false,"per_side":true,"parts":[{"sets":2,"low":5,"high":5,"load_grams":60000,"load":"60 kg"}]},"sets":[{"reps":8,"top":10,"rm":true,"load_grams":null}],` +
				`"load_kind":"weight","load_steps":0,"hands":2,"body_mass_thousandths":300,"group":"A","every_seconds":60,"for_seconds":600,` +
				`"rest_seconds":90,"rest_from_seconds":60,"rest_after_seconds":300,"tempo_seconds":[3,0,1],"warm_up":[{"reps":10,"share_thousandths":400,"load_grams":null}],` +
				`"note":"Slowly.","rule":{"text":"","phrases":[]},"why":{"text":"","phrases":[]}}`,
			Target{Exercise: bar, Loaded: true, Rest: 90, PerSide: true, Prescription: do, Sets: []Set{{Amount: 8, Top: 10, RM: true}},
				WarmUp: []Set{{Amount: 10, Top: 10, Share: 400}},
				Row: &training.Row{BodyShare: 300, Group: "A", Every: 60, For: 600, RestFrom: 60, RestAfter: 300, Tempo: quantity.Tempo{Down: 3, Up: 1},
					WarmUp: do, Note: "Slowly.", Or: training.Ref{ID: "leg-press"}}}},
		{"a level has a name and no grams",
			`{"exercise":"pull-up","name":"","lift":"","rung":0,"prescription":{"unit":"metres","steps":true,"per_side":false,"parts":[]},"sets":[{"metres":20,"load_grams":null,"load":"red"}],"load_kind":"level",` +
				`"load_steps":1,"rest_seconds":0,"rule":{"text":"","phrases":[]},"why":{"text":"","phrases":[]}}`,
			Target{Exercise: band, Row: &training.Row{}, Loaded: true, Steps: 1, Sets: []Set{{Amount: 20, Top: 20, Load: level}},
				Prescription: quantity.Prescription{Unit: quantity.Metres, Steps: true}}},
	} {
		got, err := json.Marshal(c.target.data(voice{english().Sentences, quantity.Kilogram}))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(strings.Split(c.want, ","), strings.Split(string(got), ",")); d != "" {
			t.Errorf("%s: -want +got:\n%s", c.name, d)
		}
	}
}

// TestPhraseValues: in all that programmes say, a value is a number or an object whose members say what it is.
func TestPhraseValues(t *testing.T) {
	kinds := map[string]int{}
	var values func(any)
	values = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, value := range v {
				if name != "values" {
					values(value)
					continue
				}
				for name, x := range value.(map[string]any) {
					switch x := x.(type) {
					case float64:
						kinds["number"]++
					case map[string]any:
						kinds[strings.Join(slices.Sorted(maps.Keys(x)), " ")]++
						values(x)
					default:
						t.Fatalf("%s is %v", name, x)
					}
				}
			}
		case []any:
			for _, x := range v {
				values(x)
			}
		}
	}
	for seed := range 100 {
		p, _ := Project(example(seed))
		if p == nil {
			continue
		}
		text, err := p.JSON(english().Sentences)
		var data any
		if err != nil || json.Unmarshal(text, &data) != nil {
			t.Fatal(err)
		}
		values(data)
	}
	for kind := range kinds {
		if !slices.Contains([]string{"number", "amount unit", "load load_grams", "exercise name", "day", "parts per_side steps unit", "code values"}, kind) {
			t.Errorf("a value has the members %q", kind)
		}
	}
	if len(kinds) < 5 {
		t.Errorf("only %v", kinds)
	}
}

// TestAmounts: whatever sets are counted in, the data and the table have the amount under the unit's name.
func TestAmounts(t *testing.T) {
	for _, unit := range quantity.AmountUnits() {
		target := &Target{Exercise: &training.Exercise{}, Row: &training.Row{}, Prescription: quantity.Prescription{Unit: unit}, Sets: []Set{{Amount: 7, Top: 7}}}
		text, err := json.Marshal(target.data(voice{english().Sentences, quantity.Kilogram}))
		if want := fmt.Sprintf(`"sets":[{%q:7}]`, unit); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("got %s, %v, want it to have %s", text, err, want)
		}
		if got := cells(target, "."); got[string(unit)] != "7" {
			t.Errorf("the table has no column %s with a 7: %v", unit, got)
		}
	}
}

// TestEmptyJSON: lists are there even where they are empty.
func TestEmptyJSON(t *testing.T) {
	in := input(session("A"))
	in.Plan.Phases[0].Weeks = 1
	got, err := project(t, in).JSON(english().Sentences)
	if err != nil || bytes.Contains(got, []byte("null")) || !json.Valid(got) {
		t.Errorf("got %s, error %v", got, err)
	}
}

func BenchmarkProject(b *testing.B) {
	in := input(
		session("A", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), row("row", "3 x 8-14", "8 kg", "2 kg"), row("push-up-hold", "3 x 15-30 s", "", "5 s")),
		session("B", row("front-squat", "3 x 5-8", "20 kg", "5 kg"), row("calf-raise", "3 x 10-15", "", "")),
	)
	in.Plan.Phases[0].LiftOn = nil
	in.Plan.Phases[0].Weeks = 12
	in.Weights = training.Weights{"dumbbell": kg(2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24)}
	b.ReportAllocs()
	for b.Loop() {
		if p, problems := Project(in); p == nil {
			b.Fatal(problems)
		}
	}
}

// TestDataHasMachines: whoever reads the data can walk the lifts of its exercises. They are the same machines that made the targets.
func TestDataHasMachines(t *testing.T) {
	whole := 0
	for seed := range 60 {
		p, _ := Project(example(seed))
		if p == nil {
			continue
		}
		whole++
		text, err := p.JSON(english().Sentences)
		if err != nil {
			t.Fatal(err)
		}
		var data struct {
			Machines machine.Programme
			Weeks    []struct {
				Sessions []struct{ Exercises []struct{ Lift string } }
			}
		}
		if err := json.Unmarshal(text, &data); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(p.Machines, data.Machines, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("seed %d (-programme +data):\n%s", seed, d)
		}
		for _, w := range data.Weeks {
			for _, s := range w.Sessions {
				for _, e := range s.Exercises {
					if !slices.ContainsFunc(data.Machines.Lifts, func(l machine.Lift) bool { return l.Key == e.Lift }) {
						t.Fatalf("seed %d: there is no machine of the lift %q", seed, e.Lift)
					}
				}
			}
		}
	}
	if whole < 20 {
		t.Errorf("only %d plans", whole)
	}
}
