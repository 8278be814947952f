package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// After any edits, one after another, a loader that has seen them all makes the same revision as one that sees the last state alone: the
// same pages, problems and bytes. What was kept of a revision is in the next only where it would be made the same.
func TestIncrements(t *testing.T) {
	runs, steps := 4, 40
	switch {
	case growthtest.Race:
		runs, steps = 1, 3
	case testing.Short():
		runs, steps = 1, 12
	}
	shown := 0
	for seed := range runs {
		shown += increments(t, rand.New(rand.NewSource(int64(seed))), steps)
	}
	if shown < runs*steps/4 {
		t.Errorf("only %d of %d revisions could be shown", shown, runs*steps)
	}
}

// What was found in an article, and the lists that it is in, are another matter once something else is other that they go by.
func TestIncrementsOfOthers(t *testing.T) {
	const exercise = "name = \"Squat\"\npattern = \"squat\"\nmeasure = \"reps\"\nequipment = [\"none\"]\ncues = [\"Sit down.\"]\n"
	one := func(date, more, body string) string {
		return "+++\ntitle = \"One\"\ndate = " + date + "\n" + more + "+++\n" + body + "\n"
	}
	const head, body = "tags = [\"hills\"]\nseries = \"S\"\naliases = [\"/old/\"]\n", "## Rows\n\nWords."
	files := map[string]string{
		"content/site.toml":             "title = \"T\"\nurl = \"https://balanced-stride.com/\"\n",
		"content/exercises/squat.toml":  exercise,
		"content/pages/about.md":        text("About", "") + "## Here\n",
		"content/sources.toml":          draftSource("wu-2024") + draftSource("li-2020"),
		"content/articles/one.md":       one("2026-01-02", head, body),
		"content/articles/two/index.md": text("Two", "date = 2026-01-02\nseries = \"S\"\ntags = [\"runs\"]\n"),
		"content/articles/four.md":      text("Two", "date = 2026-01-04\n"), // in its place in the list on the second, too
		"content/static/assets/own.txt": "a",
		"content/articles/two/a.svg":    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"60\"><circle r=\"20\"/></svg>",
		"content/articles/three.md":     text("Three", "date = 2026-01-05\n") + "[a](/articles/one/#rows) [b](/old/) [c](/tags/hills/) [d](two/index.md) [e](article:one) [f](exercise:squat) [g](/about/#here) [h](source:wu-2024)\n\n![A row](two/a.svg)\n",
	}
	dir := t.TempDir()
	site := editedSite{t, nil, dir, map[string]string{}}
	site.become(files)
	open := opener(t, generator.Options{Dir: dir, Theme: templates.Files, PlainNames: true})
	warm := open()
	load := func() string {
		e, err := warm.Load(sitetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		return said(t, e)
	}
	first := load()
	for _, edit := range []struct{ what, file, text string }{
		{"another word", "content/articles/one.md", one("2026-01-02", head, body+" More.")},
		{"a heading that others link to", "content/articles/one.md", one("2026-01-02", head, "Words.")},
		{"an old address", "content/articles/one.md", one("2026-01-02", strings.Replace(head, "/old/", "/older/", 1), body)},
		{"the last article of a tag", "content/articles/one.md", one("2026-01-02", strings.Replace(head, "hills", "runs", 1), body)},
		{"the title of another of the day", "content/articles/one.md", strings.Replace(one("2026-01-02", head, body), "One", "Two", 1)},
		{"the day of another with the title", "content/articles/four.md", text("Two", "date = 2026-01-02\n")},
		{"a file of the theme at an address", "templates/assets/own.txt", "b"},
		{"another series", "content/articles/one.md", one("2026-01-02", strings.Replace(head, "S", "R", 1), body)},
		{"another day", "content/articles/one.md", one("2026-01-03", head, body)},
		{"another year", "content/articles/one.md", one("2025-01-03", head, body)},
		{"an unlisted article", "content/articles/one.md", one("2026-01-02", head+"listed = false\n", body)},
		{"a draft", "content/articles/one.md", one("2026-01-02", head+"draft = true\n", body)},
		{"an article that waits", "content/articles/one.md", one("2027-01-02", head, body)},
		{"an article that is over", "content/articles/one.md", one("2026-01-02", head+"expires = 2026-02-01\n", body)},
		{"an article that is gone", "content/articles/one.md", ""},
		{"an exercise that is gone", "content/exercises/squat.toml", ""},
		{"a draft of an exercise", "content/exercises/squat.toml", exercise + "draft = true\n"},
		{"an unlisted page", "content/pages/about.md", text("About", "listed = false\n")},
		{"a heading of a page", "content/pages/about.md", text("About", "")},
		{"a source that is gone", "content/sources.toml", draftSource("li-2020")},
		{"a picture that is gone", "content/articles/two/a.svg", ""},
		{"an address that two have", "content/articles/2026-01-09-one.md", text("Other", "")},
		{"a file in the way", "content/static/articles/one", "a"},
	} {
		site.change(edit.file, edit.text)
		cold, err := open().Load(sitetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(said(t, cold), load()); diff != "" {
			t.Errorf("%s (-new loader +old loader):\n%s", edit.what, diff)
		}
		site.change(edit.file, files[edit.file])
		if diff := cmp.Diff(first, load()); diff != "" {
			t.Errorf("after %s (-before +when all is as before):\n%s", edit.what, diff)
		}
	}
}

// opener returns a function that makes a new loader.
func opener(t *testing.T, o generator.Options) func() *generator.Loader {
	return func() *generator.Loader {
		t.Helper()
		loader, err := generator.Open(o)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { loader.Close() })
		return loader
	}
}

// A template of the site's own that is edited shows on the pages of the layouts that it is a part of, as with a new loader.
func TestIncrementsOfTemplates(t *testing.T) {
	dir := t.TempDir()
	site := editedSite{t, nil, dir, map[string]string{}}
	site.become(map[string]string{
		"content/site.toml":       "title = \"T\"\nurl = \"https://balanced-stride.com/\"\n",
		"content/articles/one.md": text("One", "date = 2026-01-02\n"),
	})
	open := opener(t, generator.Options{Dir: dir, Theme: templates.Files})
	shown := func(l *generator.Loader, url string) string {
		e, err := l.Load(sitetest.Now())
		if err != nil || !e.Sound() {
			t.Fatal(err, e.Problems)
		}
		var page bytes.Buffer
		if problems := e.Render(&page, e.Site.PageAt(url)); len(problems) > 0 {
			t.Fatal(problems)
		}
		return page.String()
	}
	warm := open()
	for _, edited := range []struct{ template, behind, page string }{
		{"layouts/article.html", "<h1>", "/articles/one/"},
		{"layouts/base.html", `<footer class="foot">`, "/tags/"},
		{"partials/article-foot.html", "", "/articles/one/"},
		{"partials/teaser.html", "<h3>", "/articles/"},
		{"partials/footer.html", "<p>", "/"},
	} {
		whole, err := fs.ReadFile(templates.Files, edited.template)
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range []string{"once", "again"} {
			mark := "<b>" + said + "</b>"
			site.change("templates/"+edited.template, strings.Replace(string(whole), edited.behind, edited.behind+mark, 1))
			got, want := shown(warm, edited.page), shown(open(), edited.page)
			if !strings.Contains(want, mark) {
				t.Fatalf("%s is not on %s", edited.template, edited.page)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s, edited %s (-new loader +old loader):\n%s", edited.template, said, d)
			}
		}
		site.change("templates/"+edited.template, "")
	}
}

// said returns what a revision has and what is wrong with it, without the bytes of its pages.
func said(t *testing.T, e *generator.Revision) string {
	t.Helper()
	var b bytes.Buffer
	if err := e.Problems.Text(&b, e.Lines, false); err != nil {
		t.Fatal(err)
	}
	return b.String() + has(e)
}

// increments edits a site at random, and returns how many of its revisions could be shown.
func increments(t *testing.T, random *rand.Rand, steps int) (shown int) {
	t.Helper()
	dir := t.TempDir()
	site := editedSite{t, random, dir, map[string]string{}}
	for _, file := range slices.Sorted(maps.Keys(drafts)) {
		site.write(file, drafts[file](random, file))
	}
	o := generator.Options{Dir: dir, Theme: templates.Files, Drafts: random.Intn(2) == 0, PlainNames: random.Intn(2) == 0}
	open := opener(t, o)
	warm, now := open(), sitetest.Now()
	last, err := warm.Load(now)
	for err == nil && !last.Sound() { // it begins well
		for _, p := range last.Problems {
			if draft := drafts[p.File]; draft != nil && p.Severity == diag.Error {
				site.write(p.File, draft(random, p.File))
			}
		}
		last, err = warm.Load(now)
	}
	if err != nil {
		t.Fatal(err)
	}
	good := maps.Clone(site.files) // of the last revision that could be shown
	for range steps {
		names, removed := site.edit()
		now = now.Add(time.Duration(random.Intn(20)) * time.Hour)
		var e *generator.Revision
		if removed || !last.Sound() || random.Intn(2) == 0 {
			e, err = warm.Load(now)
		} else {
			e, err = warm.LoadPaths(now, names)
		}
		if err != nil {
			t.Fatal(err)
		}
		if e == last { // the same was written again
			continue
		}
		last = e
		cold, err := open().Load(now)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(has(cold), has(e)) + cmp.Diff(outcome(t, cold), outcome(t, e)); diff != "" {
			t.Fatalf("after an edit of %s (-new loader +old loader):\n%s", names, diff)
		}
		if e.Sound() {
			shown++
			good = maps.Clone(site.files)
		} else {
			site.become(good)
		}
	}
	return shown
}

// has lists what the site of a revision has, which is there where it cannot be shown, too.
func has(e *generator.Revision) string {
	var has strings.Builder
	for _, p := range e.Site.Pages {
		fmt.Fprintln(&has, p.URL, p.Kind(), p.Section, p.Title, p.From, e.Site.PageAt(p.URL) == p, e.Site.CardURL(p.URL))
		if p.List != nil {
			for _, a := range p.List.Articles {
				fmt.Fprintln(&has, "-", a.URL, e.Site.PageFrom(a.File) != nil)
			}
		}
	}
	for _, a := range e.Site.Articles {
		fmt.Fprintln(&has, a.URL, a.Title, e.Site.PageAt(a.URL).Title)
	}
	for _, w := range e.Site.Withheld {
		fmt.Fprintln(&has, w.File.Path, w.Reason, w.Of, w.Copy)
	}
	for _, h := range e.Site.Hidden {
		fmt.Fprintln(&has, h.File, h.URL, h.Reason, h.When)
	}
	for _, name := range slices.Sorted(maps.Keys(e.Site.Series)) {
		for _, a := range e.Site.Series[name] {
			fmt.Fprintln(&has, name, a.File, a.Doc.Words)
		}
	}
	fmt.Fprintln(&has, e.Site.Updated)
	return has.String()
}

// editedSite is a site that is edited at random, with the texts of its files.
type editedSite struct {
	t      *testing.T
	random *rand.Rand
	dir    string
	files  map[string]string
}

func (s editedSite) write(file, text string) {
	s.t.Helper()
	s.files[file] = text
	sitetest.WriteFile(s.t, filepath.Join(s.dir, file), []byte(text))
}

// become makes the files what they once were.
func (s editedSite) become(files map[string]string) {
	s.t.Helper()
	for file := range s.files {
		if _, was := files[file]; !was {
			s.remove(file)
		}
	}
	for file, text := range files {
		if s.files[file] != text {
			s.write(file, text)
		}
	}
}

// edit changes one or two files, rather articles: it writes one anew, takes a line out or adds one, or removes it. What stands in the way of others is soon removed.
func (s editedSite) edit() (names []string, removed bool) {
	s.t.Helper()
	for file := range nuisances {
		if s.random.Intn(2) == 0 && s.files[file] != "" {
			names, removed = append(names, file), true
			s.remove(file)
		}
	}
	for range 1 + s.random.Intn(2) {
		if s.random.Intn(8) == 0 {
			file := pick(s.random, slices.Sorted(maps.Keys(nuisances))...)
			names = append(names, file)
			s.write(file, nuisances[file](s.random, file))
			continue
		}
		file := pick(s.random, slices.Sorted(maps.Keys(drafts))...)
		if s.random.Intn(2) == 0 {
			file = "content/articles/" + pick(s.random, "one", "2026-01-02-two", "three", "five") + ".md"
		}
		names = append(names, file)
		text, there := s.files[file]
		switch kind := s.random.Intn(12); {
		case kind == 0 && there && file != "content/site.toml":
			removed = true
			s.remove(file)
		case kind < 6 && there && path.Ext(file) == ".md":
			lines := strings.SplitAfter(text, "\n")
			at := s.random.Intn(len(lines))
			s.write(file, strings.Join(slices.Delete(lines, at, at+1), ""))
		case kind < 8 && there && path.Ext(file) == ".md":
			s.write(file, text+fmt.Sprintf("\n%s %d.\n", pick(s.random, "Words", "## A heading", "## Rows", "A [row](/articles/one/#rows)"), s.random.Intn(3)))
		default:
			s.write(file, drafts[file](s.random, file))
		}
	}
	return names, removed
}

// change writes a file, or removes it where there is no text.
func (s editedSite) change(file, text string) {
	s.t.Helper()
	if text != "" {
		s.write(file, text)
	} else if s.files[file] != "" {
		s.remove(file)
	}
}

func (s editedSite) remove(file string) {
	s.t.Helper()
	delete(s.files, file)
	if err := os.Remove(filepath.Join(s.dir, file)); err != nil {
		s.t.Fatal(err)
	}
}

func pick(random *rand.Rand, from ...string) string { return from[random.Intn(len(from))] }

// draft writes one of the texts that a file may have.
type draft func(r *rand.Rand, file string) string

// oneOf returns a draft of one of some texts.
func oneOf(texts ...string) draft {
	return func(r *rand.Rand, file string) string { return pick(r, texts...) }
}

// ofTheme returns a draft of the theme's own text of a file, with a line more or not.
func ofTheme(line string) draft {
	return func(r *rand.Rand, file string) string {
		text, _ := fs.ReadFile(templates.Files, strings.TrimPrefix(file, "templates/"))
		return string(text) + pick(r, "", strings.ReplaceAll(line, "N", fmt.Sprint(r.Intn(3))))
	}
}

// drafts are the files that a site has at first.
var drafts = map[string]draft{
	"content/site.toml":                    draftSettings,
	"content/articles/one.md":              draftArticle,
	"content/articles/2026-01-02-two.md":   draftArticle,
	"content/articles/three.md":            draftArticle,
	"content/articles/four/index.md":       draftArticle,
	"content/articles/four/picture.svg":    draftDrawing,
	"content/articles/five.md":             draftArticle,
	"content/static/notes.txt":             oneOf("a", "b"),
	"content/pages/about.md":               draftPage,
	"content/pages/home.md":                draftPage,
	"content/exercises/squat.toml":         draftExercise("Squat", "squat"),
	"content/exercises/lunge.toml":         draftExercise("Lunge", "single-leg"),
	"content/runners/only-runs.toml":       oneOf(drawnRunner),
	"content/plans/start.toml":             draftPlan,
	"content/sources.toml":                 oneOf(draftSource("wu-2024"), draftSource("wu-2024")+draftSource("li-2020")),
	"content/moved.toml":                   oneOf("\"/old/\" = \"/about/\"\n", "\"/feed.xml\" = \"/atom.xml\"\n"),
	"templates/assets/style.css":           ofTheme("\n.edit { order: N }\n"),
	"templates/assets/search.js":           ofTheme("\nconsole.log(N)\n"),
	"templates/assets/own.css":             oneOf("p { margin : 0 }", "@import \"./style.css\";"),
	"templates/layouts/article.html":       ofTheme("{{/* N */}}"),
	"templates/layouts/base.html":          ofTheme("<!-- N --><b>N</b>"),
	"templates/partials/teaser.html":       ofTheme("<b>N</b>"),
	"templates/partials/article-foot.html": ofTheme("<b>N</b>"),
	"templates/words/en.toml":              ofTheme("\nown-word = \"N\"\n"),
	"templates/words/de.toml":              oneOf("text-back = \"Zurück zu\"\n", "text-back = \"Wieder zu\"\n"),
}

// nuisances are files that stand in the way of others, or are wrong.
var nuisances = map[string]draft{
	"content/articles/2026-01-02-one.md":      draftArticle,
	"content/articles/one (1).md":             draftArticle,
	"content/articles/Six.md":                 draftArticle,
	"content/articles/broken.md":              oneOf("+++\ntitle = \n+++\n"),
	"content/articles/four/card.png":          oneOf("no picture"),
	"content/static/articles/three":           oneOf("in the way"),
	"content/static/articles/five/index.html": oneOf("<p>in the way"),
	"content/static/_cards/notes.txt":         oneOf("in the way"),
	"content/pages/articles.md":               draftPage,
	"templates/layouts/list.html":             ofTheme("{{define \"head\"}}{{.WrongN}}{{end}}"),
	"templates/partials/extra.html":           oneOf("{{.Title}}", "{{if}}", "<p"),
	"templates/assets/broken.js":              oneOf("let = = ;"),
}

func draftSettings(r *rand.Rand, _ string) string {
	return "title = \"" + pick(r, "Stride", "Stride", "Step") + "\"\nurl = \"https://balanced-stride.com/\"\n" +
		pick(r, "", "", "author = \"Jo\"\n", "articles_per_page = 5\n", "cards = false\n", "language = \"de\"\n", "raw_html = true\n", "raw_html = true\n", "menu = [\"articles\", \"about\"]\n", "[look]\naccent = \"#8a1c3b\"\n", "[authors]\n\"Jo Miller\" = { about = \"A coach.\" }\n")
}

func draftArticle(r *rand.Rand, file string) string {
	return draftText(r, file, "date = "+pick(r, "2026-01-02", "2026-01-03", "2026-01-02", "2025-02-20", "2026-09-24")+"\n"+
		pick(r, "", "tags = [\"Strength\"]\n", "tags = [\"strength\", \"hills\"]\n", "tags = [\"hills\"]\n", "tags = [\"strength!\"]\n")+
		pick(r, "", "", "", "series = \"A series\"\n", "runners = [\"only-runs\"]\n", "expires = 2026-09-23\n", "feed_id = \"https://balanced-stride.com/articles/one/\"\n"))
}

func draftPage(r *rand.Rand, file string) string { return draftText(r, file, "") }

func draftText(r *rand.Rand, file, more string) string {
	old := strings.TrimSuffix(path.Base(file), ".md")
	front := pick(r, "", "", "", "", "author = \"Jo Miler\"\n", "updated = 2027-01-01\n", "sources = [\"wu-2024\"]\n", "draft = true\n", "listed = false\n",
		fmt.Sprintf("aliases = [\"/%s/old/\"]\n", old), fmt.Sprintf("aliases = [\"/%s/older/\", \"/%s/oldest.html\"]\n", old, old))
	text := pick(r, "", "", "It prevents injuries.\n", "See [one](/articles/one/).\n", "See [rows](/articles/one/#rows).\n", "See [rows](/articles/one/#rows) there.\n", "See [two](article:two).\n", "![](exercise:squat)\n", "A [squat](exercise:squat) and [Wu](source:wu-2024).\n",
		"[Notes](/notes.txt) at https://balanced-stride.com/about/.\n", "![A row](/articles/four/picture.svg)\n", "<a href=\"/about/\">About</a>\n")
	if strings.Contains(file, "four") && r.Intn(2) == 0 {
		front += "image = \"picture.svg\"\nimage_alt = \"A row.\"\n"
	}
	return "+++\ntitle = \"" + pick(r, "Rows", "Squats", "Lunges") + "\"\n" + more + front + "+++\n" + pick(r, "Some words.\n\n", "## Rows\n\nWords.\n\n", "## Rows\n\nWords.\n\n", "") + text
}

func draftDrawing(r *rand.Rand, _ string) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="%d"><circle cx="30" cy="30" r="20"/></svg>`, 60+r.Intn(3))
}

func draftExercise(name, pattern string) draft {
	text := fmt.Sprintf("name = %q\npattern = %q\nmeasure = \"reps\"\nequipment = [\"none\"]\ncues = [\"Sit down.\"]\n", name, pattern)
	return oneOf(text, text, text, text, text, text+"draft = true\n", text+"about = \"It is [one](/articles/one/).\"\n")
}

func draftPlan(r *rand.Rand, _ string) string {
	return fmt.Sprintf("title = %q\nrunners = [\"only-runs\"]\nweeks = 2\n%s\n[[session]]\nname = \"A\"\nexercises = [\n{ exercise = \"squat\", do = \"3 x 8-12\", rest = \"2 min\" },\n]\n", pick(r, "Begin", "Go on"), pick(r, "", "", "listed = false\n", "draft = true\n", "start = 2026-01-05\n"))
}

func draftSource(id string) string {
	return fmt.Sprintf("[%s]\nauthors = \"Wu H\"\nyear = 2024\ntitle = \"Trials\"\njournal = \"J\"\ndoi = \"10.1000/182\"\n\n", id)
}
