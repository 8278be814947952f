package training

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// youChoose is what an author writes for a start that the runner finds.
const youChoose = "you choose"

func (r *reader) row(t *tomlfile.Table) Row {
	row := Row{
		Pos: t.Pos(), Exercise: r.ref(t, "exercise"), Or: r.ref(t, "or"), Progress: Model(t.String("progress")),
		RestPos: valuePos(t, "rest"), RestAfter: r.seconds(t, "rest_after", restAfter()), RestAfterPos: valuePos(t, "rest_after"),
		Weights: r.rowWeights(t), Note: r.line(t, "note"),
	}
	r.rest(t, &row)
	r.asked(t, &row)
	r.start(t, &row)
	r.step(t, &row)
	r.miss(t, &row)
	r.turn(t, &row)
	r.manner(t, &row)
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

// rest reads the rest between sets: one number, or the least and the most.
func (r *reader) rest(t *tomlfile.Table, row *Row) {
	if !t.Has("rest") {
		return
	}
	rest, ok := parse(r, "rest", t.Text("rest"), quantity.ParseRest)
	shortest := shortestRest
	if written(t, "group") {
		shortest = shortestTurn
	}
	switch least := cmp.Or(rest.From, rest.To); {
	case !ok:
	case least < shortest || rest.To > longestRest:
		r.add(t.ValuePos("rest"), "bad-rest", fmt.Sprintf("a rest of %s looks like a typing mistake (usual: 30 s to 3 min).", rest), "")
	default:
		row.RestFrom, row.Rest = rest.From, rest.To
	}
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
	case strings.Contains(typed, "%"):
		row.BodyShare, _ = parse(r, "start", text, quantity.ParseBodyShare)
	case quantity.IsLevel(text.Value):
		row.Level = strings.TrimSpace(text.Value)
	default:
		row.Start, _ = parse(r, "start", text, parseStart)
	}
}

// parseStart reads a weight. There may be none of it, since that is a load where it is help; where it is not, see [Fit].
func parseStart(s string) (quantity.Load, error) {
	if l, err := quantity.ParseAssistance(s); err == nil {
		return l, nil
	}
	return quantity.ParseLoad(s)
}

// isYouChoose reports whether start leaves the load to the runner.
func isYouChoose(t *tomlfile.Table) bool {
	return strings.EqualFold(strings.Join(strings.Fields(t.String("start")), " "), youChoose)
}

func (r *reader) step(t *tomlfile.Table, row *Row) {
	if written(t, "step") {
		row.StepPos = t.ValuePos("step")
	}
	if t.Has("step") {
		row.Step, _ = parse(r, "step", t.Text("step"), quantity.ParseStep)
	}
}

// oneUnitInRow reports loads of a row's sets that are not in the unit of its start, or else of its step. How these two fit each other and
// the weights that exist is found where those are known.
func (r *reader) oneUnitInRow(t *tomlfile.Table, row Row) {
	key, unit := "start", row.Start.Unit
	if unit == "" {
		key, unit = "step", row.Step.Load.Unit
	}
	row.anyPart(func(p quantity.Part) bool {
		if unit == "" {
			key, unit = "an entry before it", p.Load.Unit
		}
		differs := !p.Load.IsZero() && p.Load.Unit != unit
		if differs { // said once
			r.add(t.ValuePos("weeks"), "mixed-units", fmt.Sprintf("weeks are in %s but %s is in %s.", p.Load.Unit, key, unit), "Use one unit.")
		}
		return differs
	})
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
