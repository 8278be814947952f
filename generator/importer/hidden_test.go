package importer_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/ghost"
	"github.com/legpress/legpress/generator/importer/hugo"
	"github.com/legpress/legpress/generator/importer/jekyll"
	"github.com/legpress/legpress/generator/importer/substack"
	"github.com/legpress/legpress/generator/importer/wordpress"
	"github.com/legpress/legpress/templates"
)

// hiddenCase is one way to keep a text from readers.
type hiddenCase struct {
	name  string
	files map[string]string
	why   string // what the report says; behind "all: " where the other texts are hidden, too
}

// with returns the case with more keys above its text.
func (c hiddenCase) with(keys string) hiddenCase {
	for name, text := range c.files {
		if text == yaml {
			c.files[name] = with(keys)
		}
	}
	return c
}

// and returns the case with one more file.
func (c hiddenCase) and(name, text string) hiddenCase {
	c.files[name] = text
	return c
}

const (
	secret = "title: Zanzibar\ndate: 2020-01-05\ntags: [zanzibar]\n---\nZanzibar ![](zanzibar.png)\n"
	yaml   = "---\n" + secret
)

// with returns a text with more keys above it.
func with(keys string) string { return "---\n" + keys + "\n" + secret }

func toml(keys string) string {
	return "+++\ntitle = \"Zanzibar\"\ntags = [\"zanzibar\"]\n" + keys + "\n+++\nZanzibar\n"
}

func json(keys string) string {
	return "{\"title\": \"Zanzibar\", \"date\": \"2020-01-05\", " + keys + "}\nZanzibar\n"
}

