package quantity

import "testing"

func level(name string, place int) Load {
	return Load{Thousandths: 1000 * place, Unit: Level, Name: name}
}

func TestIsLevel(t *testing.T) {
	for s, want := range map[string]bool{
		"yellow": true, "Grün": true, "very light": true, "pin 4": true, "أصفر": true, "x": true, "lbx": true,
		"4": false, "4 kg": false, "-4": false, "four kg": false, "zwei Kilo": false, "some lbs.": false, "": false, " ": false, "#3": false,
	} {
		if got := IsLevel(s); got != want {
			t.Errorf("IsLevel(%q) = %v", s, got)
		}
	}
}

func TestParseLevel(t *testing.T) {
	for in, want := range map[string]Load{
		"yellow":            level("yellow", 3),
		"  very\u00a0 dark": level("very dark", 3),
		"pin 4":             level("pin 4", 3),
	} {
		if got, err := ParseLevel(in, 3); got != want || err != nil {
			t.Errorf("ParseLevel(%q) = %+v, %v, want %+v", in, got, err, want)
		}
	}
	for in, want := range map[string]string{
		"":                      `"" is no name of a level. Write letters and digits, a letter first: "yellow", "pin 4".`,
		"red\u202e":             `"red" is no name of a level. Write letters and digits, a letter first: "yellow", "pin 4".`,
		"4 kg":                  `"4 kg" is no name of a level. Write letters and digits, a letter first: "yellow", "pin 4".`,
		"the one with the knot": `"the one with the knot" is too long for a column of the sheet. Take 20 letters at the most.`,
	} {
		_, err := ParseLevel(in, 1)
		checkError(t, "ParseLevel", in, err, want)
	}
}

// TestLevelsHaveNoWeight: nothing that computes with grams or units takes the place of a level for a weight.
func TestLevelsHaveNoWeight(t *testing.T) {
	yellow, red := level("yellow", 1), level("red", 2)
	if yellow.Grams() != 0 || yellow.IsZero() || !yellow.IsLevel() || kg(1000).IsLevel() {
		t.Errorf("%+v has %d g", yellow, yellow.Grams())
	}
	if yellow.Compare(red) != -1 || red.Compare(yellow) != 1 || red.Compare(level("rouge", 2)) != 0 {
		t.Errorf("levels are not compared by their places")
	}
	if got := yellow.In(Pound); got != yellow {
		t.Errorf("In(lb) = %+v", got)
	}
	if got := yellow.Plus(2, kg(1000)); got != yellow {
		t.Errorf("Plus(2, 1 kg) = %+v", got)
	}
	if got := yellow.Other(); !got.IsZero() {
		t.Errorf("Other() = %+v", got)
	}
	if got := red.String(); got != "red" {
		t.Errorf("String() = %q", got)
	}
}
