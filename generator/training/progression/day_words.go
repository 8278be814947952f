package progression

import (
	"fmt"

	"github.com/legpress/legpress/generator/training"
)

// givenDaysSentence stands where the plan names the days.
const givenDaysSentence = "The plan names these days."

// chosenDaysSentences says how the days were chosen, and why there may be fewer than were wanted.
func chosenDaysSentences(runner *training.Runner, got, wanted int, legs bool) string {
	s := "Chosen from the running week: medium days first"
	if legs {
		s += ", never the day before a hard or long run"
	}
	if legs && got > 1 {
		s += ", at least two days apart"
	}
	s += ". Run first, lift later in the day."
	if got < wanted {
		s += fmt.Sprintf(" %d sessions would be more than this week has room for, so there %s.", wanted, only(got))
	}
	return s
}

func only(n int) string {
	if n == 1 {
		return "is 1"
	}
	return fmt.Sprintf("are %d", n)
}

// daySentence says what stands around a lifting day: "Tuesday is a medium day, and Wednesday is easy: your legs have a day
// before the hard run on Thursday."
func daySentence(week training.Week, day training.Weekday, legs bool) string {
	next := after(day, 1)
	s := fmt.Sprintf("%s %s, and %s %s", day.Name(), today(kindOf(week, day)), next.Name(), tomorrow(kindOf(week, next)))
	if !legs || isHard(week[next]) {
		return s + "."
	}
	for n := 2; n < daysPerWeek; n++ {
		if d := after(day, n); isHard(week[d]) {
			return fmt.Sprintf("%s: your legs have %s before the %s run on %s.", s, daysWord(n-1), week[d], d.Name())
		}
	}
	return s + "."
}

func today(k training.DayKind) string {
	switch k {
	case training.Easy:
		return "is an easy day"
	case training.Medium:
		return "is a medium day"
	case training.Hard:
		return "is a hard day"
	case training.Long:
		return "has the long run"
	}
	return "is a rest day"
}

func tomorrow(k training.DayKind) string {
	switch k {
	case training.Easy, training.Medium, training.Hard:
		return "is " + string(k)
	}
	return today(k)
}

func daysWord(n int) string {
	if n == 1 {
		return "a day"
	}
	return fmt.Sprintf("%d days", n)
}