func hugoCases() []hiddenCase {
	post := func(keys, why string) hiddenCase {
		return hiddenCase{keys, map[string]string{"content/posts/zanzibar.md": with(keys)}, why}
	}
	settings := func(name, config, file, why string) hiddenCase {
		return hiddenCase{name, map[string]string{"hugo.toml": config, file: yaml}, why}
	}
	section := func(name, keys, why string) hiddenCase {
		return hiddenCase{name, map[string]string{"content/posts/_index.md": "---\n" + keys + "\n---\n", "content/posts/zanzibar.md": yaml}, why}
	}
	return []hiddenCase{
		post("draft: true", "it says draft: true"), post("draft: yes", "draft: yes"), post("draft: \"true\"", "draft: true"), post("Draft: Y", "draft: Y"),
		post("draft: on", "draft: on"), post("draft: soon", "draft: soon"), post("draft: True", "draft: true"), post("draft: 1", "draft: 1"),
		post("headless: true", "headless: true"), post("hidden: true", "hidden: true"), post("private: yes", "private: yes"), post("unlisted: true", "unlisted: true"),
		post("status: draft", "status: draft"), post("visibility: members", "visibility: members"), post("noindex: true", "noindex: true"),
		post("robots: \"noindex, follow\"", "robots: noindex"), post("sitemap: {disable: true}", "sitemap"), post("params: {private: true}", "private: true"),
		post("password: open sesame", "it says password"), post("published: false", "published: false"), post("published: soon", "published: soon"),
		post("build: {render: never}", "build: {render: never}"), post("build: {render: link}", "build: {render: link}"), post("build: {render: false}", "render: false"),
		post("build: {list: never}", "build: {list: never}"), post("build: {list: local}", "build: {list: local}"), post("_build: {render: false, list: false}", "_build"),
		post("build: {render: sometimes}", "render: sometimes"), post("publishDate: 2027-01-05", "it was to appear on 5 January 2027"),
		post("pubdate: 2027-01-05T10:00:00+09:00", "it was to appear on 5 January 2027"), post("published: 2027-01-05", "it was to appear"),
		post("publishDate: 2026-09-21T10:00:00-05:00", "it was to appear on 21 September 2026"), post("publishDate: next spring", "publishdate: next spring"),
		post("expiryDate: 2021-01-05", "it was shown until 5 January 2021"), post("unpublishdate: 2021-01-05", "it was shown until"), post("expiryDate: some day", "expirydate: some day"),
		{"a TOML date", map[string]string{"content/posts/zanzibar.md": toml("date = 2027-01-05T10:00:00Z")}, "it was to appear on 5 January 2027"},
		{"a TOML day to be shown", map[string]string{"content/posts/zanzibar.md": toml("date = 2020-01-05\npublishDate = 2027-01-05")}, "it was to appear"},
		{"TOML build", map[string]string{"content/posts/zanzibar.md": toml("date = 2020-01-05\n[build]\nrender = \"never\"")}, "render: never"},
		{"a JSON draft", map[string]string{"content/posts/zanzibar.md": json(`"draft": true`)}, "draft: true"},
		{"a JSON day to be shown", map[string]string{"content/posts/zanzibar.md": json(`"publishDate": "2027-01-05"`)}, "it was to appear"},
		{"a page to come", map[string]string{"content/zanzibar.md": "---\ntitle: Zanzibar\ndate: 2027-01-05\n---\nZanzibar\n"}, "it was to appear"},
		{"a page that goes some day", map[string]string{"content/zanzibar.md": "---\ntitle: Zanzibar\nexpiryDate: 2027-01-05\n---\nZanzibar\n"}, "pages stay here"},
		{"a headless folder", map[string]string{"content/posts/zanzibar/index.md": with("headless: true"), "content/posts/zanzibar/zanzibar.png": ""}, "headless: true"},
		{"a name with an underscore", map[string]string{"content/posts/_zanzibar.md": yaml}, "its name begins with _"},
		{"a name with a dot", map[string]string{"content/posts/.zanzibar.md": yaml}, "its name begins with ."},
		{"keys that do not end", map[string]string{"content/posts/zanzibar.md": "---\ntitle: Zanzibar\ndraft: true\n\nZanzibar\n"}, "keys that could not be read"},
		{"keys below an empty line", map[string]string{"content/posts/zanzibar.md": "\n---\ndraft: true\n---\nZanzibar\n"}, "keys that could not be read"},
		section("a section that is a draft", "draft: true", "all: its section posts says draft: true"),
		section("a section to come", "publishDate: 2027-01-05", "all: it was to appear"),
		section("cascade", "cascade: {draft: true}", "all: draft: true"), section("cascaded build", "cascade: {build: {render: never}}", "all: render: never"),
		section("a list of cascades", "cascade: [{build: {list: never}, _target: {path: '/posts/**'}}]", "all: list: never"),
		section("a cascaded target by kind", "cascade: {_build: {render: never}, target: {kind: page}}", "all: render: never"),
		section("a cascaded day", "cascade: {publishDate: 2027-01-05}", "all: it was to appear"), section("cascaded params", "cascade: {params: {hidden: true}}", "all: hidden: true"),
		{"a cascade from home", map[string]string{"content/_index.md": "---\ncascade:\n- target: {path: '{/posts/zan*,/x}'}\n  draft: true\n---\n", "content/posts/zanzibar.md": yaml}, "draft: true"},
		settings("a cascade in the settings", "[[cascade]]\ndraft = true\n[cascade.target]\npath = '/posts/zanzibar'\n", "content/posts/zanzibar.md", "draft: true"),
		{"a cascade in a file of its own", map[string]string{"config/_default/cascade.yaml": "build: {render: never}\n_target: {path: /posts/zanzibar}\n", "content/posts/zanzibar.md": yaml}, "render: never"},
		settings("ignoreFiles", "ignoreFiles = ['zan.*\\.md$']", "content/posts/zanzibar.md", "ignoreFiles"),
		settings("ignoreFiles by folder", "ignoreFiles = ['posts/private/']", "content/posts/private/zanzibar.md", "ignoreFiles"),
		settings("ignoreFiles as a glob", "ignoreFiles = ['*zibar.md']", "content/posts/zanzibar.md", "ignoreFiles"),
		settings("mounts with exclusions", "[[module.mounts]]\nsource='content'\ntarget='content'\nexcludeFiles=['posts/zan*']", "content/posts/zanzibar.md", "leave out"),
		settings("mounts with other exclusions", "[[module.mounts]]\nsource='content'\ntarget='content'\nexcludeFiles='**/private/**'", "content/posts/private/zanzibar.md", "leave out"),
		settings("mounts with inclusions", "[[module.mounts]]\nsource='content'\ntarget='content'\nincludeFiles=['posts/open.md']", "content/posts/zanzibar.md", "leave out"),
		settings("mounts with files", "[[module.mounts]]\nsource='content'\ntarget='content'\nfiles=['! posts/zanzibar.md']", "content/posts/zanzibar.md", "leave out"),
		settings("no mount", "[[module.mounts]]\nsource='content/posts'\ntarget='content/posts'", "content/notes/zanzibar.md", "module.mounts"),
		{"mounts in a file of their own", map[string]string{"config/_default/module.toml": "[[mounts]]\nsource='content/posts'\ntarget='content/posts'", "content/notes/zanzibar.md": yaml}, "module.mounts"},
		settings("a language that is off", "[languages.fr]\ndisabled = true\ncontentDir = 'content/fr'", "content/fr/zanzibar.md", "switch the language fr off"),
		settings("disableLanguages", "disableLanguages = ['fr']", "content/fr/zanzibar.md", "switch the language fr off"),
		post("outputs: [json]", "other forms than HTML: json"), post("outputs: calendar", "other forms than HTML: calendar"), post("_build: {publishResources: false, list: 'false'}", "list: false"),
		settings("outputs of all pages", "[outputs]\npage = ['JSON']", "content/notes/zanzibar.md", "all: other forms than HTML"),
		settings("outputs by a cascade", "[[cascade]]\noutputs = ['rss']\n[cascade._target]\npath = '/notes/**'", "content/notes/zanzibar.md", "other forms than HTML: rss"),
		settings("dates in keys of one's own", "[frontmatter]\npublishDate = ['shown_from', ':default']", "content/posts/zanzibar.md", "it was to appear").with("shown_from: 2027-01-05"),
		settings("the end in a key of one's own", "[frontmatter]\nexpiryDate = ['shown_until']", "content/posts/zanzibar.md", "it was shown until").with("shown_until: 2021-01-05"),
		settings("a date in the name", "[frontmatter]\ndate = [':filename', ':default']", "content/posts/2027-01-05-zanzibar.md", "it was to appear"),
		settings("the time zone of the settings", "timeZone = 'America/New_York'", "content/posts/zanzibar.md", "it was to appear on 21 September 2026").with("publishDate: 2026-09-21T10:00:00"),
		settings("drafts are shown by the author's machine alone", "title = 'x'", "content/posts/zanzibar.md", "draft: true").with("draft: true").and("config/development/hugo.toml", "buildDrafts = true"),
		settings("drafts are shown, the private ones not", "buildDrafts = true", "content/posts/zanzibar.md", "private: true").with("draft: true\nprivate: true"),
		settings("the end of a name says a language that is off", "[languages.en]\n[languages.fr]\ndisabled = true", "content/posts/zanzibar.fr.md", "switch the language fr off"),
		settings("mounts of another folder", "[[module.mounts]]\nsource='texts'\ntarget='content'", "content/posts/zanzibar.md", "all: module.mounts").and("texts/posts/b.md", with("draft: true")),
		{"a section whose keys cannot be read", map[string]string{"content/posts/_index.md": "---\ncascade: [\n---\n", "content/posts/zanzibar.md": yaml}, "all: content/posts/_index.md above it cannot be read"},
		{"a section in another form", map[string]string{"content/posts/_index.org": "#+draft: true\n", "content/posts/zanzibar.md": yaml}, "all: content/posts/_index.org above it has keys"},
		{"an index of the home page", map[string]string{"content/index.md": "Home.\n", "content/posts/zanzibar.md": yaml}, "all: content/index.md makes it a part of the home page"},
		{"a section that is a page", map[string]string{"content/zanzibar/_index.md": with("draft: true")}, "draft: true"},
		{"a section that is a page, by a cascade", map[string]string{"content/_index.md": "---\ncascade: [{_target: {kind: section}, build: {render: never}}]\n---\n", "content/zanzibar/_index.md": yaml}, "render: never"},
		{"a draft in UTF-16", map[string]string{"content/posts/zanzibar.md": "\xff\xfe" + strings.Join(strings.Split(with("draft: true"), ""), "\x00") + "\x00"}, "draft: true"},
		{"a draft in Latin-1", map[string]string{"content/posts/zanzibar.md": with("entw\xfcrf: x\ndraft: true")}, "draft: true"},
		{"a target outside of a list", map[string]string{"content/_index.md": "---\ncascade: {draft: true, _target: {path: /notes/**}}\n---\n", "content/posts/zanzibar.md": yaml}, "all: it says draft: true"},
		{"a draft of a section by a cascade", map[string]string{"content/_index.md": "---\ncascade: [{draft: true, _target: {kind: section}}]\n---\n", "content/posts/zanzibar.md": yaml}, "all: its section posts says draft: true"},
		{"a section that cascades to itself", map[string]string{"content/posts/_index.md": "---\ncascade: {draft: true}\n---\n", "content/posts/zanzibar.md": with("draft: false")}, "all: its section posts says draft: true"},
		{"two files of one name", map[string]string{"content/posts/zanzibar.md": yaml, "content/posts/zanzibar.en.md": with("draft: true")}, "all: Hugo shows either it or content/posts/zanzibar.en.md"},
		settings("disableKinds", "disableKinds = ['page']", "content/notes/zanzibar.md", "all: disableKinds"),
	}
}

