// Package card draws the picture that stands for a page where somebody shares it: 1200 × 630 points, with the page's title, what
// it is and the name of the site, in the colours of the site, beside the two lanes of the track that its pages have.
//
// In go texts, out comes a PNG. Letters are those of the Go fonts, which know the Latin, Greek and Cyrillic scripts; [Draws] says
// whether they can write a text.
package card

import (
	"encoding/hex"
	"hash/fnv"
	"image"
	"io"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"github.com/legpress/legpress/generator/colour"
)

// The size of a card in points, which is what the sites that show them ask for.
const (
	Width  = 1200
	Height = 630
)

// Card is what a card says.
type Card struct {
	Title string
	What  string // a word or a line above the title: "Article", "Plan · 8 weeks"
	Site  string
}

// drawingVersion is how cards are drawn. Who draws them in another way counts it up, so that they are drawn anew.
const drawingVersion = 2

// Folder is the address of the folder of all cards. Their names say what they show, so that caches can keep everything in it for ever.
const Folder = "/assets/cards/"

// Name returns the name of the card of a page in the folder of cards: "articles/balance.1a2b3c4d5e.png" of "/articles/balance/".
func Name(page, title string) string {
	return strings.Trim(page, "/") + "." + Hash(title) + ".png"
}

// Hash returns ten hexadecimal digits that say what is on a card, given the texts on it: other texts have others.
func Hash(texts ...string) string {
	sum := fnv.New64a()
	sum.Write([]byte{drawingVersion})
	for _, text := range texts {
		io.WriteString(sum, text)
		sum.Write([]byte{0})
	}
	return hex.EncodeToString(sum.Sum(nil)[:5])
}

// The measures of the drawing, in points.
const (
	margin    = 90  // beside the text at its end, and below it
	textAt    = 158 // where the text begins, behind the lanes
	titleTop  = 186 // of the first line
	titleRoom = Width - textAt - margin
	mostLines = 4
)

// Pen draws cards. It is for one goroutine at a time.
type Pen struct {
	own, plain letters // those of the style, and those of the Go fonts for texts that it has not all letters of
	canvas     *canvas
}

// letters are the faces of a pen.
type letters struct {
	small  *face
	titles []*face // from large to small
}

func newLetters(small, title *opentype.Font) letters {
	l := letters{small: newFace(small, 34)}
	for _, size := range []float64{92, 76, 62, 50} {
		l.titles = append(l.titles, newFace(title, size))
	}
	return l
}

// fonts parses the fonts, once.
var fonts = sync.OnceValues(func() (regular, bold *opentype.Font) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		panic(err) // the font is part of the program
	}
	bold, err = opentype.Parse(gobold.TTF)
	if err != nil {
		panic(err)
	}
	return regular, bold
})

// Draws reports whether there are letters for all of a text.
func Draws(text string) bool {
	_, bold := fonts()
	return draws(bold, text)
}

func draws(f *opentype.Font, text string) bool {
	for _, r := range text {
		if i, err := f.GlyphIndex(nil, r); r > ' ' && (err != nil || i == 0) {
			return false
		}
	}
	return true
}

// NewPen returns a pen for a style.
func NewPen(s Style) *Pen { return newPen(s, codesOfCards()) }

func newPen(s Style, c *codes) *Pen {
	regular, bold := fonts()
	p := &Pen{plain: newLetters(regular, bold), canvas: newCanvas(shadesOf(s.Colours), c)}
	p.own = p.plain
	if s.Title != nil && s.Small != nil {
		p.own = newLetters(s.Small.font, s.Title.font)
	}
	return p
}

// lettersFor returns the letters of the style if they can write all of a card, or else those of the Go fonts.
func (p *Pen) lettersFor(c Card) letters {
	if p.own.small.draws(c.What+c.Site) && p.own.titles[0].draws(c.Title+"…") {
		return p.own
	}
	return p.plain
}

// shades is how many steps lie between the paper and a colour.
const shades = 8

// Where the shades of a colour begin in the palette: at numbers that have no bit in common with those of the shades.
const (
	inkShades   = 0
	trackShades = shades
)

// shadesOf returns the palette of a card: from the paper to each of the two colours on it.
func shadesOf(s colour.Scheme) []colour.RGB {
	var p []colour.RGB
	for _, c := range []colour.RGB{s.Ink, s.Track} {
		for i := range shades {
			p = append(p, colour.Mix(s.Paper, c, i*0xff/(shades-1)))
		}
	}
	return p
}

// Draw returns the card as a PNG.
func (p *Pen) Draw(c Card) []byte {
	p.place(c)
	return p.canvas.png()
}

