package generator_test

import (
	"flag"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/sitetest"
)

var large = flag.String("large", "", "write the site of TestLargeSite into this folder, and leave it there")

// A site of 500 articles in which all comes up that articles can have is built without a word of complaint, and what is not to be
// published is not. With -large the site is there afterwards, to be looked at by others.
func TestLargeSite(t *testing.T) {
	dir, n := *large, 500
	if dir == "" {
		dir = t.TempDir()
		n = 60
	}
	sitetest.WriteLarge(t, dir, n)
	report := sitetest.Build(t, dir)
	if len(report.Problems) > 0 {
		t.Fatalf("%d problems, the first: %+v", len(report.Problems), report.Problems[0])
	}
	shown := 0
	for _, a := range report.Site.Articles {
		if strings.HasPrefix(a.URL, "/articles/large-") {
			shown++
		}
		if strings.Contains(a.URL, "hidden") {
			t.Errorf("%s is published", a.URL)
		}
	}
	if shown != n {
		t.Errorf("%d articles are published, want %d", shown, n)
	}
}
