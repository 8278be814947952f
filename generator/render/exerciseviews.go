package render

import (
	"slices"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// ExerciseView is what layouts/exercise.html has.
type ExerciseView struct {
	BaseView
	TextPart
	Exercise *site.Exercise
}

// ExercisesView is what layouts/exercises.html has.
type ExercisesView struct{ BaseView }

// Pattern is a movement pattern and its exercises.
type Pattern struct {
	Pattern   training.Pattern
	Exercises []*site.Exercise
}

// Patterns returns the exercises by movement pattern.
func (v *ExercisesView) Patterns() []Pattern {
	var list []Pattern
	for _, e := range v.Site.Exercises {
		if n := len(list); n == 0 || list[n-1].Pattern != e.Pattern {
			list = append(list, Pattern{Pattern: e.Pattern})
		}
		last := &list[len(list)-1]
		last.Exercises = append(last.Exercises, e)
	}
	return list
}

// Equipment returns the equipment that the exercises need, in the order in which authors know it.
func (v *ExercisesView) Equipment() []string {
	used := map[string]bool{}
	for _, e := range v.Site.Exercises {
		for _, name := range equipment(e) {
			used[name] = true
		}
	}
	return slices.DeleteFunc(training.EquipmentNames(), func(name string) bool { return !used[name] })
}

// equipment returns what an exercise needs: "none" where that is nothing.
func equipment(e *site.Exercise) []string {
	if len(e.Equipment) == 0 {
		return training.EquipmentNames()[:1]
	}
	return e.Equipment
}
