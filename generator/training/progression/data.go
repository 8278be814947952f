package progression

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// format is the version of the programme's data. A reader refuses a number that it does not know. Members are only added within a version.
const format = 2

// Say gives phrases their words.
type Say func(...phrase.Phrase) string

type (
	programmeData struct {
		Format int           `json:"format"`
		Plan   string        `json:"plan"`
		Runner string        `json:"runner"`
		Unit   quantity.Unit `json:"unit"`
		Maxima []maximumData `json:"maxima"`
		Phases []phaseData   `json:"phases"`
		Weeks  []weekData    `json:"weeks"`

		Machines machine.Programme `json:"machines"`
	}
	maximumData struct {
		Exercise string `json:"exercise"`
		loadData
		Ask bool `json:"ask"`
	}
	phaseData struct {
		Phase     string   `json:"phase"`
		FirstWeek int      `json:"first_week"`
		Weeks     int      `json:"weeks"`
		Days      []string `json:"days"`
		Chosen    bool     `json:"days_chosen"`
		Why       textData `json:"why"`
	}
	weekData struct {
		Week     int           `json:"week"`
		Phase    string        `json:"phase"`
		Easy     bool          `json:"easy"`
		After    bool          `json:"after_race"`
		Taper    bool          `json:"taper"`
		Race     bool          `json:"race"`
		Tests    bool          `json:"tests"`
		Sessions []sessionData `json:"sessions"`
		Runs     []runData     `json:"runs"`
		Moved    []moveData    `json:"moved"`
	}
	runData struct {
		Run     string           `json:"run"`
		Day     string           `json:"day"`
		Date    string           `json:"date,omitempty"`
		Place   training.DayKind `json:"in_place_of"`
		Minutes *[2]int          `json:"minutes,omitempty"`
	}
	moveData struct {
		From string   `json:"from"`
		To   string   `json:"to,omitempty"`
		Why  textData `json:"why"`
	}
	sessionData struct {
		Name      string       `json:"name"`
		Day       string       `json:"day"`
		Date      string       `json:"date,omitempty"`
		Optional  bool         `json:"optional"`
		PerDay    int          `json:"per_day"`
		Minutes   [2]int       `json:"minutes"`
		Exercises []targetData `json:"exercises"`
	}
)

