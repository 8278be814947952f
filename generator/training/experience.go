package training

import (
	"fmt"
	"strings"
)

// Experience is how long runners have lifted.
type Experience string

// The experiences.
const (
	Never  Experience = "never"
	Months Experience = "months"
	Years  Experience = "years"
)

// ExperienceFacts is a row of the table of experiences.
type ExperienceFacts struct {
	Experience Experience
	Meaning    string // for authors
	New        Answer // lifting is new to them: they begin light, learn the lifts first, and go up in small steps
	JumpsNew   Answer // jumps are new to them: they begin with few low ones on two legs
	// Start is how heavy a first weight may be, as a multiple of what one may be for those to whom lifting is new (house rule).
	Start int
}

// anyWeight is a multiple that is never reached.
const anyWeight = 1000

// experienceRows is the table of experiences, the shortest first. A test fails for a row that leaves something out.
var experienceRows = [...]ExperienceFacts{
	{Experience: Never, Meaning: "not at all, or not in the last year", New: Yes, JumpsNew: Yes, Start: 1},
	{Experience: Months, Meaning: "for some months", New: No, JumpsNew: Yes, Start: 2},
	{Experience: Years, Meaning: "for a year or more", New: No, JumpsNew: No, Start: anyWeight},
}

// Experiences returns how long runners can have lifted, the shortest first.
func Experiences() []Experience {
	return column(experienceRows[:], func(f ExperienceFacts) Experience { return f.Experience })
}

// Facts returns what is known about the experience. One that is not in the table is the shortest, which is the safe one.
func (e Experience) Facts() ExperienceFacts {
	if f := find(experienceRows[:], e, func(f ExperienceFacts) Experience { return f.Experience }); f.Experience != "" {
		return f
	}
	return experienceRows[0]
}

// AnyStart reports whether they know their own first weights, so that none is too heavy.
func (f ExperienceFacts) AnyStart() bool { return f.Start >= anyWeight }

// experienceMeanings explains the experiences to authors: `"never" is not at all, or not in the last year, "months" is ...`
func experienceMeanings() string {
	list := column(experienceRows[:], func(f ExperienceFacts) string { return fmt.Sprintf("%q is %s", f.Experience, f.Meaning) })
	return strings.Join(list, "; ") + "."
}
