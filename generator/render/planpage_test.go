package render_test

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/sitetest"
)

var (
	ruleOfWeek  = regexp.MustCompile(`<tr[^>]*><th scope="row"><div class="lift">(?:<img[^>]*>)?<span>[^<]*<a href="([^"]+)".*<td class="rule">(.*)</td></tr>`)
	ruleOfList  = regexp.MustCompile(`<dt><a href="([^"]+)">.*</dt><dd>(.*)</dd>`)
	testsOfWeek = regexp.MustCompile(`<tbody class="tests">.*<small>(.*)</small>.*<td colspan="2">(.*)</td><td class="rule">`)
	weekOfAll   = regexp.MustCompile(`(?s)<tbody[^>]*>.*?</tbody>`)
	spanOfWeek  = regexp.MustCompile(`scope="rowgroup" rowspan="(\d+)"`)
	nameInCell  = regexp.MustCompile(`</(?:b|span)> <small>[^<]+</small>`)
)

// What to do next time stands once on the page of a plan: in the table of the first week, or in the list of what comes later. The first
// week has what is tested in it, and the number of a week spans all rows of it, those with names of exercises, too.
func TestPlanPage(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	sitetest.Build(t, dir)
	pages, err := filepath.Glob(filepath.Join(dir, "public/plans/*/*/index.html"))
	if err != nil || len(pages) < 10 {
		t.Fatal(pages, err)
	}
	tested, later, named := map[string]int{}, 0, 0
	for _, page := range pages {
		text := sitetest.ReadFile(t, page)
		said := map[string]int{}
		for _, rule := range ruleOfWeek.FindAllStringSubmatch(text, -1) {
			said[rule[1]+" "+rule[2]] = 1 // two sessions of a week may have a lift
		}
		if len(said) == 0 {
			t.Errorf("%s: the first week has no rules", page)
		}
		for _, rule := range ruleOfList.FindAllStringSubmatch(text, -1) {
			said[rule[1]+" "+rule[2]]++
			later++
		}
		for rule, n := range said {
			if n != 1 {
				t.Errorf("%s says %d times: %s", page, n, rule)
			}
		}
		for _, tests := range testsOfWeek.FindAllStringSubmatch(text, -1) {
			tested[tests[1]+": "+tests[2]]++
		}
		for _, week := range weekOfAll.FindAllString(text, -1) {
			if span := spanOfWeek.FindStringSubmatch(week); span != nil {
				if n := strings.Count(week, "<tr"); span[1] != strconv.Itoa(n) {
					t.Errorf("%s: a week with %d rows spans %s: %s", page, n, span[1], week)
				}
				if inCells := nameInCell.MatchString(week); inCells != strings.Contains(week, `class="to"`) {
					t.Errorf("%s: that cells of a week name exercises is %v: %s", page, inCells, week)
				}
				named += strings.Count(week, `class="to"`)
			}
		}
	}
	const eight = "Tuesday, after the warm-up: <p><b>Single-leg calf raise</b> <span>most good repetitions</span></p><p><b>Incline push-up hold</b> <span>longest hold in seconds</span></p>"
	if tested[eight] != 1 || len(tested) < 3 || later == 0 || named == 0 {
		t.Errorf("%d rules stand in lists and %d names in rows of their own; tested is\n%v\nwant among it\n%s", later, named, tested, eight)
	}
}

// A year of nine lifts is the longest plan that coaches were seen to write. Its page may take more than the 60 KB of others, by the law that
// render.Ledger has: 72 bytes for each target, and 32 KB for all else.
func TestLongPlanPage(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	sitetest.WriteFile(t, filepath.Join(dir, "content/plans/year.toml"), []byte(`title = "A year"
runners = ["no-progression"]
lift_on = ["tue", "fri"]
easy_weeks = { every = 4 }
weeks = 52
updated = 2026-06-22
[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "2 x 8-10", rest = "2 min", start = "10 kg" },
  { exercise = "bent-over-row", do = "2 x 8-16 each side", rest = "90 s", start = "8 kg" },
  { exercise = "romanian-deadlift", do = "2 x 8-10", rest = "2 min", start = "8 kg" },
  { exercise = "incline-push-up", do = "2 x 8-12", rest = "60 s" },
  { exercise = "split-squat", do = "2 x 8-12 each side", rest = "60 s", start = "6 kg" },
  { exercise = "hip-thrust", do = "2 x 8-12", rest = "60 s", start = "20 kg", step = "2.5 kg" },
  { exercise = "single-leg-calf-raise", do = "2 x 12-20 each side", rest = "60 s" },
  { exercise = "side-plank", do = "2 x 15-30 s each side", rest = "60 s" },
  { exercise = "farmer-carry", do = "2 x 20-40 s", rest = "60 s" },
]
`))
	sitetest.Build(t, dir)
	page := sitetest.ReadFile(t, filepath.Join(dir, "public/plans/year/no-progression/index.html"))
	written := len(regexp.MustCompile(`(?s)<svg.*?</svg>`).ReplaceAllString(page, ""))
	targets := 0
	for _, week := range weekOfAll.FindAllString(page, -1) {
		if strings.Contains(week, "rowgroup") {
			targets += strings.Count(week, "<td><b>") + strings.Count(week, `<td class="up"><b>`)
		}
	}
	if most := 32_000 + 72*targets; targets < 52*2*9 || written > most {
		t.Errorf("a page with %d targets takes %d bytes, want at most %d", targets, written, most)
	}
}
