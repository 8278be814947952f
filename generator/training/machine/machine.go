// Package machine holds lifts as finite machines, and walks them.
//
// A lift is a list of states, each with the sets that it asks for and with edges: where to go on after a result. The load stands beside
// the states in a register. Whoever walks a programme, with what was planned or with what was done, gets what is asked for on each day.
// Beside the lifts stands the [Recovery], which asks for less after pain, bad runs and time without a visit. A log of [Record]s is followed
// with [Programme.Follow].
//
// Everything here is numbers: loads are in thousandths of their unit, nothing has words. A [Programme] is data, and is written as JSON with
// the names of its fields, so that a script can walk it as well.
package machine

// Programme is all that a walk needs. It is not changed by one.
type Programme struct {
	Lists     []List     `json:"lists"`
	Stocks    []Stock    `json:"stocks"`
	Registers []Register `json:"registers"`
	Lifts     []Lift     `json:"lifts"`
	Phases    []Phase    `json:"phases"`
	Recovery  Recovery   `json:"recovery"`
}

// List is what there is of some equipment. A runner may have others, see [Programme.Personal].
type List struct {
	Name     string   `json:"name"`               // the equipment, or the key of a lift with weights of its own
	Exercise string   `json:"exercise,omitempty"` // of that lift
	Unit     string   `json:"unit"`
	Weights  []int    `json:"weights"` // in thousandths of the unit, from light to heavy
	Labels   []string `json:"labels"`  // what stands on each: "8 kg", "yellow"
}

// Stock is the weights of one list or of several, along which a register moves.
type Stock struct {
	Lists   []int    `json:"lists"`
	Weights []int    `json:"weights"` // from light to heavy
	Labels  []string `json:"labels"`
}

// Register is a load that a lift moves. A load that percentages are taken of is a register that several lifts look at; one of them at
// most moves it in a phase.
type Register struct {
	Name  string `json:"name,omitempty"`  // of a maximum: the exercise
	Unit  string `json:"unit"`            // "" where nothing says it
	Start *int   `json:"start,omitempty"` // nil: the runner finds it, or writes it down
	Step  int    `json:"step,omitempty"`  // 0: the next weight of the stock
	Stock int    `json:"stock"`           // -1: not known
	Less  bool   `json:"less,omitempty"`  // less is harder: assistance
	Free  bool   `json:"free,omitempty"`  // no weight that exists: it moves by Step alone
}

// Lift is an exercise with its prescription: one for all sessions in which it stands.
type Lift struct {
	Key    string  `json:"key"` // stays the same while a plan is edited: logs name it
	Rungs  []Rung  `json:"rungs"`
	States []State `json:"states"`
	Begin  int     `json:"begin"`
	Entry  Entry   `json:"entry"`
}

// Entry says how a phase begins with a lift, besides the start of its register.
type Entry struct {
	From  *int `json:"from,omitempty"`  // the lift of an earlier phase that it goes on with
	Same  bool `json:"same,omitempty"`  // that lift asks for the same: what it has earned counts, of a table whose cycle was clean a step more
	Spare int  `json:"spare,omitempty"` // good repetitions that are left after a set: where repetitions rise, the load falls
}

// Rung is one exercise of a lift.
type Rung struct {
	Exercise string `json:"exercise"`
	Model    string `json:"model"`              // the family of its sentences; nothing is decided by it
	Unit     string `json:"unit"`               // of the amounts: "reps", "seconds", "metres"
	Low      int    `json:"low"`                // the bottom of the range
	High     int    `json:"high"`               // its top
	Step     int    `json:"step,omitempty"`     // by which the amount grows
	Register int    `json:"register"`           // -1: done without a load
	Looks    bool   `json:"looks,omitempty"`    // at the register, and never moves it
	Clock    bool   `json:"clock,omitempty"`    // sets last so long; what is written down is a count, and moves nothing
	PerSide  bool   `json:"per_side,omitempty"` // each side is done by itself
	Legs     bool   `json:"legs,omitempty"`     // heavy on the legs: left out when a race is near
	LegLift  bool   `json:"leg_lift,omitempty"` // the legs do it: the run of the next day counts
	Easier   string `json:"easier,omitempty"`   // the exercise below the first rung
	Harder   string `json:"harder,omitempty"`   // the exercise above it
}

