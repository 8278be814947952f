package progression

import (
	"encoding/csv"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

func TestCSV(t *testing.T) {
	in := input(session("=1+1", row("goblet-squat", "3 x 8-12 each side", "7.5 kg", "2.5 kg"), row("row", "3 x 8-12", "you choose", "")))
	in.Plan.Phases[0].Weeks, in.Plan.Phases[0].Name = 1, `@strong, "base"`
	in.Plan.Phases[0].LiftOn = []training.Weekday{training.Tuesday}
	in.Exercises["row"].ID = "-row"
	in.Plan.Start = time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	got := string(project(t, in).CSV(".", english().Sentences))
	want := "\ufeff" + strings.ReplaceAll(`week,date,phase,easy,taper,session,day,exercise,name,rung,sets,reps,seconds,per_side,load,unit,load_steps,rest_seconds,minutes_low,minutes_high,rule,metres,optional,per_day,group,or,amounts,total,loads,load_kind,hands,tempo,warm_up,warm_up_loads,rest_from_seconds,rest_after_seconds,every_seconds,for_seconds
1,2026-01-06,"'@strong, ""base""",false,false,'=1+1,tue,goblet-squat,Goblet squat,0,3,8,0,true,7.5,kg,0,120,21,24,"If all sets reach 12: next time 10 kg, start at 8. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",0,false,1,,,8 | 8 | 8,24,7.5 | 7.5 | 7.5,weight,,,,,,,,
1,2026-01-06,"'@strong, ""base""",false,false,'=1+1,tue,'-row,Bent over row,0,3,8,0,false,,,0,120,21,24,"If all sets reach 12: next time one weight up, start at 8. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",0,false,1,,,8 | 8 | 8,24,? | ? | ?,weight,,,,,,,,
`, "\n", "\r\n")
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestCSVDecimalComma: where the decimal sign is a comma, cells end with semicolons; any other sign is written as a point.
func TestCSVDecimalComma(t *testing.T) {
	in := input(session("Beine; Arme", row("goblet-squat", "3 x 8-12", "7.5 kg", "2.5 kg")))
	for decimal, want := range map[string]string{
		",": `1;;;false;false;"Beine; Arme";tue;goblet-squat;Goblet squat;0;3;8;0;false;7,5;kg;0;120;`,
		".": `1,,,false,false,Beine; Arme,tue,goblet-squat,Goblet squat,0,3,8,0,false,7.5,kg,0,120,`,
		"٫": `1,,,false,false,Beine; Arme,tue,goblet-squat,Goblet squat,0,3,8,0,false,7.5,kg,0,120,`,
	} {
		if got := string(project(t, in).CSV(decimal, english().Sentences)); !strings.Contains(got, "\r\n"+want) {
			t.Errorf("decimal sign %q: no row begins with %s in\n%.400s", decimal, want, got)
		}
	}
}

// cells returns the cells of a target's row by the names of their columns.
func cells(t *Target, decimal string) map[string]string {
	l := &line{&Programme{Plan: &training.Plan{}}, &Week{Number: 1}, &Session{PerDay: 2, Optional: true}, t, decimal, english().Sentences}
	got := map[string]string{}
	for _, c := range columns() {
		got[c.name] = c.cell(l)
	}
	return got
}

// TestCSVSets: where sets differ, the columns of what all have alike are empty, and others have what each of them has.
func TestCSVSets(t *testing.T) {
	bar := &training.Exercise{Measure: training.MeasureReps, Load: training.LoadWeight, Hands: 2}
	reps := quantity.Prescription{Unit: quantity.Repetitions}
	level := func(name string) quantity.Load {
		return quantity.Load{Thousandths: 1000, Unit: quantity.Level, Name: name}
	}
	half := quantity.Load{Thousandths: 42500, Unit: quantity.Kilogram}
	for _, c := range []struct {
		sets []Set
		want string
	}{
		{[]Set{{Amount: 12, Top: 12, Load: half}, {Amount: 10, Top: 10, Load: half}}, "reps= total=22 load=42,5 unit=kg amounts=12 | 10 loads=42,5 | 42,5"},
		{[]Set{{Amount: 5, Top: 5, Load: half}, {Amount: 5, Top: 5, Open: true, Load: kg(50)[0]}}, "reps=5 total=10 load= unit=kg amounts=5 | 5+ loads=42,5 | 50"},
		{[]Set{{Amount: 8, Top: 10, Share: 850}, {Amount: 8, Top: 10, Share: 675}}, "reps=8 total=16 load= unit= amounts=8–10 | 8–10 loads=85 % | 67,5 %"},
		{[]Set{{Amount: 4, Top: 4, RM: true}}, "reps=4 total=4 load= unit= amounts=4 loads=RM"},
		{[]Set{{Amount: 4, Top: 4, Load: level("=light green")}}, "reps=4 total=4 load= unit=level amounts=4 loads='=light green"},
		{[]Set{{Amount: 4, Top: 4, Load: kg(0)[0]}}, "reps=4 total=4 load=0 unit=kg amounts=4 loads=0"},
	} {
		got := cells(&Target{Exercise: bar, Row: &training.Row{}, Loaded: true, Prescription: reps, Sets: c.sets}, ",")
		var text []string
		for _, name := range []string{"reps", "total", "load", "unit", "amounts", "loads"} {
			text = append(text, name+"="+got[name])
		}
		if s := strings.Join(text, " "); s != c.want {
			t.Errorf("%v:\n got %s\nwant %s", c.sets, s, c.want)
		}
	}
}

// TestCSVRow: what a row says beside its sets. A tempo is not taken for a day.
func TestCSVRow(t *testing.T) {
	row := &training.Row{
		Group: "+1", Or: training.Ref{ID: "push-up"}, Tempo: quantity.Tempo{Down: 3, Hold: 1, Up: 2}, RestFrom: 60, RestAfter: 300, Every: 90, For: 600, BodyShare: 300,
	}
	target := &Target{
		Exercise: &training.Exercise{Load: training.LoadAssistance}, Row: row, Loaded: true, Prescription: quantity.Prescription{Unit: quantity.Repetitions},
		Sets: []Set{{Amount: 8, Top: 8}}, WarmUp: []Set{{Amount: 10, Top: 10, Load: kg(20)[0]}, {Amount: 5, Top: 5, Share: 600}},
	}
	got := cells(target, ".")
	for name, want := range map[string]string{
		"optional": "true", "per_day": "2", "group": "'+1", "or": "push-up", "load_kind": "assistance", "hands": "", "tempo": "3–1–2", "loads": "30 %",
		"warm_up": "10 | 5", "warm_up_loads": "20 | 60 %", "rest_from_seconds": "60", "rest_after_seconds": "300", "every_seconds": "90", "for_seconds": "600",
	} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
}

// Whatever a plan is called and asks for, each row has a cell for each column, numbers are numbers, and no cell is a formula.
func TestCSVCells(t *testing.T) {
	name := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("=+-@＝－ \t\r\n\",;'1a"))))
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		for i := range in.Plan.Phases {
			p := &in.Plan.Phases[i]
			p.Name = name.Draw(t, "phase")
			for j := range p.Sessions {
				p.Sessions[j].Name = name.Draw(t, "session")
			}
		}
		programme, _ := Project(in)
		if programme == nil {
			t.Skip("a plan with errors")
		}
		text, ok := strings.CutPrefix(string(programme.CSV(".", english().Sentences)), "\ufeff")
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || !ok || len(rows) == 0 {
			t.Fatalf("%d rows, begins with a byte order mark: %v, %v: %q", len(rows), ok, err, text)
		}
		for _, row := range rows[1:] {
			checkCells(t, rows[0], row)
		}
	})
}

func checkCells(t *rapid.T, columns, row []string) {
	for i, cell := range row {
		switch column := columns[i]; column {
		case "reps", "seconds": // empty where sets differ
			if _, err := strconv.Atoi(cell); err != nil && cell != "" {
				t.Errorf("%s is %q", column, cell)
			}
		case "week", "rung", "sets", "load_steps", "rest_seconds", "minutes_low", "minutes_high", "total", "per_day":
			if _, err := strconv.Atoi(cell); err != nil {
				t.Errorf("%s is %q", column, cell)
			}
		case "load":
			if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" || cell != "" && row[i+1] == "" {
				t.Errorf("the load is %q, its unit %q", cell, row[i+1])
			}
		case "phase", "group", "or", "amounts", "loads", "warm_up_loads", "session", "exercise", "name", "rule":
			if strings.IndexAny(strings.TrimLeft(cell, " \u00a0"), "=+-@\t\r\n＝＋－＠") == 0 {
				t.Errorf("a spreadsheet takes the %s for a formula: %q", column, cell)
			}
		}
	}
}
