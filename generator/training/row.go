package training

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// youChoose is what an author writes for a start that the runner finds.
const youChoose = "you choose"

func (r *reader) row(t *tomlfile.Table) Row {
	row := Row{
		Pos: t.Pos(), Exercise: r.ref(t, "exercise"), Progress: Model(t.String("progress")),
		Rest: r.rest(t), RestPos: valuePos(t, "rest"), Weights: r.loads(t, "weights"), Note: r.line(t, "note"),
	}
	r.do(t, &row)
	r.start(t, &row)
	r.step(t, &row)
	r.oneUnitInRow(t, row)
	return row
}

// do reads what is asked for, from a wave too.
func (r *reader) do(t *tomlfile.Table, row *Row) {
	if t.Has("do") {
		row.DoPos = t.ValuePos("do")
		row.Do, _ = parse(r, "do", t.Text("do"), quantity.ParsePrescription)
	}
	isWave := row.Progress == Wave || written(t, "wave")
	if !isWave {
		r.missing(t, "do", `Say what to do: do = "3 x 8-12" or do = "3 x 20-30 s".`)
		return
	}
	r.wave(t, row)
	if !written(t, "do") && len(row.Wave) > 0 {
		row.Do, row.DoPos = row.Wave[0], t.ValuePos("wave")
	}
}

// Rests that are believed, in seconds (house rule).
const (
	shortestRest = 15
	longestRest  = 600
)

func (r *reader) rest(t *tomlfile.Table) int {
	if !t.Has("rest") {
		return 0
	}
	n, ok := parse(r, "rest", t.Text("rest"), quantity.ParseDuration)
	if ok && (n < shortestRest || n > longestRest) {
		r.add(t.ValuePos("rest"), "bad-rest", fmt.Sprintf("a rest of %s looks like a typing mistake (usual: 30 s to 3 min).", quantity.FormatDuration(n)), "")
		return 0
	}
	return n
}

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
	case typed == youChoose:
		row.YouChoose = true
	case diag.Nearest(typed, []string{youChoose}) != "":
		r.add(text.Pos, "bad-start", fmt.Sprintf("start is %q.", text.Value), fmt.Sprintf("Did you mean %q?", youChoose))
	default:
		row.Start, _ = parse(r, "start", text, quantity.ParseLoad)
	}
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
