package machine

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Record is what a runner has written down of a visit.
type Record struct {
	Week    int    `json:"week"`    // of the plan
	Session string `json:"session"` // its name
	Date    Date   `json:"date,omitempty"`
	Run     Run    `json:"run,omitempty"` // of the next day
	Felt           // on the visit, where it is not said of which lift
	Lifts   []Done `json:"lifts"`
}

// Done is the result of a lift, which is named by its key.
type Done struct {
	Lift string `json:"lift"`
	Result
}

// Date is a day, as the number of days since 1970; 0 where it is not said. It is written as "2026-01-06".
type Date int

const secondsOfDay = 24 * 60 * 60

// MarshalText writes the day.
func (d Date) MarshalText() ([]byte, error) {
	return []byte(time.Unix(int64(d)*secondsOfDay, 0).UTC().Format(time.DateOnly)), nil
}

// UnmarshalText reads the day.
func (d *Date) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("%q is no day such as 2026-01-06", text)
	}
	*d = Date(t.Unix() / secondsOfDay)
	return nil
}

// ReadLog reads a list of records from JSON, in the order of their visits, and checks it against the programme. An error says which of
// them are not of it.
func (p *Programme) ReadLog(data []byte) ([]Record, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var log []Record
	if err := d.Decode(&log); err != nil {
		return nil, fmt.Errorf("reading a log: %w", err)
	}
	var errs []error
	last := Date(0)
	for i := range log {
		r := &log[i]
		for _, err := range p.checkRecord(r) {
			errs = append(errs, fmt.Errorf("reading a log: record %d: %w", i+1, err))
		}
		if r.Date != 0 && r.Date < last {
			errs = append(errs, fmt.Errorf("reading a log: record %d is of a day before the one above it", i+1))
		}
		last = max(last, r.Date)
	}
	return log, errors.Join(errs...)
}

func (p *Programme) checkRecord(r *Record) (errs []error) {
	lifts, ok := p.sessionLifts(r.Week, r.Session)
	if !ok {
		return []error{fmt.Errorf("there is no session %q in week %d", r.Session, r.Week)}
	}
	felt := []Felt{r.Felt}
	for i := range r.Lifts {
		done := &r.Lifts[i]
		felt = append(felt, done.Felt)
		if !slices.ContainsFunc(lifts, func(lift int) bool { return p.Lifts[lift].Key == done.Lift }) {
			errs = append(errs, fmt.Errorf("session %q has no lift %q", r.Session, done.Lift))
		}
		if slices.ContainsFunc(done.Sets, func(n *int) bool { return n != nil && *n < 0 }) || done.Load != nil && !believed(*done.Load) {
			errs = append(errs, fmt.Errorf("%s: a set or a load of less than nothing, or a load past all belief", done.Lift))
		}
	}
	if slices.ContainsFunc(felt, func(f Felt) bool { return f.Pain < 0 || f.Pain > mostPain }) {
		errs = append(errs, fmt.Errorf("pain is a number from 0 to %d", mostPain))
	}
	return errs
}

// mostPain is the end of the scale.
const mostPain = 10

// sessionLifts returns the lifts of a session in a week of the plan.
func (p *Programme) sessionLifts(week int, session string) (lifts []int, ok bool) {
	for i := range p.Phases {
		phase := &p.Phases[i]
		if !slices.ContainsFunc(phase.Weeks, func(w Week) bool { return w.Number == week }) {
			continue
		}
		for _, s := range phase.Sessions {
			if s.Name == session {
				return s.Lifts, true
			}
		}
	}
	return nil, false
}

// result returns what was done of a lift, with what was felt on the visit where nothing was said of the lift. Pain of which it is not said
// where it was is the pain of every lift.
func (r *Record) result(key string) Result {
	var result Result
	for i := range r.Lifts {
		if r.Lifts[i].Lift == key {
			result = r.Lifts[i].Result
		}
	}
	if result.Load != nil && !believed(*result.Load) {
		result.Load = nil
	}
	if result.Effort == NotSaid {
		result.Effort = r.Effort
	}
	said := slices.ContainsFunc(r.Lifts, func(d Done) bool { return d.Hurt || d.Pain > 0 })
	if !said {
		result.Hurt, result.Pain = r.Hurt, r.Pain
	}
	return result
}

// Record moves the lifts of a visit by what was written down of it, and then the recovery.
func (w *Walk) Record(v *Visit, rec *Record) {
	done, legs := false, false
	for _, i := range v.Lifts {
		l := &w.programme.Lifts[i]
		r, leg := rec.result(l.Key), l.Rungs[l.States[w.at[i].State].Rung].LegLift
		w.after(v, i, &r, rec.Run)
		done = done || r.any()
		legs = legs || leg && r.any()
	}
	if legs && rec.Run != RunNotSaid {
		w.run = condition(w.programme.Recovery.Runs, w.run).next(rec.Run == RunBadly)
	}
	if done && rec.Date != 0 {
		w.last, w.breaks = rec.Date, 0
	}
}
