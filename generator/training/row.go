package training

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// youChoose is what an author writes for a start that the runner finds.
const youChoose = "you choose"

func (r *reader) row(t *tomlfile.Table) Row {
	row := Row{
		Pos: t.Pos(), Exercise: r.ref(t, "exercise"), Or: r.ref(t, "or"), Progress: Model(t.String("progress")),
		Rest: r.rest(t), RestPos: valuePos(t, "rest"), RestAfter: r.seconds(t, "rest_after", restAfter()), RestAfterPos: valuePos(t, "rest_after"),
		Weights: r.loads(t, "weights"), Note: r.line(t, "note"),
	}
	r.asked(t, &row)
	r.start(t, &row)
	r.step(t, &row)
	r.miss(t, &row)
	r.turn(t, &row)
	r.oneUnitInRow(t, row)
	r.keysTogether(t, &row)
	return row
}

// Rests that are believed, in seconds (house rule).
const (
	shortestRest = 15
	longestRest  = 600
	shortestTurn = 5 // between the exercises of a group
)

func (r *reader) rest(t *tomlfile.Table) int {
	if !t.Has("rest") {
		return 0
	}
	n, ok := parse(r, "rest", t.Text("rest"), quantity.ParseDuration)
	shortest := shortestRest
	if written(t, "group") {
		shortest = shortestTurn
	}
	if ok && (n < shortest || n > longestRest) {
		r.add(t.ValuePos("rest"), "bad-rest", fmt.Sprintf("a rest of %s looks like a typing mistake (usual: 30 s to 3 min).", quantity.FormatDuration(n)), "")
		return 0
	}
	return n
}

// times are the durations that are believed of something, in seconds (house rules).
type times struct {
	low, high int
	what      string // "a rest of"
	usual     string
}

func restAfter() times { return times{shortestRest, 1200, "a rest of", "2 to 5 min"} }

// seconds returns a duration that is believed, or 0.
func (r *reader) seconds(t *tomlfile.Table, key string, b times) int {
	if !t.Has(key) {
		return 0
	}
	n, ok := parse(r, key, t.Text(key), quantity.ParseDuration)
	if ok && (n < b.low || n > b.high) {
		r.add(t.ValuePos(key), "bad-"+strings.ReplaceAll(key, "_", "-"), fmt.Sprintf("%s %s looks like a typing mistake (usual: %s).", b.what, quantity.FormatDuration(n), b.usual), "")
		return 0
	}
	return n
}

// start reads the load of the first session: a weight, the name of a level, or that the runner finds it. Which of them the exercise
// takes is not known here.
func (r *reader) start(t *tomlfile.Table, row *Row) {
	if written(t, "start") {
		row.StartPos = t.ValuePos("start")
	}
	if !t.Has("start") {
		return
	}
	text := t.Text("start")
	typed := strings.ToLower(strings.Join(strings.Fields(text.Value), " "))
	switch {
	case isYouChoose(t):
		row.YouChoose = true
	case diag.Nearest(typed, []string{youChoose}) != "":
		r.add(text.Pos, "bad-start", fmt.Sprintf("start is %q.", text.Value), fmt.Sprintf("Did you mean %q?", youChoose))
	case isName(typed):
		row.Level = strings.TrimSpace(text.Value)
	default:
		row.Start, _ = parse(r, "start", text, quantity.ParseLoad)
	}
}

// isYouChoose reports whether start leaves the load to the runner.
func isYouChoose(t *tomlfile.Table) bool {
	return strings.EqualFold(strings.Join(strings.Fields(t.String("start")), " "), youChoose)
}

// isName reports whether a text begins as a name does, and not as a number.
func isName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(first)
}

func (r *reader) step(t *tomlfile.Table, row *Row) {
	if written(t, "step") {
		row.StepPos = t.ValuePos("step")
	}
	if t.Has("step") {
		row.Step, _ = parse(r, "step", t.Text("step"), quantity.ParseStep)
	}
}

// oneUnitInRow reports loads of a row that are not in the unit of the first of them.
func (r *reader) oneUnitInRow(t *tomlfile.Table, row Row) {
	key, unit := "start", row.Start.Unit
	check := func(other string, is string, u quantity.Unit) {
		switch {
		case u == "":
		case unit == "":
			key, unit = other, u
		case u != unit:
			r.add(t.ValuePos(other), "mixed-units", fmt.Sprintf("%s %s in %s but %s is in %s.", other, is, u, key, unit), "Use one unit.")
		}
	}
	check("step", "is", row.Step.Load.Unit)
	if len(row.Weights) > 0 {
		check("weights", "are", row.Weights[0].Unit)
	}
}

// SameLift reports whether two rows of a phase are one lift, whose weight moves at every visit: the same exercise, asked for and made
// harder in the same way. How it is rested, noted and grouped does not matter, nor does the start.
func (row *Row) SameLift(other *Row) bool {
	return row.Exercise.ID == other.Exercise.ID && row.Do.Equal(other.Do) &&
		slices.EqualFunc(row.Weeks, other.Weeks, quantity.Prescription.Equal) &&
		slices.EqualFunc(row.Stages, other.Stages, quantity.Prescription.Equal) &&
		slices.EqualFunc(row.Wave, other.Wave, quantity.Prescription.Equal) &&
		row.Step == other.Step && row.Progress == other.Progress && row.Last == other.Last &&
		row.Misses == other.Misses && row.Back == other.Back && slices.Equal(row.Weights, other.Weights)
}
