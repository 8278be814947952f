package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/training"
)

// How lifting makes room for a race (house rules). Explosive strength that rests for four weeks leaves its gain in economy
// (Berryman 2021, eight runners): nothing is lost by lifting less now.
const (
	taperDays    = 14 // before the race, with half the sets
	LegFreeDays  = 7  // before the race, without loads on the legs and without jumps
	LiftFreeDays = 3  // before the race, without any session
)

// nearRace reports whether a week is in the taper, and whether the race is in it. A taper begins with the Monday that is nearest to
// two weeks before the race: for one on a Sunday the Monday before, for one on a Monday, whose own week is over before it has begun, that day.
func nearRace(race training.Race, week int) (taper, here bool) {
	if race.Week == 0 || week > race.Week {
		return false, false
	}
	return race.DaysAfter(week, training.Thursday) <= taperDays, week == race.Week
}

// spared returns what is left of a session on a day: everything where no race is near; nothing in the last days before it, and
// on the days after it in its week.
func (p *projection) spared(week *Week, day training.Weekday, tracks []*track) []*track {
	race := p.in.Plan.Race
	if !week.Taper {
		return tracks
	}
	switch days := race.DaysAfter(week.Number, day); {
	case days <= LiftFreeDays:
		return nil
	case days <= LegFreeDays:
		return slices.DeleteFunc(slices.Clone(tracks), func(t *track) bool {
			return t.rungs[t.state.rung].exercise.HeavyOnLegs()
		})
	}
	return tracks
}
