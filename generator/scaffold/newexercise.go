package scaffold

import (
	"cmp"
	"strings"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training"
)

// Exercise returns the beginning of an exercise: repetitions without equipment, or metres with a weight for a carry.
func (s *Site) Exercise(typed string) (File, error) {
	name, id, err := s.Named(typed)
	if err != nil {
		return File{}, err
	}
	pattern := patternOf(id)
	below, above := s.neighbours(pattern)
	words := s.spoken()
	d := newDraft(training.ExerciseFormat(), words.examples)
	d.note("A new exercise. Change first: pattern, measure and equipment. Then switch on cues, and say in about how it is done. " + howNotesWork)
	d.set("name", quoted(name))
	d.set("pattern", quoted(string(pattern)))
	d.counted(pattern)
	d.set("per_side", "false")
	d.example("cues", "stop")
	d.off("easier", quoted(cmp.Or(below, id+words.easier)))
	d.off("harder", quoted(cmp.Or(above, id+words.harder)))
	d.example("harder_do")
	d.off("picture", quoted(id+".svg"))
	d.example("picture_alt", "picture_credit", "picture_focus", "video", "about")
	d.others("pose", "prop")
	d.drawing(pattern)
	return File{Path: source.Content + "/exercises/" + id + ".toml", Text: d.end()}, nil
}

// counted writes what an exercise is counted in, and with what it is done.
func (d *draft) counted(pattern training.Pattern) {
	if pattern == training.Carry {
		d.set("measure", quoted(string(training.MeasureMetres)))
		d.set("load", quoted(string(training.LoadWeight)))
		d.tell("hands")
		d.set("equipment", `["kettlebell"]`)
		return
	}
	d.set("measure", quoted(string(training.MeasureReps)))
	d.tell("load", "hands")
	d.set("equipment", `["none"]`)
}

// drawn names the exercise of the starter site that shows how one of a movement pattern is drawn.
var drawn = map[training.Pattern]string{
	training.Squat: "goblet-squat", training.Hinge: "romanian-deadlift", training.SingleLeg: "split-squat", training.Push: "push-up", training.Pull: "bent-over-row",
	training.Calf: "loaded-calf-raise", training.Core: "dead-bug", training.Carry: "farmer-carry", training.Jump: "squat-jump", training.Isolation: "tibialis-raise",
}

// drawing writes the poses of another exercise of the pattern, and the things in them, switched off.
func (d *draft) drawing(pattern training.Pattern) {
	text, err := content.Files.ReadFile("exercises/" + drawn[pattern] + ".toml")
	if err != nil {
		panic(err) // a test writes one of each pattern
	}
	_, poses, _ := strings.Cut(string(text), "\n\n[[pose]]")
	d.remark(`A drawing, here that of the exercise "` + drawn[pattern] + `". Take the # away from all lines below and change the numbers: each [[pose]] is a position ` +
		`of the body, each [[prop]] a thing in the drawing, such as kind = "dumbbell" with at = "hands". "legpress explain pose" and "legpress explain prop" say ` +
		`what the words mean, and "legpress serve" shows the drawing.`)
	for line := range strings.Lines("\n[[pose]]" + poses) {
		if strings.TrimSpace(line) != "" {
			line = "#" + line
		}
		d.text.WriteString(line)
	}
}

// patternOf guesses the movement pattern from a name: "box-squat" is a squat. It is the last one that is named, since "single-leg
// calf raise" is said of a calf raise.
func patternOf(id string) training.Pattern {
	found := training.Squat
	for _, p := range training.Patterns() {
		if strings.Contains(id, string(p)) {
			found = p
		}
	}
	return found
}

// neighbours names two exercises of a movement pattern for examples, or none.
func (s *Site) neighbours(pattern training.Pattern) (below, above string) {
	for _, e := range s.Exercises {
		switch {
		case e.Pattern != pattern:
		case below == "":
			below = e.ID
		default:
			return below, e.ID
		}
	}
	return below, ""
}
