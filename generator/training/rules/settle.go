package rules

import "github.com/legpress/legpress/generator/diag"

// Settle gives the problems of the rules that somebody else finds the severities that the settings ask for, and leaves out those of
// rules that are off. Every problem of a rule is marked as explained.
func Settle(list diag.List, c Config) diag.List {
	settled := list[:0:0]
	for _, p := range list {
		r := Find(p.ID)
		if r == nil {
			settled.Add(p)
			continue
		}
		p.Explained = true
		if !r.OfPlans() {
			severity, on := c.severity(r.ID, p.Severity)
			if !on {
				continue
			}
			p.Severity = severity
		}
		settled.Add(p)
	}
	return settled
}
