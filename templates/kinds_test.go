package templates_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// buildKinds builds a site with a plan that has one of each kind that coaches write, and returns the folder of its programme.
func buildKinds(t *testing.T, language string) (dir, programme string) {
	t.Helper()
	archive, err := txtar.ParseFile("../generator/sheet/testdata/kinds.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	sitetest.WriteArchive(t, dir, archive)
	settings := filepath.Join(dir, "content/site.toml")
	text, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, settings, append([]byte("language = \""+language+"\"\n"), text...))
	sitetest.WriteFile(t, filepath.Join(dir, "templates/words/ar.toml"), []byte(arabicWords))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatalf("%+v", report.Problems)
	}
	return dir, filepath.Join(dir, "public/plans/kinds/club")
}

func readText(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var blanks = regexp.MustCompile(`[\s\x{a0}]+`)

// visible returns the text of a page, its elements parted by blanks.
func visible(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		if token := z.Token(); token.Type == html.TextToken {
			b.WriteString(token.Data)
		}
		b.WriteString(" ")
	}
	return blanks.ReplaceAllString(b.String(), " ")
}

// TestKinds: the page of a plan says all that its coach has written, in its own words and numbers.
func TestKinds(t *testing.T) {
	_, programme := buildKinds(t, "en")
	text := visible(t, readText(t, filepath.Join(programme, "index.html")))
	for _, want := range []string{
		"Percentages are taken of Back squat: 100 kg (220 lb); Romanian deadlift: your own maximum, which you write down",
		"5+: in this set as many good ones as leave your reserve.",
		"1 Back squat Rest 2–3 min 5 min before the next exercise Warm-up sets: 10 × ",
		"1 × 5 at 65 % 65 kg 1 × 5 at 75 % 75 kg 1 × 5+ at 85 % 85 kg", "65 kg = 143 lb · ", "75 kg = 165 lb · ",
		"3 rounds in turn, 90 s rest after each round 2a Dumbbell press Rest 20 s 3 × 8 2 × 16 kg",
		"2b Assisted pull-up 3 × 5 30 kg help",
		"3 × 20 m 2 × 16 kg",
		"Loaded side plank each side Rest 1 min 2 × 20 s 8 kg",
		"1 Romanian deadlift Rest 3 min tempo 3-0-1 (down, hold, up) 3 × 5 at 75 %",
		"2a Band row Rest 1 min 12, 10, 8 yellow",
		"2b Push-up or Knee push-up Rest 1 min Write down how many you did. 3 × 40 s",
		"2 × 10 steps",
		"3 Hip thrust 30 % of body mass Rest 60–90 s 3 × 10",
		"4 RM: the heaviest weight that leaves your reserve.", "Leg press Rest 3 min 4 × 4 RM", "Leg press: Start: ",
		"Session C · optional · 2 times a day",
		"Less help is harder: there the line rises as the help shrinks.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	_, ledger, _ := strings.Cut(text, "Week by week")
	for n, at := range []string{"65 %", "70 %", "75 %"} {
		_, ledger, _ = strings.Cut(ledger, fmt.Sprintf(" %d Mon ", n+1))
		if !strings.Contains(ledger[:min(300, len(ledger))], at) {
			t.Errorf("week %d has no %s: %.300s", n+1, at, ledger)
		}
	}
}

// TestKindsTakenAlong: the table and the calendar of the plan say the same.
func TestKindsTakenAlong(t *testing.T) {
	_, programme := buildKinds(t, "en")
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(readText(t, filepath.Join(programme, "plan.csv")), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, row := range rows[1:] {
		at := map[string]string{}
		for i, name := range rows[0] {
			at[name] = row[i]
		}
		if at["week"] == "1" {
			said[at["session"]+" "+at["exercise"]] = strings.Join([]string{at["amounts"], at["loads"], at["load"], at["group"], at["load_kind"], at["optional"], at["per_day"]}, "; ")
		}
	}
	for row, want := range map[string]string{
		"A back-squat": "5 | 5 | 5+; 65 | 75 | 85; ; ; weight; false; 1",
		"A pull-up":    "5 | 5 | 5; 30 | 30 | 30; 30; x; assistance; false; 1",
		"B band-row":   "12 | 10 | 8; yellow | yellow | yellow; ; x; level; false; 1",
		"B deadlift":   "5 | 5 | 5; 75 % | 75 % | 75 %; ; ; weight; false; 1",
		"C calf":       "8 | 8 | 8; ; ; ; none; true; 2",
	} {
		if said[row] != want {
			t.Errorf("%s: %q, want %q", row, said[row], want)
		}
	}

	events := strings.ReplaceAll(readText(t, filepath.Join(programme, "plan.ics")), "\r\n ", "")
	for _, want := range []string{
		"SUMMARY:Strength: session C (2 times a day\\, ",
		"\\, optional\r\n",
		`3 rounds in turn\, 90 s rest after each round:\n2a Dumbbell press: 3 × 8 · 2 × 16 kg (35 lb)\, rest 20 s\n2b Assisted pull-up: 3 × 5 · 30 kg (66 lb) help\n`,
	} {
		if !strings.Contains(events, want) {
			t.Errorf("the calendar does not say %q", want)
		}
	}
	free, visits := strings.Count(events, "TRANSP:TRANSPARENT"), strings.Count(events, "session C")
	if visits != 8 || free != visits {
		t.Errorf("%d events leave the reader free for others, want those of the %d visits that may be left out", free, visits)
	}
}

// TestKindsOnATelephone: the page fits on a small telephone, from whichever side its language runs.
func TestKindsOnATelephone(t *testing.T) {
	chromium := browsertest.Chromium(t)
	for _, language := range []string{"en", "de", "ar"} {
		dir, _ := buildKinds(t, language)
		origin := browsertest.Serve(t, dir)
		var plan, runner string
		browsertest.Visit(t, chromium, origin+"/plans/kinds/club/", browsertest.Media("screen"), chromedp.EmulateViewport(360, 800),
			browsertest.Evaluate(widest, &plan), chromedp.Navigate(origin+"/runners/club/"), browsertest.Evaluate(widest, &runner))
		if plan != "" || runner != "" {
			t.Errorf("%s: wider than 360 px: %s %s", language, plan, runner)
		}
	}
}
