package training

import (
	"fmt"
	"iter"

	"github.com/legpress/legpress/generator/diag"
)

// Rows goes through all rows of a plan.
func (p *Plan) Rows() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for i := range p.Phases {
			for row := range p.Phases[i].Rows() {
				if !yield(row) {
					return
				}
			}
		}
	}
}

// Rows goes through all rows of a phase.
func (p *Phase) Rows() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for i := range p.Sessions {
			rows := p.Sessions[i].Rows
			for j := range rows {
				if !yield(&rows[j]) {
					return
				}
			}
		}
	}
}

// tables notes tables of weeks, and stages, of which a phase does not do all. The weeks of a taper are not counted out: the race decides
// them.
func (r *reader) tables(p *Plan) {
	for i := range p.Phases {
		phase := &p.Phases[i]
		full := phase.Weeks - len(phase.EasyWeeks)
		for row := range phase.Rows() {
			switch n := len(row.Weeks); {
			case phase.Maintain && n+len(row.Stages) > 0:
				r.problems.Add(diag.Notef(row.DoPos, "maintained-table", "in a phase that maintains nothing changes: only %q of this is done.", row.Do.Typed()).
					WithHint("Write do = %q.", row.Do.Typed()))
			case phase.Weeks > 0 && n > full:
				r.problems.Add(diag.Notef(row.WeeksPos, "long-table", "this table has %d weeks, but only %d are not easy: its last %s not reached.", n, full, lastOnes(n-full)).
					WithHint("Make the phase longer, or the table shorter."))
			}
		}
	}
}

func lastOnes(n int) string {
	if n == 1 {
		return "one is"
	}
	return fmt.Sprintf("%d are", n)
}
