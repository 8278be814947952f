package figure

import (
	"encoding/xml"
	"math"
	"strings"
)

// Options say how a drawing is written.
type Options struct {
	Label string // the text for those who cannot see it; without one the drawing is hidden from them
}

// SVG draws the figure.
func (f Figure) SVG(o Options) string {
	shapes := f.layout()
	if len(shapes) == 0 {
		return ""
	}
	b := boxOf(shapes)
	w, h := math.Ceil(b.width()+2*margin), math.Ceil(b.height()+2*margin)
	var out strings.Builder
	out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + number(w) + " " + number(h) + `" width="` + number(w) + `" height="` + number(h) + `"`)
	if o.Label == "" {
		out.WriteString(` aria-hidden="true" focusable="false"`)
	} else {
		out.WriteString(` role="img" aria-label="` + escape(o.Label) + `"`)
	}
	out.WriteString(` fill="currentColor" stroke-linecap="round" stroke-linejoin="round">`)
	origin := point{b.left - margin, b.bottom - margin + h} // the ground of all drawings is equally far above their lower edge
	if f.Left {
		origin.x = b.right + margin
	}
	for _, s := range shapes {
		p := pen{origin: origin, mirror: f.Left}
		if len(s.texts) > 0 {
			out.WriteString(p.texts(s))
			continue
		}
		p.data(s)
		out.WriteString(`<path ` + s.ink.attributes() + ` d="` + p.String() + `"/>`)
	}
	out.WriteString("</svg>")
	return out.String()
}

// capHeight is the height of a figure as a part of the size of its font, in the usual fonts without serifs.
const capHeight = 0.72

// texts writes the texts of a shape.
func (p *pen) texts(s shape) string {
	var b strings.Builder
	for _, t := range s.texts {
		at := p.place(t.at.plus(point{0, -t.size / 2}))
		b.WriteString(`<text ` + s.ink.attributes() + ` font-size="` + number(t.size/capHeight) + `" x="` + number(at.x) + `" y="` + number(at.y) + `">` + escape(t.text) + `</text>`)
	}
	return b.String()
}

// escape writes a text as it stands in an attribute; what XML cannot hold becomes U+FFFD.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
