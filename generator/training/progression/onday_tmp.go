package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/training"
)

// OnDays returns the input with other lifting days: each phase has them in the place of its own.
func (in Input) OnDays(days []training.Weekday) Input {
	plan := *in.Plan
	plan.Phases = slices.Clone(plan.Phases)
	for i := range plan.Phases {
		plan.Phases[i].LiftOn = days
	}
	in.Plan = &plan
	return in
}
