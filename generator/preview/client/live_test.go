package client_test

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

func printsNothing(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	f.tell("/x/", problems(true, mistake(1, "wrong")))
	b.until(panelOpen)
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	b.holds(`matchMedia("print").matches`, `!root.querySelector("section").checkVisibility()`, `!root.querySelector("aside").checkVisibility()`)
}

const away = `root.querySelector(".state").textContent === "The preview is not running."`

func reconnects(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", `<p>x</p><img src="/a.svg" alt="">`)))
	b := open(f.url("/x/"))
	f.await("/x/")
	ask[bool](b, `window.marker = 1; true`)
	f.stop()
	b.until(`root && ` + away)
	b.holds(titleIs + `"One"`)
	f.put("/x/", page("Two", `<p>x</p><img src="/a.svg" alt="">`))
	f.put(style, "p { color: rgb(9, 8, 7); }")
	f.put("/a.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"/>`)
	f.start()
	b.until(titleIs + `"Two" && getComputedStyle(document.querySelector("p")).color === "rgb(9, 8, 7)" && document.querySelector("img").naturalWidth === 30`)
	b.until(`!(` + away + `)`)
	b.holds(`window.marker === 1`)
}

func keepsTabsApart(t *testing.T, open func(string) *tab) {
	files := site(page("One", "<p>x</p>"))
	files["/y/"] = page("Other", "<p>y</p>")
	f := newFake(t, files)
	x := open(f.url("/x/"))
	y := x.another(f.url("/y/"))
	f.await("/y/")
	for _, b := range []*tab{x, y} {
		b.until(`root.querySelector(".preview:not([hidden])")`)
		ask[bool](b, `window.changes = 0; new MutationObserver(() => changes++).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); true`)
	}
	f.save("/x/", page("Two", "<p>x</p>"))
	x.until(titleIs + `"Two"`)
	x.holds(`changes > 0`)
	y.holds(titleIs+`"Other"`, `changes === 0`)
	if n := f.times("/y/"); n != 1 {
		t.Errorf("the other page was asked for %d times, want 1", n)
	}
}

func servesEightTabs(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	first := open(f.url("/x/"))
	tabs := []*tab{first}
	for len(tabs) < 8 {
		tabs = append(tabs, first.another(f.url("/x/")))
	}
	eventually(t, "eight tabs have said where they are", func() bool {
		f.mu.Lock()
		defer f.mu.Unlock()
		return len(f.tabs) == 8
	})
	for _, b := range tabs {
		b.hide(false) // only one of them is in front
		ask[bool](b, `Object.defineProperty(document, "hidden", { value: false, configurable: true }); true`)
	}
	f.save("/x/", page("Two", "<p>x</p>"))
	for _, b := range tabs {
		b.until(titleIs + `"Two"`)
	}
}

func waitsHidden(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	f.await("/x/")
	b.hide(true)
	f.put(style, "p { color: rgb(9, 8, 7); }")
	f.tell("/x/", message{"type": "style", "href": style})
	f.save("/x/", page("Two", "<p>x</p>"))
	f.tell("/x/", problems(false, warning("no picture.")))
	b.until(`root.querySelector(".count").textContent === "1 warning"`)
	time.Sleep(200 * time.Millisecond)
	if p, s := f.times("/x/"), f.times(style); p != 1 || s != 1 {
		t.Errorf("hidden, the page was asked for %d times and the style sheet %d times, want 1 and 1", p, s)
	}
	b.hide(false)
	b.until(titleIs + `"Two" && getComputedStyle(document.querySelector("p")).color === "rgb(9, 8, 7)"`)
}

func returnsFromMemory(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	f.await("/x/")
	ask[bool](b, `dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }))`)
	eventually(t, "the tab has left", func() bool {
		f.mu.Lock()
		defer f.mu.Unlock()
		return len(f.tabs) == 0
	})
	f.put("/x/", page("Two", "<p>x</p>"))
	ask[bool](b, `dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))`)
	b.until(titleIs + `"Two"`)
}

func follows(t *testing.T, open func(string) *tab) {
	files := site(page("One", "<p>x</p>"))
	files["/y/"] = page("Other", "<p>y</p>")
	f := newFake(t, files)
	b := open(f.url("/x/"))
	for _, where := range []string{"//example.org/y/", "https://example.org/y/", "javascript:document.body.remove()", "/x/"} {
		f.tell("/x/", message{"type": "go", "page": where})
	}
	f.tell("/x/", message{"type": "info", "words": 6})
	b.until(`root.querySelector(".info").textContent === "6 words"`)
	b.hide(true)
	f.tell("/x/", message{"type": "go", "page": "/y/"})
	f.tell("/x/", message{"type": "info", "words": 7})
	b.until(`root.querySelector(".info").textContent === "7 words"`)
	b.holds(`location.pathname === "/x/"`)
	b.hide(false)
	f.tell("/x/", message{"type": "go", "page": "/y/"})
	b.until(`location.pathname === "/y/" && ` + titleIs + `"Other"`)
	f.await("/y/")
}

// A server that never says the same twice, about a page that has to be loaded again each time.
func endsReloading(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(scripted("One", "<p>x</p>")))
	f.put("/assets/site.js", "")
	f.moody = true
	b := open(f.url("/x/"))
	for asked := 0; asked < f.times("/x/"); time.Sleep(time.Second) {
		if asked = f.times("/x/"); asked > 20 {
			t.Fatalf("the page was asked for %d times, and so on", asked)
		}
	}
	b.holds(titleIs + `"One"`)
}

func wakes(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	f.await("/x/")
	f.sleep()
	f.put("/x/", page("Two", "<p>x</p>"))
	ask[bool](b, `dispatchEvent(new Event("online"))`)
	b.until(titleIs + `"Two"`)
}
