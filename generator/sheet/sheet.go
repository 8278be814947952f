// Package sheet lays a programme out on paper.
//
// In go a programme, the words of its language and what else stands on its sheets, out come the [Page]s: what stands on each of them,
// and the [Box] of each of its parts in millimetres. So it is known before any browser has seen a page how many weeks and cues fit on
// it. Nothing here knows HTML, a template or a site.
//
// A browser lays out the same page by the same measures, which the stylesheet gets as custom properties. A test with Chromium holds what
// it makes of them against the boxes of this package.
package sheet

import (
	"unicode/utf8"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/words"
)

// Input is what the sheets of a programme are made from.
type Input struct {
	Programme *progression.Programme
	Weights   training.Weights                   // of the site
	Exercise  func(id string) *training.Exercise // of the site; nil where there is none
	Title     string                             // of the plan's page
	Address   string                             // of the programme's page, as it is printed; "" where it leads nowhere
	License   string                             // of the site
	Kind      string                             // what the plan is for, in words; "" where it is the runner's whole strength training
	Pain      string                             // sentences: how much is all right, where the plan says so, and the signs that end the training
	Who       [][]string                         // the lines about who stands behind the sheets; parts of a line stand beside each other where they fit
	Logo      bool                               // beside them stands a logo
	Code      bool                               // there is a code that leads to the programme's page
	Words     *words.Words
}

// Page is one page of paper: a session over up to four weeks.
type Page struct {
	Number, Of  int // of the programme's pages of paper, the test card among them
	Session     string
	Optional    bool // the session may be left out
	Phase       string
	First, Last int    // weeks of the plan
	Days        string // in words
	Minutes     [2]int // the shortest and the longest of its sessions
	ByVisit     bool   // the columns are visits, not weeks
	Tally       bool   // the session comes so often that a visit has one box for each exercise
	DayLines    bool   // there, each day has a line of boxes
	Roomy       bool   // there are few exercises: the type is larger
	Tight       bool   // there is much to print: white gives way, boxes do not
	Ruled       int    // lines for notes, where the boxes are as high as they get
	Overleaf    bool   // not all of it fits on one page
	LongTitle   bool
	Split       int      // how the foot is divided: 0 in halves, the more the wider the rules
	Legend      []string // what is written where, on a page with a tally
	Columns     []Column
	Rows        []Row
	Logs        [][]Log // what is written down once a visit: a line for each visit of a column, in it one for each column
	Rules       []Rule
	Weights     []Weights
	Parts       Parts
	sentences   []sentence // of which the rules are made
	asides      []Rule     // behind them: of light weeks, and of signs
	recovery    recovery
}

// Parts are the boxes of a page's parts, from top to bottom, on the area that all papers share.
type Parts struct {
	Header, Title, Who, Code Box // the last three in the header
	Weeks                    Box // the heads of the columns
	Log, Lines, Rules        Box // Lines are for notes
	Footer                   Box
}

// Box is where a part of a page stands: millimetres from the edge at which lines begin and from the upper edge of the area that all
// papers share. Boxes to write in share their borders with their neighbours.
type Box struct{ X, Y, Width, Height float64 }

// Column is a week, or a visit.
type Column struct {
	Week  int
	Day   string   // of a visit
	Date  string   // "4 May"; "" where the plan has none
	Line  bool     // without a date there is room to write one
	From  bool     // before it stands a word
	Marks []string // of the week: that it is easy, that the race is in it
	Box   Box      // its head
}

// Log is what is written down once a visit.
type Log struct {
	Is   bool     // there is a visit
	Run  string   // "Thu run", whether the run of the next day went well; "" where there is none, or the legs were not trained
	Days []string // on a page with a tally: those of the week, each with its pain
	Box  Box
}

