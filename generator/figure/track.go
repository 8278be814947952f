package figure

// track is the course of an arrow: a curve through three points.
type track struct{ from, mid, end point }

// track returns the way as an arrow that ends before what moved, neither too short nor too long.
func (w way) track() track {
	d := w.end.at.minus(w.from.at)
	n := d.length()
	if n < 1 {
		return track{}
	}
	d = d.times(1 / n)
	size := min(max(n, shortest), tallest)
	bulge := w.mid.at.minus(w.from.at.to(w.end.at, .5)).times(min(1, size/n))
	if most := mostBulge * size; bulge.length() > most {
		bulge = bulge.times(most / bulge.length())
	}
	end := w.end.at.along(d, -w.end.r-clearance)
	if n < hardly { // the arrow goes beside it
		end = w.end.at.along(d, size/2)
	}
	from := end.along(d, -size)
	return track{from, from.to(end, .5).plus(bulge), end}
}

// at returns a point of the curve.
func (t track) at(f float64) point {
	c := t.control()
	return t.from.times((1 - f) * (1 - f)).plus(c.times(2 * f * (1 - f))).plus(t.end.times(f * f))
}

// aboveFloor returns the track so that it does not begin in the floor: shortened at its beginning, or raised.
func (t track) aboveFloor() track {
	const low = 4.0
	d := t.direction()
	if t.from.y < low && d.y > 0 {
		by := d.times(min((low-t.from.y)/d.y, t.end.minus(t.from).length()*mostCut))
		t.from, t.mid = t.from.plus(by), t.mid.plus(by.times(.5))
	}
	if t.from.y < low {
		t = t.moved(point{0, low - t.from.y})
	}
	return t
}

// direction is that in which it goes on the whole; none where nothing moves.
func (t track) direction() point {
	d := t.end.minus(t.from)
	return d.times(1 / max(d.length(), 1e-6))
}

func (t track) control() point { return t.mid.times(2).minus(t.from.to(t.end, .5)) }

func (t track) moved(by point) track { return track{t.from.plus(by), t.mid.plus(by), t.end.plus(by)} }

// shortened returns a part of the track, up to its end.
func (t track) shortened(part float64) track {
	return track{t.end.to(t.from, part), t.at(1 - part/2), t.end}
}

// beside returns the arrow moved sideways and back to where it is free of what is drawn and costs least, and that cost, if it is less than
// one.
func (t track) beside(taken []disc, least float64) (best track, _ float64, ok bool) {
	d := t.direction()
	if d.length() == 0 {
		return t, 0, false
	}
	for shift := 0.0; shift <= farthest; shift += stepAside {
		for _, sign := range []float64{-1, 1} {
			for back := 0.0; back <= backMost && shift+back/2 < least; back += stepBack {
				moved := t.moved(d.ahead().times(sign * shift)).moved(d.times(-back))
				if moved.free(taken) {
					best, least, ok = moved, shift+back/2, true
				}
			}
		}
	}
	return best, least, ok
}

// free reports whether the arrow touches nothing that is drawn, nor goes below the floor.
func (t track) free(taken []disc) bool {
	const steps = 10
	for i := range steps + 1 {
		f := float64(i) / steps
		d := disc{t.at(f), 2}
		if f > .7 {
			d.r = tipWidth - 2
		}
		if d.bottom() < 1 || !clear(taken, d, clearance) {
			return false
		}
	}
	return true
}

// shapes draws the arrow.
func (t track) shapes() []shape {
	if t.end == t.from {
		return nil
	}
	c := t.control()
	dir := track{from: t.at(.8), end: t.end}.direction()
	back := t.end.along(dir, -tipLength)
	shaft := t.end.along(dir, -tipLength+3)
	third := func(a, b point) point { return a.to(b, 2.0/3) }
	curve := [][4]point{{t.from, third(t.from, c), third(shaft, c), shaft}}
	return []shape{
		{ink: inkGap, curves: curve},
		{ink: inkArrow, curves: curve},
		{ink: inkPointed, faces: [][]point{{t.end, back.along(dir.ahead(), tipWidth), back.along(dir.ahead(), -tipWidth)}}},
	}
}
