package generator_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/reference"
	"github.com/legpress/legpress/generator/sitetest"
)

// explainedExercises are those that the explained programmes name: pattern, measure and equipment of each.
var explainedExercises = map[string][3]string{
	"squat": {"squat", "load", "barbell"}, "bench": {"push", "load", "barbell"}, "row": {"pull", "load", "barbell"},
	"press": {"push", "load", "barbell"}, "deadlift": {"hinge", "load", "barbell"}, "calf-raise": {"calf", "load", "machine"},
	"calf-drop": {"calf", "reps", "step"}, "step-up": {"single-leg", "reps", "box"}, "push-up": {"push", "reps", "none"},
	"dip": {"push", "reps", "none"}, "plank": {"core", "hold", "mat"}, "hip-bridge": {"hinge", "reps", "mat"},
}

// Each programme that "legpress explain programmes" shows builds without an error.
func TestExplainedProgrammesBuild(t *testing.T) {
	for i, e := range reference.Programmes() {
		t.Run(e.Title, func(t *testing.T) {
			dir := t.TempDir()
			write := func(name, text string) {
				t.Helper()
				file := filepath.Join(dir, "content", name)
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				sitetest.WriteFile(t, file, []byte(text))
			}
			write("site.toml", "title = \"A\"\nurl = \"https://a.example/\"\n[weights]\nmachine = [\"20 kg\", \"40 kg\"]\nbarbell = { bar = \"20 kg\", plates = [\"1.25 kg\", \"2.5 kg\", \"5 kg\", \"10 kg\", \"20 kg\"] }\n")
			for id, f := range explainedExercises {
				write("exercises/"+id+".toml", fmt.Sprintf("name = %q\npattern = %q\nmeasure = %q\nequipment = [%q]\n", strings.ToUpper(id[:1])+id[1:], f[0], f[1], f[2]))
			}
			write("runners/a.toml", "name = \"A\"\nsigns = [\"You run.\"]\naim = \"Begin.\"\nsessions_per_week = 3\nlifts = \"years\"\n[running_week]\nmon = \"rest\"\ntue = \"easy\"\nwed = \"rest\"\nthu = \"easy\"\nfri = \"rest\"\nsat = \"rest\"\nsun = \"easy\"\n")
			write(fmt.Sprintf("plans/p%d.toml", i), "title = \"P\"\nrunners = [\"a\"]\n"+e.Plan)
			report := sitetest.Build(t, dir)
			for _, p := range report.Problems {
				switch {
				case p.Severity == diag.Error:
					t.Errorf("%s:%d: %s %s [%s]", p.File, p.Line, p.Message, p.Hint, p.ID)
				default:
					t.Logf("%s:%d: %s: %s [%s]", p.File, p.Line, p.Severity, p.Message, p.ID)
				}
			}
			if programmes := report.Site.Plans[0].Programmes; len(programmes) != 1 || len(programmes[0].Projection.Weeks[0].Sessions) == 0 {
				t.Error("there is no programme")
			}
		})
	}
}
