package hugo_test

import (
	"strings"
	"testing"
	"testing/fstest"

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
