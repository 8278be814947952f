package sheet

// target lays out a target and its boxes from a place on, and returns how high they are.
func (t *typesetter) target(c *Cell, beside bool, g grid, x, y float64) float64 {
	if c.Line = 0; g.dayLines && c.perDay > 1 {
		c.Line = c.perDay
	}
	var items []item
	at, text := y+line*float64(t.font.linesIn(c.Name, regular, g.column-cellSides)), 0.0
	switch said := c.Goal != "" || c.Load != ""; {
	case said && beside && c.Loaded:
		text = 2 * g.padding()
		for _, t := range []string{c.Goal, c.Load} { // below each other
			if t != "" {
				text += line
			}
		}
		items = append(items, item{room: targetWidth})
	case said:
		at += line*float64(max(t.font.linesIn(c.goalText(), goal, g.column-cellSides), 1)) + 2*g.padding()
	}
	if c.Loaded {
		items = append(items, item{box: &c.LoadBox, room: loadWidth - border})
	}
	for i := range c.Sets {
		items = append(items, t.set(c, &c.Sets[i], g))
	}
	at = flow(items, x, at, g.column-border, text)
	if c.Felt = !g.dense; c.Felt {
		at += t.felt(g)
	}
	c.Box = Box{x, y, g.column - border, at - y}
	return c.Box.Height
}

// goalText returns the line of the target as wide as it is.
func (c *Cell) goalText() string {
	if c.Goal == "" || c.Load == "" {
		return c.Goal + c.Load
	}
	return c.Goal + " · " + c.Load
}

// set returns the box of a set, with what stands above it.
func (t *typesetter) set(c *Cell, s *Set, g grid) item {
	it := item{box: &s.Box, room: c.setWidth() - border}
	if c.Line > 0 {
		it.room = (g.column-border)/float64(c.Line) - border
	}
	if !c.Each {
		return it
	}
	caption := line + 2*g.padding()
	it.above, it.low = caption, true
	if c.Loads() {
		it.above += caption
	}
	if c.shares() {
		it.load, it.loadAt = &s.LoadBox, caption
		it.above += boxHeight - border
	}
	return it
}

// item is what stands in a line of boxes: a box or, where there is none, a text.
type item struct {
	box    *Box
	room   float64 // its width at least, without the border that a box shares
	above  float64 // the height of what stands above it
	low    bool    // it stands at the foot of its line
	load   *Box    // a box among what stands above it; nil: there is none
	loadAt float64 // below the upper edge
}

// flow puts items side by side into lines of a width, and returns where the lines end. What is left of a line is shared among its items.
// The first line has a least height.
func flow(items []item, x, y, width, first float64) (bottom float64) {
	for len(items) > 0 {
		n, left := 0, width
		height, low := first, false
		for n < len(items) && (n == 0 || items[n].room <= left) {
			left -= items[n].room
			height = max(height, items[n].above+boxHeight-border)
			low = low || items[n].low
			n++
		}
		at := x
		for _, it := range items[:n] {
			it.place(at, y, it.room+left/float64(n), height, low)
			at += it.room + left/float64(n)
		}
		y += height
		items, first = items[n:], 0
	}
	return y
}

// place puts an item into its line, from x and y on.
func (it item) place(x, y, room, height float64, low bool) {
	if low {
		y += height - it.above - (boxHeight - border)
	}
	if it.load != nil {
		*it.load = Box{x - border/2, y + it.loadAt - border/2, room + border, boxHeight}
	}
	if it.box != nil {
		*it.box = Box{x - border/2, y + it.above - border/2, room + border, boxHeight}
	}
}
