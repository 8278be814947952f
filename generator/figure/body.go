package figure

import "math"

// Height is the height of the figure, in centimetres: one unit of a drawing is a centimetre of this body. All drawings
// have the same body, so that they can stand beside each other.
const Height = 170.0

// The lengths of the segments are fractions of the body's height: Drillis and Contini 1966, in Winter 2009
// (Biomechanics and Motor Control of Human Movement, 4th ed., figure 4.1).
const (
	trunkLength    = 0.288 * Height // hip to shoulder
	upperArmLength = 0.186 * Height // shoulder to elbow
	forearmLength  = 0.146 * Height // elbow to wrist
	handLength     = 0.108 * Height // wrist to the finger tips
	thighLength    = 0.245 * Height // hip to knee
	shinLength     = 0.246 * Height // knee to ankle
	ankleHeight    = 0.039 * Height // sole to ankle
	footLength     = 0.152 * Height // heel to toes
	headHeight     = 0.130 * Height // chin to crown
	crownHeight    = 0.182 * Height // shoulder to crown
	hipWidth       = 0.100 * Height // between the hip joints; the hips themselves are 0.191 wide
	shoulderWidth  = 0.200 * Height // between the shoulder joints; the shoulders themselves are 0.259 wide
)

// A hand that holds something is a fist: the middle of what it holds is this far beyond the wrist. A hand that hangs is
// loosely curled.
const (
	gripReach  = 0.045 * Height
	looseReach = 0.070 * Height
	palmReach  = 0.080 * Height
)

// Where the parts of a foot lie along the sole, in front of the ankle.
const (
	heelAlong = -0.25 * footLength
	ballAlong = 0.46 * footLength
	toeAlong  = 0.75 * footLength
)

// How thick the body is, as the radius around the joints.
const (
	headRadius      = headHeight / 2
	neckRadius      = 4.4
	chestRadius     = 10.4
	pelvisRadius    = 9.4
	thighRadius     = 8.8
	kneeRadius      = 5.9
	calfRadius      = 6.0
	ankleRadius     = 3.9
	heelRadius      = 3.9
	ballRadius      = 3.1
	toeRadius       = 2.5
	upperArmRadius  = 5.8
	elbowRadius     = 4.4
	wristRadius     = 3.2
	fistRadius      = 4.3
	fingerRadius    = 2.4
	chestAlongTrunk = 0.78 // the middle of the chest, as a part of the way from hip to shoulder
	calfAlongShin   = 0.26
)

// point is a place in centimetres: x grows forwards, y grows upwards from the floor.
type point struct{ x, y float64 }

func (p point) plus(q point) point             { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point            { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point          { return point{p.x * f, p.y * f} }
func (p point) to(q point, f float64) point    { return p.plus(q.minus(p).times(f)) }
func (p point) length() float64                { return math.Hypot(p.x, p.y) }
func (p point) along(d point, f float64) point { return p.plus(d.times(f)) }

// ahead is the direction a quarter turn clockwise: forwards, where d points up.
func (d point) ahead() point { return point{d.y, -d.x} }

// upward is the direction of something that stands and leans forwards by the degrees; downward that of something that
// hangs and has swung forwards; level that of a foot, whose toes are raised.
func upward(degrees float64) point {
	s, c := math.Sincos(degrees * math.Pi / 180)
	return point{s, c}
}

func downward(degrees float64) point {
	d := upward(degrees)
	return point{d.x, -d.y}
}

func level(degrees float64) point {
	d := upward(degrees)
	return point{d.y, d.x}
}

// disc is a round piece of the body. Between two of them lies a limb.
type disc struct {
	at point
	r  float64
}

func (d disc) bottom() float64 { return d.at.y - d.r }
