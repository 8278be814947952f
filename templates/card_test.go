package templates_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/sitetest"
)

const cardSite = `
-- content/site.toml --
title = "Card"
url = "https://balanced-stride.com/"
-- content/sources.toml --
[somebody-2017]
authors = "Somebody K"
year = 2017
title = "Heel raises"
journal = "Legs 1:1"
-- content/runners/r.toml --
name = "R"
sessions_per_week = 1
running_week = { mon = "rest", tue = "medium", wed = "easy", thu = "medium", fri = "rest", sat = "easy", sun = "long" }
-- content/exercises/calf.toml --
name = "Calf raise"
pattern = "calf"
measure = "reps"
per_side = true
norms = { ages = ["20-29", "30+"], men = [37, 32], women = [30, 27], source = "somebody-2017", how = "On a slope." }
-- content/exercises/plank.toml --
name = "Plank"
pattern = "core"
measure = "hold"
-- content/plans/p.toml --
title = "P"
runners = ["r"]
weeks = 6
tests = [{ exercise = "calf", note = "Slowly." }, { exercise = "plank" }, { run = "3 km" }]
test_weeks = [1, 6]
[[session]]
name = "A"
exercises = [{ exercise = "calf", do = "2 x 8-20 each side" }]
`

// On the test card each side has a box of its own, where sides are tested one by one, and what healthy people reach stands below; the
// exercise's page has it, too.
func TestTestCard(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteArchive(t, dir, txtar.Parse([]byte(cardSite)))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	page := readText(t, filepath.Join(dir, "public/plans/p/r/sheet/index.html"))
	_, card, _ := strings.Cut(page, `<section class="sheet tests"`)
	text := visible(t, card)
	for _, want := range []string{
		"Test Week 1 Week 6 Change Date ",
		" Calf raise : most good repetitions. Slowly. left right left right left right Plank : longest hold in seconds ",
		" 3 km : time. Warm up with ten minutes ",
		" Calf raise: Half of healthy people reach at least this. On a slope. Somebody 2017 Age 20–29 30+ Men 37 32 Women 30 27 New pain",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the card does not say %q:\n%s", want, text)
		}
	}
	text = visible(t, readText(t, filepath.Join(dir, "public/exercises/calf/index.html")))
	if want := "What is usual Half of healthy people reach at least this. On a slope. Somebody 2017 Age 20–29 30+ Men 37 32 Women 30 27 "; !strings.Contains(text, want) {
		t.Errorf("the page does not say %q:\n%s", want, text)
	}
}

// found returns the file, below the public folder, that has what the search shows of the first documents.
func found(t *testing.T, dir string) string {
	t.Helper()
	var root struct{ Shelves []string }
	if err := json.Unmarshal([]byte(readText(t, filepath.Join(dir, "public/search/index.json"))), &root); err != nil {
		t.Fatal(err)
	}
	return "search/pieces/" + root.Shelves[0] + ".json"
}

// What a plan is for stands at the head of its sheet, beside its name among what the search finds, and in what search engines read.
func TestKindOfPlan(t *testing.T) {
	dir := t.TempDir()
	site := strings.Replace(cardSite, "title = \"P\"\n", "title = \"P\"\nkind = \"rehab\"\nsummary = \"For a tendon.\"\n", 1)
	sitetest.WriteArchive(t, dir, txtar.Parse([]byte(site)))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	for file, want := range map[string]string{
		"plans/p/r/sheet/index.html": `<p><b>For something that a clinician has seen</b> · R · `,
		"plans/p/r/index.html":       `"category":"For something that a clinician has seen"`,
		found(t, dir):                `"kind":"Plan · For something that a clinician has seen","title":"P"`,
	} {
		if text := readText(t, filepath.Join(dir, "public", file)); !strings.Contains(text, want) {
			t.Errorf("%s does not say %s", file, want)
		}
	}
}
