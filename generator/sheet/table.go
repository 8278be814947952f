package sheet

import "strings"

// columnHeads returns the height of the heads of the columns.
func (t *typesetter) columnHeads(p *Page, g grid) float64 {
	most := 1
	for _, c := range p.Columns {
		text := t.Words.Say("week-n", "n", c.Week)
		for _, mark := range []struct {
			is   bool
			word string
		}{{c.Easy, "easy"}, {c.Taper, "taper"}, {c.Tests, "test-week"}} {
			if mark.is {
				text += " " + t.Words.Say(mark.word)
			}
		}
		most = max(most, t.font.linesIn(text, bold, g.column-cellSides))
	}
	return float64(most)*line + 2*columnPadding + border
}

// row lays out an exercise: its head, and at the side of it what is asked for in each week.
func (t *typesetter) row(r *Row, g grid, y float64) {
	height := t.rowHead(r, g, y)
	r.Beside = r.loaded() && loadWidth+float64(r.sets())*boxWidth > g.column-border
	for column, visits := range r.Cells {
		at := y + border/2
		for i := range visits {
			if i > 0 && !g.dense {
				at += border // a dashed line
			}
			at += t.cell(&visits[i], r.Beside, g, g.x(column)+border/2, at)
		}
		height = max(height, at-y+border/2)
	}
	r.Box = Box{0, y, Width, height}
	r.Head = Box{0, y, g.heads, height}
}

func (r *Row) loaded() bool {
	for _, visits := range r.Cells {
		for _, c := range visits {
			if c.Loaded {
				return true
			}
		}
	}
	return false
}

// sets returns the most sets of a visit.
func (r *Row) sets() int {
	n := 0
	for _, visits := range r.Cells {
		for _, c := range visits {
			n = max(n, len(c.Sets))
		}
	}
	return n
}

// rowHead lays out an exercise's name and what belongs to it, which run round its drawing, and returns their height.
func (t *typesetter) rowHead(r *Row, g grid, y float64) float64 {
	r.Drawing = Box{Y: y + border/2 + rowPadding, Width: drawingWidth, Height: drawingHeight}
	if g.dense {
		r.Drawing.Width, r.Drawing.Height = denseDrawingWidth, denseDrawingHeight
	}
	r.Drawing.X = g.heads - border/2 - side - r.Drawing.Width
	at, below := 0.0, r.Drawing.Height+drawingBelow
	add := func(text string, wider float64) {
		at += line * float64(t.font.lines(text, wider, func(n int) float64 {
			if at+float64(n)*line < below {
				return g.heads - headSides - r.Drawing.Width - drawingGap
			}
			return g.heads - headSides
		}))
	}
	add(r.Exercise.Name, exerciseName)
	for _, text := range t.rowTexts(r, g.dense) {
		add(text, regular)
	}
	return max(at, below) + 2*rowPadding + border
}

// rowTexts returns the paragraphs below an exercise's name; on a dense page there are two.
func (t *typesetter) rowTexts(r *Row, dense bool) []string {
	texts := append([]string{r.Do + ", " + t.Words.Say("rest-for", "time", t.Words.Duration(r.Rest)) + ".", r.Note}, r.Cues...)
	if len(r.Next) > 0 {
		texts = append(texts, t.Words.Say("then")+" "+strings.Join(r.Next, "; ")+".")
	}
	if dense {
		return []string{texts[0], strings.Join(texts[1:], " ")}
	}
	return texts
}

// cell lays out a target and its boxes from a place on, and returns how high they are.
func (t *typesetter) cell(c *Cell, beside bool, g grid, x, y float64) float64 {
	var items []item
	at, text := y+line*float64(t.font.linesIn(c.Name, regular, g.column-cellSides)), line+2*g.padding()
	if beside {
		text += line // for the load
		items = append(items, item{nil, targetWidth})
	} else {
		at, text = at+text, 0
	}
	if c.Loaded {
		items = append(items, item{&c.LoadBox, loadWidth - border})
	}
	for i := range c.Sets {
		items = append(items, item{&c.Sets[i], boxWidth - border})
	}
	at = flow(items, x, at, g.column-border, text)
	if !g.dense {
		at += t.felt(g)
	}
	c.Box = Box{x, y, g.column - border, at - y}
	return c.Box.Height
}

// felt returns the height of the words to circle.
func (t *typesetter) felt(g grid) float64 {
	felt := t.Words.Say("felt")
	return line*float64(t.font.linesIn(felt, regular, g.column-cellSides-feltSpacing*float64(strings.Count(felt, " ")))) + 2*g.padding()
}

// padding returns the room above and below the text of a cell.
func (g grid) padding() float64 {
	if g.dense {
		return densePadding
	}
	return textPadding
}

// visits lays out the row for what is written down once a visit, and returns its height.
func (t *typesetter) visits(p *Page, g grid, y float64) float64 {
	text := t.Words.Say("each-visit")
	if g.dense {
		text += " " + t.Words.Say("circle-felt")
	}
	height := line*float64(t.font.linesIn(text, regular, g.heads-headSides)) + notesHeight + 2*rowPadding + border
	for column := range p.Columns {
		visits, at := p.Columns[column].Visits, y+border/2
		for i := range visits {
			if i > 0 && !g.dense {
				at += border // a dashed line
			}
			at += t.visit(&visits[i], g, g.x(column)+border/2, at)
		}
		height = max(height, at-y+border/2)
	}
	return height
}

// visit lays out what is written down once a visit from a place on, and returns how high it is.
func (t *typesetter) visit(v *Visit, g grid, x, y float64) float64 {
	var items []item
	for i := range v.Boxes {
		items = append(items, item{&v.Boxes[i], boxWidth - border})
	}
	at := flow(items, x, y, g.column-border, 0)
	if g.dense {
		at += t.felt(g)
	}
	v.Box = Box{x, y, g.column - border, at - y}
	return v.Box.Height
}

// item is what stands in a line of boxes: a box or, where there is none, a text.
type item struct {
	box  *Box
	room float64 // its width at least, without the border that a box shares
}

// flow puts items side by side into lines of a width, and returns where the lines end. What is left of a line is shared among its items.
// The first line has a least height.
func flow(items []item, x, y, width, first float64) (bottom float64) {
	for len(items) > 0 {
		n, left := 0, width
		for n < len(items) && (n == 0 || items[n].room <= left) {
			left -= items[n].room
			n++
		}
		at := x
		for _, it := range items[:n] {
			room := it.room + left/float64(n)
			if it.box != nil {
				*it.box = Box{at - border/2, y - border/2, room + border, boxHeight}
			}
			at += room
		}
		y += max(boxHeight-border, first)
		items, first = items[n:], 0
	}
	return y
}
