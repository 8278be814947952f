package templates_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// sheetPlan is a plan of which the sheets are printed.
type sheetPlan struct {
	id               string
	title            string
	exercises, weeks int
	visits           int
	overleaf         bool // not even a week of it fits one page
	everywhere       bool // it is printed in all languages
	rehab            bool // it is for something that a clinician has seen
}

// tongue is a language with names as long as they get in it.
type tongue struct {
	code, week    string // what its pages call a week
	unit, paper   string
	license       string
	exercise, cue string
	loads         []string // the first ones of the exercises with a load, in turn
}

var tongues = []tongue{
	{"en", "Week", "kg", "a4", "CC BY-NC-SA 4.0", "Rear-foot raised split squat", "Keep the knee over the second toe and breathe.", []string{"8 kg", "12.5 kg", "20 kg"}},
	{"de", "Woche", "lb", "letter", "", "Einbeinige Kniebeuge mit erhöhtem Fuß", "Rückenmuskulatur gleichmäßig anspannen, Fersen bleiben am Boden.", []string{"20 lb", "45 lb", "100 lb"}},
	{"ar", "Week", "kg", "a4", "CC BY 4.0", "القرفصاء بساق واحدة مع رفع القدم", "أبقِ ظهرك مستقيماً وركبتك فوق أصابع قدمك.", []string{"8 kg", "10 kg", "16 kg"}},
}

var sheetPlans = []sheetPlan{
	{"one", "A plan", 1, 1, 2, false, false, false},
	{"three", "Three exercises for people who want to run", 3, 9, 2, false, true, true},
	{"long", "A plan with a name that is much too long for the line on which it has to stand", 3, 26, 1, false, false, false},
	{"six", "Six exercises, once a week", 6, 4, 1, false, false, false},
	{"six-twice", "Six exercises, twice a week", 6, 5, 2, false, true, false},
	{"many", "Twelve exercises, three times a week", 12, 2, 3, true, true, false}, // nobody should; its exercises go on overleaf
}

// writeSheets writes a site with the plans. Every exercise begins and ends with a word that only it has.
func writeSheets(t *testing.T, dir string, lang tongue) {
	t.Helper()
	write := func(name, text string) { sitetest.WriteFile(t, filepath.Join(dir, "content", name), []byte(text)) }
	write("site.toml", fmt.Sprintf("title = \"Sheets\"\nurl = \"https://balanced-stride.com/\"\nlicense = %q\nlanguage = %q\nunit = %q\npaper = %q\n[rules]\nsession-minutes = \"note\"\n", lang.license, lang.code, lang.unit, lang.paper))
	write("runners/only-runs.toml", "name = \"Läufer\"\nsigns = [\"I run.\"]\naim = \"More.\"\nreserve = 3\nsessions_per_week = [1, 3]\nmax_exercises = 12\nlifts = \"years\"\n"+
		"[running_week]\nmon = \"medium\"\ntue = \"easy\"\nwed = \"medium\"\nthu = \"easy\"\nfri = \"medium\"\nsat = \"easy\"\nsun = \"long\"\n")
	for i := range 12 {
		measure, patterns := "load", []string{"squat", "hinge", "push", "pull", "core"}
		if i%3 == 1 {
			measure = "reps"
		}
		write(fmt.Sprintf("exercises/e%d.toml", i), fmt.Sprintf("name = \"Top%d %s\"\npattern = %q\nmeasure = %q\nequipment = [\"dumbbell\"]\ncues = [%q, %q, %q]\n[[pose]]\nlabel = \"Stand\"\nground = [\"feet\"]\n",
			i, lang.exercise, patterns[i%len(patterns)], measure, lang.cue+fmt.Sprintf(" End%d", i), lang.cue, "Third."))
	}
	for _, p := range sheetPlans {
		days := []string{"mon", "wed", "fri"}[:p.visits]
		var rows strings.Builder
		for i := range p.exercises {
			do := fmt.Sprintf(`do = "3 x 8-12", start = %q, step = %q`, lang.loads[i%len(lang.loads)], "2.5 "+lang.unit)
			if i%3 == 1 {
				do = `do = "2 x 6-12 each side"`
			}
			fmt.Fprintf(&rows, "  { exercise = \"e%d\", %s },\n", i, do)
		}
		kind := ""
		if p.rehab {
			kind = "kind = \"rehab\"\npain_up_to = 4\n"
		}
		write("plans/"+p.id+".toml", kind+fmt.Sprintf("title = %q\nsummary = \"A plan.\"\nrunners = [\"only-runs\"]\nweeks = %d\n%slift_on = [\"%s\"]\nminutes = [10, 90]\nupdated = 2026-05-04\nwarm_up = \"Five minutes of easy movement.\"\n[[session]]\nname = \"A\"\nexercises = [\n%s]\n",
			p.title, p.weeks, easyWeeks(p.weeks), strings.Join(days, `", "`), rows.String()))
	}
}

