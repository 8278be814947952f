package figure

import "math"

// mark is a place of the body whose way an arrow can follow: a row of the table of marks.
type mark struct {
	words string
	trunk bool // all of the body goes along with it
	piece func(body) disc
}

// marks is the table of them.
var marks = [...]mark{
	{"hips", true, func(b body) disc { return b.pelvis }},
	{"chest", true, func(b body) disc { return b.chest }},
	{"head", true, func(b body) disc { return b.head }},
	{"near hand", false, func(b body) disc { return b.arms[near].hand }},
	{"far hand", false, func(b body) disc { return b.arms[far].hand }},
	{"near elbow", false, func(b body) disc { return b.arms[near].elbow }},
	{"far elbow", false, func(b body) disc { return b.arms[far].elbow }},
	{"near knee", false, func(b body) disc { return b.legs[near].knee }},
	{"far knee", false, func(b body) disc { return b.legs[far].knee }},
	{"near heel", false, func(b body) disc { return b.legs[near].heel }},
	{"far heel", false, func(b body) disc { return b.legs[far].heel }},
	{"near toes", false, func(b body) disc { return b.legs[near].toe }},
	{"far toes", false, func(b body) disc { return b.legs[far].toe }},
}

// NoArrow is the word for a pose to which no arrow leads.
const NoArrow = "none"

// Marks returns the words for what an arrow can follow.
func Marks() []string {
	words := []string{NoArrow}
	for _, m := range marks {
		words = append(words, m.words)
	}
	return words
}

// way is how a mark moves from one pose to the next: where it was, where it is half way, and where it is.
type way struct {
	mark           mark
	from, mid, end disc
}

func (w way) length() float64 { return w.end.at.minus(w.from.at).length() }

// ways returns how each mark moves to the pose at an index.
func (f Figure) ways(s scene, i int) []way {
	half := f.between(s, i)
	var list []way
	for _, m := range marks {
		w := way{m, m.piece(s.bodies[i-1]), m.piece(half), m.piece(s.bodies[i])}
		if up := f.Poses[i].Air - f.Poses[i-1].Air; up > 0 && m.trunk { // a jump goes straight up
			w.from.at = w.end.at.plus(point{0, -max(float64(up), highest)})
			w.mid.at = w.from.at.to(w.end.at, .5)
		}
		list = append(list, w)
	}
	return list
}

// between returns the body half way to the pose at an index.
func (f Figure) between(s scene, i int) body {
	a, b := f.Poses[i-1], f.Poses[i]
	mean := func(a, b int) int { return (a + b) / 2 }
	angle := func(a, b Angle) Angle { return Angle{mean(a.Near, b.Near), mean(a.Far, b.Far)} }
	half := Pose{
		View: b.View, Torso: mean(a.Torso, b.Torso), Head: mean(a.Head, b.Head), UpperArm: angle(a.UpperArm, b.UpperArm), Forearm: angle(a.Forearm, b.Forearm),
		Hand: angle(a.Hand, b.Hand), Thigh: angle(a.Thigh, b.Thigh), Shin: angle(a.Shin, b.Shin), Foot: angle(a.Foot, b.Foot), Ground: b.Ground, Air: mean(a.Air, b.Air),
	}
	st := f.stance(i)
	st.Pose = half
	body := st.stand()
	was, is := anchors(s.bodies[0], body, f.Poses[0], half)
	return body.moved(point{was - is, 0})
}

// What counts as a movement, in centimetres. House rules: found by looking at all drawings.
const (
	trunkMoves = 8.0  // the body as a whole
	limbMoves  = 7.0  // a limb by itself
	alsoMoves  = 0.6  // a second limb has an arrow of its own where it moves so much of what the first does
	apart      = 0.35 // hips and head go different ways where the cosine between them is less
)

// moving returns the ways that arrows follow: those that the pose names; otherwise that of the trunk, or of the limbs where it stays.
func (f Figure) moving(s scene, i int) [][]way {
	ways := f.ways(s, i)
	if names := f.Poses[i].Arrow; len(names) == 0 && f.walks(s, i) {
		return nil // feet that take turns lead nowhere
	} else if len(names) > 0 {
		var list [][]way
		for _, w := range ways {
			for _, name := range names {
				if w.mark.words == name {
					list = append(list, []way{w})
				}
			}
		}
		return list
	}
	var trunk, limbs []way
	for _, w := range ways {
		if w.mark.trunk {
			trunk = append(trunk, w)
		} else {
			limbs = append(limbs, w)
		}
	}
	hips, chest, head := trunk[0], trunk[1], trunk[2]
	most := longest(trunk).length()
	switch heels := f.rising(i, limbs); {
	case len(heels) > 0 && longest(heels).length() > most:
		return [][]way{{longest(heels)}}
	case most < trunkMoves:
		return f.limbs(limbs)
	case hips.length() > trunkMoves && head.length() > hips.length() && hips.cosine(head) < apart: // a hinge
		return [][]way{{hips}, {chest}}
	}
	return [][]way{{hips, chest}}
}

