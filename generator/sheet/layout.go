package sheet

import "strings"

// layOut gives each part of a page its box where the boxes to write sets in are so high, and returns how high the page is.
func (t *typesetter) layOut(p *Page, high float64) float64 {
	g, parts := p.grid(), &p.Parts
	t.header(p)
	y := parts.Header.Height + headBelow
	y += t.columnHeads(p, g, y)
	for i := range p.Rows {
		y = t.row(&p.Rows[i], g, y, high)
	}
	y += t.logRows(p, g, y)
	t.foot(p, y)
	return parts.Footer.Y + parts.Footer.Height
}

// header lays out the head: the letter of the session, the plan, who it is for, and the code.
func (t *typesetter) header(p *Page) {
	parts, f := &p.Parts, t.fonts
	left, right, least := letterSide+headGap, Width, letterSide
	if t.Code {
		right, least = Width-codePlace, headHeight
		parts.Code = Box{Width - codeSide, 0, codeSide, codeSide}
	}
	room := right - whoWidth - headGap - left
	title := titleLine
	p.LongTitle = f.bold.lines(t.Title, titlePoints, room, 0) > 1
	if p.LongTitle {
		title = longTitleLine * float64(f.bold.lines(t.Title, longTitlePoints, room, 0))
	}
	texts := []string{t.factsText(p)}
	if plan := t.Programme.Plan; plan.WarmUp != "" {
		texts = append(texts, t.Words.Say("warm-up")+" "+plan.WarmUp)
	}
	for _, text := range texts {
		title += textLine * float64(f.regular.lines(text, textPoints, room, 0))
	}
	parts.Title = Box{left, 0, room, title}
	parts.Who = Box{right - whoWidth, 0, whoWidth, writeHeight + t.who()}
	parts.Header = Box{0, 0, Width, max(least, title, parts.Who.Height)}
}

// who returns the height of what stands below the name of the runner: who is behind the sheet.
func (t *typesetter) who() float64 {
	high, room := 0.0, whoWidth
	if t.Logo {
		high, room = whoAbove+logoSide, room-logoSide-logoGap
	}
	text := whoAbove
	for _, line := range t.Who {
		text += smallLine * float64(t.whoLines(line, room))
	}
	if len(t.Who) > 0 {
		high = max(high, text)
	}
	return high
}

// whoLines returns how many lines the parts of a line about the coach take: one, or each its own.
func (t *typesetter) whoLines(parts []string, room float64) int {
	n := t.fonts.bold.lines(strings.Join(parts, " "), smallPoints, room, 0)
	if n < 2 || len(parts) < 2 {
		return n
	}
	n = 0
	for _, part := range parts {
		n += t.fonts.bold.lines(part, smallPoints, room, 0)
	}
	return n
}

// factsText returns the line below the title about as wide as it is.
func (t *typesetter) factsText(p *Page) string {
	facts := []string{t.Kind, t.Programme.Runner.Name, p.Phase, t.Words.Say("weeks-from-to", "from", p.First, "to", p.Last)}
	if p.Optional {
		facts = append(facts, t.Words.Say("optional"))
	}
	return strings.Join(append(facts, p.Days, t.Words.Say("minutes", "n", "25–35")), " · ")
}

// columnHeads lays out the heads of the columns, and returns how high they are.
func (t *typesetter) columnHeads(p *Page, g grid, y float64) float64 {
	lines := 1
	for i := range p.Columns {
		t.dateLine(&p.Columns[i], g, p.ByVisit)
		lines = max(lines, t.headLines(&p.Columns[i], g))
	}
	high := bar + 2*weeksPadding + weekLine*float64(lines)
	p.Parts.Weeks = Box{0, y, Width, high}
	for i := range p.Columns {
		p.Columns[i].Box = Box{g.x(i), y + bar + weeksPadding, g.column, high - bar - 2*weeksPadding}
	}
	return high
}

// headParts returns how wide the parts of the head of a column are.
func (t *typesetter) headParts(c *Column) []float64 {
	parts := []float64{t.fonts.bold.width(t.Words.Say("week-n", "n", c.Week), namePoints)}
	for _, text := range []string{c.Day, c.Date} {
		if text != "" {
			parts = append(parts, t.fonts.regular.width(text, textPoints))
		}
	}
	for _, mark := range c.Marks {
		const frame = 2.4 // around a mark
		parts = append(parts, frame+t.fonts.bold.width(mark, smallPoints))
	}
	return parts
}

// dateLine gives the head of a column without a date a line to write it on, where there is room. Before the first day of a week stands a
// word, if that has room as well.
func (t *typesetter) dateLine(c *Column, g grid, byVisit bool) {
	if c.Date != "" {
		return
	}
	room := g.column
	for _, w := range t.headParts(c) {
		room -= w + weekMarkGap
	}
	c.Line = room >= dateRoom
	c.From = !byVisit && room >= dateRoom+t.fonts.regular.width(t.Words.Say("week-from"), textPoints)
}

// headLines returns how many lines the head of a column takes: its parts stand side by side as far as they fit.
func (t *typesetter) headLines(c *Column, g grid) int {
	lines, at := 1, 0.0
	for i, w := range t.headParts(c) {
		if i > 0 && at+weekMarkGap+w > g.column {
			lines, at = lines+1, 0
		}
		at += weekMarkGap + w
	}
	return lines
}

