package templates_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// sheetPlan is a plan of which the sheets are printed.
type sheetPlan struct {
	id               string
	title            string
	exercises, weeks int
	visits           int
	overleaf         bool // not even two weeks of it fit one page
	everywhere       bool // it is printed in all languages
	rehab            bool // it is for something that a clinician has seen
}

// tongue is a language with names as long as they get in it.
type tongue struct {
	code, week, start string // what its pages call a week and the day of the start
	unit, paper       string
	license           string
	exercise, cue     string
	loads             []string // the first ones of the exercises with a load, in turn
}

var tongues = []tongue{
	{"en", "Week", "Start", "kg", "a4", "CC BY-NC-SA 4.0", "Rear-foot raised split squat", "Keep the knee over the second toe and breathe.", []string{"8 kg", "12.5 kg", "20 kg"}},
	{"de", "Woche", "Beginn", "lb", "letter", "", "Einbeinige Kniebeuge mit erhöhtem Fuß", "Rückenmuskulatur gleichmäßig anspannen, Fersen bleiben am Boden.", []string{"20 lb", "45 lb", "100 lb"}},
	{"ar", "Week", "Start", "kg", "a4", "CC BY 4.0", "القرفصاء بساق واحدة مع رفع القدم", "أبقِ ظهرك مستقيماً وركبتك فوق أصابع قدمك.", []string{"8 kg", "10 kg", "16 kg"}},
}

var sheetPlans = []sheetPlan{
	{"one", "A plan", 1, 1, 2, false, false, false},
	{"three", "Three exercises for people who want to run", 3, 9, 2, false, true, true},
	{"long", "A plan with a name that is much too long for the line on which it has to stand", 3, 26, 1, false, false, false},
	{"six", "Six exercises, once a week", 6, 4, 1, false, false, false},
	{"six-twice", "Six exercises, twice a week", 6, 5, 2, false, true, false},
	{"many", "Nine exercises, three times a week", 9, 4, 3, true, true, false}, // nobody should; its table goes on overleaf
}

// writeSheets writes a site with the plans. Every exercise begins and ends with a word that only it has.
func writeSheets(t *testing.T, dir string, lang tongue) {
	t.Helper()
	write := func(name, text string) { sitetest.WriteFile(t, filepath.Join(dir, "content", name), []byte(text)) }
	write("site.toml", fmt.Sprintf("title = \"Sheets\"\nurl = \"https://balanced-stride.com/\"\nlicense = %q\nlanguage = %q\nunit = %q\npaper = %q\n[rules]\nsession-minutes = \"note\"\n", lang.license, lang.code, lang.unit, lang.paper))
	write("runners/only-runs.toml", "name = \"Läufer\"\nsigns = [\"I run.\"]\naim = \"More.\"\nreserve = 3\nsessions_per_week = [1, 3]\nmax_exercises = 9\nlifts = \"years\"\n"+
		"[running_week]\nmon = \"medium\"\ntue = \"easy\"\nwed = \"medium\"\nthu = \"easy\"\nfri = \"medium\"\nsat = \"easy\"\nsun = \"long\"\n")
	for i := range 9 {
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
	for _, lang := range tongues {
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
				browsertest.Visit(t, chromium, origin+url+"sheet/", browsertest.Evaluate(measureSheets, &l), browsertest.PrintTo(files[a4], a4), browsertest.PrintTo(files[letter], letter))
				l.check(t, plan)
				l.checkTargets(t, filepath.Join(dir, "public", url, "plan.json"))
				for size, file := range files {
					p := browsertest.ReadPDF(t, file)
					checkPages(t, p, size, lang, plan, len(l.Sheets))
					if size == letter {
						checkCode(t, p, lang, "https://balanced-stride.com"+url)
					}
				}
			})
		}
	}
}

// sheetLayout is how the sheets of a page are laid out, in millimetres.
type sheetLayout struct {
	Sheets []struct {
		Width, Height float64
		Weeks, Rows   int
	}
	Boxes []struct { // to write in
		Width, Height float64
		Load          bool
	}
	Outside []string // what reaches over the sides of its sheet
	Pale    []string // colours that a copier loses
	Small   []string // text smaller than 10 pt; targets smaller than 11 pt
	Targets []string
	Shared  []string // boxes with text that leaves too little room
}

const measureSheets = `(() => {
  const mm = (px) => px / 96 * 25.4;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const box = (e) => e.getBoundingClientRect();
  const out = { Sheets: [], Boxes: [], Outside: [], Pale: [], Small: [], Targets: [], Shared: [] };
  for (const sheet of all(".sheet")) {
    const s = box(sheet);
    out.Sheets.push({ Width: mm(s.width), Height: mm(s.height), Weeks: all("thead th", sheet).length - 1, Rows: all("tbody tr", sheet).length });
    for (const e of all("*", sheet)) {
      const b = box(e), style = getComputedStyle(e);
      if (b.left < s.left - 0.5 || b.right > s.right + 0.5) out.Outside.push(e.outerHTML.slice(0, 200));
      for (const colour of [style.color, style.borderTopColor]) {
        const [r, g, b] = colour.match(/\d+/g).map(Number);
        if (!e.closest("svg") && Math.max(r, g, b) > 127) out.Pale.push(colour + " " + e.outerHTML.slice(0, 200));
      }
      if (style.backgroundColor !== "rgba(0, 0, 0, 0)" && style.backgroundColor !== "rgb(255, 255, 255)") out.Pale.push(style.backgroundColor + " " + e.outerHTML.slice(0, 200));
      const least = e.matches("td b") ? 11 : 10;
      if (parseFloat(style.fontSize) * 72 / 96 < least - 0.01) out.Small.push(style.fontSize + " " + e.outerHTML.slice(0, 200));
    }
    for (const e of all("tbody i", sheet)) out.Boxes.push({ Width: mm(box(e).width), Height: mm(box(e).height), Load: e.matches(".load") });
    for (const e of all("tr:not(.visits) td b", sheet)) out.Targets.push(e.textContent.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim());
  }
  return out;
})()`

