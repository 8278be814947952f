package templates_test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
)

//go:embed .testdata/logpage.js
var logVisit string

// A runner logs a visit on her phone: what comes next follows from it, and all of it is there when she opens the page again.
func TestLogPage(t *testing.T) {
	chromium := browsertest.Chromium(t)
	dir := starter(t)
	page := browsertest.Serve(t, dir) + "/plans/first-eight-weeks/only-runs/log/"
	var wrong []string
	var past, test string
	var wide bool
	browsertest.Visit(t, chromium, page, chromedp.EmulateViewport(320, 640), browsertest.Evaluate(logVisit, &wrong),
		browsertest.Evaluate(`document.documentElement.scrollWidth > document.documentElement.clientWidth`, &wide),
		chromedp.Navigate(page), browsertest.Evaluate(`(async () => { for (let i = 0; i < 200 && !document.querySelector("#_visits li"); i++) await new Promise((done) => setTimeout(done, 25)); return document.getElementById("_visits").innerText; })()`, &past),
		browsertest.Evaluate(`document.querySelector("#_tested input").value`, &test))
	for _, w := range wrong {
		t.Error(w)
	}
	if wide {
		t.Error("the page is wider than a phone of 320 px")
	}
	for _, want := range []string{"Goblet squat 8, 8, 8 · 8 kg", "8, 8, 7 · 10 kg", "15, 15, 15 · It hurt"} {
		if !strings.Contains(strings.ReplaceAll(past, "\u00a0", " "), want) {
			t.Errorf("what was done is shown as %q, want %q in it", past, want)
		}
	}
	if test != "22" {
		t.Errorf("the test is shown as %q, want 22", test)
	}
}
