package jekyll_test

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/jekyll"
)

// readSite reads a blog of one post and of some further files.
func readSite(t *testing.T, files map[string]string) *importer.Blog {
	t.Helper()
	all := fstest.MapFS{"_posts/2020-01-05-calf.md": {Data: []byte("---\ntitle: Calf\ntags: [Calf raise, run]\ncategories: [Hill]\n---\nTwo sets.\n")}}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	blog, err := jekyll.Read(all)
	if err != nil {
		t.Fatal(err)
	}
	return blog
}

// postFrom returns the text that was read from a file; nil if there is none.
func postFrom(blog *importer.Blog, file string) *importer.Post {
	for _, p := range blog.Posts {
		if p.From == file {
			return p
		}
	}
	return nil
}

func TestAbout(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  importer.About
	}{
		{"all", map[string]string{"_config.yml": "title: Long *Way*\ndescription: Uphill\nauthor: Ana\nlang: de\ntimezone: Europe/Berlin"},
			importer.About{Title: "Long *Way*", Description: "Uphill", Author: "Ana", Language: "de", TimeZone: "Europe/Berlin"}},
		{"other words", map[string]string{"_config.yml": "name: Way\ntagline: Uphill\nauthor: {name: Ana, email: a@example.org}\nlocale: pt_BR.UTF-8\ntimezone: Nowhere/At-all"},
			importer.About{Title: "Way", Description: "Uphill", Author: "Ana", Language: "pt-BR"}},
		{"an author of the data", map[string]string{"_config.yml": "author: ana\nlocale: fr-FR", "_data/authors.yml": "ana:\n  name: Ana Kovač"}, importer.About{Author: "Ana Kovač", Language: "fr-FR"}},
		{"a menu of the data", map[string]string{"_config.yml": "baseurl: /b", "_data/navigation.yml": "main:\n- {title: Plans, url: /plans/}\n- {title: Far, url: 'https://far.example'}\n- {title: About, url: ./about/}"},
			importer.About{Menu: []string{"/b/plans/", "https://far.example", "/b/about/"}}},
		{"a list as the menu", map[string]string{"_config.yml": "", "_data/navigation.yml": "---\n- title: Plans\n  link: /plans/\n- title: Up\n  url: '#top'\n"}, importer.About{Menu: []string{"/plans/"}}},
		{"a menu of the settings", map[string]string{"_config.yml": "navbar-links:\n  Zero: zero\n  About: /about\n"}, importer.About{Menu: []string{"/zero", "/about"}}},
		{"pages of the settings", map[string]string{"_config.yml": "permalink: pretty\nheader_pages: [b.md, a.md, none.md]", "a.md": "---\n---\nA", "b.md": "---\npermalink: /own/\n---\nB"},
			importer.About{Menu: []string{"/own/", "/a/"}}},
		{"pages with a title", map[string]string{"_config.yml": "theme: minima", "b.md": "---\ntitle: B\n---\nB", "x/a.md": "---\ntitle: A\n---\nA", "c.md": "---\n---\nC", "d.md": "---\ntitle: D\npublished: false\n---\nD"},
			importer.About{Menu: []string{"/x/a.html", "/b.html"}}},
		{"tabs", map[string]string{"_config.yml": "collections: {tabs: {output: true, permalink: '/:title/'}}", "_tabs/a.md": "---\norder: 2\n---\nA", "_tabs/b.md": "---\norder: 1\n---\nB"},
			importer.About{Menu: []string{"/b/", "/a/"}}},
	} {
		if diff := cmp.Diff(test.want, readSite(t, test.files).About); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestAuthors(t *testing.T) {
	people := "ann:\n  name: Ann Lee\nben: {name: Ben Fox}\n"
	for keys, want := range map[string]string{
		"author: ann": "Ann Lee", "author: Someone Else": "Someone Else", "authors: [ann, ben]": "Ann Lee & Ben Fox", "author: [ann, Kim, ben]": "Ann Lee, Kim & Ben Fox",
		"author: {name: Kim}": "Kim", "authors: [{name: Kim}, {name: Lu}]": "Kim & Lu", "author: ''": "", "authors: [ann, Ann Lee]": "Ann Lee",
	} {
		for file, data := range map[string]string{"_data/authors.yml": people, "_data/people.yml": "- {username: ann, name: Ann Lee}\n- {id: ben, name: Ben Fox}\n", "_config.yml": "authors: {ann: {name: Ann Lee}, ben: {name: Ben Fox}}"} {
			blog := readSite(t, map[string]string{file: data, "_posts/2020-01-06-a.md": "---\n" + keys + "\n---\nA\n"})
			if got := postFrom(blog, "_posts/2020-01-06-a.md").Author; got != want {
				t.Errorf("%s, %s: got %q, want %q", file, keys, got, want)
			}
		}
	}
}

// Lists and feeds lead on, wherever a plugin or the author had them.
func TestLists(t *testing.T) {
	page := func(keys string) string { return "---\n" + keys + "\n---\n" }
	for _, test := range []struct {
		name  string
		files map[string]string
		want  map[string]string
	}{
		{"archives", map[string]string{"_config.yml": "plugins: [jekyll-archives]\njekyll-archives:\n  enabled: [year, day, tags, categories]\n  permalinks: {tag: '/about/:name/', category: '/c/:name.html'}"},
			map[string]string{"/2020/": "", "/2020/01/05/": "", "/about/calf-raise/": "Calf raise", "/about/run/": "run", "/c/hill.html": "Hill"}},
		{"all archives", map[string]string{"_config.yml": "baseurl: /b\njekyll-archives: {enabled: all}"}, map[string]string{"/b/2020/": "", "/b/2020/01/": "", "/b/tag/run/": "run", "/b/category/hill/": "Hill"}},
		{"autopages", map[string]string{"_config.yml": "autopages: {enabled: true, tags: {permalink: '/t/:tag'}, categories: {slugify: {mode: default}}}"},
			map[string]string{"/t/calf raise": "Calf raise", "/category/hill": "Hill"}},
		{"pages of the list", map[string]string{"_config.yml": "paginate: 1\npaginate_path: /news/:num/", "_posts/2020-01-06-b.md": "b", "_posts/2020-01-07-c.md": "c"}, map[string]string{"/news/2/": "", "/news/3/": ""}},
		{"a page of a tag", map[string]string{"tags/run.md": page("layout: tag\ntag: run")}, map[string]string{"/tags/run.html": "run"}},
		{"a page of a category by its title", map[string]string{"topics/x.md": page("layout: category\ntitle: Hill")}, map[string]string{"/topics/x.html": "Hill"}},
		{"a page of a tag by its name", map[string]string{"tag/run.md": page("layout: default\ntitle: All about it")}, map[string]string{"/tag/run.html": "run"}},
		{"a page of a list in a collection", map[string]string{"_config.yml": "collections: {topics: {output: true, permalink: '/:collection/:name/'}}", "_topics/hill.md": page("layout: tag_page")}, map[string]string{"/topics/hill/": "hill"}},
		{"a page of all", map[string]string{"old/all.html": page("layout: posts")}, map[string]string{"/old/all.html": ""}},
		{"a page made by Liquid", map[string]string{"news.html": page("permalink: /news/") + "{% for p in site.categories['Hill'] %}{{ p.title }}{% endfor %}"}, map[string]string{"/news/": "Hill"}},
		{"a page with its own list", map[string]string{"diary.html": page("pagination: {enabled: true, category: Hill}")}, map[string]string{"/diary.html": "Hill"}},
		{"a page that leads to a list", map[string]string{"old.md": page("redirect_to: /tags/run/")}, map[string]string{"/old.html": "run"}},
	} {
		got := readSite(t, test.files).Lists
		for at, tag := range test.want {
			if found, ok := got[at]; !ok || found != tag {
				t.Errorf("%s: %s leads to %q (%v), want %q; there are %v", test.name, at, found, ok, tag, slices.Sorted(maps.Keys(got)))
			}
		}
	}
}

func TestFeeds(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  map[string]importer.Feed
	}{
		{"none", map[string]string{"_config.yml": ""}, map[string]importer.Feed{}},
		{"the usual one", map[string]string{"_config.yml": "plugins: [jekyll-feed]\nbaseurl: /b"}, map[string]importer.Feed{"/b/feed.xml": {Atom: true}}},
		{"by the list of programs", map[string]string{"Gemfile": "group :jekyll_plugins do\n  gem \"jekyll-feed\", \"~> 0.12\"\nend\n# gem 'jekyll-archives'\n"}, map[string]importer.Feed{"/feed.xml": {Atom: true}}},
		{"another name", map[string]string{"_config.yml": "gems: [jekyll-feed]\nfeed: {path: blog/atom.xml, categories: [Hill]}"}, map[string]importer.Feed{"/blog/atom.xml": {Atom: true}, "/feed/Hill.xml": {Tag: "Hill", Atom: true}}},
		{"collections", map[string]string{"_config.yml": "plugins: [jekyll-feed]\ncollections: {races: {output: true}, plans: {output: true}}\nfeed: {collections: {races: {path: /r.xml, categories: [x]}}}"},
			map[string]importer.Feed{"/feed.xml": {Atom: true}, "/r.xml": {Atom: true}, "/feed/races/x.xml": {Tag: "x", Atom: true}}},
		{"a list of collections", map[string]string{"_config.yml": "plugins: [jekyll-feed]\ncollections: [races, plans]\nfeed: {collections: [races]}"}, map[string]importer.Feed{"/feed.xml": {Atom: true}, "/feed/races.xml": {Atom: true}}},
		{"tags", map[string]string{"_config.yml": "plugins: [jekyll-feed]\nfeed: {tags: {path: /by/}}"}, map[string]importer.Feed{"/feed.xml": {Atom: true}, "/by/run.xml": {Tag: "run", Atom: true}}},
		{"by hand", map[string]string{"_config.yml": "", "rss.xml": "---\n---\n<rss version='2.0'>", "feeds/all.atom": "---\npermalink: /all.xml\n---\n<feed>", "hill.xml": "---\n---\n<rss>{% for p in site.categories.Hill %}", "map.xml": "<urlset>", "_x/no.xml": "<rss>"},
			map[string]importer.Feed{"/rss.xml": {}, "/all.xml": {Atom: true}, "/hill.xml": {Tag: "Hill"}}},
	} {
		if diff := cmp.Diff(test.want, readSite(t, test.files).Feeds); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", test.name, diff)
		}
	}
}

