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
)

func TestCSV(t *testing.T) {
	in := input(session("=1+1", row("goblet-squat", "3 x 8-12 each side", "7.5 kg", "2.5 kg"), row("row", "3 x 8-12", "you choose", "")))
	in.Plan.Phases[0].Weeks, in.Plan.Phases[0].Name = 1, `@strong, "base"`
	in.Plan.Phases[0].LiftOn = []training.Weekday{training.Tuesday}
	in.Exercises["row"].ID = "-row"
	in.Plan.Start = time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	got := string(project(t, in).CSV(".", english().Sentences))
	want := "\ufeff" + strings.ReplaceAll(`week,date,phase,easy,taper,session,day,exercise,name,rung,sets,reps,seconds,metres,per_side,load,unit,load_steps,rest_seconds,minutes_low,minutes_high,rule
1,2026-01-06,"'@strong, ""base""",false,false,'=1+1,tue,goblet-squat,Goblet squat,0,3,8,0,0,true,7.5,kg,0,120,21,24,"If all sets reach 12: next time 10 kg, start at 8. If not: same weight, one more repetition where you can. Twice below 8: one weight down."
1,2026-01-06,"'@strong, ""base""",false,false,'=1+1,tue,'-row,Bent over row,0,3,8,0,0,false,,,0,120,21,24,"If all sets reach 12: next time one weight up, start at 8. If not: same weight, one more repetition where you can. Twice below 8: one weight down."
`, "\n", "\r\n")
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestCSVDecimalComma: where the decimal sign is a comma, cells end with semicolons; any other sign is written as a point.
func TestCSVDecimalComma(t *testing.T) {
	in := input(session("Beine; Arme", row("goblet-squat", "3 x 8-12", "7.5 kg", "2.5 kg")))
	for decimal, want := range map[string]string{
		",": `1;;;false;false;"Beine; Arme";tue;goblet-squat;Goblet squat;0;3;8;0;0;false;7,5;kg;0;120;`,
		".": `1,,,false,false,Beine; Arme,tue,goblet-squat,Goblet squat,0,3,8,0,0,false,7.5,kg,0,120,`,
		"٫": `1,,,false,false,Beine; Arme,tue,goblet-squat,Goblet squat,0,3,8,0,0,false,7.5,kg,0,120,`,
	} {
		if got := string(project(t, in).CSV(decimal, english().Sentences)); !strings.Contains(got, "\r\n"+want) {
			t.Errorf("decimal sign %q: no row begins with %s in\n%.400s", decimal, want, got)
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
		case "week", "rung", "sets", "reps", "seconds", "load_steps", "rest_seconds", "minutes_low", "minutes_high":
			if _, err := strconv.Atoi(cell); err != nil {
				t.Errorf("%s is %q", column, cell)
			}
		case "load":
			if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" || (cell == "") != (row[i+1] == "") {
				t.Errorf("the load is %q, its unit %q", cell, row[i+1])
			}
		case "phase", "session", "exercise", "name", "rule":
			if strings.IndexAny(strings.TrimLeft(cell, " \u00a0"), "=+-@\t\r\n＝＋－＠") == 0 {
				t.Errorf("a spreadsheet takes the %s for a formula: %q", column, cell)
			}
		}
	}
}
