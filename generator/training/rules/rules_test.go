package rules_test

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/rules"
)

var update = flag.Bool("update", false, "rewrite what the archives in testdata expect")

const definitions = "testdata/gym.txtar"

// Each archive in testdata but the gym is named after a rule. It has plans that trip it and plans that just do not, each followed
// by all that is said of it, and definitions of its own.
func TestRules(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]bool{}
	for _, file := range archives {
		if file == filepath.FromSlash(definitions) {
			continue
		}
		id := strings.TrimSuffix(filepath.Base(file), ".txtar")
		tested[id] = true
		t.Run(id, func(t *testing.T) { testRule(t, file, id) })
	}
	for _, r := range rules.All() {
		if r.OfPlans() && !tested[r.ID] {
			t.Errorf("no archive in testdata is named after the rule %q", r.ID)
		}
	}
}

func testRule(t *testing.T, file, id string) {
	archive := readArchive(t, file)
	g := read(t, together(readArchive(t, definitions), archive))
	kinds := map[string]bool{}
	for i, f := range archive.Files {
		name, isPlan := strings.CutSuffix(f.Name, ".toml")
		if !isPlan || strings.Contains(name, "/") {
			continue
		}
		want := &archive.Files[i+1]
		if want.Name != name+".said" {
			t.Fatalf("%s is followed by %s", f.Name, want.Name)
		}
		verdicts, problems := g.check(t, f.Name, rules.Config{})
		compare(t, f.Name, want, g.said(t, problems))
		kind, _, _ := strings.Cut(name, "-")
		kinds[kind] = true
		kinds["looked"] = kinds["looked"] || looked(verdicts, id)
		holds(t, f.Name, kind, id, verdicts, problems)
	}
	if !kinds["trips"] || !kinds["passes"] || !kinds["looked"] {
		t.Errorf("there is no plan that trips it, none that passes, or none that was looked at: %v", kinds)
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func compare(t *testing.T, name string, want *txtar.File, got string) {
	t.Helper()
	if *update {
		want.Data = []byte(got)
	}
	if diff := cmp.Diff(string(want.Data), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// holds checks that a plan is what its name says.
func holds(t *testing.T, name, kind, id string, verdicts []*rules.Verdict, problems diag.List) {
	t.Helper()
	about := func(p diag.Problem) bool { return p.ID == id || id == "needless-allowance" && p.ID == "unknown-rule" }
	switch tripped := slices.ContainsFunc(problems, about); {
	case kind == "trips" && !tripped:
		t.Errorf("%s does not trip %s", name, id)
	case kind == "passes" && (tripped || len(problems) > problems.Count(diag.Note)):
		t.Errorf("%s passes, but there is: %v", name, problems)
	}
	if len(verdicts) == 0 {
		t.Errorf("%s has no programme", name)
	}
}

// looked reports whether a rule had something to check, and was content.
func looked(verdicts []*rules.Verdict, id string) bool {
	return slices.ContainsFunc(verdicts, func(v *rules.Verdict) bool {
		return slices.ContainsFunc(v.Passed, func(r *rules.Rule) bool { return r.ID == id }) || id == "needless-allowance" && len(v.Allowed) > 0
	})
}

func readArchive(t testing.TB, file string) *txtar.Archive {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

// together returns the files of archives by name.
func together(archives ...*txtar.Archive) map[string][]byte {
	files := map[string][]byte{}
	for _, a := range archives {
		for _, f := range a.Files {
			files[f.Name] = f.Data
		}
	}
	return files
}

// The table is whole: names and sentences are there, sources exist, and each source is used.
func TestTable(t *testing.T) {
	ids, used := map[string]bool{}, map[string]bool{}
	for _, r := range rules.All() {
		if ids[r.ID] {
			t.Errorf("two rules are called %q", r.ID)
		}
		ids[r.ID] = true
		if !strings.HasSuffix(r.Fix, ".") {
			t.Errorf("%s: its fix is no sentence: %q", r.ID, r.Fix)
		}
		if len(r.Sources) == 0 && !r.House {
			t.Errorf("%s has neither a source nor is it a house rule", r.ID)
		}
		if !r.OfPlans() && r.Finder == "" {
			t.Errorf("nobody finds %s", r.ID)
		}
		if rules.Find(r.ID) == nil {
			t.Errorf("%s is not found", r.ID)
		}
		for _, kind := range r.NotFor {
			if kind.Facts().Kind == "" {
				t.Errorf("%s is not for plans of kind %q, which there is none of", r.ID, kind)
			}
		}
		for _, id := range r.Sources {
			used[id] = true
			if rules.Source(id) == nil {
				t.Errorf("%s: the source %q is not in the literature", r.ID, id)
			}
		}
	}
	for _, id := range rules.BesideRules() {
		used[id] = true
		if rules.Source(id) == nil {
			t.Errorf("the source %q is not in the literature", id)
		}
	}
	for _, s := range rules.Literature() {
		if !used[s.ID] {
			t.Errorf("no rule stands on %s", s.ID)
		}
		if s.Authors == "" || s.Title == "" || s.Year < 2000 {
			t.Errorf("%s is not whole: %+v", s.ID, s)
		}
	}
	if got := slices.Sorted(maps.Keys(ids)); len(got) < 28 {
		t.Errorf("there are %d rules: %q", len(got), got)
	}
}

// Where it is said that a wider range is enough for a lift that stands still, it is: whoever writes it is not told of the lift again.
func TestFurther(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, file := range archives {
		archive := readArchive(t, file)
		g := read(t, together(readArchive(t, definitions), archive))
		for i, f := range archive.Files {
			if !strings.HasSuffix(f.Name, ".toml") || strings.Contains(f.Name, "/") || file == filepath.FromSlash(definitions) {
				continue
			}
			_, problems := g.check(t, f.Name, rules.Config{})
			for _, p := range problems {
				wider := regexp.MustCompile(`or write ("[^"]+") here`).FindStringSubmatch(p.Hint)
				if p.ID != "no-progression" || wider == nil {
					continue
				}
				lines := strings.Split(string(f.Data), "\n")
				lines[p.Line-1] = regexp.MustCompile(`do = "[^"]+"`).ReplaceAllLiteralString(lines[p.Line-1], "do = "+wider[1])
				again := readArchive(t, file)
				again.Files[i].Data = []byte(strings.Join(lines, "\n"))
				_, left := read(t, together(readArchive(t, definitions), again)).check(t, f.Name, rules.Config{})
				if slices.ContainsFunc(left, func(q diag.Problem) bool { return q.ID == p.ID && q.Line == p.Line }) {
					t.Errorf("%s: %s: with %s it still stands still: %v", file, f.Name, wider[1], left)
				}
				tried++
			}
		}
	}
	if tried < 4 {
		t.Errorf("only %d ranges were tried", tried)
	}
}
