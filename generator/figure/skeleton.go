package figure

// The two sides of the body. In a front view the near limbs are those on the right of the picture.
const (
	near = iota
	far
)

// body is a figure in one pose: every piece of it, where it is. The pieces are round; between those of a limb lies the limb.
type body struct {
	pelvis, chest, neck, head, nose disc
	arms                            [2]arm
	legs                            [2]leg
	front                           bool // seen from the front
}

type arm struct{ shoulder, elbow, wrist, hand disc }

type leg struct{ hip, knee, calf, ankle, heel, ball, toe disc }

// grips says of each hand whether it holds something.
type grips [2]bool

// assemble puts the segments of a pose together, beginning at the hips. The whole figure is tipped forwards by the
// degrees, apart from what lies flat on something.
func assemble(p Pose, tilt float64, hold grips, touching []contact) body {
	b := body{front: p.View == FrontView}
	lean := float64(p.Torso)
	if !lies(touching, "back", near) {
		lean += tilt
	}
	trunk := upward(lean)
	neck := point{}.along(trunk, trunkLength)
	b.pelvis = disc{point{}, pelvisRadius}
	b.chest = disc{point{}.along(trunk, chestAlongTrunk*trunkLength), chestRadius}
	b.neck = disc{neck, neckRadius + 1}
	b.turnHead(trunk, lean+float64(p.Head))
	for _, side := range []int{near, far} {
		b.legs[side] = stretchLeg(p, side, tilt, b.joint(side, b.pelvis.at, trunk, hipWidth), touching)
		b.arms[side] = stretchArm(p, side, tilt, b.joint(side, neck, trunk, shoulderWidth), hold[side], touching)
	}
	return b
}

// turnHead places the head in its direction from the end of the trunk.
func (b *body) turnHead(trunk point, degrees float64) {
	d := upward(degrees)
	middle := b.neck.at.along(d, crownHeight-headRadius)
	b.head = disc{middle, headRadius}
	b.nose = disc{middle.along(d.ahead(), headRadius+1.6).along(d, -1.2), 1.6}
}

// joint is where a limb begins: in the middle of the body as seen from the side, half a width beside it as seen from the
// front.
func (b *body) joint(side int, middle, trunk point, width float64) point {
	if !b.front {
		return middle
	}
	if side == far {
		width = -width
	}
	return middle.along(trunk.ahead(), width/2)
}

func stretchLeg(p Pose, side int, tilt float64, hip point, touching []contact) leg {
	thigh := downward(p.Thigh.of(side) - tilt)
	shin := downward(p.Shin.of(side) - tilt)
	knee := hip.along(thigh, thighLength)
	ankle := knee.along(shin, shinLength)
	l := leg{
		hip:   disc{hip, thighRadius},
		knee:  disc{knee, kneeRadius},
		calf:  disc{knee.along(shin, calfAlongShin*shinLength).along(shin.ahead(), 1), calfRadius},
		ankle: disc{ankle, ankleRadius},
	}
	if p.View == FrontView {
		l.calf.at = knee.along(shin, calfAlongShin*shinLength)
		l.showFootFromFront(shin)
		return l
	}
	degrees := p.Foot.of(side)
	if !footLies(touching, side) {
		degrees -= tilt
	}
	l.placeFoot(degrees, onBall(touching, side))
	return l
}

// placeFoot puts the foot at the ankle. Where it stands on its ball, the toes lie flat, whether the heel is above or below them.
func (l *leg) placeFoot(degrees float64, onBall bool) {
	sole := level(degrees)
	up := point{-sole.y, sole.x}
	under := l.ankle.at.along(up, -ankleHeight)
	l.heel = disc{under.along(sole, heelAlong+heelRadius).along(up, heelRadius), heelRadius}
	l.ball = disc{under.along(sole, ballAlong).along(up, ballRadius), ballRadius}
	l.toe = disc{under.along(sole, toeAlong-toeRadius).along(up, toeRadius), toeRadius}
	if onBall && degrees > -100 && degrees < 60 {
		l.toe.at = point{l.ball.at.x + toeAlong - toeRadius - ballAlong, l.ball.at.y - ballRadius + toeRadius}
	}
}

// showFootFromFront draws a shoe from its tip: a foot seen from the front has no length.
func (l *leg) showFootFromFront(shin point) {
	sole := l.ankle.at.along(shin, ankleHeight-ballRadius-1)
	l.heel = disc{sole, ballRadius + 1}
	l.ball, l.toe = l.heel, l.heel
}

func stretchArm(p Pose, side int, tilt float64, shoulder point, holds bool, touching []contact) arm {
	upper := downward(p.UpperArm.of(side) - tilt)
	degrees := p.Forearm.of(side)
	if !lies(touching, "forearm", side) {
		degrees -= tilt
	}
	fore := downward(degrees)
	elbow := shoulder.along(upper, upperArmLength)
	wrist := elbow.along(fore, forearmLength)
	a := arm{
		shoulder: disc{shoulder, upperArmRadius},
		elbow:    disc{elbow, elbowRadius},
		wrist:    disc{wrist, wristRadius},
	}
	hand := downward(degrees + p.Hand.of(side))
	switch {
	case holds:
		a.hand = disc{wrist.along(hand, gripReach), fistRadius}
	case lies(touching, "hand", side):
		a.hand = disc{wrist.plus(point{palmReach, fingerRadius - wristRadius}), fingerRadius}
	default:
		a.hand = disc{wrist.along(hand, looseReach), fingerRadius + .6}
	}
	return a
}

func (a Angle) of(side int) float64 {
	if side == far {
		return float64(a.Far)
	}
	return float64(a.Near)
}
