package templates_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/browsertest"
)

// Firefox prints as many pages as there are sheets, like Chromium, and every target.
func TestSheetsInFirefox(t *testing.T) {
	browsertest.Tool(t, "pdftotext")
	dir := starter(t)
	origin := browsertest.Serve(t, dir)
	browser := browsertest.StartFirefox(t)
	sheets, err := filepath.Glob(filepath.Join(dir, "public/plans/*/*/sheet/index.html"))
	if err != nil || len(sheets) < 5 {
		t.Fatalf("%d sheets, %v", len(sheets), err)
	}
	for i, sheet := range someOf(sheets) {
		html, err := os.ReadFile(sheet)
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Count(string(html), `<section class="sheet`)
		url := strings.TrimPrefix(strings.TrimSuffix(filepath.ToSlash(sheet), "index.html"), filepath.ToSlash(filepath.Join(dir, "public")))
		sizes := []browsertest.Paper{browsertest.Letter()} // it is the shorter one
		if i == 0 {
			sizes = append(sizes, browsertest.A4())
		}
		for _, size := range sizes {
			file := filepath.Join(t.TempDir(), "firefox.pdf")
			browser.Print(origin+url, file, size)
			p := browsertest.ReadPDF(t, file)
			if len(p.Pages) != want {
				t.Errorf("%s: %d pages of %s for %d sheets", url, len(p.Pages), size.Name, want)
			}
			for i, page := range p.Pages {
				if text := page.Text(); !strings.Contains(text, "Name") || !strings.Contains(text, fmt.Sprintf("heet %d of %d", i+1, want)) && i+1 < want {
					t.Errorf("%s: page %d of %s is not a whole sheet: %s", url, i+1, size.Name, text)
				}
			}
		}
	}
}
