package words_test

import (
	"testing"

	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// What is asked for is written in the reader's language, and set by set where the sets are few.
func TestPrescription(t *testing.T) {
	kg := quantity.Load{Thousandths: 62_500, Unit: quantity.Kilogram}
	reps := func(parts ...quantity.Part) quantity.Prescription {
		return quantity.Prescription{Parts: parts, Unit: quantity.Repetitions}
	}
	steps := reps(quantity.Part{Sets: 2, Low: 10, High: 10})
	steps.Steps, steps.PerSide = true, true
	tests := []struct {
		do              quantity.Prescription
		english, german string
	}{
		{quantity.Prescription{}, "", ""},
		{quantity.EqualSets(3, 8, 12, quantity.Repetitions, true), "3 × 8–12 each side", "3 × 8–12 pro Seite"},
		{quantity.EqualSets(3, 20, 30, quantity.Seconds, false), "3 × 20–30 s", "3 × 20–30 s"},
		{quantity.EqualSets(3, 20, 20, quantity.Metres, false), "3 × 20 m", "3 × 20 m"},
		{steps, "2 × 10 steps each side", "2 × 10 Schritte pro Seite"},
		{reps(quantity.Part{Sets: 1, Low: 12, High: 12}, quantity.Part{Sets: 1, Low: 10, High: 10}, quantity.Part{Sets: 1, Low: 8, High: 8}), "12, 10, 8", "12, 10, 8"},
		{reps(quantity.Part{Sets: 2, Low: 8, High: 8}, quantity.Part{Sets: 2, Low: 6, High: 6, Open: true}), "8, 8, 6, 6+", "8, 8, 6, 6+"},
		{reps(quantity.Part{Sets: 5, Low: 3, High: 3, Open: true}), "5 × 3+", "5 × 3+"},
		{reps(quantity.Part{Sets: 4, Low: 4, High: 4, RM: true}), "4 × 4 RM", "4 × 4 RM"},
		{reps(quantity.Part{Sets: 1, Low: 5, High: 5}, quantity.Part{Sets: 3, Low: 8, High: 8, Share: 850}), "1 × 5, 3 × 8 at 85 %", "1 × 5, 3 × 8 mit 85 %"},
		{reps(quantity.Part{Sets: 1, Low: 5, High: 5, Share: 675}, quantity.Part{Sets: 1, Low: 5, High: 5, Share: 850, Open: true}), "5 at 67.5 %, 5+ at 85 %", "5 mit 67,5 %, 5+ mit 85 %"},
		{reps(quantity.Part{Sets: 3, Low: 8, High: 8, Load: kg}), "3 × 8 at 62.5 kg", "3 × 8 mit 62,5 kg"},
	}
	for language, want := range map[string]func(i int) string{"en": func(i int) string { return tests[i].english }, "de": func(i int) string { return tests[i].german }} {
		w, _ := words.Read(templates.Files, source.New(nil), language, false)
		for i, test := range tests {
			if got := w.Prescription(test.do); got != want(i) {
				t.Errorf("%s: %+v is written %q, want %q", language, test.do, got, want(i))
			}
		}
	}
}

// A pause may be a range, in one unit where that reads well.
func TestRest(t *testing.T) {
	w := words.English(templates.Files)
	for _, test := range []struct {
		from, to int
		want     string
	}{{0, 90, "90 s"}, {60, 90, "60–90 s"}, {60, 120, "1–2 min"}, {90, 120, "90–120 s"}, {120, 180, "2–3 min"}, {150, 300, "2 min 30 s – 5 min"}, {180, 180, "3 min"}} {
		if got := w.Rest(test.from, test.to); got != test.want {
			t.Errorf("%d to %d s: got %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

// A load is written as it is taken: help with its word, two in the hands as two.
func TestLoadOf(t *testing.T) {
	w, _ := words.Read(templates.Files, source.New(nil), "de", false)
	load := quantity.Load{Thousandths: 12_500, Unit: quantity.Kilogram}
	band := quantity.Load{Thousandths: 1000, Unit: quantity.Level, Name: "gelb"}
	for _, test := range []struct {
		exercise training.Exercise
		load     quantity.Load
		want     string
	}{
		{training.Exercise{}, quantity.Load{}, ""},
		{training.Exercise{}, load, "12,5 kg"},
		{training.Exercise{Hands: 2}, load, "2 × 12,5 kg"},
		{training.Exercise{Load: training.LoadAssistance}, load, "12,5 kg Hilfe"},
		{training.Exercise{Load: training.LoadLevel, Hands: 2}, band, "gelb"},
	} {
		if got := w.LoadOf(&test.exercise, test.load); got != test.want {
			t.Errorf("%+v of %+v is written %q, want %q", test.load, test.exercise, got, test.want)
		}
	}
	if got, want := w.BodyShare(300), "30 % des Körpergewichts"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
