package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	_ "github.com/legpress/legpress/generator/fewertest"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// A site in which check finds no error is built, and becomes the files that it promised; one in which check finds an error is not.
func TestCheckAgreesWithBuild(t *testing.T) {
	agreed := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "agreement")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		site := drawSite(t)
		site.write(dir)
		agreed[wantAgreement(t, dir, site)]++
	})
	t.Logf("%d sites were built, %d had errors", agreed[true], agreed[false])
	if agreed[true] == 0 || agreed[false] == 0 {
		t.Errorf("all drawn sites were alike: %v", agreed)
	}
}

// wantAgreement checks a site and builds it. It reports whether the site could be built.
func wantAgreement(t rapid.TB, dir string, site drawnSite) bool {
	o := generator.Options{Dir: dir, Theme: templates.Files, Now: sitetest.Now(), Future: true}
	checked, err := generator.Check(context.Background(), o)
	if err != nil {
		t.Fatalf("check failed: %v\n%s", err, site)
	}
	built, err := generator.Build(context.Background(), o)
	if checked.Problems.HasErrors() {
		if err != nil || !built.Problems.HasErrors() {
			t.Fatalf("check found errors, build said %v and %v\n%s", err, built.Problems, site)
		}
		for _, p := range checked.Problems {
			if p.Severity == diag.Error && p.File == "" {
				t.Fatalf("check found an error at no place: %+v\n%s", p, site)
			}
		}
		return false
	}
	if err != nil {
		t.Fatalf("check found no error, build failed: %v\n%s", err, site)
	}
	if built.Problems.HasErrors() {
		t.Fatalf("check found no error, build found %+v\n%s", built.Problems, site)
	}
	if diff := cmp.Diff(promise(t, o), publicFiles(t, filepath.Join(dir, "public"))); diff != "" {
		t.Fatalf("files (-promised +built):\n%s\n%s", diff, site)
	}
	return true
}

