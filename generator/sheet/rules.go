package sheet

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// note keeps a target for its rule.
func (c *composition) note(w *progression.Week, t progression.Target) {
	if !w.Light() {
		c.targets = append(c.targets, t)
		return
	}
	kind := "light-easy"
	if w.Taper {
		kind = "light-taper"
	}
	if rule := c.rule(c.Words.Say(kind), t.PaperRule...); !slices.Contains(c.light, rule) {
		c.light = append(c.light, rule)
	}
}

// rules gathers the rules of the exercises sentence by sentence, each with the numbers of those that share it: those with the same numbers
// stand together. After them stand those of light weeks.
func (c *composition) rules() {
	var all []Rule
	for _, t := range c.fullest() {
		for _, phrase := range t.PaperRule {
			all = share(all, c.rule(c.number(t.Row), phrase))
		}
	}
	for _, rule := range all {
		if n := len(c.Rules) - 1; n >= 0 && c.Rules[n].Names == rule.Names {
			c.Rules[n].Text += " " + rule.Text
			c.Rules[n].Other += " " + rule.Other
		} else if rule.Text != "" {
			c.Rules = append(c.Rules, rule)
		}
	}
	c.Rules = append(c.Rules, c.light...)
	c.signs()
}

// share adds a rule, or its number to one that says the same.
func share(all []Rule, rule Rule) []Rule {
	i := slices.IndexFunc(all, func(r Rule) bool { return r.Text == rule.Text })
	if i < 0 {
		return append(all, rule)
	}
	if numbers := strings.Fields(all[i].Names); !slices.Contains(numbers, rule.Names) {
		all[i].Names += " " + rule.Names
	}
	return all
}

// number returns the number of a row.
func (c *composition) number(row *training.Row) string {
	for i := range c.Rows {
		if c.Rows[i].first.Row == row {
			return c.Rows[i].Number
		}
	}
	return ""
}

// fullest returns a target of each exercise: the first of those whose rule says most. With the lightest weight, a rule does not say when
// to go back, which holds from the next visit on.
func (c *composition) fullest() []progression.Target {
	var list []progression.Target
	for _, t := range c.targets {
		i := slices.IndexFunc(list, func(x progression.Target) bool { return x.Exercise == t.Exercise && x.Row == t.Row })
		switch {
		case i < 0:
			list = append(list, t)
		case len(t.PaperRule) > len(list[i].PaperRule):
			list[i] = t
		}
	}
	slices.SortStableFunc(list, func(a, b progression.Target) int { return strings.Compare(c.number(a.Row), c.number(b.Row)) })
	return list
}

// signs explains, once on a page, what is written in a shorter way than everybody knows.
func (c *composition) signs() {
	open := ""
	for _, t := range c.targets {
		for _, s := range t.Sets {
			if s.Open && open == "" {
				open = c.Words.Span(quantity.Part{Low: s.Amount, High: s.Top, Open: true}, t.Prescription.Unit)
			}
		}
	}
	if open != "" {
		c.Rules = append(c.Rules, Rule{Names: open, Text: c.Words.Say("open-set"), Other: c.Words.Say("open-set")})
	}
}

// legend says what is written down once a visit, beside the sets.
func (c *composition) legend() {
	if c.Tally {
		c.Legend = []string{c.Words.Say("box-a-visit"), c.Words.Say("each-day")}
		return
	}
	c.Legend = []string{c.Words.Say("each-visit")}
	for _, line := range c.Logs {
		if slices.ContainsFunc(line, func(l Log) bool { return l.Run != "" }) {
			c.Legend = append(c.Legend, c.Words.Say("each-run"))
			return
		}
	}
}

// worksLegs reports whether the legs are trained, so that the run of the next day says whether it was too much for them.
func (c *composition) worksLegs() bool {
	return slices.ContainsFunc(c.Rows, func(r Row) bool { return r.Exercise.WorksLegs() })
}

// logs gathers what is written down once a visit.
func (c *composition) logs() {
	legs := c.worksLegs()
	for _, v := range c.visits {
		if c.Tally {
			v.line = 0
		}
		for len(c.Logs) <= v.line {
			c.Logs = append(c.Logs, make([]Log, len(c.Columns)))
		}
		log := &c.Logs[v.line][v.column]
		if log.Is = true; c.Tally {
			log.Days = append(log.Days, c.Words.Say("short-"+v.Day.String()))
			continue
		}
		if next := (v.Day + 1) % 7; legs && c.runs(next) {
			log.Run = c.Words.Say("run-of", "day", c.Words.Say("short-"+next.String()))
		}
	}
}
