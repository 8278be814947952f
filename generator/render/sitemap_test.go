package render_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/sitetest"
)

// A site with more addresses than one sitemap may have gets several, and a list of them: each address stands in one of them, once. The
// site has a page for each of many tags, of which only the sitemaps are rendered.
func TestSitemapIndex(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"T\"\nurl = \"https://balanced-stride.com/\"\n"))
	const articles, tags = 500, 101
	for i := range articles {
		var names []string
		for n := range tags {
			names = append(names, fmt.Sprintf("%q", fmt.Sprintf("t%d-%d", i, n)))
		}
		sitetest.WriteFile(t, filepath.Join(dir, fmt.Sprintf("content/articles/2026-01-02-a%d.md", i)), fmt.Appendf(nil, "+++\ntitle = \"A\"\ntags = [%s]\n+++\nText.\n", strings.Join(names, ", ")))
	}
	loader, err := generator.Open(sitetest.Options(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	revision, err := loader.Load(sitetest.Now())
	if err != nil || revision.Problems.HasErrors() {
		t.Fatal(err, revision.Problems)
	}
	read := func(url string) (addresses []string) {
		t.Helper()
		var b bytes.Buffer
		page := revision.Site.PageAt(url)
		if page == nil {
			t.Fatalf("there is no %s", url)
		}
		if problems := revision.Render(&b, page); len(problems) > 0 {
			t.Fatal(problems)
		}
		var list struct {
			XMLName xml.Name
			Places  []struct {
				URL string `xml:"loc"`
			} `xml:",any"`
		}
		if err := xml.Unmarshal(b.Bytes(), &list); err != nil {
			t.Fatal(err)
		}
		for _, p := range list.Places {
			addresses = append(addresses, p.URL)
		}
		return addresses
	}
	const home = "https://balanced-stride.com/"
	maps := read("/sitemap.xml")
	if want := []string{home + "sitemap-1.xml", home + "sitemap-2.xml"}; strings.Join(maps, " ") != strings.Join(want, " ") {
		t.Fatalf("the list has %q, want %q", maps, want)
	}
	listed := map[string]bool{}
	for _, url := range maps {
		addresses := read(strings.TrimPrefix(url, strings.TrimSuffix(home, "/")))
		if len(addresses) > site.PlacesInSitemap {
			t.Errorf("%s has %d addresses, want %d at most", url, len(addresses), site.PlacesInSitemap)
		}
		for _, a := range addresses {
			if listed[a] {
				t.Errorf("%s stands in two sitemaps", a)
			}
			listed[a] = true
		}
	}
	for _, p := range revision.Site.Pages {
		if p.Listed() != listed[home+strings.TrimPrefix(p.URL, "/")] {
			t.Errorf("%s is in a sitemap: %v, want %v", p.URL, !p.Listed(), p.Listed())
		}
	}
	if len(listed) <= site.PlacesInSitemap {
		t.Errorf("the site has only %d addresses", len(listed))
	}
}
