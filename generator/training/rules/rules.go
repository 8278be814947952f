// Package rules holds a plan against what is known about lifting for runners.
//
// In go a computed programme and the definitions that it is made of, out comes a [Verdict]: what is wrong, at the line of the
// plan, exercise or runner type that has to change; what was checked and is in order; what the plan's author allows, and
// why. A rule looks at the projected weeks, never at the text of a plan, so it does not matter how they came about. Nothing
// here reads a file, and nothing changes a programme.
//
// The table of rules, [All], is also what the command explains and the website's page about the method is made of: each rule has
// its sources in the [Literature] and a way to mend what it finds; its reason stands among the words of each language. Where no study
// decides, it says that it is a house rule.
//
// Not checked, because the evidence does not support it: a limit of 10 % more a week, the ratio of acute to chronic load, a
// fixed tempo of repetitions, and a particular model of periodisation.
package rules

import (
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// Rule is one thing that a plan is held against. What holds in a plan that keeps it, and why, is said to readers: these sentences are
// rule-ID and rule-ID-why among the words of each language. What is said to authors alone stands here.
type Rule struct {
	ID       string
	Severity diag.Severity // of the worst that it finds, where the settings say nothing else
	Fix      string        // what to do about a problem: plain sentences
	House    bool          // it rests on judgement, in part or as a whole, and not on a study
	Sources  []string      // ids in the [Literature]
	Finder   string        // who finds it, where it is not [Check]: a sentence
	English  bool          // it reads sentences, and knows only English ones

	// NotFor are the kinds of plans that are not held against it: it asks for a whole plan, or for what a clinician decides.
	NotFor []training.PlanKind

	check   func(*look)
	applies func(*look) bool // whether there is anything to check; nil: always
}

// Holds reports whether plans of a kind are held against the rule.
func (r *Rule) Holds(kind training.PlanKind) bool { return !slices.Contains(r.NotFor, kind) }

// besideOthers are the kinds of plans that stand beside other training: rules that ask for a whole plan are not for them.
func besideOthers() []training.PlanKind {
	return []training.PlanKind{training.Supplement, training.Rehab}
}

// byClinician are the kinds of plans whose dose a clinician decides, from how it hurts and what it is for.
func byClinician() []training.PlanKind { return []training.PlanKind{training.Rehab} }

// OfPlans reports whether plans are held against the rule, so that one may allow it.
func (r *Rule) OfPlans() bool { return r.check != nil }

// All returns the rules: how much, how hard, on which days, how near to a race, with which weights, how it grows, how a session is made, the texts.
func All() []*Rule {
	return slices.Concat(dose(), effort(), days(), calves(), race(), testDays(), loading(), growth(), sessions(), texts())
}

// Find returns the rule with the id, or nil.
func Find(id string) *Rule {
	for _, r := range All() {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Level is what the settings of a site can make of a rule.
type Level string

const (
	AsInTable    Level = "" // what the table says
	LevelError   Level = "error"
	LevelWarning Level = "warning"
	LevelNote    Level = "note"
	Off          Level = "off" // not checked
)

// Levels returns what can be written for a rule in the settings.
func Levels() []Level { return []Level{LevelError, LevelWarning, LevelNote, Off} }

// Config is what a site says about the rules. The zero Config leaves them as they are in the table.
type Config struct {
	Severity map[string]Level // by the id of the rule
}

// severity returns what becomes of a finding; ok is false where its rule is off.
func (c Config) severity(id string, s diag.Severity) (severity diag.Severity, ok bool) {
	switch c.Severity[id] {
	case LevelError:
		return diag.Error, true
	case LevelWarning:
		return diag.Warning, true
	case LevelNote:
		return diag.Note, true
	case Off:
		return s, false
	}
	return s, true
}

// Allowed is a rule that a plan breaks on purpose.
type Allowed struct {
	Rule   *Rule
	Reason string // of the plan's author
}

// Verdict is what came out for one runner type. It is not changed after Check returns it.
type Verdict struct {
	Runner   *training.Runner
	Problems diag.List // in file order; for all runner types of a plan together see [Problems]
	Passed   []*Rule   // that had something to check, in the table's order
	Open     []*Rule   // that are broken without an allowance, in the table's order; where all is a note, none
	Allowed  []Allowed // that would be broken without the allowance, in the table's order

	found   []finding // those of Problems, and what they are about
	legible bool      // all of the plan could be read: what it does not break, it really does not
}

// finding is a problem and what it is about, so that the same one is known again for another week or runner type.
type finding struct {
	diag.Problem
	subject string
}

func (f finding) same(other finding) bool {
	return f.ID == other.ID && f.Position == other.Position && f.subject == other.subject
}

// Check holds a programme against the rules. The input is what the programme was projected from.
func Check(p *progression.Programme, in progression.Input, c Config) *Verdict {
	v := &Verdict{Runner: in.Runner}
	l := newLook(p, in)
	v.legible = len(p.Weeks) > 0 && !slices.ContainsFunc(l.phases, func(ph phase) bool { return !ph.legible })
	for _, r := range All() {
		if _, on := c.severity(r.ID, r.Severity); !on || !r.OfPlans() || !r.Holds(in.Plan.Kind) || r.applies != nil && !r.applies(l) {
			continue
		}
		v.take(r, l.run(r), c, in.Plan.Allow)
	}
	for _, f := range v.found {
		v.Problems.Add(f.Problem)
	}
	v.Problems = v.Problems.Sorted()
	return v
}

// take files what a rule found.
func (v *Verdict) take(r *Rule, found []finding, c Config, allow []training.Allowance) {
	if len(found) == 0 {
		v.Passed = append(v.Passed, r)
		return
	}
	if i := slices.IndexFunc(allow, func(a training.Allowance) bool { return a.Rule == r.ID }); i >= 0 {
		v.Allowed = append(v.Allowed, Allowed{r, allow[i].Reason})
		return
	}
	open := false
	for _, f := range found {
		f.Severity, _ = c.severity(r.ID, f.Severity)
		v.found = append(v.found, f)
		open = open || f.Severity != diag.Note
	}
	if open {
		v.Open = append(v.Open, r)
	}
}
