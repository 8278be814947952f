package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// shape says what a programme is like. All its weeks are alike.
type shape struct {
	weeks, visits, exercises, sets, cues int
	loaded                               bool
	title, exercise                      string
	code                                 bool
}

const cue = "Keep the knee over the second toe and breathe out."

// input makes a programme of a shape, with all that its sheets need.
func (s shape) input() Input {
	plan := &training.Plan{WarmUp: "Five minutes of easy movement.", Phases: []training.Phase{{Sessions: []training.Session{{Name: "A", Rows: make([]training.Row, s.exercises)}}}}}
	p := &progression.Programme{Plan: plan, Runner: &training.Runner{Name: "Only runs"}, Unit: quantity.Kilogram, Stop: phrase.Counted("until-reserve", 3)}
	p.Phases = []progression.PhaseDays{{First: 1, Weeks: s.weeks}}
	rows := plan.Phases[0].Sessions[0].Rows
	var targets []progression.Target
	for i := range rows {
		e := &training.Exercise{ID: fmt.Sprint("e", i), Name: s.exercise}
		for range s.cues {
			e.Cues = append(e.Cues, cue)
		}
		target := progression.Target{Exercise: e, Row: &rows[i], Sets: slices.Repeat([]progression.Set{{Amount: 8, Top: 8}}, s.sets), Rest: 90, Loaded: s.loaded, PaperRule: []phrase.Phrase{phrase.New("next-wave-same")}}
		target.Prescription = quantity.EqualSets(s.sets, 8, 12, quantity.Repetitions, false)
		targets = append(targets, target)
	}
	for n := range s.weeks {
		week := progression.Week{Number: n + 1}
		for visit := range s.visits {
			week.Sessions = append(week.Sessions, progression.Session{Name: "A", Day: training.Weekday(2 * visit), Minutes: [2]int{30, 40}, Targets: targets})
		}
		p.Weeks = append(p.Weeks, week)
	}
	return Input{Programme: p, Title: s.title, Address: "https://example.org/plans/plan/only-runs/", License: "CC BY 4.0", Code: s.code, Words: words.English(templates.Files),
		Pain: "Deep groin or hip pain, pain at night or in one spot of a bone, a limp: stop and see a clinician."}
}

func TestPages(t *testing.T) {
	tests := []struct {
		name  string
		shape shape
		want  string // of each page its weeks, and what is not usual
	}{
		{"little", shape{weeks: 1, visits: 1, exercises: 1, sets: 3, cues: 3}, "1 roomy ruled"},
		{"four weeks side by side", shape{weeks: 4, visits: 2, exercises: 3, sets: 3, cues: 3, loaded: true}, "1-4"},
		{"about as many weeks on each", shape{weeks: 9, visits: 1, exercises: 3, sets: 3, cues: 3}, "1-3 roomy ruled, 4-6 roomy ruled, 7-9 roomy ruled"},
		{"four weeks of five exercises", shape{weeks: 4, visits: 2, exercises: 5, sets: 2, cues: 2, loaded: true}, "1-4"},
		{"less white", shape{weeks: 3, visits: 2, exercises: 5, sets: 3, cues: 2, loaded: true, title: strings.Repeat("Strength ", 30)}, "1-3 tight"},
		{"three weeks, with room for the weight", shape{weeks: 12, visits: 2, exercises: 5, sets: 3, cues: 2, loaded: true}, "1-3, 4-6, 7-9, 10-12"},
		{"visits are columns", shape{weeks: 4, visits: 2, exercises: 8, sets: 2, cues: 3, loaded: true}, "1-2 by visit, 3-4 by visit"},
		{"a week has a page", shape{weeks: 2, visits: 3, exercises: 6, sets: 3, cues: 2, loaded: true}, "1 by visit ruled, 2 by visit ruled"},
		{"overleaf", shape{weeks: 1, visits: 3, exercises: 14, sets: 4, cues: 3, loaded: true}, "1 by visit overleaf"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range Pages(test.shape.input()) {
				text := fmt.Sprint(p.First)
				if p.Last > p.First {
					text += fmt.Sprint("-", p.Last)
				}
				for _, mark := range []struct {
					is   bool
					word string
				}{{p.ByVisit, " by visit"}, {p.Roomy, " roomy"}, {p.Tight, " tight"}, {p.Ruled > 0, " ruled"}, {p.Overleaf, " overleaf"}} {
					if mark.is {
						text += mark.word
					}
				}
				got = append(got, text)
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("%+v:\n got %s\nwant %s", test.shape, got, test.want)
			}
		})
	}
}

// A cue gives way before a name is parted, and has a line of its own where there is room.
func TestCues(t *testing.T) {
	one := func(exercise string, exercises int) *Row {
		return &Pages(shape{weeks: 4, visits: 2, exercises: exercises, sets: 2, cues: 3, exercise: exercise, loaded: true}.input())[0].Rows[0]
	}
	if r := one("Squat", 2); len(r.Cues) != 3 || !r.Below {
		t.Errorf("where there is room, %d cues stand below: %v; want all 3", len(r.Cues), r.Below)
	}
	if r := one("Squat", 5); len(r.Cues) != 1 || r.Below {
		t.Errorf("beside a short name stand %d cues; want 1", len(r.Cues))
	}
	if r := one("Split squat with the rear foot raised, one dumbbell in each hand", 5); len(r.Cues) != 0 || r.Title.Height > 10 {
		t.Errorf("beside a long name stand %d cues, and it is %.1f mm high", len(r.Cues), r.Title.Height)
	}
}

