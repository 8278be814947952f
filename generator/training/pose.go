package training

import (
	"strings"

	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/tomlfile"
)

// poseFormat describes [[pose]] in an exercise.
func poseFormat() *tomlfile.Format {
	angle := func(name, doc, example string) tomlfile.Key {
		return tomlfile.Key{Name: name, Kind: tomlfile.Integer | tomlfile.Integers, Doc: doc, Example: example}
	}
	return &tomlfile.Format{
		Name: "pose",
		Doc: "One position of the body, of which Legpress makes a drawing. Angles are in degrees: 0 is how a standing body hangs, " +
			"torso up, arms and legs straight down; more is forwards. Two numbers, as in [20, -10], are the near and the far side. " +
			"A knee bends where the shin has a lower number than the thigh, an elbow where the forearm has a higher one than the upper arm. " +
			"What a later pose leaves out is as in the one before.",
		Keys: []tomlfile.Key{
			{Name: "label", Kind: tomlfile.String, Required: true, Doc: "What the pose shows. It is read to those who cannot see the drawing, and stands below it where the exercise has no cues.", Example: `"Sit down between your heels"`},
			{Name: "view", Kind: tomlfile.String, OneOf: []string{string(figure.SideView), string(figure.FrontView)}, Doc: `From where the body is seen. "side" if left out.`, Example: `"side"`},
			{Name: "torso", Kind: tomlfile.Integer, Doc: "How far the trunk leans forwards: 0 is upright, 90 is level with the face down, -90 on the back.", Example: "30"},
			{Name: "head", Kind: tomlfile.Integer, Doc: "How far the head leans against the trunk: less than 0 looks up.", Example: "-20"},
			angle("upper_arm", "0 hangs down, 90 points forwards.", "20"),
			angle("forearm", "The same for the forearm; with 150 the hand is at the shoulder.", "150"),
			angle("hand", "How far the hand bends against the forearm.", "0"),
			angle("thigh", "0 points down, 90 forwards, less than 0 backwards.", "95"),
			angle("shin", "0 points down from the knee, less than 0 backwards.", "-25"),
			angle("foot", "How far the toes are lifted, against the floor; less than 0 lifts the heel.", "0"),
			{Name: "ground", Kind: tomlfile.String | tomlfile.Strings, Doc: groundDoc(), Example: `["feet"]`},
			{Name: "arrow", Kind: tomlfile.String | tomlfile.Strings, OneOf: figure.Marks(), Doc: `What the arrow follows on the way to this pose. What moves most if left out.`, Example: `["hips", "near hand"]`},
			{Name: "seconds", Kind: tomlfile.Integer, Doc: "How many seconds the way to this pose takes, where it is slow. The drawing says it.", Example: "3"},
			{Name: "air", Kind: tomlfile.Integer, Doc: "Centimetres between the body and what it would stand on, for jumps.", Example: "15"},
		},
	}
}

// groundDoc says what can touch something.
func groundDoc() string {
	return `What touches the floor or a thing, as in "feet", "ball on step" or "near hand on bench". "foot" is the whole sole, "ball" the ball of the foot ` +
		`with the heel free. What two poses share first stays where it is. A part is one of: ` + strings.Join(figure.Parts(), ", ") + "."
}

// propFormat describes [[prop]] in an exercise.
func propFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "prop",
		Doc:  "A thing in the drawing: one that is held, or one that stands there.",
		Keys: []tomlfile.Key{
			{Name: "kind", Kind: tomlfile.String, Required: true, OneOf: figure.Kinds(), Doc: "What it is.", Example: `"dumbbell"`},
			{Name: "at", Kind: tomlfile.String, OneOf: figure.Holders(), Doc: `Who holds it. "palms" hold it upright by its upper end, as in a goblet squat. It stands there if left out.`, Example: `"hands"`},
			{Name: "to", Kind: tomlfile.String, OneOf: figure.Ends(), Doc: "Where the other end of a band is. If left out: x centimetres before the near foot, at its height.", Example: `"bar"`},
			{Name: "pose", Kind: tomlfile.Integer | tomlfile.Integers, Doc: "The poses in which it is there, counted from 1. All if left out.", Example: "[1, 2]"},
			{Name: "x", Kind: tomlfile.Integer, Doc: "How far it is moved forwards, in centimetres.", Example: "20"},
			{Name: "height", Kind: tomlfile.Integer, Doc: "Its height in centimetres.", Example: "45"},
			{Name: "width", Kind: tomlfile.Integer, Doc: "Its width in centimetres.", Example: "40"},
			{Name: "turn", Kind: tomlfile.Integer, Doc: "How far it is turned, in degrees.", Example: "90"},
		},
	}
}

