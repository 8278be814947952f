package templates_test

import (
	_ "embed"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

//go:embed .testdata/yours.js
var makeYours string

//go:embed .testdata/widest.js
var fillWidest string

// whole is the area on which a sheet with a runner's own code is printed: the one that all papers share, and what the code needs of the margins.
var whole = chromedp.EmulateViewport(751, 980)

// A reader makes each plan of the starter hers. With nothing chosen the script writes what Go wrote; the widest that any of her walks brings
// fits into the boxes of her sheets, which are as many pages of both papers as those of everybody; and they have her name.
func TestYours(t *testing.T) {
	chromium := browsertest.Chromium(t)
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	settings := filepath.Join(dir, "content/site.toml")
	text, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, settings, []byte(strings.Replace(string(text), "https://example.org/", "https://www.a-coach-with-a-name.com/", 1)))
	sitetest.Build(t, dir)
	origin := browsertest.Serve(t, dir)
	followed, err := filepath.Glob(filepath.Join(dir, "public/plans/*/*/follow.json"))
	if err != nil || len(followed) < 8 {
		t.Fatalf("%d programmes, %v", len(followed), err)
	}
	seen := map[string]bool{} // of a plan's runner types one stands for all: their sheets differ by a few exercises
	for _, file := range someOf(followed) {
		plan := filepath.Dir(filepath.Dir(file))
		if seen[plan] {
			continue
		}
		seen[plan] = true
		url, _ := filepath.Rel(filepath.Join(dir, "public"), filepath.Dir(file))
		t.Run(filepath.Base(plan), func(t *testing.T) {
			page := origin + "/" + filepath.ToSlash(url) + "/"
			var yours, widest []string
			var sheets, name int
			papers := map[browsertest.Paper]string{browsertest.A4(): filepath.Join(t.TempDir(), "a4.pdf"), browsertest.Letter(): filepath.Join(t.TempDir(), "letter.pdf")}
			browsertest.Visit(t, chromium, page, browsertest.Evaluate(makeYours, &yours),
				browsertest.Media("print"), whole, chromedp.Navigate(page+"sheet/?unit=kg"), browsertest.Evaluate(`document.querySelectorAll(".sheet").length`, &sheets),
				browsertest.Evaluate(`(async () => { for (let i = 0; i < 200 && document.getElementById("_yours").hidden; i++) await new Promise((done) => setTimeout(done, 25)); return [...document.querySelectorAll(".write b")].filter((b) => b.textContent === "Anna").length; })()`, &name),
				chromedp.Navigate("about:blank"), chromedp.Navigate(page+"sheet/?unit=kg#widest"), browsertest.Evaluate(forget, new(bool)), chromedp.Navigate(page+"sheet/?unit=kg"), browsertest.Evaluate(fillWidest, &widest),
				browsertest.PrintTo(papers[browsertest.A4()], browsertest.A4()), browsertest.PrintTo(papers[browsertest.Letter()], browsertest.Letter()))
			for _, wrong := range append(yours, widest...) {
				t.Error(wrong)
			}
			if name != sheets {
				t.Errorf("%d of %d sheets have her name", name, sheets)
			}
			for paper, file := range papers {
				if n := len(browsertest.ReadPDF(t, file).Pages); n != sheets {
					t.Errorf("%v: %d sheets are printed on %d pages", paper, sheets, n)
				}
			}
		})
	}
}

// forget takes back all that this browser keeps of a site.
const forget = `(async () => { for (const { name } of await indexedDB.databases()) await new Promise((done) => { const asked = indexedDB.deleteDatabase(name); asked.onsuccess = asked.onerror = asked.onblocked = done; }); localStorage.clear(); return true; })()`
