package words

import (
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Each kind of value is written as the language writes it, and kept together where the language runs from the right.
func TestSentences(t *testing.T) {
	texts := map[string]string{
		"decimal": ",", "day-tue": "Dienstag", "seconds": "{n} Sek.", "plain": "{n}.", "amount": "bis {bottom}", "load": "{weight} mehr", "exercise": "dann {exercise}",
		"day": "am {day}", "outer": "({then})", "more-one": "eine mehr", "more-many": "{n} mehr in {weeks}",
	}
	half := quantity.Load{Thousandths: 2500, Unit: quantity.Kilogram}
	for _, test := range []struct {
		phrase       phrase.Phrase
		want, turned string // in a language that runs from the left, and from the right
	}{
		{phrase.New("plain", "n", 3), "3.", "3."},
		{phrase.New("amount", "bottom", phrase.Amount{N: 8, Unit: quantity.Repetitions}), "bis 8", "bis \u20668\u2069"},
		{phrase.New("amount", "bottom", phrase.Amount{N: 30, Unit: quantity.Seconds}), "bis 30 Sek.", "bis \u206830 Sek.\u2069"},
		{phrase.New("load", "weight", half), "2,5 kg mehr", "\u20662,5 kg\u2069 mehr"},
		{phrase.New("exercise", "exercise", &training.Exercise{Name: "Push-up"}), "dann Push-up", "dann \u2068Push-up\u2069"},
		{phrase.New("day", "day", training.Tuesday), "am Dienstag", "am \u2068Dienstag\u2069"},
		{phrase.New("outer", "then", phrase.New("plain", "n", 3)), "(3.)", "(\u20663.\u2069)"},
		{phrase.Counted("more", 1), "eine mehr", "eine mehr"},
		{phrase.Counted("more", 2, "weeks", 5), "2 mehr in 5", "2 mehr in 5"},
		{phrase.Phrase{}, "", ""},
		{phrase.New("nothing"), "", ""},
	} {
		for fromRight, want := range map[bool]string{false: test.want, true: test.turned} {
			w := &Words{fromRight: fromRight, text: texts}
			if got := w.Sentences(test.phrase); got != want {
				t.Errorf("from the right %v: %+v says %q, want %q", fromRight, test.phrase, got, want)
			}
		}
	}
	w := &Words{text: texts}
	if got, want := w.Sentences(phrase.New("plain", "n", 1), phrase.Phrase{}, phrase.Counted("more", 1)), "1. eine mehr"; got != want {
		t.Errorf("several say %q, want %q", got, want)
	}
}
