package templates_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// printedArticle has what prints badly: headings that want to stand at the foot of a page, a table that is longer than one, what is
// folded, links, a note and a card.
func printedArticle() string {
	var b strings.Builder
	b.WriteString("+++\ntitle = \"On paper\"\ndate = 2026-03-30\nsummary = \"S.\"\ntags = [\"paper\"]\nrunners = [\"only-runs\"]\n+++\n\n" +
		"Read [the journal](https://journal.example/a/long/address?with=1) or <https://bare.example/>, [the plan](plan:first-eight-weeks).[^n]\n\n![](exercise:push-up-hold)\n\n" +
		"<details><summary>Fold</summary><p>Unfolded.</p></details>\n\n[^n]: A note.\n\n")
	for i := range 40 {
		fmt.Fprintf(&b, "## Heading%02d\n\nFollows%02d with a paragraph that is %s long.\n\n", i, i, strings.Repeat("rather ", 15+i%7*4))
	}
	b.WriteString("| first | second |\n| --- | --- |\n")
	for i := range 60 {
		fmt.Fprintf(&b, "| Row%02d | a cell that is %slong enough for some lines and ends with Stop%02d |\n", i, strings.Repeat("quite ", 70), i)
	}
	return b.String()
}

// pageOf returns the number of the page that has a word; 0 where none has it.
func pageOf(t *testing.T, p browsertest.PDF, word string) int {
	t.Helper()
	found := 0
	for i, page := range p.Pages {
		if strings.Contains(page.Text(), word) {
			if found > 0 {
				t.Errorf("%s: %q stands on pages %d and %d", filepath.Base(p.File), word, found, i+1)
			}
			found = i + 1
		}
	}
	return found
}

// printPage prints a page of a built site on the smaller paper and looks for what no page may have.
func printPage(t *testing.T, chromium context.Context, origin, url string, actions ...browsertest.Action) browsertest.PDF {
	t.Helper()
	file := filepath.Join(t.TempDir(), strings.Trim(strings.ReplaceAll(url, "/", "-"), "-")+".pdf")
	browsertest.Visit(t, chromium, origin+url, append(actions, browsertest.PrintTo(file, browsertest.Letter()))...)
	p := browsertest.ReadPDF(t, file)
	for i, page := range p.Pages {
		if len(page.Words) < 8 {
			t.Errorf("%s: page %d is all but blank: %s", url, i+1, page.Text())
		}
		for _, w := range page.Words {
			const overhang = 3 // of the box of a large letter over its line
			if w.Left < 11.8 || w.Right > page.Width-11.8 || w.Top < 12-overhang || w.Bottom > page.Height-12+overhang {
				t.Errorf("%s: page %d: %q stands in the margin", url, i+1, w.Text)
			}
		}
	}
	if text := p.Text(); !strings.Contains(text, "https://balanced-stride.com"+url) || !strings.Contains(text, "Not medical advice") || strings.Contains(text, "Skip to the text") {
		t.Errorf("%s has no address and warning at its end, or the ways through the site: %s", url, text)
	}
	return p
}

// An article prints without the ways through the site, unfolded, with the addresses of links that leave it, and parts nothing that
// belongs together.
func TestArticlePrints(t *testing.T) {
	chromium := browsertest.Chromium(t)
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/on-paper.md"), []byte(printedArticle()))
	settings := filepath.Join(dir, "content/site.toml")
	data, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, settings, []byte("raw_html = true\n"+string(data)))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatalf("%+v", report.Problems)
	}
	p := printPage(t, chromium, browsertest.Serve(t, dir), "/articles/on-paper/")
	text := p.Text()
	for word, want := range map[string]int{
		"(https://journal.example/a/long/address?with=1)": 1, "https://bare.example/": 1, "(http": 1, "Unfolded.": 1, "A note.": 1, "Read on": 0, "Articles": 0, "↩": 0,
	} {
		if got := strings.Count(text, word); got != want {
			t.Errorf("%q stands there %d times, want %d", word, got, want)
		}
	}
	for i := range 40 {
		if h, f := pageOf(t, p, fmt.Sprintf("Heading%02d", i)), pageOf(t, p, fmt.Sprintf("Follows%02d", i)); h != f || h == 0 {
			t.Errorf("heading %d stands on page %d, its text on page %d", i, h, f)
		}
	}
	for i := range 60 {
		begin, end := pageOf(t, p, fmt.Sprintf("Row%02d", i)), pageOf(t, p, fmt.Sprintf("Stop%02d", i))
		if begin != end || begin == 0 {
			t.Errorf("row %d begins on page %d and ends on page %d", i, begin, end)
		}
		if begin > 0 && !strings.Contains(p.Pages[begin-1].Text(), "first second") {
			t.Errorf("page %d has rows without the head of their table", begin)
		}
	}
}