func jekyllCases() []hiddenCase {
	post := func(keys, why string) hiddenCase {
		return hiddenCase{keys, map[string]string{"_posts/2020-01-05-zanzibar.md": with(keys)}, why}
	}
	settings := func(config, file, why string) hiddenCase {
		return hiddenCase{config, map[string]string{"_config.yml": config, file: yaml}, why}
	}
	at := func(file, why string) hiddenCase { return hiddenCase{file, map[string]string{file: yaml}, why} }
	const scope = "defaults: [{scope: {path: %q, type: %q}, values: {published: %s}}]"
	return []hiddenCase{
		post("published: false", "published: false"), post("published: no", "published: no"), post("published: \"false\"", "published: false"), post("published: off", "published: off"),
		post("published: N", "published: N"), post("published:", "published"), post("published: ~", "published"), post("published: later", "published: later"),
		post("draft: yes", "draft: yes"), post("draft: true", "draft: true"), post("unpublished: true", "unpublished: true"), post("hidden: true", "hidden: true"),
		post("private: true", "private: true"), post("sitemap: false", "sitemap: false"), post("status: wip", "status: wip"), post("public: false", "public: false"),
		post("publish: no", "publish: no"), post("listed: false", "listed: false"), post("published: 0", "published: 0"), post("expires: 2021-01-01", "it was shown until"),
		{"a date to come", map[string]string{"_posts/2020-01-05-zanzibar.md": "---\ntitle: Zanzibar\ndate: 2027-01-05 10:00:00 +0200\n---\nZanzibar\n"}, "it was to appear on 5 January 2027"},
		{"a date that is none", map[string]string{"_posts/2020-01-05-zanzibar.md": "---\ntitle: Zanzibar\ndate: 2099-01-32\n---\nZanzibar\n"}, "no date that can be read"},
		{"a page to come", map[string]string{"zanzibar.md": "---\ntitle: Zanzibar\ndate: 2027-01-05\n---\nZanzibar\n"}, "it was to appear"},
		{"a page of now in another zone", map[string]string{"zanzibar.md": "---\ntitle: Zanzibar\ndate: 2026-09-21 10:00:00 -0500\n---\nZanzibar\n"}, "it was to appear"},
		{"a name with a date to come", map[string]string{"_posts/2027-01-05-zanzibar.md": "---\ntitle: Zanzibar\n---\nZanzibar\n"}, "it was to appear on 5 January 2027"},
		at("_drafts/zanzibar.md", "it lies in _drafts"), at("notes/_drafts/zanzibar.md", "_drafts"), at("_posts/zanzibar.md", "does not begin with a date"),
		at("_posts/_2020-01-05-zanzibar.md", "begins with _"), at("_posts/.2020-01-05-zanzibar.md", "begins with ."), at("_private/zanzibar.md", "_private begins with _"),
		at("notes/_old/zanzibar.md", "_old begins with _"), at("_zanzibar.md", "begins with _"), at("~zanzibar.md", "begins with ~"), at("#zanzibar.md", "begins with #"),
		settings("exclude: [private/]", "private/zanzibar.md", "exclude"), settings("exclude: [private]", "private/zanzibar.md", "exclude"),
		settings("exclude: [/private]", "private/deep/zanzibar.md", "exclude"), settings("exclude: ['*.secret.md']", "zanzibar.secret.md", "exclude"),
		settings("exclude: zanzibar.md", "zanzibar.md", "exclude"), settings("exclude: ['**/private/*']", "a/private/zanzibar.md", "exclude"),
		settings("exclude: [_posts/2020]", "_posts/2020/2020-01-05-zanzibar.md", "all: exclude"), settings("exclude: ['_posts/*-zanzibar.md']", "_posts/2020-01-05-zanzibar.md", "exclude"),
		settings("exclude: [private]", "private/_posts/2020-01-05-zanzibar.md", "exclude"), settings("exclude: ['[pq]rivate']", "private/zanzibar.md", "exclude"),
		{".jekyllignore", map[string]string{".jekyllignore": "# mine\nprivate\n", "private/zanzibar.md": yaml}, "exclude"},
		settings(fmt.Sprintf(scope, "private", "", "false"), "private/zanzibar.md", "published: false"),
		settings(fmt.Sprintf(scope, "", "pages", "false"), "zanzibar.md", "published: false"),
		settings(fmt.Sprintf(scope, "_posts/2020-01-05-zan*", "posts", "no"), "_posts/2020-01-05-zanzibar.md", "published: no"),
		settings("defaults: [{scope: {path: private/zanzibar.md}, values: {hidden: true}}, {scope: {path: ''}, values: {hidden: false}}]", "private/zanzibar.md", "hidden: true"),
		settings("source: src", "_posts/2020-01-05-zanzibar.md", "all: source in the settings is src"),
		settings("collections: [zan]", "_zan/zanzibar.md", "its collection zan had no addresses"), settings("collections: {zan: {output: false}}", "_zan/sub/zanzibar.md", "had no addresses"),
		settings("collections: {zan: {title: Zan}}", "_zan/zanzibar.md", "had no addresses"), settings("collections: {zan: {output: true}}", "_zan/_zanzibar.md", "begins with _"),
		settings("collections: {zan: {output: true}}\nexclude: [_zan/zanzibar.md]", "_zan/zanzibar.md", "exclude"),
		settings("collections: {zan: {output: true}}\ndefaults: [{scope: {path: '', type: zan}, values: {published: false}}]", "_zan/zanzibar.md", "published: false"),
		settings("collections: {zan: {output: true}}\ncollections_dir: all", "_zan/zanzibar.md", "all: _zan begins with _"),
		settings("collections_dir: all", "_posts/2020-01-05-zanzibar.md", "all: collections_dir in the settings is all"),
		settings("include: [_other]", "_private/zanzibar.md", "_private begins with _"), settings("include: [_private/open.md]", "_private/zanzibar.md", "_private begins with _"),
		settings("exclude: ['private*']\ninclude: [private/open.md]", "private/zanzibar.md", "exclude"), settings("exclude: [zan]\ninclude: [zanz]", "zan/zanzibar.md", "exclude"),
		settings("defaults: [{scope: {path: 'a/*/b'}, values: {published: false}}]", "a/x/b/zanzibar.md", "published: false"),
		settings("show_drafts: false", "_drafts/zanzibar.md", "it lies in _drafts"), settings("unpublished: false", "_zanzibar.md", "begins with _"),
		{"limit_posts: 1", map[string]string{"_config.yml": "limit_posts: 1", "_posts/2019-01-05-zanzibar.md": "---\ntitle: Zanzibar\n---\nZanzibar\n"}, "limit_posts in the settings is 1"},
		{"shown drafts that are private", map[string]string{"_config.yml": "show_drafts: true\nunpublished: true\nfuture: true", "_drafts/zanzibar.md": with("private: true")}, "private: true"},
		{"a day to be shown that is to come", map[string]string{"_config.yml": "future: true", "_posts/2020-01-05-zanzibar.md": with("publish_date: 2027-01-05")}, "it was to appear"},
		{"the name of a day that there is not", map[string]string{"_posts/2020-02-31-zanzibar.md": "---\ntitle: Zanzibar\n---\nZanzibar\n"}, "a date that there is not"},
		{"a page without front matter", map[string]string{"_config.yml": "", "zanzibar.md": "Zanzibar\n"}, "it has no front matter"},
		{"a text that is not in UTF-8", map[string]string{"_posts/2020-01-05-zanzibar.md": with("note: \"\xfc\"")}, "it is not in UTF-8"},
		{"a page whose keys do not end", map[string]string{"zanzibar.md": "---\ntitle: Zanzibar\npublished: false\n\nZanzibar\n"}, "keys that could not be read"},
		{"keys that do not end", map[string]string{"_posts/2020-01-05-zanzibar.md": "---\ntitle: Zanzibar\npublished: false\n\nZanzibar\n"}, "keys that could not be read"},
	}
}

