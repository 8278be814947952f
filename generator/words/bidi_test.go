package words

import (
	"testing"

	"github.com/legpress/legpress/generator/training/quantity"
)

// What is read from the left stays so in a language that runs from the right, and gets no marks in one that does not.
func TestFromTheRight(t *testing.T) {
	texts := map[string]string{"decimal": ",", "each-side": "لكل جانب", "minutes": "{n} دقيقة", "next": "{weight} / {exercise} / {n}", "sheet": "ورقة: {address}"}
	load := quantity.Load{Thousandths: 2500, Unit: quantity.Kilogram}
	do := quantity.EqualSets(3, 8, 12, quantity.Repetitions, true)
	for _, test := range []struct {
		fromRight bool
		want      [5]string
	}{
		{false, [5]string{"3 × 8–12 لكل جانب", "25–29 دقيقة", "2,5 kg / Goblet squat / 2", "ورقة: https://example.org/", "90 s"}},
		{true, [5]string{"\u20663 × 8–12\u2069 لكل جانب", "\u206625–29\u2069 دقيقة", "\u20662,5 kg\u2069 / \u2068Goblet squat\u2069 / 2", "ورقة: https://example.org/", "\u206690 s\u2069"}},
	} {
		w := &Words{fromRight: test.fromRight, text: texts}
		minutes, _ := w.Minutes([2]int{25, 29})
		next, _ := w.Fill("next", "weight", load, "exercise", "Goblet squat", "n", 2)
		sheet, _ := w.Fill("sheet", "address", "https://example.org/")
		got := [5]string{w.Prescription(do), minutes, next, sheet, w.Duration(90)}
		if got != test.want {
			t.Errorf("from the right %v: got %q, want %q", test.fromRight, got, test.want)
		}
	}
}