// What stays behind has a line in the report.
func TestStaysBehind(t *testing.T) {
	many := map[string]string{"_config.yml": "collections: [quotes]"}
	for i := range 60 {
		many[fmt.Sprintf("_quotes/%d.md", i)] = "---\n---\nKeep going.\n"
	}
	for _, test := range []struct {
		name  string
		files map[string]string
		want  string // the finding
	}{
		{"a page without words", map[string]string{"search.html": "---\nlayout: search\ntitle: Search\n---\n<div id=\"results\"></div>\n<script>go()</script>\n"}, "search.html: Search (Pages without words"},
		{"a page of an include", map[string]string{"all.md": "---\ntitle: All\n---\n{% include list.html %}\n"}, "all.md: All (Pages without words"},
		{"a page of a template", map[string]string{"archive.md": "---\n---\nAll:\n{% for p in site.posts %}{{ p.title }}{% endfor %}\n"}, "archive.md (Pages that are made by Liquid"},
		{"the home page", map[string]string{"index.md": "---\n---\nHello.\n"}, "index.md (The home page"},
		{"the home page by its address", map[string]string{"start.md": "---\npermalink: /\n---\nHello.\n"}, "start.md (The home page"},
		{"the page of nothing", map[string]string{"404.html": "---\npermalink: /404.html\n---\nNothing here.\n"}, "404.html (The page for addresses that lead nowhere"},
		{"textile", map[string]string{"a.textile": "---\n---\nh1. A\n"}, "a.textile (Texts that are neither"},
		{"a kind that the settings leave out", map[string]string{"_config.yml": "markdown_ext: md", "_posts/2020-02-02-a.mdown": "A"}, "_posts/2020-02-02-a.mdown (Texts that are neither"},
		{"files without front matter", map[string]string{"Gemfile": "", "more/a.md": "A", "more/b.html": "B", "LICENSE.md": "L"}, "more: a.md and 1 more (Files without front matter"},
		{"another language", map[string]string{"_config.yml": "languages: [en, de]\ndefault_lang: en\nplugins: [jekyll-polyglot]", "de.md": "---\nlang: de\n---\nHallo.\n"}, "de.md: de (Texts in other languages"},
		{"a way to another website", map[string]string{"shop.md": "---\nredirect_to: https://shop.example/legs\n---\n"}, "shop.md: https://shop.example/legs (Pages that only lead"},
		{"data", many, "_quotes: 60 texts (Collections of many short texts"},
		{"further settings", map[string]string{"_config.yml": "", "_config.production.yml": "url: https://x.example"}, "_config.production.yml (Further files with settings"},
		{"front matter that is none", map[string]string{"a.md": "---\ntitle: [a\n---\nA\n"}, "a.md: yaml: "},
	} {
		blog := readSite(t, test.files)
		var got []string
		for _, f := range blog.Found {
			got = append(got, f.String()+" ("+f.Reason)
		}
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, test.want) }) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if len(blog.Posts) != 1 {
			t.Errorf("%s: %d texts came along, want only the post", test.name, len(blog.Posts))
		}
	}
}