// export is an export of WordPress with a text that nobody saw.
func export(status, title, content, more string) string {
	return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://a.example</link>` +
		`<wp:tag><wp:tag_slug>zanzibar</wp:tag_slug><wp:tag_name>zanzibar</wp:tag_name></wp:tag>` +
		`<item><title>Open</title><link>https://a.example/open/</link><content:encoded><![CDATA[Open to all.]]></content:encoded><wp:post_id>1</wp:post_id>` +
		`<wp:post_date>2020-01-01 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_name>open</wp:post_name><wp:post_type>post</wp:post_type></item>` +
		`<item><title>` + title + `</title><link>https://a.example/zanzibar/</link><content:encoded><![CDATA[` + content + `]]></content:encoded><wp:post_id>2</wp:post_id>` +
		`<wp:post_date>2020-01-05 10:00:00</wp:post_date><wp:status>` + status + `</wp:status><wp:post_name>zanzibar</wp:post_name><wp:post_type>post</wp:post_type>` +
		`<category domain="post_tag" nicename="zanzibar">zanzibar</category>` + more + `</item></channel></rss>`
}

func wordpressCases() []hiddenCase {
	meta := func(key, value string) string {
		return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value>" + value + "</wp:meta_value></wp:postmeta>"
	}
	one := func(name, status, title, content, more, why string) hiddenCase {
		return hiddenCase{name, map[string]string{"export.xml": export(status, title, content, more)}, why}
	}
	ofKind := func(kind, why string) hiddenCase {
		xml := export("publish", "Zanzibar", "Zanzibar", "")
		last := strings.LastIndex(xml, ">post<")
		return hiddenCase{"kind " + kind, map[string]string{"export.xml": xml[:last] + ">" + kind + "<" + xml[last+len(">post<"):]}, why}
	}
	var cases []hiddenCase
	for _, status := range []string{"draft", "pending", "private", "future", "auto-draft", "inherit", "request-pending", "archived", "dp-rewrite-republish", "acf-disabled", ""} {
		cases = append(cases, one("status "+status, status, "Zanzibar", "Zanzibar", "", fmt.Sprintf("its status is %q", status)))
	}
	for _, m := range [][2]string{{"_members_access_role", "editor"}, {"_wpmem_block", "1"}, {"rcp_user_level", "Editor"}, {"_is_paid", "1"}, {"_jetpack_newsletter_access", "subscribers"},
		{"_ppwp_password", "x"}, {"_yoast_wpseo_meta-robots-noindex", "1"}, {"_visibility", "hidden"}, {"ihc_mb_who", "reg"}, {"patreon-level", "5"}, {"pms-content-restrict-user-status", "loggedin"}, {"_llms_is_restricted", "yes"}, {"s2member_ccap", "x"}, {"_memberful_posts_restriction", "x"}, {"arm_access_plan", "1"},
		{"um_content_restriction", "a:1:{i:0;s:1:\"1\";}"}} {
		cases = append(cases, one(m[0], "publish", "Zanzibar", "Zanzibar", meta(m[0], m[1]), m[0]))
	}
	return append(cases,
		one("a password", "publish", "Zanzibar", "Zanzibar", "<wp:post_password>x</wp:post_password>", "behind a password"),
		one("a protected title", "publish", "Protected: Zanzibar", "Zanzibar", "", "its title begins with Protected:"),
		one("a title in German", "publish", "Privat: Zanzibar", "Zanzibar", "", "its title begins with Privat:"),
		one("a part without an end", "publish", "Zanzibar", "a [private] Zanzibar", "", "the end of [private] is missing"),
		one("a rule of MemberPress", "publish", "Zanzibar", "Zanzibar", "</item><item><title>rule</title><wp:post_id>9</wp:post_id><wp:status>publish</wp:status><wp:post_type>memberpressrule</wp:post_type>"+
			meta("_mepr_rules_type", "single_post")+meta("_mepr_rules_content", "2"), "a rule of MemberPress"),
		one("a plugin that notes it elsewhere", "publish", "Zanzibar", "Zanzibar", "</item><item><title>join</title><content:encoded>[pmpro_checkout]</content:encoded><wp:post_id>9</wp:post_id><wp:status>draft</wp:status><wp:post_type>page</wp:post_type>",
			"all: the old website had Paid Memberships Pro"),
		one("plans for members", "publish", "Zanzibar", "Zanzibar", "</item><item><title>gold</title><wp:post_id>9</wp:post_id><wp:status>publish</wp:status><wp:post_type>wc_membership_plan</wp:post_type>", "all: the old website had WooCommerce Memberships"),
		one("a shortcode of such a plugin", "publish", "Zanzibar", "[wcm_restrict plans=\"gold\"]Zanzibar[/wcm_restrict]", "", "all: the old website had WooCommerce Memberships"),
		ofKind("sfwd-lessons", "who take a course"), ofKind("zebra", "nobody can tell whether texts of its kind, zebra, were shown"),
		one("a damaged item", "publish", "Zanzibar &", "Zanzibar", "", "its part of the export is damaged"),
		one("taken away by a plugin", "publish", "Zanzibar", "Zanzibar", meta("_expiration-date", "1609459200")+meta("_expiration-date-status", "saved"), "it was shown until 1 January 2021"),
	)
}

