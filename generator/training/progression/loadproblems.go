package progression

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// LacksWeight reports whether a problem says that a weight, or what comes after it, is not among those that exist.
func LacksWeight(p diag.Problem) bool {
	return slices.Contains([]string{"unknown-weight", "no-next-weight", "wrong-weights", "mixed-units"}, p.ID)
}

// wrongKind says where a row or its lists speak of weights and its exercise is done with levels, or the other way round.
func (p *projection) wrongKind(row *training.Row, e *training.Exercise) diag.List {
	all, stocks := anyStocks(row, e, p.in.Plan.Weights, p.in.Weights), Stocks(row, e, p.in.Plan.Weights, p.in.Weights)
	name, at := e.InSentence(), position(row, row.StartPos)
	_, found := levelNamed(stocks, row.Level)
	switch levels := e.Load == training.LoadLevel; {
	case len(all) > 0 && len(stocks) == 0 && !row.YouChoose:
		return diag.List{wrongList(row, e, all[0])}
	case levels && !row.Step.Load.IsZero():
		return diag.List{diag.Errorf(position(row, row.StepPos), "wrong-step", "%s is done with a level, but step is %s.", name, row.Step).
			WithHint("Take step out: the levels follow each other as they are listed.")}
	case levels && !row.Start.IsZero():
		return diag.List{diag.Errorf(at, "wrong-start", "%s is done with a level, but start is %s.", name, row.Start).WithHint("Write %s.", levelStart(stocks))}
	case !levels && row.Level != "":
		return diag.List{diag.Errorf(at, "wrong-start", "%s is done with a weight, but start is %q.", name, row.Level).
			WithHint(`Write a weight, or start = "you choose" to print an empty box.`)}
	case levels && row.Level != "" && len(stocks) == 0:
		return diag.List{diag.Errorf(at, "unknown-weight", "I do not know the levels of %s.", name).
			WithHint(`List them from easy to hard, %q among them, below [weights] in site.toml: %s = ["light", "heavy"]. Or write start = "you choose".`, row.Level, listKey(e))}
	case levels && row.Level != "" && !found:
		return diag.List{unknownLevel(row, stocks)}
	}
	return nil
}

// fromElsewhere notes that an exercise is done with dumbbells of the site in a plan that lists kettlebells, or the other way round: there may be
// none of them in its room.
func (p *projection) fromElsewhere(row *training.Row, e *training.Exercise) diag.List {
	stocks := Stocks(row, e, p.in.Plan.Weights, p.in.Weights)
	for this, other := range map[string]string{"dumbbell": "kettlebell", "kettlebell": "dumbbell"} {
		if e.Loaded() && len(p.in.Plan.Weights[other]) > 0 && len(stocks) == 1 && stocks[0].Equipment == this && !stocks[0].ofPlan {
			return diag.List{diag.Notef(position(row, row.Exercise.Pos), "weights-of-site", "%s is done with the %ss of site.toml: the weights of this plan list none.", e.InSentence(), this).
				WithHint("List them there. If there are none, write %s = [] there, and take another exercise here.", this)}
		}
	}
	return nil
}

// wrongList says that the lists of an exercise are all of the other kind than the exercise.
func wrongList(row *training.Row, e *training.Exercise, s Stock) diag.Problem {
	at := row.Exercise.Pos
	what := s.Equipment
	if what == "" {
		what = "weights of this row"
	}
	if e.Load == training.LoadLevel {
		return diag.Errorf(at, "wrong-weights", "%s is done with a level, but %s lists weights: %s.", e.InSentence(), what, listing(s.Loads)).
			WithHint(`List names from easy to hard there, ["light", "heavy"], or write load = "weight" in the exercise.`)
	}
	hint := `Write load = "level" in the exercise`
	if e.Measure == training.MeasureLoad {
		hint = `Write measure = "reps" and load = "level" in the exercise`
	}
	return diag.Errorf(at, "wrong-weights", "%s is done with a weight, but %s lists names: %s.", e.InSentence(), what, listing(s.Loads)).WithHint("%s, or list weights there.", hint)
}

// unknownLevel says that a row starts with a level that is not listed.
func unknownLevel(row *training.Row, stocks []Stock) diag.Problem {
	var names []string
	for _, l := range stocks[0].Loads {
		names = append(names, l.Name)
	}
	hint := diag.DidYouMean(row.Level, names)
	if hint == "" {
		hint = fmt.Sprintf("Write %s.", levelStart(stocks))
	}
	return diag.Errorf(position(row, row.StartPos), "unknown-weight", "%q is none of the levels: %s.", row.Level, listing(stocks[0].Loads)).WithHint("%s", hint)
}

// levelStart is a start that can be written of an exercise that is done with levels.
func levelStart(stocks []Stock) string {
	if len(stocks) == 0 {
		return `start = "you choose"`
	}
	return fmt.Sprintf("start = %q", stocks[0].Loads[0])
}

