package training

import (
	"strings"
	"time"
)

// Patterns returns the movement patterns, lower body first.
func Patterns() []Pattern {
	return []Pattern{Squat, Hinge, SingleLeg, Push, Pull, Calf, Core, Carry, Jump}
}

// Measures returns what an exercise can be counted in.
func Measures() []Measure { return []Measure{MeasureLoad, MeasureReps, MeasureHold} }

// DayKinds returns what a runner can do on a day, from nothing to the most.
func DayKinds() []DayKind { return []DayKind{Rest, Easy, Medium, Hard, Long} }

// Models returns the models of progression that a plan can ask for by name.
func Models() []Model { return []Model{Linear, TwoForTwo, Wave, NoProgress} }

// noEquipment is what an author writes for an exercise that needs nothing.
const noEquipment = "none"

// EquipmentNames returns the equipment that an exercise can need, "none" first.
func EquipmentNames() []string {
	return []string{
		noEquipment, "dumbbell", "kettlebell", "barbell", "trap-bar", "plate", "sandbag", "weight-vest", "backpack", "band", "cable",
		"machine", "medicine-ball", "pull-up-bar", "suspension-trainer", "box", "bench", "step", "chair", "wall", "mat",
	}
}

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

// ParseWeekday returns the day with the short name, in letters of either case.
func ParseWeekday(s string) (d Weekday, ok bool) {
	for _, d := range Weekdays() {
		if strings.EqualFold(strings.TrimSpace(s), d.String()) {
			return d, true
		}
	}
	return 0, false
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
