package generator_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/sitetest"
)

// Plans that a good coach would defend are left alone: notes may remain, warnings not.
func TestDefendedPlans(t *testing.T) {
	plans, report := advise(t, "defended")
	if len(plans) < 12 {
		t.Errorf("%d plans", len(plans))
	}
	for _, p := range report.Problems {
		if p.Severity < diag.Note {
			t.Errorf("%s:%d: %s %s: %s", p.File, p.Line, p.Severity, p.ID, p.Message)
		}
	}
}

// Plans that would harm their runners are each told so, in words that name the harm. What has to be said stands in the first lines of a plan,
// behind what the harm is: the least severity, the rule or one of several, and words of the message.
func TestHarmfulPlans(t *testing.T) {
	plans, report := advise(t, "harmful")
	if len(plans) < 30 {
		t.Errorf("%d plans", len(plans))
	}
	for _, f := range plans {
		wanted := 0
		for line := range strings.Lines(string(f.Data)) {
			want, ok := readWarning(line)
			if !ok {
				continue
			}
			wanted++
			said := func(p diag.Problem) bool {
				return p.File == "content/"+f.Name && p.Severity <= want.Severity && slices.Contains(strings.Split(want.ID, "|"), p.ID) && strings.Contains(p.Message, want.Message)
			}
			if !slices.ContainsFunc(report.Problems, said) {
				t.Errorf("%s is not told that %q; it is told:\n%s", f.Name, strings.TrimSpace(line), told(report, f.Name))
			}
		}
		if wanted == 0 {
			t.Errorf("%s does not say what it has to be told", f.Name)
		}
	}
}

// advise checks the site of the plans of an archive, with the definitions of the gym.
func advise(t *testing.T, name string) ([]txtar.File, *generator.Report) {
	t.Helper()
	dir := t.TempDir()
	var plans []txtar.File
	for _, file := range []string{"gym", name} {
		archive, err := txtar.ParseFile(filepath.Join("testdata/advice", file+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range archive.Files {
			f := archive.Files[i]
			if strings.HasPrefix(f.Name, "plans/") {
				plans = append(plans, f)
			}
			archive.Files[i].Name = "content/" + f.Name
		}
		sitetest.WriteArchive(t, dir, archive)
	}
	report, err := generator.Check(t.Context(), sitetest.Options(dir))
	if report == nil {
		t.Fatal(err)
	}
	return plans, report
}

// readWarning reads what has to be said: "# error big-step: from 12 to 30 kg".
func readWarning(line string) (diag.Problem, bool) {
	for text, severity := range map[string]diag.Severity{"error": diag.Error, "warning": diag.Warning} {
		if rest, ok := strings.CutPrefix(line, "# "+text+" "); ok {
			id, words, _ := strings.Cut(strings.TrimSpace(rest), ":")
			return diag.Problem{Severity: severity, ID: id, Message: strings.TrimSpace(words)}, true
		}
	}
	return diag.Problem{}, false
}

// told lists what is said of a plan.
func told(report *generator.Report, name string) string {
	var b strings.Builder
	for _, p := range report.Problems {
		if p.File == "content/"+name {
			fmt.Fprintf(&b, "\t%s %s: %s\n", p.Severity, p.ID, p.Message)
		}
	}
	return b.String()
}
