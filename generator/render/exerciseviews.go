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

// Captions returns what the poses of the drawing show, in their order, where there are no cues: those say it beside the drawing.
func (v *ExerciseView) Captions() []string {
	e := v.Exercise
	if !e.Drawn() || len(e.Cues) > 0 || len(e.Figure.Poses) < 2 {
		return nil
	}
	var labels []string
	for _, p := range e.Figure.Poses {
		labels = append(labels, p.Label)
	}
	return labels
}

// ladderWidth and ladderHeight are the room, in CSS pixels, that a drawing has in a row of three.
const (
	ladderWidth  = 250
	ladderHeight = 140
)

// Ladder is a piece of a ladder, from the easier exercise up, and the scale at which all of its drawings have room.
type Ladder struct {
	Rungs []Rung
	Scale int
}

// Rung is an exercise on a ladder.
type Rung struct {
	Exercise *site.Exercise
	Word     string // what it is beside the others: "easier", "this-exercise", "harder"
	Here     bool   // the page is its own
}

// Ladder returns the page's exercise between the one below it and the one above it on its ladder; nil where it is on none.
func (v *ExerciseView) Ladder() *Ladder {
	here := v.Exercise
	if here.Easier == nil && here.Harder == nil {
		return nil
	}
	var l Ladder
	var exercises []*site.Exercise
	for _, rung := range []Rung{{here.Easier, "easier", false}, {here, "this-exercise", true}, {here.Harder, "harder", false}} {
		if rung.Exercise != nil {
			l.Rungs = append(l.Rungs, rung)
			exercises = append(exercises, rung.Exercise)
		}
	}
	l.Scale = v.Scale(exercises, ladderWidth, ladderHeight)
	return &l
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
func (v *ExercisesView) Equipment() []string { return equipmentOf(v.Site.Exercises) }

// Equipment returns the equipment that the exercises of the pattern need, in the order in which authors know it.
func (p Pattern) Equipment() []string { return equipmentOf(p.Exercises) }

func equipmentOf(exercises []*site.Exercise) []string {
	used := map[string]bool{}
	for _, e := range exercises {
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