// row lays out an exercise from a place on, and returns where it ends.
func (t *typesetter) row(r *Row, g grid, y, high float64) float64 {
	if r.Group != "" {
		r.GroupBox = Box{0, y, Width, pen + groupPadding + textLine*float64(t.fonts.bold.lines(r.Group, textPoints, Width, 0))}
		y += r.GroupBox.Height
	}
	t.title(r, g, y)
	top := y + r.Title.Height
	visit := r.fixed(g) + r.captions()*float64(r.band.rows) + float64(r.band.boxes)*high + g.apart()
	r.Visits = Box{rail + gutter, top, Width - rail - gutter, visit * float64(r.band.lines)}
	r.Drawing = Box{0, top, drawingWidth, min(r.Visits.Height, drawingHeight)}
	r.Drawing.Y += (r.Visits.Height - r.Drawing.Height) / 2
	for line := range r.Lines {
		for column := range r.Lines[line] {
			c := &r.Lines[line][column]
			c.Box = Box{g.x(column), top + float64(line)*visit, g.column, visit - g.apart()}
			t.place(r, c, g, high)
		}
	}
	r.Box = Box{0, y, Width, r.Title.Height + r.Visits.Height}
	return y + r.Box.Height
}

// captions returns the height of what stands above each line of boxes, where sets differ.
func (r *Row) captions() float64 { return captionLine * float64(r.band.captions) }

// fixed returns the height of what stands above all boxes of a visit.
func (r *Row) fixed(g grid) float64 {
	high := smallLine * float64(r.band.names)
	if r.band.texts > 0 {
		high += strip + targetLine*float64(r.band.texts-1)
	}
	return high
}

// place gives each box of a target its place. Boxes share their borders.
func (t *typesetter) place(r *Row, c *Cell, g grid, high float64) {
	if c.exercise == nil {
		return
	}
	above := r.captions()
	y := c.Box.Y + r.fixed(g)
	side := g.side(c)
	module, each := (g.column-pen)/float64(side), above+high*float64(r.band.boxes/max(r.band.rows, 1))
	at := 0
	put := func(b *Box, down float64) {
		*b = Box{c.Box.X + float64(at%side)*module, y + float64(at/side)*each + down, module + pen, high}
	}
	if c.Loaded {
		put(&c.LoadBox, above)
		if at++; r.Tall || c.Line > 0 {
			at = side
		}
		if c.Line > 0 {
			c.LoadBox.Width = g.column
		}
	}
	shares := c.shares()
	for i := range c.Sets {
		if shares {
			put(&c.Sets[i].LoadBox, captionLine)
			put(&c.Sets[i].Box, above+high)
		} else {
			put(&c.Sets[i].Box, above)
		}
		at++
	}
}

// daysOnLine is how many days of a week stand side by side where each has its pain.
const daysOnLine = 3

// logRows lays out what is written down once a visit, and returns how high it is.
func (t *typesetter) logRows(p *Page, g grid, y float64) float64 {
	top, line := y+bar+logPadding, logHeight+g.apart()
	for i := range p.Logs {
		for column := range p.Logs[i] {
			log := &p.Logs[i][column]
			days := lines(len(log.Days), daysOnLine)
			line = max(line, logHeight*float64(days))
		}
	}
	for i := range p.Logs {
		for column := range p.Logs[i] {
			p.Logs[i][column].Box = Box{g.x(column), top + float64(i)*line, g.column, line - g.apart()}
		}
	}
	p.Parts.Log = Box{0, y, Width, bar + 2*logPadding + line*float64(max(len(p.Logs), 1))}
	return p.Parts.Log.Height
}

// foot lays out what stands at the foot: what to do next time, when to stop, and where all this comes from.
func (t *typesetter) foot(p *Page, y float64) {
	points, line := smallPoints, smallLine
	if p.Roomy {
		points, line = textPoints, roomyRuleLine
	}
	high := bar + rulesPadding + line*float64(t.split(p, points))
	if len(p.Weights) > 0 {
		high += stockPadding + smallLine*float64(t.fonts.regular.lines(t.stockText(p.Weights), smallPoints, Width, 0))
	}
	p.Parts.Rules = Box{0, y, Width, high}
	foot := footHeight + smallLine*float64(t.fonts.regular.lines(t.footText(), smallPoints, Width, 0)-1)
	p.Parts.Footer = Box{0, max(y+high, p.foot(foot)), Width, foot}
	p.Parts.Lines = Box{0, y, Width, 0}
	if spare := p.Parts.Footer.Y - y - high; p.Ruled > 0 {
		p.Parts.Lines.Height = spare
		p.Parts.Rules.Y += spare
	}
}

// split divides the foot of a page so that its two columns take the fewest lines, and returns how many.
func (t *typesetter) split(p *Page, points float64) int {
	left, right := t.ruleTexts(p)
	least := 0
	for n, share := range [...]float64{rulesShare0, rulesShare1, rulesShare2, rulesShare3, rulesShare4, rulesShare5, rulesShare6} {
		room := Width - rulesGap
		lines := max(t.fonts.mixed(left, points, room*share), t.fonts.mixed(right, points, room*(1-share)))
		if n == 0 || lines < least {
			least, p.Split = lines, n
		}
	}
	return least
}

// foot returns where a foot begins that stands at the lower edge of a page whose boxes are as high as they get.
func (p *Page) foot(high float64) float64 {
	if p.Ruled > 0 {
		return Height - high
	}
	return 0
}
