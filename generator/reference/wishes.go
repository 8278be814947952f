package reference

import "strings"

// wish is something that a coach wants, and what is written for it.
type wish struct{ want, write string }

// wishes is the short table of a plan's notation. A test reads every line of it.
func wishes() []wish {
	return []wish{
		{"three sets of 8 to 12", `do = "3 x 8-12"`},
		{"on each side", `do = "3 x 8-12 each side"`},
		{"sets that differ", `do = "12, 10, 8"`},
		{"lighter sets behind a heavy one", `do = "1 x 5, 3 x 8 at 85 %"`},
		{"an open last set", `do = "5 x 3+"`},
		{"its number that leads on", `last = 25`},
		{"percentages of a maximum", `do = "3 x 5 at 75 %"`},
		{"  the maximum, in the plan", `max = { back-squat = "100 kg" }`},
		{"the heaviest weight for four", `do = "4 x 4 RM"`},
		{"a table of weeks", `weeks = ["3 x 8", "3 x 10", "-"]`},
		{"other sets after a miss", `stages = ["5 x 3+", "6 x 2+"]`},
		{"a tenth off after three misses", `misses = 3, back = "10 %"`},
		{"seconds, metres, steps", `do = "3 x 30 s", "3 x 20 m", "2 x 10 steps"`},
		{"a superset, a circuit", `group = "A" in each line`},
		{"  a round each minute", `every = "1 min"`},
		{"  rounds for ten minutes", `for = "10 min"`},
		{"slow repetitions", `tempo = "3-0-3": down, hold, up`},
		{"warm-up sets", `warm_up = "10 at 40 %, 5 at 60 %"`},
		{"rests", `rest = "60-90 s", rest_after = "5 min"`},
		{"either of two", `or = "push-up"`},
		{"a weight that the runner finds", `start = "you choose"`},
		{"a share of the body", `start = "30 % of body mass"`},
		{"a band", `start = "yellow"`},
		{"a visit that may be left out", `optional = true in the session`},
		{"twice a day", `per_day = 2 in the session`},
		{"the same throughout", `progress = "none"`},
	}
}

// notation is the short table of what is wanted and what is written.
func notation() string {
	const column = 34
	var b strings.Builder
	b.WriteString("What you want" + strings.Repeat(" ", column-len("What you want")+2) + "What you write\n\n")
	for _, w := range wishes() {
		b.WriteString("  " + w.want + strings.Repeat(" ", column-len(w.want)) + w.write + "\n")
	}
	b.WriteString("\n" + `Whole programmes: "legpress explain programmes".` + "\n")
	return b.String()
}