// ghostExport is an export of Ghost with a text for everybody, another text, and more tables.
func ghostExport(fields, tables string) map[string]string {
	return map[string]string{"export.json": `{"db": [{"data": {` + tables + `"posts": [` +
		`{"id": 1, "title": "Open", "slug": "open", "html": "<p>Open to all.</p>", "status": "published", "visibility": "public", "published_at": "2020-01-01T10:00:00.000Z"},` +
		`{"id": 2, "title": "Zanzibar", "slug": "zanzibar", "html": "<p>Zanzibar</p>", "published_at": "2020-01-05T10:00:00.000Z", ` + fields + `}],` +
		`"tags": [{"id": 1, "name": "Zanzibar", "slug": "zanzibar"}, {"id": 2, "name": "#members", "slug": "hash-members"}]}}]}`}
}

func ghostCases() []hiddenCase {
	one := func(fields, why string) hiddenCase { return hiddenCase{fields, ghostExport(fields, ""), why} }
	table := func(name, fields, tables, why string) hiddenCase {
		return hiddenCase{name, ghostExport(`"status": "published"`+fields, tables+", "), why}
	}
	var cases []hiddenCase
	for _, status := range []string{"draft", "scheduled", "archived", ""} {
		cases = append(cases, one(fmt.Sprintf(`"status": %q`, status), fmt.Sprintf("its status is %q", status)))
	}
	for _, visibility := range []string{"members", "paid", "tiers", "filter", "label:vip", "none"} {
		cases = append(cases, one(fmt.Sprintf(`"status": "published", "visibility": %q`, visibility), fmt.Sprintf("its visibility is %q", visibility)))
	}
	return append(cases,
		one(`"visibility": "public"`, `its status is ""`), one(`"status": "sent"`, "it was only sent by e-mail"), one(`"status": "draft", "lexical": "{}", "html": null`, `its status is "draft"`),
		one(`"status": "published", "codeinjection_head": "<meta name='robots' content='noindex'>"`, "it is kept from search engines"),
		one(`"status": "published", "published_at": "2027-01-05T10:00:00.000Z"`, "it was to appear on 5 January 2027"),
		table("only by e-mail", "", `"posts_meta": [{"post_id": 2, "email_only": 1}]`, "it was only sent by e-mail"),
		table("an internal tag", "", `"posts_tags": [{"post_id": 2, "tag_id": 2}]`, "its internal tag is #members"),
		table("its public tag", `, "visibility": "paid"`, `"posts_tags": [{"post_id": 2, "tag_id": 1}]`, `its visibility is "paid"`),
		table("a private website", "", `"settings": [{"key": "is_private", "value": "true"}]`, "all: the whole website was behind a password"),
		table("an older private website", "", `"settings": [{"key": "isPrivate", "value": true}]`, "all: the whole website"),
	)
}

