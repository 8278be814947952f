package progression

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// What is said where a row asks for a weight that does not exist: the nearest ones, what would make it, and what to write instead. A
// hint must not lead into the next message, so that a step that does not fit the weights is taken out together with the start that does not.

// lack is a row that asks for a weight that is not in its lists.
type lack struct {
	row    *training.Row
	stocks []Stock // at least one
	visits int     // in which a step may be taken
}

func (p *projection) lack(row *training.Row, e *training.Exercise) lack {
	return lack{row, Stocks(row, e, p.in.Plan.Weights, p.in.Weights), stepsAtMost * p.in.Plan.Weeks()}
}

// farTooHeavy is how many times the heaviest weight a start is that nobody can have meant (house rule).
const farTooHeavy = 2

// stepsEnough is how many steps of a row have to lead to weights that exist. What is heavier than all of them is far away then.
const stepsEnough = 8

// stepsAtMost is how many steps a row takes in a week at the most: a step at each of some visits.
const stepsAtMost = 3

// start says that a row cannot start with a load.
func (k lack) start(load quantity.Load) diag.Problem {
	nearest := k.nearest(load)
	said := "%s is not in %s: %s."
	if all := k.all(); load.Grams() > farTooHeavy*all[len(all)-1].Grams() { // the heaviest there is would be no start for anybody
		nearest, said = all[0], "%s is far more than there is in %s: %s."
	}
	hint := fmt.Sprintf("Write start = %q%s", nearest, k.withoutStep(nearest))
	if k.fits(load, k.row.Step.Load) {
		hint += k.addition(load)
	}
	return diag.Errorf(position(k.row, k.row.StartPos), "unknown-weight", said, load, k.owner(), k.around(load)).WithHint("%s.", hint)
}

// reached says that a step leads to a load that is not there.
func (k lack) reached(e *training.Exercise, start, load quantity.Load, week int) diag.Problem {
	hint := k.noStep() + ", and the next weight of the list is taken"
	if step := k.fittingStep(start); !step.IsZero() {
		hint += fmt.Sprintf("; or write step = %q", step)
	}
	return diag.Errorf(position(k.row, k.row.StepPos), "unknown-weight", "%s reaches %s in week %d, which is not in %s: %s.",
		e.InSentence(), load, week, k.owner(), k.around(load)).WithHint("%s.", hint)
}

// withoutStep is what has to be done about the step, if it does not fit a start.
func (k lack) withoutStep(start quantity.Load) string {
	switch {
	case k.row.Step.Load.IsZero() || k.fits(start, k.row.Step.Load):
		return ""
	case k.keepsModel():
		return " and leave out step"
	}
	return ` and progress = "linear" in place of step`
}

// noStep says how to do without a step.
func (k lack) noStep() string {
	if k.keepsModel() {
		return "Leave out step"
	}
	return `Write progress = "linear" in place of step`
}

// keepsModel reports whether the row gets harder in the same way when its step is left out.
func (k lack) keepsModel() bool {
	return k.row.Do.Ranged() || k.row.Progress != training.ByDefinition || len(k.row.Wave)+len(k.row.Weeks)+len(k.row.Stages) > 0
}

// fits reports whether each step from a start that can be taken leads to a weight that exists. The start itself need not.
func (k lack) fits(start, step quantity.Load) bool {
	if step.IsZero() {
		return true
	}
	if step.Unit != start.Unit {
		return false
	}
	all := k.all()
	for n := 1; n <= k.visits; n++ {
		if next := start.Plus(n, step); !slices.Contains(all, next) {
			return n > stepsEnough && next.Compare(all[len(all)-1]) > 0
		}
	}
	return true
}

// fittingStep returns the smallest step from a start that fits the weights; zero where none does.
func (k lack) fittingStep(start quantity.Load) quantity.Load {
	for _, load := range k.all() {
		step := quantity.Load{Thousandths: load.Thousandths - start.Thousandths, Unit: start.Unit}
		if load.Unit == start.Unit && step.Thousandths > 0 && k.fits(start, step) {
			return step
		}
	}
	return quantity.Load{}
}

