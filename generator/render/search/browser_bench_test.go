package search_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// BenchmarkSearch opens the search of ten thousand documents in a browser whose processor is four times slower, and reports how many
// milliseconds pass from the request of the page to the first result, or from the last letter that was typed, and what is loaded for it:
// the page, its style and scripts, and what is needed of the index.
func BenchmarkSearch(b *testing.B) {
	dir := b.TempDir()
	sitetest.WriteStarter(b, dir)
	sitetest.Build(b, dir)
	many := manyDocs(10_000)
	x := index(many)
	if err := os.RemoveAll(filepath.Join(dir, "public/search/pieces")); err != nil {
		b.Fatal(err)
	}
	sitetest.WriteFile(b, filepath.Join(dir, "public/search/index.json"), x.Root)
	for _, p := range x.Pieces {
		sitetest.WriteFile(b, filepath.Join(dir, "public/search/pieces", p.Name+".json"), p.Data)
	}
	origin := browsertest.Serve(b, dir)
	browser := browsertest.Chromium(b)
	words := strings.Fields(many[1234].Text)
	for name, query := range map[string]string{
		"often":   strings.Fields(many[0].Text)[0],
		"rare":    "xylophone",
		"title":   many[5000].Title,
		"begun":   many[77].Title[:2],
		"mistake": many[5000].Title[1:],
		"five":    strings.Join(words[100:105], " "),
	} {
		b.Run("opened/"+name, func(b *testing.B) {
			for b.Loop() {
				report(b, browser, dir, origin+"/search/?q="+url.QueryEscape(query), "0")
			}
		})
		b.Run("typed/"+name, func(b *testing.B) {
			for b.Loop() {
				report(b, browser, dir, origin+"/search/", fmt.Sprintf(`(await (async () => {
const field = document.querySelector("#_q");
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
let last;
for (const letter of %q) {
  await wait(200);
  last = performance.now();
  field.value += letter;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
document.querySelector("#_found").textContent = ""; // what was found before does not count
return last;
})())`, query))
			}
		})
	}
}

// report opens a page, runs a script that returns when the time begins, and reports how long it took until something was found.
func report(b *testing.B, browser context.Context, dir, page, begin string) {
	var said string
	slow := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
		return err
	})
	browsertest.Visit(b, browser, "about:blank", slow, chromedp.Navigate(page), browsertest.Evaluate(fmt.Sprintf(`(async () => {
const begin = %s;
while (!document.querySelector("#_found").textContent) await new Promise(requestAnimationFrame);
const loaded = performance.getEntriesByType("resource");
return JSON.stringify({ took: performance.now() - begin, began: loaded.find(({ name }) => name.endsWith("/index.json")).startTime, loaded: loaded.map(({ name }) => new URL(name).pathname) });
})()`, begin), &said))
	var result struct {
		Took, Began float64
		Loaded      []string
	}
	if err := json.Unmarshal([]byte(said), &result); err != nil {
		b.Fatal(err)
	}
	size, zipped := 0, 0
	for _, name := range append(result.Loaded, "/search/index.html") {
		data := []byte(sitetest.ReadFile(b, filepath.Join(dir, "public", name)))
		var z bytes.Buffer
		w := gzip.NewWriter(&z)
		w.Write(data)
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		size, zipped = size+len(data), zipped+z.Len()
	}
	b.ReportMetric(result.Took, "ms")
	b.ReportMetric(result.Began, "ms-before-search") // what any page takes
	b.ReportMetric(float64(size), "bytes")
	b.ReportMetric(float64(zipped), "zipped-bytes")
	b.ReportMetric(float64(len(result.Loaded)), "files")
}
