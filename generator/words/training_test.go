package words_test

import (
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
