package progression

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
)

// How lifting makes room for a race, beside the taper (house rules).
const (
	LegFreeDays  = 7 // before the race, without loads on the legs and without jumps
	LiftFreeDays = 3 // before the race, without any session
)

// How the legs rest after a race. Marathon runners were sore until the third day, and ran as well as before on the seventh (Takayama 2017,
// eleven runners); markers of damaged muscle were high until the sixth to eighth (Martínez-Navarro 2021, 64 runners).
const (
	SoreDays     = 3 // after the race
	LegRestDays  = 7 // after the race, without loads on the legs and without jumps
	firstDayBack = LegRestDays + 1
)

// afterRace reports whether a week behind that of the race has a day on which the legs rest from it.
func afterRace(race training.Race, week int) bool {
	return race.Week > 0 && week > race.Week && -race.DaysAfter(week, training.Monday) < firstDayBack
}

// spares returns what a race leaves out on a day: nothing where none is near; everything in the last days before it, and on the days
// after it in its week; then what is heavy for the legs until they have rested.
func spares(race training.Race, week *Week, day training.Weekday) machine.Spare {
	if !week.Taper && !week.AfterRace {
		return machine.Nothing
	}
	switch days := race.DaysAfter(week.Number, day); {
	case week.AfterRace && -days < firstDayBack:
		return machine.HeavyLegs
	case week.AfterRace:
		return machine.Nothing
	case days <= LiftFreeDays:
		return machine.Everything
	case days <= LegFreeDays:
		return machine.HeavyLegs
	}
	return machine.Nothing
}
