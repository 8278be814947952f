package generator_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/sitetest"
)

var (
	atomIDs = regexp.MustCompile(`<id>([^<]*)</id>`)
	rssIDs  = regexp.MustCompile(`<guid( isPermaLink="false")?>([^<]*)</guid>`)
)

// An article keeps its id in feeds when it gets another address, and so do all of them when the site does.
func TestFeedIDs(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) { sitetest.WriteFile(t, filepath.Join(dir, "content", name), []byte(text)) }
	settings := func(url, more string) { write("site.toml", "title = \"F\"\nurl = \""+url+"\"\n"+more) }
	article := func(name, more string) {
		write("articles/"+name, "+++\ntitle = \"T\"\ndate = 2026-01-01\n"+more+"+++\nText.\n")
	}
	ids := func(why string, want ...string) {
		t.Helper()
		if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
			t.Fatal(why, report.Problems)
		}
		data := func(name string) []byte {
			data, err := os.ReadFile(filepath.Join(dir, "public", name))
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		var atom, rss, jsonIDs []string
		for _, m := range atomIDs.FindAllSubmatch(data("atom.xml"), -1) {
			atom = append(atom, string(m[1]))
		}
		for _, m := range rssIDs.FindAllSubmatch(data("rss.xml"), -1) {
			rss = append(rss, string(m[2]))
			if itself := strings.Contains(string(data("rss.xml")), "<link>"+string(m[2])+"</link>"); itself == (len(m[1]) > 0) {
				t.Errorf("%s: %s says wrongly whether it is an address", why, m[0])
			}
		}
		var feed struct{ Items []struct{ ID string } }
		if err := json.Unmarshal(data("feed.json"), &feed); err != nil {
			t.Fatal(err)
		}
		for _, item := range feed.Items {
			jsonIDs = append(jsonIDs, item.ID)
		}
		for format, got := range map[string][]string{"Atom": atom, "RSS": append([]string{want[0]}, rss...), "JSON": append([]string{want[0]}, jsonIDs...)} {
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", why, format, diff)
			}
		}
	}
	warned := func(url, want string) {
		t.Helper()
		report, err := generator.Check(context.Background(), sitetest.Options(dir))
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(report.Problems, func(p diag.Problem) bool { return p.ID == "feed-base" })
		if (i >= 0) != (want != "") || i >= 0 && (!strings.Contains(report.Problems[i].Hint, want) || report.Problems[i].Line != 2 || report.Problems[i].Column != 7) {
			t.Errorf("check at %s says %v, want %q", url, report.Problems, want)
		}
	}
	settings("https://example.org/", "")
	article("a.md", "")
	ids("a new site", "https://example.org/", "https://example.org/articles/a/")
	settings("http://old-stride.com/blog/", "")
	warned("the first address", "")
	ids("at first", "http://old-stride.com/blog/", "http://old-stride.com/blog/articles/a/")
	warned("the same address", "")
	os.Remove(filepath.Join(dir, "content/articles/a.md"))
	article("b.md", "aliases = [\"/articles/a/\"]\n")
	ids("with a new name", "http://old-stride.com/blog/", "http://old-stride.com/blog/articles/a/")
	settings("https://stride.com/", "")
	warned("another address", `feed_base = "http://old-stride.com/blog/"`)
	settings("https://stride.com/", "feed_base = \"http://old-stride.com/blog\"\n")
	warned("another address with its feed_base", "")
	ids("with a new host", "http://old-stride.com/blog/", "http://old-stride.com/blog/articles/a/")
	article("b.md", "aliases = [\"/articles/a/\"]\nfeed_id = \"urn:x:1\"\n")
	ids("with its own id", "http://old-stride.com/blog/", "urn:x:1")
}
