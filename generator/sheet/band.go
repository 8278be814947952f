package sheet

import (
	"fmt"
	"strings"
)

// grid are the measures that all exercises of a page share.
type grid struct {
	columns int
	column  float64 // width of a column
	modules int     // boxes side by side in it
	module  float64 // width of one, without the border that it shares
	roomy   bool
	tight   bool
	day     bool // days stand in lines of their own
}

func (p *Page) grid() grid {
	n := len(p.Columns)
	g := grid{columns: n, modules: modules(n), roomy: p.Roomy, tight: p.Tight, day: p.DayLines}
	g.column = (Width-rail)/float64(n) - gutter
	g.module = (g.column - pen) / float64(g.modules)
	return g
}

// modules returns how many boxes stand side by side in one of n columns: as many as are 12 mm wide.
func modules(n int) int { return [...]int{1: 12, 2: 6, 3: 4, 4: 3}[n] }

// x returns where a column begins.
func (g grid) x(column int) float64 { return rail + gutter + float64(column)*(g.column+gutter) }

// apart returns the white below a visit.
func (g grid) apart() float64 {
	switch {
	case g.tight:
		return tightApart
	case g.roomy:
		return roomyApart
	}
	return apart
}

// name returns the type of the name of an exercise: its points, and from line to line.
func (g grid) name() (points, line float64) {
	if g.roomy {
		return roomyNamePoints, roomyNameLine
	}
	return namePoints, nameLine
}

// text returns the type of what stands beside and below the name.
func (g grid) text() (points, line float64) {
	if g.roomy {
		return roomyTextPoints, roomyTextLine
	}
	return textPoints, textLine
}

// padding returns the white above the name of an exercise.
func (g grid) padding() float64 {
	switch {
	case g.tight:
		return titlePadding / 3
	case g.roomy:
		return roomyPadding
	}
	return titlePadding
}

// band says of what the visits of an exercise are made: all of them of the same, so that the boxes of all weeks stand on one line.
type band struct {
	lines    int // of visits
	texts    int // lines of a target
	names    int // lines with the name of another exercise
	captions int // lines above the boxes of sets that differ
	rows     int // lines of boxes side by side
	boxes    int // the same, a box above another one counted twice
}

// Shape returns the classes that say so.
func (r *Row) Shape() string {
	b := r.band
	list := []string{count("v", b.lines), count("t", b.texts), count("n", b.names), count("c", b.captions), count("r", b.rows), count("b", b.boxes)}
	if r.Tall {
		list = append(list, "tall")
	}
	if r.Plain() {
		list = append(list, "loaded")
	}
	return strings.Join(strings.Fields(strings.Join(list, " ")), " ")
}

// count returns the class of a number, nothing where that is 0.
func count(what string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(what, "-", n)
}

// measure finds out what an exercise needs on a page, whatever a runner's walk brings: with the widest load, the longest name and the most
// sets that its machine has.
func (t *typesetter) measure(r *Row, g grid) {
	reach := t.reachOf(r)
	b := band{lines: len(r.Lines)}
	cells := r.cells()
	after, plain := t.namesFitBehind(cells, g, reach), r.Plain()
	for _, c := range cells {
		c.After, c.Plain = after, plain
		c.Wide = c.caption > g.module-2*pen
		if c.Line = 0; g.day && c.perDay > 1 {
			c.Line = c.perDay
		}
	}
	r.Tall = t.tall(r, g, reach)
	for _, c := range cells {
		n, side := c.most(reach), g.side(c)
		rows := lines(n, side)
		if r.Tall || c.Line > 0 && c.Loaded {
			rows = 1 + lines(n-1, side)
		}
		b.rows = max(b.rows, rows)
		if c.Each {
			b.captions = max(b.captions, 1)
		}
		if c.Loads() {
			b.captions = max(b.captions, 2)
		}
		if c.shares() {
			b.boxes = 2
		}
		if !r.Tall {
			b.texts = max(b.texts, t.goalLines(c, g, reach))
		}
		if !r.Tall && !after {
			b.names = max(b.names, t.nameLines(c, g, reach))
		}
	}
	b.boxes = max(b.boxes, 1) * b.rows
	r.band = b
}

