// Package quantity reads and prints the quantities that coaches type: loads ("8 kg", "18 lb"), durations ("90 s", "2 min"), rests
// ("60-90 s"), prescriptions ("3 x 8-12 each side", "12, 10, 8", "5 x 3+", "1 x 5, 3 x 8 at 85 %"), steps ("2 kg", "5 s"), shares ("10 %",
// "30 % of body mass") and tempos ("3-0-3").
//
// In go short strings as people write them, in six languages, out come integers with their unit, or an [*Error] whose text is a sentence
// for the author. What may mean two things is an error that gives both spellings; what is known from logs and other programmes is an
// error that gives the spelling of this one. What is printed can be read again and gives the same value. There are no floats anywhere.
package quantity

import "fmt"

// Unit is a unit of load.
type Unit string

const (
	Kilogram Unit = "kg"
	Pound    Unit = "lb"
	Level    Unit = "level" // of a band or a pin, which has a name and no weight
)

// Load is an exact load in the unit it was typed in. The zero Load is no load.
type Load struct {
	Thousandths int // of the unit: grams for kg, thousandths of a pound for lb; of a level, 1000 times its place from the easiest on
	Unit        Unit
	Name        string // of a level: "yellow"
}

// Prescription is what one exercise asks for: sets, in parts where they differ. The zero Prescription asks for nothing.
type Prescription struct {
	Parts   []Part
	Unit    AmountUnit
	Steps   bool // its repetitions are steps
	PerSide bool
}

// Part is some sets of a prescription that are alike.
type Part struct {
	Sets      int
	Low, High int  // amounts of a set; equal where a single number was given
	Open      bool // in the last of these sets, as many more as leave the reserve
	RM        bool // with the heaviest load that leaves the reserve after so many repetitions
	Share     int  // of the maximum, or else of the row's weight, with which these sets are done, in thousandths; 0: all of it
	Load      Load // with which these sets are done; zero: not said
}

// Tempo is how many seconds the parts of a repetition take. The zero Tempo was not said.
type Tempo struct{ Down, Hold, Up int }

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

// tooMany is for a number of sets above the most that are believed.
func tooMany(sets, most int) *Error {
	if sets <= 2*most {
		return &Error{Message: fmt.Sprintf("%d sets are too many: %d is the most (usual: 2 to 4).", sets, most)}
	}
	return unlikely(fmt.Sprintf("%d sets", sets), "2 to 4")
}

// unlikely is for values that no coach means.
func unlikely(value, usual string) *Error {
	return &Error{Message: fmt.Sprintf("%s looks like a typing mistake (usual: %s).", value, usual)}
}