// substackExport is an export of Substack with a text for everybody and another one.
func substackExport(table, rows string) map[string]string {
	return map[string]string{
		"posts.csv":         table + "\n1.open,2020-01-01T10:00:00.000Z,true,newsletter,everyone,Open\n" + rows + "\n",
		"posts/1.open.html": "<p>Open to all.</p>", "posts/2.zanzibar.html": "<p>Zanzibar</p>",
	}
}

func substackCases() []hiddenCase {
	const table = "post_id,post_date,is_published,type,audience,title"
	one := func(row, why string) hiddenCase {
		return hiddenCase{row, substackExport(table, "2.zanzibar,"+row+",Zanzibar"), why}
	}
	var cases []hiddenCase
	for _, audience := range []string{"only_paid", "only_free", "founding", "paid", ""} {
		cases = append(cases, one("2020-01-05T10:00:00.000Z,true,newsletter,"+audience, fmt.Sprintf("its audience is %q", audience)))
	}
	for _, published := range []string{"false", "FALSE", "", "scheduled"} {
		cases = append(cases, one("2020-01-05T10:00:00.000Z,"+published+",newsletter,everyone", fmt.Sprintf("is_published is %q", strings.ToLower(published))))
	}
	return append(cases,
		one("2020-01-05T10:00:00.000Z,true,adhoc_email,everyone", "it was only sent by e-mail"), one("2020-01-05T10:00:00.000Z,true,restack,everyone", `its type is "restack"`),
		one("2020-01-05T10:00:00.000Z,true,,everyone", `its type is ""`), one("2027-01-05T10:00:00.000Z,true,podcast,everyone", "it was to appear on 5 January 2027"),
		one("2020-01-05T10:00:00.000Z,false,page,everyone", "it was not published"),
		hiddenCase{"no row", substackExport(table, ""), "posts.csv does not name it"}, hiddenCase{"another row", substackExport(table, "3.other,2020-01-05,true,newsletter,everyone,x"), "posts.csv does not name it"},
		hiddenCase{"a table without readers", substackExport("post_id,post_date,is_published,type,x,title", "2.zanzibar,2020-01-05,true,newsletter,everyone,Zanzibar"), `all: its audience is ""`},
	)
}

// What the old website did not show, or may not have shown, comes along as a draft, with its reason in the report, and nothing of it is
// published.
func TestHiddenTexts(t *testing.T) {
	open := map[string]map[string]string{
		"hugo":      {"hugo.yaml": "baseURL: https://a.example/\n", "content/posts/open.md": "---\ntitle: Open\ndate: 2020-01-01\n---\nOpen to all.\n"},
		"jekyll":    {"_posts/2020-01-01-open.md": "---\ntitle: Open\n---\nOpen to all.\n"},
		"wordpress": {},
		"ghost":     {},
		"substack":  {},
	}
	for system, cases := range map[string][]hiddenCase{"hugo": hugoCases(), "jekyll": jekyllCases(), "wordpress": wordpressCases(), "ghost": ghostCases(), "substack": substackCases()} {
		for i, test := range cases {
			if growthtest.Race && i%8 > 0 { // what is to be found by the detector is in each of them
				continue
			}
			t.Run(system+"/"+test.name, func(t *testing.T) {
				t.Parallel()
				files := maps.Clone(open[system])
				maps.Copy(files, test.files)
				dir, r := importInto(t, system, files)
				if !slices.ContainsFunc(r.Findings, func(f importer.Finding) bool {
					return strings.Contains(f.File, "zanzibar") && strings.Contains(f.Reason, "became drafts") && f.What != "" && strings.Contains(f.What, strings.TrimPrefix(test.why, "all: "))
				}) {
					t.Errorf("the report does not say %q: %v", test.why, r.Findings)
				}
				checkUnseen(t, dir, "zanzibar")
				if r.Drafts == 1 {
					checkSeen(t, dir, "Open to all.")
				} else if !strings.HasPrefix(test.why, "all: ") {
					t.Errorf("%d drafts of %d articles and %d pages", r.Drafts, r.Articles, r.Pages)
				}
			})
		}
	}
}

