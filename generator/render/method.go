package render

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/rules"
)

// MethodView is what layouts/method.html has.
type MethodView struct{ BaseView }

// RuleEntry is a rule as a page shows it.
type RuleEntry struct {
	*rules.Rule
	Title   string // in the language of the site
	Why     string
	Sources []*training.Source
	Level   string // what becomes of it on this site: error, warning, note
	Reason  string // why the page's plan breaks it; empty where it does not
}

// Checks is what the page's programme was held against.
type Checks struct {
	Open    []RuleEntry // broken, and no reason is given; what is worth a note alone is not
	Allowed []RuleEntry // broken on purpose
	Passed  []RuleEntry
}

// Of returns how many rules the programme was held against. Those of which there is a note alone are not counted.
func (c Checks) Of() int { return len(c.Open) + len(c.Allowed) + len(c.Passed) }

// Checks returns what was checked of the page's programme.
func (v *ProgrammeView) Checks() Checks {
	var c Checks
	verdict := v.Programme.Verdict
	for _, r := range verdict.Open {
		c.Open = append(c.Open, v.rule(r))
	}
	for _, r := range verdict.Passed {
		c.Passed = append(c.Passed, v.rule(r))
	}
	for _, a := range verdict.Allowed {
		e := v.rule(a.Rule)
		e.Reason = a.Reason
		c.Allowed = append(c.Allowed, e)
	}
	return c
}

func (v *SiteView) rule(r *rules.Rule) RuleEntry {
	e := RuleEntry{Rule: r, Level: r.Severity.String()}
	e.Title, e.Why = v.renderer.theme.words.Rule(r.ID)
	for _, id := range r.Sources {
		if x := rules.Source(id); x != nil {
			e.Sources = append(e.Sources, x)
		}
	}
	if level := v.Settings.Rules.Severity[r.ID]; level != rules.AsInTable {
		e.Level = string(level)
	}
	return e
}

// Method returns the rules that plans of the site are held against; those that are off are left out, and those that cannot read the
// site's language.
func (v *MethodView) Method() []RuleEntry {
	var list []RuleEntry
	for _, r := range rules.All() {
		if e := v.rule(r); e.Level != string(rules.Off) && (!r.English || v.isEnglish()) {
			list = append(list, e)
		}
	}
	return list
}

func (v *SiteView) isEnglish() bool {
	base, _, _ := strings.Cut(v.Settings.Language, "-")
	return strings.EqualFold(base, "en")
}

// Cited returns one of the sources that the page names beside the rules.
func (v *MethodView) Cited(id string) *training.Source { return rules.Source(id) }

// Literature returns what the page names: not those sources that only rules that are off stand on.
func (v *MethodView) Literature() []*training.Source {
	named := map[string]bool{}
	for _, id := range rules.BesideRules() {
		named[id] = true
	}
	for _, e := range v.Method() {
		for _, x := range e.Sources {
			named[x.ID] = true
		}
	}
	var list []*training.Source
	for _, x := range rules.Literature() {
		if named[x.ID] {
			list = append(list, x)
		}
	}
	return list
}

// shortSource names a source as it is cited in running text: "Blagrove 2018". Several authors go by the first one's name.
func shortSource(s *training.Source) string {
	name, _, _ := strings.Cut(s.Authors, ",")
	if words := strings.Fields(name); len(words) > 1 { // "Blagrove RC": without the initials
		name = strings.Join(words[:len(words)-1], " ")
	}
	if s.Year == 0 {
		return name
	}
	return strings.TrimSpace(fmt.Sprintf("%s %d", name, s.Year))
}
