package athlete

import (
	"cmp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

// placesOf returns where in a runner's file that is said which the plan says elsewhere: a rule that looks at a line of the plan speaks of
// hers, where she has one in its place.
func (f *File) placesOf(plan *training.Plan) map[diag.Position]diag.Position {
	places := map[diag.Position]diag.Position{}
	days := cmp.Or(f.DaysPos, f.WeekPos)
	for i := range plan.Phases {
		phase := &plan.Phases[i]
		if days != (diag.Position{}) {
			places[cmp.Or(phase.LiftOnPos, phase.PerWeekPos, phase.Pos)] = days
		}
	}
	return places
}

// placed returns problems at the lines of the runner's file that are the reason for them.
func (j *joiner) placed(list diag.List) diag.List {
	moved := make(diag.List, len(list))
	for i, p := range list {
		if to, ok := j.places[p.Position]; ok {
			p.Position = to
		}
		moved[i] = p
	}
	return moved
}
