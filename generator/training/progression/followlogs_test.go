package progression

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// TestFollow: each archive of testdata/logs has a plan, what a runner wrote down, and what she is asked for on each visit up to the next
// one. The answers are worked out by hand.
func TestFollow(t *testing.T) {
	files, _ := filepath.Glob("testdata/logs/*.txtar")
	if len(files) < 6 {
		t.Fatalf("only %d archives", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil || len(archive.Files) != 3 {
				t.Fatalf("%d files, %v", len(archive.Files), err)
			}
			p := projectText(t, archive.Files[0].Data)
			log, err := p.Machines.ReadLog(archive.Files[1].Data)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(archive.Files[2].Data), visitLines(t, &p.Machines, log)); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// projectText projects a plan without other easy weeks than those it names, with the gym's exercises and weights.
func projectText(t *testing.T, text []byte) *Programme {
	t.Helper()
	table, problems := tomlfile.Decode(tomlfile.Input{File: planFile, Text: text}, training.PlanFormat())
	plan, more := training.ReadPlan("logged", planFile, table)
	if problems.Add(more...); problems.HasErrors() {
		t.Fatal(problems)
	}
	in := input()
	in.Plan = plan
	for i := range plan.Phases {
		if !strings.Contains(string(text), "easy_weeks") {
			plan.Phases[i].EasyWeeks = nil
		}
	}
	var bar []quantity.Load
	for n := 20000; n <= 120000; n += 2500 {
		bar = append(bar, quantity.Load{Thousandths: n, Unit: quantity.Kilogram})
	}
	in.Weights = training.Weights{"dumbbell": kg(2, 4, 6, 8, 10, 12, 14, 16, 18, 20), "plate": kg(2, 4, 6, 8, 10, 12, 14, 16), "barbell": bar}
	return project(t, in)
}

// visitLines writes what is asked for on each visit of a log, and on the one after it.
func visitLines(t *testing.T, p *machine.Programme, log []machine.Record) string {
	t.Helper()
	var lines strings.Builder
	next := false
	err := p.Follow(log, 0, func(v *machine.Visit, asked []machine.Target, done *machine.Record) {
		if next {
			return
		}
		next = done == nil
		var list []string
		for i, x := range asked {
			list = append(list, written(&p.Lifts[v.Lifts[i]], &x))
		}
		fmt.Fprintf(&lines, "%d %s: %s\n", v.Week.Number, p.Phases[v.Phase].Sessions[v.Session].Name, strings.Join(list, ", "))
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines.String()
}

// written writes a target: "goblet-squat 3x8 @10".
func written(l *machine.Lift, x *machine.Target) string {
	s := l.Rungs[x.Rung].Exercise
	switch {
	case len(x.Sets) > 0:
		s += fmt.Sprintf(" %dx%d", len(x.Sets), x.Sets[0].N)
		if load := x.Sets[0].Load; load.Known {
			s += fmt.Sprintf(" @%v", float64(load.N)/1000)
		}
	case x.Instead != "":
		s += " left out, " + x.Instead + " instead"
	default:
		s += " left out"
	}
	if x.Hurt {
		s += " hurt"
	}
	return s
}

// TestReadLog: what is no log of the programme is refused, with the record that it stands in.
func TestReadLog(t *testing.T) {
	p := project(t, input(session("A", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"))))
	record := func(more string) string { return `{"week": 1, "session": "A", "lifts": []` + more + `}` }
	for text, want := range map[string]string{
		`[{"weak": 1}]`: "unknown field",
		`[{"week": 1, "session": "B", "lifts": []}]`:                                                  `record 1: there is no session "B" in week 1`,
		`[{"week": 99, "session": "A", "lifts": []}]`:                                                 `record 1: there is no session "A" in week 99`,
		`[` + record("") + `, {"week": 1, "session": "A", "lifts": [{"lift": "row@A", "sets": []}]}]`: `record 2: session "A" has no lift "row@A"`,
		`[{"week": 1, "session": "A", "lifts": [{"lift": "goblet-squat@A", "sets": [8, -1]}]}]`:       "less than nothing",
		`[` + record(`, "pain": 11`) + `]`:                                                            "pain is a number from 0 to 10",
		`[` + record(`, "run": "so-so"`) + `]`:                                                        `"so-so" is none of ["well" "badly"]`,
		`[` + record(`, "effort": "max"`) + `]`:                                                       `"max" is none of ["easy" "ok" "hard"]`,
		`[` + record(`, "date": "6.1.2026"`) + `]`:                                                    "is no day such as 2026-01-06",
		`[` + record(`, "date": "2026-01-06"`) + `, ` + record(`, "date": "2026-01-05"`) + `]`:        "record 2 is of a day before",
	} {
		if _, err := p.Machines.ReadLog([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
	log, err := p.Machines.ReadLog([]byte(`[` + strings.Repeat(record("")+",", 2) + record("") + `]`))
	if err == nil {
		err = p.Machines.Follow(log, 0, func(*machine.Visit, []machine.Target, *machine.Record) {})
	}
	if err == nil || !strings.Contains(err.Error(), `week 1 has no other session "A"`) {
		t.Errorf("a visit too many: %v", err)
	}
	if !slices.IsSortedFunc(log, func(a, b machine.Record) int { return a.Week - b.Week }) || len(log) != 3 {
		t.Errorf("following a log has changed it: %v", log)
	}
}
