package sheet

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// recoveryOf returns what the first page of a programme says of what is written down.
func recoveryOf(t *testing.T, in Input) string {
	t.Helper()
	p := Pages(in)[0]
	for _, r := range p.Rules {
		if r.Names == in.Words.Say("recovery") {
			return said(r)
		}
	}
	return ""
}

// TestRecovery: of what is written down, a page says what has a box on it, and less where there is no room for it.
func TestRecovery(t *testing.T) {
	const bad, pain, hard, away = "After a bad run", "After pain", "Hard:", "as in week 1."
	legs := func(in *Input) {
		for day := range in.Programme.RunningWeek {
			in.Programme.RunningWeek[day] = training.Easy
		}
		for i := range in.Programme.Weeks {
			for j := range in.Programme.Weeks[i].Sessions {
				for k := range in.Programme.Weeks[i].Sessions[j].Targets {
					in.Programme.Weeks[i].Sessions[j].Targets[k].Exercise.Pattern = training.Calf
				}
			}
		}
	}
	rest := func(in *Input) {
		legs(in)
		clear(in.Programme.RunningWeek[:])
	}
	known := func(in *Input) { in.Programme.Plan.PainUpTo = 4 }
	little := shape{weeks: 2, visits: 1, exercises: 2, sets: 3, cues: 2, exercise: "Squat"}
	carried := func(in *Input) {
		for i := range in.Programme.Weeks {
			for j := range in.Programme.Weeks[i].Sessions {
				targets := in.Programme.Weeks[i].Sessions[j].Targets
				targets[0].Prescription = quantity.EqualSets(3, 20, 40, quantity.Metres, false)
			}
		}
	}
	daily := func(in *Input) {
		legs(in)
		for i := range in.Programme.Weeks {
			in.Programme.Weeks[i].Sessions[0].PerDay = mostVisits + 1
		}
	}
	for _, test := range []struct {
		name      string
		change    func(*Input)
		has, less []string
	}{
		{"legs", legs, []string{bad, pain, hard, away}, nil},
		{"no run on the next day", rest, []string{pain, hard, away}, []string{bad}},
		{"no legs", func(*Input) {}, []string{pain, hard, away}, []string{bad}},
		{"a box for each visit alone", daily, []string{pain, away}, []string{bad, hard}},
		{"metres", carried, []string{hard, "add twice as much"}, []string{"two repetitions"}},
		{"a tendon that a clinician has seen", known, []string{"After more pain than 4 of 10", hard, away}, []string{pain}},
	} {
		in := little.input()
		test.change(&in)
		text := recoveryOf(t, in)
		for _, s := range test.has {
			if !strings.Contains(text, s) {
				t.Errorf("%s: %q is not in %q", test.name, s, text)
			}
		}
		for _, s := range test.less {
			if strings.Contains(text, s) {
				t.Errorf("%s: %q is in %q", test.name, s, text)
			}
		}
	}
}

// TestRecoveryTakesNoPage: as the room gets less, less is said, down to nothing, before there are more pages.
func TestRecoveryTakesNoPage(t *testing.T) {
	said := map[string]bool{}
	for exercises := 4; exercises < 9; exercises++ {
		for n := range 250 {
			in := shape{weeks: 3, visits: 2, exercises: exercises, sets: 3, cues: 2, exercise: "Squat"}.input()
			in.Programme.Plan.WarmUp, in.Pain = strings.Repeat("Move gently. ", n), "" // so that its column at the foot is the shorter one
			if len(Pages(in)) > 1 {
				break
			}
			said[recoveryOf(t, in)] = true
		}
	}
	if len(said) != 3 || !said[""] {
		t.Errorf("it is said in %d ways: %v", len(said), said)
	}
	overleaf := shape{weeks: 1, visits: 3, exercises: 16, sets: 4, cues: 3, exercise: "Squat"}.input()
	if text := recoveryOf(t, overleaf); !strings.Contains(text, "Hard:") {
		t.Errorf("a page that goes on overleaf says %q", text)
	}
}