// place puts the texts of a card onto the canvas.
func (p *Pen) place(c Card) {
	p.canvas.clear()
	l := p.lettersFor(c)
	p.line(l.small, c.What, textAt, 158, trackShades)
	face, lines := l.fit(c.Title)
	for i, line := range lines {
		p.line(face, line, textAt, titleTop+face.size+i*face.height, inkShades)
	}
	p.line(l.small, l.small.cut(c.Site, titleRoom), textAt, Height-56, inkShades)
}

// codesOfCards are the codes with which all cards are packed: those of some that are like most, whatever their colours.
var codesOfCards = sync.OnceValue(func() *codes {
	p := newPen(Style{Colours: colour.Theme().Light}, newCodes(nil))
	var rows [][]byte
	for _, title := range []string{"Calves", "Finding balance", "What the first eight weeks are for", "How a runner lifts in a week of hard runs, when to lift heavy, and what to leave out"} {
		p.place(Card{Title: title, What: "Article", Site: "Strength for runners"})
		for y := range Height {
			rows = append(rows, append([]byte{filterUp}, differences(p.canvas.painted(y))...))
		}
	}
	return newCodes(rows)
})

// fit breaks a title into lines, in the largest face with which it has room; what is too long even for the smallest is cut.
func (l letters) fit(title string) (*face, []string) {
	for i, f := range l.titles {
		lines := f.wrap(title, titleRoom)
		room := min(mostLines, (Height-115-titleTop)/f.height)
		if len(lines) <= room {
			return f, lines
		}
		if i == len(l.titles)-1 {
			lines = lines[:room]
			lines[room-1] = f.cut(lines[room-1]+" …", titleRoom)
			return f, lines
		}
	}
	return l.titles[0], nil
}

func (p *Pen) line(f *face, text string, x, y int, shade uint8) {
	p.canvas.begin()
	dot := fixed.I(x)
	for _, r := range text {
		g := f.glyph(r)
		if at := dot.Round() + g.box.Min.X; !g.box.Empty() {
			p.canvas.put(g.stamp(p.canvas, at&1, shade), at>>1, y+g.box.Min.Y)
		}
		dot += g.advance
	}
}

// face is a font in one size, with the letters that were used.
type face struct {
	font   font.Face
	of     *opentype.Font
	size   int
	height int // from one line to the next
	glyphs map[rune]*glyph
}

// glyph is a letter.
type glyph struct {
	box     image.Rectangle // around the point where the letter begins on the baseline
	dark    []uint8         // how dark its points are, from 0 to shades-1
	stamps  [2][2]*stamp    // in each colour, for a box that begins with the first point of a byte, and with the second
	advance fixed.Int26_6
}

func newFace(f *opentype.Font, size float64) *face {
	drawn, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		panic(err) // only sizes out of range are refused
	}
	return &face{font: drawn, of: f, size: int(size), height: int(size * 1.18), glyphs: map[rune]*glyph{}}
}

func (f *face) draws(text string) bool { return draws(f.of, text) }

func (f *face) glyph(r rune) *glyph {
	if g := f.glyphs[r]; g != nil {
		return g
	}
	g := &glyph{}
	if box, mask, at, advance, ok := f.font.Glyph(fixed.Point26_6{}, r); ok {
		g.box, g.advance = box, advance
		for y := range box.Dy() {
			for x := range box.Dx() {
				_, _, _, alpha := mask.At(at.X+x, at.Y+y).RGBA()
				g.dark = append(g.dark, uint8((alpha*(shades-1)+0x7fff)/0xffff))
			}
		}
	}
	f.glyphs[r] = g
	return g
}

// stamp returns the letter as it is put onto a canvas, in the shades that begin at a place of the palette, where its box begins so many
// points behind the beginning of a byte.
func (g *glyph) stamp(c *canvas, behind int, shade uint8) *stamp {
	s := &g.stamps[shade/shades][behind]
	if *s == nil {
		*s = c.newStamp(g.box.Dx(), behind, shade, g.dark)
	}
	return *s
}

func (f *face) width(text string) int {
	var w fixed.Int26_6
	for _, r := range text {
		w += f.glyph(r).advance
	}
	return w.Ceil()
}

// wrap breaks a text between its words. A word that is wider than a line is cut.
func (f *face) wrap(text string, room int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := line + " " + word
		if line == "" || f.width(longer) > room {
			if line != "" {
				lines = append(lines, line)
			}
			longer = f.cut(word, room)
		}
		line = longer
	}
	return append(lines, line)
}

// cut ends a text that has no room with dots, behind the last letter that leaves room for them.
func (f *face) cut(text string, room int) string {
	if f.width(text) <= room {
		return text
	}
	w := f.glyph('…').advance
	for i, r := range text {
		if w += f.glyph(r).advance; w.Ceil() > room {
			return text[:i] + "…"
		}
	}
	return text
}
