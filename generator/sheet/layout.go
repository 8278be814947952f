package sheet

import "strings"

// The room that text has, in millimetres.
const (
	line      = linePoints * point // from line to line
	spare     = 0.2                // of each line in the table, for rounding to pixels
	cellSides = 2*side + border + spare
	headSides = rowStart + side + border + spare
)

// grid are the columns of a page: the heads of the rows, and the weeks.
type grid struct {
	heads, column float64 // widths
	dense, tally  bool
	dayLines      bool
}

func (p *Page) grid() grid {
	column := [...]float64{column1, column2, column3, column4}[len(p.Columns)-1]
	return grid{Width - column*float64(len(p.Columns)), column, p.Dense, p.Tally, p.DayLines}
}

// x returns where a column begins.
func (g grid) x(column int) float64 { return g.heads + float64(column)*g.column }

// layOut gives each part of a page its box, and returns how high the page is.
func (t *typesetter) layOut(p *Page) float64 {
	g, parts := p.grid(), &p.Parts
	t.header(p)
	parts.Table = Box{Y: parts.Header.Height + headerBelow, Width: Width}
	y := parts.Table.Y + border/2
	parts.Heads = Box{0, y, Width, t.columnHeads(p, g)}
	y += parts.Heads.Height
	for i := range p.Rows {
		t.row(&p.Rows[i], g, y)
		y = p.Rows[i].Box.Y + p.Rows[i].Box.Height
	}
	parts.Visits = Box{0, y, Width, t.visits(p, g, y)}
	y += parts.Visits.Height + border/2
	parts.Table.Height = y - parts.Table.Y
	for i := range p.Columns {
		p.Columns[i].Box = Box{g.x(i), parts.Table.Y, g.column, parts.Table.Height}
	}
	t.foot(p, y+tableBelow)
	return parts.Footer.Y + parts.Footer.Height
}

// header lays out what stands above the table, with the QR code at its side.
func (t *typesetter) header(p *Page) {
	parts, room := &p.Parts, Width
	if t.CodeSide > 0 {
		parts.Code = Box{Width - t.CodeSide, 0, t.CodeSide, t.CodeSide}
		room -= t.CodeSide + codeGap
	}
	heading := t.Title + " · " + t.Words.Say("session", "name", p.Session)
	if p.Optional {
		heading += " · " + t.Words.Say("optional")
	}
	if w := t.font.width(heading) * pageTitle; w+titleGap+writeWidth <= room {
		parts.Title = Box{0, 0, w, writeHeight}
		parts.Write = Box{w + titleGap, 0, room - w - titleGap, writeHeight}
	} else {
		parts.Title = Box{0, 0, room, titleAbove + titleLine*float64(t.font.linesIn(heading, pageTitle, room))}
		parts.Write = Box{0, parts.Title.Height + paragraphBelow, room, writeHeight}
	}
	y := parts.Write.Y + writeHeight + 2*paragraphBelow // below the lines to write on, and below them with the title
	for i := range p.Asks {
		p.Asks[i].Box = Box{0, y, room, writeHeight}
		y += writeHeight + paragraphBelow
	}
	for _, text := range t.headerTexts(p) {
		y += paragraphBelow + line*float64(t.font.lines(text, regular, func(n int) float64 {
			if y+float64(n)*line < t.CodeSide {
				return room
			}
			return Width
		}))
	}
	parts.Header = Box{0, 0, Width, max(y, t.CodeSide)}
}

// headerTexts returns the paragraphs below the title.
func (t *typesetter) headerTexts(p *Page) []string {
	plan := t.Programme.Plan
	first := t.Programme.Runner.Name
	if t.Kind != "" {
		first = t.Kind + " · " + first
	}
	texts := []string{strings.Join([]string{first, p.Phase, t.Words.Say("weeks-from-to", "from", p.First, "to", p.Last), p.Days, t.Words.Say("minutes", "n", "25–35")}, " · ")}
	if plan.WarmUp != "" {
		texts = append(texts, t.Words.Say("warm-up")+" "+plan.WarmUp)
	}
	if len(p.Weights) > 0 {
		texts = append(texts, t.stockText(p.Weights))
	}
	return texts
}

// stockText returns the line of weights about as wide as it is: the numbers stand apart by about a letter.
func (t *typesetter) stockText(weights []Weights) string {
	text := t.Words.Say("circle-weights")
	for _, w := range weights {
		text += " nn" + t.Words.Say("equipment-"+w.Equipment) + w.Exercise + " " + strings.ReplaceAll(w.Loads, " ", "s ")
	}
	return text
}

// foot lays out what stands below the table: what to do next time, when to stop, and where all this comes from.
func (t *typesetter) foot(p *Page, y float64) {
	add := func(text string, wider float64) {
		y += line*float64(t.font.linesIn(text, wider, Width)) + paragraphBelow
	}
	top := y
	for _, r := range t.ruleTexts(p) {
		add(r.Names+r.Text, regular+(bold-regular)*t.font.width(r.Names)/t.font.width(r.Names+r.Text))
	}
	p.Parts.Rules = Box{0, top, Width, y - paragraphBelow - top}
	top = y
	add(strings.Join([]string{t.Address, t.contentDate(), t.License, t.Words.Say("not-medical-advice") + " " + t.Words.Say("sheet-of", "n", 9, "of", 9)}, " · "), regular)
	p.Parts.Footer = Box{0, top, Width, y - paragraphBelow - top}
}

func (t *typesetter) contentDate() string {
	updated := t.Programme.Plan.Updated
	if updated.IsZero() {
		return ""
	}
	date, _ := t.Words.Date(updated)
	return t.Words.Say("content-of", "date", date)
}

// ruleTexts returns the paragraphs that say what to do next time and when to stop, with the names in bold; on a dense page it is one.
func (t *typesetter) ruleTexts(p *Page) []Rule {
	var list []Rule
	for _, r := range p.Rules {
		list = append(list, Rule{Names: r.Names + ": ", Text: t.font.wider(r.Text, r.Other) + " "})
	}
	list = append(list, Rule{Names: t.Words.Sentences(t.Programme.Stop) + " " + t.Words.Say("new-pain") + " ", Text: t.Pain})
	if !p.Dense {
		return list
	}
	var all Rule
	for _, r := range list {
		all.Names += r.Names
		all.Text += r.Text
	}
	return []Rule{all}
}
