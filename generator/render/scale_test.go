package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// drawnAs returns an exercise with a drawing of its own.
func drawnAs(name string, poses ...figure.Pose) *site.Exercise {
	return &site.Exercise{Exercise: &training.Exercise{Name: name, Figure: figure.Figure{Poses: poses}}}
}

// Exercises of one list are shown at one scale, the largest at which all have room; one alone is not blown up beyond what its lines bear.
func TestScale(t *testing.T) {
	stand := drawnAs("Stand", figure.Pose{Label: "Stand", Ground: []string{"feet"}})
	plank := drawnAs("Plank", figure.Pose{Label: "Hold", Torso: 75, UpperArm: figure.Both(-15), Thigh: figure.Both(-75), Shin: figure.Both(-75), Ground: []string{"hands", "balls"}})
	r := &Renderer{site: &site.Site{Settings: &parse.Settings{}}, figures: map[*site.Exercise]figureFile{}}
	v := &SiteView{Site: r.site, renderer: r}
	tall, wide := r.realSize(stand), r.realSize(plank)
	if tall.Height <= tall.Width || wide.Width <= wide.Height {
		t.Fatalf("standing is %v, lying %v", tall, wide)
	}
	both := []*site.Exercise{stand, plank}
	at := v.Scale(both, 120, 400)
	for _, e := range both {
		size := r.realSize(e)
		if shown, want := string(v.Figure(e, at)), fmt.Sprintf(`width="%d" height="%d"`, (size.Width*at+50)/100, (size.Height*at+50)/100); !strings.Contains(shown, want) || !strings.Contains(shown, `alt=""`) {
			t.Errorf("%s at %d %% is %s, want %s and no description", e.Name, at, shown, want)
		}
	}
	if w := wide.Width * at; w > 12000 || w+wide.Width <= 12000 {
		t.Errorf("at %d %% the wider one takes %d hundredths of 120 pixels", at, w)
	}
	if h := tall.Height * v.Scale(both, 4000, 100); h > 10000 {
		t.Errorf("the taller one takes %d hundredths of 100 pixels", h)
	}
	if large := string(v.Drawing(stand)); !strings.Contains(large, fmt.Sprintf(`height="%d"`, (tall.Height*largeScale+50)/100)) || !strings.Contains(large, `alt="Stand: Stand."`) {
		t.Error("a standing body alone is ", large)
	}
}

// A ladder goes from the easier exercise to the harder one, at a scale at which the widest has room. An exercise alone has none.
func TestLadder(t *testing.T) {
	low := drawnAs("Low", figure.Pose{Label: "Hold", Torso: 75, UpperArm: figure.Both(-15), Thigh: figure.Both(-75), Shin: figure.Both(-75), Ground: []string{"hands", "balls"}})
	here, high := drawnAs("Here", figure.Pose{Label: "Stand", Ground: []string{"feet"}}), drawnAs("High", figure.Pose{Label: "Stand", Ground: []string{"feet"}})
	r := &Renderer{site: &site.Site{Settings: &parse.Settings{}}, figures: map[*site.Exercise]figureFile{}}
	v := &ExerciseView{BaseView: BaseView{SiteView: SiteView{Site: r.site, renderer: r}}, Exercise: here}
	if v.Ladder() != nil {
		t.Error("an exercise alone is on a ladder")
	}
	here.Easier, here.Harder = low, high
	l := v.Ladder()
	var words []string
	for _, rung := range l.Rungs {
		words = append(words, rung.Exercise.Name+" "+rung.Word)
		if size := scaled(r.realSize(rung.Exercise), l.Scale); size.Width > ladderWidth || size.Height > ladderHeight {
			t.Errorf("%s is %v, and has %d × %d", rung.Exercise.Name, size, ladderWidth, ladderHeight)
		}
	}
	if got, want := strings.Join(words, ", "), "Low easier, Here this-exercise, High harder"; got != want {
		t.Errorf("the rungs are %s, want %s", got, want)
	}
}

// TestReadingOrder stands the poses of a drawing in the order in which the site's language is read.
func TestReadingOrder(t *testing.T) {
	squat := drawnAs("Squat", figure.Pose{Label: "Stand", Ground: []string{"feet"}}, figure.Pose{Label: "Sit", Torso: 30, Thigh: figure.Both(98), Shin: figure.Both(-28), Ground: []string{"feet"}})
	drawn := func(direction string, left bool) string {
		squat.Figure.Left = left
		r := &Renderer{site: &site.Site{Settings: &parse.Settings{Direction: direction}}, figures: map[*site.Exercise]figureFile{}}
		return r.figure(squat).svg
	}
	if drawn("rtl", false) != drawn("ltr", true) || drawn("rtl", true) != drawn("ltr", false) || drawn("rtl", false) == drawn("ltr", false) {
		t.Error("from the right, a figure looks where its author says")
	}
}
