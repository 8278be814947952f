package sheet

import "strings"

// columnHeads returns the height of the heads of the columns.
func (t *typesetter) columnHeads(p *Page, g grid) float64 {
	most := 1
	if p.Tally {
		most = t.font.linesIn(t.Words.Say("exercise")+" nn"+t.Words.Say("line-a-day")+" "+t.Words.Say("box-a-visit"), bold, g.heads-cellSides)
	}
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
	if r.Group != "" {
		r.GroupBox = Box{0, y, Width, line*float64(t.font.linesIn(r.Group, bold, Width-cellSides)) + 2*rowPadding + border}
		y += r.GroupBox.Height
	}
	height := t.rowHead(r, g, y)
	r.Beside = r.loaded() && r.widest() > g.column-border && t.fitsBeside(r, g)
	for column, visits := range r.Cells {
		at := y + border/2
		for i := range visits {
			if i > 0 && !g.dense {
				at += border // a dashed line
			}
			at += t.target(&visits[i], r.Beside, g, g.x(column)+border/2, at)
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

// widest returns how wide the boxes of a visit are at most, that of the load among them.
func (r *Row) widest() float64 {
	most := 0.0
	for _, visits := range r.Cells {
		for i := range visits {
			most = max(most, loadWidth+float64(len(visits[i].Sets))*visits[i].setWidth())
		}
	}
	return most
}

// setWidth returns how wide the box of a set is at least.
func (c *Cell) setWidth() float64 {
	if c.Wide {
		return wideWidth
	}
	return boxWidth
}

// fitsBeside reports whether each target has room beside the box of its load, on two lines.
func (t *typesetter) fitsBeside(r *Row, g grid) bool {
	for _, visits := range r.Cells {
		for i := range visits {
			c, n := &visits[i], 2
			left := g.column - border - targetWidth - (loadWidth - border)
			for n < 2+len(c.Sets) && left >= c.setWidth()-border {
				n, left = n+1, left-(c.setWidth()-border)
			}
			if max(t.font.width(c.Goal), t.font.width(c.Load))*goal > targetWidth+left/float64(n)-2*side {
				return false
			}
		}
	}
	return true
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
	add(strings.TrimSpace(r.Number+" "+r.Name), exerciseName)
	for _, text := range t.rowTexts(r, g.dense) {
		add(text, regular)
	}
	return max(at, below) + 2*rowPadding + border
}

// rowTexts returns the paragraphs below an exercise's name; on a dense page there are two.
func (t *typesetter) rowTexts(r *Row, dense bool) []string {
	texts := []string{r.Do + ".", t.font.wider(r.Maximum.Text, r.Maximum.Other), t.warmUpText(r)}
	texts = append(texts, r.Facts...)
	texts = append(texts, r.Note)
	texts = append(texts, r.Cues...)
	if len(r.Next) > 0 {
		texts = append(texts, t.Words.Say("then")+" "+strings.Join(r.Next, "; ")+".")
	}
	if dense {
		return []string{texts[0], strings.Join(texts[1:], " ")}
	}
	return texts
}

// warmUpText returns the line of light sets as wide as it is at most, in either unit.
func (t *typesetter) warmUpText(r *Row) string {
	var sets []string
	for _, s := range r.WarmUp {
		load := s.Load
		if t.font.width(s.Other) > t.font.width(load) {
			load = s.Other
		}
		if load != "" && s.Share != "" {
			load += " (" + s.Share + ")"
		} else if load == "" {
			load = s.Share
		}
		sets = append(sets, s.Amount+" × "+load)
	}
	if len(sets) == 0 {
		return ""
	}
	return t.Words.Say("warm-up") + " " + strings.Join(sets, ", ") + "."
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
	switch {
	case g.tally:
		text = t.Words.Say("each-day")
	case g.dense:
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
		items = append(items, item{box: &v.Boxes[i], room: boxWidth - border})
	}
	at := flow(items, x, y, g.column-border, 0)
	if g.dense && !g.tally {
		at += t.felt(g)
	}
	v.Box = Box{x, y, g.column - border, at - y}
	return v.Box.Height
}
