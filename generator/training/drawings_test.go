package training

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/tomlfile"
)

// TestStarterDrawings draws every exercise of the starter site without a problem: with an arrow to the second pose that
// does not stand over its head, and a sign for what is held or walked with.
func TestStarterDrawings(t *testing.T) {
	files, err := content.Files.ReadDir("exercises")
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	for _, file := range files {
		text, err := content.Files.ReadFile("exercises/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		table, problems := tomlfile.Decode(tomlfile.Input{File: file.Name(), Text: text}, ExerciseFormat())
		e, more := ReadExercise(strings.TrimSuffix(file.Name(), ".toml"), file.Name(), table)
		for _, p := range append(problems, more...) {
			t.Errorf("%s:%d: %s", file.Name(), p.Line, p.Message)
		}
		n := len(e.Figure.Poses)
		if n == 0 {
			t.Errorf("%s has no drawing", file.Name())
			continue
		}
		svg := e.Figure.SVG(figure.Options{})
		if n == 1 && e.Figure.Sign == "" {
			t.Errorf("%s: one pose, and nothing that says that it is held or walked with", file.Name())
		}
		if over := overHead(svg); n > 1 && over != "" {
			t.Errorf("%s: an arrow over the head: %s", file.Name(), over)
		}
		if still := e.Figure; n > 1 {
			still.Poses = append([]figure.Pose{}, still.Poses...)
			for i := range still.Poses {
				still.Poses[i].Arrow = []string{figure.NoArrow}
			}
			if still.SVG(figure.Options{}) == svg {
				t.Errorf("%s: no arrow says what moves", file.Name())
			}
		}
	}
}

// heads and points find the heads of a drawing, and the points of its arrows.
var (
	heads  = regexp.MustCompile(`M([\d.]+) ([\d.]+)A11\.1 11\.1 0 0 1 ([\d.]+) `)
	points = regexp.MustCompile(`stroke-width="4" paint-order="stroke" d="M([\d.]+) ([\d.]+)L`)
)

// overHead returns the point of an arrow that is above the head of the last pose.
func overHead(svg string) string {
	number := func(s string) float64 {
		x, _ := strconv.ParseFloat(s, 64) // the pattern has found a number
		return x
	}
	all := heads.FindAllStringSubmatch(svg, -1)
	if len(all) == 0 {
		return "there is no head"
	}
	head := all[len(all)-1]
	for _, p := range points.FindAllStringSubmatch(svg, -1) {
		if x := number(p[1]); x > number(head[1]) && x < number(head[3]) && number(p[2]) < number(head[2]) {
			return p[1] + " " + p[2]
		}
	}
	return ""
}

// TestSign holds what counts seconds or metres.
func TestSign(t *testing.T) {
	for _, test := range []struct {
		m    Measure
		p    Pattern
		want figure.Sign
	}{
		{MeasureHold, Core, figure.HoldSign}, {MeasureHold, Carry, figure.WalkSign}, {MeasureMetres, Core, figure.WalkSign},
		{MeasureReps, Core, ""}, {MeasureLoad, Squat, ""},
	} {
		if got := sign(test.m, test.p); got != test.want {
			t.Errorf("%s of %s: %q, want %q", test.m, test.p, got, test.want)
		}
	}
}