// walks reports whether the pose at an index is a step further of somebody who walks, so that feet take turns and the trunk goes level.
func (f Figure) walks(s scene, i int) bool {
	return f.Sign == WalkSign && i > 0 && math.Abs(s.bodies[i].pelvis.at.y-s.bodies[i-1].pelvis.at.y) < trunkMoves
}

// rising returns the heels that move while the ball of their foot stays.
func (f Figure) rising(i int, limbs []way) []way {
	var list []way
	for side, words := range []string{near: "near heel", far: "far heel"} {
		for _, w := range limbs {
			if w.mark.words == words && onBall(f.Poses[i].contacts(), side) && onBall(f.Poses[i-1].contacts(), side) {
				list = append(list, w)
			}
		}
	}
	return list
}

// limbs returns the one that moves most of hands and feet, and one more that moves elsewhere about as much.
func (f Figure) limbs(ways []way) [][]way {
	var list [][]way
	most := longest(ways)
	if most.length() < limbMoves {
		return nil
	}
	list = append(list, []way{most})
	second := way{}
	for _, w := range ways {
		far := w.end.at.minus(most.end.at).length() > trunkLength && w.from.at.minus(most.from.at).length() > upperArmLength
		if far && w.length() > max(second.length(), alsoMoves*most.length()) {
			second = w
		}
	}
	if second.mark.words != "" {
		list = append(list, []way{second})
	}
	return list
}

func longest(ways []way) way {
	most := ways[0]
	for _, w := range ways {
		if w.length() > most.length()+1e-6 {
			most = w
		}
	}
	return most
}

// cosine tells how alike the directions of two ways are.
func (w way) cosine(v way) float64 {
	a, b := w.end.at.minus(w.from.at), v.end.at.minus(v.from.at)
	return (a.x*b.x + a.y*b.y) / (a.length() * b.length())
}

// The measures of an arrow, in centimetres.
const (
	shortest  = 30.0 // a shorter movement has an arrow of this length
	highest   = 44.0 // that of a jump is no shorter than this
	tallest   = 62.0 // a longer one has an arrow of this length, at its end
	tipLength = 12.0
	tipWidth  = 7.0  // to each side
	clearance = 4.0  // from the body
	hardly    = 16.0 // what moves less than this has its arrow beside it
	mostOf    = 0.85 // of some marks that go together, one that moves so much of what the first does may have the arrow
	mostCut   = 0.3  // of an arrow, where it would begin in the floor
	mostBulge = 0.16 // of a curve, as a part of its length
)

// Where an arrow goes whose own place is taken, and what that costs: it is drawn where it costs least. House rules: found by looking at
// all drawings.
const (
	farthest  = 42.0 // sideways, at its own price; where nothing is free within this, it is drawn over what is there
	stepAside = 3.0
	onward    = 30.0 // beyond what moved, instead of before it
	backMost  = 24.0 // back along its way, at half the price of sideways
	stepBack  = 8.0
	shrunk    = 0.75 // as a part of its length, where only a shorter one has room
	shrinking = 18.0
	longer    = 0.5 // what a centimetre of its movement is worth
	overHead  = 1.3 // radii of the head: above it no arrow of the whole body stands, which would seem to fall on the head
)

// above returns the room over a head.
func (d disc) above() []disc {
	var list []disc
	for y := 0.0; y <= Height/2; y += d.r {
		list = append(list, disc{d.at.plus(point{0, y}), overHead * d.r})
	}
	return list
}

// arrows draws what moves to the pose at an index, beside what is drawn there already.
func (f Figure) arrows(s scene, i int, drawn []shape) []shape {
	var list []shape
	for _, choice := range f.moving(s, i) {
		taken := occupied(append(drawn, list...))
		if choice[0].mark.trunk {
			taken = append(taken, s.bodies[i].head.above()...)
		}
		best, least := longest(choice).track().aboveFloor(), math.Inf(1)
		for _, w := range choice {
			if w.length() < mostOf*longest(choice).length() {
				continue
			}
			if t, cost, ok := w.placed(taken, least); ok {
				best, least = t, cost
			}
		}
		list = append(list, best.shapes()...)
	}
	return list
}

// placed returns the arrow of a way where it is free of what is drawn and costs least, and that cost, if it is less than one.
func (w way) placed(taken []disc, least float64) (best track, _ float64, ok bool) {
	for _, ahead := range []float64{0, 1} {
		for _, size := range []float64{1, shrunk} {
			t := w.track()
			t = t.moved(t.direction().times(ahead * (t.end.minus(t.from).length() + 2*(w.end.r+clearance)))).shortened(size).aboveFloor()
			cost := onward*ahead - longer*w.length()
			if size < 1 {
				cost += shrinking
			}
			if free, more, found := t.beside(taken, least-cost); found {
				best, least, ok = free, cost+more, true
			}
		}
	}
	return best, least, ok
}
