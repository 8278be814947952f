package generator_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
)

// printRun builds the site in a folder and has print do its work.
func printRun(t *testing.T, dir string, print func(*generator.PDFSession) error) (*generator.Report, error) {
	t.Helper()
	return generator.Print(context.Background(), sitetest.Options(dir),
		func(_ context.Context, run *generator.PDFSession) error { return print(run) })
}

// In the page of the whole guide every id is there once, every link leads to one or to an address in full, and no heading is more
// than one level below the one before it.
func TestBookPage(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	var page []byte
	_, err := printRun(t, dir, func(run *generator.PDFSession) (err error) {
		page, err = run.Book(map[string]int{"part-1": 7})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	ids, links, level := map[string]bool{}, []string{}, 0
	for z := html.NewTokenizer(bytes.NewReader(page)); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Type != html.StartTagToken && token.Type != html.SelfClosingTagToken {
			continue
		}
		if name := token.Data; len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
			if now := int(name[1] - '0'); now > level+1 {
				t.Errorf("a heading of level %d follows one of level %d: %v", now, level, token)
			}
			level = int(name[1] - '0')
		}
		for _, a := range token.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("the id %q is there twice", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" && token.Data == "a":
				links = append(links, a.Val)
			}
		}
	}
	for _, link := range links {
		if id, within := strings.CutPrefix(link, "#"); within && !ids[id] || !within && !strings.HasPrefix(link, "http") {
			t.Errorf("a link leads to %q, which is not in the guide", link)
		}
	}
	if len(ids) < 100 || len(links) < 200 {
		t.Errorf("the guide has %d ids and %d links", len(ids), len(links))
	}
	checkCitations(t, string(page))
	if n := strings.Count(string(page), `<span class="number">7</span>`); n != 1 {
		t.Errorf("the number 7 is there %d times, want once", n)
	}
	for _, file := range sitetest.Files(t, filepath.Join(dir, "public")) {
		if strings.Contains(file, "book/") {
			t.Errorf("the guide is on the site: %s", file)
		}
	}
}

// checkCitations follows the citations of all chapters: each has the number that its source has in the one list of the guide.
func checkCitations(t *testing.T, page string) {
	t.Helper()
	_, list, _ := strings.Cut(page, `<ol class="literature">`)
	var sources []string
	for _, m := range regexp.MustCompile(`<li id="([^"]+)"`).FindAllStringSubmatch(list, -1) {
		sources = append(sources, m[1])
	}
	cited := regexp.MustCompile(`<a href="#([^"]+)"[^>]* role="doc-biblioref" aria-label="[^"]* (\d+)">(\d+)</a>`).FindAllStringSubmatch(page, -1)
	for _, m := range cited {
		if n, _ := strconv.Atoi(m[3]); m[2] != m[3] || n < 1 || n > len(sources) || sources[n-1] != m[1] {
			t.Errorf("%s has not the number of its source", m[0])
		}
	}
	if len(cited) < 50 || strings.Count(page, `role="doc-biblioref"`) != len(cited) {
		t.Errorf("of %d citations %d were understood", strings.Count(page, `role="doc-biblioref"`), len(cited))
	}
}

// The pages link the PDFs that were added, a build keeps them, and what they were printed from decides whether they are up to date.
func TestPrint(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	due := func(run *generator.PDFSession) (jobs []generator.Job) {
		for _, pdf := range run.Site.PDFs() {
			job, done, err := run.Job(pdf)
			if err != nil {
				t.Fatal(err)
			}
			if !done {
				jobs = append(jobs, job)
			}
		}
		return jobs
	}
	all := 0
	report, err := printRun(t, dir, func(run *generator.PDFSession) error {
		jobs := due(run)
		all = len(jobs)
		for _, job := range jobs {
			if err := run.Add(job.PDF, []byte("made of "+job.Fingerprint)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || all < 10 || len(report.Stale) != 0 {
		t.Fatalf("got %v, %d PDFs, %d of them out of date", err, all, len(report.Stale))
	}
	page, err := os.ReadFile(filepath.Join(dir, "public/plans/first-eight-weeks/only-runs/index.html"))
	if want := `href="/plans/first-eight-weeks/only-runs/first-eight-weeks-only-runs-letter.pdf"`; err != nil || !bytes.Contains(page, []byte(want)) {
		t.Errorf("the plan's page has no %s (%v)", want, err)
	}
	before := sitetest.State(t, filepath.Join(dir, "public"))
	stopped := errors.New("stopped")
	if _, err := printRun(t, dir, func(run *generator.PDFSession) error {
		if jobs := due(run); len(jobs) > 0 {
			t.Errorf("nothing changed, but %d PDFs are out of date", len(jobs))
		}
		return errors.Join(run.Add(run.Site.PDFs()[0], []byte("half")), stopped)
	}); !errors.Is(err, stopped) {
		t.Errorf("got %v, want %v", err, stopped)
	}
	for name, was := range sitetest.State(t, filepath.Join(dir, "public")) {
		if before[name] != was {
			t.Errorf("a print that failed changed %s", name)
		}
	}
	for _, name := range []string{"style.css", "book.css"} {
		sitetest.WriteFile(t, filepath.Join(dir, "templates/assets", name), []byte("p { color: red }"))
	}
	if report := sitetest.Build(t, dir); len(report.Stale) != all {
		t.Errorf("the styles changed: %d PDFs are out of date, want %d", len(report.Stale), all)
	}
}