// importInto imports the files of a blog into a new site, and builds it where there is time for that.
func importInto(t *testing.T, system string, files map[string]string) (dir string, r *importer.Result) {
	t.Helper()
	old := fstest.MapFS{}
	for name, text := range files {
		old[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var blog *importer.Blog
	var err error
	switch system {
	case "hugo":
		blog, err = hugo.Read(old)
	case "jekyll":
		blog, err = jekyll.Read(old)
	case "ghost":
		blog, err = ghost.Read(ghost.Input{Name: "export.json", JSON: strings.NewReader(files["export.json"])})
	case "substack":
		blog, err = substack.Read(substack.Input{Name: "export", Folder: old})
	default:
		blog, err = wordpress.Read(wordpress.Input{Name: "export.xml", XML: strings.NewReader(files["export.xml"])})
	}
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), fstest.MapFS{"site.toml": {Data: []byte("title = \"x\"\nurl = \"https://x.example/\"\ncards = false\n")}}); err != nil {
		t.Fatal(err)
	}
	r = take(t, blog, dir)
	if testing.Short() {
		return dir, r
	}
	report, err := generator.Build(context.Background(), generator.Options{Dir: dir, Theme: templates.Files, Now: testNow})
	if err != nil || report.Problems.HasErrors() {
		t.Fatalf("the site does not build: %v %+v", err, report.Problems)
	}
	checkDebris(t, filepath.Join(dir, "public"))
	return dir, r
}

// checkUnseen holds that a word stands nowhere in what is published, names of files included.
func checkUnseen(t *testing.T, dir, word string) {
	t.Helper()
	if testing.Short() {
		return
	}
	for _, name := range tree(t, filepath.Join(dir, "public")) {
		data, err := os.ReadFile(filepath.Join(dir, "public", name))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(strings.ToLower(name+string(data)), word) {
			t.Errorf("public/%s has %q", name, word)
		}
	}
}

func checkSeen(t *testing.T, dir, words string) {
	t.Helper()
	if testing.Short() {
		return
	}
	for _, name := range tree(t, filepath.Join(dir, "public")) {
		if data, err := os.ReadFile(filepath.Join(dir, "public", name)); err == nil && strings.Contains(string(data), words) {
			return
		}
	}
	t.Errorf("%q is not published", words)
}

