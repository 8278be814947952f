package render

import (
	"math"
	"strings"

	"github.com/legpress/legpress/generator/render/qrcode"
)

// The measures of a sheet in millimetres; assets/sheet.css has the same ones. A4 and Letter share a box of 186 × 255 mm inside
// margins of 12 mm.
const (
	sheetWidth   = 186.0
	sheetHeight  = 255.0
	weeksOnSheet = 4

	boxWidth  = 9.2  // of a set, with its border
	boxHeight = 8.0  // from line to line
	loadWidth = 12.0 // of the box of a load: room for the unit
	line      = 3.97 // of text
	border    = 0.3
	slack     = 1.0 // for rounding to pixels, and for what is not estimated well
)

// weekWidth returns the width of a column: fewer weeks are wider.
func weekWidth(weeks int) float64 { return [...]float64{62, 46, 40, 31}[weeks-1] }

// drawingRoom is the room that a drawing takes in the corner of a row's head, with its margins.
func drawingRoom(dense bool) (width, height float64) {
	if dense {
		return 21, 14
	}
	return 27, 21
}

// fitter lays out sheets so that each stands on one page, where that is possible.
type fitter struct {
	*typeset
	view *View
	code float64 // the height of the QR code; 0 where there is none
}

func newFitter(v *View) (*fitter, error) {
	f := &fitter{typeset: newTypeset(), view: v}
	if !v.Settings.Reachable() {
		return f, nil
	}
	c, err := qrcode.New(absolute(v.Settings, v.Page.Programme.URL))
	f.code = c.Millimetres()
	return f, err
}

// fit lays out a sheet and reports whether it stands on one page: with a mark for each visit of each exercise and all cues, or
// else dense, with one mark for the visit and that many cues.
func (f *fitter) fit(s *Sheet, denseCues int) bool {
	for _, cues := range []int{allCues, denseCues} {
		s.layOut(cues)
		if f.height(s) <= sheetHeight-slack {
			return true
		}
	}
	return false
}

// word returns a fixed word. That there is none is reported where the layout asks for it.
func (f *fitter) word(key string, pairs ...any) string {
	text, _ := f.view.renderer.theme.words.Fill(key, pairs...)
	return text
}

// allCues is how many cues stand on a sheet that has room for them.
const allCues = math.MaxInt

func (s *Sheet) layOut(cues int) {
	s.Dense = cues < allCues
	width := weekWidth(len(s.Columns)) - border
	for i := range s.Rows {
		r := &s.Rows[i]
		r.Beside = r.loaded() && loadWidth+float64(r.sets())*boxWidth > width
		r.Cues = r.Cues[:min(len(r.Cues), cues)]
	}
}

