package figure

// occupied returns what is drawn as discs, close beside each other.
func occupied(shapes []shape) []disc {
	var list []disc
	line := func(a, b disc) {
		steps := max(1, int(b.at.minus(a.at).length()/4))
		for n := range steps + 1 {
			f := float64(n) / float64(steps)
			list = append(list, disc{a.at.to(b.at, f), a.r + (b.r-a.r)*f})
		}
	}
	for _, s := range shapes {
		reach := s.ink.reach()
		for _, c := range s.chains {
			for i, d := range c {
				d.r += reach
				before := d
				if i > 0 {
					before = disc{c[i-1].at, c[i-1].r + reach}
				}
				line(before, d)
			}
		}
		for _, l := range append(append([][]point{}, s.lines...), s.faces...) {
			for i := range l {
				line(disc{l[max(i-1, 0)], reach}, disc{l[i], reach})
			}
		}
		for _, l := range s.faces {
			line(disc{l[len(l)-1], reach}, disc{l[0], reach})
		}
		for _, c := range s.curves {
			line(disc{c[0], reach}, disc{c[3], reach})
		}
		for _, t := range s.texts {
			r := t.size * figureWidth / 2
			along := point{max(t.box().width()/2-r, 0), 0}
			line(disc{t.at.minus(along), r}, disc{t.at.plus(along), r})
		}
	}
	return list
}

// clear reports whether a disc is that far from all that is drawn.
func clear(taken []disc, d disc, gap float64) bool {
	for _, t := range taken {
		off, least := t.at.minus(d.at), t.r+d.r+gap
		if off.x*off.x+off.y*off.y < least*least {
			return false
		}
	}
	return true
}

// spot returns a place for a sign of some size, as its middle: of the free ones that leave the drawing as large as it can be, the one
// that is nearest to where it should be.
func spot(shapes []shape, wanted point, width, height float64) point {
	const grid, gap, small = 6.0, 6.0, 0.02
	taken, b := occupied(shapes), boxOf(shapes)
	var best point
	most := 0.0
	for y := height/2 + gap; y <= b.top+height/2+gap; y += grid {
		for x := b.left - width/2 - gap; x <= b.right+width/2+gap; x += grid {
			at := point{x, y}
			size := room(b.with(at, 0).and(boxAround(at, width, height))) * (1 - small*at.minus(wanted).length()/Height)
			if size > most && freeBox(taken, at, width, height, gap) {
				best, most = at, size
			}
		}
	}
	return best
}

func boxAround(at point, width, height float64) box {
	return box{at.x - width/2, at.y - height/2, at.x + width/2, at.y + height/2}
}

// freeBox reports whether a box round a place is that far from all that is drawn.
func freeBox(taken []disc, at point, width, height, gap float64) bool {
	b := boxAround(at, width, height)
	for _, d := range taken {
		if b.depth(disc{d.at, d.r + gap}) > 0 {
			return false
		}
	}
	return true
}
