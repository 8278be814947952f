package rules

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// bodyMass is what a runner weighs, in grams (house rule).
const bodyMass = 65_000

// weighted reports whether a target is done with a weight. Help makes it lighter, and how heavy a level is nobody knows.
func (x performance) weighted() bool {
	return x.Exercise.LoadedWith().Facts().Weighs == training.Yes
}

// helped reports whether the load of an exercise is help, of which less is harder.
func helped(e *training.Exercise) bool { return e.LoadedWith().Facts().LessIsHarder == training.Yes }

// lifted returns how many grams a load means, the body aside; 0 where that is not known. Help is taken from the mass of the body.
func (x performance) lifted(load quantity.Load) int {
	switch {
	case load.IsZero() || x.Row.BodyShare > 0:
		return 0
	case helped(x.Exercise):
		return max(bodyMass-load.Grams(), 0)
	}
	return load.Grams()
}

// strength is what a set needs or shows by Epley's formula, w × (1 + repetitions/30), in thirtieths of a gram, with the share of the body
// that is lifted added to the weight. The zero strength is of no set that is known.
type strength struct {
	thirtieths int
	load       quantity.Load
	amount     int
}

// needs returns the most strength that a set of a target needs, at the bottom of its range.
func (x performance) needs() strength {
	return x.most(func(s progression.Set) int { return s.Amount }, x.withBody)
}

// shows returns the most strength that a target shows when all goes to plan, at the top of its ranges.
func (x performance) shows() strength {
	return x.most(func(s progression.Set) int { return max(s.Amount, s.Top) }, x.withBody)
}

// needsAlone and shownAlone are the same of the weights alone, all that are held, so that exercises of a ladder can be compared.
func (x performance) needsAlone() strength {
	return x.most(func(s progression.Set) int { return s.Amount }, x.held)
}

func (x performance) shownAlone() strength {
	return x.most(func(s progression.Set) int { return max(s.Amount, s.Top) }, x.held)
}

// withBody returns the grams of a load with the share of the body that is lifted with it; 0 where the load is not known, or not counted
// in repetitions.
func (x performance) withBody(load quantity.Load) int {
	if n := x.lifted(load); n > 0 && x.Prescription.Unit == quantity.Repetitions {
		return n + x.bodyShare()
	}
	return 0
}

// held returns the grams of all weights that are held.
func (x performance) held(load quantity.Load) int {
	if share := x.Row.BodyShare; share > 0 && x.Rung == 0 {
		return bodyMass * share / 1000
	}
	return x.lifted(load) * max(x.Exercise.Hands, 1)
}

// most returns the most strength of a set with an amount and a weight of it. A set whose weight is found anew has no number of its own, and
// of what is held or walked the weight alone counts.
func (x performance) most(amount func(progression.Set) int, grams func(quantity.Load) int) strength {
	var most strength
	for _, s := range x.Sets {
		weight, repetitions := grams(s.Load), amount(s)
		if weight == 0 || s.RM {
			continue
		}
		if x.Prescription.Unit != quantity.Repetitions {
			repetitions = 0
		}
		if n := weight * (30 + repetitions); n > most.thirtieths {
			most = strength{n, s.Load, amount(s)}
		}
	}
	return most
}

// isFar reports whether a strength is more than some percent above another one, which is known.
func (s strength) isFar(above strength, percent int) bool {
	return s.thirtieths > 0 && 100*above.thirtieths > (100+percent)*s.thirtieths
}

// known reports whether rules can judge the loads of a target: it has a weight in repetitions.
func (x performance) known() bool {
	return x.lifted(x.Load) > 0 && x.Prescription.Unit == quantity.Repetitions
}

// write writes a load: "8 kg", "30 kg of help".
func write(e *training.Exercise, load quantity.Load) string {
	if helped(e) {
		return load.String() + " of help"
	}
	return load.String()
}