// Plain reports whether all cells of a row begin with a box for a load in the unit of the page.
func (r *Row) Plain() bool {
	return !r.any(func(c *Cell) bool { return !c.Loaded || c.Each || c.Level || c.Unit != "" || c.perDay > 0 })
}

// namesFitBehind reports whether the names of other exercises have room behind every target.
func (t *typesetter) namesFitBehind(cells []*Cell, g grid, reach reach) bool {
	f := t.fonts.regular
	for _, c := range cells {
		room := g.column - c.dayRoom() - afterGap
		for _, r := range t.comes(c, reach) {
			if c.Each || f.width(r.text(), targetPoints)+f.width(r.name, smallPoints) > room {
				return false
			}
		}
	}
	return true
}

// cells returns the targets of a row.
func (r *Row) cells() []*Cell {
	var list []*Cell
	for _, line := range r.Lines {
		for i := range line {
			if line[i].exercise != nil {
				list = append(list, &line[i])
			}
		}
	}
	return list
}

// side returns how many boxes of a target stand side by side.
func (g grid) side(c *Cell) int {
	switch {
	case c.Line > 0:
		return c.Line
	case c.Wide:
		return g.modules * 2 / 3
	}
	return g.modules
}

// most returns how many boxes a target may come to have on a line of visits, that of the load among them.
func (c *Cell) most(reach reach) int {
	n := len(c.Sets)
	if c.perDay == 0 {
		n = max(n, reach.sets)
	}
	if c.Loaded {
		n++
	}
	return n
}

// tall reports whether the box of the load stands above those of the sets: where they are too many for one line, take no more lines then,
// and the targets have room beside it.
func (t *typesetter) tall(r *Row, g grid, reach reach) bool {
	most := 0
	for _, c := range r.cells() {
		if !c.Loaded || c.Each || c.perDay > 0 {
			return false
		}
		most = max(most, c.most(reach))
		room := float64(g.modules-1)*g.module - besideGap - c.dayRoom()
		for _, r := range t.comes(c, reach) {
			if r.name != "" || max(t.fonts.regular.width(r.goal, targetPoints), t.fonts.regular.width(r.load, targetPoints)) > room {
				return false
			}
		}
	}
	return most > g.modules && 1+lines(most-1, g.modules) <= lines(most, g.modules)
}

// lines returns how many lines n boxes take of which so many stand side by side.
func lines(n, side int) int { return (n + side - 1) / side }

// dayRoom returns how wide the day of a target is.
func (c *Cell) dayRoom() float64 {
	if c.Day == "" {
		return 0
	}
	return dayWidth
}

// text returns a target on one line.
func (r rung) text() string { return strings.Trim(r.goal+" · "+r.load, " ·") }

// comes returns what a target may come to be: what it is, and as wide as it gets on each rung. What stands elsewhere is left out.
func (t *typesetter) comes(c *Cell, reach reach) []rung {
	wider := t.fonts.regular.wider
	list := []rung{{c.Name, c.Goal, wider(c.Load, c.Other)}}
	for _, r := range reach.rungs {
		if c.Goal == "" {
			r.goal = ""
		}
		if c.Load == "" {
			r.load = ""
		}
		list = append(list, r)
	}
	return list
}

// goalLines returns how many lines a target takes.
func (t *typesetter) goalLines(c *Cell, g grid, reach reach) int {
	n := 0
	for _, r := range t.comes(c, reach) {
		if text := r.text(); text != "" {
			n = max(n, t.fonts.regular.lines(text, targetPoints, g.column-c.dayRoom(), 0))
		}
	}
	if c.Day != "" {
		n = max(n, 1)
	}
	return n
}

// nameLines returns how many lines the names of other exercises take above a target.
func (t *typesetter) nameLines(c *Cell, g grid, reach reach) int {
	n := 0
	for _, r := range t.comes(c, reach) {
		n = max(n, t.fonts.regular.lines(r.name, smallPoints, g.column, 0))
	}
	return n
}

// reach is how far the machine of an exercise may go: the most sets, and each rung.
type reach struct {
	sets  int
	rungs []rung
}

// rung is an exercise of a ladder, with the widest target and load that it may come to have. Without a ladder it has no name.
type rung struct{ name, goal, load string }
