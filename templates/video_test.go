package templates_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// A video is a link until it is clicked: before, the page asks no other website for anything; then a frame stands in its place and has
// the focus. A page without a video has no script for it. The policy of the test lets no frame load: nothing is fetched here.
func TestVideoPlaysWhenClicked(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"V\"\nurl = \"https://balanced-stride.com/\"\n"))
	sitetest.WriteFile(t, filepath.Join(dir, "content/pages/video.md"), []byte("+++\ntitle = \"Video\"\n+++\n\n![A row](https://youtu.be/abcDEF_1234?t=5)\n"))
	sitetest.WriteFile(t, filepath.Join(dir, "content/pages/none.md"), []byte("+++\ntitle = \"None\"\n+++\n\n[A row](https://youtu.be/abcDEF_1234)\n"))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	for page, want := range map[string]bool{"video": true, "none": false} {
		data, err := os.ReadFile(filepath.Join(dir, "public", page, "index.html"))
		if got := bytes.Contains(data, []byte("/assets/video.")); got != want || err != nil {
			t.Errorf("the page %s has the script: %v, want %v; %v", page, got, want, err)
		}
	}
	origin := browsertest.Serve(t, dir)
	page, cancel := context.WithTimeout(browsertest.Chromium(t), time.Minute)
	defer cancel()
	if err := chromedp.Do(page, chromedp.Navigate(origin+"/video/"), chromedp.WaitVisible(".video a")); err != nil {
		t.Fatal(err)
	}
	const before = `[document.querySelector("iframe"), performance.getEntriesByType("resource").filter((e) => new URL(e.name).origin !== location.origin).map((e) => e.name)].flat().join()`
	if got, err := chromedp.Run(page, chromedp.Evaluate[string](before)); got != "" || err != nil {
		t.Errorf("before the click there is %q, %v", got, err)
	}
	if err := chromedp.Do(page, chromedp.Click(".video a"), chromedp.WaitVisible(".video iframe")); err != nil {
		t.Fatal(err)
	}
	const after = `(({ src, title }) => [src, title, document.activeElement.tagName, document.querySelector(".video a")].join(" | "))(document.querySelector(".video iframe"))`
	want := "https://www.youtube-nocookie.com/embed/abcDEF_1234?autoplay=1&start=5 | A row | IFRAME | "
	if got, err := chromedp.Run(page, chromedp.Evaluate[string](after)); got != want || err != nil {
		t.Errorf("after the click: got %q, want %q; %v", got, want, err)
	}
}
