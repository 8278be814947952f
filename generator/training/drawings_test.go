package training

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/tomlfile"
)

// TestStarterDrawings draws every exercise of the starter site without a problem: with all its poses numbered, an arrow to each but the
// first, a sign for what is held or walked with, and no larger than the poses need.
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
		if n > 1 && !strings.Contains(svg, ">2</text>") {
			t.Errorf("%s: its poses have no numbers", file.Name())
		}
		if n == 1 && e.Figure.Sign == "" {
			t.Errorf("%s: one pose, and nothing that says that it is held or walked with", file.Name())
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
