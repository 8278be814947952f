package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// heads writes the heads of the rows, and what stands above those that are done in turn.
func (c *composition) heads() {
	var firsts []progression.Target
	for i := range c.Rows {
		firsts = append(firsts, c.Rows[i].first)
	}
	blocks := progression.Blocks(firsts)
	at := 0
	for i, block := range blocks {
		rows := c.Rows[at : at+len(block)]
		number(rows, i+1)
		if block.InTurn() {
			rows[0].Group = c.group(rows, block)
			for j := range rows[1:] {
				rows[j+1].Joined = true
			}
		}
		for j := range rows {
			next := ""
			if block.InTurn() {
				next = rows[(j+1)%len(rows)].Number
			}
			c.head(&rows[j], next, j == len(rows)-1)
		}
		at += len(block)
	}
}

// number gives rows their place in the session: "2", or "2a" and "2b" where they are done in turn.
func number(rows []Row, n int) {
	for i := range rows {
		rows[i].Number = fmt.Sprint(n)
		if len(rows) > 1 {
			rows[i].Number += string(rune('a' + i))
		}
	}
}

// group writes how exercises are done in turn: "1a, 1b: 3 rounds in turn, 2 min rest after each round."
func (c *composition) group(rows []Row, block progression.Block) string {
	names := rows[0].Number + "–" + rows[len(rows)-1].Number
	how := c.clock(block)
	if block.For() == 0 {
		rounds, _ := c.Words.Count("rounds", block.Rounds())
		how = append([]string{rounds}, how...)
	}
	if rest := block[len(block)-1]; rest.Rest > 0 && block.Every() == 0 {
		how = append(how, c.Words.Say("rest-round", "time", c.rest(rest)))
	}
	return c.Words.Label(c.Words.Figures(names)) + " " + strings.Join(how, ", ")
}

// clock writes when rounds begin, and how long they are done.
func (c *composition) clock(block progression.Block) []string {
	var how []string
	if every := block.Every(); every > 0 {
		how = append(how, c.Words.Say("round-every", "time", c.Words.Duration(every)))
	}
	if long := block.For(); long > 0 {
		how = append(how, c.Words.Say("rounds-for", "time", c.Words.Duration(long)))
	}
	return how
}

// rest writes the pause behind a target.
func (c *composition) rest(t progression.Target) string {
	if t.Row.Rest == 0 {
		return c.Words.Duration(t.Rest)
	}
	return c.Words.Rest(t.Row.RestFrom, t.Rest)
}

// head writes the head of a row; next is the number of the exercise that is done in turn with it, before or, where the row is the last of
// a round, after the rest that stands above them.
func (c *composition) head(r *Row, next string, last bool) {
	t, row := r.first, r.first.Row
	r.Name = r.Exercise.Name
	if other := c.exercise(row.Or.ID); other != nil && t.Rung == 0 {
		r.Name = c.Words.Say("either", "exercise", r.Name, "other", other.Name)
	}
	do := []string{c.prescribed(r)}
	if slices.ContainsFunc(t.Sets, func(s progression.Set) bool { return s.RM }) {
		do = append(do, c.Words.Say("rm-load"))
	}
	if row.BodyShare > 0 && t.Load.IsZero() {
		do = append(do, c.Words.BodyShare(row.BodyShare))
	}
	if tempo := c.Words.Tempo(row.Tempo); tempo != "" {
		do = append(do, c.Words.Say("tempo-is", "tempo", tempo))
	}
	if next == "" {
		do = append(do, c.clock(progression.Block{t})...)
	}
	if t.Rest > 0 && (next == "" || !last) {
		do = append(do, c.Words.Say("rest-for", "time", c.rest(t)))
	}
	if next != "" {
		do = append(do, c.Words.Say("turn-next", "name", next))
	}
	if row.RestAfter > 0 {
		do = append(do, c.Words.Say("rest-after", "time", c.Words.Duration(row.RestAfter)))
	}
	r.Do = strings.Join(do, ", ")
	if !t.Maximum.IsZero() {
		r.Maximum = c.text(phrase.New("percent-of", "weight", t.Maximum))
	}
	r.Ask = c.ask(row)
	r.Facts = c.facts(r)
	r.WarmUp = c.warmUp(t)
}

// prescribed writes what is prescribed on the rung with which the page begins. A row that asks for something else every week says it in
// the weeks alone.
func (c *composition) prescribed(r *Row) string {
	if len(r.first.Row.Weeks) > 0 {
		return c.Words.Say("sets-by-week")
	}
	return c.Words.Prescription(ofRung(r.first).With(func(part *quantity.Part) { part.RM = false }))
}

// facts are sentences about how the sets of a row are done.
func (c *composition) facts(r *Row) []string {
	var facts []string
	say := func(is bool, name string, pairs ...any) {
		if is {
			facts = append(facts, c.Words.Say(name, pairs...))
		}
	}
	say(r.first.Prescription.Unit == quantity.Seconds && r.Exercise.Measure.Facts().Unit == quantity.Repetitions, "count-sets")
	say(r.any((*Cell).shares), "share-sets")
	say(r.any(func(c *Cell) bool { return c.Loads() && !c.shares() }), "load-sets")
	return facts
}

func (r *Row) any(is func(*Cell) bool) bool {
	return slices.ContainsFunc(r.cells(), is)
}

// warmUp writes the light sets before the others.
func (c *composition) warmUp(t progression.Target) []WarmUp {
	var list []WarmUp
	for _, s := range t.WarmUp {
		set := WarmUp{Amount: c.Words.Span(quantity.Part{Low: s.Amount, High: s.Top}, t.Row.WarmUp.Unit)}
		if s.Share > 0 {
			set.Share = c.Words.Share(s.Share)
		}
		if !s.Load.IsZero() {
			set.Load, set.Other = c.both(t, s.Load)
		}
		list = append(list, set)
	}
	return list
}

// ask returns the load of a row that the runner writes down once on a page; "" where there is none.
func (c *composition) ask(row *training.Row) string {
	for _, m := range c.Programme.Plan.Maxima {
		if m.Ask && m.Exercise.ID == row.Exercise.ID {
			return c.Words.Say("ask-maximum")
		}
	}
	if row.BodyShare > 0 {
		return c.Words.BodyShare(row.BodyShare)
	}
	return ""
}

// exercise returns an exercise of the site; nil where there is none of this id.
func (t *typesetter) exercise(id string) *training.Exercise {
	if t.Exercise == nil || id == "" {
		return nil
	}
	return t.Exercise(id)
}
