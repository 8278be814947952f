package render

import (
	"slices"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Lift is an exercise of a programme with its rule. One that is prescribed in two ways in the same weeks, heavy and light for example, is
// two lifts.
type Lift struct {
	Target
	Do string // what is prescribed, where that tells it from another lift of its exercise; else empty
}

// Rules returns the lifts of the page's programme, in the order in which they are met, for their rules.
func (v *ProgrammeView) Rules() []Lift { return v.SiteView.renderer.liftsOf(v.Programme) }

// LaterRules returns those of the lifts whose rules do not stand in the tables of the first week.
func (v *ProgrammeView) LaterRules() []Lift {
	var rows []SessionRow
	if first := v.FirstWeek(); first != nil {
		rows = first.rows()
	}
	return slices.DeleteFunc(v.Rules(), func(l Lift) bool {
		return slices.ContainsFunc(rows, func(row SessionRow) bool {
			return row.First().Exercise == l.Exercise && v.Next(row.First()) == v.Next(l.Target)
		})
	})
}

func (r *Renderer) liftsOf(p *site.Programme) []Lift {
	var lifts []Lift
	phases := map[*training.Exercise]int{} // in which each is met first
	for n, phase := range p.Projection.Phases {
		for _, w := range p.Projection.Weeks[phase.First-1 : phase.First-1+phase.Weeks] {
			if w.Light() {
				continue
			}
			eachTarget(w, func(t *progression.Target) {
				if first, met := phases[t.Exercise]; met && first != n {
					return
				}
				phases[t.Exercise] = n
				if !slices.ContainsFunc(lifts, func(l Lift) bool { return l.Exercise == t.Exercise && prescribed(l.Target.Target).Equal(prescribed(t)) }) {
					lifts = append(lifts, Lift{Target: r.shown(t)})
				}
			})
		}
	}
	for i, l := range lifts {
		if slices.ContainsFunc(lifts, func(other Lift) bool { return other.Exercise == l.Exercise && other.Target.Target != l.Target.Target }) {
			lifts[i].Do = l.words.Prescription(prescribed(l.Target.Target))
		}
	}
	return lifts
}

// prescribed returns what the plan asks for in all weeks of a lift: of a table, its first entry.
func prescribed(t *progression.Target) quantity.Prescription {
	if t.Rung > 0 {
		return t.Prescription
	}
	return t.Row.Do
}

func eachTarget(w progression.Week, visit func(*progression.Target)) {
	for i := range w.Sessions {
		for j := range w.Sessions[i].Targets {
			visit(&w.Sessions[i].Targets[j])
		}
	}
}
