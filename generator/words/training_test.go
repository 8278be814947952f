package words_test

import (
	"regexp"
	"strconv"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Whatever stands in the tables of training has its words: a pattern, a piece of equipment, a kind of day, what is tested, and the sentences
// about amounts in each unit.
func TestTrainingHasWords(t *testing.T) {
	var names []string
	for _, p := range training.Patterns() {
		names = append(names, "pattern-"+string(p))
	}
	for _, e := range training.EquipmentNames() {
		names = append(names, "equipment-"+e)
	}
	for _, d := range training.DayKinds() {
		names = append(names, "run-"+string(d), "days-today-"+string(d), "days-tomorrow-"+string(d))
	}
	for _, m := range training.Measures() {
		names = append(names, "test-"+string(m))
	}
	for _, unit := range quantity.AmountUnits() {
		u := string(unit)
		names = append(names, "next-climb-"+u, "next-linear-"+u, "next-linear-top-"+u, "why-climbed-"+u)
		if unit != quantity.Repetitions { // which stand as bare numbers
			names = append(names, u, "why-more-"+u+"-as-last-time", "why-more-"+u+"-as-before")
		}
	}
	english := wordsOf(t, "en")
	for _, name := range names {
		if english[name] == "" {
			t.Errorf("there is no word %q", name)
		}
	}
}

// The rule about ranges says in every language with how much of the body it counts, in the numbers of the table.
func TestBodyInWords(t *testing.T) {
	for _, language := range append(shipped(), "en") {
		text := wordsOf(t, language)["rule-range-too-narrow-why"]
		for _, p := range training.Patterns() {
			kg := strconv.Itoa(p.Facts().Body.Grams() / 1000)
			if kg != "0" && !regexp.MustCompile(`\b`+kg+`\b`).MatchString(text) {
				t.Errorf("%s: %s lifts %s kg of the body, which the rule does not say: %q", language, p, kg, text)
			}
		}
	}
}
