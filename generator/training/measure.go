package training

import (
	"fmt"
	"math"
	"strings"

	"github.com/legpress/legpress/generator/training/quantity"
)

// Measure is what an exercise is counted in.
type Measure string

const (
	MeasureLoad   Measure = "load"   // repetitions with a load
	MeasureReps   Measure = "reps"   // repetitions
	MeasureHold   Measure = "hold"   // seconds
	MeasureMetres Measure = "metres" // metres
)

// MeasureFacts is a row of the table of measures.
type MeasureFacts struct {
	Measure    Measure
	Meaning    string // for authors
	Unit       quantity.AmountUnit
	Loaded     Answer // done with a load, so that a range leads to the next load and not to the next rung
	Repeated   Answer // it has repetitions, so that their tempo can be said
	AfterLifts Answer // it comes behind the lifts that need one fresh
	Counted    string // in messages: "it is ..."
	Done       string // the same, where it matters whether there is a load
	// Do and DoAbove are examples of what is asked for, at first and after climbing to it.
	Do, DoAbove string
	// AmountStep is by how much the amount of a set grows where the plan does not say it (house rule), and Wider by how much a number
	// is widened to the range that a message proposes (house rule).
	AmountStep, Wider int
	// Takes is how long one of the amount takes, in seconds, on each side. A repetition is one to two seconds up and one to two
	// seconds down (ACSM 2009).
	Takes int
	// Rest is the rest between sets where the plan says nothing, in seconds (house rule; ACSM 2009 asks for more with heavy loads).
	Rest int
	// LeastRests are the shortest rests, by the top of the range, ascending; beyond the last any rest will do.
	LeastRests []LeastRest
}

// LeastRest is the shortest rest between sets of up to an amount, in seconds.
type LeastRest struct{ Top, Rest int }

// measureRows is the table of measures, in the order in which a new plan prefers them. A test fails for a row that leaves something out.
var measureRows = [...]MeasureFacts{
	{
		Measure: MeasureLoad, Meaning: "repetitions with a weight", Unit: quantity.Repetitions,
		Loaded: Yes, Repeated: Yes, AfterLifts: No, Counted: "counted in repetitions", Done: "done with a weight",
		Do: "3 x 8-12", DoAbove: "3 x 5-10", AmountStep: 1, Wider: 4, Takes: 4,
		Rest: 120, LeastRests: []LeastRest{{6, 120}, {12, 90}}, // ACSM 2009
	},
	{
		Measure: MeasureReps, Meaning: "repetitions", Unit: quantity.Repetitions,
		Loaded: No, Repeated: Yes, AfterLifts: No, Counted: "counted in repetitions", Done: "counted in repetitions",
		Do: "3 x 8-12", DoAbove: "3 x 5-10", AmountStep: 1, Wider: 4, Takes: 4,
		Rest: 90, LeastRests: []LeastRest{},
	},
	{
		Measure: MeasureHold, Meaning: "seconds", Unit: quantity.Seconds,
		Loaded: No, Repeated: No, AfterLifts: Yes, Counted: "measured in seconds", Done: "measured in seconds",
		Do: "3 x 15-30 s", DoAbove: "3 x 10-20 s", AmountStep: 5, Wider: 15, Takes: 1,
		Rest: 60, LeastRests: []LeastRest{{math.MaxInt, 30}}, // house rule
	},
	{
		Measure: MeasureMetres, Meaning: "metres", Unit: quantity.Metres,
		Loaded: No, Repeated: No, AfterLifts: No, Counted: "measured in metres", Done: "measured in metres",
		Do: "3 x 20-40 m", DoAbove: "3 x 10-20 m", AmountStep: 5, Wider: 20, Takes: 1, // a slow walk (house rule)
		Rest: 90, LeastRests: []LeastRest{},
	},
}

// Measures returns what an exercise can be counted in.
func Measures() []Measure {
	return column(measureRows[:], func(f MeasureFacts) Measure { return f.Measure })
}

// Facts returns what is known about the measure. Of one that is not in the table nothing is known, which is the zero value.
func (m Measure) Facts() MeasureFacts {
	return find(measureRows[:], m, func(f MeasureFacts) Measure { return f.Measure })
}

// meanings explains the measures to authors: `"reps" is repetitions without one, "hold" is seconds.`
func meanings() string {
	list := column(measureRows[:], func(f MeasureFacts) string { return fmt.Sprintf("%q is %s", f.Measure, f.Meaning) })
	return strings.Join(list, ", ") + "."
}
