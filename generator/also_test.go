package generator_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/sitetest"
)

// The other names of an exercise stand on its page, for readers and for search engines, and the search has them.
func TestAlsoCalled(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteArchive(t, dir, txtar.Parse([]byte(`
-- content/site.toml --
title = "S"
url = "https://balanced-stride.com/"
language = "de"
-- content/exercises/rdl.toml --
name = "Rumänisches Kreuzheben"
also = ["RDL", "Kreuzheben <gestreckt>"]
pattern = "hinge"
measure = "reps"
cues = ["Hüfte nach hinten."]
`)))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	page := sitetest.ReadFile(t, filepath.Join(dir, "public/exercises/rdl/index.html"))
	for _, want := range []string{"Auch genannt: RDL, Kreuzheben &lt;gestreckt&gt;</p>", `"alternateName":["RDL","Kreuzheben \u003cgestreckt\u003e"]`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %s:\n%s", want, page)
		}
	}
	if found := string(searchPieces(t, filepath.Join(dir, "public/search/pieces"))); !strings.Contains(found, "\"rdl\":") {
		t.Errorf("the search has\n%s", found)
	}
}
