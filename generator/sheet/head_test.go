package sheet

import (
	"strings"
	"testing"
)

// Who is behind a sheet stands below the line for the runner's name, and a logo takes room from the lines beside it.
func TestWho(t *testing.T) {
	in := shape{weeks: 2, visits: 1, exercises: 2, sets: 3, cues: 1, exercise: "Squat"}.input()
	high := func(logo bool, lines ...string) float64 {
		in.Who, in.Logo = nil, logo
		for _, line := range lines {
			in.Who = append(in.Who, strings.Split(line, "|"))
		}
		return Pages(in)[0].Parts.Who.Height
	}
	none, logo, name := high(false), high(true), high(false, "Anna Weber")
	if none != writeHeight || logo != writeHeight+whoAbove+logoSide || name != writeHeight+whoAbove+smallLine {
		t.Errorf("without anybody %.2f, with a logo %.2f, with a name %.2f mm", none, logo, name)
	}
	if two := high(false, "Anna Weber|Physiotherapist, M.Sc."); two != name+smallLine {
		t.Errorf("a name and a qualification that have no room beside each other take %.2f mm", two)
	}
	if one := high(false, "Anna Weber|M.Sc."); one != name {
		t.Errorf("a name and a short qualification take %.2f mm", one)
	}
	const long = "Physiotherapist, M.Sc., Graz"
	if alone, beside := high(false, long, long, long), high(true, long, long, long); beside <= alone {
		t.Errorf("three long lines take %.2f mm, and beside a logo %.2f", alone, beside)
	}
}

// Beside a week there is a line to write its date on: with a word before it where that has room, and none where not even a date has.
func TestDateLine(t *testing.T) {
	ty := &typesetter{Input: shape{}.input(), fonts: newFonts()}
	g := (&Page{Columns: make([]Column, 4)}).grid()
	for _, c := range []struct {
		name       string
		column     Column
		byVisit    bool
		line, from bool
	}{
		{"a week", Column{Week: 2}, false, true, true},
		{"with a mark", Column{Week: 1, Marks: []string{"test"}}, false, true, false},
		{"with two marks", Column{Week: 1, Marks: []string{"test", "easy"}}, false, false, false},
		{"a visit", Column{Week: 1, Day: "Wed"}, true, true, false},
		{"with its date", Column{Week: 1, Date: "4 May"}, false, false, false},
	} {
		ty.dateLine(&c.column, g, c.byVisit)
		if c.column.Line != c.line || c.column.From != c.from {
			t.Errorf("%s: a line %v, a word %v", c.name, c.column.Line, c.column.From)
		}
		if c.name != "with two marks" && ty.headLines(&c.column, g) > 1 {
			t.Errorf("%s takes more than a line", c.name)
		}
	}
}
