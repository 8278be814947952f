package templates_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

var (
	linkRounds = flag.String("link-rounds", "1", "so many times a runner of each plan is drawn, who makes links")
	linkTexts  = flag.String("link-texts", "300", "so many times a text is typed that is no link")
)

// coachAddress is where a site is for which links are short enough for a QR code of 33 mm.
const coachAddress = "https://www.a-coach-with-a-name.com"

// The links that bring back what a runner has chosen and where she stands hold their laws: what is read back is what was written, however
// she has trained; after each change of a plan what is understood is true; nothing else that can be typed is read.
func TestLinks(t *testing.T) {
	node := browsertest.Tool(t, "node")
	before := followedPlans(t, starterSite(t, nil))
	var lines bytes.Buffer
	for _, plan := range slices.Sorted(maps.Keys(before)) {
		writeLine(t, &lines, before[plan])
	}
	for _, changes := range someOf(changedPlans()) {
		var edits []edit
		for _, c := range changes {
			edits = append(edits, c.edits...)
		}
		after := followedPlans(t, starterSite(t, edits))
		for _, c := range changes {
			writeLine(t, &lines, map[string]any{"before": before[c.plan], "after": after[c.plan], "codes": c.codes})
		}
	}
	file := filepath.Join(t.TempDir(), "plans.jsonl")
	sitetest.WriteFile(t, file, lines.Bytes())
	said := browsertest.Run(t, node, ".testdata/link.mjs", scriptFolder(t, "bits.js", "link*.js", "machine*.js"), file, coachAddress, *linkRounds, *linkTexts)
	var result struct {
		Longest map[string]int
		Said    map[string]int
	}
	if err := json.Unmarshal([]byte(said), &result); err != nil {
		t.Fatal(err)
	}
	t.Log(said)
	const most = 200
	for plan, length := range result.Longest {
		if length > most {
			t.Errorf("%s: a link has %d characters, want at most %d", plan, length, most)
		}
	}
}

// change is how a coach has changed a plan, and the codes of what is not understood any more in the links of before.
type change struct {
	plan  string // "first-eight-weeks/only-runs"
	edits []edit
	codes []string
}

// edit is a text of a file that gives way to another.
type edit struct{ file, old, new string }

// changedPlans returns changes of several plans at once.
func changedPlans() [][]change {
	const first, ladder, sixteen, calves = "content/plans/first-eight-weeks.toml", "content/plans/up-the-ladder.toml", "content/plans/sixteen-weeks-to-a-race.toml", "content/plans/heavy-slow-calves.toml"
	return [][]change{{
		{"first-eight-weeks/only-runs", []edit{{first, "3 x 8-12", "4 x 6-8"}, {first, `start = "8 kg"`, `start = "10 kg"`}}, []string{"amount"}},
		{"up-the-ladder/no-progression", []edit{{ladder, `{ exercise = "goblet-squat", do = "3 x 8-10"`, `{ exercise = "hip-bridge", do = "2 x 10-16", rest = "60 s" },
  { exercise = "goblet-squat", do = "3 x 8-10"`}}, []string{"start"}},
		{"sixteen-weeks-to-a-race/no-balance", []edit{{sixteen, "weeks = 4", "weeks = 6"}, {sixteen, "weeks = 5", "weeks = 3"}}, []string{"phase"}},
		{"heavy-slow-calves/only-runs", []edit{{calves, "3 x 12 RM", "3 x 11 RM"}}, []string{"amount", "place"}},
		{"ten-minutes-at-home/only-runs", []edit{{"content/exercises/body-weight-squat.toml", `harder    = "slow-squat"`, `harder    = "kickstand-squat"`}}, []string{"amount", "lift"}},
	}, {
		{"first-eight-weeks/only-runs", []edit{{first, "weeks   = 8", "weeks   = 6"}, {first, "[4, 8]", "[4]"}, {first, "[1, 8]", "[1, 6]"}}, []string{"load", "week"}},
		{"sixteen-weeks-to-a-race/no-balance", []edit{
			{"content/site.toml", `, "18 kg", "20 kg", "22 kg", "24 kg", "26 kg", "28 kg", "30 kg", "32 kg"]`, "]"},
			{sixteen, `{ exercise = "bent-over-row", do = "3 x 8-14 each side", rest = "90 s", start = "you choose", step = "2 kg" },`, ""},
		}, []string{"lift", "load", "start"}},
	}}
}

// starterSite builds the starter with some edits.
func starterSite(t *testing.T, edits []edit) string {
	t.Helper()
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	for _, e := range edits {
		file := filepath.Join(dir, e.file)
		text := sitetest.ReadFile(t, file)
		if !strings.Contains(text, e.old) {
			t.Fatalf("%s has no %q", e.file, e.old)
		}
		sitetest.WriteFile(t, file, []byte(strings.ReplaceAll(text, e.old, e.new)))
	}
	sitetest.Build(t, dir)
	return dir
}

// followedPlans returns the data by which a script follows each programme, by the names of plan and runner type.
func followedPlans(t *testing.T, site string) map[string]map[string]any {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(site, "public/plans/*/*/follow.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	plans := map[string]map[string]any{}
	for _, file := range files {
		var data map[string]any
		if err := json.Unmarshal([]byte(sitetest.ReadFile(t, file)), &data); err != nil {
			t.Fatal(err)
		}
		plans[data["plan"].(string)+"/"+data["runner"].(string)] = data
	}
	return plans
}

func writeLine(t *testing.T, b *bytes.Buffer, line any) {
	t.Helper()
	if err := json.NewEncoder(b).Encode(line); err != nil {
		t.Fatal(err)
	}
}
