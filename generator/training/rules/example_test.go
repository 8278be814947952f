package rules_test

import (
	"fmt"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/training/rules"
)

// A plan with one exercise and nine sets of it breaks some of the rules, and keeps others.
func ExampleCheck() {
	decode := func(text string, format *tomlfile.Format) *tomlfile.Table {
		table, _ := tomlfile.Decode(tomlfile.Input{Text: []byte(text)}, format)
		return table
	}
	starter := func(name string) string {
		data, _ := content.Files.ReadFile(name)
		return string(data)
	}
	p, _ := training.ReadPlan("much", "content/plans/much.toml", decode(`
title = "Much"
runners = ["only-runs"]
weeks = 8
lift_on = ["tue", "fri"]
easy_weeks = [4]
[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "9 x 8-12", rest = "2 min", start = "8 kg", step = "2 kg" },
]
`, training.PlanFormat()))
	r, _ := training.ReadRunner("only-runs", "content/runners/only-runs.toml", decode(starter("runners/only-runs.toml"), training.RunnerFormat()))
	e, _ := training.ReadExercise("goblet-squat", "content/exercises/goblet-squat.toml", decode(starter("exercises/goblet-squat.toml"), training.ExerciseFormat()))

	in := progression.Input{Plan: p, Runner: r, Exercises: map[string]*training.Exercise{e.ID: e}, Unit: quantity.Kilogram}
	programme, _ := progression.Project(in)
	verdict := rules.Check(programme, in, rules.Config{})
	for _, problem := range verdict.Problems {
		fmt.Printf("%d:%d %s: %s\n", problem.Line, problem.Column, problem.ID, problem.Message)
	}
	fmt.Println("kept, among others:", verdict.Passed[0].ID)
	// Output:
	// 7:1 missing-pattern: this plan has no pull.
	// 7:1 missing-pattern: this plan has no push.
	// 10:37 sets-per-exercise: goblet squat has 9 sets in a session.
	// kept, among others: sessions-per-week
}
