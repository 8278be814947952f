package render

import (
	"time"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// This file says when things of a plan are: on days of the week and, where the plan begins on a date, on dates.

// date returns the date of a day of a week of the plan; the zero time where nobody knows it.
func (v *ProgrammePart) date(week int, day training.Weekday) time.Time {
	monday := v.Plan.Monday()
	if monday.IsZero() {
		return monday
	}
	return monday.AddDate(0, 0, 7*(week-1)+int(day))
}

// WeekDates returns the first and the last day of a week of the plan, "30 Nov – 6 Dec", or nothing where nobody knows them.
func (v *ProgrammeView) WeekDates(week int) (string, error) {
	return v.dates(week, 0, 6)
}

// dates returns the dates of some days of a week in a row, where they are known.
func (v *ProgrammePart) dates(week int, first, last training.Weekday) (string, error) {
	if v.Plan.Monday().IsZero() {
		return "", nil
	}
	from, err := v.renderer.theme.words.ShortDate(v.date(week, first))
	if err != nil || first == last {
		return from, err
	}
	to, err := v.renderer.theme.words.ShortDate(v.date(week, last))
	return from + " – " + to, err
}

// ColumnDates returns the dates of a column in a week, where they are known: "1 Dec".
func (v *ProgrammeView) ColumnDates(week int, c Column) (string, error) {
	return v.dates(week, c.visits[0].Day, c.visits[len(c.visits)-1].Day)
}

// ShortDays names the days of a column, in short: "Tue", "Mon–Thu".
func (v *ProgrammeView) ShortDays(c Column) (string, error) {
	return daysOf(c.visits).short(&v.ProgrammePart)
}

// RaceDate returns the day of a race, in short, and its date where that is known: "Sun 3 May".
func (v *ProgrammeView) RaceDate(race *training.Race) (string, error) {
	day, err := weekdays{race.Day}.short(&v.ProgrammePart)
	if err != nil || v.Plan.Monday().IsZero() {
		return day, err
	}
	date, err := v.dates(race.Week, race.Day, race.Day)
	return day + " " + date, err
}

// weekdays are days of a week, from Monday on.
type weekdays []training.Weekday

// short names the days: "Tue", "Mon–Thu", "Mon, Wed, Fri".
func (d weekdays) short(v *ProgrammePart) (string, error) {
	text := ""
	for i, day := range d {
		inRow := i > 0 && d[i-1]+1 == day
		if inRow && i+1 < len(d) && d[i+1] == day+1 {
			continue
		}
		name, err := v.renderer.theme.words.Fill("short-" + day.String())
		if err != nil {
			return "", err
		}
		switch {
		case inRow && i > 1 && d[i-2]+1 == d[i-1]:
			text += "–"
		case i > 0:
			text += ", "
		}
		text += name
	}
	return text, nil
}

// daysOf returns the days of visits.
func daysOf(visits []*progression.Session) weekdays {
	var days weekdays
	for _, s := range visits {
		days = append(days, s.Day)
	}
	return days
}