// Parts of a public text that not every reader saw stay out of it, and the rest stays in.
func TestHiddenParts(t *testing.T) {
	for system, bodies := range map[string][]string{
		"hugo": {
			"{{< private >}}Zanzibar{{< /private >}}", "{{% comment %}}Zanzibar{{% /comment %}}", "{{< members-only level=2 >}}\nZanzibar\n{{< /members-only >}}",
			"{{< hide >}}a {{< hide >}}b{{< /hide >}} Zanzibar{{< /hide >}}", "<!-- Zanzibar -->", "<div hidden>Zanzibar</div>", "<p style=\"display: none\">Zanzibar</p>",
			"x <span style='visibility:hidden'>Zanzibar</span> y", "<div class=\"box d-none\">\n\nZanzibar\n\n</div>", "{{< draft >}}![Zanzibar](zanzibar.png){{< /draft >}}",
		},
		"jekyll": {
			"{% comment %}Zanzibar{% endcomment %}", "{%- comment -%}\n\nZanzibar -- b\n\n{%- endcomment -%}", "{% if false %}a{% if b %}c{% endif %} Zanzibar{% endif %}",
			"{% unless site.production %}Zanzibar{% endunless %}", "{% # Zanzibar %}", "{::comment}\nZanzibar\n{:/comment}", "<!-- Zanzibar -->", "```\na\n{% comment %}Zanzibar{% endcomment %}\n```",
			"{% private %}a{% endprivate %}{% private %}Zanzibar{% endprivate %}", "{% if false %}Zanzibar", "{% comment %}Zanzibar", "{% if page.members %}Zanzibar{% else %}b{% endif %}",
			"{% capture x %}Zanzibar{% endcapture %}", "<div class='draft'>Zanzibar</div>",
		},
		"wordpress": {
			"<!-- Zanzibar -->", "[private]Zanzibar[/private]", "[members role=\"x\"]<b>Zanzibar</b>[/members]", "[restrict]a [b] Zanzibar[/restrict]", "[rcp_restricted paid=1]Zanzibar[/rcp_restricted]",
			"[subscribers_only]a\n\nZanzibar[/subscribers_only]", "<!-- wp:paragraph {\"metadata\":{\"blockVisibility\":false}} --><p>Zanzibar</p><!-- /wp:paragraph -->",
			"<!-- wp:group {\"blockVisibility\":{\"hideBlock\":true}} --><div><!-- wp:group --><div>a</div><!-- /wp:group -->Zanzibar</div><!-- /wp:group -->",
			"<!-- wp:group {\"metadata\":{\"name\":\"x\",\"blockVisibility\":{\"viewport\":{\"mobile\":false}}}} --><p>Zanzibar</p><!-- /wp:group -->",
			"<!-- wp:premium-content/container --><p>Zanzibar</p><!-- /wp:premium-content/container -->", "<!-- wp:jetpack/paywall /--><p>Zanzibar</p>",
			"<!-- wp:paragraph {\"hidden\":true} --><p>Zanzibar</p>", "<!-- wp:block {\"ref\":7} /-->", "<!-- wp:block {\"ref\":8} /-->", "<div style=\"display:none\">Zanzibar</div>",
			"<!-- wp:html --><template>Zanzibar</template><!-- /wp:html -->", "[s2If current_user_can(access_s2member_level1)]Zanzibar[/s2If]",
			"[student]Zanzibar[/student]", "[course_complete course_id=\"3\"]Zanzibar[/course_complete]", "[sociallocker]Zanzibar[/sociallocker]", "[content_control]Zanzibar[/content_control]", "[patreon level=5]Zanzibar[/patreon]",
			"<!-- wp:patreon/lock --><p>Zanzibar</p><!-- /wp:patreon/lock -->", "<!-- wp:learndash/ld-student --><p>Zanzibar</p><!-- /wp:learndash/ld-student -->",
			"<!-- wp:group {\"contentControls\":{\"enabled\":true,\"rules\":{\"x\":1}}} --><p>Zanzibar</p><!-- /wp:group -->", "<!-- wp:paragraph {\"llms_visibility\":\"logged_in\"} --><p>Zanzibar</p><!-- /wp:paragraph -->",
			"<!-- wp:group {\"otterConditions\":[[{\"type\":\"loggedInUser\"}]]} --><p>Zanzibar</p><!-- /wp:group -->", "[vc_row disable_element=\"yes\"]Zanzibar[/vc_row]", "[et_pb_text disabled=\"on\"]Zanzibar[/et_pb_text]",
			"[et_pb_text disabled_on=\"on|on|on\"]Zanzibar[/et_pb_text]", "[fusion_text status=\"draft\"]Zanzibar[/fusion_text]",
		},
		"ghost": {
			"<!--members-only--><p>a</p><p>Zanzibar</p>", "<div><p>a</p><!-- members-only --></div><p>Zanzibar</p>", "<!-- Zanzibar -->", "<p hidden>Zanzibar</p>",
			"<!--kg-gated-block:begin nonMember:false memberSegment:'status:free' --><div>Zanzibar<!--kg-gated-block:end--><p>b</p>",
			"<!--kg-gated-block:begin nonMember:true --><!--kg-gated-block:begin nonMember:false --><p>Zanzibar</p><!--kg-gated-block:end--><!--kg-gated-block:end-->",
			"<!--kg-gated-block:begin nonMember:false --><!--kg-gated-block:begin nonMember:true -->a<!--kg-gated-block:end--><p>Zanzibar</p><!--kg-gated-block:end-->",
			"<!--kg-gated-block:begin nonMember:false --><p>Zanzibar</p>", "<!--kg-gated-block:begin --><p>Zanzibar</p><!--kg-gated-block:end-->",
			"<div class='kg-card kg-email-card'><p>Zanzibar</p></div>", "<div class='kg-card kg-email-cta-card'><p>Zanzibar</p></div>",
		},
		"substack": {
			"<div class='paywall-jump'></div><p>a</p><p>Zanzibar</p>", "<div><div class='paywall-jump'>x</div><p>a</p></div><p>Zanzibar</p>", "<p class='paywall'>x</p><ul><li>Zanzibar</li></ul>",
			"<p>a<a class='footnote-anchor' href='#footnote-1'>1</a></p><div data-component-name='PaywallToDOM'></div><div class='footnote'><a class='footnote-number' id='footnote-1'>1</a><p>Zanzibar</p></div>",
			"<!-- Zanzibar -->", "<p style='display:none'>Zanzibar</p>", "<div class='paywall-jump'></div><div class='paywall-jump'></div>Zanzibar",
		},
	} {
		for i, body := range bodies {
			if growthtest.Race && i%8 > 0 {
				continue
			}
			t.Run(system+"/"+body, func(t *testing.T) {
				t.Parallel()
				text := "Before it.\n\n" + body + "\n"
				files := map[string]string{"content/posts/open.md": "---\ntitle: Open\ndate: 2020-01-01\n---\n" + text}
				switch system {
				case "jekyll":
					files = map[string]string{"_posts/2020-01-01-open.md": "---\ntitle: Open\n---\n" + text}
				case "substack":
					files = map[string]string{"posts.csv": "post_id,post_date,is_published,type,audience,title\n1.open,2020-01-01,true,newsletter,everyone,Open\n", "posts/1.open.html": "<p>Before it.</p>" + body}
				case "ghost":
					files = map[string]string{"export.json": fmt.Sprintf(`{"data": {"posts": [{"title": "Open", "slug": "open", "status": "published", "published_at": "2020-01-01T10:00:00.000Z", "html": %q}]}}`,
						"<p>Before it.</p>"+body)}
				case "wordpress":
					block := func(id, status string) string {
						return "<item><title>x</title><content:encoded><![CDATA[<p>Zanzibar</p>]]></content:encoded><wp:post_id>" + id + "</wp:post_id><wp:status>" + status + "</wp:status><wp:post_type>wp_block</wp:post_type></item>"
					}
					xml := strings.Replace(export("publish", "y", text, ""), ">zanzibar<", ">z<", -1)
					xml = strings.NewReplacer("https://a.example/zanzibar/", "https://a.example/z/", "nicename=\"zanzibar\"", "nicename=\"z\"").Replace(xml)
					files = map[string]string{"export.xml": strings.Replace(xml, "</channel>", block("7", "draft")+block("8", "private")+"</channel>", 1)}
				}
				dir, r := importInto(t, system, files)
				if r.Drafts != 0 {
					t.Errorf("%d drafts: %v", r.Drafts, r.Findings)
				}
				checkUnseen(t, dir, "zanzibar")
				checkSeen(t, dir, "Before it.")
			})
		}
	}
}

// Where the settings of the old blog show texts that it hides otherwise, they come along as they are. One with a date to come waits for it.
func TestShownBySettings(t *testing.T) {
	const text = "---\ntitle: Open\n---\nOpen to all.\n"
	for name, files := range map[string]map[string]string{
		"a date to come": {"_config.yml": "future: true", "_posts/2027-01-05-open.md": text}, "drafts": {"_config.yml": "show_drafts: true", "_drafts/2020-01-05-open.md": text},
		"unpublished": {"_config.yml": "unpublished: true", "_posts/2020-01-05-open.md": "---\npublished: false\n---\nOpen to all.\n"},
	} {
		_, r := importInto(t, "jekyll", files)
		waits := slices.ContainsFunc(r.Findings, func(f importer.Finding) bool {
			return strings.Contains(f.Reason, "before their date") && f.What == "2027-01-05"
		})
		if r.Drafts != 0 || r.Articles != 1 || waits != (name == "a date to come") {
			t.Errorf("%s: %d drafts of %d articles: %v", name, r.Drafts, r.Articles, r.Findings)
		}
	}
}
