package client_test

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/preview"
	"github.com/legpress/legpress/templates"
)

// The whole way, from a file that is saved to what an author sees, with the starter site.
func TestServed(t *testing.T) {
	browser := openBrowser(t)
	for _, c := range []struct {
		name string
		test func(t *testing.T, s *served, open func(path string) *tab)
	}{
		{"an edit is seen where one reads", seesEdit},
		{"a sheet stays on its page", staysOnSheet},
		{"a style sheet is swapped", seesStyle},
		{"mistakes come and go", seesMistakes},
		{"broken from the start", beginsBroken},
		{"the outline says what is to be mended", outlinesMistakes},
		{"a page is gone and comes back", seesGone},
		{"the preview starts again", startsAgain},
		{"the browser follows the author", followsAuthor},
		{"a worker is sent away", sendsWorkersAway},
		{"eight tabs", seesInEightTabs},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t)
			c.test(t, s, func(path string) *tab { return openTab(t, browser, s.url(path)) })
		})
	}
}

// served is a site that is shown with `legpress serve`.
type served struct {
	t       *testing.T
	dir     string
	address string
	stop    func()
}

const (
	articleFile = "content/articles/2026-03-02-finding-balance.md"
	articleURL  = "/articles/finding-balance/"
)

func serve(t *testing.T) *served {
	s := &served{t: t, dir: t.TempDir(), address: "127.0.0.1:0", stop: func() {}}
	if err := os.CopyFS(filepath.Join(s.dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	s.start()
	t.Cleanup(func() { s.stop() })
	return s
}

func (s *served) start() {
	s.stop()
	p, err := preview.New(preview.Options{Site: generator.Options{Dir: s.dir, Theme: templates.Files}, Follow: strings.Contains(s.t.Name(), "follows"), Editor: "vscode",
		Now: func() time.Time { return time.Date(2026, 9, 21, 12, 0, 0, 0, time.UTC) }})
	if err != nil {
		s.t.Fatal(err)
	}
	l, err := net.Listen("tcp", s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	s.address = l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- p.Serve(ctx, l) }()
	s.stop = func() {
		cancel()
		if err := <-done; err != nil {
			s.t.Errorf("serving: %v", err)
		}
		s.stop = func() {}
	}
}

func (s *served) url(path string) string { return "http://" + s.address + path }

func (s *served) read(name string) string {
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

func (s *served) write(name, text string) {
	path := filepath.Join(s.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// replace changes a file in the way of an author; what it replaces has to be there.
func (s *served) replace(name, old, new string) {
	s.t.Helper()
	text := s.read(name)
	if !strings.Contains(text, old) {
		s.t.Fatalf("%s does not say %q", name, old)
	}
	s.write(name, strings.Replace(text, old, new, 1))
}

// met waits until the tab has heard from the server.
func (b *tab) met() {
	b.t.Helper()
	b.until(`root?.querySelector(".preview:not([hidden])") && root.querySelector(".info").textContent !== ""`)
}

func seesEdit(t *testing.T, s *served, open func(string) *tab) {
	b := open(articleURL)
	other := b.another(s.url("/articles/the-sheet/"))
	b.met()
	other.met()
	for _, tab := range []*tab{b, other} {
		ask[bool](tab, `scrollTo({ top: 700, behavior: "instant" }); window.changes = 0; new MutationObserver(() => changes++).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); true`)
	}
	at := ask[float64](b, `window.seen = [...document.querySelectorAll("main p")].find((p) => p.getBoundingClientRect().top > 200); seen.getBoundingClientRect().top`)
	s.replace(articleFile, "Picture a runner", "A paragraph that is **new**.\n\nImagine a runner")
	b.until(`document.querySelector("main").textContent.includes("Imagine a runner")`)
	b.holds(`document.querySelector("main").textContent.includes("A paragraph that is new.")`, `scrollY > 700`)
	if now := ask[float64](b, `seen.getBoundingClientRect().top`); now < at-1 || now > at+1 {
		t.Errorf("what was at %v is at %v", at, now)
	}
	other.holds(`changes === 0`, `scrollY === 700`)
}

func staysOnSheet(t *testing.T, s *served, open func(string) *tab) {
	b := open("/plans/first-eight-weeks/only-runs/sheet/")
	b.until(`root?.querySelector(".preview:not([hidden])")`)
	at := ask[float64](b, `document.querySelectorAll(".sheet")[1].scrollIntoView({ behavior: "instant" }); window.sheet = document.querySelectorAll(".sheet")[1]; sheet.getBoundingClientRect().top`)
	s.replace("content/exercises/goblet-squat.toml", "Hold the weight against your chest.", "Hold the weight with both of your hands.")
	b.until(`document.querySelector(".sheet").textContent.includes("both of your hands")`)
	b.holds(`sheet.isConnected`)
	if now := ask[float64](b, `sheet.getBoundingClientRect().top`); now < at-40 || now > at+40 {
		t.Errorf("the second sheet was at %v and is at %v", at, now)
	}
}

func seesStyle(t *testing.T, s *served, open func(string) *tab) {
	b := open(articleURL)
	b.met()
	ask[bool](b, `window.marker = 1; true`)
	for _, colour := range []string{"rgb(1, 2, 3)", "rgb(4, 5, 6)"} {
		s.write("templates/assets/style.css", "h1 { color: "+colour+" }")
		b.until(`getComputedStyle(document.querySelector("h1")).color === "` + colour + `" && document.querySelectorAll("link[rel=stylesheet]").length === 1`)
	}
	b.holds(`window.marker === 1`)
}

func seesMistakes(t *testing.T, s *served, open func(string) *tab) {
	b := open(articleURL)
	b.met()
	good := ask[string](b, `document.body.innerHTML`)
	s.replace(articleFile, "(source:doma-2013)", "(source:doma-2031<script>)")
	b.until(panelOpen)
	b.holds(`root.querySelector("h2").textContent === "1 mistake"`, `root.querySelector(".what").textContent.includes("doma-2031<script>")`, `/finding-balance\.md:\d+:\d+$/.test(root.querySelector(".place").textContent)`,
		`root.querySelector("a.place").protocol === "vscode:"`, `root.querySelector("pre").textContent.includes("doma-2031<script>")`, `root.querySelector("pre b").textContent.includes("^^^")`)
	if now := ask[string](b, `document.body.innerHTML`); now != good {
		t.Errorf("the last good page has become\n%s", now)
	}
	b.press(kb.Escape)
	b.until(panelClosed)
	s.replace(articleFile, "doma-2031<script>", "doma-2013")
	s.replace(articleFile, "Picture a runner", "Imagine a runner")
	b.until(`root.querySelector(".count").hidden && document.querySelector("main").textContent.includes("Imagine a runner")`)
	b.holds(panelClosed)
}

func outlinesMistakes(t *testing.T, s *served, open func(string) *tab) {
	b := open("/_legpress/")
	b.until(`root?.querySelector(".preview:not([hidden])")`)
	b.holds(`!document.querySelector(".problems")`)
	s.replace(articleFile, "+++\n\n", "+++\n\n"+strings.Repeat("[x](exercise:nothing)\n\n", 9))
	const file = `document.getElementById("mistakes-content%2Farticles%2F2026-03-02-finding-balance.md")`
	b.until(file + ` && document.title.startsWith("9 mistakes")`)
	b.holds(panelClosed, file+`.querySelector("a").pathname === "`+articleURL+`"`, `document.querySelector(".where a").protocol === "vscode:"`,
		`document.querySelector(".wrong").textContent === "9 mistakes"`, `!document.querySelector(".problems details").open`)
	ask[bool](b, `document.querySelector(".wrong").click(); true`)
	b.until(`document.querySelector(":target") === ` + file + ` && Math.abs(` + file + `.getBoundingClientRect().top) < innerHeight`)
	ask[bool](b, `document.querySelector(".problems summary").click(); true`)
	s.replace(articleFile, "[x](exercise:nothing)\n\n", "")
	b.until(`document.title.startsWith("8 mistakes")`)
	b.holds(`document.querySelector(".problems details").open`)
}

func beginsBroken(t *testing.T, s *served, open func(string) *tab) {
	s.stop()
	s.replace(articleFile, "title =", "titel =")
	s.start()
	b := open(articleURL)
	b.until(`root?.querySelector(".count").textContent.includes("mistake")`)
	b.holds(panelClosed, `document.querySelector(".problems")`)
	s.replace(articleFile, "titel =", "title =")
	b.until(titleIs + `"Finding balance" && !document.querySelector("link[href*=preview]")`)
	time.Sleep(300 * time.Millisecond) // what was seen for a moment only is nothing to fall back to
	s.replace(articleFile, "title =", "titel =")
	b.until(panelOpen)
	b.holds(titleIs + `"Finding balance"`)
}

func seesGone(t *testing.T, s *served, open func(string) *tab) {
	b := open(articleURL)
	b.met()
	text := s.read(articleFile)
	if err := os.Remove(filepath.Join(s.dir, articleFile)); err != nil {
		t.Fatal(err)
	}
	b.until(`root.querySelector(".state").textContent.startsWith("This page is gone") || ` + panelOpen)
	b.holds(titleIs + `"Finding balance"`)
	s.write(articleFile, text)
	b.until(`root.querySelector(".state").textContent === "" && ` + panelClosed)
}

func startsAgain(t *testing.T, s *served, open func(string) *tab) {
	b := open(articleURL)
	b.met()
	ask[bool](b, `window.marker = 1; scrollTo({ top: 700, behavior: "instant" }); true`)
	s.stop()
	b.until(away)
	s.replace(articleFile, "Picture a runner", "Imagine a runner")
	s.start()
	b.until(`!(` + away + `) && document.querySelector("main").textContent.includes("Imagine a runner")`)
	b.holds(`window.marker === 1`, `scrollY === 700`)
}

func followsAuthor(t *testing.T, s *served, open func(string) *tab) {
	b := open("/")
	b.until(`root?.querySelector(".preview:not([hidden])")`)
	time.Sleep(200 * time.Millisecond)
	s.replace(articleFile, "Picture a runner", "Imagine a runner")
	b.until(`location.pathname === "` + articleURL + `" && document.querySelector("main").textContent.includes("Imagine a runner")`)
}

func seesInEightTabs(t *testing.T, s *served, open func(string) *tab) {
	tabs := []*tab{open(articleURL)}
	for len(tabs) < 8 {
		tabs = append(tabs, tabs[0].another(s.url(articleURL)))
	}
	for _, b := range tabs {
		ask[bool](b, `Object.defineProperty(document, "hidden", { value: false, configurable: true }); true`) // only one is in front
		b.met()
	}
	s.replace(articleFile, "Picture a runner", "Imagine a runner")
	for _, b := range tabs {
		b.until(`document.querySelector("main").textContent.includes("Imagine a runner")`)
	}
}
