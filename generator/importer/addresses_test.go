package importer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/importer"
)

// Whatever addresses, names and tags an old blog has, the site that it is imported into has no errors because of them, and each old address
// leads on or is reported.
func TestOddNames(t *testing.T) {
	odd := []string{
		"/a:b/", "/a./", "/a.../b/", "/a.xml", "/a.XML", "/feed.xml", "/a.json", "/a.php", "/a.html", "/A/B.HTML", "/a.htm", "/a.txt", "/a.jpg", "/con/", "/aux.html", "/a b/", "/a%20b/",
		"/a%2Fb/", "/ä/", "/%C3%A4/", "/a//b/", "//a/", "/a/../b/", "/./a/", "/a?p=1", "/?p=2", "/a#b", "/a\\b/", "/a|b/", "/a*b/", "/<a>/", "/a\"b/", "/a'b/", "/a&b/", "/a=b/", "/~a/", "/_a/", "/.a/",
		"/.well-known/a", "/assets/a.css", "/assets/", "/articles/", "/articles/a/", "/articles/2020/", "/plans/", "/tags/x/", "/search/", "/404.html", "/index.html", "/index.xml", "/sitemap.xml",
		"/robots.txt", "/a/index.html", "/a/index.htm", "/a/index.php", "", "/", "a", "/a\x00b/", "/a\tb/", "/a\u202eb/", "/e\u0301/", "/日本語/", "/😀/", "/a,b;c/", "/a+b/", "/a$b/", "/a(b)/", "/[a]/", "/{a}/", "/%/",
		"/%zz/", "/a%00b/", "/" + string(make([]byte, 0)) + "x/", "/nul/", "/a /", "/ a/", "/_redirects", "/_headers", "/.nojekyll", "/.htaccess", "/atom.xml", "/rss.xml", "/feed.json", "/log/", "/a.b/", "/a.b.c/",
		"/2020/01/02/a.md", "/a.markdown", "/-/", "/--/", "/a-/", "/.../", "/../a/", "/sheet/", "/PLANS/", "/Articles/X/",
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), fstest.MapFS{"site.toml": {Data: []byte("title = \"x\"\nurl = \"https://x.example/\"\n")}}); err != nil {
		t.Fatal(err)
	}
	for _, page := range []bool{false, true} {
		for i, address := range odd {
			post := &importer.Post{Slug: address, Title: "T " + address, Page: page, Date: time.Date(2020, 1, 2, 0, 0, 0, 0, time.UTC), Old: []string{address}, Tags: []string{address, "b" + address}, Series: address, Author: address,
				Summary: address, FeedID: "x:" + address, Body: fmt.Sprintf("[a](%s) and <%s>.\n", address, address)}
			gone := &importer.Post{Slug: "gone", Title: "Gone", Date: post.Date, Expires: post.Date.AddDate(0, 1, 0), Tags: []string{"gone", address}, Body: "x\n"}
			below := &importer.Post{Slug: "below", Title: "Below", Date: post.Date.AddDate(-1, 0, 0), Old: []string{address + "/below/"}, Body: "x\n"} // which comes first
			blog := &importer.Blog{Home: "https://old.example/", Posts: []*importer.Post{post, gone, below}, Lists: map[string]string{address: "", "/t" + address: address, "/gone/": "gone"}, Feeds: map[string]importer.Feed{"/f" + address: {Tag: address}, address + "x.xml": {}, "/gone.xml": {Tag: "gone"}}}
			r, err := importer.Plan(blog, dir, importer.Options{Now: testNow})
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems(r) {
				if p.Severity == diag.Error {
					t.Errorf("%d, page %v, %q: %v", i, page, address, p)
				}
			}
		}
	}
}
