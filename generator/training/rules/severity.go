package rules

import "github.com/legpress/legpress/generator/diag"

// Settle gives the problems of the rules, whoever found them, the severities that the settings ask for, leaves out those of rules that
// are off, and marks each as explained.
func Settle(list diag.List, c Config) diag.List {
	settled := list[:0:0]
	for _, p := range list {
		r := Find(p.ID)
		if r == nil {
			settled.Add(p)
			continue
		}
		if severity, on := c.severity(r.ID, p.Severity); on {
			p.Severity, p.Explained = severity, true
			settled.Add(p)
		}
	}
	return settled
}
