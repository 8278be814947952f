// Package quantity reads and prints the quantities that coaches type: loads ("8 kg", "18 lb"), durations ("90 s", "2 min"),
// prescriptions ("3 x 8-12 each side", "3 x 20-30 s") and steps ("2 kg", "5 s").
//
// In go short strings as people write them, out come integers with their unit, or an [*Error] whose text is a sentence for
// the author. What is printed can be read again and gives the same value. There are no floats anywhere.
package quantity

import "fmt"

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

// Prescription is what one exercise asks for: sets of an amount, or of a range of it.
type Prescription struct {
	Sets      int
	Low, High int // amounts of a set; equal where a single number was given
	Unit      AmountUnit
	PerSide   bool
}

// Step is how much harder the next step is: by a load, or else by an amount in its unit. The zero Step is none.
type Step struct {
	Load   Load
	Amount int
	Unit   AmountUnit // of the amount; "" for a load
}

// Error says why a string is not the quantity it should be. All errors of this package are of this type.
type Error struct {
	Message string // what is wrong, as a sentence
	Hint    string // what to write instead, as a sentence; may be empty
	NoUnit  bool   // it is a number that only lacks its unit
}

// Error returns the message and the hint.
func (e *Error) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + " " + e.Hint
}

func unreadable(s, hint string) *Error {
	return &Error{Message: fmt.Sprintf("I cannot read %s.", quoted(s)), Hint: hint}
}

// unlikely is for values that no coach means.
func unlikely(value, usual string) *Error {
	return &Error{Message: fmt.Sprintf("%s looks like a typing mistake (usual: %s).", value, usual)}
}
