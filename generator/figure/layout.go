package figure

// The measures of a drawing, in centimetres of the body. Its box ends where what is drawn ends, so that drawings in rooms of one size are as
// large as they can be.
const (
	margin   = 1.0
	between  = 16.0 // between two poses beside each other
	below    = 14.0 // between two poses below each other
	overhang = 4.0  // of the floor
)

// The shape of the room that a drawing has on a sheet, as width and height: in the rail it is 28 mm wide, and 24 mm
// high beside two boxes of 12 mm.
const (
	roomWidth  = 28.0
	roomHeight = 24.0
)

// layout places the poses: beside each other or below each other, whichever makes them larger on a sheet.
func (f Figure) layout() []shape {
	s := f.scene()
	var panels [][]shape
	for i := range f.Poses {
		p := f.panel(s, i)
		if i > 0 {
			p = append(p, f.arrows(s, i, p)...)
		}
		panels = append(panels, append(p, f.signs(s, i, p)...))
	}
	if len(panels) == 0 {
		return nil
	}
	beside, under := row(panels), column(panels)
	if fit(under) > fit(beside)*1.05 {
		return under
	}
	return beside
}

// fit is how large a drawing can be on a sheet.
func fit(shapes []shape) float64 { return room(boxOf(shapes)) }

// room is how large what takes a box can be on a sheet.
func room(b box) float64 {
	return min(roomWidth/(b.width()+2*margin), roomHeight/(b.height()+2*margin))
}

// row places the poses beside each other, on one floor.
func row(panels [][]shape) []shape {
	var all []shape
	x := 0.0
	for _, p := range panels {
		p = onFloor(p)
		b := boxOf(p)
		for _, part := range p {
			all = append(all, part.moved(point{x - b.left, 0}))
		}
		x += b.width() + between
	}
	return all
}

// column places them below each other; what stays in its place stands below where it was.
func column(panels [][]shape) []shape {
	var all []shape
	y := 0.0
	for i, p := range panels {
		p = onFloor(p)
		if i > 0 {
			y -= boxOf(p).top
		}
		for _, part := range p {
			all = append(all, part.moved(point{0, y}))
		}
		y -= below
	}
	return all
}

// onFloor adds the floor below a pose.
func onFloor(p []shape) []shape {
	b := boxOf(p)
	return append([]shape{{ink: inkGround, lines: [][]point{{{b.left - overhang, -1}, {b.right + overhang, -1}}}}}, p...)
}
