// Package progression projects a plan over its weeks for one runner type.
//
// In go definitions, out comes a [Programme]: weeks, sessions and exercises, each with a target, a rule and a reason. It is a pure
// function: the same definitions give the same programme. Rules and reasons are phrases, which are data; package words has their
// sentences, and nothing here has a language.
//
// A printed sheet cannot know what was lifted. So each target is a projection, what happens if every session goes to plan, and the rule
// says what to do with what really happened. Targets are also kept as a rung and a number of steps, so that they can be shown for another
// start.
package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Input is what a programme is made of.
type Input struct {
	Plan      *training.Plan
	Runner    *training.Runner
	Exercises map[string]*training.Exercise // every exercise of the site by id; read only
	Weights   training.Weights              // of the site
	Unit      quantity.Unit                 // in which the plan is written, see [training.Plan.Unit]

	Own   Own              // what a runner has changed for herself
	Log   []machine.Record // of what she has done
	Today machine.Date     // 0: not said; see [machine.Diary]
}

// Programme is a plan as one runner type does it. It is not changed after Project returns it.
type Programme struct {
	Plan        *training.Plan
	Runner      *training.Runner
	Unit        quantity.Unit
	RunningWeek training.Week // the running week that it is made for: the plan's, or else the runner type's
	Tests       []Test        // of the test weeks, in the plan's order
	Stop        phrase.Phrase // when to end a set, for this runner type
	Weeks       []Week
	Phases      []PhaseDays
	Machines    machine.Programme // from which all targets follow

	// Of a programme that is one runner's.
	Next      *Visit           // the first one that lies ahead; nil: there is none
	Unmatched []machine.Record // of visits that the plan does not have
	Others    []Other          // results that move nothing

	in    Input
	lifts []*lift // of the machines
}

// Exercise returns an exercise of the site by its id; nil where there is none.
func (p *Programme) Exercise(id string) *training.Exercise { return p.in.Exercises[id] }

// PhaseDays says on which days a phase is lifted, and why.
type PhaseDays struct {
	Name    string
	First   int // the plan's week in which the phase begins, 1-based
	Weeks   int
	Days    []training.Weekday
	Chosen  bool // by the engine, from the running week
	Why     []phrase.Phrase
	Reasons []DayReason
}

// DayReason says why a session stands on a day.
type DayReason struct {
	Day training.Weekday
	Why phrase.Phrase
}

// Other is a result of another exercise than was asked for, as before a plan was changed: it moves nothing.
type Other struct {
	machine.Record        // of the visit
	Done           string // the id of the exercise
	Asked          *training.Exercise
}

// Week is one week of a programme.
type Week struct {
	Number int    // 1-based, of the plan
	Phase  string // the phase's name; may be empty
	Easy   bool
	// AfterRace says that the legs rest from a race: the week is easy whatever the plan says, and for seven days after the race there
	// are no loads and no jumps for the legs.
	AfterRace bool
	ByTable   bool // at least half of its rows show a light entry of their tables: easy, though done as it stands there
	Taper     bool // the race is near: half the sets, and no session in the last days
	Race      bool // at the end of it is the race
	Tests     bool // the first session begins with the tests
	Sessions  []Session
	Runs      []RunTest // of a test week: those for which there is a day
	Moves     []Move    // of sessions that make room for them
}

// Light reports whether a week asks for less on purpose, and progress rests.
func (w *Week) Light() bool { return w.Easy || w.Taper }

// IsEasy reports whether a week is an easy one, by the plan or by the tables of its rows.
func (w *Week) IsEasy() bool { return w.Easy || w.ByTable }

// Test is something that is measured in the test weeks. The kind of the exercise says what: the longest hold, or the most good
// repetitions, with a load where one is given. Without an exercise it is a run against the clock.
type Test struct {
	*training.Test
	Exercise *training.Exercise // nil: a run
}

// Session is one visit to the gym.
type Session struct {
	Name     string
	Day      training.Weekday
	Optional bool   // it may be left out
	PerDay   int    // visits on this day, at least 1; all of them ask for the same
	Minutes  [2]int // of a visit, whole minutes, bottom and top of the ranges; see the source of the formula at Minutes
	Targets  []Target
	Hurt     []*training.Row // of a runner's own programme: left out, because they hurt and there is nothing easier
}

// Target is one exercise of a session.
type Target struct {
	Exercise     *training.Exercise    // of the rung
	Row          *training.Row         // of the plan
	Lift         string                // the key of its machine: rows with the same one are one lift
	Rung         int                   // rungs above the plan's exercise
	Prescription quantity.Prescription // of the rung, the week of a table or the stage, with its ranges
	WarmUp       []Set                 // light ones before them
	Sets         []Set                 // that are asked for; at least one
	PerSide      bool
	Loaded       bool          // the exercise is done with a load
	Load         quantity.Load // of the row on this day, of which a set may take a share; zero where there is none or the runner chooses it
	Maximum      quantity.Load // of which the sets take shares; zero where there is none or the runner writes it down
	Steps        int           // steps of load above the start; a phase that carries on a load carries on the count
	Rest         int           // seconds after a set; in a group until the next exercise, after its last one until the next round

	Rule      []phrase.Phrase // what to do next, depending on what happened
	PaperRule []phrase.Phrase // the rule in words that stay true when runner and projection part: for paper
	PaperNext phrase.Phrase   // the first sentence of PaperRule in the numbers of this exercise; zero where that has none
	Next      phrase.Phrase   // the exercise above this one in a climb, and what is done on it: "Push-up, 3 × 8–12"; may be zero
	Why       phrase.Phrase   // why this target
}

// Set is one set of a target.
type Set struct {
	Amount int           // in the unit of the prescription
	Top    int           // the most that is asked for, where that is a range; else as Amount
	Open   bool          // as many more as leave the reserve
	RM     bool          // with the heaviest load that leaves the reserve
	Share  int           // of the maximum or of the target's load, in thousandths; 0: all of it
	Load   quantity.Load // zero where there is none or it is not known
}

// Count returns how many sets there are.
func (t *Target) Count() int { return len(t.Sets) }

// Most returns the largest amount of a set.
func (t *Target) Most() int {
	most := 0
	for _, s := range t.Sets {
		most = max(most, s.Amount)
	}
	return most
}

// Volume returns the amounts of all sets together.
func (t *Target) Volume() int {
	sum := 0
	for _, s := range t.Sets {
		sum += s.Amount
	}
	return sum
}

// AmountIn returns the largest amount of a set where it is counted in the unit, 0 where it is counted in another one.
func (t *Target) AmountIn(unit quantity.AmountUnit) int {
	if t.Prescription.Unit == unit {
		return t.Most()
	}
	return 0
}

// Asked returns what the target asks for, without the range that it is taken from and without its loads, which stand beside it.
func (t *Target) Asked() quantity.Prescription {
	asked := quantity.Prescription{Unit: t.Prescription.Unit, Steps: t.Prescription.Steps, PerSide: t.PerSide}
	for _, s := range t.Sets {
		asked = asked.Plus(quantity.Part{Sets: 1, Low: s.Amount, High: s.Top, Open: s.Open, RM: s.RM, Share: s.Share})
	}
	return asked
}

// SessionNames returns the names of the sessions of some weeks, in alphabetical order, each once.
func SessionNames(weeks []Week) []string {
	var names []string
	for _, w := range weeks {
		for _, s := range w.Sessions {
			if !slices.Contains(names, s.Name) {
				names = append(names, s.Name)
			}
		}
	}
	slices.Sort(names)
	return names
}