func easyWeeks(weeks int) string {
	if weeks > 8 {
		return "easy_weeks = { every = 4 }\n"
	}
	return ""
}

// Every sheet prints on one page of A4 or Letter, whole and legible, in any language.
func TestSheets(t *testing.T) {
	chromium := browsertest.Chromium(t)
	for _, lang := range someOf(tongues) {
		dir := t.TempDir()
		writeSheets(t, dir, lang)
		if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
			t.Fatalf("%s: %+v", lang.code, report.Problems)
		}
		origin := browsertest.Serve(t, dir)
		for _, plan := range sheetPlans {
			if lang.code != "en" && !plan.everywhere {
				continue
			}
			t.Run(lang.code+"/"+plan.id, func(t *testing.T) {
				url := "/plans/" + plan.id + "/only-runs/"
				var l sheetLayout
				a4, letter := browsertest.A4(), browsertest.Letter()
				files := map[browsertest.Paper]string{a4: filepath.Join(dir, "a4.pdf"), letter: filepath.Join(dir, "letter.pdf")}
				browsertest.Visit(t, chromium, origin+url+"sheet/", shared, browsertest.Evaluate(measureSheets, &l), browsertest.PrintTo(files[a4], a4), browsertest.PrintTo(files[letter], letter))
				l.check(t, plan)
				l.checkTargets(t, filepath.Join(dir, "public", url, "plan.json"))
				for size, file := range files {
					p := browsertest.ReadPDF(t, file)
					checkPages(t, p, size, plan, len(l.Sheets))
					if size == letter && !plan.overleaf {
						checkCode(t, p, "https://balanced-stride.com"+url)
					}
				}
			})
		}
	}
}

// sheetLayout is how the sheets of a page are laid out, in millimetres.
type sheetLayout struct {
	Sheets []struct {
		Width, Height, Foot float64 // Foot is where its last line ends
		Columns, Rows       int
	}
	Boxes   []struct{ Width, Height float64 } // to write in
	Outside []string                          // what reaches over the sides of its sheet
	Pale    []string                          // type that is not black
	Small   []string                          // type smaller than 8.5 pt; targets smaller than 11 pt
	Thin    []string                          // lines thinner than 0.2 mm
	Targets []string
}

const measureSheets = `(() => {
  const mm = (px) => px / 96 * 25.4;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const box = (e) => e.getBoundingClientRect();
  const out = { Sheets: [], Boxes: [], Outside: [], Pale: [], Small: [], Thin: [], Targets: [] };
  for (const sheet of all(".sheet")) {
    const s = box(sheet);
    out.Sheets.push({ Width: mm(s.width), Height: mm(s.height), Foot: mm(box(sheet.querySelector("footer")).bottom - s.top), Columns: all(".heads h3", sheet).length, Rows: all(".lift", sheet).length });
    for (const e of all("*", sheet)) {
      const b = box(e), style = getComputedStyle(e), name = e.outerHTML.slice(0, 200);
      if (b.left < s.left - 0.5 || b.right > s.right + 0.5) out.Outside.push(name);
      if (!e.closest("svg") && style.color !== "rgb(0, 0, 0)") out.Pale.push(style.color + " " + name);
      if (style.backgroundColor !== "rgba(0, 0, 0, 0)" && style.backgroundColor !== "rgb(255, 255, 255)") out.Pale.push(style.backgroundColor + " " + name);
      const least = e.matches(".lift .rail ~ div > p:not(.why), .lift p b, .lift p > data, .each span") ? 11 : e.matches("h3") ? 12 : 8.5;
      if (parseFloat(style.fontSize) * 72 / 96 < least - 0.01) out.Small.push(style.fontSize + " " + name);
      for (const side of ["Top", "Left"]) {
        const width = parseFloat(style["border" + side + "Width"]);
        if (width > 0 && width < 0.7) out.Thin.push(width + " " + name);
      }
    }
    for (const e of all(".lift .rail ~ div i", sheet)) out.Boxes.push({ Width: mm(box(e).width), Height: mm(box(e).height) });
    for (const e of all(".lift p b", sheet)) out.Targets.push(e.textContent.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim());
  }
  return out;
})()`

// shared is the area that all papers share, in CSS pixels.
var shared = chromedp.EmulateViewport(703, 964)

