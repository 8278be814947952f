package render_test

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/sitetest"
)

// assetSite returns a site with a theme of its own, and what a build of it says.
func assetSite(t *testing.T, assets map[string]string) (dir string, said []string) {
	t.Helper()
	dir = t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"T\"\nurl = \"https://balanced-stride.com/blog/\"\n"))
	for name, text := range assets {
		sitetest.WriteFile(t, filepath.Join(dir, "templates/assets", name), []byte(text))
	}
	for _, p := range sitetest.Build(t, dir).Problems {
		said = append(said, fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message))
	}
	return dir, said
}

// assets returns the published files of the theme, without hashes in their names.
func assets(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range sitetest.Files(t, filepath.Join(dir, "public/assets")) {
		data, err := os.ReadFile(filepath.Join(dir, "public/assets", name))
		if err != nil {
			t.Fatal(err)
		}
		all[regexp.MustCompile(`\.[0-9a-f]{10}\.`).ReplaceAllString(name, ".HASH.")] = string(data)
	}
	return all
}

// What other files name keeps its name; what only templates ask for has one that says what is in it.
func TestAssetNames(t *testing.T) {
	dir, said := assetSite(t, map[string]string{
		"style.css":     "@import \"letters.css\";\n\nbody   { color : #ff0000; background: url(dots.svg) }\n/* sheet.css */\n",
		"letters.css":   "p { margin : 0 }\n",
		"dots.svg":      "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <!-- dots -->\n  <circle r=\"2\"/>\n</svg>\n",
		"fonts/a.woff2": "a font",
		"steps.txt":     "as   it is\n",
		"linked.js":     "// An article links this.\nlet a = 1\n",
		"sheet.js":      "let b  =  2\n",
	})
	sitetest.WriteFile(t, filepath.Join(dir, "templates/partials/feeds.html"), []byte(`<script src="/blog/assets/sheet.js"></script>`))
	sitetest.Build(t, dir)
	if len(said) > 0 {
		t.Errorf("problems: %q", said)
	}
	got := assets(t, dir)
	for name, want := range map[string]string{
		"style.HASH.css": `@import "letters.css";body{color:red;background:url(dots.svg)}`,
		"letters.css":    "p{margin:0}",
		"dots.svg":       `<svg xmlns="http://www.w3.org/2000/svg"><circle r="2"/></svg>`,
		"fonts/a.woff2":  "a font",
		"steps.txt":      "as   it is\n",
		"linked.js":      "let a=1",
		"sheet.js":       "let b=2",
	} {
		if got[name] != want {
			t.Errorf("%s: got %q, want %q", name, got[name], want)
		}
	}
	if got["sheet.HASH.css"] == "" {
		t.Error("a name in a comment counts as an import")
	}
}

// A script that cannot be read is said with its place, and published as it is.
func TestBrokenScript(t *testing.T) {
	dir, said := assetSite(t, map[string]string{"video.js": "let a = 1;\nlet b = );\n"})
	if len(said) != 1 || !strings.Contains(said[0], "templates/assets/video.js:2:9: ") {
		t.Errorf("problems: %q", said)
	}
	if got := assets(t, dir)["video.HASH.js"]; got != "let a = 1;\nlet b = );\n" {
		t.Errorf("published is %q", got)
	}
}

// Whatever hosts are told to keep for ever is there, under a name that changes with its bytes, and pages ask for it by that name.
func TestKeptForEver(t *testing.T) {
	dir, _ := assetSite(t, map[string]string{"style.css": "p { color: red }\n"})
	was := forEver(t, dir)
	sitetest.WriteFile(t, filepath.Join(dir, "templates/assets/style.css"), []byte("p { color: green }\n"))
	sitetest.Build(t, dir)
	now := forEver(t, dir)
	changed := 0
	for name := range now {
		if !was[name] {
			changed++
			page, err := os.ReadFile(filepath.Join(dir, "public/index.html"))
			if err != nil || !strings.Contains(string(page), `href="/blog`+name+`"`) {
				t.Errorf("the page does not ask for %s: %v", name, err)
			}
		}
	}
	if changed != 1 || len(was) < 8 {
		t.Errorf("of %d files %d have another name, want 1", len(was), changed)
	}
}

// forEver returns the files that may be kept for ever, by their addresses below the site's.
func forEver(t *testing.T, dir string) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "public/_headers"))
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^/blog(/\S+)\n  Cache-Control: public, max-age=31536000, immutable$`).FindAllStringSubmatch(string(data), -1) {
		if path.Base(m[1]) == "*" {
			continue
		}
		if _, err := os.Stat(filepath.Join(dir, "public", m[1])); err != nil {
			t.Error(err)
		}
		list[m[1]] = true
	}
	return list
}

// Only a page with code in a language that is known asks for the colours of code.
func TestColoursOfCodeOnlyWhereUsed(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"T\"\nurl = \"https://balanced-stride.com/\"\n"))
	for name, text := range map[string]string{
		"settings": "```toml\nweeks = 8\n```\n", "unknown": "```legwork\nlift = 1\n```\n", "plain": "    weeks = 8\n\nAnd `weeks = 8`.\n",
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content/pages", name+".md"), []byte("+++\ntitle = \""+name+"\"\n+++\n\n"+text))
	}
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	for name, want := range map[string]bool{"settings": true, "unknown": false, "plain": false} {
		data, err := os.ReadFile(filepath.Join(dir, "public", name, "index.html"))
		if got := strings.Contains(string(data), "/assets/code."); got != want || err != nil {
			t.Errorf("the page %s asks for colours: %v, want %v; %v", name, got, want, err)
		}
	}
}
