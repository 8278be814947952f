package sheet

import (
	"fmt"
	"math"
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
	code                                 float64
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
	return Input{Programme: p, Title: s.title, Address: "https://example.org/plans/plan/only-runs/", License: "CC BY 4.0", CodeSide: s.code, Words: words.English(templates.Files),
		Pain: "Deep groin or hip pain, pain at night or in one spot of a bone, a limp: stop and see a clinician."}
}

func TestPages(t *testing.T) {
	tests := []struct {
		name  string
		shape shape
		want  string // of each page its weeks; "dense" and how many cues
	}{
		{"little", shape{weeks: 1, visits: 1, exercises: 1, sets: 3, cues: 3}, "1 3"},
		{"four weeks side by side", shape{weeks: 4, visits: 2, exercises: 3, sets: 3, cues: 3, loaded: true}, "1-4 3"},
		{"about as many weeks on each", shape{weeks: 9, visits: 1, exercises: 3, sets: 3, cues: 3}, "1-3 3, 4-6 3, 7-9 3"},
		{"four weeks because dense", shape{weeks: 4, visits: 1, exercises: 3, sets: 3, cues: 4, loaded: true, exercise: strings.Repeat("Squat ", 11)}, "1-4 dense 2"},
		{"two weeks because four do not fit", shape{weeks: 4, visits: 2, exercises: 6, sets: 3, cues: 3, loaded: true}, "1-2 dense 2, 3-4 dense 2"},
		{"two weeks instead of dense ones", shape{weeks: 4, visits: 2, exercises: 4, sets: 5, cues: 3, loaded: true}, "1-2 3, 3-4 3"},
		{"one cue", shape{weeks: 4, visits: 1, exercises: 6, sets: 3, cues: 3, loaded: true, exercise: strings.Repeat("Squat ", 19)}, "1-2 dense 1, 3-4 dense 1"},
		{"overleaf", shape{weeks: 8, visits: 3, exercises: 9, sets: 4, cues: 3, loaded: true}, "1-4 dense 2, 5-8 dense 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range Pages(test.shape.input()) {
				text := fmt.Sprint(p.First)
				if p.Last > p.First {
					text += fmt.Sprint("-", p.Last)
				}
				if p.Dense {
					text += " dense"
				}
				got = append(got, fmt.Sprint(text, " ", len(p.Rows[0].Cues)))
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("%+v:\n got %s\nwant %s", test.shape, got, test.want)
			}
		})
	}
}

// Text runs beside the QR code as far as the code reaches, and below it across the page: a text that just fits into the page's width
// takes a line more beside the code, and of very many lines only the first few are shorter.
func TestHeader(t *testing.T) {
	for sentences, want := range map[int]float64{8: line, 400: 0} {
		height := func(code float64) float64 {
			in := shape{weeks: 1, visits: 1, exercises: 1, sets: 3, cues: 1, code: code}.input()
			in.Programme.Plan.WarmUp = strings.Repeat("Move gently. ", sentences)
			return Pages(in)[0].Parts.Header.Height
		}
		if more := height(17) - height(0); math.Abs(more-want) > 1e-9 {
			t.Errorf("%d sentences: beside a code of 17 mm the header is %.2f mm higher, want %.2f", sentences, more, want)
		}
	}
}

// What is left of a line is shared among what stands in it.
func TestFlow(t *testing.T) {
	const load, set, text = loadWidth - border, boxWidth - border, -targetWidth
	tests := []struct {
		name  string
		rooms []float64 // of boxes; of a text its negative
		width float64
		want  string // from where to where each box reaches; a line for each
		end   float64
	}{
		{"three sets of four weeks", []float64{set, set, set}, 30.7, "-0.15-10.38 10.08-20.62 20.32-30.85", 8},
		{"two sets with a load", []float64{load, set, set}, 30.7, "-0.15-12.25 11.95-21.55 21.25-30.85", 8},
		{"the load stands beside the target", []float64{text, load, set, set, set}, 30.7, "16.35-30.85\n-0.15-10.38 10.08-20.62 20.32-30.85", 16.6},
		{"the first set too", []float64{text, load, set, set, set, set}, 39.7, "15.55-29.25 28.95-39.85\n-0.15-13.38 13.08-26.62 26.32-39.85", 16.6},
		{"five sets of two weeks", []float64{set, set, set, set, set}, 45.7, "-0.15-9.29 8.99-18.43 18.13-27.57 27.27-36.71 36.41-45.85", 8},
		{"wider than the line", []float64{load}, 8, "-0.15-8.15", 8},
		{"nothing", nil, 30.7, "", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			boxes, items, first := make([]Box, len(test.rooms)), []item(nil), 0.0
			for i, room := range test.rooms {
				it := item{box: &boxes[i], room: room}
				if room < 0 {
					it, first = item{room: -room}, 8.6
				}
				items = append(items, it)
			}
			end := flow(items, 0, 0, test.width, first)
			var got strings.Builder
			for i, b := range boxes {
				if b == (Box{}) {
					continue
				}
				if got.Len() > 0 {
					got.WriteString(map[bool]string{true: "\n", false: " "}[b.Y > boxes[i-1].Y && boxes[i-1] != (Box{})])
				}
				fmt.Fprintf(&got, "%.2f-%.2f", b.X, b.X+b.Width)
			}
			if got.String() != test.want || math.Abs(end-test.end) > 1e-9 {
				t.Errorf("%v in %v mm:\n got %q, to %v\nwant %q, to %v", test.rooms, test.width, got.String(), end, test.want, test.end)
			}
		})
	}
}

