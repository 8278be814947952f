// Package training holds the definitions that a coach writes: exercises, runner types, plans and sources, and finds what a
// definition alone can get wrong. What is known about movement patterns, measures, equipment and days stands here in tables, one row
// for each; rules, minutes, messages and pages look it up, see [Answer].
//
// In go the tables that package tomlfile read, out come values and problems. Nothing here looks at a second file: whether
// the exercise that a plan names exists is found by package check.
package training

import (
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Ref names another definition by its id, at the place where it was written. The zero Ref names nothing.
type Ref struct {
	ID  string
	Pos diag.Position
}

// Exercise is one movement.
type Exercise struct {
	ID            string
	Pos           diag.Position // the file
	Name          string
	Pattern       Pattern
	Measure       Measure
	Equipment     []string // in the order in which its weights are looked up; empty: needs nothing
	PerSide       bool
	Cues          []string
	Stop          []string               // words that end the set: when to stop
	Easier        Ref                    // one rung down the ladder
	Harder        Ref                    // one rung up
	HarderDo      *quantity.Prescription // for the rung above; nil: the same as here
	Picture       tomlfile.Text          // a file beside the definition
	PictureAlt    string
	PictureCredit string
	Video         string
	Figure        figure.Figure // drawn where there is no picture; without poses there is none
	About         tomlfile.Text // Markdown
	Draft         bool          // not published
}

// Weekday is a day of the week; Monday is 0.
type Weekday int

// Week is a running week, Monday first.
type Week [7]DayKind

// Runner is a type of runner.
type Runner struct {
	ID              string
	Pos             diag.Position // the file
	Name            string
	Order           int // of the list of runner types; smallest first
	Signs           []string
	Aim             string
	Reserve         int // good repetitions left at the end of a set
	ReservePos      diag.Position
	SessionsPerWeek [2]int
	MaxExercises    int // a session; 0: no limit
	Week            Week
	About           tomlfile.Text // Markdown
	Draft           bool          // not published
}

// Model is how an exercise progresses.
type Model string

const (
	ByDefinition Model = ""            // not said: it follows from the measure, the range and the step
	Linear       Model = "linear"      // the next load each time
	TwoForTwo    Model = "two-for-two" // the next load when the last set had two repetitions more than asked, twice running
	Wave         Model = "wave"        // a table of weeks, the last one light; each wave one step heavier
	NoProgress   Model = "none"
)

// Plan is a strength plan. It has at least one phase; a plan written without [[phase]] has one whose name is empty.
type Plan struct {
	ID         string
	Pos        diag.Position // the file
	Title      string
	Summary    string
	Runners    []Ref
	Phases     []Phase
	Weights    Weights // instead of the site's, per equipment; nil: none
	Minutes    [2]int  // that a session may take, least and most, equal where one number was given; zero: not said
	MinutesPos diag.Position
	Updated    time.Time // the content's date; zero: not said
	WarmUp     string
	About      tomlfile.Text // Markdown
	Sources    []Ref
	Draft      bool // not published
	Unlisted   bool // published, for whoever has its address: no list names it

	RunningWeek *Week // instead of the runner type's; nil: that one
	Race        Race
	Tests       []Test
	TestWeeks   []int // 1-based, ascending; empty where there are no tests
	Allow       []Allowance

	Start  time.Time       // the Monday of the first week, midnight in UTC; zero: not said, see [Plan.Monday]
	LiftAt *quantity.Clock // when a session begins; nil: not said
}

// Race is what a plan leads up to. The zero Race is none.
type Race struct {
	Week    int // of the plan, 1-based
	Day     Weekday
	Date    time.Time // midnight in UTC; zero: not said
	Pos     diag.Position
	DatePos diag.Position // of race_day; zero where that is left out
}

// DaysAfter returns how many days the race lies behind a day of a week of the plan; 0 or less where it has been run.
// There must be a race.
func (r Race) DaysAfter(week int, day Weekday) int { return (r.Week-week)*7 + int(r.Day-day) }

// Test is something that is measured in the test weeks: an exercise or a run.
type Test struct {
	Pos      diag.Position
	Exercise Ref           // zero: a run
	Load     quantity.Load // of the test; zero for what is done without one
	LoadPos  diag.Position
	Run      string
	Note     string
}

// Allowance lets a plan break a rule.
type Allowance struct {
	Rule   string
	Reason string
	Pos    diag.Position // of the rule's name
}

// Weeks returns how many weeks the plan lasts.
func (p *Plan) Weeks() int {
	n := 0
	for _, phase := range p.Phases {
		n += phase.Weeks
	}
	return n
}

// Phase is a part of a plan with its own sessions.
type Phase struct {
	Name       string
	Pos        diag.Position
	Aim        string
	Weeks      int
	WeeksPos   diag.Position
	Maintain   bool  // keeps what was built: the loads stay, nothing progresses
	EasyWeeks  []int // 1-based weeks of the phase, ascending
	EasyPos    diag.Position
	LiftOn     []Weekday // in the order of the week; empty: chosen from the running week
	LiftOnPos  diag.Position
	PerWeek    int // sessions a week where LiftOn is empty; 0: as many as the runner type has
	PerWeekPos diag.Position
	Sessions   []Session
}

// Session is one visit to the gym.
type Session struct {
	Name string
	Pos  diag.Position
	Rows []Row
}

// Row is one exercise of a session.
type Row struct {
	Pos       diag.Position // of the row's table
	Exercise  Ref
	Do        quantity.Prescription // with a wave and no do: the wave's first week
	DoPos     diag.Position
	Rest      int // seconds between sets; 0: not said
	RestPos   diag.Position
	Start     quantity.Load // the zero Load: none was given, see YouChoose
	StartPos  diag.Position
	YouChoose bool // start = "you choose": the runner finds the load
	Step      quantity.Step
	StepPos   diag.Position
	Progress  Model
	Wave      []quantity.Prescription // of the model wave, a week each, the last one light; nil for other models
	Weights   []quantity.Load         // ascending, in one unit, instead of any list; nil: none
	Note      string
}

// Weights are the loads that exist, ascending and in one unit, by equipment.
type Weights map[string][]quantity.Load

// Source is an entry of the literature.
type Source struct {
	ID      string
	Pos     diag.Position
	Authors string
	Year    int
	Title   string
	Journal string
	DOI     string
	URL     string
	Note    string
}