// listKey is the equipment under whose name the weights of an exercise are listed.
func listKey(e *training.Exercise) string {
	if need := e.Alternatives(); len(need) > 0 {
		return need[0]
	}
	return "dumbbell"
}

// loadProblems says why the loads of a row cannot be known.
func (p *projection) loadProblems(t *lift, r *rung) diag.List {
	row, l := t.row(), &r.loads
	at := position(row, row.StartPos)
	switch {
	case l.chosen() && !row.YouChoose && !row.NamesWeights() && row.BodyShare == 0 && !t.carriesOn:
		return diag.List{diag.Errorf(at, "no-start", `%s needs a start weight, or start = "you choose" to print an empty box.`, r.exercise.InSentence())}
	case l.chosen():
		return nil
	case !l.known(l.start):
		return diag.List{p.lack(row, r.exercise).start(l.start)}
	case !l.step.IsZero() && l.step.Unit != l.start.Unit:
		return diag.List{p.wrongStepUnit(row, r.exercise, l.start)}
	case t.movesLoad(r) && l.step.IsZero() && l.list == nil:
		return diag.List{noNextWeight(row, r.exercise, l.start)}
	}
	return nil
}

// wrongStepUnit says that the step is in another unit than the start.
func (p *projection) wrongStepUnit(row *training.Row, e *training.Exercise, start quantity.Load) diag.Problem {
	problem := diag.Errorf(position(row, row.StepPos), "mixed-units", "step is in %s but start is in %s.", row.Step.Load.Unit, start.Unit)
	step, k := row.Step.Load.StepIn(start.Unit), p.lack(row, e)
	if len(k.stocks) == 0 || k.fits(start, step) {
		return problem.WithHint("Write step = %q.", step)
	}
	return problem.WithHint("%s, and the next weight of the list is taken.", k.noStep())
}

// foreignStep says that a step is in a unit in which there are no weights, of a row that does not say with which weight it starts. Of
// others that follows from the start.
func (p *projection) foreignStep(row *training.Row, e *training.Exercise) diag.List {
	k, step := p.lack(row, e), row.Step.Load
	inItsUnit := func(s Stock) bool { return s.Loads[0].Unit == step.Unit }
	if step.IsZero() || !row.Start.IsZero() || row.Level != "" || len(k.stocks) == 0 || slices.ContainsFunc(k.stocks, inItsUnit) {
		return nil
	}
	return diag.List{diag.Errorf(position(row, row.StepPos), "mixed-units", "step is in %s but %s are in %s.", step.Unit, k.owner(), k.stocks[0].Loads[0].Unit).
		WithHint("%s, and the next weight of the list is taken.", k.noStep())}
}

// noNextWeight says that there is neither a step nor a list.
func noNextWeight(row *training.Row, e *training.Exercise, start quantity.Load) diag.Problem {
	step := stepWanted(e, start.Unit)
	var list []string
	for n := range 3 {
		list = append(list, fmt.Sprintf("%q", start.Plus(n, step.Load)))
	}
	weights := fmt.Sprintf("[%s]", strings.Join(list, ", "))
	hint := fmt.Sprintf("list the weights that there are below [weights] in site.toml, such as %s = %s", listKey(e), weights)
	if len(e.Equipment) == 0 {
		hint = fmt.Sprintf("list the weights that there are in this row, such as weights = %s", weights)
	}
	return diag.Errorf(position(row, row.StartPos), "no-next-weight", "I do not know which weight comes after %s.", start).
		WithHint("Write step = %q, or %s.", step, hint)
}

// noEquipment says that there is nothing here that an exercise can be done with.
func noEquipment(at diag.Position, e *training.Exercise, need []string) diag.Problem {
	return diag.Errorf(at, "no-equipment", "%s needs %s, and there is none here: weights has %s.", e.InSentence(), strings.Join(need, " or "), strings.Join(need, " = [], ")+" = []").
		WithHint("Take an exercise that can be done with what there is.")
}

// missing says, once for a lift, that a session needs a weight that does not exist.
func (p *projection) missing(l *lift, load quantity.Load, week int) diag.List {
	own, e := &l.rungs[0].loads, l.rungs[0].exercise
	if l.faulted || load.IsZero() || own.known(load) {
		return nil
	}
	l.faulted = true
	return diag.List{p.lack(l.row(), e).reached(e, own.start, load, week)}
}

// listed is how many loads a message repeats of a list at the most.
const listed = 8

// listing writes the first loads of a list.
func listing(loads []quantity.Load) string {
	var names []string
	for _, l := range loads[:min(len(loads), listed)] {
		names = append(names, l.String())
	}
	if len(loads) > listed {
		names = append(names, "...")
	}
	return strings.Join(names, ", ")
}
