package rules_test

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/rules"
)

// gym is what plans are made of: the definitions of a site, and the text of all files for excerpts.
type gym struct {
	files     map[string][]byte // by their paths below content
	settings  *parse.Settings
	exercises map[string]*training.Exercise
	runners   map[string]*training.Runner
}

// read reads the definitions of a site. They must be in order.
func read(t testing.TB, files map[string][]byte) *gym {
	t.Helper()
	g := &gym{files: files, exercises: map[string]*training.Exercise{}, runners: map[string]*training.Runner{}}
	settings, problems := parse.ReadSettings(source.New([]source.File{{Path: "content/site.toml", Data: files["site.toml"]}}))
	g.settings = settings
	for _, name := range slices.Sorted(maps.Keys(files)) {
		id, in := strings.TrimSuffix(path.Base(name), ".toml"), tomlfile.Input{File: "content/" + name, Text: files[name]}
		switch path.Dir(name) {
		case "exercises":
			table, more := tomlfile.Decode(in, training.ExerciseFormat())
			e, wrong := training.ReadExercise(id, in.File, table)
			g.exercises[id] = e
			problems.Add(append(more, wrong...)...)
		case "runners":
			table, more := tomlfile.Decode(in, training.RunnerFormat())
			r, wrong := training.ReadRunner(id, in.File, table)
			g.runners[id] = r
			problems.Add(append(more, wrong...)...)
		}
	}
	if len(problems) > 0 {
		t.Fatalf("the definitions have problems: %v", problems)
	}
	return g
}

// plan reads a plan.
func (g *gym) plan(name string) (*training.Plan, diag.List) {
	in := tomlfile.Input{File: "content/" + name, Text: g.files[name]}
	table, problems := tomlfile.Decode(in, training.PlanFormat())
	p, wrong := training.ReadPlan(strings.TrimSuffix(path.Base(name), ".toml"), in.File, table)
	return p, append(problems, wrong...)
}

// check projects a plan for its runner types and holds each programme against the rules. The problems are those of the reader and
// the engine too.
func (g *gym) check(t testing.TB, name string, c rules.Config) ([]*rules.Verdict, diag.List) {
	t.Helper()
	p, problems := g.plan(name)
	var verdicts []*rules.Verdict
	for _, ref := range p.Runners {
		in := progression.Input{Plan: p, Runner: g.runners[ref.ID], Exercises: g.exercises, Weights: g.settings.Weights, Unit: g.settings.Unit}
		if in.Runner == nil {
			t.Fatalf("%s is for %q, which does not exist", name, ref.ID)
		}
		programme, wrong := progression.Project(in)
		problems.Add(wrong...)
		if programme != nil {
			verdicts = append(verdicts, rules.Check(programme, in, c))
		}
	}
	return verdicts, append(problems, rules.Problems(p, verdicts, c)...).Sorted()
}

// said prints problems as the command does.
func (g *gym) said(t testing.TB, problems diag.List) string {
	t.Helper()
	line := func(file string, n int) (string, bool) {
		lines := bytes.Split(g.files[strings.TrimPrefix(file, "content/")], []byte("\n"))
		if n < 1 || n > len(lines) {
			return "", false
		}
		return string(lines[n-1]), true
	}
	var b strings.Builder
	if err := problems.Text(&b, line, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// filesOf returns the files of a folder by their paths.
func filesOf(t testing.TB, folder fs.FS) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(folder, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