func (l *sheetLayout) check(t *testing.T, plan sheetPlan) {
	t.Helper()
	for i, s := range l.Sheets {
		if s.Columns < 1 || s.Columns > 4 {
			t.Errorf("sheet %d has %d columns", i+1, s.Columns)
		}
		if s.Rows != plan.exercises {
			t.Errorf("sheet %d has %d exercises, want %d", i+1, s.Rows, plan.exercises)
		}
		if math.Abs(s.Width-186) > 0.3 {
			t.Errorf("sheet %d is %.1f mm wide", i+1, s.Width)
		}
		if !plan.overleaf && (s.Height > 255 || s.Foot < 253.5) {
			t.Errorf("sheet %d is %.1f mm high, its foot ends at %.1f mm", i+1, s.Height, s.Foot)
		}
	}
	for _, b := range l.Boxes {
		if b.Width < 12 || b.Height < 9.95 {
			t.Errorf("a box is %.2f × %.2f mm", b.Width, b.Height)
		}
	}
	for what, list := range map[string][]string{"outside": l.Outside, "pale": l.Pale, "small": l.Small, "thin": l.Thin} {
		if len(list) > 0 {
			t.Errorf("%s: %d times, first %s", what, len(list), list[0])
		}
	}
}

// checkTargets compares the targets on paper with the programme's data: each stands there once, in its session's sheet.
func (l *sheetLayout) checkTargets(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var programme struct {
		Weeks []struct {
			Sessions []struct {
				Exercises []struct {
					Sets []struct{ Reps int }
				}
			}
		}
	}
	if err := json.Unmarshal(data, &programme); err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, w := range programme.Weeks {
		for _, s := range w.Sessions {
			for _, e := range s.Exercises {
				count[fmt.Sprintf("%d × %d", len(e.Sets), e.Sets[0].Reps)]++
			}
		}
	}
	for _, target := range l.Targets {
		parts := strings.Fields(target)
		count[strings.Join(parts[:3], " ")]--
	}
	for target, n := range count {
		if n != 0 {
			t.Errorf("%q is missing %d times on paper", target, n)
		}
	}
}

// checkPages looks at the pages as they were printed.
func checkPages(t *testing.T, p browsertest.PDF, size browsertest.Paper, plan sheetPlan, sheets int) {
	t.Helper()
	if !plan.overleaf && len(p.Pages) != sheets {
		t.Errorf("%s: %d pages for %d sheets", size.Name, len(p.Pages), sheets)
	}
	for i, page := range p.Pages {
		if math.Abs(page.Width-size.Width) > 0.5 || math.Abs(page.Height-size.Height) > 0.5 {
			t.Errorf("%s: page %d is %.1f × %.1f mm", size.Name, i+1, page.Width, page.Height)
		}
		if len(page.Words) < 20 {
			t.Errorf("%s: page %d is all but blank: %s", size.Name, i+1, page.Text())
		}
		text := page.Text()
		if !plan.overleaf && !strings.Contains(text, "balanced-stride.com/plans/"+plan.id) {
			t.Errorf("%s: page %d has no address: %s", size.Name, i+1, text)
		}
		checkBox(t, page, size, i, plan)
	}
}

// popIsolate ends what is written from left to right within Arabic. In print it comes first.
const popIsolate = "\u2069"

// checkBox finds words in the margins, rounded to a printer's dot.
func checkBox(t *testing.T, page browsertest.Page, size browsertest.Paper, i int, plan sheetPlan) {
	t.Helper()
	const dot = 0.2
	const side, overhang = 12.0, 0.5 // of the box of a large letter over its line
	bottom := page.Height - 12
	for _, w := range page.Words {
		const blank = 1.0
		if strings.HasPrefix(w.Text, popIsolate) { // it has no ink, and stands behind the blank at which the line was broken
			w.Right -= blank
		}
		if w.Left < side-dot || w.Right > page.Width-side+dot || w.Top < 12-overhang || w.Bottom > bottom+dot {
			t.Errorf("%s: page %d: %q stands at %.1f to %.1f, %.1f to %.1f mm", size.Name, i+1, w.Text, w.Left, w.Right, w.Top, w.Bottom)
			return
		}
	}
}

// checkCode reads the QR codes at the top of the first and the last sheet as a phone would.
func checkCode(t *testing.T, p browsertest.PDF, want string) {
	t.Helper()
	for _, n := range []int{1, len(p.Pages)} {
		picture := strings.TrimSuffix(p.File, ".pdf")
		browsertest.Run(t, "pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", "-H", "400", "-f", fmt.Sprint(n), "-l", fmt.Sprint(n), p.File, picture)
		if got := strings.TrimSpace(browsertest.Run(t, "zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture+".png")); got != want {
			t.Errorf("page %d: the code says %q, want %q", n, got, want)
		}
	}
}
