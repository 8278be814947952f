package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

// needless is the id of the rule that allowances are needed.
const needless = "needless-allowance"

// Problems returns what is wrong with a plan for all of its runner types, each problem once, and what is wrong with what it allows,
// in file order. The verdicts are those of the plan's runner types; where some are missing, because their programmes have
// errors, it is not known which allowances are needed.
func Problems(plan *training.Plan, verdicts []*Verdict, c Config) diag.List {
	var list diag.List
	for _, m := range merge(verdicts) {
		list.Add(m.problem(len(verdicts)))
	}
	for _, a := range plan.Allow {
		list.Add(allowanceProblems(plan, a, verdicts, c)...)
	}
	return list.Sorted()
}

// merged is the same finding for one or more runner types: the worst, or else the first.
type merged struct {
	finding
	of []string // the names of the runner types for which it reads just so
}

func merge(verdicts []*Verdict) []*merged {
	var list []*merged
	for _, v := range verdicts {
		for _, f := range v.found {
			i := slices.IndexFunc(list, func(m *merged) bool { return m.same(f) })
			if i < 0 {
				i = len(list)
				list = append(list, &merged{finding: f})
			}
			list[i].join(f, v.Runner.Name)
		}
	}
	return list
}

// join adds the finding for one more runner type.
func (m *merged) join(f finding, name string) {
	switch {
	case f.Severity < m.Severity:
		m.finding, m.of = f, []string{name}
	case f.Message == m.Message: // the first hint will do
		m.of = append(m.of, name)
	}
}

// problem names the runner types where it does not read the same for all of them, unless the message does so.
func (m *merged) problem(types int) diag.Problem {
	p := m.Problem
	if len(m.of) == types || strings.Contains(p.Message, fmt.Sprintf("%q", m.of[0])) {
		return p
	}
	var names []string
	for _, name := range m.of {
		names = append(names, fmt.Sprintf("%q", name))
	}
	p.Message = fmt.Sprintf("for %s: %s", strings.Join(names, " and "), p.Message)
	return p
}

// allowanceProblems says what is wrong with an allowance.
func allowanceProblems(plan *training.Plan, a training.Allowance, verdicts []*Verdict, c Config) diag.List {
	r := Find(a.Rule)
	switch {
	case r == nil:
		return diag.List{unknownRule(a)}
	case !r.OfPlans():
		return diag.List{diag.Errorf(a.Pos, "unknown-rule", "%q is not about plans, so a plan cannot allow it.", a.Rule).WithHint("Remove this line.")}
	}
	severity, on := c.severity(needless, diag.Warning)
	p := diag.Problem{Position: a.Pos, Severity: severity, ID: needless, Hint: "Remove this line."}
	switch _, checked := c.severity(r.ID, r.Severity); {
	case !on:
		return nil
	case !r.Holds(plan.Kind):
		p.Message = fmt.Sprintf("%q is not for plans of kind %q and need not be allowed.", a.Rule, plan.Kind)
		return diag.List{p}
	case !checked:
		p.Message = fmt.Sprintf("%q is switched off for the whole site and need not be allowed.", a.Rule)
		return diag.List{p}
	case len(verdicts) == len(plan.Runners) && !slices.ContainsFunc(verdicts, func(v *Verdict) bool { return !v.legible || v.needed(r) }):
		p.Message = fmt.Sprintf("this plan does not break %q, so it need not be allowed.", a.Rule)
		return diag.List{p}
	}
	return nil
}

// needed reports whether the rule would be broken without the allowance.
func (v *Verdict) needed(r *Rule) bool {
	return slices.ContainsFunc(v.Allowed, func(a Allowed) bool { return a.Rule.ID == r.ID })
}

func unknownRule(a training.Allowance) diag.Problem {
	var known []string
	for _, r := range All() {
		if r.OfPlans() {
			known = append(known, r.ID)
		}
	}
	p := diag.Errorf(a.Pos, "unknown-rule", "there is no rule %q.", a.Rule)
	if d := diag.DidYouMean(a.Rule, known); d != "" {
		return p.WithHint("%s", d)
	}
	return p.WithHint(`"legpress explain" lists the rules.`)
}
