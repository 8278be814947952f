package training

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

var update = flag.Bool("update", false, "rewrite what the files in testdata expect")

// TestWrong reads each definition in testdata/KIND.txtar, which has something wrong with it, and compares what is printed
// with the file behind it. What the reader of TOML itself finds is part of it.
func TestWrong(t *testing.T) {
	for kind, read := range readers() {
		t.Run(kind, func(t *testing.T) {
			path := filepath.Join("testdata", kind+".txtar")
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i := 0; i+1 < len(archive.Files); i += 2 {
				compare(t, &archive.Files[i], &archive.Files[i+1], read)
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func compare(t *testing.T, in, want *txtar.File, read func(file, text string) diag.List) {
	t.Helper()
	name := strings.TrimSuffix(in.Name, ".toml")
	if want.Name != name+".said" {
		t.Fatalf("%s is followed by %s, want %s.said", in.Name, want.Name, name)
	}
	got := printed(t, string(in.Data), read(in.Name, string(in.Data)))
	if *update {
		want.Data = []byte(got)
	}
	if diff := cmp.Diff(string(want.Data), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", in.Name, diff)
	}
}

// readers decode and read a definition of each kind.
func readers() map[string]func(file, text string) diag.List {
	return map[string]func(file, text string) diag.List{
		"exercise": func(file, text string) diag.List {
			_, problems := readExercise(file, text)
			return problems
		},
		"runner": func(file, text string) diag.List {
			_, problems := readRunner(file, text)
			return problems
		},
		"plan": func(file, text string) diag.List {
			_, problems := readPlan(file, text)
			return problems
		},
		"sources": func(file, text string) diag.List {
			_, problems := readSources(file, text)
			return problems
		},
		"weights": func(file, text string) diag.List {
			_, problems := readWeights(file, text)
			return problems
		},
	}
}

func decode(file, text string, f *tomlfile.Format) (*tomlfile.Table, diag.List) {
	return tomlfile.Decode(tomlfile.Input{File: file, Text: []byte(text)}, f)
}

func id(file string) string { return strings.TrimSuffix(file, ".toml") }

func readExercise(file, text string) (*Exercise, diag.List) {
	t, problems := decode(file, text, ExerciseFormat())
	e, more := ReadExercise(id(file), file, t)
	return e, append(problems, more...)
}

func readRunner(file, text string) (*Runner, diag.List) {
	t, problems := decode(file, text, RunnerFormat())
	runner, more := ReadRunner(id(file), file, t)
	return runner, append(problems, more...)
}

func readPlan(file, text string) (*Plan, diag.List) {
	t, problems := decode(file, text, PlanFormat())
	p, more := ReadPlan(id(file), file, t)
	return p, append(problems, more...)
}

func readSources(file, text string) ([]*Source, diag.List) {
	t, problems := decode(file, text, SourcesFormat())
	s, more := ReadSources(file, t)
	return s, append(problems, more...)
}

func readWeights(file, text string) (Weights, diag.List) {
	t, problems := decode(file, text, WeightsFormat())
	w, more := ReadWeights(t)
	return w, append(problems, more...)
}

func printed(t *testing.T, text string, problems diag.List) string {
	t.Helper()
	lines := strings.Split(text, "\n")
	var b strings.Builder
	err := problems.Text(&b, func(_ string, n int) (string, bool) {
		if n > len(lines) {
			return "", false
		}
		return lines[n-1], true
	}, false)
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestProblemsHaveAPlace holds for every definition of TestWrong: no problem without an id, a sentence and a line.
func TestProblemsHaveAPlace(t *testing.T) {
	for kind, read := range readers() {
		archive, err := txtar.ParseFile(filepath.Join("testdata", kind+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasSuffix(f.Name, ".toml") {
				continue
			}
			for _, p := range read(f.Name, string(f.Data)) {
				if p.File != f.Name || p.ID == "" || strings.ContainsAny(p.ID, " _") || !strings.HasSuffix(p.Message, ".") && !strings.HasSuffix(p.Message, "?") {
					t.Errorf("%s: %+v", f.Name, p)
				}
			}
		}
	}
}

// TestNothingWrong reads the definitions in good_test.go once more in other spellings that mean the same.
func TestNothingWrong(t *testing.T) {
	for _, change := range [][2]string{
		{`runners = ["only-runs"]`, `runners = "only-runs"`},
		{`lift_on = ["fri", "tue"]`, `lift_on = ["TUE", "Fri"]`},
		{`easy_weeks = [4, 8]`, `easy_weeks = [8, 4]`},
		{`minutes = [30, 45]`, `minutes = [ 30, 45 ]`},
		{`do = "3 x 8-12"`, `do = "3 sets of 8 to 12 reps"`},
		{`rest = "2 min"`, `rest = "120s"`},
		{`start = "8 kg"`, `start = "8.0 Kilos"`},
	} {
		if !strings.Contains(goodPlan, change[0]) {
			t.Fatalf("the good plan has no %s", change[0])
		}
		want, _ := readPlan("good.toml", goodPlan)
		got, problems := readPlan("good.toml", strings.Replace(goodPlan, change[0], change[1], 1))
		if diff := cmp.Diff(want, got, withoutPlaces()); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %v (-want +got):\n%s", change[1], problems, diff)
		}
	}
}

func withoutPlaces() cmp.Option {
	return cmp.FilterPath(func(p cmp.Path) bool {
		return slices.ContainsFunc(p, func(s cmp.PathStep) bool { return s.Type() == positionType })
	}, cmp.Ignore())
}
