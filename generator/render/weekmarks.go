package render

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// Mark is a kind of week that asks for less, or for something else.
type Mark struct {
	Name string // "easy week"; empty where the sentence says it
	Is   string // sentences: what is done in it
}

// Marks explain the marks of the weeks of the page's programme, each once, in the order in which they are met.
func (v *ProgrammeView) Marks() ([]Mark, error) {
	var list []Mark
	for _, w := range v.Programme.Projection.Weeks {
		m, err := v.mark(&w)
		if err != nil {
			return nil, err
		}
		if m.Is != "" && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list, nil
}

// mark explains a week. What holds of it first is said.
func (v *ProgrammeView) mark(w *progression.Week) (Mark, error) {
	for _, kind := range []struct {
		is         bool
		name, text string
	}{
		{w.Taper, "taper", "taper-week-is"},
		{w.AfterRace, "", "after-race-is"},
		{w.Easy, "easy-week", "easy-week-is"},
		{w.ByTable, "easy-week", "easy-table-is"},
	} {
		if kind.is {
			words := v.renderer.theme.words
			text, err := words.Fill(kind.text)
			return Mark{words.Text(kind.name), text}, err
		}
	}
	return Mark{}, nil
}

// LiftingDays names the days on which the page's programme is lifted: "Tuesday, Friday", or phase by phase where they change.
func (v *ProgrammeView) LiftingDays() (string, error) {
	var list []string
	for _, p := range v.Programme.Projection.Phases {
		text, err := v.dayNames(p.Days)
		if err != nil {
			return "", err
		}
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return strings.Join(list, "; "), nil
}

func (v *ProgrammeView) dayNames(days []training.Weekday) (string, error) {
	if len(days) == 7 {
		return v.renderer.theme.words.Fill("every-day")
	}
	names := make([]string, len(days))
	for i, d := range days {
		name, err := v.renderer.theme.words.Fill("day-" + d.String())
		if err != nil {
			return "", err
		}
		names[i] = name
	}
	return strings.Join(names, ", "), nil
}
