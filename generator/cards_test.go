package generator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/sitetest"
)

// A card is drawn once for what is on it.
func TestCardsAreKept(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"T\"\nurl = \"https://balanced-stride.com/\"\n"))
	article := filepath.Join(dir, "content/articles/2026-01-02-a.md")
	sitetest.WriteFile(t, article, []byte("+++\ntitle = \"First\"\n+++\nText.\n"))
	sitetest.Build(t, dir)
	before := cardFile(t, dir)
	if err := os.WriteFile(before, []byte("spoilt"), 0o644); err != nil {
		t.Fatal(err)
	}
	sitetest.Build(t, dir)
	if data, err := os.ReadFile(cardFile(t, dir)); err != nil || string(data) == "spoilt" {
		t.Errorf("a card that was spoilt is kept: %v", err)
	}
	for _, change := range []struct{ file, text string }{
		{article, "+++\ntitle = \"Second\"\n+++\nText.\n"},
		{filepath.Join(dir, "templates/words/en.toml"), "card-article = \"Piece\"\n"},
		{filepath.Join(dir, "content/site.toml"), "title = \"Other\"\nurl = \"https://balanced-stride.com/\"\n"},
	} {
		was := cardFile(t, dir)
		sitetest.WriteFile(t, change.file, []byte(change.text))
		sitetest.Build(t, dir)
		now := cardFile(t, dir)
		if now == was {
			t.Errorf("%s: the card has the name of the one before", change.file)
		}
		page, err := os.ReadFile(filepath.Join(dir, "public/articles/a/index.html"))
		if err != nil || !strings.Contains(string(page), `content="https://balanced-stride.com/assets/cards/`+filepath.Base(filepath.Dir(filepath.Dir(now)))+"/articles/"+filepath.Base(now)) {
			t.Errorf("%s: the page does not name the card %s: %v", change.file, now, err)
		}
	}
}

// cardFile returns the one card of a site.
func cardFile(t *testing.T, dir string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "public/assets/cards/*/articles/*.png"))
	if err != nil || len(found) != 1 {
		t.Fatalf("cards: %q, %v", found, err)
	}
	return found[0]
}
