package progression

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// format names the version of the programme's data. A reader refuses a number that it does not know.
const format = "legpress.programme/1"

type (
	programmeData struct {
		Format string        `json:"format"`
		Plan   string        `json:"plan"`
		Runner string        `json:"runner"`
		Unit   quantity.Unit `json:"unit"`
		Weeks  []weekData    `json:"weeks"`
	}
	weekData struct {
		Week     int           `json:"week"`
		Phase    string        `json:"phase"`
		Easy     bool          `json:"easy"`
		Taper    bool          `json:"taper"`
		Tests    bool          `json:"tests"`
		Sessions []sessionData `json:"sessions"`
	}
	sessionData struct {
		Name      string       `json:"name"`
		Day       string       `json:"day"`
		Date      string       `json:"date,omitempty"` // "2026-01-06", where the plan's first day is known
		Minutes   [2]int       `json:"minutes"`
		Exercises []targetData `json:"exercises"`
	}
	targetData struct {
		Exercise    string `json:"exercise"`
		Rung        int    `json:"rung"`
		Sets        int    `json:"sets"`
		Reps        int    `json:"reps"`
		Seconds     int    `json:"seconds"`
		Metres      int    `json:"metres"`
		PerSide     bool   `json:"per_side"`
		LoadGrams   *int   `json:"load_grams"`
		LoadSteps   int    `json:"load_steps"`
		RestSeconds int    `json:"rest_seconds"`
		Rule        string `json:"rule"`
		Why         string `json:"why"`
	}
)

// JSON returns the programme as data for other tools; say gives the phrases their words. The load is in grams: null where the runner
// chooses it, 0 where the exercise is done without one.
func (p *Programme) JSON(say func(...phrase.Phrase) string) ([]byte, error) {
	d := programmeData{Format: format, Plan: p.Plan.ID, Runner: p.Runner.ID, Unit: p.Unit, Weeks: make([]weekData, len(p.Weeks))}
	for i := range p.Weeks {
		d.Weeks[i] = p.week(&p.Weeks[i], say)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(d); err != nil {
		return nil, fmt.Errorf("writing a programme as JSON: %w", err)
	}
	return b.Bytes(), nil
}

func (p *Programme) week(w *Week, say func(...phrase.Phrase) string) weekData {
	d := weekData{Week: w.Number, Phase: w.Phase, Easy: w.Easy, Taper: w.Taper, Tests: w.Tests, Sessions: make([]sessionData, len(w.Sessions))}
	for i := range w.Sessions {
		d.Sessions[i] = w.Sessions[i].data(say)
		d.Sessions[i].Date = p.date(w, &w.Sessions[i])
	}
	return d
}

func (s *Session) data(say func(...phrase.Phrase) string) sessionData {
	d := sessionData{Name: s.Name, Day: s.Day.String(), Minutes: s.Minutes, Exercises: make([]targetData, len(s.Targets))}
	for i := range s.Targets {
		d.Exercises[i] = s.Targets[i].data(say)
	}
	return d
}

func (t *Target) data(say func(...phrase.Phrase) string) targetData {
	d := targetData{
		Exercise: t.Exercise.ID, Rung: t.Rung, Sets: t.Count(), Reps: t.AmountIn(quantity.Repetitions), Seconds: t.AmountIn(quantity.Seconds), Metres: t.AmountIn(quantity.Metres),
		PerSide: t.PerSide, LoadSteps: t.Steps, RestSeconds: t.Rest, Rule: say(t.Rule...), Why: say(t.Why),
	}
	if !t.Loaded || !t.Load.IsZero() {
		grams := t.Load.Grams()
		d.LoadGrams = &grams
	}
	return d
}
