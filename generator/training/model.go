package training

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/training/quantity"
)

// The models that follow from what a row asks for; no author names them.
const (
	Double       Model = "double"        // to the top of a range, then the next load
	Climb        Model = "climb"         // to the top of a range, then the next exercise of the ladder
	LinearAmount Model = "linear-amount" // linear without a load: a step of repetitions or seconds each time
	LastSet      Model = "last-set"      // the next load when the last set, an open one, reaches a number
	Staged       Model = "stages"        // other sets after a miss
	ByWeeks      Model = "weeks"         // a table of weeks
)

// ModelFacts is a row of the table of models: what leads up from what was asked for, and what back. A result leads up if its test is met,
// back if a set is below the floor; anything else leads to the same again.
type ModelFacts struct {
	Model  Model
	Typed  Answer // an author can name it
	Loaded Answer // it moves a load, and needs one
	Grows  Answer // the amount goes up within the range
	On     Answer // who reaches more than was asked for goes on as far as that leads
	Twice  Answer // the test has to be met in two visits running
	Weekly Answer // a week leads on, and not a result
	Beyond Beyond // what the last set has to reach
	// Misses is how many visits below the floor, running, lead back where the row does not say it (house rule), NoMisses where none do.
	Misses Misses

	// Test is what leads up, Up and Down are where results lead, for authors: "when all sets reach their number,", "the next load".
	Test, Up, Down string
}

// Beyond is what the last set has to reach for the next load.
type Beyond int

// What the last set has to reach.
const (
	OwnNumber  Beyond = iota + 1 // as every set
	TwoMore                      // two steps more than its number: the two-for-two rule (Graves and Baechle)
	RowsNumber                   // what the row says
)

// Misses is a number of visits.
type Misses int

// NoMisses says that no number of misses leads back.
const NoMisses Misses = -1

// modelRows is the table of models. A test fails for a row that leaves something out.
var modelRows = [...]ModelFacts{
	{
		Model: Linear, Typed: Yes, Loaded: Yes, Grows: No, On: No, Twice: No, Weekly: No, Beyond: OwnNumber, Misses: 2,
		Test: "when all sets reach their number,", Up: "the next load", Down: "one load down",
	},
	{
		Model: TwoForTwo, Typed: Yes, Loaded: Yes, Grows: No, On: No, Twice: Yes, Weekly: No, Beyond: TwoMore, Misses: 2,
		Test: "when the last set has two more than its number, in two visits running,", Up: "the next load", Down: "one load down",
	},
	{
		Model: Wave, Typed: Yes, Loaded: Yes, Grows: No, On: No, Twice: No, Weekly: Yes, Beyond: OwnNumber, Misses: NoMisses,
		Test: "when all sets of the wave reach their number,", Up: "a wave one load heavier", Down: "the same wave again",
	},
	{
		Model: NoProgress, Typed: Yes, Loaded: No, Grows: No, On: No, Twice: No, Weekly: No, Beyond: OwnNumber, Misses: NoMisses,
		Test: "whatever is reached,", Up: "the same again", Down: "the same again",
	},
	{
		Model: Double, Typed: No, Loaded: Yes, Grows: Yes, On: Yes, Twice: No, Weekly: No, Beyond: OwnNumber, Misses: 2,
		Test: "when all sets reach their number,", Up: "one more, and from the top of the range the next load at its bottom", Down: "one load down",
	},
	{
		Model: Climb, Typed: No, Loaded: No, Grows: Yes, On: Yes, Twice: No, Weekly: No, Beyond: OwnNumber, Misses: 2,
		Test: "when all sets reach their number,", Up: "a step more, and from the top of the range the next exercise", Down: "the exercise before",
	},
	{
		Model: LinearAmount, Typed: No, Loaded: No, Grows: Yes, On: No, Twice: No, Weekly: No, Beyond: OwnNumber, Misses: NoMisses,
		Test: "when all sets reach their number,", Up: "a step more", Down: "the same",
	},
	{
		Model: LastSet, Typed: No, Loaded: Yes, Grows: No, On: No, Twice: No, Weekly: No, Beyond: RowsNumber, Misses: 2,
		Test: "when the last set reaches the number of last,", Up: "the next load", Down: "one load down",
	},
	{
		Model: Staged, Typed: No, Loaded: Yes, Grows: No, On: No, Twice: No, Weekly: No, Beyond: OwnNumber, Misses: 1,
		Test: "when all sets reach their number,", Up: "the next load, in the same stage", Down: "the next stage, and after the last one the first with less load",
	},
	{
		Model: ByWeeks, Typed: No, Loaded: No, Grows: No, On: No, Twice: No, Weekly: Yes, Beyond: OwnNumber, Misses: NoMisses,
		Test: "when all sets of the cycle reach their number,", Up: "a cycle one load heavier", Down: "the same cycle again",
	},
}

// Models returns the models of progression that a plan can ask for by name.
func Models() []Model {
	var models []Model
	for _, f := range modelRows {
		if f.Typed == Yes {
			models = append(models, f.Model)
		}
	}
	return models
}

// Facts returns what is known about the model. Of one that is not in the table nothing is known, which is the zero value.
func (m Model) Facts() ModelFacts {
	return find(modelRows[:], m, func(f ModelFacts) Model { return f.Model })
}

// modelMeanings explains the models that an author can name: `"linear": when all sets reach their number, the next load; ...`
func modelMeanings() string {
	var list []string
	for _, f := range modelRows {
		if f.Typed == Yes {
			list = append(list, fmt.Sprintf("%q: %s %s", f.Model, f.Test, f.Up))
		}
	}
	return strings.Join(list, "; ") + "."
}

// ModelOf returns the model of a row: what the row says, or else what follows from the measure, the sets and the step.
func ModelOf(row *Row, e *Exercise) Model {
	loaded := e.Loaded()
	switch {
	case len(row.Stages) > 0:
		return Staged
	case len(row.Weeks) > 0:
		return ByWeeks
	case len(row.Wave) > 0 || row.Progress == Wave:
		return Wave
	case row.Progress == NoProgress || ByClock(row, e):
		return NoProgress
	case row.Progress == Linear && !loaded:
		return LinearAmount
	case row.Progress.Facts().Typed == Yes:
		return row.Progress
	case row.Last > 0:
		return LastSet
	}
	return ByDo(row.Do, e, !row.Step.IsZero())
}

// ByDo returns the model that follows from what is done of an exercise, and from whether there is a step.
func ByDo(do quantity.Prescription, e *Exercise, stepped bool) Model {
	loaded := e.Loaded()
	switch {
	case do.First().RM, !do.Ranged() && !stepped:
		return NoProgress
	case !do.Ranged() && loaded:
		return Linear
	case !do.Ranged():
		return LinearAmount
	case loaded:
		return Double
	}
	return Climb
}
