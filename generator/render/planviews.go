package render

import (
	"slices"
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// RunnerView is what layouts/runner.html has.
type RunnerView struct {
	BaseView
	TextPart
	Runner *site.Runner
}

// OfKind are the plans or programmes of a page that are of one kind.
type OfKind[T any] struct {
	Kind training.PlanKind
	List []T
}

// ofKinds sorts plans or programmes by kind, those that are the whole strength training of their runners first: no runner is to take
// another one for these. A kind of which there is none is left out.
func ofKinds[T any](all []T, kindOf func(T) training.PlanKind) []OfKind[T] {
	var list []OfKind[T]
	for _, kind := range append([]training.PlanKind{training.WholePlan}, training.PlanKinds()...) {
		one := OfKind[T]{Kind: kind}
		for _, x := range all {
			if kindOf(x) == kind {
				one.List = append(one.List, x)
			}
		}
		if len(one.List) > 0 {
			list = append(list, one)
		}
	}
	return list
}

// PlanView is what layouts/plan.html has.
type PlanView struct {
	BaseView
	TextPart
	Plan *site.Plan
}

// PlansView is what layouts/plans.html has.
type PlansView struct{ BaseView }

// ProgrammePart is what the page of a programme and its sheet have.
type ProgrammePart struct {
	Programme *site.Programme
	Plan      *site.Plan
	renderer  *Renderer
}

func (v *BaseView) programme() ProgrammePart {
	return ProgrammePart{v.page.Programme, v.page.Plan, v.renderer}
}

// Stop returns when to end a set.
func (v *ProgrammePart) Stop() string {
	return v.renderer.theme.words.Sentences(v.Programme.Projection.Stop)
}

// PainUpTo returns how much pain is all right, where the plan says so.
func (v *ProgrammePart) PainUpTo() (string, error) {
	if v.Plan.PainUpTo == 0 {
		return "", nil
	}
	return v.renderer.theme.words.Fill("pain-up-to", "n", v.Plan.PainUpTo)
}

// ProgrammeView is what layouts/programme.html has.
type ProgrammeView struct {
	BaseView
	TextPart
	ProgrammePart
}

// SheetView is what layouts/sheet.html has.
type SheetView struct {
	BaseView
	ProgrammePart
	Athlete string // the name of the one runner whose sheet it is; "" on the website
}

// AimOf returns what the author says that the phase is for that begins with a week.
func (v *ProgrammeView) AimOf(week int) string {
	for i, p := range v.Programme.Projection.Phases {
		if p.First == week {
			return v.Plan.Phases[i].Aim
		}
	}
	return ""
}

// Needs returns the equipment of the page's programme, and how many minutes its sessions take, easy weeks and tapers aside.
func (v *ProgrammeView) Needs() Needs { return needsOf(v.Programme) }

// SetNotes explain the first open set of the page's programme, and the first that is done with the heaviest load for it; there may be
// none.
func (v *ProgrammeView) SetNotes() ([]string, error) {
	var notes details
	for _, explain := range []func(Target) (string, error){Target.openSet, Target.heaviestSet} {
		if text, err := v.firstOf(explain); text != "" {
			notes.add(text, err)
		}
	}
	return notes.texts, notes.err
}

// firstOf returns what is said of the first target of which anything is.
func (v *ProgrammeView) firstOf(say func(Target) (string, error)) (string, error) {
	for _, w := range v.Programme.Projection.Weeks {
		for _, s := range w.Sessions {
			for i := range s.Targets {
				if text, err := say(v.SiteView.renderer.shown(&s.Targets[i])); text != "" {
					return text, err
				}
			}
		}
	}
	return "", nil
}

// Maximum is a load that percentages are taken of.
type Maximum struct {
	Exercise string
	Load     string // "" where the runner writes it down
}

// Maxima returns the loads that the page's plan takes percentages of, in the order of the plan.
func (v *ProgrammeView) Maxima() []Maximum {
	var list []Maximum
	for _, m := range v.Plan.Maxima {
		e := v.Site.Exercise(m.Exercise.ID)
		if e == nil {
			continue
		}
		load := ""
		if !m.Ask {
			load = markdown.KeepUnits(v.SiteView.renderer.theme.words.BothOf(e.Exercise, m.Load))
		}
		list = append(list, Maximum{e.Name, load})
	}
	return list
}

// Lifted returns the exercises of the page's programme, each once.
func (v *ProgrammeView) Lifted() []*site.Exercise {
	var list []*site.Exercise
	for _, w := range v.Programme.Projection.Weeks {
		eachTarget(w, func(t *progression.Target) {
			if e := v.Site.Exercise(t.Exercise.ID); e != nil && !slices.Contains(list, e) {
				list = append(list, e)
			}
		})
	}
	return list
}

// LongPast returns the Monday from which the events are counted that the page's script moves to another one.
func (v *ProgrammeView) LongPast() time.Time { return site.LongPast() }

// PlanSources returns the literature that the page's plan names and its text does not cite.
func (v *ProgrammeView) PlanSources() []*training.Source {
	var list []*training.Source
	for _, ref := range v.Plan.Sources {
		x := v.Site.Source(ref.ID)
		if x != nil && !slices.ContainsFunc(v.Citations(), func(c Citation) bool { return c.Source == x }) {
			list = append(list, x)
		}
	}
	return list
}
