package hugo_test

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/hugo"
)

// open reads a site that is written as an archive.
func open(t *testing.T, archive string) *importer.Blog {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	blog, err := hugo.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return blog
}

const onePost = "-- content/posts/a.md --\n---\ntitle: A\ndate: 2020-01-05\n---\nText.\n"

// What a site says of itself is read from whichever settings have it, those of the language first.
func TestAbout(t *testing.T) {
	for _, test := range []struct {
		name, site string
		want       importer.About
	}{
		{"plain settings", "-- hugo.toml --\ntitle = 'Stairs'\nlanguageCode = 'en-us'\ntimeZone = 'Europe/Berlin'\n[params]\nDescription = 'Up & <b>down</b>'\nauthor = 'Mo'\n",
			importer.About{Title: "Stairs", Description: "Up & down", Author: "Mo", Language: "en-US", TimeZone: "Europe/Berlin"}},
		{"a table of the author", "-- config.yaml --\ntitle: 2019\nauthor: {name: Mo, email: x}\nparams: {subtitle: Down}\n", importer.About{Title: "2019", Description: "Down", Author: "Mo"}},
		{"several authors", "-- config.json --\n{\"params\": {\"author\": [{\"name\": \"Ann Lee\"}, \"Ben Fox\", \"Cleo\"]}, \"locale\": \"pt_br\"}\n", importer.About{Author: "Ann Lee, Ben Fox & Cleo", Language: "pt-BR"}},
		{"the settings of the language", "-- hugo.toml --\ntitle = 'Stairs'\nlanguageCode = 'en-us'\ndefaultContentLanguage = 'fr'\n[params]\ndescription = 'Up'\nauthor = 'Mo'\n[languages.en]\ntitle = 'English'\n" +
			"[languages.FR]\ntitle = 'Escaliers'\nlanguageCode = 'fr-CA'\n[languages.FR.params]\ndescription = 'Monter'\n", importer.About{Title: "Escaliers", Description: "Monter", Author: "Mo", Language: "fr-CA"}},
		{"a code that is left from a new site", "-- hugo.toml --\nlanguageCode = 'en-us'\ndefaultContentLanguage = 'fr'\n", importer.About{Language: "fr"}},
		{"a code that fits the language", "-- hugo.toml --\nlanguageCode = 'fr-ch'\ndefaultContentLanguage = 'fr'\n", importer.About{Language: "fr-CH"}},
		{"a code that is none", "-- hugo.toml --\nlanguageCode = 'my blog'\n", importer.About{}},
		{"files of their own", "-- config/_default/config.toml --\nTitle = 'Stairs'\n-- config/_default/params.toml --\ndescription = 'Up'\n-- config/_default/languages.de.toml --\ntitle = 'Treppen'\n" +
			"-- config/_default/params.de.yaml --\nauthor: Mo\n-- config/production/params.toml --\ndescription = 'Public'\n-- config/development/params.toml --\ndescription = 'Mine'\n" +
			"-- config/_default/menus.de.toml --\n[[main]]\nurl = '/posts/'\n",
			importer.About{Title: "Treppen", Description: "Public", Author: "Mo", Language: "de", Menu: []string{"/posts/"}}},
		{"hugo.toml before config.toml", "-- config.toml --\ntitle = 'Old'\n-- hugo.yaml --\ntitle: New\n", importer.About{Title: "New"}},
		{"Latin-1", "-- hugo.toml --\ntitle = 'H\xfcgel'\n", importer.About{Title: "Hügel"}},
	} {
		if diff := cmp.Diff(test.want, open(t, test.site+onePost).About); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// The menu has the order of hugo 0.111.3: by weight, those without one last, then by name.
func TestMenu(t *testing.T) {
	const pages = "-- content/about.md --\n---\ntitle: About\nmenu: main\nweight: 4\n---\n-- content/shop.md --\n---\ntitle: Shop\nmenu: {main: {weight: 1}, footer: {}}\n---\n" +
		"-- content/posts/_index.md --\n---\nmenus: [footer, main]\n---\n-- content/hidden.md --\n---\ndraft: true\nmenu: main\n---\n-- content/de/x.md --\n"
	for _, test := range []struct {
		name, site string
		want       []string
	}{
		{"front matter", pages, []string{"/shop/", "/about/", "/posts/"}},
		{"settings and front matter", pages + "-- hugo.toml --\nbaseURL = 'https://a.example/b/'\n[[menu.main]]\nname = 'Z'\npageRef = '/posts/a.md'\nweight = 2\n[[menu.main]]\nname = 'A'\nurl = 'https://b.example/'\n" +
			"[[menu.main]]\nname = 'Sub'\nparent = 'Z'\nurl = '/sub/'\n[[menu.main]]\nname = 'Lists'\npageRef = 'posts'\nweight = -1\n[[menu.footer]]\nurl = '/imprint/'\n",
			[]string{"/b/posts/", "/b/shop/", "/b/posts/a/", "/b/about/", "https://b.example/"}},
		{"the language's", "-- hugo.toml --\ndefaultContentLanguage = 'de'\n[[menus.main]]\nurl = '/en/'\n[languages.en]\n[languages.de]\n[[languages.de.menus.main]]\nurl = 'da/'\n", []string{"/da/"}},
	} {
		blog := open(t, test.site+onePost)
		if diff := cmp.Diff(test.want, blog.About.Menu); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if deeper := findings(blog, "Entries below others"); strings.Contains(test.site, "parent") && !slices.Equal(deeper, []string{"Sub"}) {
			t.Errorf("%s: found %q", test.name, deeper)
		}
	}
}

// findings returns what was found for a reason that begins with some words.
func findings(blog *importer.Blog, reason string) []string {
	var list []string
	for _, f := range blog.Found {
		if strings.HasPrefix(f.Reason, reason) {
			list = append(list, f.String())
		}
	}
	slices.Sort(list)
	return list
}

// The texts of one language come along, with a line in the report for those of others; so does everything else that stays behind.
func TestStaysBehind(t *testing.T) {
	for _, test := range []struct{ name, site, reason, want string }{
		{"another language by its name", "-- hugo.toml --\n[languages.en]\n[languages.de]\n-- content/posts/a.de.md --\nx\n", "Texts in other languages", "content/posts/a.de.md"},
		{"another language by its folder", "-- hugo.toml --\n[languages.en]\ncontentDir = 'content'\n[languages.ja]\ncontentDir = 'content/ja'\n-- content/ja/posts/b.md --\nx\n", "Texts in other languages", "content/ja/posts/b.md"},
		{"another language by the folder of all", "-- hugo.toml --\n[languages.en]\ncontentDir = 'content/posts'\n[languages.ja]\n-- content/notes/b.md --\nx\n", "Texts in other languages", "content/notes/b.md"},
		{"several series", "-- hugo.toml --\ncontentDir = 'texts'\n-- texts/posts/a.md --\n---\ndate: 2020-01-05\nseries: [One, Two, Three]\n---\n", "Texts in several series", "texts/posts/a.md: Two, Three"},
		{"another language by its mount", "-- hugo.toml --\n[languages.en]\n[languages.ja]\n[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n[[module.mounts]]\nsource = 'nihon'\ntarget = 'content'\nlang = 'ja'\n" +
			"-- nihon/b.md --\nx\n", "Texts in other languages", "nihon/b.md"},
		{"a folder outside", "-- hugo.toml --\n[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n[[module.mounts]]\nsource = '../notes'\ntarget = 'content/notes'\n", "Texts outside of the folder", "../notes"},
		{"a theme's texts", "-- hugo.toml --\ntheme = ['plain', 'rich']\n-- themes/rich/content/about.md --\nx\n", "Texts of a theme", "themes/rich/content"},
		{"other forms", "-- content/b.adoc --\n-- content/c.mmark --\n-- content/d.md --\n---\nmarkup: rst\n---\n", "Texts that are neither", "content/b.adoc content/c.mmark content/d.md: markup: rst"},
		{"pages made of data", "-- content/shop/_content.gotmpl --\n{{ range }}\n", "Pages that a template", "content/shop/_content.gotmpl"},
		{"words above a list", "-- content/_index.md --\nHello.\n-- content/posts/_index.md --\nPosts.\n-- content/tags/x/_index.md --\nX.\n-- content/empty/_index.md --\n", "Texts above lists",
			"content/_index.md content/posts/_index.md content/tags/x/_index.md"},
		{"parts of a bundle", "-- content/posts/b/index.md --\n-- content/posts/b/part.md --\n-- content/posts/b/deep/part.md --\n", "Texts inside the folder", "content/posts/b/deep/part.md content/posts/b/part.md"},
		{"keys that cannot be read", "-- content/posts/b.md --\n---\na: [\n---\n", "Front matter that cannot", "content/posts/b.md: yaml: line 2: did not find expected node content"},
		{"no text", "-- content/posts/b.md --\n\x00\x00\x00\x01\n", "Files that cannot be read", "content/posts/b.md: it is not a text"},
		{"dates of Git", "-- hugo.toml --\n[frontmatter]\ndate = ['date', ':git']\n-- content/posts/b.md --\n---\ntitle: B\n---\n", "Dates that Hugo took from Git", "content/posts/b.md: :git"},
	} {
		blog := open(t, test.site+onePost)
		if got := strings.Join(findings(blog, test.reason), " "); got != test.want {
			t.Errorf("%s: found %q, want %q", test.name, got, test.want)
		}
		if n := len(blog.Posts) - strings.Count(test.site, "/b/index.md") - strings.Count(test.site, ":git"); n != 1 || blog.Posts[0].Hidden != "" {
			t.Errorf("%s: %d texts", test.name, n)
		}
	}
}

// What the settings made public is no draft.
func TestShown(t *testing.T) {
	for name, site := range map[string]string{
		"drafts":                    "-- hugo.toml --\nbuildDrafts = true\n-- content/posts/b.md --\n---\ndraft: true\ndate: 2020-01-05\n---\n",
		"texts to come":             "-- hugo.toml --\nbuildFuture = true\n-- content/posts/b.md --\n---\ndate: 2020-01-05\npublishDate: 2100-01-05\n---\n",
		"pages to come":             "-- hugo.toml --\nbuildFuture = true\n-- content/b.md --\n---\ndate: 2100-01-05\n---\n",
		"expired texts":             "-- config/_default/config.toml --\nbuildExpired = true\n-- content/posts/b.md --\n---\nexpiryDate: 2020-01-05\n---\n",
		"a cascade for others":      "-- content/_index.md --\n---\ncascade: [{draft: true, _target: {path: /notes/**}}, {draft: true, _target: {lang: de}}, {draft: true, _target: {environment: staging}}]\n---\n-- content/posts/b.md --\n",
		"a cascade of nobody":       "-- content/_index.md --\n---\ncascade: [{draft: true, _target: {kind: term}}]\n---\n-- content/posts/b.md --\n",
		"a text over its cascade":   "-- content/posts/_index.md --\n---\ncascade: [{draft: true, _target: {kind: page}}]\n---\n-- content/posts/b.md --\n---\ndraft: false\n---\n",
		"the usual outputs":         "-- hugo.toml --\n[outputs]\npage = ['HTML', 'AMP']\nhome = ['JSON']\n-- content/posts/b.md --\n---\noutputs: [amp, html]\n---\n",
		"the usual building":        "-- content/posts/b.md --\n---\n_build: {render: always, list: true, publishResources: false}\n---\n",
		"a folder of the settings":  "-- hugo.toml --\ncontentDir = 'texts'\n-- texts/posts/b.md --\n",
		"a mount with a text":       "-- hugo.toml --\n[[module.mounts]]\nsource = 'texts'\ntarget = 'content/posts'\nexcludeFiles = ['c.md']\n-- texts/b.md --\n",
		"another language's _index": "-- hugo.toml --\n[languages.en]\n[languages.de]\n-- content/posts/_index.de.md --\n---\ncascade: {draft: true}\n---\n-- content/posts/b.md --\n",
	} {
		blog := open(t, site)
		if len(blog.Posts) != 1 {
			t.Fatalf("%s: %d texts", name, len(blog.Posts))
		}
		p := blog.Posts[0]
		if p.Hidden != "" || p.Appears.Year() > 2099 || p.Page && p.Date.Year() > 2099 && !p.Shown || !p.Expires.IsZero() {
			t.Errorf("%s: hidden because %q, appears %v, expires %v", name, p.Hidden, p.Appears, p.Expires)
		}
	}
}

// Authors may be a name, a table or a list, and have their full names elsewhere.
func TestAuthors(t *testing.T) {
	for keys, want := range map[string]string{
		"author: Ann Lee": "Ann Lee", "author: {name: Ann Lee}": "Ann Lee", "authors: [Ann Lee, Ben Fox]": "Ann Lee & Ben Fox", "authors: [{name: Ann Lee}, {name: Ben}, Cleo]": "Ann Lee, Ben & Cleo",
		"params: {author: Ann}": "Ann", "params: {authors: [Ann, Ben]}": "Ann & Ben", "authors: Ann": "Ann", "authors: [dora, eli, finn]": "Dora Day, Eli Orr & Finn Ray", "author: [a, '']": "a", "authors: []": "",
	} {
		blog := open(t, "-- hugo.toml --\n[params.authors.eli]\nname = 'Eli Orr'\n-- content/authors/dora/_index.md --\n---\ntitle: Dora Day\n---\n-- data/authors/finn.yaml --\nname: Finn Ray\n"+
			"-- content/posts/a.md --\n---\n"+keys+"\n---\n")
		if got := blog.Posts[0].Author; got != want {
			t.Errorf("%s: got %q, want %q", keys, got, want)
		}
	}
}

// Words of the author's own lists are tags, apart from series and authors, and their old lists lead on.
func TestOwnTaxonomies(t *testing.T) {
	blog := open(t, "-- hugo.toml --\n[taxonomies]\ntopic = 'topics'\nseries = 'series'\nauthor = 'authors'\ntag = 'tags'\n"+
		"-- content/posts/a.md --\n---\ndate: 2020-01-05\ntopics: [Hill Runs]\nseries: [Ten K]\nauthors: [Ann]\ntags: [x]\n---\n")
	p := blog.Posts[0]
	if diff := cmp.Diff([]string{"x", "Hill Runs"}, p.Tags); diff != "" || p.Series != "Ten K" || p.Author != "Ann" {
		t.Errorf("got %v %q %q", p.Tags, p.Series, p.Author)
	}
	want := map[string]string{"/topics/hill-runs": "Hill Runs", "/series/ten-k": "", "/authors/ann": "", "/tags/x": "x", "/topics": "", "/series": "", "/authors": "", "/tags": "", "/posts": ""}
	if diff := cmp.Diff(want, blog.Lists); diff != "" {
		t.Errorf("lists (-want +got):\n%s", diff)
	}
}

// Lists that were not shown have no address that leads on, nor do words of hidden texts, and the menu leads to nothing hidden.
func TestHiddenLists(t *testing.T) {
	blog := open(t, "-- hugo.toml --\n[[menu.main]]\npageRef = '/zanzibar/x'\n[[cascade]]\n[cascade._build]\nrender = 'never'\n[cascade._target]\nkind = 'term'\n-- content/zanzibar/_index.md --\n---\ndraft: true\nmenu: main\n---\n"+
		"-- content/zanzibar/x.md --\n---\ntags: [zanzibar]\n---\n-- content/posts/zanzibar/_index.md --\n---\n_build: {render: never}\naliases: [/zanzibar-too/]\n---\n-- content/tags/zanzibar/_index.md --\n---\ntitle: Zanzibar\n---\n"+onePost)
	for _, at := range slices.Concat(slices.Collect(maps.Keys(blog.Lists)), slices.Collect(maps.Keys(blog.Feeds)), blog.About.Menu) {
		if strings.Contains(at, "zanzibar") {
			t.Errorf("%s leads on", at)
		}
	}
}

// A text of a language that is off, one that no mount has, and one whose date is unknown take no address from another text.
func TestNoAddress(t *testing.T) {
	for _, site := range []string{
		"-- hugo.toml --\n[languages.en]\n[languages.fr]\ndisabled = true\n-- content/posts/b.fr.md --\n---\ntitle: B\n---\n",
		"-- hugo.toml --\n[[module.mounts]]\nsource = 'texts'\ntarget = 'content'\n-- content/posts/b.md --\n---\ntitle: B\n---\n",
		"-- hugo.toml --\n[frontmatter]\ndate = [':fileModTime']\n[permalinks]\nposts = '/:year/:slug/'\n-- content/posts/b.md --\n---\ntitle: B\n---\n",
	} {
		if p := open(t, site).Posts[0]; len(p.Old) > 0 {
			t.Errorf("%s: got %q", site, p.Old)
		}
	}
}

// A link to another file may have been skipped, and one to a folder is.
func TestLinkedFiles(t *testing.T) {
	blog, err := hugo.Read(fstest.MapFS{
		"content/posts/a.md": {Data: []byte("../notes.md"), Mode: fs.ModeSymlink}, "content/notes.md": {Data: []byte("Text.")},
		"content/more": {Data: []byte("../drafts"), Mode: fs.ModeSymlink}, "drafts/b.md": {Data: []byte("Text.")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range blog.Posts {
		if hidden := p.From == "content/posts/a.md"; hidden != (p.Hidden == "its file is a link to another one") {
			t.Errorf("%s: hidden because %q", p.From, p.Hidden)
		}
	}
	if got := findings(blog, "Files that cannot be read"); len(blog.Posts) != 2 || !slices.Equal(got, []string{"content/more: it is a link to a folder"}) {
		t.Errorf("%d texts, found %q", len(blog.Posts), got)
	}
}

// References lead to the address of a text or a list, in whichever form they name it.
func TestReferences(t *testing.T) {
	const site = "-- hugo.toml --\ndefaultContentLanguage = 'fr'\ndefaultContentLanguageInSubdir = true\n[languages.fr]\n[languages.en]\n[permalinks.section]\nnotes = '/carnet/'\n" +
		"-- content/notes/_index.md --\n-- content/notes/c.fr.md --\n-- content/posts/b/index.md --\n-- content/posts/a.md --\n"
	for ref, want := range map[string]string{
		`ref "b"`: "/posts/b/index.md", `relref "/posts/b"`: "/posts/b/index.md", `ref "../notes/c.md#x"`: "/notes/c.fr.md#x", `ref "C.md"`: "/notes/c.fr.md", `ref path="posts/b/index.md"`: "/posts/b/index.md",
		`ref "#here"`: "#here", `ref "/notes"`: "/fr/carnet/", `ref "/posts/"`: "/fr/posts/", `ref "/"`: "/fr/", `ref "nowhere.md"`: "/nowhere.md",
	} {
		blog := open(t, site+"[x]({{< "+ref+" >}})\n")
		at := slices.IndexFunc(blog.Posts, func(p *importer.Post) bool { return p.From == "content/posts/a.md" })
		if got := strings.TrimSpace(blog.Posts[at].Body); got != "[x]("+want+")" {
			t.Errorf("%s: got %s, want %s", ref, got, want)
		}
	}
}

// Shortcodes of Hugo and of many themes become Markdown.
func TestShortcodes(t *testing.T) {
	for body, want := range map[string]string{
		`{{< gallery "a.jpg" "b.png" >}}`: "![](a.jpg)\n\n![](b.png)", `{{< gallery images="a.jpg, /img/b.png" />}}`: "![](a.jpg)\n\n![](/img/b.png)", `{{< gallery match="*.jpg" />}}`: "![](/posts/a/a.jpg)\n\n![](/posts/a/deep/c.jpg)",
		`{{< gallery dir="/img/" />}}`: "![](/img/b.png)", "{{< gallery >}}\n![A](a.jpg)\n{{< /gallery >}}": "![A](a.jpg)", `{{< video src="a.mp4" title="Up" >}}`: "[Up](a.mp4)", `{{< video "a.mp4" >}}`: "[a.mp4](a.mp4)",
		`{{< audio mp3="a.mp3" caption="Sound" >}}`: "[Sound](a.mp3)", `{{< details summary="More" >}}In *it*.{{< /details >}}`: "**More**\n\nIn *it*.", `{{% details "More of it" %}}In it.{{% /details %}}`: "**More of it**\n\nIn it.",
		`{{< tweet 877500564405444608 >}}`: "<https://x.com/i/status/877500564405444608>", `{{< param "unit" >}} {{< param mail.to >}}`: "kg a@b.example", `{{< imgproc "a.jpg" Resize "300x" >}}Up{{< /imgproc >}}`: "![Up](a.jpg \"Up\")",
		`{{< Details >}}A{{< figure src="a.jpg" >}}{{< /details >}}`: "A![](a.jpg)",
	} {
		blog := open(t, "-- hugo.toml --\n[params.mail]\nto = 'a@b.example'\n-- static/img/b.png --\n-- content/posts/a/a.jpg --\n-- content/posts/a/deep/c.jpg --\n-- content/posts/a/index.md --\n---\nparams: {unit: kg}\n---\n"+body+"\n")
		if got := strings.TrimSpace(blog.Posts[0].Body); got != want {
			t.Errorf("%s: got %q, want %q", body, got, want)
		}
	}
}

// A longer text takes longer in proportion.
func TestGrowth(t *testing.T) {
	growthtest.Skip(t)
	for _, pattern := range []string{"{{< figure src=a.jpg >}} ", "{{< details a >}}x{{< /details >}} ", "https://a.example/# ", "[x]({{< ref \"b#\" >}}) ", "{{< a >}}"} {
		factor, took := growthtest.Factor(pattern, 20_000, func(text []byte) {
			_, _ = hugo.Read(fstest.MapFS{"content/posts/a.md": {Data: text}})
		})
		if factor > growthtest.Most {
			t.Errorf("%q: %.1f times as long for four times the text, %v", pattern, factor, took)
		}
	}
}

// Titles, dates and the kind of a text.
func TestFields(t *testing.T) {
	for _, test := range []struct{ site, want string }{
		{"-- content/posts/leg-day.md --\n", `page "leg day" 0001-01-01 0001-01-01`},
		{"-- content/posts/x.md --\n---\nlinkTitle: Legs\ndate: 2020-01-05\nlastmod: 2021-01-05\n---\n", `article "Legs" 2020-01-05 2021-01-05`},
		{"-- content/posts/x.md --\n---\ntitle: X\nlastmod: 2021-01-05\n---\n", `article "X" 2021-01-05 2021-01-05`},
		{"-- content/posts/x.md --\n---\ntitle: X\npublishDate: 2019-01-05\nlastmod: 2021-01-05\n---\n", `article "X" 2019-01-05 2021-01-05`},
		{"-- content/posts/2020-01-05-x.md --\n---\ntitle: X\ndate: 2021-01-05\n---\n", `article "X" 2021-01-05 0001-01-01`},
		{"-- hugo.toml --\n[frontmatter]\ndate = [':filename', ':default']\n-- content/posts/2020-01-05-x.md --\n---\ntitle: X\ndate: 2021-01-05\n---\n", `article "X" 2020-01-05 0001-01-01`},
		{"-- hugo.toml --\n[frontmatter]\ndate = ['written']\nlastmod = ['changed', 'lastmod']\n-- content/posts/x.md --\n---\ntitle: X\nwritten: 2018-01-05\nchanged: 2019-01-05\n---\n", `article "X" 2018-01-05 2019-01-05`},
		{"-- hugo.toml --\ncontentDir = 'content/english'\n-- content/english/about.md --\n---\ntitle: X\ndate: 2020-01-05\n---\n", `page "X" 2020-01-05 0001-01-01`},
		{"-- content/posts/_index.md --\n---\ncascade: {type: page, author: Ann}\n---\n-- content/posts/x.md --\n---\ntitle: X\ndate: 2020-01-05\n---\n", `page "X" 2020-01-05 0001-01-01`},
		{"-- content/about/_index.md --\n---\ntitle: X\n---\nText.\n", `page "X" 0001-01-01 0001-01-01`},
		{"-- content/posts/x.md --\n---\ntitle: Gr\xf6\xdfe\ndate: 2020-01-05\n---\n", `article "Größe" 2020-01-05 0001-01-01`},
	} {
		p := open(t, test.site).Posts[0]
		kind := map[bool]string{true: "page", false: "article"}[p.Page]
		if got := fmt.Sprintf("%s %q %s %s", kind, p.Title, p.Date.Format("2006-01-02"), p.Updated.Format("2006-01-02")); got != test.want {
			t.Errorf("%s: got %s, want %s", test.site, got, test.want)
		}
	}
}

// Settings that cannot be read are an error that names the file and, where the form allows it, the line.
func TestFaultySettings(t *testing.T) {
	for name, text := range map[string]string{"hugo.toml": "a = 1\nb = \n", "config.yaml": "a: 1\nb: [\n", "config.json": "{\"a\": 1,\n}", "config/_default/params.toml": "a = 1\nb = \n"} {
		_, err := hugo.Read(fstest.MapFS{name: {Data: []byte(text)}, "content/a.md": {Data: []byte("x")}})
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
