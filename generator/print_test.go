package generator_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tool returns the path of a program that is not part of Go. Where it is missing the test skips, or fails when all tools are required.
func tool(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("LEGPRESS_REQUIRE_TOOLS") == "1" {
		t.Fatalf("%s is not installed", names[0])
	}
	t.Skipf("%s is not installed", names[0])
	return ""
}

// The sheet of the first plan prints on two pages, four weeks each, with every target on paper.
func TestSheetPrints(t *testing.T) {
	chromium := tool(t, "chromium", "chromium-browser", "google-chrome")
	pdftotext := tool(t, "pdftotext")
	dir := t.TempDir()
	writeStarter(t, dir)
	build(t, dir)
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(dir, "public"))))
	defer server.Close()
	pdf := filepath.Join(dir, "sheet.pdf")
	out, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
		"--disable-sync", "--no-first-run", "--user-data-dir="+filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+pdf,
		server.URL+"/plans/first-eight-weeks/only-runs/sheet/").CombinedOutput()
	if err != nil {
		t.Fatalf("chromium: %v\n%s", err, out)
	}
	text, err := exec.Command(pdftotext, "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	if len(pages) != 2 {
		t.Fatalf("the sheet has %d pages, want 2", len(pages))
	}
	for i, wanted := range [][]string{
		{"weeks 1–4", "Week 1", "Week 4 easy", "3 × 12 · 8 kg", "2 × 8 · 10 kg", "Pain of 4 or 5", "If all sets reach 12: next time 10 kg"},
		{"weeks 5–8", "Week 5", "Week 8 easy", "3 × 9 · 12 kg", "2 × 8 · 12 kg", "Pain of 4 or 5", "If all sets reach 12: next time 12 kg"},
	} {
		for _, w := range wanted {
			if !strings.Contains(strings.Join(strings.Fields(pages[i]), " "), w) {
				t.Errorf("page %d has no %q:\n%s", i+1, w, pages[i])
			}
		}
	}
}
