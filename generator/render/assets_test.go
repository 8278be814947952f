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

// A script that others import has a name that says what is in it, which they ask for; where it changes, so do their names.
func TestNamesOfImportedScripts(t *testing.T) {
	dir, said := assetSite(t, map[string]string{
		"sheet.js":    "import { walk } from './machine.js';\nimport(\"./text.js\");\nwalk()\n",
		"machine.js":  "import { read } from \"./stocks.js\";\nexport const walk = read\n",
		"stocks.js":   "export const read = 1\n",
		"text.js":     "import \"./machine.js\"\n",
		"linked.js":   "import \"./machine.js\"; import \"./there.js\"; import \"./video.js\"\n",
		"video.js":    "export const a = 1\n",
		"there.js":    "import \"./back.js\"; import \"./stocks.js\"\n",
		"back.js":     "import \"./there.js\"\n",
		"named.js":    "export const b = 1\n",
		"calendar.js": "import \"./named.js\"; fetch(\"named.js\")\n",
		"plan.css":    "@import \"./named.css\";\n",
		"named.css":   "p { margin : 0 }\n",
		"sub/text.js": "export const c = 1\n",
	})
	if len(said) > 0 {
		t.Errorf("problems: %q", said)
	}
	before := addresses(t, dir)
	for name, want := range map[string]string{
		"sheet.js":    `import{walk}from"./MACHINE";import("./TEXT"),walk()`,
		"machine.js":  `import{read}from"./STOCKS";export const walk=read`,
		"text.js":     `import"./MACHINE"`,
		"linked.js":   `import"./MACHINE";import"./there.js";import"./VIDEO"`,
		"there.js":    `import"./back.js";import"./STOCKS"`,
		"calendar.js": `import"./named.js";fetch("named.js")`,
		"plan.css":    `@import "./NAMED";`,
	} {
		for capitals, of := range map[string]string{"MACHINE": "machine.js", "TEXT": "text.js", "STOCKS": "stocks.js", "VIDEO": "video.js", "NAMED": "named.css"} {
			want = strings.ReplaceAll(want, capitals, before[of])
		}
		if got := published(t, dir, before[name]); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	for _, name := range []string{"linked.js", "there.js", "back.js", "named.js", "sub/text.js"} {
		if before[name] != name {
			t.Errorf("%s is called %s", name, before[name])
		}
	}
	sitetest.WriteFile(t, filepath.Join(dir, "templates/assets/stocks.js"), []byte("export const read = 2\n"))
	sitetest.Build(t, dir)
	after := addresses(t, dir)
	for _, name := range []string{"stocks.js", "machine.js", "text.js", "sheet.js"} {
		if before[name] == after[name] || before[name] == name {
			t.Errorf("%s is called %s before and after", name, after[name])
		}
	}
	if before["video.js"] != after["video.js"] || before["video.js"] == "video.js" {
		t.Errorf("video.js is called %s and then %s", before["video.js"], after["video.js"])
	}
}

// addresses returns the published names of the theme's files, by those that they have in the theme.
func addresses(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range sitetest.Files(t, filepath.Join(dir, "public/assets")) {
		all[regexp.MustCompile(`\.[0-9a-f]{10}\.`).ReplaceAllString(name, ".")] = name
	}
	return all
}

func published(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "public/assets", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
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
