package sheet

import "testing"

// Who is behind a sheet stands below the line for the runner's name, and a logo takes room from the lines beside it.
func TestWho(t *testing.T) {
	in := shape{weeks: 2, visits: 1, exercises: 2, sets: 3, cues: 1, exercise: "Squat"}.input()
	high := func(logo bool, lines ...string) float64 {
		in.Who, in.Logo = lines, logo
		return Pages(in)[0].Parts.Who.Height
	}
	none, logo, name := high(false), high(true), high(false, "Anna Weber")
	if none != writeHeight || logo != writeHeight+whoAbove+logoSide || name != writeHeight+whoAbove+smallLine {
		t.Errorf("without anybody %.2f, with a logo %.2f, with a name %.2f mm", none, logo, name)
	}
	const long = "Physiotherapist, M.Sc., Graz"
	if alone, beside := high(false, long, long, long), high(true, long, long, long); beside <= alone {
		t.Errorf("three long lines take %.2f mm, and beside a logo %.2f", alone, beside)
	}
}
