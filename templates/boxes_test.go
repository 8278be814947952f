package templates_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sheet"
	"github.com/legpress/legpress/generator/sitetest"
)

// Chromium puts everything where package sheet says. Text may take fewer lines than it was estimated to, never more; then boxes are higher.
func TestBoxesOfSheets(t *testing.T) {
	chromium := browsertest.Chromium(t)
	for _, lang := range someOf(tongues) {
		dir := t.TempDir()
		writeSheets(t, dir, lang)
		// These plans have no tests, so that this partial is free to say where everything should be.
		sitetest.WriteFile(t, filepath.Join(dir, "templates/partials/test-card.html"), []byte(`<script type="application/json" id="_boxes">{{.Sheets}}</script>`))
		if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
			t.Fatalf("%s: %+v", lang.code, report.Problems)
		}
		origin := browsertest.Serve(t, dir)
		for _, plan := range sheetPlans {
			if lang.code != "en" && !plan.everywhere {
				continue
			}
			t.Run(lang.code+"/"+plan.id, func(t *testing.T) { compareSheets(t, chromium, origin, plan.id) })
		}
	}
}

// The same of all that the sets of a plan can ask for.
func TestBoxesOfSets(t *testing.T) {
	chromium := browsertest.Chromium(t)
	for _, lang := range someOf(tongues) {
		dir := t.TempDir()
		writeSheets(t, dir, lang)
		sitetest.WriteFile(t, filepath.Join(dir, "content/plans/sets.toml"), []byte(strings.ReplaceAll(setsPlan, "UNIT", lang.unit)))
		sitetest.WriteFile(t, filepath.Join(dir, "templates/partials/test-card.html"), []byte(`<script type="application/json" id="_boxes">{{.Sheets}}</script>`))
		if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
			t.Fatalf("%s: %+v", lang.code, report.Problems)
		}
		origin := browsertest.Serve(t, dir)
		t.Run(lang.code, func(t *testing.T) { compareSheets(t, chromium, origin, "sets") })
	}
}

const setsPlan = `title = "Sets"
summary = "A plan."
runners = ["only-runs"]
weeks = 4
lift_on = ["mon", "wed"]
minutes = [10, 90]
max = { e2 = "ask", e3 = "100 UNIT" }
[allow]
sets-per-exercise = "Meant."
no-progression = "Meant."
rest-time = "Meant."
[[session]]
name = "A"
exercises = [
  { exercise = "e0", do = "12, 10, 8", start = "20 UNIT", step = "5 UNIT", warm_up = "10 at 40 %, 5 at 60 %", tempo = "3-0-3" },
  { exercise = "e1", do = "12-15, 10-12, 8", or = "e4", progress = "none" },
  { exercise = "e2", weeks = ["5 at 65 %, 5 at 75 %, 5+ at 85 %", "3 at 70 %, 3 at 80 %, 3+ at 90 %"], rest = "2-3 min" },
]
[[session]]
name = "B"
optional = true
exercises = [
  { exercise = "e3", do = "5 at 65 %, 5 at 75 %, 5 at 105 %", rest = "3 min", rest_after = "5 min" },
  { exercise = "e4", do = "3 x 40 s", group = "A", rest = "20 s" },
  { exercise = "e7", do = "3 x 12+", group = "A", rest = "2 min" },
  { exercise = "e5", do = "4 x 6 RM", start = "you choose" },
]
`

// compareSheets compares where all parts of a plan's sheets are said to be with where they are.
func compareSheets(t *testing.T, chromium context.Context, origin, plan string) {
	t.Helper()
	var measured []map[string]sheet.Box
	var said string
	browsertest.Visit(t, chromium, origin+"/plans/"+plan+"/only-runs/sheet/", shared, browsertest.Evaluate(measureBoxes, &measured), browsertest.Evaluate(`document.getElementById("_boxes").textContent`, &said))
	var pages []sheet.Page
	if err := json.Unmarshal([]byte(said), &pages); err != nil {
		t.Fatal(err)
	}
	if len(pages) == 0 || len(pages) != len(measured) {
		t.Fatalf("%d pages, and %d measured", len(pages), len(measured))
	}
	for i, p := range pages {
		compareBoxes(t, fmt.Sprint("page ", i+1), saidBoxes(&p), measured[i])
	}
}

