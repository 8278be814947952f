package figure

// The measures of a drawing, in centimetres of the body.
const (
	margin   = 5.0
	between  = 20.0 // between two poses beside each other
	below    = 16.0 // between two poses below each other
	overhang = 5.0  // of the floor
)

// The shape of the room that a drawing has on a sheet, as width and height.
const (
	roomWidth  = 25.0
	roomHeight = 20.0
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
		panels = append(panels, append(p, f.signs(i, s.bodies[i], p)...))
	}
	if len(panels) == 0 {
		return nil
	}
	row, column := f.row(panels), f.column(panels)
	if fit(column) > fit(row)*1.05 {
		return column
	}
	return row
}

// fit is how large a drawing can be on a sheet.
func fit(shapes []shape) float64 { return room(boxOf(shapes)) }

// room is how large what takes a box can be on a sheet.
func room(b box) float64 {
	return min(roomWidth/(b.width()+2*margin), roomHeight/(b.height()+2*margin))
}

// row places the poses beside each other, on one floor.
func (f Figure) row(panels [][]shape) []shape {
	var all []shape
	top := 0.0
	for _, p := range panels {
		top = max(top, boxOf(p).top)
	}
	x := 0.0
	for i, p := range panels {
		p = f.finished(i, p, top)
		b := boxOf(p)
		for _, part := range p {
			all = append(all, part.moved(point{x - b.left, 0}))
		}
		x += b.width() + between
	}
	return all
}

// column places them below each other; what stays in its place stands below where it was.
func (f Figure) column(panels [][]shape) []shape {
	var all []shape
	y := 0.0
	for i, p := range panels {
		p = f.finished(i, p, boxOf(p).top)
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

// finished adds the floor below a pose, and its number where it is not the only one.
func (f Figure) finished(i int, p []shape, top float64) []shape {
	b := boxOf(p)
	floor := shape{ink: inkGround, lines: [][]point{{{b.left - overhang, -1}, {b.right + overhang, -1}}}}
	all := append([]shape{floor}, p...)
	if len(f.Poses) > 1 {
		all = append(all, numbered(all, i+1, top))
	}
	return all
}