// Whatever the programme, no two parts stand on each other, none leaves its page, and every box is large enough to write in.
func TestBoxes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := shape{
			weeks: rapid.IntRange(1, 13).Draw(t, "weeks"), visits: rapid.IntRange(1, 3).Draw(t, "visits"), exercises: rapid.IntRange(1, 9).Draw(t, "exercises"),
			sets: rapid.IntRange(1, 6).Draw(t, "sets"), cues: rapid.IntRange(0, 4).Draw(t, "cues"), loaded: rapid.Bool().Draw(t, "loaded"),
			title:    strings.Repeat("Strength ", rapid.IntRange(1, 12).Draw(t, "title")),
			exercise: strings.Repeat("Split squat ", rapid.IntRange(1, 5).Draw(t, "exercise")), code: rapid.Bool().Draw(t, "code"),
		}
		weeks := map[int]bool{}
		for _, p := range Pages(s.input()) {
			for _, c := range p.Columns {
				weeks[c.Week] = true
			}
			checkPage(t, &p)
		}
		if len(weeks) != s.weeks {
			t.Fatalf("%d weeks on paper, want %d", len(weeks), s.weeks)
		}
	})
}

func checkPage(t *rapid.T, p *Page) {
	parts := &p.Parts
	page := Box{0, 0, Width, Height}
	if bottom := parts.Footer.Y + parts.Footer.Height; bottom > Height+1e-9 {
		if !p.Overleaf {
			t.Fatalf("a page of weeks %d to %d is %.1f mm high", p.First, p.Last, bottom)
		}
		page.Height = bottom
	} else if !p.Overleaf && bottom < Height-slack-1e-9 {
		t.Fatalf("a page of weeks %d to %d ends at %.1f mm", p.First, p.Last, bottom)
	}
	inside(t, "header", parts.Header, page)
	for name, b := range map[string]Box{"code": parts.Code, "title": parts.Title, "name": parts.Who} {
		inside(t, name, b, parts.Header)
	}
	separate(t, "header", []Box{parts.Title, parts.Who, parts.Code}, 0)
	stacked := []Box{parts.Header, parts.Weeks}
	for i := range p.Rows {
		stacked = append(stacked, p.Rows[i].Title, p.Rows[i].Visits)
		checkRow(t, p, &p.Rows[i])
	}
	stacked = append(stacked, parts.Log, parts.Lines, parts.Rules, parts.Footer)
	separate(t, "page", stacked, 0)
	for _, part := range stacked {
		inside(t, "part", part, page)
	}
	for _, line := range p.Logs {
		for _, log := range line {
			inside(t, "log", log.Box, parts.Log)
		}
	}
}

func checkRow(t *rapid.T, p *Page, r *Row) {
	inside(t, "drawing", r.Drawing, Box{0, r.Visits.Y, rail, r.Visits.Height})
	var cells, boxes []Box
	for _, line := range r.Lines {
		for column, c := range line {
			if c.exercise == nil {
				continue
			}
			cells = append(cells, c.Box)
			inside(t, "target", c.Box, r.Visits)
			inside(t, "target", c.Box, Box{p.Columns[column].Box.X, r.Visits.Y, p.Columns[column].Box.Width, r.Visits.Height})
			var own []Box
			for _, set := range c.Sets {
				if own = append(own, set.Box); set.Share != "" {
					own = append(own, set.LoadBox)
				}
			}
			if c.Loaded {
				own = append(own, c.LoadBox)
			}
			for _, b := range own {
				inside(t, "box", b, c.Box)
			}
			separate(t, "boxes", own, pen)
			boxes = append(boxes, own...)
		}
	}
	separate(t, "targets", cells, 0)
	for _, b := range boxes {
		if b.Width < 12 || b.Height < boxHeight || b.Height > highestBox || b.Height != boxes[0].Height {
			t.Fatalf("a box is %.2f × %.2f mm, the first one %.2f mm high", b.Width, b.Height, boxes[0].Height)
		}
	}
}

func inside(t *rapid.T, name string, b, in Box) {
	const e = 1e-9
	if b.X < in.X-e || b.Y < in.Y-e || b.X+b.Width > in.X+in.Width+e || b.Y+b.Height > in.Y+in.Height+e {
		t.Fatalf("%s: %+v is not inside of %+v", name, b, in)
	}
}

// separate checks that no two boxes stand on each other by more than what they may share.
func separate(t *rapid.T, name string, boxes []Box, share float64) {
	const e = 1e-9
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if min(a.X+a.Width, b.X+b.Width)-max(a.X, b.X) > share+e && min(a.Y+a.Height, b.Y+b.Height)-max(a.Y, b.Y) > e {
				t.Fatalf("%s: %+v stands on %+v", name, a, b)
			}
		}
	}
}