// Pages without front matter are pages where a plugin of GitHub makes them so.
func TestBarePages(t *testing.T) {
	for _, test := range []struct {
		name, config, gemfile, file, want string // the address; "" for a draft, "-" for nothing
	}{
		{"a plugin", "plugins: [jekyll-optional-front-matter]", "", "notes.md", "/notes.html"},
		{"GitHub's programs", "", "gem 'github-pages'", "notes.md", "/notes.html"},
		{"switched off", "optional_front_matter: {enabled: false}", "gem 'github-pages'", "notes.md", "-"},
		{"switched off otherwise", "require_front_matter: true", "gem 'github-pages'", "notes.md", "-"},
		{"other programs", "", "gem 'jekyll'", "notes.md", "-"},
		{"unknown programs", "", "", "notes.md", ""},
		{"a theme of GitHub", "theme: jekyll-theme-cayman", "", "notes.md", ""},
		{"a file about the folder", "", "gem 'github-pages'", "CONTRIBUTING.md", "-"},
		{"a file about the folder that is included", "include: [CONTRIBUTING.md]", "gem 'github-pages'", "CONTRIBUTING.md", "/CONTRIBUTING.html"},
		{"the index of a folder", "", "gem 'github-pages'", "plans/README.md", "/plans/"},
		{"no index of a folder", "readme_index: {enabled: false}", "gem 'github-pages'", "plans/README.md", "-"},
		{"the index of a hidden folder", "exclude: [plans]", "gem 'github-pages'", "plans/README.md", "-"},
	} {
		files := map[string]string{"_config.yml": test.config, test.file: "# Plans for *hills*\n\nUp.\n"}
		if test.gemfile != "" {
			files["Gemfile"] = test.gemfile
		}
		got := "-"
		if p := postFrom(readSite(t, files), test.file); p != nil && p.Hidden == "" {
			got = p.Old[0]
			if p.Title != "Plans for hills" || strings.TrimSpace(p.Body) != "Up." {
				t.Errorf("%s: %q: %q", test.name, p.Title, p.Body)
			}
		} else if p != nil {
			got = ""
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// Titles are those of the front matter, or what Jekyll makes of a name, or the heading that a page begins with.
func TestTitles(t *testing.T) {
	for _, test := range []struct{ config, file, text, want string }{
		{"", "_posts/2020-02-02-my_first-HTML-post.md", "---\n---\n# Head\n", "My_first Html Post"},
		{"titles_from_headings: {collections: true}", "_posts/2020-02-02-a-b.md", "---\n---\n# Head\n\nx", "Head"},
		{"", "leg-day_two.md", "---\n---\nText.\n", "Leg Day Two"},
		{"", "a.md", "---\n---\n\n## [Head](x) of `it` ##\n\nText.\n", "Head of it"},
		{"", "a.md", "---\n---\nHead of it\n==========\n\nText.\n", "Head of it"},
		{"", "a.md", "---\n---\n# {{ page.name }}\n\nText.\n", "A"},
		{"", "a.md", "---\ntitle: Own\n---\n# Head\n\nText.\n", "Own"},
		{"", "plans/index.html", "---\n---\n<p>Text.</p>\n", "Plans"},
	} {
		if got := postFrom(readSite(t, map[string]string{"_config.yml": test.config, test.file: test.text}), test.file).Title; got != test.want {
			t.Errorf("%s: got %q, want %q", test.file, got, test.want)
		}
	}
}

// Old addresses are those of the plugins for redirects, too.
func TestRedirects(t *testing.T) {
	blog := readSite(t, map[string]string{
		"_config.yml": "url: https://old.example\nbaseurl: /b",
		"about.md":    "---\nredirect_from: me/\nalias: [/ich/, /moi.html]\n---\nI run.\n",
		"who.md":      "---\nredirect_to: /about.html\n---\n",
		"wer.md":      "---\nredirect_to: [https://old.example/b/about]\n---\n",
		"qui.md":      "---\nlayout: redirect\nredirect_url: about.html\n---\n",
	})
	want := []string{"/b/about.html", "/b/me/", "/b/ich/", "/b/moi.html", "/b/qui.html", "/b/wer.html", "/b/who.html"}
	got := postFrom(blog, "about.md").Old
	slices.Sort(got[4:])
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Of a text whose day depends on the machine that made the site, both addresses lead on.
func TestUnknownZone(t *testing.T) {
	got := postFrom(readSite(t, map[string]string{"_posts/2020-02-02-late.md": "---\ndate: 2020-02-02 23:00:00 -0500\n---\nLate.\n"}), "_posts/2020-02-02-late.md").Old
	if diff := cmp.Diff([]string{"/2020/02/02/late.html", "/2020/02/03/late.html"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Two languages are kept apart, and the addresses have no language in them.
func TestLanguages(t *testing.T) {
	files := map[string]string{
		"_config.yml": "plugins: [jekyll-polyglot]\nlanguages: [en, de]\ndefault_lang: en\nlang_from_path: true\npermalink: /:path/", "en/about.md": "---\n---\nHello.\n", "de/about.md": "---\n---\nHallo.\n",
		"_posts/en/2020-02-02-x.md": "---\npermalink: /en/x/\n---\nHello.\n", "_posts/de/2020-02-02-x.md": "---\npermalink: /de/x/\n---\nHallo.\n",
	}
	blog := readSite(t, files)
	if p := postFrom(blog, "en/about.md"); p == nil || p.Old[0] != "/about/" {
		t.Errorf("en: %+v", p)
	}
	if p := postFrom(blog, "_posts/en/2020-02-02-x.md"); p == nil || p.Old[0] != "/x/" {
		t.Errorf("a post: %+v", p)
	}
	if postFrom(blog, "de/about.md") != nil || postFrom(blog, "_posts/de/2020-02-02-x.md") != nil {
		t.Error("a text in German came along")
	}
}

// Texts in other encodings are read, and drafts where Jekyll passed them over.
func TestEncodings(t *testing.T) {
	const latin, wide = "---\ntitle: \xdcben\n---\nF\xfc\xdfe \x93auf\x94\n", "\xff\xfe-\x00-\x00-\x00\n\x00-\x00-\x00-\x00\n\x00\xdc\x00b\x00"
	for _, test := range []struct {
		name, config, text, title, body string
		hidden                          bool
	}{
		{"Latin-1", "", latin, "Üben", "Füße “auf”\n", true},
		{"Latin-1 in the settings", "encoding: iso-8859-1", latin, "Üben", "Füße “auf”\n", false},
		{"an encoding that there is not", "encoding: none-such", latin, "Üben", "Füße “auf”\n", true},
		{"UTF-16", "", wide, "A", "Üb", true},
		{"UTF-16 in the settings", "encoding: utf-16", wide, "A", "Üb", false},
		{"UTF-8", "encoding: utf-8", "\ufeff---\ntitle: Üben\n---\nFüße\n", "Üben", "Füße\n", false},
	} {
		p := postFrom(readSite(t, map[string]string{"_config.yml": test.config, "_posts/2020-02-02-a.md": test.text}), "_posts/2020-02-02-a.md")
		if p.Title != test.title || p.Body != test.body || (p.Hidden != "") != test.hidden {
			t.Errorf("%s: %q, %q, hidden because of %q", test.name, p.Title, p.Body, p.Hidden)
		}
	}
}

// Collections with addresses come along: dated texts as articles, the others as pages, and their pictures are found.
func TestCollections(t *testing.T) {
	blog := readSite(t, map[string]string{"_config.yml": "collections: {races: {output: true}}", "_races/2020-02-02-hill.md": "---\n---\nUp.\n", "_races/rules.md": "---\n---\nRules.\n", "_races/img/a.png": "x"})
	if p := postFrom(blog, "_races/2020-02-02-hill.md"); p.Page || p.Hidden != "" || p.Date.Year() != 2020 || p.Title != "Hill" {
		t.Errorf("the dated one: %+v", p)
	}
	if p := postFrom(blog, "_races/rules.md"); !p.Page || p.Hidden != "" {
		t.Errorf("the other: %+v", p)
	}
	if !slices.Contains(blog.Find("/races/img/a.png"), "_races/img/a.png") {
		t.Error("its picture is not found")
	}
}

// Of several files with settings the one counts that Jekyll finds first.
func TestSettingsFile(t *testing.T) {
	files := map[string]string{"_config.toml": "title = 'C'"}
	for _, next := range [][3]string{{"", "", "C"}, {"_config.yaml", "title: B", "B"}, {"_config.yml", "title: A", "A"}, {"_config.local.yml", "title: D", "A"}} {
		if next[0] != "" {
			files[next[0]] = next[1]
		}
		if got := readSite(t, files).About.Title; got != next[2] {
			t.Errorf("%v: got %q, want %q", slices.Sorted(maps.Keys(files)), got, next[2])
		}
	}
}

// The defaults of the settings count for every key, unless the front matter says something behind it.
func TestDefaults(t *testing.T) {
	const settings = "defaults:\n- scope: {path: ''}\n  values: {author: Ana, tags: [run], image: {path: /a.png, alt: Hill}, description: Uphill}\n"
	const file = "_posts/2020-02-02-a.md"
	for keys, want := range map[string][4]string{
		"": {"Ana", "run", "Hill", "Uphill"}, "author: ''\ndescription:": {"Ana", "run", "Hill", "Uphill"}, "author: Ben\ntags: [calf]": {"Ben", "calf", "Hill", "Uphill"}, "image: {alt: Own}": {"Ana", "run", "Own", "Uphill"},
	} {
		p := postFrom(readSite(t, map[string]string{"_config.yml": settings, file: "---\n" + keys + "\n---\nText.\n"}), file)
		if got := [4]string{p.Author, strings.Join(p.Tags, " "), p.ImageAlt, p.Summary}; got != want {
			t.Errorf("%q: got %q, want %q", keys, got, want)
		}
	}
}

// badFile is a blog of which one file cannot be read.
type badFile struct{ fstest.MapFS }

func (b badFile) ReadFile(name string) ([]byte, error) {
	if strings.Contains(name, "bad") {
		return nil, fs.ErrPermission
	}
	return b.MapFS.ReadFile(name)
}

// A file that cannot be read becomes a line of the report, and the others come along.
func TestBadFile(t *testing.T) {
	post := &fstest.MapFile{Data: []byte("Text.\n")}
	blog, err := jekyll.Read(badFile{fstest.MapFS{"_posts/2020-02-01-a.md": post, "_posts/2020-02-02-bad.md": post, "_posts/2020-02-03-c.md": post}})
	if err != nil || len(blog.Posts) != 2 || len(blog.Found) != 1 || blog.Found[0].File != "_posts/2020-02-02-bad.md" {
		t.Errorf("%v, %d texts, %v", err, len(blog.Posts), blog.Found)
	}
}

// The folder that the settings name is read whatever its name is.
func TestSourceFolder(t *testing.T) {
	if p := postFrom(readSite(t, map[string]string{"_config.yml": "source: .site/_data", ".site/_data/about.md": "---\n---\nI run.\n"}), ".site/_data/about.md"); p == nil || p.Hidden != "" {
		t.Errorf("got %+v", p)
	}
}
