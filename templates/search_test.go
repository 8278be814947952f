package templates_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

const searchedSite = `
-- content/site.toml --
title = "S"
url = "https://balanced-stride.com/blog/"
-- content/exercises/rdl.toml --
name = "Romanian deadlift"
also = ["RDL"]
pattern = "hinge"
measure = "reps"
cues = ["Hips back."]
-- content/exercises/push-up.toml --
name = "Push-up"
pattern = "push"
measure = "reps"
cues = ["Hands on the floor."]
-- content/pages/street.md --
+++
title = "Auf der Straße"
+++
Wo die Rampe ist.
`

// searched is a site below a base path, in a browser that shows its search.
type searched struct {
	*testing.T
	dir, address string
	page         context.Context
}

func newSearched(t *testing.T) *searched {
	t.Helper()
	s := &searched{T: t, dir: t.TempDir()}
	sitetest.WriteArchive(t, s.dir, txtar.Parse([]byte(searchedSite)))
	for i := range 25 {
		sitetest.WriteFile(t, filepath.Join(s.dir, fmt.Sprintf("content/articles/2026-01-%02d-hill-%d.md", i+1, i+1)), fmt.Appendf(nil, "+++\ntitle = \"Hill %d\"\n+++\nClimb it.\n", i+1))
	}
	s.build()
	s.address = browsertest.Serve(t, s.dir) + "/blog/search/"
	page, cancel := context.WithTimeout(browsertest.Chromium(t), time.Minute)
	t.Cleanup(cancel)
	s.page = page
	return s
}

// build builds the site into the folder of its base path.
func (s *searched) build() {
	s.Helper()
	o := sitetest.Options(s.dir)
	o.Out = filepath.Join(s.dir, "public/blog")
	if report, err := generator.Build(context.Background(), o); err != nil || report.Problems.HasErrors() {
		s.Fatal(err, report.Problems)
	}
}

// open opens the search, with what stands behind its address, and waits until it has begun.
func (s *searched) open(behind string) {
	s.Helper()
	s.do(chromedp.Navigate(s.address+behind), chromedp.WaitVisible("#_q"))
	s.awaits(`document.activeElement.id === "_q" && performance.getEntriesByName(new URL("index.json", location)).length > 0`)
}

func (s *searched) do(actions ...browsertest.Action) {
	s.Helper()
	if err := chromedp.Do(s.page, actions...); err != nil {
		s.Fatal(err)
	}
}

// awaits waits until an expression is true on the page.
func (s *searched) awaits(expression string) {
	s.Helper()
	const state = `[document.querySelector("#_found").textContent, [...document.querySelectorAll("#_results a")].map((a) => a.textContent), document.activeElement.outerHTML.slice(0, 90), location.href].join(" | ")`
	var said string
	s.do(browsertest.Evaluate(fmt.Sprintf(`(async () => {
for (const end = performance.now() + 10_000; performance.now() < end; await new Promise((done) => setTimeout(done, 10))) if (%s) return "";
return %s;
})()`, expression, state), &said))
	if said != "" {
		s.Fatalf("it never is so that %s: %s", expression, said)
	}
}

// types types into the empty field, and waits until what was typed is looked for.
func (s *searched) types(text string) {
	s.Helper()
	s.do(chromedp.Focus("#_q"), browsertest.Evaluate(`document.querySelector("#_q").value = ""`, new(string)), chromedp.KeyEvent(text))
	s.awaits(fmt.Sprintf(`new URL(location).searchParams.get("q") === %q`, text))
}

// finds types a query and waits for the titles of what is found.
func (s *searched) finds(query, titles string) {
	s.Helper()
	s.types(query)
	s.awaits(fmt.Sprintf(`[...document.querySelectorAll("#_results a")].map((a) => a.textContent).join() === %q`, titles))
}

func (s *searched) says(text string) {
	s.Helper()
	s.awaits(fmt.Sprintf(`document.querySelector("#_found").textContent === %q`, text))
}

// A search is done with the keyboard alone: typed, walked with the arrows, and gone on with where there is more.
func TestSearchWithKeys(t *testing.T) {
	s := newSearched(t)
	const links, more = `document.querySelectorAll("#_results a")`, `document.querySelector("#_more")`
	s.open("")
	s.awaits(`!` + more + `.checkVisibility()`)
	s.types("climb")
	s.says("25 results")
	s.awaits(links + `.length === 10 && ` + more + `.checkVisibility() && ` + links + `[0].pathname === "/blog/articles/hill-25/"`)
	s.do(chromedp.KeyEvent(kb.ArrowDown))
	s.awaits(links + `[0] === document.activeElement`)
	s.do(chromedp.KeyEvent(kb.ArrowUp))
	s.awaits(`document.activeElement.id === "_q"`)
	for range 11 {
		s.do(chromedp.KeyEvent(kb.ArrowDown))
	}
	s.awaits(more + ` === document.activeElement`)
	s.do(chromedp.KeyEvent(kb.Enter))
	s.awaits(links + `.length === 20 && ` + links + `[10] === document.activeElement`)
	s.do(browsertest.Evaluate(more+`.click() ?? ""`, new(string))) // while the page scrolls a mouse would miss it
	s.awaits(links + `.length === 25 && ` + links + `[20] === document.activeElement && !` + more + `.checkVisibility()`)
	s.says("25 results")
	s.types("hill 7")
	s.awaits(links + `.length > 0 && ` + links + `[0].textContent === "Hill 7" && !` + more + `.checkVisibility()`)
	s.do(chromedp.KeyEvent(kb.ArrowDown + kb.Enter))
	s.awaitsPage("/blog/articles/hill-7/")
}

// awaitsPage waits until another page is shown.
func (s *searched) awaitsPage(path string) {
	s.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if at, err := chromedp.Run(s.page, chromedp.Evaluate[string]("location.pathname")); err == nil && at == path {
			return
		}
	}
	s.Fatalf("%s is never shown", path)
}

// What is meant is found, however it is written, and the address has the query, which can be sent to others.
func TestSearchFinds(t *testing.T) {
	s := newSearched(t)
	s.open("?q=rdl")
	s.says("1 result")
	s.finds("pushup", "Push-up")
	s.finds("push up", "Push-up")
	s.finds("strasse", "Auf der Straße")
	s.finds("romanain", "Romanian deadlift")
	s.finds("rdl", "Romanian deadlift")
	s.finds("nowhere", "")
	s.says("Nothing was found. Try fewer words, or the beginning of one.")
}

// Who has the search open while the site is published finds what is new, and who has no net is told so.
func TestSearchWhilePublished(t *testing.T) {
	s := newSearched(t)
	s.open("")
	sitetest.WriteFile(t, filepath.Join(s.dir, "content/pages/news.md"), []byte("+++\ntitle = \"News\"\n+++\nA xylophone.\n"))
	s.build()
	s.finds("xylophone", "News")
	if err := os.RemoveAll(filepath.Join(s.dir, "public/blog/search/pieces")); err != nil {
		t.Fatal(err)
	}
	s.open("?q=climb")
	s.says("The search could not be loaded. Try again when you are online.")
}
