package figure

import (
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// squat is a figure with two poses, a thing that is held and one that stands there.
func squat() Figure {
	return Figure{
		Poses: []Pose{
			{Label: "Stand <tall>", UpperArm: Both(10), Forearm: Both(150), Ground: []string{"feet"}},
			{Label: "Sit down", Torso: 32, Head: -20, UpperArm: Both(22), Forearm: Both(158), Thigh: Both(84), Shin: Both(-14), Ground: []string{"feet", "hips on box"}},
		},
		Props: []Prop{{Kind: "dumbbell", At: "hands", Turn: 90}, {Kind: "box"}},
	}
}

func distance(a, b disc) float64 { return a.at.minus(b.at).length() }

// Whatever the angles, the bones keep their lengths.
func TestLengths(t *testing.T) {
	for degrees := -180; degrees <= 180; degrees += 15 {
		p := Pose{Torso: degrees / 2, UpperArm: Angle{degrees, -degrees}, Forearm: Angle{-degrees, degrees}, Thigh: Angle{degrees, 20}, Shin: Angle{30, degrees}, Ground: []string{"feet"}}
		b := Figure{Poses: []Pose{p}}.stance(0).stand()
		for side := range 2 {
			l, a := b.legs[side], b.arms[side]
			for name, c := range map[string]struct{ got, want float64 }{
				"thigh": {distance(l.hip, l.knee), thighLength},
				"shin":  {distance(l.knee, l.ankle), shinLength},
				"trunk": {distance(b.pelvis, b.neck), trunkLength},
				"arm":   {distance(a.shoulder, a.elbow), distance(body{}.reference().shoulder, body{}.reference().elbow)},
			} {
				if math.Abs(c.got-c.want) > 1e-9 {
					t.Errorf("at %d degrees the %s is %.3f long, want %.3f", degrees, name, c.got, c.want)
				}
			}
		}
	}
}

// reference is the arm of a standing figure.
func (body) reference() arm {
	return Figure{Poses: []Pose{{Ground: []string{"feet"}}}}.stance(0).stand().arms[near]
}

// What touches the ground is on it, and nothing is below it.
func TestContacts(t *testing.T) {
	f := squat()
	for i := range f.Poses {
		b := f.stance(i).stand()
		if gap := f.stance(i).gap(b); math.Abs(gap) > 1e-9 {
			t.Errorf("pose %d stands %.2f above what it stands on", i, gap)
		}
		for side := range 2 {
			if _, y := lowest(parts[0].pieces(b, side)); math.Abs(y) > tolerance {
				t.Errorf("pose %d: a foot is %.2f above the floor", i, y)
			}
		}
	}
	jump := Pose{Ground: []string{"feet"}, Air: 20}
	b := Figure{Poses: []Pose{jump}}.stance(0).stand()
	if _, y := lowest(b.discs()); math.Abs(y-20) > 1e-9 {
		t.Errorf("a jump of 20 is %.2f above the floor", y)
	}
	if problems := squat().Check(); len(problems) > 0 {
		t.Errorf("problems: %+v", problems)
	}
}

func TestCheck(t *testing.T) {
	f := squat()
	f.Poses[1].Thigh = Both(20)
	f.Poses[0].Ground = []string{"foot", "elbow", "hands on wall"}
	f.Props = append(f.Props, Prop{Kind: "kettlebell"}, Prop{Kind: "band", At: "toes"})
	var got []string
	for _, p := range f.Check() {
		got = append(got, p.Message)
	}
	want := []string{
		`I do not know what "elbow" touches.`,
		`there is no wall for "hands on wall" to touch.`,
		"in this pose the hips would be 32 cm above the box.",
		"nobody holds the kettlebell.",
		`nothing can be held at "toes".`,
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("got %q\nwant %q", got, want)
		}
	}
}

var numbers = regexp.MustCompile(`-?\d+(?:\.\d+)?`)

// check parses a drawing, and returns its box and every absolute point in it.
func parse(t testing.TB, svg string) (width, height float64) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return width, height
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
				t.Fatalf("%s=%q", a.Name.Local, a.Value)
			}
			if e.Name.Local == "svg" && a.Name.Local == "viewBox" {
				box := numbers.FindAllString(a.Value, -1)
				width, _ = strconv.ParseFloat(box[2], 64)
				height, _ = strconv.ParseFloat(box[3], 64)
			}
		}
	}
}

func TestSVG(t *testing.T) {
	f := squat()
	svg := f.SVG(Options{Label: f.Alt("Box & squat")})
	if again := f.SVG(Options{Label: f.Alt("Box & squat")}); again != svg {
		t.Error("drawing the same twice gives different bytes")
	}
	if w, h := parse(t, svg); w < 100 || w > 400 || h < 150 || h > 250 {
		t.Errorf("the drawing is %.0f by %.0f", w, h)
	}
	if want := `aria-label="Box &amp; squat: 1. Stand &lt;tall&gt;. 2. Sit down."`; !strings.Contains(svg, want) {
		t.Errorf("no %s in %s", want, svg[:200])
	}
	if (Figure{}).SVG(Options{}) != "" {
		t.Error("a figure without poses has a drawing")
	}
	f.Left = true
	if mirrored := f.SVG(Options{}); mirrored == svg {
		t.Error("a figure that looks left is the same")
	} else {
		parse(t, mirrored)
	}
}

// Everything that is drawn lies inside the box, whichever way the figure is posed.
func FuzzSVG(f *testing.F) {
	f.Add(30, -20, 85, 88, 98, -28, 0, "feet", "dumbbell", "hands", 0)
	f.Add(-90, 0, 80, 88, 140, 32, 0, "back", "bench", "", 0)
	f.Add(70, -12, 0, 0, -70, -70, -70, "near hand on bench", "bench", "", 10)
	f.Add(1000000, -99999, 180, 360, -720, 7, 3, "nonsense on x", "?", "hips", -5)
	f.Fuzz(func(t *testing.T, torso, head, upper, fore, thigh, shin, foot int, ground, kind, at string, air int) {
		p := Pose{Torso: torso, Head: head, UpperArm: Angle{upper, -upper}, Forearm: Angle{fore, upper}, Thigh: Angle{thigh, shin}, Shin: Angle{shin, thigh}, Foot: Angle{foot, 0}, Ground: []string{ground}, Air: air % 100}
		fig := Figure{Poses: []Pose{p, {Ground: []string{"feet"}}}, Props: []Prop{{Kind: kind, At: at}}}
		fig.Check()
		shapes := fig.layout()
		b := boxOf(shapes)
		for _, s := range shapes {
			one := boxOf([]shape{s})
			if one.left < b.left-1e-6 || one.right > b.right+1e-6 || one.top > b.top+1e-6 || one.bottom < b.bottom-1e-6 {
				t.Errorf("a shape %+v lies outside the box %+v", one, b)
			}
		}
		parse(t, fig.SVG(Options{Label: ground}))
	})
}
