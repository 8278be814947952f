package sheet

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// paper makes the first page of a programme of one session a week, given the targets of each week.
func paper(t *testing.T, session training.Session, weeks ...[]progression.Target) *Page {
	t.Helper()
	return &pagesOf(session, nil, weeks...)[0]
}

func pagesOf(session training.Session, others []*training.Exercise, weeks ...[]progression.Target) []Page {
	in := inputOf(session, others)
	for i, targets := range weeks {
		in.Programme.Weeks = append(in.Programme.Weeks, progression.Week{Number: i + 1, Sessions: []progression.Session{{Name: session.Name, Minutes: [2]int{30, 40}, Targets: targets}}})
	}
	in.Programme.Phases[0].Weeks = len(weeks)
	return Pages(in)
}

// inputOf returns what the sheets of a session are made from, without any weeks. A maximum of the squat is asked for.
func inputOf(session training.Session, others []*training.Exercise) Input {
	p := &progression.Programme{
		Plan:   &training.Plan{Phases: []training.Phase{{Sessions: []training.Session{session}}}, Maxima: []training.Maximum{{Exercise: training.Ref{ID: "squat"}, Ask: true}}},
		Runner: &training.Runner{Name: "Only runs"}, Unit: quantity.Kilogram, Stop: phrase.Counted("until-reserve", 3),
		Phases: []progression.PhaseDays{{First: 1}},
	}
	exercise := func(id string) *training.Exercise {
		for _, e := range others {
			if e.ID == id {
				return e
			}
		}
		return nil
	}
	return Input{Programme: p, Title: "A plan", Exercise: exercise, Words: words.English(templates.Files)}
}

// said returns a rule in the site's unit.
func said(r Rule) string {
	var texts []string
	for _, text := range r.Texts {
		texts = append(texts, text.Here)
	}
	return strings.Join(texts, " ")
}

// equal returns a target of sets that are alike.
func equal(row *training.Row, e *training.Exercise, sets, amount, top int) progression.Target {
	target := progression.Target{Exercise: e, Row: row, Rest: 90, Loaded: e.Loaded(), PerSide: e.PerSide, PaperRule: []phrase.Phrase{phrase.New("next-wave-same")}}
	for range sets {
		target.Sets = append(target.Sets, progression.Set{Amount: amount, Top: amount})
	}
	target.Prescription = quantity.EqualSets(sets, amount, top, quantity.Repetitions, false)
	return target
}

// Each rung stands with its own range and its sides: the one with which the weeks begin in the head of the row, those that are reached
// later behind "Then:". Their targets have their names.
func TestRungs(t *testing.T) {
	rows := make([]training.Row, 1)
	squat, kickstand := &training.Exercise{ID: "squat", Name: "Slow squat", PerSide: true}, &training.Exercise{ID: "kickstand", Name: "Kickstand squat", PerSide: true}
	first, second := equal(&rows[0], squat, 2, 6, 12), equal(&rows[0], kickstand, 2, 5, 8)
	first.Next = phrase.New("always-next", "exercise", kickstand, "do", quantity.EqualSets(2, 5, 8, quantity.Repetitions, true))
	p := paper(t, training.Session{Name: "A", Rows: rows}, []progression.Target{first}, []progression.Target{second})
	r := p.Rows[0]
	for _, test := range []struct{ what, got, want string }{
		{"head", r.Do, "2 × 6–12 each side, rest 90 s"},
		{"then", r.Next[0], "Kickstand squat, 2 × 5–8 each side"},
		{"week 1", r.Lines[0][0].Name + "|" + r.Lines[0][0].Goal, "|2 × 6"},
		{"week 2", r.Lines[0][1].Name + "|" + r.Lines[0][1].Goal, "Kickstand squat|2 × 5"},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.what, test.got, test.want)
		}
	}
}

// Of an exercise that begins with the lightest weight, the rule stands there that also says when to go back.
func TestRulesOfAllWeeks(t *testing.T) {
	rows := make([]training.Row, 1)
	first := equal(&rows[0], &barbell, 3, 5, 5)
	first.PaperRule = []phrase.Phrase{phrase.New("always-linear-load")}
	second, third := first, first
	second.PaperRule = []phrase.Phrase{phrase.New("always-linear-load"), phrase.New("always-below")}
	p := paper(t, training.Session{Name: "A", Rows: rows}, []progression.Target{first}, []progression.Target{second}, []progression.Target{third})
	const beside, want = "If all sets reach the number: next time one weight up. If not: the same again.", "Twice below the number: one weight down."
	if got := p.Rows[0].Aside.Here; got != beside {
		t.Errorf("beside the name stands %q, want %q", got, beside)
	}
	if len(p.Rules) != 2 || said(p.Rules[0]) != want { // behind it stands what follows from what is written down
		t.Errorf("got %v, want %q first", p.Rules, want)
	}
}

// A rule has its weights in both units: a step as a rack of the other unit has it.
func TestRulesInBothUnits(t *testing.T) {
	rows := []training.Row{{}}
	x := target(rows[0], barbell, set(8, 0, 60))
	x.Row = &rows[0]
	x.PaperRule = []phrase.Phrase{phrase.New("next-step-up", "step", phrase.Step(kilograms(2)))}
	p := paper(t, training.Session{Name: "A", Rows: rows}, []progression.Target{x})
	if got := p.Rows[0].Aside.Apart(); got.Before != "next time " || got.Here != "2 kg " || got.Other != "5 lb " || got.After != "more." {
		t.Errorf("got %+v, want 2 kg and 5 lb between what does not depend on them", got)
	}
}

// What a runner leaves out because it hurts says so, and not that it does not come so often.
func TestLeftOutForPain(t *testing.T) {
	rows := make([]training.Row, 2)
	squat, row := &training.Exercise{ID: "squat", Name: "Squat"}, &training.Exercise{ID: "row", Name: "Row"}
	session := training.Session{Name: "A", Rows: rows}
	in := inputOf(session, nil)
	for i, targets := range [][]progression.Target{{equal(&rows[1], row, 2, 8, 8)}, {equal(&rows[0], squat, 2, 8, 8), equal(&rows[1], row, 2, 8, 8)}} {
		s := progression.Session{Name: "A", Minutes: [2]int{30, 40}, Targets: targets}
		if i == 0 {
			s.Hurt = []*training.Row{&session.Rows[0]}
		}
		in.Programme.Weeks = append(in.Programme.Weeks, progression.Week{Number: i + 1, Sessions: []progression.Session{s}})
	}
	in.Programme.Phases[0].Weeks = 2
	p := &Pages(in)[0]
	if got := p.Rows[0].Lines[0][0].Why; p.Rows[0].Exercise != squat || got != "Left out: it hurt twice" {
		t.Errorf("%s says %q", p.Rows[0].Name, got)
	}
}
