package progression

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
)

// chosenDays says how the days were chosen, and why there may be fewer than were wanted.
func chosenDays(got, wanted int, legs legWork) []phrase.Phrase {
	name := "days-chosen"
	switch {
	case legs == wholeLegs && got > 1:
		name = "days-chosen-legs-apart"
	case legs > noLegs:
		name = "days-chosen-legs"
	}
	if got < wanted {
		return []phrase.Phrase{phrase.New(name), phrase.Counted("days-fewer", got, "wanted", wanted)}
	}
	return only(name)
}

// dayReason says what stands around a lifting day: "Tuesday is a medium day, and Wednesday is easy: your legs have a day before the
// hard run on Thursday."
func dayReason(week training.Week, day training.Weekday, legs bool) phrase.Phrase {
	next := after(day, 1)
	around := []any{
		"today", phrase.New("days-today-"+string(week[day].Facts().Kind), "day", day),
		"tomorrow", phrase.New("days-tomorrow-"+string(week[next].Facts().Kind), "day", next),
	}
	if !legs || week[next].IsHard() {
		return phrase.New("days-around", around...)
	}
	for n := 2; n < daysPerWeek; n++ {
		if d := after(day, n); week[d].IsHard() {
			return phrase.Counted("days-legs-before-"+string(week[d]), n-1, append(around, "day", d)...)
		}
	}
	return phrase.New("days-around", around...)
}
