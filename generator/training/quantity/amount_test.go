package quantity

import (
	"reflect"
	"testing"
)

// Each unit in which a set can be counted says everything about itself, can be typed, and is read as it is printed.
func TestAmountRowsAreWhole(t *testing.T) {
	for _, row := range amountRows {
		v := reflect.ValueOf(row)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("the row of %s does not say %s", row.Unit, v.Type().Field(i).Name)
			}
		}
		for name, l := range map[string]limit{"Set": row.Set, "Step": row.Step} {
			if l.most == 0 || l.usual == "" {
				t.Errorf("the row of %s has the limit %s %+v", row.Unit, name, l)
			}
		}
		for _, n := range []int{1, 2, row.Step.most} {
			text := row.StepText(n)
			if got, err := ParseStep(text); got != (Step{Amount: n, Unit: row.Unit}) || err != nil {
				t.Errorf("%d %s are the step %q, which reads as %+v, %v", n, row.Unit, text, got, err)
			}
		}
	}
}

// A word means one unit.
func TestSpellings(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range spellings {
		for _, word := range s.words {
			if seen[word] {
				t.Errorf("%q means two units", word)
			}
			seen[word] = true
			if got := spelled(word); got.name != s.name {
				t.Errorf("%q means %q, want %q", word, got.name, s.name)
			}
		}
		if s.name == "" || s.times < 1 || len(s.words) == 0 {
			t.Errorf("the spelling %+v leaves something out", s)
		}
	}
}
