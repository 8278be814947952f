package training

import (
	"strings"
	"time"
)

// The days of the week.
const (
	Monday Weekday = iota
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

// Weekdays returns the days of the week, Monday first.
func Weekdays() []Weekday {
	return []Weekday{Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday}
}

// String returns the short name that authors write: "mon".
func (d Weekday) String() string { return strings.ToLower(d.Name()[:3]) }

// Name returns the English name: "Monday".
func (d Weekday) Name() string {
	names := [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	return names[(d%7+7)%7]
}

// weekdayOf returns the day of the week of a date.
func weekdayOf(date time.Time) Weekday { return Weekday(date.Weekday()+6) % 7 }

// words turns names of any type into what a format takes.
func words[T ~string](names []T) []string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = string(n)
	}
	return list
}
