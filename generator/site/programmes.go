package site

import (
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/rules"
)

// Programme is a plan as one runner type does it.
type Programme struct {
	Projection *progression.Programme
	URL        string
	Plan       *Plan
	Runner     *Runner
	Weights    training.Weights // that exist: the site's, or those of the one runner whose it is
	Verdict    *rules.Verdict
}

// project makes the programme of each plan for each of its runner types. The same mistake in a plan is one problem, however many
// runner types it has.
func project(d *Definitions, settings *parse.Settings) ([]*Programme, diag.List) {
	var list []*Programme
	var problems diag.List
	exercises := d.definitions()
	for plan := range d.AllPlans() {
		for _, ref := range plan.Runners {
			runner := d.runners[ref.ID]
			if runner == nil {
				continue
			}
			in := inputOf(plan.Plan, runner.Runner, exercises, settings)
			programme, more := progression.Project(in)
			if settings.UnreadLoads || plan.UnreadLoads {
				more = slices.DeleteFunc(more, progression.LacksWeight) // the one that it lacks may be among those
			}
			problems.Add(more...)
			if programme != nil {
				list = append(list, &Programme{Projection: programme, Plan: plan, Runner: runner, URL: plan.URL + runner.ID + "/", Weights: in.Weights, Verdict: rules.Check(programme, in, settings.Rules)})
			}
		}
	}
	return list, problems.Sorted()
}

// Partial reports whether something that the programme is made of could not be read.
func (p *Programme) Partial() bool {
	return p.Plan.Partial || p.Runner.Partial || slices.ContainsFunc(p.exercises(), func(e *training.Exercise) bool { return e.Partial })
}

// definitions returns the exercises by their ids.
func (d *Definitions) definitions() map[string]*training.Exercise {
	exercises := make(map[string]*training.Exercise, len(d.exercises))
	for id, e := range d.exercises {
		exercises[id] = e.Exercise
	}
	return exercises
}

func inputOf(plan *training.Plan, runner *training.Runner, exercises map[string]*training.Exercise, settings *parse.Settings) progression.Input {
	return progression.Input{Plan: plan, Runner: runner, Exercises: exercises, Weights: settings.Weights, Unit: plan.Unit(settings.Unit)}
}

// Input returns what the programme of a plan for a runner type is made from, with the exercises and weights of the site. The plan need not
// be one of the site's.
func (s *Site) Input(plan *training.Plan, runner *training.Runner) progression.Input {
	return inputOf(plan, runner, s.definitions(), s.Settings)
}

// link fills in what refers to what: definitions point at each other, in circles. What is unlisted is named by nothing but itself.
func link(d *Definitions, programmes []*Programme) {
	for _, e := range d.Exercises {
		e.Easier, e.Harder = d.exercises[e.Exercise.Easier.ID], d.exercises[e.Exercise.Harder.ID]
	}
	for _, p := range programmes {
		p.Plan.Programmes = append(p.Plan.Programmes, p)
		if !p.Plan.Unlisted {
			p.Runner.Programmes = append(p.Runner.Programmes, p)
			for _, e := range p.exercises() {
				if x := d.exercises[e.ID]; x != nil {
					x.Programmes = append(x.Programmes, p)
				}
			}
		}
	}
	for _, a := range d.Articles {
		for _, id := range a.Exercises {
			if e := d.exercises[id]; e != nil {
				e.Articles = append(e.Articles, a)
			}
		}
		for _, ref := range a.Runners {
			if r := d.runners[ref.ID]; r != nil {
				r.Articles = append(r.Articles, a)
			}
		}
	}
}

// exercises returns the exercises that a programme trains, each once, in the order in which they are met.
func (p *Programme) exercises() []*training.Exercise {
	var list []*training.Exercise
	for _, week := range p.Projection.Weeks {
		for _, session := range week.Sessions {
			for _, target := range session.Targets {
				if !slices.Contains(list, target.Exercise) {
					list = append(list, target.Exercise)
				}
			}
		}
	}
	return list
}
