package importer_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/hugo"
)

// Where a picture is missing, readers see its description, in a link as without one, and never how a picture is written.
func TestLinkedPictures(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"[![Squat](missing.jpg)](https://b.example/)", "[Squat](https://b.example/)"},
		{"[![Squat](https://c.example/s.jpg) and words](https://x.example/lost/)", "[Squat and words](https://x.example/lost/)"},
		{"[![Squat](missing.jpg)](/lost/)", "[Squat](https://x.example/lost/)"},
		{"[![](front-squat.jpg)](/lost/)", "[Front squat](https://x.example/lost/)"},
		{"[![A [deep] squat](missing.jpg)](/lost/ \"t\")", "[A \\[deep\\] squat](https://x.example/lost/ \"t\")"},
		{"[![Squat](missing.jpg)](https://www.youtube.com/watch?v=abcdefghijk)", "![Squat](https://www.youtube.com/watch?v=abcdefghijk)"},
		{"[![Squat][s]](/lost/)\n\n[s]: https://c.example/s.jpg", "[Squat](https://x.example/lost/)"},
		{"[![Squat](a(b(c(d)))e.jpg)](https://b.example/)", "[Squat](https://b.example/)"},
		{"[![Squat](missing.jpg)](javascript:x)", "Squat"},
	} {
		blog, err := hugo.Read(fstest.MapFS{"hugo.toml": {Data: []byte("baseURL = 'https://x.example'")}, "content/posts/a.md": {Data: []byte("---\ndate: 2020-01-01\n---\n" + test.text + "\n")}})
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.CopyFS(filepath.Join(dir, "content"), fstest.MapFS{"site.toml": {Data: []byte("title = \"x\"\nurl = \"https://x.example/\"\n")}}); err != nil {
			t.Fatal(err)
		}
		r, err := importer.Plan(blog, dir, importer.Options{Now: testNow})
		if err != nil {
			t.Fatal(err)
		}
		_, got, _ := strings.Cut(string(r.Files[0].Text), "+++\n\n")
		got, _, _ = strings.Cut(got, "\n")
		if got != test.want {
			t.Errorf("%q:\n got %q\nwant %q", test.text, got, test.want)
		}
		if !slices.ContainsFunc(r.Findings, func(f importer.Finding) bool {
			return strings.HasPrefix(f.Reason, "Pictures that are not here") || strings.HasPrefix(f.Reason, "Pictures that led to a video")
		}) {
			t.Errorf("%q: the report does not name the picture: %v", test.text, r.Findings)
		}
	}
}
