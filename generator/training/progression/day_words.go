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
	s := l.say(name)
	if got < wanted {
		s += " " + l.counted("days-fewer", got, "wanted", wanted)
	}
	return s
}

// day says what stands around a lifting day: "Tuesday is a medium day, and Wednesday is easy: your legs have a day before the
// hard run on Thursday."
func (l Lexicon) day(week training.Week, day training.Weekday, legs bool) string {
	next := after(day, 1)
	around := []any{
		"today", l.say("days-today-"+string(kindOf(week, day)), "day", l.say("day-"+day.String())),
		"tomorrow", l.say("days-tomorrow-"+string(kindOf(week, next)), "day", l.say("day-"+next.String())),
	}
	if !legs || isHard(week[next]) {
		return l.say("days-around", around...)
	}
	for n := 2; n < daysPerWeek; n++ {
		if d := after(day, n); isHard(week[d]) {
			return l.counted("days-legs-before-"+string(week[d]), n-1, append(around, "day", l.say("day-"+d.String()))...)
		}
	}
	return l.say("days-around", around...)
}
