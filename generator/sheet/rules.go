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
	rule := Rule{c.Words.Say(kind), []Text{c.text(t.PaperRule...)}}
	if !slices.ContainsFunc(c.asides, func(r Rule) bool { return r.Names == rule.Names && r.Texts[0] == rule.Texts[0] }) {
		c.asides = append(c.asides, rule)
	}
}

// sentence is one of the rule of an exercise.
type sentence struct {
	row int
	Text
	up bool // it says what comes after all sets have reached what is asked for
}

// sentencesOf gathers the rules of the exercises sentence by sentence. The first one of an exercise, with which these weeks begin, also has
// the words in which it stands beside the name.
func (c *composition) sentencesOf() {
	ups := map[int]Text{}
	for _, t := range c.fullest() {
		at := slices.IndexFunc(c.Rows, func(r Row) bool { return r.first.Row == t.Row })
		row := &c.Rows[at]
		for i, phrase := range t.PaperRule {
			s := sentence{row: at, Text: c.text(phrase)}
			if i == 0 && t.Exercise == row.Exercise {
				ups[at], row.up, row.upIsNext = s.Text, s.Text, false
				if !t.PaperNext.IsZero() {
					row.up, row.upIsNext = c.text(t.PaperNext), !t.Next.IsZero()
				}
			}
			s.up = i == 0 && s.Text == ups[at]
			c.sentences = append(c.sentences, s)
		}
	}
	c.signs()
}

// sayRules says at the foot what does not stand beside the names: each sentence with the numbers of those that share it, and those with the
// same numbers together. After them stand those of light weeks.
func (t *typesetter) sayRules(p *Page) {
	var all []shared
	for _, s := range p.sentences {
		if s.Here != "" && !(s.up && p.Rows[s.row].upAside) {
			all = share(all, s)
		}
	}
	p.Rules = nil
	for _, s := range all {
		names := t.Words.Figures(p.numbers(s.rows))
		if n := len(p.Rules) - 1; n >= 0 && p.Rules[n].Names == names {
			p.Rules[n].Texts = append(p.Rules[n].Texts, s.text)
		} else {
			p.Rules = append(p.Rules, Rule{names, []Text{s.text}})
		}
	}
	p.Rules = append(p.Rules, p.asides...)
}

// shared is a sentence with the rows that share it.
type shared struct {
	rows []int
	text Text
}

// share adds a sentence, or its row to one that says the same.
func share(all []shared, s sentence) []shared {
	i := slices.IndexFunc(all, func(x shared) bool { return x.text == s.Text })
	if i < 0 {
		return append(all, shared{[]int{s.row}, s.Text})
	}
	if !slices.Contains(all[i].rows, s.row) {
		all[i].rows = append(all[i].rows, s.row)
	}
	return all
}

// numbers returns the numbers of rows, which are sorted: "1, 3–5".
func (p *Page) numbers(rows []int) string {
	var list []string
	for i := 0; i < len(rows); i++ {
		first := i
		for i+1 < len(rows) && rows[i+1] == rows[i]+1 {
			i++
		}
		switch from, to := p.Rows[rows[first]].Number, p.Rows[rows[i]].Number; i - first {
		case 0:
			list = append(list, from)
		case 1:
			list = append(list, from, to)
		default:
			list = append(list, from+"–"+to)
		}
	}
	return strings.Join(list, ", ")
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
		says := c.Words.Say("open-set")
		c.asides = append(c.asides, Rule{open, []Text{{says, says}}})
	}
}

// legend says what is written where on a page with a tally. Elsewhere the boxes say it.
func (c *composition) legend() {
	if c.Tally {
		c.Legend = []string{c.Words.Say("box-a-visit"), c.Words.Say("each-day")}
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
