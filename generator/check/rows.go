package check

import (
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// rows holds the rows and the maxima of a plan against the exercises that they name.
func (c *checker) rows(p *training.Plan) {
	for _, m := range p.Maxima {
		if c.exists("exercise", m.Exercise) {
			c.maximum(p, m)
		}
	}
	for row := range p.Rows() {
		found, other := c.exists("exercise", row.Exercise), c.exists("exercise", row.Or)
		e := c.site.Exercise(row.Exercise.ID)
		if !found || e == nil {
			continue
		}
		c.problems.Add(training.Fit(row, e.Exercise)...)
		if other {
			c.alternative(row, e)
		}
	}
}

// maximum reports a maximum that no percentage can be taken of, or none is.
func (c *checker) maximum(p *training.Plan, m training.Maximum) {
	e := c.site.Exercise(m.Exercise.ID)
	switch {
	case e == nil:
	case e.LoadedWith().Facts().Weighs != training.Yes:
		c.add(diag.Errorf(m.Exercise.Pos, "max-without-weight", "%s is not done with a weight, so that there are no percentages of it.", e.InSentence()).
			WithHint("Take it out of max."))
	case !takesPercent(p, m.Exercise.ID):
		c.add(diag.Warningf(m.Exercise.Pos, "nothing-for-it", "no set of %s is done with a percentage, which is what max is for.", e.InSentence()).
			WithHint(`Write one, do = "3 x 5 at 75 %%", or take it out of max.`))
	}
}

// takesPercent reports whether some sets of an exercise in a plan are done with a percentage.
func takesPercent(p *training.Plan, exercise string) bool {
	for row := range p.Rows() {
		if row.Exercise.ID == exercise && row.TakesPercent() {
			return true
		}
	}
	return false
}

// alternative reports an exercise that cannot be done instead of another, since it is counted otherwise.
func (c *checker) alternative(row *training.Row, e *site.Exercise) {
	or := c.site.Exercise(row.Or.ID)
	if or == nil || or.Measure.Facts().Unit == e.Measure.Facts().Unit {
		return
	}
	c.add(diag.Errorf(row.Or.Pos, "or-measure", "%s is %s, but %s is %s: the same sets cannot be done of both.",
		or.InSentence(), or.Measure.Facts().Counted, e.InSentence(), e.Measure.Facts().Counted).
		WithHint("Name an exercise that is %s.", e.Measure.Facts().Counted))
}