// all returns every weight that exists, ascending, each once.
func (k lack) all() []quantity.Load {
	var all []quantity.Load
	for _, s := range k.stocks {
		all = append(all, s.Loads...)
	}
	slices.SortFunc(all, quantity.Load.Compare)
	return slices.Compact(all)
}

// owner says whose weights they are.
func (k lack) owner() string {
	switch s := k.stocks[0]; {
	case s.Equipment == "":
		return "this row's weights"
	case s.ofPlan:
		return "this plan's weights"
	}
	return "your weights"
}

// addition says where a load can be added to the weights; nothing where it cannot.
func (k lack) addition(load quantity.Load) string {
	s := k.stocks[0]
	place, what := s.Equipment+" below [weights] in site.toml", load.String()
	switch {
	case s.Loads[0].Unit != load.Unit:
		return ""
	case s.Equipment == "":
		place = "weights of this row"
	case s.ofPlan:
		place = s.Equipment + " in the weights of this plan"
	}
	if training.EquipmentOf(s.Equipment).Bar == training.Yes {
		if load.Compare(s.Loads[0]) < 0 {
			return "" // a lighter bar is another bar
		}
		what = "what is missing"
	}
	return fmt.Sprintf(", or add %s to %s", what, place)
}

// around names the nearest weights of each list: "the nearest are 8 and 10 kg (dumbbell), the lightest is 12 kg (kettlebell)".
func (k lack) around(load quantity.Load) string {
	var lists []string
	said := ""
	for _, s := range k.stocks {
		i, _ := slices.BinarySearchFunc(s.Loads, load, quantity.Load.Compare)
		which, text := "", ""
		switch {
		case i == 0:
			which, text = "the lightest is ", s.Loads[0].String()
		case i == len(s.Loads):
			which, text = "the heaviest is ", s.Loads[i-1].String()
		default:
			which, text = "the nearest are ", fmt.Sprintf("%s and %s", strings.TrimSuffix(s.Loads[i-1].String(), " "+string(s.Loads[i-1].Unit)), s.Loads[i])
		}
		if which != said {
			text = which + text
		}
		said = which
		if s.Equipment != "" {
			text += " (" + s.Equipment + ")"
		}
		lists = append(lists, text+s.plates(load, i))
	}
	return strings.Join(lists, ", ")
}

// plates says which plates would make a load of a bar; i is its place in the list.
func (s Stock) plates(load quantity.Load, i int) string {
	switch {
	case training.EquipmentOf(s.Equipment).Bar != training.Yes || i == 0 || load.Unit != s.Loads[i-1].Unit:
		return ""
	case s.Loads[i-1] == quantity.FullBar(load.Unit):
		return ", unless pairs counts more plates"
	}
	plate := quantity.Load{Thousandths: (load.Thousandths - s.Loads[i-1].Thousandths) / 2, Unit: load.Unit}
	if !quantity.IsPlate(plate) || s.Loads[i-1].Plus(2, plate) != load {
		return ""
	}
	return fmt.Sprintf("; %s needs one more pair of %s plates", load, plate)
}

// closeEnough is how much lighter than wanted a weight of the first list may be, in percent, before another list is asked (house rule).
const closeEnough = 10

// nearest returns the heaviest weight that is no heavier than the one that is wanted, or else the lightest there is: of the first list
// where that has one that is close, and else of all of them.
func (k lack) nearest(wanted quantity.Load) quantity.Load {
	first, grams := nearest(k.stocks[0].Loads, wanted), wanted.Grams()
	if first.Compare(wanted) <= 0 && 100*(grams-first.Grams()) <= closeEnough*grams {
		return first
	}
	return nearest(k.all(), wanted)
}

// nearest returns the heaviest of some weights that is no heavier than the one that is wanted, or else the lightest.
func nearest(all []quantity.Load, wanted quantity.Load) quantity.Load {
	best := all[0]
	for _, load := range all {
		if load.Compare(wanted) <= 0 {
			best = load
		}
	}
	return best
}
