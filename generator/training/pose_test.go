package training

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/content"
)

// TestPoseSlips has the slips of those who write the poses of an exercise for the first time: in the goblet squat of the starter site each
// is named once, at its line, with what can be written there.
func TestPoseSlips(t *testing.T) {
	text, err := content.Files.ReadFile("exercises/goblet-squat.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ was, is, want string }{
		{"torso     = 30", "torso = 500", "torso = 500 is no angle that can be drawn. Write a number from -180 to 180: 0 is upright, 90 is level with the face down, -90 on the back."},
		{"torso     = 30", "torso = 120", "with torso = 120 and thigh = 100 the hips would bend 220 degrees forwards; 145 is the most. Here torso can be from -37 to 45"},
		{"head      = -20", "head = -200", "head = -200 is no angle that can be drawn. Write a number from -60 to 60: less than 0 looks up."},
		{"shin      = -28", "shin = 150", "the knees would bend 50 degrees the wrong way; 10 is the most. Here shin can be from -42 to 70: 0 points down from the knee, less than 0 backwards. Or change thigh."},
		{"thigh     = 100", "thigh = -100", "the hips would bend 70 degrees back; 40 is the most."},
		{"thigh     = 100", "thigh = [100, -100]", "the far hip would bend 70 degrees back"},
		{"forearm   = 118", "forearm = -118", "the elbows would bend 80 degrees the wrong way"},
		{"forearm   = 118", `forearm = "118"`, `forearm is "118", a text in quotes. Write the number without quotes`},
		{"forearm   = 118", `forearm = "bent"`, `forearm is "bent", a text in quotes. For example: forearm = 150`},
		{"thigh     = 100", "thigh = [100, 100, 100]", "thigh has 3 numbers. Write one for both sides, or two as in thigh = [20, -10], of the near and of the far side."},
		{"thigh     = 100", "thigh = []", "thigh has 0 numbers."},
		{"thigh     = 100", "thigh = 1e2", "thigh is 1e2, a bare number. For example: thigh = 95"},
		{"forearm   = 118", "elbow = 118", `"elbow" is not a word I know here. Write where the upper arm and the forearm point`},
		{"shin      = -28", "Knee = 128", `"Knee" is not a word I know here. Write where the thigh and the shin point: a knee that is bent has thigh = 95 and shin = -25.`},
		{"torso     = 30", "spine = 30", `"spine" is not a word I know here. Write how far the trunk leans forwards: torso = 30.`},
		{"shin      = -28", "shin = -28\nthigh = 100", `"thigh" is there twice`},
		{`ground    = ["feet"]`, `ground = ["foots"]`, `I do not know what "foots" touches.`},
		{`ground    = ["feet"]`, `ground = ["feet", "hips on box"]`, `there is no box for "hips on box" to touch. Add it below the poses: [[prop]] with kind = "box".`},
		{`ground    = ["feet"]`, `view = "fornt"`, `view cannot be "fornt". Did you mean "front"?`},
		{"forearm   = 148", "forearm = 148\nfoot = -30", `in this pose the heel would be 7 cm above the floor, though "feet" says that the whole foot stands. Write foot = 0, or ground with "balls".`},
		{`kind = "dumbbell"`, `kind = "dumbell"`, `kind cannot be "dumbell". Did you mean "dumbbell"?`},
		{`at   = "palms"`, `at = "hand"`, `at cannot be "hand". Did you mean "hands"?`},
		{"pose = 1", "pose = 3", "there is no pose 3."},
		{"turn = 60", "turn = 60\nwidth = 999", "width = 999 does not fit into a drawing."},
	} {
		if !strings.Contains(string(text), test.was) {
			t.Fatalf("the goblet squat has no %s", test.was)
		}
		changed := strings.Replace(string(text), test.was, test.is, 1)
		_, problems := readExercise("goblet-squat.toml", changed)
		wrong := test.is[strings.LastIndexByte(test.is, '\n')+1:]
		line := 1 + slices.Index(strings.Split(changed, "\n"), wrong)
		if len(problems) != 1 || problems[0].Line != line || !strings.Contains(problems[0].Message+" "+problems[0].Hint, test.want) {
			t.Errorf("%s: %+v\nwant %s in line %d", test.is, problems, test.want, line)
		}
	}
}

// TestNobodyHolds says where a thing is named that nobody holds.
func TestNobodyHolds(t *testing.T) {
	_, problems := readExercise("a.toml", "name = \"A\"\npattern = \"squat\"\nmeasure = \"reps\"\n[[pose]]\nlabel = \"Stand\"\nground = [\"feet\"]\n[[prop]]\nturn = 3\nkind = \"dumbbell\"\n")
	if got := fmt.Sprint(problems); len(problems) != 1 || problems[0].Line != 9 || !strings.Contains(got, `nobody holds the dumbbell`) {
		t.Errorf("%s", got)
	}
}

// TestNoAngleTwice has each angle of every exercise of the starter site far out of its range: it is named once, at its line.
func TestNoAngleTwice(t *testing.T) {
	files, err := content.Files.ReadDir("exercises")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := content.Files.ReadFile("exercises/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(text), "\n")
		for i, line := range lines {
			key, _, _ := strings.Cut(line, " ")
			if !slices.Contains([]string{"torso", "head", "upper_arm", "forearm", "hand", "thigh", "shin", "foot"}, key) {
				continue
			}
			changed := slices.Clone(lines)
			changed[i] = key + " = 500"
			_, problems := readExercise(file.Name(), strings.Join(changed, "\n"))
			if len(problems) != 1 || problems[0].Line != i+1 || !strings.HasPrefix(problems[0].Message, key+" = 500 is no angle") {
				t.Errorf("%s:%d: %+v", file.Name(), i+1, problems)
			}
		}
	}
}
