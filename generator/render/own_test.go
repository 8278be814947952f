package render

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/templates"
)

// TestOwnTheme compares what is said of files of a site's own theme: line, column, length, id and message.
func TestOwnTheme(t *testing.T) {
	p := policy.New("https://own.example/", policy.Outside{})
	for _, test := range []struct{ name, text, want string }{
		{"layouts/page.html", "{{define \"main\"}}<h1 class=\"{{if .A}}a{{else}}b{{end}}\">\n<a href=\"{{link \"/x\"}}\" title='{{\n.ß}}'>ä</a><script src=\"{{link \"/assets/a.js\"}}\"></script>{{end}}", ""},
		{"layouts/base.html", "<link rel=\"stylesheet\" href=\"{{link \"/assets/ä.css\"}}\"><p>\n{{/* ß\n*/}}ä<script async src=\"https://stats.example/{{.ID}}.js\"></script>",
			"3:21:38 blocked-script: the published site does not run a script from stats.example."},
		{"partials/x.html", "<script>\nx()\n</script>", "1:1:8 blocked-script: the published site does not run a script that stands in a text."},
		{"assets/a.css", "a { background: url(b.png) url(\"data:image/png;base64,x\") } /* url(https://x.example) */ @import \"c.css\"; b::after { content: \"https://x.example\" }", ""},
		{"assets/b.css", "@import 'https://fonts.example/css';\n@font-face { src: url(https://fonts.example/a.woff2?v=1) }\nä { background: URL( \"https://x.example/a.png\" ) }",
			"1:9:27 blocked-style: the published site takes no styles or fonts from fonts.example, which would learn who reads this page.; " +
				"2:19:38 blocked-style: the published site takes no styles or fonts from fonts.example, which would learn who reads this page.; " +
				"3:18:32 blocked-picture: the published site does not show a picture from x.example, which would learn who reads this page."},
		{"assets/c.css", "@import url(https://fonts.example/css);", "1:9:30 blocked-style: the published site takes no styles or fonts from fonts.example, which would learn who reads this page."},
		{"assets/d.css", "a { b: url(data:font/woff2;base64,x) }", "1:8:29 blocked-style: the published site takes no styles or fonts from an address that begins with data:, which would learn who reads this page."},
		{"assets/d.js", "fetch('https://x.example')", ""},
	} {
		var got []string
		for _, problem := range ownProblems(p, test.name, []byte(test.text)) {
			got = append(got, fmt.Sprintf("%d:%d:%d %s: %s", problem.Line, problem.Column, problem.Length, problem.ID, problem.Message))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s:\n%s\n got %s\nwant %s", test.name, test.text, s, test.want)
		}
	}
}

// TestDefaultTheme holds the theme to the policy that its own sites have.
func TestDefaultTheme(t *testing.T) {
	files := 0
	err := fs.WalkDir(templates.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" && filepath.Ext(name) != ".css" {
			return err
		}
		files++
		text, err := fs.ReadFile(templates.Files, name)
		for _, problem := range ownProblems(policy.New("https://own.example/", policy.Outside{}), name, text) {
			t.Errorf("%s:%d:%d: %s", name, problem.Line, problem.Column, problem.Message)
		}
		return err
	})
	if err != nil || files < 40 {
		t.Errorf("%d files: %v", files, err)
	}
}

func TestNameProblems(t *testing.T) {
	for name, want := range map[string]string{
		"assets/a_b.css": "", "partials/_x.html": "", "assets/photos.css": "",
		"assets/_x.css": "left-out-name", "assets/x/_y/z.js": "left-out-name", "assets/photos/me.jpg": "kept-folder", "assets/cards/x/y.png": "kept-folder",
	} {
		got := ""
		for _, p := range nameProblems(name) {
			got += p.ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