// The pages of exercises and of a plan print whole: an exercise on one page, with its drawing, those with the longest texts, too, and no
// week of the plan parted, wherever on the page its weeks begin.
func TestExerciseAndPlanPrint(t *testing.T) {
	chromium := browsertest.Chromium(t)
	dir := starter(t)
	origin := browsertest.Serve(t, dir)
	for _, exercise := range []string{"goblet-squat", "bent-knee-calf-raise", "squat-jump"} {
		var width float64
		p := printPage(t, chromium, origin, "/exercises/"+exercise+"/", browsertest.Evaluate(`document.querySelector(".drawing img").naturalWidth`, &width))
		if len(p.Pages) != 1 || math.IsNaN(width) || width == 0 {
			t.Errorf("%s takes %d pages; its drawing is %v px wide", exercise, len(p.Pages), width)
		}
	}
	for _, lower := range []int{0, 7} { // mm: about as high as a visit
		var done string
		lowered := browsertest.Evaluate(fmt.Sprintf(`document.querySelector("h1").style.paddingTop = "%dmm"`, lower), &done)
		weeksPrintWhole(t, printPage(t, chromium, origin, "/plans/heavy-slow-calves/no-balance/", lowered))
	}
}

// weeksPrintWhole looks for weeks of a plan with visits from Monday to Friday that are parted, or stand without the head of their table.
func weeksPrintWhole(t *testing.T, p browsertest.PDF) {
	t.Helper()
	visits := 0
	for i, page := range p.Pages {
		text := page.Text()
		first, second := 0, 0
		for _, w := range page.Words {
			switch w.Text {
			case "Mon":
				first++
			case "Fri":
				second++
			}
		}
		if visits += second; first != second {
			t.Errorf("page %d has %d first and %d second visits of weeks: %s", i+1, first, second, text)
		}
		if second > 0 && !strings.Contains(text, "Loaded calf raise") {
			t.Errorf("page %d has weeks without the heads of their columns: %s", i+1, text)
		}
	}
	if visits != 12 {
		t.Errorf("there are %d weeks, want 12", visits)
	}
}

// A tall picture is seen whole, on a screen and on paper, one in a table leaves room for the words, and the address of a video stands
// behind its name.
func TestPicturesAndVideosPrint(t *testing.T) {
	chromium := browsertest.Chromium(t)
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	var tall bytes.Buffer
	if err := png.Encode(&tall, image.NewGray(image.Rect(0, 0, 700, 2800))); err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/tall/tall.png"), tall.Bytes())
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/tall/index.md"), []byte("+++\ntitle = \"Tall\"\ndate = 2026-03-30\n+++\n\nBefore.\n\n![A tree](tall.png)\n\n"+
		"| What | Picture |\n| --- | --- |\n| Tree | ![A tree](tall.png) |\n\n![Slowsquats](https://www.youtube.com/watch?v=aaaaaaaaaaa)\n"))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatalf("%+v", report.Problems)
	}
	origin := browsertest.Serve(t, dir)
	const url = "/articles/tall/"
	const sizes = `[...document.querySelectorAll("article img")].map((i) => i.getBoundingClientRect())`
	var shown []struct{ Width, Height float64 }
	browsertest.Visit(t, chromium, origin+url, browsertest.Media("screen"), chromedp.EmulateViewport(1280, 800), browsertest.Evaluate(sizes+`.map((r) => ({ Width: r.width, Height: r.height }))`, &shown))
	if len(shown) != 2 || shown[0].Height > 800 || shown[1].Width > 16*17+1 {
		t.Errorf("on a screen 800 px high, the pictures measure %v; want none to be higher, and the one in the table at most 272 px wide", shown)
	}
	p := printPage(t, chromium, origin, url)
	if len(p.Pages) > 2 {
		t.Errorf("it takes %d pages, want 2: a picture is cut", len(p.Pages))
	}
	name, address := wordOf(p, "Slowsquats"), wordOf(p, "(https://www.youtube.com/watch?v=aaaaaaaaaaa)")
	if name.Text == "" || address.Left < name.Right || math.Abs(address.Top-name.Top) > 3 {
		t.Errorf("the address of the video stands at %.0f, %.0f mm; want it behind the name, which ends at %.0f, %.0f mm", address.Left, address.Top, name.Right, name.Top)
	}
}

// wordOf returns the first word with a text, and an empty one where there is none.
func wordOf(p browsertest.PDF, text string) browsertest.Word {
	for _, page := range p.Pages {
		for _, w := range page.Words {
			if w.Text == text {
				return w
			}
		}
	}
	return browsertest.Word{}
}
