// Package follow writes what a reader's browser needs to follow a programme with her own numbers: the machines of its lifts, which a script
// walks, and what is said of them in the site's language.
//
// All that can be said of a lift in any of its states is made here, of the phrases of package progression, so that no rule is known to the
// script. A load that only the walk knows stands in the sentences as {weight}. The file is the same for all readers.
package follow

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
)

// format is the version of the data. A script refuses a number that it does not know.
const format = 1

// Input is a programme, and what a page says of it.
type Input struct {
	Programme *progression.Programme
	Words     *words.Words
	FromRight bool   // the language is written from the right
	URL       string // of its page, with the path of the site
	Exercise  func(*training.Exercise) Addresses
	Source    func(id string) string // as it is cited in running text
}

// Addresses are where an exercise is on the site, with the site's path; Drawing is "" where it has none.
type Addresses struct{ Page, Drawing string }

type (
	data struct {
		Format    int                     `json:"format"`
		Plan      string                  `json:"plan"`
		Runner    string                  `json:"runner"`
		Title     string                  `json:"title"`
		For       string                  `json:"for"`
		URL       string                  `json:"url"`
		FromRight bool                    `json:"from_right,omitempty"`
		Unit      quantity.Unit           `json:"unit"`
		Weeks     int                     `json:"weeks"`
		Monday    string                  `json:"monday,omitempty"`
		Race      *raceData               `json:"race,omitempty"`
		AfterRace []int                   `json:"after_race,omitempty"` // the weeks in which the legs rest from it
		Stop      string                  `json:"stop"`
		Machines  machine.Programme       `json:"machines"`
		Exercises map[string]exerciseData `json:"exercises"`
		Lists     []string                `json:"lists"`
		Lifts     []liftData              `json:"lifts"`
		Rules     [][]int                 `json:"rules"`
		Starts    [][]int                 `json:"starts"`
		Texts     []text                  `json:"texts"`
		Uneven    [][2]int                `json:"uneven,omitempty"` // what names a step in texts of paper, and what stands in its place where the weights do not follow it
		Phases    []phaseData             `json:"phases"`
		Days      daysData                `json:"days"`
		Tests     testsData               `json:"tests"`
		Stamped   [][2]int                `json:"stamped"`
		Words     map[string]string       `json:"words"`
	}
	raceData struct {
		Week int    `json:"week"`
		Day  int    `json:"day"`
		Date string `json:"date,omitempty"`
	}
	exerciseData struct {
		Name    string   `json:"name"`
		URL     string   `json:"url"`
		Drawing string   `json:"drawing,omitempty"`
		Cues    []string `json:"cues"`
		Stop    []string `json:"stop,omitempty"`
		IfHurts string   `json:"if_it_hurts,omitempty"`
		Hands   int      `json:"hands,omitempty"`
		Kind    string   `json:"load,omitempty"` // of load
	}
)

// writer makes the data of one programme.
type writer struct {
	Input
	data   data
	texts  map[text]int
	rules  map[string]int
	starts map[string]int
}

// JSON returns the data of a programme.
func JSON(in Input) ([]byte, error) {
	p := in.Programme
	w := &writer{Input: in, texts: map[text]int{}, rules: map[string]int{}, starts: map[string]int{}}
	w.data = data{
		Format: format, Plan: p.Plan.ID, Runner: p.Runner.ID, Title: p.Plan.Title, For: p.Runner.Name, URL: in.URL, FromRight: in.FromRight,
		Unit: p.Unit, Weeks: len(p.Weeks), Monday: date(p.Plan.Monday()), Stop: w.sentence(p.Stop),
		Machines: p.Machines, Exercises: map[string]exerciseData{}, Rules: [][]int{}, Starts: [][]int{}, Texts: []text{},
		Stamped: quantity.StampedAs(p.Unit), Words: map[string]string{},
	}
	if race := p.Plan.Race; race.Week > 0 {
		w.data.Race = &raceData{race.Week, int(race.Day), date(race.Date)}
	}
	for i := range p.Weeks {
		if p.Weeks[i].AfterRace {
			w.data.AfterRace = append(w.data.AfterRace, p.Weeks[i].Number)
		}
	}
	w.lists()
	w.lifts()
	w.sessions()
	w.days()
	w.tests()
	w.words()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(w.data); err != nil {
		return nil, fmt.Errorf("writing what follows a programme as JSON: %w", err)
	}
	return b.Bytes(), nil
}

// date writes a day, "2026-01-06"; nothing where it is not known.
func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func (w *writer) sentence(phrases ...phrase.Phrase) string { return w.Words.Sentences(phrases...) }

// exercise notes an exercise, which may be nil, and returns its id.
func (w *writer) exercise(e *training.Exercise) string {
	if e == nil {
		return ""
	}
	if _, ok := w.data.Exercises[e.ID]; !ok {
		at := w.Exercise(e)
		w.data.Exercises[e.ID] = exerciseData{
			Name: e.Name, URL: at.Page, Drawing: at.Drawing, Cues: append([]string{}, e.Cues...), Stop: e.Stop, IfHurts: e.IfItHurts, Hands: e.Hands, Kind: string(e.Load),
		}
	}
	return e.ID
}

// lists names the lists of weights.
func (w *writer) lists() {
	w.data.Lists = []string{}
	for _, list := range w.Programme.Machines.Lists {
		equipment, _, _ := strings.Cut(list.Name, " ") // behind it stands the unit, where it is not the programme's
		title := w.Words.Text("equipment-" + equipment)
		if e := w.Programme.Exercise(list.Exercise); e != nil {
			title = e.Name
		}
		if title == "" {
			title = list.Name
		}
		w.data.Lists = append(w.data.Lists, title)
	}
}