// Row is an exercise.
type Row struct {
	Group    string // what stands above the first exercise of those that are done in turn
	GroupBox Box
	Joined   bool   // it is done in turn with the one above it
	Number   string // in the order of the session: "2", or "2a" where some are done in turn
	Exercise *training.Exercise
	Name     string // of the exercise, and of the one that may be done instead
	New      bool   // no page before this one has it
	Do       string // what is done, how, and the pause
	Ask      string // a load that the runner writes down once on a page; "" where there is none
	Maximum  Text   // what percentages are taken of
	WarmUp   []WarmUp
	Facts    []string // more sentences about how it is done
	Note     string
	Cues     []string // those for which there is room
	Below    bool     // the cues stand below the name
	Aside    Text     // beside the name in the place of the cues: what to do next time, or what comes then
	Next     []string // the exercises above it on its ladder, as far as these weeks lead
	More     string   // sentences below the name: how it is done, what the coach says, what comes then
	Lines    [][]Cell // a line for each visit of a column, in it one for each column
	Tall     bool     // there are more boxes than stand side by side: the box of the load stands above them, the target beside it
	Box      Box
	Title    Box // its name and what belongs to it
	Drawing  Box // the room for it
	Visits   Box // the lines
	AskBox   Box
	first    progression.Target
	band     band
	allCues  []string
	up       Text // what to do next time after all sets have reached what is asked for
	upIsNext bool // it names the exercise above
	upAside  bool // it stands beside the name or below it, and not at the foot
}

// WarmUp is a light set before the others. Its load is that of the first of the page's visits; Share is left out where it is the load
// that the plan gives, and Load and Other where it is not known.
type WarmUp struct{ Amount, Share, Load, Other string }

// Lift returns the key of the row's lift, by which a walk knows it.
func (r *Row) Lift() string { return r.first.Lift }

// Cell is a target, and with it what there is to write down.
type Cell struct {
	Why         string // why there is nothing to do; "" where there is, or where the session just does not come so often
	Day         string // "Wed"; "" where the page says it elsewhere
	Name        string // of the exercise, where it is another one than what stands above
	After       bool   // it stands behind the target, not above it
	Goal        string // "3 × 8"; "" where each set has its own above its box
	Load, Other string // as it is taken, "2 × 16 kg", and in the other unit; "" where it is not known, or each set has its own
	Loaded      bool   // there is a box to write the load in
	Level       bool   // the load has a name and no unit
	Plain       bool   // its box for the load is the first one, as in all cells of the row
	Unit        string // of the amounts, as it stands in a box: "s", "m"; "" for repetitions
	Each        bool   // each set has its target above its box
	Wide        bool   // with more room than a box has
	Line        int    // how many boxes stand on a line; 0: as many as the page has room for
	Box         Box
	LoadBox     Box // to write the load in, where there is one
	Sets        []Set
	exercise    *training.Exercise
	caption     float64 // the widest one above a box, in millimetres
	perDay      int     // visits of a day, on a page with a tally
}

// Set is a box to write a set in, and what stands above it where each set has its own target.
type Set struct {
	Amount      string // "5+"
	Load, Other string // in the site's unit and in the other one, without the unit
	Share       string // of a load that is not known: it is written into the box below
	Open        bool   // more is done than was asked for
	Box         Box
	LoadBox     Box // below a share
}

// Rule is what to do next time. What grows in the same way shares a rule.
type Rule struct {
	Names string // the numbers of the exercises, or the kind of light week
	Texts []Text
}

// Text is a sentence with its weights in the site's unit, and in the other one.
type Text struct{ Here, Other string }

// Pages returns the pages of paper of a programme, the test card aside: phase by phase, up to four weeks at a time, each session.
func Pages(in Input) []Page {
	t := &typesetter{Input: in, fonts: newFonts()}
	var pages []Page
	for _, phase := range in.Programme.Phases {
		pages = append(pages, t.phase(phase)...)
	}
	of := len(pages) + TestCards(in.Programme)
	seen := map[string]bool{}
	for i := range pages {
		pages[i].Number, pages[i].Of = i+1, of
		for j := range pages[i].Rows {
			row := &pages[i].Rows[j]
			row.New, seen[row.Exercise.ID] = !seen[row.Exercise.ID], true
		}
	}
	return pages
}

// TestCards returns how many pages of paper the tests of a programme take.
func TestCards(p *progression.Programme) int { return min(len(p.Tests), 1) }

// typesetter makes the pages of one programme.
type typesetter struct {
	Input
	fonts fonts
}

// Letter returns how the name of the session stands in its square: 1 as a letter, 2 as a few of them, 3 as words.
func (p *Page) Letter() int {
	switch n := utf8.RuneCountInString(p.Session); {
	case n <= 2:
		return 1
	case n <= 5:
		return 2
	}
	return 3
}
