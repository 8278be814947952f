package figure

// stood is a thing where it stands in a pose.
type stood struct {
	thing
	x     float64 // its middle; of a wall, its face
	face  float64 // 1 where a wall is before the figure, -1 where it is behind it
	front bool    // it is seen as a figure from the front is
}

// edges returns where the thing begins and ends.
func (s stood) edges() (left, right float64) { return s.x - s.width/2, s.x + s.width/2 }

// stand puts the things into the scene that stand there: what does not ride is at one place in all poses in which it is there.
func (s *scene) stand(f Figure) {
	s.stood = make([][]stood, len(f.Poses))
	for _, p := range f.Props {
		t := thingOf(p.Kind)
		if t.standing == nil {
			continue
		}
		t.width, t.height = p.width(), p.height()
		fixed, found := s.place(f, p, t)
		for i, pose := range f.Poses {
			switch {
			case !p.in(i):
			case t.rides:
				s.stood[i] = append(s.stood[i], s.ridden(f, p, t, i)...)
			case found:
				fixed.front = pose.View == FrontView
				s.stood[i] = append(s.stood[i], fixed)
			}
		}
	}
}

// place returns where a thing stands: by what first rests on it, moved by X; otherwise X before the near ankle of the first pose.
func (s scene) place(f Figure, p Prop, t thing) (stood, bool) {
	for i := range f.Poses {
		if !p.in(i) {
			continue
		}
		for _, c := range f.Poses[i].contacts() {
			if c.on == p.Kind {
				at := s.bodies[i].below(c, t)
				at.x += within(p.X)
				return at, true
			}
		}
	}
	if len(s.bodies) == 0 {
		return stood{}, false
	}
	at := stood{thing: t, x: s.bodies[0].legs[near].ankle.at.x + within(p.X), face: 1}
	if p.X < 0 {
		at.face = -1
	}
	return at, true
}

// ridden returns a thing that slides along, below each part that rests on it in a pose.
func (s scene) ridden(f Figure, p Prop, t thing, i int) []stood {
	var list []stood
	for _, c := range f.Poses[i].contacts() {
		for side, is := range c.side {
			if c.on == p.Kind && is {
				left, right := span(c.part.pieces(s.bodies[i], side))
				list = append(list, stood{thing: t, x: (left+right)/2 + within(p.X), face: 1})
			}
		}
	}
	return list
}

// underBall is how far behind the middle of the ball of the foot the edge of a step is, so that the heel is free.
const underBall = 2.0

// below returns where a thing is on which a part of the body rests: with its middle below it; with its edge below the ball of a
// foot whose heel hangs free; and with its face at what leans on it.
func (b body) below(c contact, t thing) stood {
	at := stood{thing: t, face: 1}
	side := c.first()
	switch {
	case t.hung || t.gripped:
		at.x = (b.arms[side].hand.at.x + b.arms[c.last()].hand.at.x) / 2
	case t.upright:
		at.x, at.face = b.leansOn(c)
	case c.is(ball) || c.is(toes):
		foot := b.legs[side]
		left, right := span(c.part.pieces(b, side))
		at.x = (left + right) / 2
		if ahead := foot.ball.at.x - foot.heel.at.x; ahead > ballRadius+heelRadius {
			at.x = foot.ball.at.x - underBall + t.width/2
		} else if ahead < -ballRadius-heelRadius {
			at.x = foot.ball.at.x + underBall - t.width/2
		}
	case c.is("instep"): // the shin goes on beyond the edge
		foot, toward := b.legs[side], 1.0
		if foot.ankle.at.x < foot.toe.at.x {
			toward = -1
		}
		at.x = foot.ankle.at.x + toward*(underBall-t.width/2)
	default:
		left, right := span(b.touch(c))
		at.x = (left + right) / 2
	}
	return at
}

// leansOn returns where the face of a wall is that a part leans on, and on which side of the figure it is.
func (b body) leansOn(c contact) (x, face float64) {
	pieces := b.touch(c)
	face = 1
	if c.part.behind {
		if b.trunkUp().ahead().x > 0 {
			face = -1
		}
	} else if left, right := span(pieces); (left+right)/2 < b.pelvis.at.x {
		face = -1
	}
	for i, d := range pieces {
		if reach := d.at.x + face*d.r; i == 0 || face*reach > face*x {
			x = reach
		}
	}
	return x + face, face
}