// Whatever the programme, no two parts stand on each other, none leaves its page, and every target has room to be written down.
func TestBoxes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := shape{
			weeks: rapid.IntRange(1, 13).Draw(t, "weeks"), visits: rapid.IntRange(1, 3).Draw(t, "visits"), exercises: rapid.IntRange(1, 9).Draw(t, "exercises"),
			sets: rapid.IntRange(1, 6).Draw(t, "sets"), cues: rapid.IntRange(0, 4).Draw(t, "cues"), loaded: rapid.Bool().Draw(t, "loaded"),
			title:    strings.Repeat("Strength ", rapid.IntRange(1, 12).Draw(t, "title")),
			exercise: strings.Repeat("Split squat ", rapid.IntRange(1, 5).Draw(t, "exercise")), code: rapid.SampledFrom([]float64{0, 25.5}).Draw(t, "code"),
		}
		weeks := 0
		for _, p := range Pages(s.input()) {
			weeks += len(p.Columns)
			checkPage(t, &p)
		}
		if weeks != s.weeks {
			t.Fatalf("%d weeks on paper, want %d", weeks, s.weeks)
		}
	})
}

func checkPage(t *rapid.T, p *Page) {
	parts := &p.Parts
	page := Box{0, 0, Width, Height}
	if bottom := parts.Footer.Y + parts.Footer.Height; bottom > Height {
		if !p.Dense {
			t.Fatalf("a page of weeks %d to %d is %.1f mm high and not dense", p.First, p.Last, bottom)
		}
		page.Height = bottom // its table goes on overleaf
	}
	inside(t, "header", parts.Header, page)
	for name, b := range map[string]Box{"code": parts.Code, "title": parts.Title, "name and date": parts.Write} {
		inside(t, name, b, parts.Header)
	}
	apart(t, "header", []Box{parts.Title, parts.Write, parts.Code}, 0)
	stacked := []Box{parts.Header, parts.Table, parts.Rules, parts.Footer}
	apart(t, "page", stacked, 0)
	lines := []Box{parts.Heads}
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Group != "" {
			lines = append(lines, r.GroupBox)
		}
		lines = append(lines, r.Box)
		inside(t, "head of a row", r.Head, r.Box)
		inside(t, "drawing", r.Drawing, r.Head)
		for column, visits := range r.Cells {
			if len(visits) != len(p.Columns[column].Visits) {
				t.Fatalf("%d targets for %d visits", len(visits), len(p.Columns[column].Visits))
			}
			var cells []Box
			for _, c := range visits {
				cells = append(cells, c.Box)
				inside(t, "target", c.Box, p.Columns[column].Box)
				inside(t, "target", c.Box, r.Box)
				var boxes []Box
				for _, set := range c.Sets {
					if boxes = append(boxes, set.Box); set.Share != "" {
						boxes = append(boxes, set.LoadBox)
					}
				}
				if c.Loaded {
					boxes = append(boxes, c.LoadBox)
					if c.LoadBox.Width < loadWidth-1e-9 {
						t.Fatalf("the box of a load is %.1f mm wide", c.LoadBox.Width)
					}
				}
				toWriteIn(t, boxes, c.Box)
			}
			apart(t, "targets", cells, 0)
		}
	}
	lines = append(lines, parts.Visits)
	apart(t, "rows", lines, 0)
	for _, line := range lines {
		inside(t, "row", line, parts.Table)
	}
	heads := p.Columns[0].Box.X
	columns := []Box{{0, parts.Table.Y, heads, parts.Table.Height}}
	sum := heads
	for _, c := range p.Columns {
		columns, sum = append(columns, c.Box), sum+c.Box.Width
		for _, v := range c.Visits {
			inside(t, "visit", v.Box, parts.Visits)
			inside(t, "visit", v.Box, c.Box)
			toWriteIn(t, v.Boxes, v.Box)
		}
	}
	apart(t, "columns", columns, 0)
	if math.Abs(sum-Width) > 1e-9 {
		t.Fatalf("the columns are %.2f mm wide together", sum)
	}
	for _, part := range stacked {
		inside(t, "part", part, page)
	}
}

// toWriteIn checks boxes to write in: they are large enough, and share no more than their borders with each other and what is around.
func toWriteIn(t *rapid.T, boxes []Box, in Box) {
	for _, b := range boxes {
		if b.Width < boxWidth-1e-9 || b.Height < boxHeight-1e-9 {
			t.Fatalf("a box is %.2f × %.2f mm", b.Width, b.Height)
		}
		inside(t, "box", b, Box{in.X - border/2, in.Y - border/2, in.Width + border, in.Height + border})
	}
	apart(t, "boxes", boxes, border)
}

func inside(t *rapid.T, name string, b, in Box) {
	const e = 1e-9
	if b.X < in.X-e || b.Y < in.Y-e || b.X+b.Width > in.X+in.Width+e || b.Y+b.Height > in.Y+in.Height+e {
		t.Fatalf("%s: %+v is not inside of %+v", name, b, in)
	}
}

// apart checks that no two boxes stand on each other by more than what they may share.
func apart(t *rapid.T, name string, boxes []Box, share float64) {
	const e = 1e-9
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if min(a.X+a.Width, b.X+b.Width)-max(a.X, b.X) > share+e && min(a.Y+a.Height, b.Y+b.Height)-max(a.Y, b.Y) > share+e {
				t.Fatalf("%s: %+v stands on %+v", name, a, b)
			}
		}
	}
}