// promise returns the paths of the files that a site says it has, sorted.
func promise(t rapid.TB, o generator.Options) []string {
	loader, err := generator.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	e, err := loader.Load(sitetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, p := range e.Site.Pages {
		paths = append(paths, p.File())
	}
	for _, f := range e.Site.Files {
		paths = append(paths, f.URL[1:])
	}
	for _, a := range e.Assets() {
		paths = append(paths, a.URL[1:])
	}
	for url := range e.SearchPieces() {
		paths = append(paths, url[1:])
	}
	slices.Sort(paths)
	return paths
}

func publicFiles(t rapid.TB, dir string) []string {
	var paths []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		p, err := filepath.Rel(dir, name)
		if p = filepath.ToSlash(p); !strings.HasPrefix(p, ".legpress/") {
			paths = append(paths, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(paths)
	return paths
}

// drawnSite is the files of a small site, some of them with odd names, by their paths.
type drawnSite map[string]string

func (s drawnSite) String() string {
	var b strings.Builder
	for _, name := range slices.Sorted(mapsKeys(s)) {
		text := s[name]
		if len(text) > 400 {
			text = text[:400] + "..."
		}
		fmt.Fprintf(&b, "-- %q --\n%q\n", name, text)
	}
	return b.String()
}

func mapsKeys(s drawnSite) func(func(string) bool) {
	return func(yield func(string) bool) {
		for name := range s {
			if !yield(name) {
				return
			}
		}
	}
}

// write writes the files, but for those with names that the system does not take.
func (s drawnSite) write(dir string) {
	for _, name := range slices.Sorted(mapsKeys(s)) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if os.MkdirAll(filepath.Dir(file), 0o755) != nil || os.WriteFile(file, []byte(s[name]), 0o644) != nil {
			delete(s, name)
		}
	}
}

// The names that a site has of its own, those that some system does not take, and plain ones.
var oddNames = []string{
	"a", "b", "A", "index", "index.html", "404.html", "404", "_headers", "_redirects", "atom.xml", "rss.xml", "feed.json", "search", "assets",
	"tags", "page", "2", "2025", "2026", "robots.txt", "sitemap.xml", "site.webmanifest", "sw.js", "log", "card.png", "plan.json", "follow.json", "sheet", "articles", "plans",
	"exercises", "runners", "sources", "method", "_cards", "_photos", "drawing.svg", "style.css", "site.js", "CNAME", "README", "strength", "squat", "only-runs",
	".legpress", ".git", ".nojekyll", ".well-known", "con", "Con", "aux", "nul.txt", "prn", "com1", "lpt¹", "conin$",
	"a:b", "a.", "a ", " a", "a?b", "a*b", "a|b", `a"b`, "a<b>", `a\b`, "a\x01b", "a\u0085b", "a\xffb", "a%41b", "a#b", "a;b", "a b", "ü", "Ü", "ß", "日本",
	strings.Repeat("n", 100), strings.Repeat("n", 238), strings.Repeat("n", 245), strings.Repeat("n", 252), strings.Repeat("n", 255), strings.Repeat("n", 256), strings.Repeat("ü", 100), strings.Repeat("ü", 127),
}

func drawSite(t *rapid.T) drawnSite {
	s := drawnSite{
		"content/site.toml":            "title = \"T\"\nurl = \"https://example.com/\"\narticles_per_page = 5\n",
		"content/pages/about.md":       text("About", ""),
		"content/exercises/squat.toml": "name = \"Squat\"\npattern = \"squat\"\nmeasure = \"reps\"\nequipment = [\"none\"]\ncues = [\"Sit down.\"]\n",
		"content/articles/first.md":    text("First", "date = 2025-03-01\ntags = [\"strength\"]\n"),
	}
	for i := range rapid.IntRange(1, 2).Draw(t, "count") {
		rapid.SampledFrom([]func(*rapid.T, drawnSite, int){
			drawText, drawText, drawDefinition, drawStatic, drawStatic, drawAsset, drawAlias, drawAlias, drawMoved, drawTag, drawPicture, drawTitle,
		}).Draw(t, "kind")(t, s, i)
	}
	return s
}

func text(title, more string) string {
	return fmt.Sprintf("+++\ntitle = %q\n%s+++\nSome words.\n", title, more)
}

// drawName draws a name: every other one is well-formed, so that clashes are not hidden behind what is wrong with names.
func drawName(t *rapid.T) string {
	names := oddNames
	if rapid.Bool().Draw(t, "well-formed") {
		names = names[:wellFormed]
	}
	return rapid.SampledFrom(names).Draw(t, "name")
}

// wellFormed is how many of the odd names have nothing wrong with them.
const wellFormed = 44

// drawPath draws a path of one to three names.
func drawPath(t *rapid.T) string {
	return path.Join(rapid.SliceOfN(rapid.Custom(drawName), 1, 3).Draw(t, "path")...)
}

func drawText(t *rapid.T, s drawnSite, i int) {
	form := rapid.SampledFrom([]string{"articles/%s.md", "articles/2026-02-01-%s.md", "articles/%s/index.md", "pages/%s.md", "pages/%s/index.md"}).Draw(t, "form")
	s["content/"+fmt.Sprintf(form, drawName(t))] = text(fmt.Sprint("Text ", i), "date = 2026-02-03\n"[:len("date = 2026-02-03\n")*strings.Count(form, "articles")])
}

func drawDefinition(t *rapid.T, s drawnSite, i int) {
	name := drawName(t)
	switch rapid.SampledFrom([]string{"exercise", "runner", "plan", "programme"}).Draw(t, "definition") {
	case "exercise":
		s["content/exercises/"+name+".toml"] = strings.Replace(s["content/exercises/squat.toml"], `"Squat"`, fmt.Sprintf(`"Squat %d"`, i), 1)
	case "runner":
		s["content/runners/"+name+".toml"] = drawnRunner
	case "plan":
		s.plan(name, "only-runs")
	default:
		s.plan(name, drawName(t))
	}
}

// plan adds a plan for a runner type of the starter site, under other names.
func (s drawnSite) plan(name, runner string) {
	s["content/runners/"+runner+".toml"] = drawnRunner
	s["content/plans/"+name+".toml"] = fmt.Sprintf("title = \"P\"\nrunners = [%q]\nweeks = 2\n\n[[session]]\nname = \"A\"\nexercises = [\n{ exercise = \"squat\", do = \"3 x 8-12\", rest = \"2 min\" },\n]\n", runner)
}

func drawStatic(t *rapid.T, s drawnSite, i int) {
	s["content/static/"+drawPath(t)] = fmt.Sprint("static ", i)
}

func drawAsset(t *rapid.T, s drawnSite, i int) {
	s["templates/assets/"+drawPath(t)] = fmt.Sprint("/* ", i, " */")
}

func drawAlias(t *rapid.T, s drawnSite, i int) {
	s[fmt.Sprintf("content/articles/moved-%d.md", i)] = text(fmt.Sprint("Moved ", i), fmt.Sprintf("date = 2026-01-02\naliases = [%q]\n", drawAddress(t, "/", ".html")))
}

func drawMoved(t *rapid.T, s drawnSite, _ int) {
	s["content/moved.toml"] = fmt.Sprintf("%q = %q\n", drawAddress(t, "/", ".html", ".xml", ".json"), rapid.SampledFrom([]string{"/about/", "/atom.xml"}).Draw(t, "to"))
}

func drawAddress(t *rapid.T, endings ...string) string {
	return strings.ToValidUTF8("/"+drawPath(t)+rapid.SampledFrom(endings).Draw(t, "ending"), "")
}

func drawTag(t *rapid.T, s drawnSite, i int) {
	s[fmt.Sprintf("content/articles/tagged-%d.md", i)] = text(fmt.Sprint("Tagged ", i), fmt.Sprintf("date = 2026-01-02\ntags = [%q]\n", strings.ToValidUTF8(drawName(t), "")))
}

// drawPicture adds an article that shows a picture, which may be cut off.
func drawPicture(t *rapid.T, s drawnSite, i int) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 64, 48)), nil); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	if rapid.IntRange(0, 2).Draw(t, "damage") == 0 {
		damage := rapid.SliceOfN(rapid.Byte(), 1, 8).Draw(t, "bytes")
		copy(data[rapid.IntRange(2, len(data)-8).Draw(t, "at"):], damage)
	}
	name := drawName(t) + ".jpg"
	s[fmt.Sprintf("content/articles/picture-%d/%s", i, name)] = string(data)
	s[fmt.Sprintf("content/articles/picture-%d/index.md", i)] = text(fmt.Sprint("Picture ", i), fmt.Sprintf("date = 2026-01-02\nimage = %q\nimage_alt = \"A squat.\"\n", strings.ToValidUTF8(name, "")))
}

func drawTitle(t *rapid.T, s drawnSite, _ int) {
	s["content/site.toml"] = fmt.Sprintf("title = %q\nurl = \"https://example.com/\"\n", strings.ToValidUTF8(drawName(t), ""))
}

const drawnRunner = `name = "Runner"
order = 1
signs = ["You run."]
aim = "A start."
reserve = 3
sessions_per_week = [1, 2]
max_exercises = 4
[running_week]
mon = "rest"
tue = "medium"
wed = "rest"
thu = "easy"
fri = "medium"
sat = "rest"
sun = "long"
`
