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
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/words"
)

// Input is what the sheets of a programme are made from.
type Input struct {
	Programme *progression.Programme
	Weights   training.Weights  // of the site
	Others    map[string]string // the names of exercises that may be done instead of a row's, by their ids
	Title     string            // of the plan's page
	Address   string            // of the programme's page, as it is printed; "" where it leads nowhere
	License   string            // of the site
	Kind      string            // what the plan is for, in words; "" where it is the runner's whole strength training
	Pain      string            // sentences: how much is all right, where the plan says so, and the signs that end the training
	CodeSide  float64           // of the QR code with its white zone, in millimetres; 0 where there is none
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
	Dense       bool   // there is much to print
	Tally       bool   // the session comes so often that a visit has one box for each exercise
	DayLines    bool   // there, each day has a line of boxes
	Asks        []Ask
	Columns     []Column
	Rows        []Row
	Rules       []Rule
	Weights     []Weights
	Parts       Parts
	recovery    recovery
}

// Across returns how many columns the table has.
func (p *Page) Across() int { return len(p.Columns) + 1 }

// Ask is a load that the runner writes down once on a page: what percentages are taken of, or a share of the body's mass.
type Ask struct {
	Text string
	Box  Box
}

// Parts are the boxes of a page's parts, from top to bottom. The table is made of the heads of its columns, the rows and, last, the
// row for what is written down once a visit.
type Parts struct {
	Header, Code, Title, Write Box // all in the header; Write is where name and date are written
	Table, Heads, Visits       Box
	Rules, Footer              Box
}

// Box is where a part of a page stands: millimetres from the edge at which lines begin and from the upper edge of the area that all
// papers share. Boxes to write in share their borders with their neighbours.
type Box struct{ X, Y, Width, Height float64 }

// Column is a week.
type Column struct {
	Week               int
	Easy, Taper, Tests bool
	Visits             []Visit // one for each time that the session comes; on a page with a tally one for all of them
	Box                Box
}

// Visit has the boxes for what is written down once a visit: the date, the pain, the next day's run. On a page with a tally it has one
// for the pain of each day.
type Visit struct {
	Box   Box
	Boxes []Box
}

// Row is an exercise.
type Row struct {
	Group    string // what stands above the first exercise of those that are done in turn
	GroupBox Box
	Number   string // in the order of the session, "2a", on a page where some are done in turn
	Exercise *training.Exercise
	Name     string // of the exercise, and of the one that may be done instead
	New      bool   // no page before this one has it
	Do       string // what is done, how, and the pause, without a full stop
	Maximum  Rule   // what percentages are taken of, without a name
	WarmUp   []WarmUp
	Facts    []string // more sentences about how it is done
	Note     string
	Cues     []string
	Next     []string // the exercises above it on its ladder, as far as these weeks lead
	Beside   bool     // the box of the load stands beside the target: there is no room for it beside those of the sets
	Cells    [][]Cell // a list for each column: the session may come more than once a week
	Box      Box
	Head     Box
	Drawing  Box // the room for it
	first    progression.Target
}

// WarmUp is a light set before the others. Its load is that of the first of the page's visits; Share is left out where it is the load
// that the plan gives, and Load and Other where it is not known.
type WarmUp struct{ Amount, Share, Load, Other string }

// Cell is a target, and with it what there is to write down.
type Cell struct {
	Name        string // of the exercise and what is done of it, where it is another one than what stands above
	Goal        string // "3 × 8"; "" where each set has its own above its box
	Load, Other string // as it is taken, "2 × 16 kg", and in the other unit; "" where it is not known, or each set has its own
	Loaded      bool   // there is a box to write the load in
	Level       bool   // the load has a name and no unit
	Each        bool   // each set has its target above its box
	Wide        bool   // with more room than a box needs
	Line        int    // how many boxes stand on a line; 0: as many as fit
	Felt        bool   // below the boxes stand words to circle
	Box         Box
	LoadBox     Box // to write the load in, where there is one
	Sets        []Set
	exercise    *training.Exercise
	perDay      int // visits of a day, on a page with a tally
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
	Names string // of the exercises, or the kind of light week
	Text  string
	Other string // the same with its weights in the other unit
}

// Pages returns the pages of paper of a programme, the test card aside: phase by phase, up to four weeks at a time, each session.
func Pages(in Input) []Page {
	t := &typesetter{Input: in, font: newFont()}
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
	font *font
}