// State is what is asked for, and where each result leads. A nil edge stays.
type State struct {
	Rung     int   `json:"rung"`
	Sets     []Set `json:"sets"`               // empty: the lift is left out
	Last     int   `json:"last,omitempty"`     // up takes this many in the last set; 0: every set its own number
	Expected bool  `json:"expected,omitempty"` // Last is reached when all goes to plan
	Entry    int   `json:"entry,omitempty"`    // of a table of weeks, 1-based; 0: none
	Clean    bool  `json:"clean,omitempty"`    // in this cycle of the table something was done, and nothing missed
	Up       *Edge `json:"up,omitempty"`
	Same     *Edge `json:"same,omitempty"`
	Down     *Edge `json:"down,omitempty"`
	Week     *Edge `json:"week,omitempty"`  // taken when a full week begins and something was done since the last time
	Break    *Edge `json:"break,omitempty"` // taken after some time without a visit; nil: the next visit is a weight lighter, if there is one
}

// Set is some sets that are alike.
type Set struct {
	Times int  `json:"x"`
	N     int  `json:"n"`
	To    int  `json:"to,omitempty"`    // the top of a range that is asked for as one; 0: N
	Low   int  `json:"low,omitempty"`   // what is no miss, and what an easy week asks for; 0: N
	Open  bool `json:"open,omitempty"`  // the last of them: as many more as leave the reserve
	RM    bool `json:"rm,omitempty"`    // with the heaviest load that leaves the reserve
	Share int  `json:"share,omitempty"` // of the register, in thousandths, rounded to a weight that is no heavier; 0: all
	Plus  int  `json:"plus,omitempty"`  // steps above the register
	Load  *int `json:"load,omitempty"`  // a load of its own, whatever the register has
}

// Edge leads to a state, and moves the register of the rung that it leaves.
type Edge struct {
	To     int  `json:"to"`
	Load   int  `json:"load,omitempty"`   // steps
	Off    int  `json:"off,omitempty"`    // thousandths of the load that are taken off
	On     bool `json:"on,omitempty"`     // a result that meets the state reached as well goes on from there
	Easy   bool `json:"easy,omitempty"`   // a result that felt easy takes the up edge of the state reached as well
	Always bool `json:"always,omitempty"` // of a week: taken whatever was done
	Else   *int `json:"else,omitempty"`   // the state where there is no such load; nil: the load stays
}

// Phase is the calendar of some weeks.
type Phase struct {
	Sessions []Session `json:"sessions"`
	Weeks    []Week    `json:"weeks"`
}

// Session is one visit.
type Session struct {
	Name     string `json:"name"`
	Lifts    []int  `json:"lifts"`
	Optional bool   `json:"optional,omitempty"` // it takes the week's last days and no turn, and moves nothing
}

// Week is one week of a phase.
type Week struct {
	Number int   `json:"number"` // of the plan, 1-based
	Light  Light `json:"light,omitempty"`
	Days   []Day `json:"days"`
}

// Light says that a week asks for less on purpose.
type Light int

// The kinds of week.
const (
	Full  Light = iota
	Easy        // one set fewer
	Taper       // half the sets
)

// Day is a day on which there may be a session.
type Day struct {
	Day   int   `json:"day"` // 0 is Monday
	Spare Spare `json:"spare,omitempty"`
}

// Spare says what is left out on a day.
type Spare int

// What a race leaves out.
const (
	Nothing   Spare = iota
	HeavyLegs       // what is heavy on the legs
	Everything
)
