package check

import (
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

// runners reports runner types whose pages show no plan, unless a plan names one that does not exist: that may be the one.
func (c *checker) runners() {
	listed, unlisted, drafts := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for p := range c.site.AllPlans() {
		if slices.ContainsFunc(p.Runners, func(ref training.Ref) bool { return !c.site.IDs("runner")[ref.ID] }) {
			return
		}
		if p.Unlisted {
			namedBy(p.Plan, unlisted)
		} else {
			namedBy(p.Plan, listed)
		}
	}
	for _, h := range c.site.Hidden {
		if h.Plan != nil {
			namedBy(h.Plan, drafts)
		}
	}
	const id = "runner-without-plan"
	for _, r := range c.site.Runners {
		switch {
		case listed[r.ID]:
		case unlisted[r.ID]:
			c.add(diag.Notef(r.Pos, id, "all published plans for the runner type %q are unlisted.", r.ID).
				WithHint("Its page shows no plan: who has the address of one finds it."))
		case drafts[r.ID]:
			c.add(diag.Notef(r.Pos, id, "all plans for the runner type %q are drafts.", r.ID).
				WithHint("Its page shows no plan until you take draft = true out of one."))
		default:
			c.add(diag.Warningf(r.Pos, id, "no plan is for the runner type %q.", r.ID).WithHint("Name it in a plan: runners = [%q].", r.ID))
		}
	}
}

// namedBy notes the runner types that a plan is for.
func namedBy(p *training.Plan, of map[string]bool) {
	for _, ref := range p.Runners {
		of[ref.ID] = true
	}
}
