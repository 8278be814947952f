package training

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzReadPlan holds that no text makes the reader panic, that a plan always has a phase, and that what is read without a
// problem is within what the rest of the program relies on.
func FuzzReadPlan(f *testing.F) {
	for _, text := range []string{goodPlan, goodPhases} {
		f.Add(text)
	}
	archive, err := txtar.ParseFile("testdata/plan.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for i := 0; i < len(archive.Files); i += 2 {
		f.Add(string(archive.Files[i].Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, problems := readPlan("plan.toml", text)
		if len(p.Phases) == 0 {
			t.Errorf("the plan has no phase: %q", text)
		}
		if !problems.HasErrors() {
			checkPlan(t, p)
		}
	})
}

func checkPlan(t *testing.T, p *Plan) {
	t.Helper()
	if n := p.Weeks(); n < 1 || n > weekCount().high {
		t.Errorf("the plan lasts %d weeks", n)
	}
	for _, phase := range p.Phases {
		if phase.Weeks < 1 || len(phase.Sessions) == 0 {
			t.Errorf("phase %q has %d weeks and %d sessions", phase.Name, phase.Weeks, len(phase.Sessions))
		}
		for i, w := range phase.EasyWeeks {
			if w < 1 || w > phase.Weeks || i > 0 && w <= phase.EasyWeeks[i-1] {
				t.Errorf("phase %q of %d weeks has the easy weeks %v", phase.Name, phase.Weeks, phase.EasyWeeks)
			}
		}
		for _, s := range phase.Sessions {
			checkRows(t, s)
		}
	}
}

func checkRows(t *testing.T, s Session) {
	t.Helper()
	if s.Name == "" || len(s.Rows) == 0 {
		t.Errorf("session %q has %d rows", s.Name, len(s.Rows))
	}
	for _, row := range s.Rows {
		if row.Exercise.ID == "" || row.Do.IsZero() || (row.Progress == Wave) != (len(row.Wave) > 0) || row.YouChoose && !row.Start.IsZero() {
			t.Errorf("session %q has the row %+v", s.Name, row)
		}
	}
}

// FuzzReadOthers holds that no text makes the other readers panic.
func FuzzReadOthers(f *testing.F) {
	f.Add(goodExercise)
	f.Add(goodRunner)
	for _, name := range []string{"exercise", "runner", "sources", "weights"} {
		data, err := os.ReadFile("testdata/" + name + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		archive := txtar.Parse(data)
		for i := 0; i < len(archive.Files); i += 2 {
			f.Add(string(archive.Files[i].Data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		for kind, read := range readers() {
			for _, p := range read("file.toml", text) {
				if p.Message == "" || p.ID == "" {
					t.Errorf("%s %q: %+v", kind, text, p)
				}
			}
		}
	})
}
