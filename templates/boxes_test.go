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

// Chromium puts everything where package sheet says. Text may take fewer lines than it was estimated to, never more.
func TestBoxesOfSheets(t *testing.T) {
	chromium := browsertest.Chromium(t)
	for _, lang := range tongues {
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
	for _, lang := range tongues {
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
	browsertest.Visit(t, chromium, origin+"/plans/"+plan+"/only-runs/sheet/", browsertest.Evaluate(measureBoxes, &measured), browsertest.Evaluate(`document.getElementById("_boxes").textContent`, &said))
	var pages []saidPage
	if err := json.Unmarshal([]byte(said), &pages); err != nil {
		t.Fatal(err)
	}
	if len(pages) == 0 || len(pages) != len(measured) {
		t.Fatalf("%d pages, and %d measured", len(pages), len(measured))
	}
	for i, p := range pages {
		compareBoxes(t, fmt.Sprint("page ", i+1), p.boxes(), measured[i])
	}
}

// saidPage is what package sheet says about a page.
type saidPage struct {
	Columns []sheet.Column
	Rows    []struct {
		Box, Head, Drawing sheet.Box
		Cells              [][]struct {
			Loaded       bool
			Box, LoadBox sheet.Box
			Sets         []struct {
				Share        string
				Box, LoadBox sheet.Box
			}
		}
	}
	Parts sheet.Parts
}

// boxes returns the boxes of a page by the names that measureBoxes gives them. What stands in a row is measured from its upper edge.
func (p *saidPage) boxes() map[string]sheet.Box {
	out := map[string]sheet.Box{"header": p.Parts.Header, "code": p.Parts.Code, "write": p.Parts.Write, "table": p.Parts.Table, "heads": p.Parts.Heads,
		"visits": p.Parts.Visits, "rules": p.Parts.Rules, "footer": p.Parts.Footer}
	for i, r := range p.Rows {
		row := fmt.Sprint("row ", i)
		out[row] = r.Box
		in := func(name string, b sheet.Box) {
			b.Y -= r.Box.Y
			out[row+name] = b
		}
		in(" head", r.Head)
		in(" drawing", r.Drawing)
		for j, visits := range r.Cells {
			for k, c := range visits {
				cell := fmt.Sprintf(" cell %d %d", j, k)
				in(cell, c.Box)
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
				for n, b := range boxes {
					in(fmt.Sprint(cell, " box ", n), b)
				}
			}
		}
	}
	for j, c := range p.Columns {
		out[fmt.Sprint("column ", j)] = c.Box
		for k, v := range c.Visits {
			for n, b := range v.Boxes {
				b.Y -= p.Parts.Visits.Y
				out[fmt.Sprintf("visits cell %d %d box %d", j, k, n)] = b
			}
		}
	}
	return out
}

const measureBoxes = `[...document.querySelectorAll(".sheet")].map((sheet) => {
  const mm = (px) => px / 96 * 25.4;
  const out = {}, edge = sheet.getBoundingClientRect(), fromRight = document.documentElement.dir === "rtl";
  const put = (name, e, top = edge) => {
    const b = e.getBoundingClientRect();
    out[name] = { X: mm(fromRight ? edge.right - b.right : b.left - edge.left), Y: mm(b.top - top.top), Width: mm(b.width), Height: mm(b.height) };
  };
  const parts = { header: "header", code: "header svg", write: ".write", table: "table", heads: "thead tr", visits: ".visits", rules: ".rules", footer: "footer" };
  for (const [name, selector] of Object.entries(parts)) put(name, sheet.querySelector(selector));
  sheet.querySelectorAll("thead th + th").forEach((th, j) => put("column " + j, th));
  sheet.querySelectorAll("tbody tr:not(.group)").forEach((tr, i) => {
    const row = tr.matches(".visits") ? "visits" : "row " + i, top = tr.getBoundingClientRect();
    put(row, tr);
    if (row !== "visits") { put(row + " head", tr.querySelector("th"), top); put(row + " drawing", tr.querySelector("img"), top); }
    tr.querySelectorAll("td").forEach((td, j) => td.querySelectorAll("div").forEach((div, k) => {
      if (row !== "visits") put(row + " cell " + j + " " + k, div, top);
      div.querySelectorAll("i").forEach((box, n) => put(row + " cell " + j + " " + k + " box " + n, box, top));
    }));
  });
  return out;
})`

// compareBoxes compares where the parts of a page are said to be with where they are, to half a millimetre.
func compareBoxes(t *testing.T, page string, said, measured map[string]sheet.Box) {
	t.Helper()
	const tolerance, line = 0.5, 11.25 * 25.4 / 72
	near := func(a, b float64) bool { return math.Abs(a-b) <= tolerance }
	roomFor := func(a, b float64) bool { return a >= b-tolerance && a <= b+2*line+tolerance }
	for name, is := range measured {
		b, there := said[name]
		sides := near(b.X, is.X) && near(b.Width, is.Width)
		top, height := b.Y >= is.Y-tolerance, roomFor(b.Height, is.Height)
		switch {
		case strings.Contains(name, "cell"), strings.Contains(name, "drawing"): // measured from the upper edge of the row
			top, height = near(b.Y, is.Y), near(b.Height, is.Height)
		case name == "code":
			height = near(b.Height, is.Height)
		case name == "write": // its sides depend on the title
			sides = true
		case name == "table": // what its rows have room for adds up
			height = b.Height >= is.Height-tolerance
		case strings.HasPrefix(name, "column"): // of which the head is measured
			height = true
		}
		if !there || !sides || !top || !height {
			t.Errorf("%s: %s is said to be at %.1f, and is at %.1f", page, name, b, is)
		}
		delete(said, name)
	}
	for name := range said {
		t.Errorf("%s: there is no %s", page, name)
	}
}
