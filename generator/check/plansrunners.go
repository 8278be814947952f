package check

import (
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

// runners reports runner types without a listed plan. It reports none if a plan could not be read, is for nobody or names a runner type that
// does not exist, because that may be the one.
func (c *checker) runners() {
	if c.unreadPlans() {
		return
	}
	listed, unlisted, drafts := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for p := range c.site.AllPlans() {
		if len(p.Runners) == 0 || slices.ContainsFunc(p.Runners, func(ref training.Ref) bool { return !c.site.IDs("runner")[ref.ID] }) {
			return
		}
		if p.Unlisted {
			addRunners(p.Plan, unlisted)
		} else {
			addRunners(p.Plan, listed)
		}
	}
	for _, h := range c.site.Hidden {
		if h.Plan != nil {
			addRunners(h.Plan, drafts)
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

// unreadPlans reports whether there are files of plans that could not be read.
func (c *checker) unreadPlans() bool {
	for id := range c.site.IDs("plan") {
		if c.site.Plan(id) == nil && c.site.HiddenAs("plan", id) == nil {
			return true
		}
	}
	return false
}

// addRunners adds the runner types of a plan to a set.
func addRunners(p *training.Plan, of map[string]bool) {
	for _, ref := range p.Runners {
		of[ref.ID] = true
	}
}
