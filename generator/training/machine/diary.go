package machine

import (
	"errors"
	"fmt"
	"slices"
)

// Diary hands the records of a log to the visits of a walk, in their order.
type Diary struct {
	Log    []Record
	Monday Date // on which the first week of the plan begins; 0: not said, and no visit is known to be missed
	Today  Date // 0: not said

	begun bool
	lost  []Record // of visits that the plan does not have
}

// Next says on which day a visit is, and returns what was written down of it, nil where there is nothing. The visit goes to plan where
// it lies ahead: no record comes after it, and its day is not over.
//
// Behind the last record, a visit whose day is over was missed. The first one that was not has today as its day, so that the lifts have
// gone back where it comes after a break.
func (d *Diary) Next(w *Walk, v *Visit) (rec *Record, ahead bool) {
	if !d.begun {
		d.Log, d.begun = slices.Clone(d.Log), true
	}
	d.pass(v.Week.Number)
	at := d.find(v, &w.programme.Phases[v.Phase])
	switch {
	case at >= 0:
		found := d.Log[at]
		d.Log = slices.Delete(d.Log, at, at+1)
		w.Come(v, found.Date)
		return &found, false
	case len(d.Log) > 0 || d.missed(v):
		return nil, false
	}
	w.Come(v, d.Today)
	d.Today, d.Monday = 0, 0
	return nil, true
}

// find returns the place of the record of a visit, -1 where there is none. A session that comes several times in a week was done on that
// of its days which is nearest to the record's, as long as there are enough of them for all of its records.
func (d *Diary) find(v *Visit, p *Phase) int {
	first, records := -1, 0
	for i := len(d.Log) - 1; i >= 0; i-- {
		if r := &d.Log[i]; r.Week == v.Week.Number && r.Session == p.Sessions[v.Session].Name {
			first, records = i, records+1
		}
	}
	if first < 0 || d.Monday == 0 || d.Log[first].Date == 0 {
		return first
	}
	again, on := v.again(p), d.Log[first].Date
	if records <= len(again) && apart(on, d.on(v, again[0])) < apart(on, d.on(v, v.Day.Day)) {
		return -1
	}
	return first
}

// again returns the later days of the week on which the session of a visit comes again, if each takes its turn.
func (v *Visit) again(p *Phase) (days []int) {
	if v.Optional {
		return nil
	}
	turns := len(p.sessions(false))
	at := slices.IndexFunc(v.Week.Days, func(d Day) bool { return d.Day == v.Day.Day })
	for i := at + turns; i < len(v.Week.Days)-len(p.sessions(true)); i += turns {
		days = append(days, v.Week.Days[i].Day)
	}
	return days
}

// on returns the date of a day of the week of a visit.
func (d *Diary) on(v *Visit, day int) Date { return d.Monday + Date(daysPerWeek*(v.Week.Number-1)+day) }

func apart(a, b Date) Date { return max(a-b, b-a) }

// missed reports whether the day of a visit is over.
func (d *Diary) missed(v *Visit) bool { return d.Monday != 0 && d.on(v, v.Day.Day) < d.Today }

const daysPerWeek = 7

// pass takes out the records of earlier weeks.
func (d *Diary) pass(week int) {
	d.Log = slices.DeleteFunc(d.Log, func(r Record) bool {
		if r.Week < week {
			d.lost = append(d.lost, r)
		}
		return r.Week < week
	})
}

// Lost returns the records that were handed to no visit, when the walk is over.
func (d *Diary) Lost() []Record { return append(d.lost, d.Log...) }

// Follow walks a programme by a log, and calls visit for each session before anything of it is done: with what is asked for, and with its
// record, nil where there is none. A visit that is left out in the log moves nothing. Behind the last record, today is the day of the
// next visit, and all goes to plan. An error names the records whose week has no such visit.
func (p *Programme) Follow(log []Record, today Date, visit func(v *Visit, asked []Target, done *Record)) error {
	return p.FollowFrom(&Diary{Log: log, Today: today}, visit)
}

// FollowFrom is Follow for a diary, which may know on which days the visits are.
func (p *Programme) FollowFrom(d *Diary, visit func(v *Visit, asked []Target, done *Record)) error {
	w := NewWalk(p)
	for i := range p.Phases {
		w.Enter(i)
		w.Visits(i, func(v *Visit) {
			rec, ahead := d.Next(w, v)
			visit(v, w.asked(v), rec)
			if ahead {
				rec = w.Planned(v)
			}
			if rec != nil {
				w.Record(v, rec)
			}
		})
	}
	var errs []error
	for _, r := range d.Lost() {
		errs = append(errs, fmt.Errorf("following a log: week %d has no other session %q", r.Week, r.Session))
	}
	return errors.Join(errs...)
}

// asked returns what is asked for on a visit.
func (w *Walk) asked(v *Visit) []Target {
	asked := make([]Target, 0, len(v.Lifts))
	for _, i := range v.Lifts {
		asked = append(asked, w.Show(i, v.Week.Light))
	}
	return asked
}

// Planned returns the record of a visit on which all goes to plan.
func (w *Walk) Planned(v *Visit) *Record {
	rec := &Record{Run: RunWell}
	for _, i := range v.Lifts {
		l := &w.programme.Lifts[i]
		rec.Lifts = append(rec.Lifts, Done{l.Key, *l.States[w.at[i].State].Planned()})
	}
	return rec
}
