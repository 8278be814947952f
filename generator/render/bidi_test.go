package render

import (
	"testing"

	"github.com/legpress/legpress/generator/training/quantity"
)

// What is read from the left stays so in a language that runs from the right, and gets no marks in one that does not.
func TestFromTheRight(t *testing.T) {
	texts := map[string]string{"decimal": ",", "each-side": "لكل جانب", "minutes": "{n} دقيقة", "next": "{weight} / {exercise} / {n}", "sheet": "ورقة: {address}"}
	load := quantity.Load{Thousandths: 2500, Unit: quantity.Kilogram}
	do := quantity.Prescription{Sets: 3, Low: 8, High: 12, PerSide: true}
	for _, test := range []struct {
		fromRight bool
		want      [5]string
	}{
		{false, [5]string{"3 × 8–12 لكل جانب", "25–29 دقيقة", "2,5 kg / Goblet squat / 2", "ورقة: https://example.org/", "90 s"}},
		{true, [5]string{"\u20663 × 8–12\u2069 لكل جانب", "\u206625–29\u2069 دقيقة", "\u20662,5 kg\u2069 / \u2068Goblet squat\u2069 / 2", "ورقة: https://example.org/", "\u206690 s\u2069"}},
	} {
		theme := &Theme{words: &words{language: "ar", fromRight: test.fromRight, text: texts}}
		minutes, _ := theme.minutes([2]int{25, 29})
		next, _ := theme.words.word("next", "weight", load, "exercise", "Goblet squat", "n", 2)
		sheet, _ := theme.words.word("sheet", "address", "https://example.org/")
		got := [5]string{theme.prescription(do), minutes, next, sheet, theme.words.duration(90)}
		if got != test.want {
			t.Errorf("from the right %v: got %q, want %q", test.fromRight, got, test.want)
		}
	}
}

// The marks take no room on the sheet.
func TestMarksTakeNoRoom(t *testing.T) {
	set := newTypeset()
	if got, want := set.width("\u20668 kg\u2069"), set.width("8 kg"); got != want {
		t.Errorf("got a width of %f mm with marks, want %f", got, want)
	}
}
