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

// strength returns what the heaviest set of a target asks for by Epley's formula, w × (1 + repetitions/30), in thirtieths of a gram, and that
// set; 0 where no load is known. A set whose weight is found anew has no number of its own.
func (x performance) strength() (int, progression.Set) {
	most, heaviest := 0, progression.Set{}
	for _, s := range x.Sets {
		if n := x.lifted(s.Load) * (30 + s.Amount); n > most && !s.RM {
			most, heaviest = n, s
		}
	}
	return most, heaviest
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