func (l *sheetLayout) check(t *testing.T, plan sheetPlan) {
	t.Helper()
	weeks := 0
	for i, s := range l.Sheets {
		weeks += s.Weeks
		if s.Weeks < 1 || s.Weeks > 4 {
			t.Errorf("sheet %d has %d weeks", i+1, s.Weeks)
		}
		if s.Rows != plan.exercises+1 {
			t.Errorf("sheet %d has %d rows, want %d and one for the visits", i+1, s.Rows, plan.exercises)
		}
		if math.Abs(s.Width-186) > 0.3 {
			t.Errorf("sheet %d is %.1f mm wide", i+1, s.Width)
		}
		if !plan.overleaf && s.Height > 255 {
			t.Errorf("sheet %d is %.1f mm high", i+1, s.Height)
		}
	}
	if weeks != plan.weeks || len(l.Sheets) > (plan.weeks+1)/2 {
		t.Errorf("%d sheets have %d weeks, want %d", len(l.Sheets), weeks, plan.weeks)
	}
	for _, b := range l.Boxes {
		const unit = 3.8 // mm, the width of "kg"
		if b.Width < 9 || b.Height < 8 || b.Load && b.Width < 9+unit-1 {
			t.Errorf("a box is %.1f × %.1f mm (load: %v)", b.Width, b.Height, b.Load)
		}
	}
	for what, list := range map[string][]string{"outside": l.Outside, "pale": l.Pale, "small": l.Small} {
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
		goal, _, _ := strings.Cut(target, "kg")
		goal, _, _ = strings.Cut(goal, "lb")
		parts := strings.Fields(goal)
		count[strings.Join(parts[:3], " ")]--
	}
	for target, n := range count {
		if n != 0 {
			t.Errorf("%q is missing %d times on paper", target, n)
		}
	}
}

// checkPages looks at the pages as they were printed.
func checkPages(t *testing.T, p browsertest.PDF, size browsertest.Paper, lang tongue, plan sheetPlan, sheets int) {
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
		if !plan.overleaf && !strings.Contains(text, "https://balanced-stride.com/plans/"+plan.id) {
			t.Errorf("%s: page %d has no address: %s", size.Name, i+1, text)
		}
		rows := 0
		for e := range plan.exercises {
			begun, ended := strings.Count(text, fmt.Sprintf("Top%d", e)), strings.Count(text, fmt.Sprintf("End%d", e))
			inRules := strings.Count(text, fmt.Sprintf("Top%d", e)) - ended
			if ended > 1 || begun < ended || inRules > 1 {
				t.Errorf("%s: page %d: row %d begins %d times and ends %d times", size.Name, i+1, e, begun, ended)
			}
			rows += ended
		}
		if targets := strings.Count(text, "×"); plan.overleaf && targets != rows*(1+plan.weeks*plan.visits) {
			t.Errorf("%s: page %d: %d rows have %d targets, their own among them: one is cut", size.Name, i+1, rows, targets)
		}
		if rows > 0 && !strings.Contains(text, lang.week) {
			t.Errorf("%s: page %d has rows without the heads of their columns", size.Name, i+1)
		}
		checkBox(t, page, size, i, plan)
	}
}

// popIsolate ends what is written from left to right within Arabic. In print it comes first.
const popIsolate = "\u2069"

// checkBox finds words outside of the box that all papers share, rounded to a printer's dot.
func checkBox(t *testing.T, page browsertest.Page, size browsertest.Paper, i int, plan sheetPlan) {
	t.Helper()
	const dot = 0.2
	side := (page.Width - 186) / 2
	bottom := 12 + 255.0
	if plan.overleaf {
		bottom = page.Height - 12
	}
	for _, w := range page.Words {
		const blank = 1.0
		if strings.HasPrefix(w.Text, popIsolate) { // it has no ink, and stands behind the blank at which the line was broken
			w.Right -= blank
		}
		if w.Left < side-dot || w.Right > page.Width-side+dot || w.Top < 12-dot || w.Bottom > bottom+dot {
			t.Errorf("%s: page %d: %q stands at %.1f to %.1f, %.1f to %.1f mm", size.Name, i+1, w.Text, w.Left, w.Right, w.Top, w.Bottom)
			return
		}
	}
}

// checkCode reads the QR codes at the top of the first and the last sheet as a phone would.
func checkCode(t *testing.T, p browsertest.PDF, lang tongue, want string) {
	t.Helper()
	last := len(p.Pages)
	for last > 1 && !strings.Contains(p.Pages[last-1].Text(), lang.start) {
		last-- // the sheet goes on overleaf
	}
	for _, n := range []int{1, last} {
		picture := strings.TrimSuffix(p.File, ".pdf")
		browsertest.Run(t, "pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", "-H", "400", "-f", fmt.Sprint(n), "-l", fmt.Sprint(n), p.File, picture)
		if got := strings.TrimSpace(browsertest.Run(t, "zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture+".png")); got != want {
			t.Errorf("page %d: the code says %q, want %q", n, got, want)
		}
	}
}
