package content_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/generator/training/rules"
)

// The first plan of the starter site, as data: every target of its eight weeks.
func TestFirstPlan(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteWholeStarter(t, dir)
	if report := sitetest.Build(t, dir); len(report.Problems) > 0 {
		t.Errorf("the starter site has problems: %+v", report.Problems)
	}
	data, err := os.ReadFile(filepath.Join(dir, "public/plans/first-eight-weeks/only-runs/plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	type set struct {
		Reps, Seconds int
		LoadGrams     int `json:"load_grams"`
	}
	var programme struct {
		Format             int
		Plan, Runner, Unit string
		Weeks              []struct {
			Week     int
			Easy     bool
			Sessions []struct {
				Name, Day string
				Minutes   [2]int
				Exercises []struct {
					Exercise string
					Sets     []set
				}
			}
		}
	}
	if err := json.Unmarshal(data, &programme); err != nil {
		t.Fatal(err)
	}
	if programme.Format != 2 || programme.Plan != "first-eight-weeks" || programme.Runner != "only-runs" || programme.Unit != "kg" {
		t.Errorf("head: %+v", programme)
	}
	var got []string
	for _, w := range programme.Weeks {
		for _, s := range w.Sessions {
			line := fmt.Sprintf("%d %s %s %d-%d", w.Week, s.Day, s.Name, s.Minutes[0], s.Minutes[1])
			if w.Easy {
				line += " easy"
			}
			for _, e := range s.Exercises {
				first := e.Sets[0]
				line += fmt.Sprintf(" | %s %dx%d", e.Exercise, len(e.Sets), first.Reps+first.Seconds)
				if first.LoadGrams > 0 {
					line += fmt.Sprintf("@%d", first.LoadGrams/1000)
				}
				if slices.ContainsFunc(e.Sets, func(s set) bool { return s != first }) {
					line += " and others"
				}
			}
			got = append(got, line)
		}
	}
	want := strings.Split(strings.TrimSpace(`
1 tue A 31-35 | goblet-squat 3x8@8 | bent-over-row 3x8@8 | incline-push-up-hold 3x15
1 fri A 25-29 | goblet-squat 3x9@8 | bent-over-row 3x9@8 | incline-push-up-hold 3x20
2 tue A 25-29 | goblet-squat 3x10@8 | bent-over-row 3x10@8 | incline-push-up-hold 3x25
2 fri A 25-29 | goblet-squat 3x11@8 | bent-over-row 3x11@8 | incline-push-up-hold 3x30
3 tue A 25-29 | goblet-squat 3x12@8 | bent-over-row 3x12@8 | push-up-hold 3x15
3 fri A 25-29 | goblet-squat 3x8@10 | bent-over-row 3x13@8 | push-up-hold 3x20
4 tue A 18-18 easy | goblet-squat 2x8@10 | bent-over-row 2x8@8 | push-up-hold 2x15
4 fri A 18-18 easy | goblet-squat 2x8@10 | bent-over-row 2x8@8 | push-up-hold 2x15
5 tue A 25-29 | goblet-squat 3x9@10 | bent-over-row 3x14@8 | push-up-hold 3x25
5 fri A 25-29 | goblet-squat 3x10@10 | bent-over-row 3x15@8 | push-up-hold 3x30
6 tue A 25-29 | goblet-squat 3x11@10 | bent-over-row 3x16@8 | feet-raised-push-up-hold 3x15
6 fri A 25-29 | goblet-squat 3x12@10 | bent-over-row 3x8@10 | feet-raised-push-up-hold 3x20
7 tue A 25-29 | goblet-squat 3x8@12 | bent-over-row 3x9@10 | feet-raised-push-up-hold 3x25
7 fri A 25-29 | goblet-squat 3x9@12 | bent-over-row 3x10@10 | feet-raised-push-up-hold 3x30
8 tue A 24-24 easy | goblet-squat 2x8@12 | bent-over-row 2x8@10 | feet-raised-push-up-hold 2x15
8 fri A 18-18 easy | goblet-squat 2x8@12 | bent-over-row 2x8@10 | feet-raised-push-up-hold 2x15
`), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("plan.json (-want +got):\n%s", diff)
	}
}

// A folder with as many exercises as the open collections have builds in one go: ladders of ten rungs, and a plan that uses them.
func TestManyExercises(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"Many\"\nurl = \"https://balanced-stride.com/\"\nmenu = [\"exercises\"]\n"))
	const n = 900
	for i := range n {
		text := fmt.Sprintf("name = \"Exercise %d\"\npattern = \"core\"\nmeasure = \"hold\"\ncues = [\"Hold still.\"]\nabout = \"Like [the first](exercise:e000).\"\n", i)
		if i%10 > 0 {
			text += fmt.Sprintf("easier = \"e%03d\"\n", i-1)
		}
		if i%10 < 9 {
			text += fmt.Sprintf("harder = \"e%03d\"\n", i+1)
		}
		sitetest.WriteFile(t, filepath.Join(dir, fmt.Sprintf("content/exercises/e%03d.toml", i)), []byte(text))
	}
	report := sitetest.Build(t, dir)
	if len(report.Problems) > 0 {
		t.Fatalf("%d problems, the first: %+v", len(report.Problems), report.Problems[0])
	}
	names := sitetest.Files(t, filepath.Join(dir, "public/exercises"))
	if len(names) != n+1 {
		t.Errorf("%d files below exercises/, want %d", len(names), n+1)
	}
}

// TestTitles: each page of a site has a title of its own, by which a reader finds the tab, the bookmark and the PDF again.
func TestTitles(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	sitetest.Build(t, dir)
	of := map[string]string{}
	for _, file := range sitetest.Files(t, filepath.Join(dir, "public")) {
		page, err := os.ReadFile(filepath.Join(dir, "public", file))
		if err != nil {
			t.Fatal(err)
		}
		_, title, ok := strings.Cut(string(page), "<title>")
		if filepath.Base(file) != "index.html" || !ok || strings.Contains(string(page), `http-equiv="refresh"`) {
			continue
		}
		title, _, _ = strings.Cut(title, "</title>")
		if other, ok := of[title]; ok {
			t.Errorf("%s and %s are both called %q", other, file, title)
		}
		of[title] = file
	}
	if want := "Sixteen weeks to a race · Lifts hard, runs hard · sheet to print · Balanced Stride"; of[want] == "" {
		t.Errorf("no sheet is called %q", want)
	}
}

// TestRulesOff: a site that switches all rules off has no heading with nothing below it.
func TestRulesOff(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	settings := filepath.Join(dir, "content/site.toml")
	text, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, "\n[rules]\n"...)
	for _, r := range rules.All() {
		text = fmt.Appendf(text, "%s = \"off\"\n", r.ID)
	}
	sitetest.WriteFile(t, settings, text)
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	for _, file := range []string{"method", "plans/first-eight-weeks/only-runs"} {
		page, err := os.ReadFile(filepath.Join(dir, "public", file, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, empty := range []string{`id="_checks"`, `id="_rules">The rules`, "<ul class=\"sources wide\">\n</ul>", "<ul class=\"entries noted wide\">\n</ul>"} {
			if strings.Contains(string(page), empty) {
				t.Errorf("%s has %s", file, empty)
			}
		}
	}
}
