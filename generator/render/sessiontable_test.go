package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// sessionOf returns a plan of one session with these rows, and a visit on a day that asks for so many sets of 8 in each of them.
func sessionOf(rows []training.Row, exercises []*training.Exercise, sets []int) (*training.Plan, *progression.Session) {
	plan := &training.Plan{Phases: []training.Phase{{Sessions: []training.Session{{Name: "A", Rows: rows}}}}}
	s := &progression.Session{Name: "A", PerDay: 1}
	for i := range rows {
		target := asked(exercises[i], training.Row{})
		target.Row, target.Target.Rest = &rows[i], rows[i].Rest
		for range sets[i] {
			target.Sets = append(target.Sets, progression.Set{Amount: 8, Top: 8, Load: kg(20)})
		}
		s.Targets = append(s.Targets, *target.Target)
	}
	return plan, s
}

func show(t *progression.Target) Target {
	return Target{Target: t, words: words.English(templates.Files)}
}

// describeBlocks writes blocks as lines: how they are done in turn, and each row with its details.
func describeBlocks(t *testing.T, blocks []SessionBlock) string {
	t.Helper()
	var lines []string
	for _, b := range blocks {
		if b.Turns != "" {
			lines = append(lines, b.Turns)
		}
		for _, r := range b.Rows {
			name, err := r.Name()
			details, err2 := r.Details()
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			text := strings.Join(append([]string{strings.TrimSpace(r.Number + " " + name)}, details...), " | ")
			lines = append(lines, strings.ReplaceAll(text, "\u00a0", " "))
		}
	}
	return strings.Join(lines, "\n")
}

func TestBlocks(t *testing.T) {
	trio := []*training.Exercise{squat, press, jump}
	for _, c := range []struct {
		name string
		rows []training.Row
		want string
	}{
		{"no group: no numbers", []training.Row{{Rest: 120}, {Rest: 90, RestFrom: 60, Note: "Slowly."}, {}}, "Back squat | Rest 2 min\nDumbbell press | Rest 60–90 s | Slowly.\nSquat jump"},
		{"a superset, and one by itself", []training.Row{{Group: "x"}, {Group: "x", Rest: 120, RestAfter: 300}, {Rest: 60, RestAfter: 300}},
			"3 rounds in turn, 2 min rest after each round\n1a Back squat\n1b Dumbbell press | 5 min before the next exercise\n2 Squat jump | Rest 1 min"},
		{"a circuit by the clock", []training.Row{{Group: "x", Every: 120, Rest: 20}, {Group: "x", Rest: 20}, {Group: "x", Rest: 20}},
			"3 rounds in turn, a round begins every 2 min\n1a Back squat | Rest 20 s\n1b Dumbbell press | Rest 20 s\n1c Squat jump"},
		{"as many rounds as there is time for", []training.Row{{Group: "x", For: 600}, {Group: "x"}, {}}, "rounds for 10 min\n1a Back squat\n1b Dumbbell press\n2 Squat jump"},
		{"a group of one is none", []training.Row{{Group: "x", Every: 60}, {Group: "y"}, {}}, "Back squat | a round begins every 1 min\nDumbbell press\nSquat jump"},
		{"tempo and warm-up sets", []training.Row{{Tempo: quantity.Tempo{Down: 3, Up: 2},
			WarmUp: quantity.Prescription{Unit: quantity.Repetitions, Parts: []quantity.Part{{Sets: 1, Low: 10, High: 10, Share: 400}, {Sets: 1, Low: 5, High: 5, Share: 600}}}}, {}, {}},
			"Back squat | tempo 3-0-2 (down, hold, up) | Warm-up sets: 10 at 40 %, 5 at 60 %\nDumbbell press\nSquat jump"},
	} {
		plan, s := sessionOf(c.rows, trio, []int{2, 3, 3})
		var table SessionTable
		table.add(s, show)
		if d := cmp.Diff(c.want, describeBlocks(t, blocks(plan, table.Columns))); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

// TestRowsInOrder: what the first visit of a week leaves out stands where the plan has it, and not at the end.
func TestRowsInOrder(t *testing.T) {
	plan, whole := sessionOf([]training.Row{{}, {}, {}}, []*training.Exercise{squat, press, jump}, []int{1, 1, 1})
	part := *whole
	part.Targets = part.Targets[2:]
	var table SessionTable
	table.add(&part, show)
	table.add(whole, show)
	if got, want := describeBlocks(t, blocks(plan, table.Columns)), "Back squat\nDumbbell press\nSquat jump"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestColumns: many days on which the same is done are one column; where there are few, each has its own.
func TestColumns(t *testing.T) {
	for _, c := range []struct {
		days   []training.Weekday
		sets   []int // on each day
		want   string
		isMany bool
	}{
		{[]training.Weekday{0, 2, 4}, []int{3, 3, 3}, "[mon] [wed] [fri]", false},
		{[]training.Weekday{0, 1, 2, 3, 4, 5, 6}, []int{3, 3, 3, 3, 3, 3, 3}, "[mon tue wed thu fri sat sun]", false},
		{[]training.Weekday{0, 1, 2, 3}, []int{3, 3, 2, 2}, "[mon tue] [wed thu]", false},
		{[]training.Weekday{0, 1, 2, 3, 4}, []int{1, 2, 3, 4, 4}, "[mon] [tue] [wed] [thu fri]", true},
	} {
		rows := []training.Row{{}}
		var table SessionTable
		for i, day := range c.days {
			_, s := sessionOf(rows, []*training.Exercise{squat}, c.sets[i:i+1])
			s.Day = day
			table.add(s, show)
		}
		if table.Many() {
			table.merge()
		}
		var columns []string
		for _, column := range table.Columns {
			columns = append(columns, fmt.Sprint(column.Days))
		}
		if got := strings.Join(columns, " "); got != c.want || table.Many() != c.isMany {
			t.Errorf("%v: %s, many: %v, want %s, %v", c.sets, got, table.Many(), c.want, c.isMany)
		}
	}
}
