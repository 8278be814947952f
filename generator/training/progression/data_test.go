package progression

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

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
	const want = `{
  "format": "legpress.programme/1",
  "plan": "first",
  "runner": "only-runs",
  "unit": "kg",
  "weeks": [
    {
      "week": 1,
      "phase": "",
      "easy": false,
      "taper": false,
      "tests": false,
      "sessions": [
        {
          "name": "A",
          "day": "tue",
          "minutes": [
            26,
            29
          ],
          "exercises": [
            {
              "exercise": "goblet-squat",
              "rung": 0,
              "sets": 3,
              "reps": 8,
              "seconds": 0,
              "metres": 0,
              "per_side": false,
              "load_grams": 8000,
              "load_steps": 0,
              "rest_seconds": 120,
              "rule": "If all sets reach 12: next time 10 kg, start at 8. If not: same weight, one more repetition where you can. Twice below 8: one weight down.",
              "why": "Start: a weight that leaves 3 good repetitions."
            },
            {
              "exercise": "row",
              "rung": 0,
              "sets": 3,
              "reps": 8,
              "seconds": 0,
              "metres": 0,
              "per_side": true,
              "load_grams": null,
              "load_steps": 0,
              "rest_seconds": 120,
              "rule": "If all sets reach 12: next time one weight up, start at 8. If not: same weight, one more repetition where you can. Twice below 8: one weight down.",
              "why": "Start: a weight that you can lift 8 times with 3 good repetitions left."
            },
            {
              "exercise": "push-up-hold",
              "rung": 0,
              "sets": 3,
              "reps": 0,
              "seconds": 15,
              "metres": 0,
              "per_side": false,
              "load_grams": 0,
              "load_steps": 0,
              "rest_seconds": 60,
              "rule": "If all sets last 30 s: next time Feet-up hold, start at 15 s. If not: 5 s more where you can. Twice below 15 s: Knee push-up hold instead.",
              "why": "Start: the bottom of the range."
            }
          ]
        }
      ]
    }
  ]
}
`
	if d := cmp.Diff(want, string(got)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestAmounts: whatever sets are counted in, the data and the table have the amount under the unit's name.
func TestAmounts(t *testing.T) {
	p := &Programme{Plan: &training.Plan{}, Runner: &training.Runner{}}
	w := &Week{Number: 1}
	for _, unit := range quantity.AmountUnits() {
		target := &Target{Exercise: &training.Exercise{}, Prescription: quantity.Prescription{Unit: unit}, Sets: []Set{{Amount: 7, Top: 7}}}
		text, err := json.Marshal(target.data(english().Sentences))
		if want := fmt.Sprintf("%q:7", unit); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("got %s, %v, want it to have %s", text, err, want)
		}
		if i := slices.Index(columns(), string(unit)); i < 0 || p.record(w, &Session{}, target, ".", "")[i] != "7" {
			t.Errorf("the table has no column %s with a 7", unit)
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
