package generator_test

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
func (p printed) pageOf(t *testing.T, word string) int {
	t.Helper()
	found := 0
	for i, page := range p.pages {
		if strings.Contains(page.text(), word) {
			if found > 0 {
				t.Errorf("%s: %q stands on pages %d and %d", filepath.Base(p.file), word, found, i+1)
			}
			found = i + 1
		}
	}
	return found
}

func (p printed) text() string {
	var texts []string
	for _, page := range p.pages {
		texts = append(texts, page.text())
	}
	return strings.Join(texts, " ")
}

// printPage prints a page of a built site on the smaller paper and looks for what no page may have.
func printPage(t *testing.T, chromium context.Context, origin, url string, actions ...chromedp.Action[chromedp.Void]) printed {
	t.Helper()
	file := filepath.Join(t.TempDir(), strings.Trim(strings.ReplaceAll(url, "/", "-"), "-")+".pdf")
	tab(t, chromium, origin+url, append(actions, printTo(file, letter))...)
	p := read(t, file)
	for i, page := range p.pages {
		if len(page.words) < 8 {
			t.Errorf("%s: page %d is all but blank: %s", url, i+1, page.text())
		}
		for _, w := range page.words {
			const overhang = 3 // of the box of a large letter over its line
			if w.left < 11.8 || w.right > page.width-11.8 || w.top < 12-overhang || w.down > page.height-12+overhang {
				t.Errorf("%s: page %d: %q stands in the margin", url, i+1, w.text)
			}
		}
	}
	if text := p.text(); !strings.Contains(text, "https://balanced-stride.com"+url) || !strings.Contains(text, "Not medical advice") || strings.Contains(text, "Skip to the text") {
		t.Errorf("%s has no address and warning at its end, or the ways through the site: %s", url, text)
	}
	return p
}

// An article prints without the ways through the site, unfolded, with the addresses of links that leave it, and parts nothing that
// belongs together.
func TestArticlePrints(t *testing.T) {
	chromium := startChromium(t)
	dir := t.TempDir()
	writeStarter(t, dir)
	writeFile(t, filepath.Join(dir, "content/articles/on-paper.md"), []byte(printedArticle()))
	settings := filepath.Join(dir, "content/site.toml")
	data, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, settings, []byte("raw_html = true\n"+string(data)))
	if report := build(t, dir); report.Problems.HasErrors() {
		t.Fatalf("%+v", report.Problems)
	}
	const drawn = `[...document.querySelectorAll("main img")].every((i) => i.complete && i.naturalWidth > 0)`
	var complete bool
	p := printPage(t, chromium, serveDir(t, dir), "/articles/on-paper/", evaluate(drawn, &complete))
	if !complete {
		t.Error("a picture is not there when the page is printed")
	}
	text := p.text()
	for word, want := range map[string]int{
		"(https://journal.example/a/long/address?with=1)": 1, "https://bare.example/": 1, "(http": 1, "Unfolded.": 1, "A note.": 1, "Read on": 0, "Articles": 0, "↩": 0,
	} {
		if got := strings.Count(text, word); got != want {
			t.Errorf("%q stands there %d times, want %d", word, got, want)
		}
	}
	for i := range 40 {
		if h, f := p.pageOf(t, fmt.Sprintf("Heading%02d", i)), p.pageOf(t, fmt.Sprintf("Follows%02d", i)); h != f || h == 0 {
			t.Errorf("heading %d stands on page %d, its text on page %d", i, h, f)
		}
	}
	for i := range 60 {
		begin, end := p.pageOf(t, fmt.Sprintf("Row%02d", i)), p.pageOf(t, fmt.Sprintf("Stop%02d", i))
		if begin != end || begin == 0 {
			t.Errorf("row %d begins on page %d and ends on page %d", i, begin, end)
		}
		if begin > 0 && !strings.Contains(p.pages[begin-1].text(), "first second") {
			t.Errorf("page %d has rows without the head of their table", begin)
		}
	}
}

// The pages of an exercise and of a plan print whole: the exercise on one page, with its drawing, and no week of the plan parted.
func TestExerciseAndPlanPrint(t *testing.T) {
	chromium := startChromium(t)
	dir := t.TempDir()
	writeStarter(t, dir)
	build(t, dir)
	origin := serveDir(t, dir)
	var width float64
	p := printPage(t, chromium, origin, "/exercises/goblet-squat/", evaluate(`document.querySelector(".drawing img").naturalWidth`, &width))
	if len(p.pages) != 1 || math.IsNaN(width) || width == 0 {
		t.Errorf("the exercise takes %d pages; its drawing is %v px wide", len(p.pages), width)
	}
	p = printPage(t, chromium, origin, "/plans/strong-season/no-balance/")
	for i, page := range p.pages {
		text := page.text()
		weeks, first, last := strings.Count(text, "Session A ·"), strings.Count(text, "Rest 3 min"), strings.Count(text, "Rest 1 min")
		if first != weeks || last != 2*weeks {
			t.Errorf("page %d has the heads of %d weeks, and %d first and %d last rows: %s", i+1, weeks, first, last, text)
		}
	}
}

// A tall picture is seen whole, on a screen and on paper, one in a table leaves room for the words, and the address of a video stands
// behind its name.
func TestPicturesAndVideosPrint(t *testing.T) {
	chromium := startChromium(t)
	dir := t.TempDir()
	writeStarter(t, dir)
	var tall bytes.Buffer
	if err := png.Encode(&tall, image.NewGray(image.Rect(0, 0, 700, 2800))); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "content/articles/tall/tall.png"), tall.Bytes())
	writeFile(t, filepath.Join(dir, "content/articles/tall/index.md"), []byte("+++\ntitle = \"Tall\"\ndate = 2026-03-30\n+++\n\nBefore.\n\n![A tree](tall.png)\n\n"+
		"| What | Picture |\n| --- | --- |\n| Tree | ![A tree](tall.png) |\n\n![Slowsquats](https://www.youtube.com/watch?v=aaaaaaaaaaa)\n"))
	if report := build(t, dir); report.Problems.HasErrors() {
		t.Fatalf("%+v", report.Problems)
	}
	origin := serveDir(t, dir)
	const url = "/articles/tall/"
	const sizes = `[...document.querySelectorAll("article img")].map((i) => i.getBoundingClientRect())`
	var shown []struct{ Width, Height float64 }
	tab(t, chromium, origin+url, media("screen"), chromedp.EmulateViewport(1280, 800), evaluate(sizes+`.map((r) => ({ Width: r.width, Height: r.height }))`, &shown))
	if len(shown) != 2 || shown[0].Height > 800 || shown[1].Width > 16*17+1 {
		t.Errorf("on a screen 800 px high, the pictures measure %v; want none to be higher, and the one in the table at most 272 px wide", shown)
	}
	p := printPage(t, chromium, origin, url)
	if len(p.pages) > 2 {
		t.Errorf("it takes %d pages, want 2: a picture is cut", len(p.pages))
	}
	name, address := p.word("Slowsquats"), p.word("(https://www.youtube.com/watch?v=aaaaaaaaaaa)")
	if name.text == "" || address.left < name.right || math.Abs(address.top-name.top) > 3 {
		t.Errorf("the address of the video stands at %.0f, %.0f mm; want it behind the name, which ends at %.0f, %.0f mm", address.left, address.top, name.right, name.top)
	}
}

// word returns the first word with a text, and an empty one where there is none.
func (p printed) word(text string) word {
	for _, page := range p.pages {
		for _, w := range page.words {
			if w.text == text {
				return w
			}
		}
	}
	return word{}
}
