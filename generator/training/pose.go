package training

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/tomlfile"
)

// poseFormat describes [[pose]] in an exercise.
func poseFormat() *tomlfile.Format {
	angle := func(name, doc, example string) tomlfile.Key {
		return tomlfile.Key{Name: name, Kind: tomlfile.Integer | tomlfile.Integers, Doc: doc + ": " + figure.Says(name) + ".", Example: example}
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
			{Name: "torso", Kind: tomlfile.Integer, Doc: "How far the trunk leans forwards: " + figure.Says("torso") + ".", Example: "30"},
			{Name: "head", Kind: tomlfile.Integer, Doc: "How far the head leans against the trunk: " + figure.Says("head") + ".", Example: "-20"},
			angle("upper_arm", "Where the upper arm points", "20"),
			angle("forearm", "Where the forearm points", "150"),
			angle("hand", "How far the hand bends against the forearm", "0"),
			angle("thigh", "Where the thigh points", "95"),
			angle("shin", "Where the shin points", "-25"),
			angle("foot", "How far the toes are lifted, against the floor", "0"),
			{Name: "ground", Kind: tomlfile.String | tomlfile.Strings, Doc: groundDoc(), Example: `["feet"]`},
			{Name: "arrow", Kind: tomlfile.String | tomlfile.Strings, OneOf: figure.Marks(), Doc: `What the arrow follows on the way to this pose. What moves most if left out.`, Example: `["hips", "near hand"]`},
			{Name: "seconds", Kind: tomlfile.Integer, Doc: "How many seconds the way to this pose takes, where it is slow. The drawing says it.", Example: "3"},
			{Name: "air", Kind: tomlfile.Integer, Doc: "Centimetres between the body and what it would stand on, for jumps.", Example: "15"},
		},
		Foreign: foreignInPose(),
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
			{Name: "at", Kind: tomlfile.String, OneOf: figure.Holders(), Doc: `Who holds it. "palms" hold it upright by its upper end, as in a goblet squat. What is at "hips" or "knees" lies on top of them where they are level. It stands there if left out.`, Example: `"hands"`},
			{Name: "to", Kind: tomlfile.String, OneOf: figure.Ends(), Doc: "Where the other end of a band is. If left out: x centimetres before the near foot, at its height.", Example: `"bar"`},
			{Name: "pose", Kind: tomlfile.Integer | tomlfile.Integers, Doc: "The poses in which it is there, counted from 1. All if left out.", Example: "[1, 2]"},
			{Name: "x", Kind: tomlfile.Integer, Doc: "How far it is moved forwards, in centimetres.", Example: "20"},
			{Name: "height", Kind: tomlfile.Integer, Doc: "Its height in centimetres.", Example: "45"},
			{Name: "width", Kind: tomlfile.Integer, Doc: "Its width in centimetres.", Example: "40"},
			{Name: "turn", Kind: tomlfile.Integer, Doc: "How far it is turned, in degrees: forwards, or backwards if less than 0. At 0 a kettlebell hangs and a dumbbell lies level; at 90 a dumbbell stands upright.", Example: "90"},
		},
	}
}

// figure reads the poses and the things of an exercise. A pose begins as the one before it.
func (r *reader) figure(t *tomlfile.Table) figure.Figure {
	var f figure.Figure
	var p figure.Pose
	for _, table := range t.Tables("pose") {
		p = r.pose(table, p)
		f.Poses = append(f.Poses, p)
	}
	for _, table := range t.Tables("prop") {
		f.Props = append(f.Props, figure.Prop{
			Unread: unreadKeys(table, propFormat().Names(), nil),
			Kind:   table.String("kind"), At: table.String("at"), To: table.String("to"), Poses: numbers(table.Ints("pose")),
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

// unreadKeys returns the keys of a table that could not be read, among those of its format, and those that were not before, unless they
// are there now. A kind that is missing is one of them.
func unreadKeys(t *tomlfile.Table, names, before []string) []string {
	var keys []string
	for _, name := range names {
		if t.Broken(name) || !t.Has(name) && (name == "kind" || slices.Contains(before, name)) {
			keys = append(keys, name)
		}
	}
	return keys
}

// pose reads a pose that begins as the one before it.
func (r *reader) pose(t *tomlfile.Table, p figure.Pose) figure.Pose {
	p.Label, p.Seconds, p.Arrow = t.String("label"), t.Int("seconds"), nil
	p.Unread = unreadKeys(t, poseFormat().Names(), p.Unread)
	for _, text := range t.Texts("arrow") {
		p.Arrow = append(p.Arrow, text.Value)
	}
	if t.Has("view") {
		p.View = figure.View(t.String("view"))
	}
	for key, both := range map[string]*figure.Angle{
		"upper_arm": &p.UpperArm, "forearm": &p.Forearm, "hand": &p.Hand, "thigh": &p.Thigh, "shin": &p.Shin, "foot": &p.Foot,
	} {
		if n, ok := r.sides(t, key); !ok {
			p.Unread = append(p.Unread, key)
		} else if len(n) > 0 {
			*both = figure.Angle{Near: n[0].Value, Far: n[len(n)-1].Value}
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

// sides returns the one or two numbers of an angle, of both sides or of each; none where the key is not there.
func (r *reader) sides(t *tomlfile.Table, key string) (list []tomlfile.Number, ok bool) {
	list = t.Ints(key)
	if len(list) > 2 || len(list) == 0 && t.Has(key) {
		r.add(t.ValuePos(key), "bad-drawing", fmt.Sprintf("%s has %d numbers.", key, len(list)),
			fmt.Sprintf("Write one for both sides, or two as in %s = [20, -10], of the near and of the far side.", key))
		return nil, false
	}
	return list, true
}
