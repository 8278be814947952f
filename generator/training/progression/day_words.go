package progression

import "github.com/legpress/legpress/generator/training"

// chosenDays says how the days were chosen, and why there may be fewer than were wanted.
func (l Lexicon) chosenDays(got, wanted int, legs bool) string {
	name := "days-chosen"
	switch {
	case legs && got > 1:
		name = "days-chosen-legs-apart"
	case legs:
		name = "days-chosen-legs"
	}
	s := l.Say(name)
	if got < wanted {
		s += " " + l.Counted("days-fewer", got, "wanted", wanted)
	}
	return s
}

// day says what stands around a lifting day: "Tuesday is a medium day, and Wednesday is easy: your legs have a day before the
// hard run on Thursday."
func (l Lexicon) day(week training.Week, day training.Weekday, legs bool) string {
	next := after(day, 1)
	around := []any{
		"today", l.Say("days-today-"+string(week[day].Facts().Kind), "day", l.Say("day-"+day.String())),
		"tomorrow", l.Say("days-tomorrow-"+string(week[next].Facts().Kind), "day", l.Say("day-"+next.String())),
	}
	if !legs || isHard(week[next]) {
		return l.Say("days-around", around...)
	}
	for n := 2; n < daysPerWeek; n++ {
		if d := after(day, n); isHard(week[d]) {
			return l.Counted("days-legs-before-"+string(week[d]), n-1, append(around, "day", l.Say("day-"+d.String()))...)
		}
	}
	return l.Say("days-around", around...)
}
