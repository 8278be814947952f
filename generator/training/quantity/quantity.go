// Package quantity reads and prints the quantities that coaches type: loads ("8 kg", "18 lb"), durations ("90 s", "2 min"),
// prescriptions ("3 x 8-12 each side", "3 x 20-30 s") and steps ("2 kg", "5 s").
//
// In go short strings as people write them, out come integers with their unit, or an error whose text is a sentence for the
// author. There are no floats anywhere.
package quantity

// Unit is a unit of load.
type Unit string

const (
	Kilogram Unit = "kg"
	Pound    Unit = "lb"
)

// Load is an exact load in the unit it was typed in. The zero Load is no load.
type Load struct {
	Thousandths int // of the unit: grams for kg, thousandths of a pound for lb
	Unit        Unit
}

// Prescription is what one exercise asks for: sets of repetitions, or of seconds when Hold is set.
type Prescription struct {
	Sets      int
	Low, High int // repetitions or seconds a set; equal where a single number was given
	Hold      bool
	PerSide   bool
}

// Step is how much harder the next step is. Exactly one of its fields is set; the zero Step is none.
type Step struct {
	Load    Load
	Seconds int
	Reps    int
}
