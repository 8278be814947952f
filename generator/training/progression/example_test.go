package progression_test

import (
	"fmt"

	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

const (
	runner = `
name = "Beginner"
aim = "A start."
signs = ["No strength work so far."]
sessions_per_week = [1, 2]
[running_week]
mon = "rest"
tue = "medium"
wed = "easy"
thu = "rest"
fri = "medium"
sat = "easy"
sun = "long"
`
	exercise = `
name = "Goblet squat"
pattern = "squat"
measure = "load"
equipment = ["dumbbell"]
cues = ["Sit down between your feet."]
`
	plan = `
title = "Two weeks"
runners = ["beginner"]
weeks = 2
lift_on = ["tue", "fri"]
[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "3 x 8-10", start = "8 kg", step = "2 kg" },
]
`
)

// Three definitions become two weeks of targets: more repetitions first, then the next weight.
func ExampleProject() {
	decode := func(text string, format *tomlfile.Format) *tomlfile.Table {
		table, _ := tomlfile.Decode(tomlfile.Input{Text: []byte(text)}, format)
		return table
	}
	p, _ := training.ReadPlan("two-weeks", "content/plans/two-weeks.toml", decode(plan, training.PlanFormat()))
	r, _ := training.ReadRunner("beginner", "content/runners/beginner.toml", decode(runner, training.RunnerFormat()))
	e, _ := training.ReadExercise("goblet-squat", "content/exercises/goblet-squat.toml", decode(exercise, training.ExerciseFormat()))

	programme, problems := progression.Project(progression.Input{
		Plan: p, Runner: r, Exercises: map[string]*training.Exercise{e.ID: e}, Unit: quantity.Kilogram,
	})
	fmt.Println(len(problems), "problems")
	for _, week := range programme.Weeks {
		for _, session := range week.Sessions {
			for _, t := range session.Targets {
				fmt.Printf("week %d, %v: %d × %d with %v\n", week.Number, session.Day, t.Count(), t.Most(), t.Load)
			}
		}
	}
	// Output:
	// 0 problems
	// week 1, tue: 3 × 8 with 8 kg
	// week 1, fri: 3 × 9 with 8 kg
	// week 2, tue: 3 × 10 with 8 kg
	// week 2, fri: 3 × 8 with 10 kg
}
