package jekyll_test

import (
	"fmt"
	"testing/fstest"

	"github.com/legpress/legpress/generator/importer/jekyll"
)

// A post of Jekyll becomes Markdown, with the addresses that it had.
func ExampleRead() {
	blog, err := jekyll.Read(fstest.MapFS{
		"_config.yml":               {Data: []byte("url: https://old.example\npermalink: pretty\n")},
		"_posts/2020-01-05-calf.md": {Data: []byte("---\ntitle: Strong calves\ntags: [calf]\n---\nTwo sets.\n")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, post := range blog.Posts {
		fmt.Println(post.Title, post.Tags, post.Date.Format("2006-01-02"), post.Old[0])
		fmt.Printf("%q\n", post.Body)
	}
	// Output:
	// Strong calves [calf] 2020-01-05 /2020/01/05/calf/
	// "Two sets.\n"
}
