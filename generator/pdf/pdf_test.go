package pdf_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/pdf"
	"github.com/legpress/legpress/templates"
)

// bench is a site in a folder of its own.
type bench struct {
	t   *testing.T
	dir string
}

// newBench writes the site in testdata. The test skips where there is no browser.
func newBench(t *testing.T) *bench {
	t.Helper()
	browsertest.Tool(t, "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{t, t.TempDir()}
	for _, f := range archive.Files {
		b.write(f.Name, string(f.Data))
	}
	return b
}

func (b *bench) write(name, text string) {
	b.t.Helper()
	file := filepath.Join(b.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// edit replaces a text that stands in a file of the site.
func (b *bench) edit(name, old, new string) {
	b.t.Helper()
	text := b.read(name)
	if !strings.Contains(text, old) {
		b.t.Fatalf("%s has no %q", name, old)
	}
	b.write(name, strings.ReplaceAll(text, old, new))
}

func (b *bench) read(name string) string {
	b.t.Helper()
	data, err := os.ReadFile(filepath.Join(b.dir, name))
	if err != nil {
		b.t.Fatal(err)
	}
	return string(data)
}

func (b *bench) options() generator.Options {
	return generator.Options{Dir: b.dir, Theme: templates.Files, Now: time.Date(2026, 9, 21, 12, 0, 0, 0, time.UTC)}
}

// print prints with the options that are usual and what change does to them, and returns the names of what was printed.
func (b *bench) print(change func(*pdf.Options)) (printed []string, fresh int) {
	b.t.Helper()
	browser, err := pdf.Find("")
	if err != nil {
		b.t.Fatal(err)
	}
	o := pdf.Options{Browser: browser, Papers: []string{"a4", "letter"}, Jobs: 2}
	if change != nil {
		change(&o)
	}
	report, result, err := pdf.Make(context.Background(), b.options(), o)
	if err != nil {
		b.t.Fatal(err)
	}
	if report.Problems.HasErrors() {
		b.t.Fatal(report.Problems)
	}
	for _, p := range result.Printed {
		printed = append(printed, filepath.Base(p.File()))
	}
	return printed, result.Fresh
}

// build builds and returns the names of the PDFs that are out of date.
func (b *bench) build() (stale []string) {
	b.t.Helper()
	report, err := generator.Build(context.Background(), b.options())
	if err != nil || report.Problems.HasErrors() {
		b.t.Fatal(err, report.Problems)
	}
	for _, p := range report.Stale {
		stale = append(stale, filepath.Base(p.File()))
	}
	return stale
}

// pdfs returns the bytes of all PDFs of the website by their path.
func (b *bench) pdfs() map[string]string {
	b.t.Helper()
	all := map[string]string{}
	files, err := filepath.Glob(filepath.Join(b.dir, "public/plans/*/*/*.pdf"))
	more, err2 := filepath.Glob(filepath.Join(b.dir, "public/*.pdf"))
	if err != nil || err2 != nil {
		b.t.Fatal(err, err2)
	}
	for _, f := range append(files, more...) {
		name, _ := filepath.Rel(filepath.Join(b.dir, "public"), f)
		all[name] = b.read(filepath.Join("public", name))
	}
	return all
}

// run runs a program on a PDF of the website.
func (b *bench) run(program, file string, args ...string) string {
	b.t.Helper()
	args = append(args, filepath.Join(b.dir, "public", file))
	if program == "pdftotext" {
		args = append(args, "-")
	}
	out, err := exec.Command(browsertest.Tool(b.t, program), args...).Output()
	if err != nil {
		b.t.Fatalf("%s %s: %v\n%s", program, file, err, out)
	}
	return string(out)
}

const folder = "plans/start/a/"

func TestSheets(t *testing.T) {
	b := newBench(t)
	printed, fresh := b.print(nil)
	want := []string{"start-a-a4.pdf", "start-a-letter.pdf", "start-b-a4.pdf", "start-b-letter.pdf"}
	if !slices.Equal(printed, want) || fresh != 0 {
		t.Errorf("printed %q and %d were up to date, want %q", printed, fresh, want)
	}
	for paper, size := range map[string]string{"a4": "(A4)", "letter": "(letter)"} {
		file := folder + "start-a-" + paper + ".pdf"
		info := b.run("pdfinfo", file)
		for key, value := range map[string]string{
			"Title": "The start · Runner A · Blatt zum Drucken · Läufer (& Kraft)", "Author": "Zoë Müller", "Creator": "Legpress", "Tagged": "yes", "Page size": size,
			"CreationDate": "Mar  4", "ModDate": "Mar  4", "JavaScript": "no", "Encrypted": "no",
		} {
			if line := infoLine(info, key); !strings.Contains(line, value) {
				t.Errorf("%s: %s: got %q, want %q", file, key, line, value)
			}
		}
		b.checkStructure(file)
		if text := b.run("pdftotext", file, "-layout"); !strings.Contains(text, "Squat") || !strings.Contains(text, "3 × 8") {
			t.Errorf("%s has no exercise or no target:\n%s", file, text)
		}
	}
	for _, page := range []string{folder, folder + "sheet/"} {
		html := b.read("public/" + page + "index.html")
		if !strings.Contains(html, `href="/guide/plans/start/a/start-a-a4.pdf"`) || strings.Contains(html, "start-b-a4") {
			t.Errorf("%s does not link its own PDFs:\n%s", page, html)
		}
	}
}

// TestUnits: a PDF on the site's own paper has the unit in which the plan is written; on the other paper weights stand in the unit of
// its readers.
func TestUnits(t *testing.T) {
	b := newBench(t)
	b.edit("content/exercises/squat.toml", `measure = "reps"`, "measure = \"load\"\nequipment = [\"dumbbell\"]")
	before := `exercise = "squat",`
	for _, c := range []struct{ unit, paper, row, a4, letter string }{
		{"kg", "a4", `start = "8 kg", step = "2 kg"`, "8 kg", "18 lb"},
		{"kg", "letter", `start = "8 kg", step = "2 kg"`, "8 kg", "8 kg"},
		{"lb", "letter", `start = "20 lb", step = "5 lb"`, "9 kg", "20 lb"},
		{"lb", "letter", `start = "8 kg", step = "2 kg"`, "8 kg", "8 kg"},
	} {
		row := `exercise = "squat", ` + c.row + ","
		b.edit("content/plans/start.toml", before, row)
		before = row
		b.write("content/site.toml", fmt.Sprintf("title = \"Kraft\"\nurl = \"https://balanced-stride.com/guide/\"\nunit = %q\npaper = %q\n", c.unit, c.paper))
		b.print(func(o *pdf.Options) { o.Plan = "start" })
		for paper, load := range map[string]string{"a4": c.a4, "letter": c.letter} {
			if text := b.run("pdftotext", folder+"start-a-"+paper+".pdf", "-layout"); !strings.Contains(text, load) {
				t.Errorf("%+v: on %s there is no %s:\n%.600s", c, paper, load, text)
			}
		}
	}
}

func infoLine(info, key string) string {
	for line := range strings.Lines(info) {
		if value, ok := strings.CutPrefix(line, key+":"); ok {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// checkStructure looks for what makes a PDF accessible: tags, a language, a title that is shown, an outline. And for damage, and
// addresses of this machine.
func (b *bench) checkStructure(file string) {
	b.t.Helper()
	b.run("qpdf", file, "--check")
	catalogue := b.run("qpdf", file, "--show-object=trailer")
	root := regexp.MustCompile(`/Root (\d+) 0 R`).FindStringSubmatch(catalogue)
	if root == nil {
		b.t.Fatalf("%s: trailer %s", file, catalogue)
	}
	catalogue = b.run("qpdf", file, "--show-object="+root[1])
	for _, wanted := range []string{"/Lang (de)", "/Marked true", "/DisplayDocTitle true", "/Outlines ", "/StructTreeRoot "} {
		if !strings.Contains(catalogue, wanted) {
			b.t.Errorf("%s: the catalogue has no %s:\n%s", file, wanted, catalogue)
		}
	}
	if tags := b.run("pdfinfo", file, "-struct"); !strings.Contains(tags, "H3") || !strings.Contains(tags, "H1") && !strings.Contains(tags, "H2") {
		b.t.Errorf("%s has no heading for the whole or none for its parts among its tags:\n%s", file, tags)
	}
	if urls := b.run("pdfinfo", file, "-url"); strings.Contains(urls, "127.0.0.1") {
		b.t.Errorf("%s leads to this machine:\n%s", file, urls)
	}
}

// The same content gives the same bytes, in another folder, in another process of the browser, one at a time or several.
func TestSameBytes(t *testing.T) {
	one, two := newBench(t), newBench(t)
	one.print(nil)
	one.print(func(o *pdf.Options) { o.Book = true })
	two.print(func(o *pdf.Options) { o.Book, o.Jobs = true, 1 })
	two.print(func(o *pdf.Options) { o.Jobs = 4 })
	want, got := one.pdfs(), two.pdfs()
	if len(want) != 6 || len(got) != 6 {
		t.Errorf("got %d and %d PDFs, want 6", len(want), len(got))
	}
	for name := range want {
		if want[name] != got[name] {
			t.Errorf("%s differs: %s", name, firstDifference([]byte(want[name]), []byte(got[name])))
		}
	}
}

func firstDifference(a, b []byte) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(0, i-100)
			return string(a[from:min(i+100, len(a))]) + "\nand\n" + string(b[from:min(i+100, len(b))])
		}
	}
	return "one is longer"
}

// What has not changed is not printed again. A build keeps the PDFs, says which are out of date, and deletes those of plans that
// are gone.
func TestOnlyWhatChanged(t *testing.T) {
	b := newBench(t)
	b.print(nil)
	before := b.stamps()
	if printed, fresh := b.print(nil); len(printed) != 0 || fresh != 4 {
		t.Errorf("nothing changed: printed %q, %d up to date", printed, fresh)
	}
	b.write("content/articles/2026-03-01-third.md", "+++\ntitle = \"Third\"\ndate = 2026-03-01\n+++\nHello.\n")
	if stale := b.build(); len(stale) != 0 {
		t.Errorf("an article changed: %q are out of date", stale)
	}
	if diff := cmp.Diff(before, b.stamps()); diff != "" {
		t.Errorf("PDFs were written again (-before +after):\n%s", diff)
	}
	b.edit("content/runners/b.toml", "reserve = 2", "reserve = 1")
	if stale, want := b.build(), []string{"start-b-a4.pdf", "start-b-letter.pdf"}; !slices.Equal(stale, want) {
		t.Errorf("runner B changed: %q are out of date, want %q", stale, want)
	}
	if printed, fresh := b.print(func(o *pdf.Options) { o.Papers = []string{"letter"} }); !slices.Equal(printed, []string{"start-b-letter.pdf"}) || fresh != 1 {
		t.Errorf("only on Letter: printed %q, %d up to date", printed, fresh)
	}
	b.edit("content/exercises/squat.toml", "[[pose]]\n", "[[pose]]\ntorso = 20\n")
	if stale := b.build(); len(stale) != 4 {
		t.Errorf("a drawing changed: %q are out of date, want all", stale)
	}
	b.edit("content/plans/start.toml", `["a", "b"]`, `["a"]`)
	b.build()
	if got := b.pdfs(); len(got) != 2 || got[folder+"start-a-a4.pdf"] == "" {
		t.Errorf("runner B has no plan any more: %d PDFs are left, want 2", len(got))
	}
}

// stamps returns when each PDF was written.
func (b *bench) stamps() map[string]time.Time {
	all := map[string]time.Time{}
	for name := range b.pdfs() {
		info, err := os.Stat(filepath.Join(b.dir, "public", name))
		if err != nil {
			b.t.Fatal(err)
		}
		all[name] = info.ModTime()
	}
	return all
}

// The whole guide has the numbers of its pages in its contents, links that lead to places in it, and no page on the site.
func TestBook(t *testing.T) {
	b := newBench(t)
	printed, _ := b.print(func(o *pdf.Options) { o.Book = true })
	if want := []string{"laeufer-und-kraft-a4.pdf", "laeufer-und-kraft-letter.pdf"}; !slices.Equal(printed, want) {
		t.Fatalf("printed %q, want %q", printed, want)
	}
	file := printed[0]
	b.checkStructure(file)
	pages := strings.Split(strings.TrimSuffix(b.run("pdftotext", file, "-layout"), "\f"), "\f")
	found := 0
	for _, line := range regexp.MustCompile(`(?m)^ *(\d+) +(\S.*)$`).FindAllStringSubmatch(pages[1], -1) {
		number, title := line[1], strings.TrimSpace(line[2])
		n, _ := strconv.Atoi(number)
		lines := strings.Split(strings.TrimSpace(pages[n-1]), "\n")
		begins := slices.ContainsFunc(lines, func(l string) bool {
			l = strings.TrimSpace(l)
			return strings.HasPrefix(l, title) || strings.HasSuffix(l, title)
		})
		if foot := strings.TrimSpace(lines[len(lines)-1]); !begins || foot != number {
			t.Errorf("the contents say that %q begins on page %s; it does: %t; that page says it is %s", title, number, begins, foot)
		}
		found++
	}
	if found != 12 || !strings.Contains(pages[0], "Zoë Müller") || !strings.Contains(pages[0], "4. März 2026") {
		t.Errorf("the cover or the contents are wrong:\n%s\n%s", pages[0], pages[1])
	}
	for _, file := range printed {
		b.checkFilled(file)
	}
	b.checkLinks(file)
	if matches, _ := filepath.Glob(filepath.Join(b.dir, "public/.legpress/*")); len(matches) != 1 {
		t.Errorf("besides the manifest there is %q", matches)
	}
	if html := b.read("public/plans/index.html"); !strings.Contains(html, `href="/guide/laeufer-und-kraft-a4.pdf"`) {
		t.Errorf("the plans do not link the guide:\n%s", html)
	}
	b.edit("content/articles/2026-01-01-first.md", "Text.", "Texts.")
	if printed, _ := b.print(nil); !slices.Contains(printed, file) {
		t.Errorf("an article changed: printed %q, and not the guide", printed)
	}
}

// checkFilled looks for pages on which little more stands than their number: the last line is in their lower three quarters.
func (b *bench) checkFilled(file string) {
	b.t.Helper()
	pages := strings.Split(b.run("pdftotext", file, "-bbox"), "<page ")[1:]
	word := regexp.MustCompile(`yMin="([\d.]+)"[^>]*>([^<]*)<`)
	for i, page := range pages {
		height, last := number(regexp.MustCompile(`height="([\d.]+)"`).FindStringSubmatch(page)[1]), 0.0
		for _, m := range word.FindAllStringSubmatch(page, -1) {
			if at := number(m[1]); m[2] != strconv.Itoa(i+1) || at < height-footOfPage {
				last = max(last, at)
			}
		}
		if last < height/4 {
			b.t.Errorf("%s: page %d ends %.0f points below its top, of %.0f", file, i+1, last, height)
		}
	}
}

// footOfPage is how high the place of the page's number is, in points.
const footOfPage = 54

func number(text string) float64 {
	n, _ := strconv.ParseFloat(text, 64)
	return n
}

// checkLinks follows the links of the first article.
func (b *bench) checkLinks(file string) {
	b.t.Helper()
	data := b.pdfs()[file]
	var used []string
	for _, m := range regexp.MustCompile(`/Dest /(part-[\w-]+)`).FindAllStringSubmatch(data, -1) {
		used = append(used, m[1])
	}
	dests := b.run("pdfinfo", file, "-dests")
	for _, d := range used {
		if !strings.Contains(dests, `"`+d+`"`) {
			b.t.Errorf("a link leads to %s, which is nowhere:\n%s", d, dests)
		}
	}
	for _, wanted := range []string{"part-2-1-below", "part-2-2-more"} {
		if !slices.Contains(used, wanted) {
			b.t.Errorf("no link leads to %s; they lead to %q", wanted, used)
		}
	}
	urls := b.run("pdfinfo", file, "-url")
	for _, wanted := range []string{"https://example.com/x", "https://balanced-stride.com/guide/tags/", "https://balanced-stride.com/guide/plans/start/a/sheet/"} {
		if !strings.Contains(urls, wanted) {
			b.t.Errorf("no link leads to %s:\n%s", wanted, urls)
		}
	}
}

func TestFailures(t *testing.T) {
	b := newBench(t)
	_, _, err := pdf.Make(context.Background(), b.options(), pdf.Options{Browser: "unused", Papers: []string{"a4"}, Plan: "strat"})
	if err == nil || err.Error() != `there is no plan "strat". Did you mean "start"?` {
		t.Errorf("a plan that does not exist: got %v", err)
	}
	b.write("content/plans/winter.toml", "draft = true\n"+strings.Replace(b.read("content/plans/start.toml"), "title = \"", "title = \"Winter: ", 1))
	_, _, err = pdf.Make(context.Background(), b.options(), pdf.Options{Browser: "unused", Papers: []string{"a4"}, Plan: "winter"})
	if err == nil || !strings.HasPrefix(err.Error(), `the plan "winter" is not published: it is a draft.`) {
		t.Errorf("a plan that is a draft: got %v", err)
	}
	_, _, err = pdf.Make(context.Background(), b.options(), pdf.Options{Browser: "/bin/false", Papers: []string{"a4"}})
	if err == nil || !strings.HasPrefix(err.Error(), "starting the browser /bin/false: ") {
		t.Errorf("a browser that does not start: got %v", err)
	}
	// A picture that is not there would be missing on paper without a word.
	b.write("templates/layouts/sheet.html", `{{define "main"}}<h1>x</h1><img src="{{link "/no.png"}}" alt="">{{end}}`)
	browser, err := pdf.Find("")
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = pdf.Make(context.Background(), b.options(), pdf.Options{Browser: browser, Papers: []string{"a4"}, Jobs: 2})
	if err == nil || !strings.HasSuffix(err.Error(), ": a picture is missing or damaged: /guide/no.png") {
		t.Errorf("a picture that is not there: got %v", err)
	}
	if got := b.pdfs(); len(got) != 0 {
		t.Errorf("failures left %d PDFs", len(got))
	}
	if bytes.Contains([]byte(b.read("public/"+folder+"index.html")), []byte(".pdf")) {
		t.Error("a page links a PDF that does not exist")
	}
}
