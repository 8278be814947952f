package sheet

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// recovery is what follows from what is written down beside the sets: the more there is room, the more is said. The page on the method says
// all of it, so no page of paper is added for it.
type recovery [nothing]string

// How much is said of it.
const (
	whole = iota
	less
	nothing
)

// recover says once on a page what follows from what is written down beside the sets. Only what has a box on the page is said: the run of
// the next day where the legs are trained, how it felt where there are words to circle.
func (c *composition) recover(phase progression.PhaseDays) {
	pain, away := c.Words.Say("recovery-pain"), c.Words.Say("recovery-break", "week", phase.First)
	if n := c.Programme.Plan.PainUpTo; n > 0 {
		pain = c.Words.Say("recovery-pain-known", "n", n)
	}
	all := []string{pain, away}
	if no := strings.Fields(c.Words.Say("yes-no")); !c.Tally {
		all = []string{pain, c.felt(), away}
		if c.asksRuns() {
			all = append([]string{c.Words.Say("recovery-run", "no", no[len(no)-1])}, all...)
		}
	}
	c.recovery = recovery{whole: strings.Join(all, " "), less: c.Words.Say("recovery-less") + " " + away}
}

// felt says what how it felt leads to. Where not all that grows is counted in repetitions, it names none.
func (c *composition) felt() string {
	other := func(t progression.Target) bool {
		return t.Prescription.Ranged() && t.Prescription.Unit != quantity.Repetitions
	}
	if slices.ContainsFunc(c.targets, other) {
		return c.Words.Say("recovery-felt-amount")
	}
	return c.Words.Say("recovery-felt")
}

// asksRuns reports whether some visit of the page asks how the next day's run was.
func (c *composition) asksRuns() bool {
	for _, line := range c.Logs {
		if slices.ContainsFunc(line, func(l Log) bool { return l.Run != "" }) {
			return true
		}
	}
	return false
}

// sayRecovery says so much of it behind the rules of a page.
func (t *typesetter) sayRecovery(p *Page, much int) {
	if much < nothing {
		text := p.recovery[much]
		p.Rules = append(p.Rules, Rule{t.Words.Say("recovery"), []Text{{text, text}}})
	}
}
