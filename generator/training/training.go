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
	"github.com/legpress/legpress/generator/focus"
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
	Partial       bool          // some of what it says of training could not be read, which was reported
	Name          string
	KeepsCapital  bool            // its name begins with a capital within a sentence, too, as all nouns do in German
	Also          []tomlfile.Text // its other names
	Pattern       Pattern
	Measure       Measure
	Load          LoadKind // "": what the measure says
	Hands         int      // loads of this weight that are held; 0: one
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
	PictureFocus  focus.Focus
	Video         string
	Figure        figure.Figure // drawn where there is no picture; without poses there is none
	IfItHurts     string        // what to do instead, as a sentence
	NotFor        []string      // who should not do it, or should ask first
	Norms         *Norms        // what healthy people reach in a test of it; nil: not said
	About         tomlfile.Text // Markdown
	Draft         bool          // not published
}

// LoadKind is what an exercise is made harder with.
type LoadKind string

// The kinds of load.
const (
	LoadWeight     LoadKind = "weight"
	LoadAssistance LoadKind = "assistance" // less of it is harder
	LoadLevel      LoadKind = "level"      // bands and pins, which have names and no weight
)

// Weekday is a day of the week; Monday is 0.
type Weekday int

// Week is a running week, Monday first.
type Week [7]DayKind

// Runner is a type of runner.
type Runner struct {
	ID              string
	Pos             diag.Position // the file
	Partial         bool          // some of what it says of training could not be read, which was reported
	Name            string
	Order           int // of the list of runner types; smallest first
	Signs           []string
	Aim             string
	Reserve         int // good repetitions left at the end of a set
	ReservePos      diag.Position
	SessionsPerWeek [2]int
	MaxExercises    int // a session; 0: no limit
	Lifts           Experience
	Week            Week
	Image           tomlfile.Text // a file beside the definition
	ImageAlt        string
	ImageFocus      focus.Focus
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
	ID          string
	Pos         diag.Position // the file
	Partial     bool          // some of what it says of training could not be read, which was reported
	Title       string
	Summary     string
	Kind        PlanKind
	KindPos     diag.Position
	PainUpTo    int // of 10, what a tendon that a clinician has seen may hurt; 0: not said
	Runners     []Ref
	Phases      []Phase
	Maxima      []Maximum // in the order of their exercises' ids
	Weights     Weights   // instead of the site's, per equipment; nil: none
	UnreadLoads bool      // some of the weights could not be read, which was reported
	Minutes     [2]int    // that a session may take, least and most, equal where one number was given; zero: not said
	MinutesPos  diag.Position
	Updated     time.Time // the content's date; zero: not said
	WarmUp      string
	About       tomlfile.Text // Markdown
	Sources     []Ref
	Draft       bool // not published
	Unlisted    bool // published, for whoever has its address: no list names it

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

// taperDays is how many days before the race there is a taper, with half the sets (house rule). Explosive strength that rests for four weeks
// leaves its gain in economy (Berryman 2021, eight runners): nothing is lost by lifting less now.
const taperDays = 14

// Taper reports whether a week of the plan is in the taper before the race. A taper begins with the Monday that is nearest to two weeks
// before the race: for one on a Sunday the Monday before, for one on a Monday, whose own week is over before it has begun, that day.
func (r Race) Taper(week int) bool {
	return r.Week > 0 && week <= r.Week && r.DaysAfter(week, Thursday) <= taperDays
}

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
	EasyEvery  int   // they come every so many weeks; 0: each was named
	EasyPos    diag.Position
	LiftOn     []Weekday // in the order of the week; empty: chosen from the running week
	LiftOnPos  diag.Position
	PerWeek    int // sessions a week where LiftOn is empty; 0: as many as the runner type has
	PerWeekPos diag.Position
	Sessions   []Session
}

// Session is one visit to the gym.
type Session struct {
	Name     string
	Pos      diag.Position
	Rows     []Row
	Optional bool // it may be left out
	PerDay   int  // visits on each of its days; 0: one
}

// Row is one exercise of a session. What it asks for stands in Do, or else in Weeks, in Stages or in Wave; Do is then the first of them.
type Row struct {
	Pos       diag.Position // of the row's table
	Exercise  Ref
	Or        Ref // may be done instead; the zero Ref: nothing
	Do        quantity.Prescription
	DoPos     diag.Position
	Weeks     []quantity.Prescription // an entry for each full week, again from the first after the last; a zero one leaves the row out
	WeeksPos  diag.Position
	Stages    []quantity.Prescription // each is for the visits after a miss in the one before it
	StagesPos diag.Position
	Wave      []quantity.Prescription // of the model wave, a week each, the last one light; nil for other models

	Rest         int // seconds between sets, the longest; 0: not said
	RestFrom     int // seconds, the shortest; 0: Rest is the only one
	RestPos      diag.Position
	RestAfter    int // seconds before the next exercise; 0: not said
	RestAfterPos diag.Position

	Start     quantity.Load // the zero Load: none was given, see YouChoose
	StartPos  diag.Position
	YouChoose bool   // start = "you choose": the runner finds the load
	Level     string // start names a level, a band's for example; "": it does not
	BodyShare int    // thousandths of the body's mass with which the row starts; 0: not said

	Step      quantity.Step
	StepPos   diag.Position
	Progress  Model
	Last      int // the amount in the last set that leads to the next load; 0: each set its own number
	LastPos   diag.Position
	Misses    int // visits below the bottom, running, that lead back; 0: not said
	MissesPos diag.Position
	Back      int // thousandths of the load that going back takes off; 0: a step
	BackPos   diag.Position
	Weights   []quantity.Load // ascending, in one unit, instead of any list; nil: none

	Tempo     quantity.Tempo // the zero Tempo: not said
	TempoPos  diag.Position
	WarmUp    quantity.Prescription // sets before the others, with shares of the day's load; zero: none
	WarmUpPos diag.Position
	Group     string // of neighbouring rows that are done in turn; "": by itself
	GroupPos  diag.Position
	Every     int           // seconds from the beginning of a round to that of the next; 0: not said
	For       int           // seconds in which rounds are done; 0: not said
	ClockPos  diag.Position // of Every or For
	Note      string
}

// Maximum is the load that percentages of an exercise are taken of.
type Maximum struct {
	Exercise Ref
	Load     quantity.Load // zero with Ask
	Ask      bool          // the runner writes it down
	Pos      diag.Position // of the value
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
