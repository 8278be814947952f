// Package athlete holds what a coach knows of single runners.
//
// In go the files of the folder athletes: ANNA.toml, which says who trains by which plan and with which numbers, and ANNA.csv, what was
// done. Together with a site they make an [Athlete]: the runner's own programme, walked by the log, with what the rules say of it. The
// same log is what the pages on the web export, so that either can go on where the other has ended.
//
// Nothing here is ever published. No stage of a build imports this package or reads the folder; only the commands for athletes and the
// preview, for callers on the same computer, do.
package athlete

import (
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// File is what stands in the file of a runner.
type File struct {
	ID           string // the name of the file: "anna-k"
	Name         string
	Plan, Runner tomlfile.Text
	Start        time.Time // the first Monday, midnight in UTC; zero: the plan's
	Days         []training.Weekday
	DaysPos      diag.Position
	Unit         quantity.Unit // "": the plan's
	RunningWeek  *training.Week
	WeekPos      diag.Position
	RaceDay      time.Time
	RacePos      diag.Position
	Notes        string
	Weights      training.Weights
	WeightsPos   map[string]diag.Position
	Starts       []Start
	Stands       []Stand
	Allow        []training.Allowance
}

// Start is the weight with which a runner begins an exercise or a lift.
type Start struct {
	Of   string
	Load tomlfile.Text
	Pos  diag.Position
}

// Stand is where a runner stands with an exercise.
type Stand struct {
	Exercise tomlfile.Text
	Amount   int
	Load     tomlfile.Text // "": none is said
}

// Athlete is a runner with the programme that is hers.
type Athlete struct {
	File      *File
	Programme *site.Programme // the projection is walked by the log; the verdict is that of the rules on it
	Unit      quantity.Unit
	Log       *Log
	Problems  diag.List // of her files, and what the rules find that the plan as it is published does not have
}
