package content_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// mostCueWords is how many words a cue of the starter has at the most: it is read between two breaths.
const mostCueWords = 10

// Each exercise of the starter site can be done from its page and its place on a sheet: it has cues, what ends a set, a drawing
// without a mistake and what to do where it hurts. Jumps and lifts with a bar say who should ask first.
func TestExercises(t *testing.T) {
	files, err := fs.Glob(content.Files, "exercises/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no exercises: %v", err)
	}
	for _, file := range files {
		text, err := content.Files.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		table, problems := tomlfile.Decode(tomlfile.Input{File: file, Text: text}, training.ExerciseFormat())
		e, more := training.ReadExercise(strings.TrimSuffix(path.Base(file), ".toml"), file, table)
		if problems = append(problems, more...); len(problems) > 0 {
			t.Errorf("%s: %+v", e.ID, problems)
		}
		if len(e.Cues) != 3 || len(e.Stop) == 0 || e.IfItHurts == "" || e.About.Value == "" || len(e.Figure.Poses) == 0 {
			t.Errorf("%s: %d cues, %d words for when to stop, if it hurts %q, %d bytes about it, %d poses; want 3 cues and some of each",
				e.ID, len(e.Cues), len(e.Stop), e.IfItHurts, len(e.About.Value), len(e.Figure.Poses))
		}
		for _, cue := range e.Cues {
			if n := len(strings.Fields(cue)); n > mostCueWords {
				t.Errorf("%s: %q has %d words, more than %d", e.ID, cue, n, mostCueWords)
			}
		}
		heavy := e.LoadedWith() == training.LoadWeight && e.WithBar() && !slices.Contains(e.Equipment, "dumbbell")
		if (e.Lands() || heavy) && !slices.Contains(e.NotFor, "an earlier stress fracture") {
			t.Errorf("%s: a jump or a lift with a bar does not send those with an earlier stress fracture to ask first: %q", e.ID, e.NotFor)
		}
	}
}
