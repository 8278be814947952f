package generator_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
)

// writeUnlisted writes the site in testdata/unlisted.txtar.
func writeUnlisted(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	archive, err := txtar.ParseFile("testdata/unlisted.txtar")
	if err != nil {
		t.Fatal(err)
	}
	sitetest.WriteArchive(t, dir, archive)
	return dir
}

// TestUnlistedIsNamedNowhere reads every file of the site in testdata/unlisted.txtar that a visitor can fetch without knowing an address:
// none of them names what is unlisted, by its address, its title, its words or a tag that only it has.
func TestUnlistedIsNamedNowhere(t *testing.T) {
	dir := writeUnlisted(t)
	var book []byte
	_, err := printRun(t, dir, func(run *generator.PDFSession) (err error) {
		book, err = run.Book(nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	telling := regexp.MustCompile(`letter-7k|handout-3m|club-9x|A letter|A handout|Club plan|Only for you|For the club|(?i:secret)|1999|map\.svg|old-letter|old-handout|old-club|old-map`)
	own := regexp.MustCompile(`letter-7k|handout-3m|club-9x|^old-(letter|handout|club-plan|map)`)
	if found := telling.Find(book); found != nil {
		t.Errorf("the guide says %q", found)
	}
	theirs := 0
	for _, name := range sitetest.Files(t, filepath.Join(dir, "public")) {
		if own.MatchString(name) {
			theirs++
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, "public", name))
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "assets/") || filepath.Ext(name) == ".png" {
			continue
		}
		for _, found := range telling.FindAllIndex(data, -1) {
			t.Errorf("%s says %q", name, data[max(found[0]-40, 0):min(found[1]+40, len(data))])
		}
	}
	if theirs != 19 {
		t.Errorf("%d files belong to what is unlisted, want 19", theirs)
	}
}

// Their pages ask search engines to leave them out, whatever leads there; no other page of content does.
func TestNoindex(t *testing.T) {
	dir := writeUnlisted(t)
	sitetest.Build(t, dir)
	for name, want := range map[string]bool{
		"articles/letter-7k": true, "handout-3m": true, "plans/club-9x": true, "plans/club-9x/new": true, "plans/club-9x/new/sheet": true,
		"old-letter": true, "old-club-plan": true,
		"articles/all": false, "about": false, "plans/first": false, "plans/first/new": false, "plans/first/new/sheet": false, "plans": false, ".": false,
	} {
		page, err := os.ReadFile(filepath.Join(dir, "public", name, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(page), `<meta name="robots" content="noindex`); got != want {
			t.Errorf("%s asks to be left out: %v, want %v", name, got, want)
		}
	}
}
