package figure

import (
	"math"
	"strconv"
	"strings"
)

// ink is what a shape is drawn with.
type ink int

const (
	inkBody    ink = iota // solid, with a thin gap around it
	inkFar                // outlined: the limbs on the far side
	inkGhost              // outlined with dashes: where a limb was before
	inkProp               // solid, in the colour of props
	inkHollow             // outlined in the colour of props
	inkThing              // a thing that stands on the floor
	inkRope               // a line in the colour of props
	inkGround             // the floor
	inkArrow              // the movement
	inkTip                // solid, in the colour of props
	inkGap                // the gap around a movement
	inkPointed            // an arrow's head, with a gap around it
	inkSign               // a sign
	inkText               // a text
)

// attributes are what each ink looks like. A limb's outline is drawn before its filling, so that the pieces of a limb
// grow together.
func (i ink) attributes() string {
	const paper, track = "var(--paper,#fff)", "var(--track,#97321a)"
	switch i {
	case inkBody:
		return `stroke="` + paper + `" stroke-width="3.6" paint-order="stroke"`
	case inkFar:
		return `fill="` + paper + `" stroke="currentColor" stroke-width="4.4" paint-order="stroke"`
	case inkGhost:
		return `fill="` + paper + `" stroke="currentColor" stroke-width="3.6" stroke-dasharray="4 3" stroke-linecap="butt" paint-order="stroke"`
	case inkProp:
		return `fill="` + track + `" stroke="` + paper + `" stroke-width="3" paint-order="stroke"`
	case inkHollow:
		return `fill="none" stroke="` + track + `" stroke-width="4"`
	case inkThing:
		return `fill="` + paper + `" stroke="` + track + `" stroke-width="3"`
	case inkRope:
		return `fill="none" stroke="` + track + `" stroke-width="3.2"`
	case inkGround:
		return `fill="none" stroke="currentColor" stroke-width="2"`
	case inkArrow:
		return `fill="none" stroke="` + track + `" stroke-width="4"`
	case inkGap:
		return `fill="none" stroke="` + paper + `" stroke-width="8"`
	case inkPointed:
		return `fill="` + track + `" stroke="` + paper + `" stroke-width="4" paint-order="stroke"`
	case inkSign:
		return `fill="` + paper + `" stroke="` + track + `" stroke-width="3.6"`
	case inkText:
		return `font-family="system-ui,sans-serif" text-anchor="middle"`
	default:
		return `fill="` + track + `"`
	}
}

// reach is how far an ink goes beyond the outline of a shape.
func (i ink) reach() float64 {
	switch i {
	case inkFar, inkGhost:
		return 2.2
	case inkBody, inkTip, inkProp, inkText, inkGap, inkPointed:
		return 0
	default:
		return 2
	}
}

// shape is what is drawn with one ink.
type shape struct {
	ink    ink
	chains [][]disc  // limbs: round at their ends, growing together where they meet
	lines  [][]point // open
	faces  [][]point // closed
	curves [][4]point
	texts  []text
}

// moved returns the shape at another place.
func (s shape) moved(by point) shape {
	t := shape{ink: s.ink}
	for _, c := range s.chains {
		chain := make([]disc, len(c))
		for i, d := range c {
			chain[i] = disc{d.at.plus(by), d.r}
		}
		t.chains = append(t.chains, chain)
	}
	shift := func(l []point) []point {
		list := make([]point, len(l))
		for i, p := range l {
			list[i] = p.plus(by)
		}
		return list
	}
	for _, l := range s.lines {
		t.lines = append(t.lines, shift(l))
	}
	for _, l := range s.faces {
		t.faces = append(t.faces, shift(l))
	}
	for _, c := range s.curves {
		t.curves = append(t.curves, [4]point(shift(c[:])))
	}
	for _, x := range s.texts {
		x.at = x.at.plus(by)
		t.texts = append(t.texts, x)
	}
	return t
}

// box is the room that something takes.
type box struct{ left, bottom, right, top float64 }

func nowhere() box { return box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)} }

func (b box) with(p point, r float64) box {
	return box{min(b.left, p.x-r), min(b.bottom, p.y-r), max(b.right, p.x+r), max(b.top, p.y+r)}
}

