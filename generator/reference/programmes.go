package reference

import "strings"

const programmesShort = `How known programmes are written: "5 x 5", 5/3/1, a circuit, slow calf work.`

// Example is a programme as a coach writes it.
type Example struct {
	Title string // "5 x 5, and what follows a miss"
	About string // a sentence or two
	Plan  string // the plan from its weeks on, without title and runners
}

// Programmes returns the examples of programmes. A test builds a site from each.
func Programmes() []Example {
	return []Example{
		{"5 x 5", `Two sessions in turn. The squat of both is one lift: it goes up at every visit. After three missed visits running it would go back by a tenth with misses = 3, back = "10 %" in its line.`, fiveByFive},
		{"5/3/1", `Percentages of max, a table of weeks, an open last set. After the fourth week the table begins again with max 5 kg higher. max = { squat = "ask" } prints an empty box for it.`, fiveThreeOne},
		{"Other sets after a miss", `What is missed with 5 x 3+ goes on with 6 x 2+, at the same weight.`, afterMiss},
		{"A table of four weeks", `Each week as you say. "-" leaves the exercise out.`, fourWeeks},
		{"A top set, then lighter ones", `Percentages without max are of the row's own weight.`, topSet},
		{"A superset", `A set of each in turn, and a rest after the two.`, superset},
		{"A circuit by the clock", `40 seconds of work, 20 to change, two minutes after the round.`, circuit},
		{"On the minute", `A round begins every minute.`, onTheMinute},
		{"Heavy, slow calf work", `RM is the heaviest weight that leaves the reserve after so many repetitions; three seconds down, three up. The weight is found anew each time, which is the reason that readers get.`, slowCalves},
		{"Twice a day", `Calf work in the morning and in the evening. Rules that it breaks on purpose are allowed, each with a reason that readers see.`, twiceADay},
		{"An extra visit", `It takes a day that the other sessions leave free, and moves no weight.`, extraVisit},
		{"Warm-up sets, rests, either of two", `warm_up is of the day's weight; the sheet shows weights that exist.`, warmUpSets},
	}
}

const fiveByFive = `weeks = 12
easy_weeks = { every = 4 }
lift_on = ["mon", "wed", "fri"]

[[session]]
name = "A"
exercises = [
  { exercise = "squat", do = "5 x 5", start = "20 kg", step = "2.5 kg" },
  { exercise = "bench", do = "5 x 5", start = "20 kg", step = "2.5 kg" },
  { exercise = "row", do = "5 x 5", start = "30 kg", step = "2.5 kg" },
]

[[session]]
name = "B"
exercises = [
  { exercise = "squat", do = "5 x 5", step = "2.5 kg" },
  { exercise = "press", do = "5 x 5", start = "20 kg", step = "2.5 kg" },
  { exercise = "deadlift", do = "1 x 5", start = "40 kg", step = "5 kg" },
]
`

const fiveThreeOne = `weeks = 8
max = { squat = "90 kg" }

[[session]]
name = "A"
exercises = [
  { exercise = "squat", step = "5 kg", weeks = [
    "5 at 65 %, 5 at 75 %, 5+ at 85 %",
    "3 at 70 %, 3 at 80 %, 3+ at 90 %",
    "5 at 75 %, 3 at 85 %, 1+ at 95 %",
    "5 at 40 %, 5 at 50 %, 5 at 60 %",
  ] },
]
`

const afterMiss = `weeks = 8

[[session]]
name = "A"
exercises = [
  { exercise = "squat", start = "40 kg", step = "5 kg", stages = [
    "5 x 3+", "6 x 2+", "10 x 1+",
  ] },
  { exercise = "row", do = "3 x 15+", last = 25, start = "20 kg" },
]
`

const fourWeeks = `weeks = 8

[[session]]
name = "A"
exercises = [
  { exercise = "squat", start = "30 kg", weeks = [
    "3 x 8", "3 x 10", "4 x 8", "4 x 10",
  ] },
  { exercise = "press", start = "20 kg", step = "2.5 kg", weeks = [
    "4 x 8", "4 x 6", "4 x 8", "4 x 6",
  ] },
]
`

const topSet = `weeks = 8

[[session]]
name = "A"

[[session.exercises]]
exercise = "squat"
do = "1 x 5, 3 x 8 at 85 %"
start = "60 kg"
step = "5 kg"

[[session.exercises]]
exercise = "row"
do = "12, 10, 8"
start = "30 kg"
step = "2.5 kg"
`

const superset = `weeks = 8

[[session]]
name = "A"
exercises = [
  { exercise = "row", do = "3 x 8-12", start = "30 kg", group = "A" },
  { exercise = "push-up", do = "3 x 8-12", group = "A", rest = "2 min" },
]
`

const circuit = `weeks = 6

[[session]]
name = "A"
exercises = [
  { exercise = "step-up", do = "3 x 40 s", rest = "20 s", group = "A" },
  { exercise = "push-up", do = "3 x 40 s", rest = "20 s", group = "A" },
  { exercise = "hip-bridge", do = "3 x 40 s", rest = "2 min", group = "A" },
]
`

const onTheMinute = `weeks = 6

[[session]]
name = "A"
exercises = [
  { exercise = "push-up", do = "10 x 5", every = "1 min" },
]
`

const slowCalves = `weeks = 12
lift_on = ["mon", "wed", "fri"]
allow = { no-progression = "The weight is found anew at each visit." }

[[session]]
name = "A"
exercises = [
  { exercise = "calf-raise", tempo = "3-0-3", rest = "2-3 min", weeks = [
    "3 x 15 RM", "3 x 12 RM", "3 x 12 RM", "4 x 10 RM",
    "4 x 10 RM", "4 x 8 RM", "4 x 8 RM", "4 x 8 RM",
    "4 x 6 RM", "4 x 6 RM", "4 x 6 RM", "4 x 6 RM",
  ] },
]
`

const twiceADay = `weeks = 12
lift_on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

[allow]
sessions-per-week = "Ten minutes each, by the clinician's plan."
no-progression = "Load is added when it no longer hurts."

[[session]]
name = "A"
per_day = 2
exercises = [
  { exercise = "calf-drop", do = "3 x 15 each side", progress = "none" },
]
`

const extraVisit = `weeks = 8
lift_on = ["mon", "wed", "fri"]

[[session]]
name = "A"
exercises = [{ exercise = "squat", do = "3 x 8-10", start = "30 kg" }]

[[session]]
name = "B"
exercises = [{ exercise = "row", do = "3 x 8-10", start = "30 kg" }]

[[session]]
name = "C"
optional = true
exercises = [{ exercise = "plank", do = "3 x 30-45 s" }]
`

const warmUpSets = `weeks = 8

[[session]]
name = "A"

[[session.exercises]]
exercise = "squat"
warm_up = "10 at 40 %, 5 at 60 %, 3 at 80 %"
do = "3 x 8-10"
start = "40 kg"
rest = "2-3 min"

[[session.exercises]]
exercise = "push-up"
or = "dip"
do = "3 x 8-12"
rest = "60-90 s"
`

// programmes explains each example. What is typed is indented, as everywhere.
func programmes() string {
	var b strings.Builder
	b.WriteString("Each is a plan from its weeks on; title and runners stand above.\n")
	for _, e := range Programmes() {
		b.WriteString("\n" + e.Title + "\n\n")
		for _, line := range wrap(e.About, width) {
			b.WriteString(line + "\n")
		}
		b.WriteString("\n")
		for line := range strings.Lines(e.Plan) {
			if line != "\n" {
				line = "  " + line
			}
			b.WriteString(line)
		}
	}
	return b.String()
}