// figure reads the poses and the things of an exercise. A pose begins as the one before it.
func (r *reader) figure(t *tomlfile.Table) figure.Figure {
	var f figure.Figure
	var p figure.Pose
	for _, table := range t.Tables("pose") {
		p = pose(table, p)
		f.Poses = append(f.Poses, p)
	}
	for _, table := range t.Tables("prop") {
		f.Props = append(f.Props, figure.Prop{
			Kind: table.String("kind"), At: table.String("at"), To: table.String("to"), Poses: numbers(table.Ints("pose")),
			X: table.Int("x"), Height: table.Int("height"), Width: table.Int("width"), Turn: table.Int("turn"),
		})
	}
	f.Left = t.String("facing") == "left"
	if len(f.Poses) > 0 {
		f.Sign = sign(Measure(t.String("measure")), Pattern(t.String("pattern")))
	}
	r.checkFigure(t, f)
	return f
}

// sign returns how an exercise is done, where poses cannot show it: what counts seconds is held, unless one walks with it.
func sign(m Measure, p Pattern) figure.Sign {
	switch {
	case p == Carry || m == MeasureMetres:
		return figure.WalkSign
	case m == MeasureHold:
		return figure.HoldSign
	}
	return ""
}

// numbers returns the values of a list.
func numbers(list []tomlfile.Number) []int {
	var values []int
	for _, n := range list {
		values = append(values, n.Value)
	}
	return values
}

// checkFigure reports what is wrong with a drawing: at the key that it is about, or at its pose or prop.
func (r *reader) checkFigure(t *tomlfile.Table, f figure.Figure) {
	for _, p := range f.Check() {
		at := t
		if p.Pose >= 0 {
			at = t.Tables("pose")[p.Pose]
		} else if p.Prop >= 0 {
			at = t.Tables("prop")[p.Prop]
		}
		pos := at.Pos()
		if at.Has(p.Key) {
			pos = at.KeyPos(p.Key)
		}
		r.add(pos, "bad-drawing", p.Message, p.Hint)
	}
}

func pose(t *tomlfile.Table, p figure.Pose) figure.Pose {
	p.Label, p.Seconds, p.Arrow = t.String("label"), t.Int("seconds"), nil
	for _, text := range t.Texts("arrow") {
		p.Arrow = append(p.Arrow, text.Value)
	}
	if t.Has("view") {
		p.View = figure.View(t.String("view"))
	}
	for key, both := range map[string]*figure.Angle{
		"upper_arm": &p.UpperArm, "forearm": &p.Forearm, "hand": &p.Hand, "thigh": &p.Thigh, "shin": &p.Shin, "foot": &p.Foot,
	} {
		switch n := t.Ints(key); len(n) {
		case 0:
		case 1:
			*both = figure.Both(n[0].Value)
		default:
			*both = figure.Angle{Near: n[0].Value, Far: n[1].Value}
		}
	}
	for key, one := range map[string]*int{"torso": &p.Torso, "head": &p.Head, "air": &p.Air} {
		if t.Has(key) {
			*one = t.Int(key)
		}
	}
	if t.Has("ground") {
		p.Ground = nil
		for _, text := range t.Texts("ground") {
			p.Ground = append(p.Ground, text.Value)
		}
	}
	return p
}