func (b box) and(c box) box {
	return box{min(b.left, c.left), min(b.bottom, c.bottom), max(b.right, c.right), max(b.top, c.top)}
}

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.top - b.bottom }

func (s shape) box() box {
	b := nowhere()
	for _, c := range s.chains {
		for _, d := range c {
			b = b.with(d.at, d.r+s.ink.reach())
		}
	}
	for _, l := range append(append([][]point{}, s.lines...), s.faces...) {
		for _, p := range l {
			b = b.with(p, s.ink.reach())
		}
	}
	for _, c := range s.curves {
		for _, p := range c {
			b = b.with(p, s.ink.reach())
		}
	}
	for _, t := range s.texts {
		b = b.and(t.box())
	}
	return b
}

func boxOf(shapes []shape) box {
	b := nowhere()
	for _, s := range shapes {
		b = b.and(s.box())
	}
	return b
}

// pen writes path data on the paper of an SVG, where y grows downwards from its top.
type pen struct {
	strings.Builder
	origin point // the paper's left upper corner
	mirror bool  // the paper's right edge is the origin, and x grows to the left
}

func (p *pen) place(q point) point {
	x := q.x - p.origin.x
	if p.mirror {
		x = -x
	}
	return point{x, p.origin.y - q.y}
}

func (p *pen) data(s shape) {
	for _, c := range s.chains {
		p.chain(c)
	}
	for _, f := range s.faces {
		p.line(f)
		p.WriteString("Z")
	}
	for _, l := range s.lines {
		p.line(l)
	}
	for _, c := range s.curves {
		p.move("M", p.place(c[0]))
		p.move("C", p.place(c[1]), p.place(c[2]), p.place(c[3]))
	}
}

func (p *pen) line(l []point) {
	for i, q := range l {
		command := "L"
		if i == 0 {
			command = "M"
		}
		p.move(command, p.place(q))
	}
}

func (p *pen) chain(c []disc) {
	if len(c) == 1 {
		p.circle(disc{p.place(c[0].at), c[0].r})
	}
	for i := 1; i < len(c); i++ {
		p.capsule(disc{p.place(c[i-1].at), c[i-1].r}, disc{p.place(c[i].at), c[i].r})
	}
}

// capsule draws two discs and all that lies between them, clockwise.
func (p *pen) capsule(a, b disc) {
	d := b.at.minus(a.at)
	n := d.length()
	if n <= math.Abs(a.r-b.r)+.05 {
		if b.r > a.r {
			a = b
		}
		p.circle(a)
		return
	}
	d = d.times(1 / n)
	side := point{-d.y, d.x}
	cos := (a.r - b.r) / n
	sin := math.Sqrt(1 - cos*cos)
	one := d.times(cos).plus(side.times(sin))
	two := d.times(cos).minus(side.times(sin))
	p.move("M", a.at.along(one, a.r))
	p.arc(a.r, cos >= 0, a.at.along(two, a.r))
	p.move("L", b.at.along(two, b.r))
	p.arc(b.r, cos < 0, b.at.along(one, b.r))
	p.WriteString("Z")
}

func (p *pen) circle(d disc) {
	left, right := point{d.at.x - d.r, d.at.y}, point{d.at.x + d.r, d.at.y}
	p.move("M", left)
	p.arc(d.r, false, right)
	p.arc(d.r, false, left)
	p.WriteString("Z")
}

func (p *pen) arc(r float64, large bool, end point) {
	p.WriteString("A" + number(r) + " " + number(r) + " 0 ")
	if large {
		p.WriteString("1 1 ")
	} else {
		p.WriteString("0 1 ")
	}
	p.WriteString(number(end.x) + " " + number(end.y))
}

func (p *pen) move(command string, list ...point) {
	p.WriteString(command)
	for i, q := range list {
		if i > 0 {
			p.WriteString(" ")
		}
		p.WriteString(number(q.x) + " " + number(q.y))
	}
}

// number writes a coordinate with one decimal. What lies in the middle between two goes up on every machine: the last bits
// of a sine differ from one to the next.
func number(x float64) string {
	tenths := math.Floor(x*10 + .5 + 1e-6)
	return strconv.FormatFloat(tenths/10, 'f', -1, 64)
}
