package hugo_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/importer/hugo"
)

// The folder of something else gets a sentence.
func TestWrong(t *testing.T) {
	_, err := hugo.Read(fstest.MapFS{"readme.txt": {Data: []byte("a")}})
	if err == nil || !strings.Contains(err.Error(), "Name the folder that holds") {
		t.Errorf("got %v", err)
	}
}

func TestPermalinks(t *testing.T) {
	for _, test := range []struct{ config, file, matter, want string }{
		{"", "posts/A Post.md", "", "/posts/a-post/"},
		{"", "posts/a.md", "slug: Other", "/posts/other/"},
		{"", "posts/2020/a/index.md", "", "/posts/2020/a/"},
		{"", "posts/a.md", "url: /own.html", "/own.html"},
		{"uglyURLs: true", "posts/a.md", "", "/posts/a.html"},
		{"permalinks: {posts: \"/:year/:monthname/:day/:title/\"}", "posts/a.md", "title: Hey, you!", "/2020/january/05/hey-you/"},
		{"permalinks: {page: {posts: \"/:sections/:slugorfilename\"}}", "posts/b/a.md", "", "/posts/a/"},
		{"permalinks: {page: {/: \"/p/:slugorcontentbasename/\"}}", "About Me.md", "", "/p/about-me/"},
		{"permalinks: {page: {Posts: \"/:sectionslug/:contentbasename/\"}, posts: /no/}", "posts/a/index.md", "slug: b", "/posts/a/"},
		{"permalinks: {posts: \"/:sections[last]/:sections[0]/:2006-:Jan/:slug\"}", "posts/a.md", "slug: b", "/posts/posts/2020-jan/b/"},
		{"", "posts/a.md", "url: \"/:year/:slug/\"\nslug: b", "/2020/b/"},
		{"permalinks: {posts: \"/:title\"}", "posts/a.md", "title: C++ and more", "/c-and-more/"},
		{"baseURL: https://a.example/b/", "posts/a.md", "", "/b/posts/a/"},
	} {
		blog, err := hugo.Read(fstest.MapFS{
			"hugo.yaml":            {Data: []byte(test.config)},
			"content/" + test.file: {Data: []byte("---\ndate: 2020-01-05\n" + test.matter + "\n---\n")},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := blog.Posts[0].Old[0]; got != test.want {
			t.Errorf("%q, %s, %q: got %s, want %s", test.config, test.file, test.matter, got, test.want)
		}
	}
}

// What newer versions of Hugo than 0.111.3 have is as their documentation says it.
func TestNewForms(t *testing.T) {
	blog := open(t, "-- hugo.toml --\n[pagination]\npagerSize = 1\npath = 'p'\n[permalinks.section]\nposts = '/blog/'\n[permalinks.term]\ntags = '/about/:slug/'\n[permalinks.taxonomy]\ntags = '/topics/'\n"+
		"[permalinks.page]\nposts = '/:sectionslugs[1:]/:slug/'\n-- content/posts/_index.md --\n---\ntitle: Posts\n---\n-- content/posts/x/_index.md --\n---\ntitle: The X\n---\n"+
		"-- content/posts/x/a.md --\n---\ndate: 2020-01-05\ntitle: A\ntags: [T U]\n---\n-- content/posts/x/b.md --\n---\ndate: 2020-01-05\ntitle: B\ntags: [T U]\n---\n")
	want := []string{"list /about/t-u/", "list /about/t-u/p/2/", "list /blog/", "list /blog/p/2/", "list /categories/", "list /p/2/", "list /topics/", "page content/posts/x/a.md /the-x/a/", "page content/posts/x/b.md /the-x/b/"}
	got := slices.DeleteFunc(addresses(blog), func(s string) bool { return strings.HasPrefix(s, "feed") })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzRead(f *testing.F) {
	archive, err := txtar.ParseFile("../testdata/hugo.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		if strings.HasPrefix(file.Name, "old/") {
			f.Add(string(file.Data))
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range []string{"hugo.toml", "config.yaml", "config.json", "content/posts/a.md", "content/b.html"} {
			_, _ = hugo.Read(fstest.MapFS{"content/posts/c.md": {Data: []byte("---\n---\n")}, name: {Data: []byte(s)}})
		}
	})
}
