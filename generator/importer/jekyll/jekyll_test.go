package jekyll_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/importer/jekyll"
)

// The folder of something else gets a sentence.
func TestWrong(t *testing.T) {
	_, err := jekyll.Read(fstest.MapFS{"readme.txt": {Data: []byte("a")}})
	if err == nil || !strings.Contains(err.Error(), "Name the folder that holds") {
		t.Errorf("got %v", err)
	}
}

func TestPermalinks(t *testing.T) {
	for _, test := range []struct{ config, matter, want string }{
		{"", "", "/2020/01/05/a-Post.html"},
		{"permalink: date", "categories: [X y, z]", "/x y/z/2020/01/05/a-Post.html"},
		{"permalink: pretty", "category: x", "/x/2020/01/05/a-Post/"},
		{"permalink: ordinal", "", "/2020/005/a-Post.html"},
		{"permalink: none", "", "/a-Post.html"},
		{"permalink: /blog/:title", "", "/blog/a-Post"},
		{"permalink: /:short_year/:i_month/:i_day/:slug/", "", "/20/1/5/a-post/"},
		{"permalink: pretty", "permalink: /own.html", "/own.html"},
		{"baseurl: /b", "", "/b/2020/01/05/a-Post.html"},
		{"timezone: Asia/Tokyo", "date: 2020-01-05 23:00:00 +0000", "/2020/01/06/a-Post.html"},
	} {
		blog, err := jekyll.Read(fstest.MapFS{
			"_config.yml":                 {Data: []byte(test.config)},
			"_posts/2020-01-05-a-Post.md": {Data: []byte("---\n" + test.matter + "\n---\n")},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := blog.Posts[0].Old[0]; got != test.want {
			t.Errorf("%q, %q: got %s, want %s", test.config, test.matter, got, test.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	archive, err := txtar.ParseFile("../testdata/jekyll.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		if strings.HasPrefix(file.Name, "old/_") {
			f.Add(string(file.Data))
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range []string{"_config.yml", "_posts/2020-01-01-a.md", "b.html"} {
			_, _ = jekyll.Read(fstest.MapFS{"_posts/2020-01-02-c.md": {Data: []byte("---\n---\n")}, name: {Data: []byte(s)}})
		}
	})
}
