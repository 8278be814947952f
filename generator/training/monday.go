package training

import (
	"fmt"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// firstMonday reads the Monday on which the plan begins, and holds it against the day of the race, which says it too.
func (r *reader) firstMonday(t *tomlfile.Table, race Race) time.Time {
	if !t.Has("start") {
		return time.Time{}
	}
	start, pos := t.Time("start", time.UTC).Truncate(24*time.Hour), t.ValuePos("start")
	if back := int(weekdayOf(start)); back > 0 {
		r.noMonday(pos, start, start.AddDate(0, 0, -back))
		return time.Time{}
	}
	if monday := race.monday(); !monday.IsZero() && !monday.Equal(start) {
		r.add(pos, "start-and-race", fmt.Sprintf("start is %s, but with the race on %s, in week %d, the plan begins on %s.",
			isoDate(start), isoDate(race.Date), race.Week, isoDate(monday)), "Take start out: race_day says it.")
		return time.Time{}
	}
	return start
}

func (r *reader) noMonday(pos diag.Position, start, before time.Time) {
	r.add(pos, "no-monday", fmt.Sprintf("%s is a %s, but a plan begins on a Monday.", isoDate(start), weekdayOf(start).Name()),
		fmt.Sprintf("Write start = %s or start = %s.", isoDate(before), isoDate(before.AddDate(0, 0, 7))))
}

func isoDate(t time.Time) string { return t.Format(time.DateOnly) }

// liftAt reads the time of day of the sessions; nil where it is left out.
func (r *reader) liftAt(t *tomlfile.Table) *quantity.Clock {
	if !t.Has("lift_at") {
		return nil
	}
	clock, ok := parse(r, "lift_at", t.Text("lift_at"), quantity.ParseClock)
	if !ok {
		return nil
	}
	return &clock
}

// Monday returns the Monday on which the plan begins, at midnight in UTC, or zero where that is not known.
func (p *Plan) Monday() time.Time {
	if !p.Start.IsZero() {
		return p.Start
	}
	return p.Race.monday()
}

// monday returns the Monday on which a plan begins that leads up to the race; zero where there is no date.
func (r Race) monday() time.Time {
	if r.Date.IsZero() {
		return time.Time{}
	}
	return r.Date.AddDate(0, 0, -7*(r.Week-1)-int(r.Day))
}