func (r *SheetRow) loaded() bool {
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
func (r *SheetRow) sets() int {
	n := 0
	for _, visits := range r.Cells {
		for _, c := range visits {
			n = max(n, len(c.Sets))
		}
	}
	return n
}

// height returns how high a sheet will be, in millimetres.
func (f *fitter) height(s *Sheet) float64 {
	width := weekWidth(len(s.Columns))
	head := sheetWidth - width*float64(len(s.Columns))
	h := f.headerHeight(s) + f.columnHeads(s, width)
	for i := range s.Rows {
		h += max(f.cellsHeight(&s.Rows[i], s.Dense, width), f.rowHeadHeight(&s.Rows[i], s.Dense, head)) + border
	}
	return h + f.visitsHeight(s, head) + f.footHeight(s)
}

// headerHeight is that of what stands above the table, with the QR code at its side.
func (f *fitter) headerHeight(s *Sheet) float64 {
	const titleLine, titleWider, writeWidth, writeHeight, below, gap = 5.5, 1.4 * boldWider, 50.0, 8.5, 1.5, 0.5
	v, words := f.view, f.view.renderer.theme.words
	width := sheetWidth - f.code - 2
	h := writeHeight + gap
	if title := v.Title + " · " + f.word("session", "name", s.Session); f.width(title)*titleWider+writeWidth+5 > width {
		h += titleLine * f.linesIn(title, titleWider, width)
	}
	add := func(text string) { h += line*f.linesIn(text, 1, width) + gap }
	add(strings.Join([]string{v.Page.Programme.Runner.Name, s.Phase, f.word("weeks-from-to", "from", s.First, "to", s.Last), s.Days, f.word("minutes", "n", "25–35")}, " · "))
	if w := v.Page.Programme.Plan.WarmUp; w != "" {
		add(words.Text("warm-up") + " " + w)
	}
	if len(s.Weights) > 0 {
		add(f.weights(s))
	}
	return max(h, f.code) + below
}

// weights returns the line of weights about as wide as it is: the numbers stand apart by about a letter.
func (f *fitter) weights(s *Sheet) string {
	words := f.view.renderer.theme.words
	text := words.Text("circle-weights")
	for _, w := range s.Weights {
		text += " nn" + words.Text("equipment-"+w.Equipment) + w.Exercise + " " + strings.ReplaceAll(w.Loads, " ", "s ")
	}
	return text
}

func (f *fitter) columnHeads(s *Sheet, width float64) float64 {
	words, most := f.view.renderer.theme.words, 1.0
	for _, c := range s.Columns {
		text := f.word("week-n", "n", c.Week)
		for _, mark := range []struct {
			is   bool
			word string
		}{{c.Easy, "easy"}, {c.Taper, "taper"}, {c.Tests, "test-week"}} {
			if mark.is {
				text += " " + words.Text(mark.word)
			}
		}
		most = max(most, f.linesIn(text, boldWider, width-2.5))
	}
	const padding = 1.2
	return most*line + padding + border
}

// rowHeadHeight is that of an exercise's name and what belongs to it, which run round its drawing.
func (f *fitter) rowHeadHeight(r *SheetRow, dense bool, width float64) float64 {
	const padding, sides = 1.6, 3.0
	drawn, high := drawingRoom(dense)
	at := 0.0
	add := func(text string, wider float64) {
		at += line * f.lines(text, wider, func(n int) float64 {
			if at+float64(n)*line < high {
				return width - sides - drawn
			}
			return width - sides
		})
	}
	add(r.Exercise.Name, 1.1*boldWider)
	for _, text := range f.rowTexts(r, dense) {
		add(text, 1)
	}
	return max(at, high) + padding
}

// rowTexts returns the paragraphs below an exercise's name; on a dense sheet there are two.
func (f *fitter) rowTexts(r *SheetRow, dense bool) []string {
	words := f.view.renderer.theme.words
	texts := append([]string{r.Do + ", " + f.word("rest-for", "time", f.view.renderer.theme.words.Duration(r.Rest)) + ".", r.Note}, r.Cues...)
	if len(r.Next) > 0 {
		texts = append(texts, words.Text("then")+" "+strings.Join(r.Next, ", ")+".")
	}
	if dense {
		return []string{texts[0], strings.Join(texts[1:], " ")}
	}
	return texts
}

func (f *fitter) cellsHeight(r *SheetRow, dense bool, width float64) float64 {
	most := 0.0
	for _, visits := range r.Cells {
		h := 0.0
		for _, c := range visits {
			h += f.visitHeight(r, c, dense, width)
		}
		most = max(most, h)
	}
	return most
}

// padding is the room above and below a line in a cell.
func padding(dense bool) float64 {
	if dense {
		return 0.2
	}
	return 0.6
}

// visitHeight is that of a target and its boxes.
func (f *fitter) visitHeight(r *SheetRow, c SheetCell, dense bool, width float64) float64 {
	h := line * f.linesIn(c.Name, 1, width-2.5)
	perLine := math.Floor((width - border) / boxWidth)
	h += math.Ceil(float64(len(c.Sets))/perLine) * boxHeight
	if r.Beside {
		h += 2*line + padding(dense)
	} else {
		h += line + padding(dense)
	}
	if !dense {
		h += f.feltHeight(width, dense)
	}
	return h
}

// feltHeight is that of the words to circle.
func (f *fitter) feltHeight(width float64, dense bool) float64 {
	const wordSpacing = 1.5
	felt := f.view.renderer.theme.words.Text("felt")
	return line*f.linesIn(felt, 1, width-2.5-wordSpacing*float64(strings.Count(felt, " "))) + padding(dense)
}

// visitsHeight is that of the row for what is written down once each visit.
func (f *fitter) visitsHeight(s *Sheet, head float64) float64 {
	visits, each := 0, boxHeight
	for _, c := range s.Columns {
		visits = max(visits, len(c.Visits))
	}
	words := f.view.renderer.theme.words
	text := words.Text("each-visit")
	if s.Dense {
		each += f.feltHeight(weekWidth(len(s.Columns)), true)
		text += " " + words.Text("circle-felt")
	}
	return max(float64(visits)*each, line*f.linesIn(text, 1, head-3)+10) + border
}

// footHeight is that of what stands below the table.
func (f *fitter) footHeight(s *Sheet) float64 {
	const above, gap = 1.2, 0.5
	v, words := f.view, f.view.renderer.theme.words
	h := above
	add := func(text string, wider float64) {
		h += line*f.linesIn(text, wider, sheetWidth) + gap
	}
	for _, p := range f.rules(s) {
		bold := boldWider - 1
		add(p.bold+p.text, 1+bold*f.width(p.bold)/f.width(p.bold+p.text))
	}
	add(v.Settings.Printed(v.Page.Programme.URL)+" · "+f.contentDate()+" · "+v.Settings.License+" · "+words.Text("not-medical-advice")+" "+f.word("sheet-of", "n", 9, "of", 9), 1)
	return h
}

// paragraph is text that begins with bold words.
type paragraph struct{ bold, text string }

func (f *fitter) contentDate() string {
	updated := f.view.Page.Plan.Updated
	if updated.IsZero() {
		return ""
	}
	date, _ := f.view.renderer.theme.words.Date(updated)
	return f.word("content-of", "date", date)
}

// rules returns the paragraphs that say what to do next time and when to stop; on a dense sheet it is one.
func (f *fitter) rules(s *Sheet) []paragraph {
	var list []paragraph
	for _, r := range s.Rules {
		list = append(list, paragraph{r.Names + ": ", r.Text + " "})
	}
	flags, _ := f.view.RedFlags() // that a word is missing is reported where the layout asks for it
	list = append(list, paragraph{f.view.Page.Programme.Projection.Stop + " " + f.word("new-pain") + " ", flags})
	if !s.Dense {
		return list
	}
	var all paragraph
	for _, p := range list {
		all.bold += p.bold
		all.text += p.text
	}
	return []paragraph{all}
}