// JSON returns the programme as data for other tools; say gives the phrases their words. Definitions are named by their ids, days as
// "mon", dates as "2026-01-06". Members are left out where there is nothing to say, but lists, numbers such
// as rung and, outside sets, what is true or false are always there.
//
//	format     2
//	unit       of the site's weights: "kg" or "lb"
//	maxima     the loads that percentages are taken of; with ask the runner writes it down
//	phases     on which days the weeks from first_week on are lifted, and why; days_chosen: by the engine, from the running week
//	weeks      of the plan, from 1 on. Race: it ends with the race. After_race: the legs rest from it, and the week is easy. Tests: its first session begins with the tests
//	runs       against the clock, in a test week: each on its day, in the place of a hard or medium run
//	moved      sessions of a week that are on another day than in others, or without "to" on none, and why
//	sessions   visits of a week. A session with per_day 2 is done twice on its day. Minutes: of one visit, least and most
//	exercises  what a session asks for, in its order
//	machines   from which all of this follows, and what follows from other results: see package machine. Its recovery says what
//	           pain, bad runs and time without a visit lead to
//
// An exercise has:
//
//	exercise, name         of the rung that is reached
//	lift                   the key of its machine: exercises with one key are one lift, whichever sessions they stand in
//	rung                   how many rungs it is above the plan's exercise
//	or                     an exercise that may be done instead
//	prescription           what the sets are taken from: its unit, "reps", "seconds" or "metres", and its parts, with the range of each set;
//	                       steps: its repetitions are steps; open: the last set of the part is
//	sets                   those of this day, see below
//	load_kind              "none", "weight", "assistance", of which less is harder, or "level", which has a name and no weight
//	load_steps             how many steps of load the row is above its start
//	hands                  in how many hands a load of this weight is held
//	body_mass_thousandths  the load is this share of the runner's mass
//	group                  rows of a session with one name are done in turn; every_seconds and for_seconds are its clock
//	rest_seconds           the longest rest between sets; rest_from_seconds the shortest, rest_after_seconds the one before the next exercise
//	tempo_seconds          of a repetition: down, hold, up
//	warm_up                sets before the others
//	note                   the coach's
//	rule, why              what to do next time, and why the target is what it is
//
// A set has reps, seconds or metres, which is what is asked for; top, where any number up to that will do; open: as many more as leave the
// reserve; rm: with the heaviest load that leaves it; share_thousandths: of the maximum, or else of the row's weight. Its load_grams are null
// where nobody knows them and where they do not exist, as those of a band do not, and left out of an exercise without a load; load has
// them in their own unit.
//
// A text, such as rule, has its text, and text_other where it reads differently with weights in the other unit. Its phrases are what it was
// made of: code is the name of the sentence among the words of a language, values what stands in it in the place of {name}. A value is a number; {"amount", "unit"} of a set; {"load", "load_grams"}; {"exercise", "name"};
// {"day"};
// a prescription, as above; or a phrase.
func (p *Programme) JSON(say Say) ([]byte, error) {
	d := programmeData{
		Format: format, Plan: p.Plan.ID, Runner: p.Runner.ID, Unit: p.Unit,
		Machines: p.Machines,
		Maxima:   make([]maximumData, len(p.Plan.Maxima)), Phases: make([]phaseData, len(p.Phases)), Weeks: make([]weekData, len(p.Weeks)),
	}
	for i, m := range p.Plan.Maxima {
		d.Maxima[i] = maximumData{Exercise: m.Exercise.ID, loadData: loadOf(m.Load), Ask: m.Ask}
	}
	v := voice{say, p.Unit}
	for i := range p.Phases {
		d.Phases[i] = p.Phases[i].data(v)
	}
	for i := range p.Weeks {
		d.Weeks[i] = p.week(&p.Weeks[i], v)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(d); err != nil {
		return nil, fmt.Errorf("writing a programme as JSON: %w", err)
	}
	return b.Bytes(), nil
}

func (p *PhaseDays) data(v voice) phaseData {
	d := phaseData{Phase: p.Name, FirstWeek: p.First, Weeks: p.Weeks, Days: make([]string, len(p.Days)), Chosen: p.Chosen, Why: v.data(p.Why...)}
	for i, day := range p.Days {
		d.Days[i] = day.String()
	}
	return d
}

func (p *Programme) week(w *Week, v voice) weekData {
	d := weekData{Week: w.Number, Phase: w.Phase, Easy: w.IsEasy(), After: w.AfterRace, Taper: w.Taper, Race: w.Race, Tests: w.Tests, Sessions: make([]sessionData, len(w.Sessions))}
	for i := range w.Sessions {
		d.Sessions[i] = w.Sessions[i].data(v)
		d.Sessions[i].Date = p.date(w, &w.Sessions[i])
	}
	d.Runs, d.Moved = make([]runData, len(w.Runs)), make([]moveData, len(w.Moves))
	for i, r := range w.Runs {
		d.Runs[i] = runData{Run: r.Run, Day: r.Day.String(), Date: p.dateOf(w, r.Day), Place: r.Place}
		if r.Minutes[1] > 0 {
			d.Runs[i].Minutes = &r.Minutes
		}
	}
	for i, m := range w.Moves {
		d.Moved[i] = moveData{From: m.From.String(), Why: v.data(m.Why)}
		if !m.Dropped {
			d.Moved[i].To = m.To.String()
		}
	}
	return d
}

func (s *Session) data(v voice) sessionData {
	d := sessionData{
		Name: s.Name, Day: s.Day.String(), Optional: s.Optional, PerDay: s.PerDay, Minutes: s.Minutes, Exercises: make([]targetData, len(s.Targets)),
	}
	for i := range s.Targets {
		d.Exercises[i] = s.Targets[i].data(v)
	}
	return d
}