// saidBoxes returns the boxes of a page by the names that measureBoxes gives them.
func saidBoxes(p *sheet.Page) map[string]sheet.Box {
	out := map[string]sheet.Box{"header": p.Parts.Header, "code": p.Parts.Code, "who": p.Parts.Who, "weeks": p.Parts.Weeks, "log": p.Parts.Log, "rules": p.Parts.Rules, "footer": p.Parts.Footer}
	for i, c := range p.Columns {
		out[fmt.Sprint("column ", i)] = c.Box
	}
	for i, r := range p.Rows {
		row := fmt.Sprint("row ", i)
		out[row+" title"] = r.Title
		n := 0
		for _, line := range r.Lines {
			for _, c := range line {
				cell := fmt.Sprint(row, " cell ", n)
				out[cell] = c.Box
				n++
				var boxes []sheet.Box
				if c.Loaded {
					boxes = append(boxes, c.LoadBox)
				}
				for _, set := range c.Sets {
					if set.Share != "" {
						boxes = append(boxes, set.LoadBox)
					}
					boxes = append(boxes, set.Box)
				}
				for k, b := range boxes {
					out[fmt.Sprint(cell, " box ", k)] = b
				}
			}
		}
	}
	return out
}

const measureBoxes = `[...document.querySelectorAll(".sheet")].map((sheet) => {
  const mm = (px) => px / 96 * 25.4;
  const out = {}, edge = sheet.getBoundingClientRect(), fromRight = document.documentElement.dir === "rtl";
  const put = (name, e) => {
    if (!e) return;
    const b = e.getBoundingClientRect();
    out[name] = { X: mm(fromRight ? edge.right - b.right : b.left - edge.left), Y: mm(b.top - edge.top), Width: mm(b.width), Height: mm(b.height) };
  };
  const parts = { header: "header", code: ".code svg", who: ".who", weeks: ".heads", log: ".log", rules: ".rules", footer: "footer" };
  for (const [name, selector] of Object.entries(parts)) put(name, sheet.querySelector(selector));
  sheet.querySelectorAll(".heads h3").forEach((head, i) => put("column " + i, head));
  sheet.querySelectorAll(".lift").forEach((lift, i) => {
    put("row " + i + " title", lift.firstElementChild);
    lift.querySelectorAll(".rail ~ div").forEach((cell, n) => {
      put("row " + i + " cell " + n, cell);
      cell.querySelectorAll("i").forEach((box, k) => put("row " + i + " cell " + n + " box " + k, box));
    });
  });
  return out;
})`

// compareBoxes compares where the parts of a page are said to be with where they are: their sides to a third of a millimetre; what has
// text is never higher than was said, and what is written into never lower.
func compareBoxes(t *testing.T, page string, said, measured map[string]sheet.Box) {
	t.Helper()
	const tolerance = 0.35
	near := func(a, b float64) bool { return math.Abs(a-b) <= tolerance }
	for name, is := range measured {
		b, there := said[name]
		ok := near(b.X, is.X) && near(b.Width, is.Width)
		switch {
		case name == "code": // a code with many modules is larger
			ok = near(b.X+b.Width, is.X+is.Width)
		case name == "who":
			ok = near(b.X, is.X)
		case strings.Contains(name, "box"):
			ok = ok && is.Height >= b.Height-tolerance
		case strings.Contains(name, "cell"), name == "log": // it takes what the boxes leave
			ok = ok && is.Height >= b.Height-tolerance
		case strings.HasPrefix(name, "column"):
		case name == "footer": // all that was estimated too high adds up to higher boxes, or lines for notes
			ok = ok && is.Y+is.Height <= max(sheet.Height, b.Y+b.Height)+tolerance
		default:
			ok = ok && is.Height <= b.Height+tolerance
		}
		if !there || !ok {
			t.Errorf("%s: %s is said to be at %.1f, and is at %.1f", page, name, b, is)
		}
		delete(said, name)
	}
	for name := range said {
		if name != "code" || said[name].Width > 0 {
			t.Errorf("%s: there is no %s", page, name)
		}
	}
}
