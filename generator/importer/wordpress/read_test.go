package wordpress_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/wordpress"
)

// thing is an item of an export by its fields, as XML.
type thing struct {
	id, kind, link, name, title, content, more string
	status, date                               string
}

func (x thing) xml() string {
	or := func(s, otherwise string) string {
		if s == "" {
			return otherwise
		}
		return s
	}
	id := or(x.id, "1")
	return fmt.Sprintf("<item><title>%s</title><link>%s</link><content:encoded><![CDATA[%s]]></content:encoded><wp:post_id>%s</wp:post_id><wp:post_date>%s</wp:post_date>"+
		"<wp:status>%s</wp:status><wp:post_name>%s</wp:post_name><wp:post_type>%s</wp:post_type>%s</item>\n", or(x.title, "T"+id), or(x.link, "https://a.example/t"+id+"/"), x.content, id,
		or(x.date, "2020-03-05 10:00:00"), or(x.status, "publish"), or(x.name, "t"+id), or(x.kind, "post"), x.more)
}

func metaXML(key, value string) string {
	return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" + value + "]]></wp:meta_value></wp:postmeta>"
}

func inXML(kind, slug, name string) string {
	return fmt.Sprintf(`<category domain="%s" nicename="%s"><![CDATA[%s]]></category>`, kind, slug, name)
}

func categoryXML(id, slug, parent string) string {
	return fmt.Sprintf("<wp:category><wp:term_id>%s</wp:term_id><wp:category_nicename>%s</wp:category_nicename><wp:category_parent>%s</wp:category_parent><wp:cat_name>%s</wp:cat_name></wp:category>\n", id, slug, parent, strings.ToUpper(slug))
}

// read reads an export that consists of parts.
func read(t *testing.T, parts ...string) *importer.Blog {
	t.Helper()
	return readXML(t, head+strings.Join(parts, "")+tail)
}

func readXML(t *testing.T, xml string) *importer.Blog {
	t.Helper()
	blog, err := wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(xml)})
	if err != nil {
		t.Fatal(err)
	}
	return blog
}

// told returns the findings whose reasons begin with some words: "x.xml:5 What".
func told(blog *importer.Blog, reason string) []string {
	var list []string
	for _, f := range blog.Found {
		if strings.HasPrefix(f.Reason, reason) {
			list = append(list, strings.TrimSpace(f.File+" "+f.What))
		}
	}
	return list
}

func same(t *testing.T, name string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// An export that breaks off or is damaged costs what is damaged, and says where. What can be read of a damaged text is a draft.
func TestDamaged(t *testing.T) {
	one, two, three := thing{id: "1", content: "a"}.xml(), thing{id: "2", content: "b"}.xml(), thing{id: "3", content: "c"}.xml()
	for _, test := range []struct {
		name, xml    string
		shown        string
		drafts       string
		cut, damaged []string
	}{
		{"cut off in an item", head + one + two + three[:60], "T1 T2", "", []string{"x.xml:6 T3"}, nil},
		{"cut off between items", head + one + two, "T1 T2", "", []string{"x.xml:6"}, nil},
		{"a sign that is none", head + one + strings.Replace(two, "T2", "A & B", 1) + three + tail, "T1 T3", "A & B", nil, []string{"x.xml:5 invalid character entity & (no semicolon) A & B"}},
		{"a tag without an end", head + one + strings.Replace(two, "</wp:status>", "", 1) + three + tail, "T1 T3", "T2", nil, []string{"x.xml:5 element <status> closed by </item> T2"}},
		{"an item without an end", head + one + strings.Replace(two, "</item>", "", 1) + three + tail, "T1 T3", "T2", nil, []string{"x.xml:6 unexpected EOF T2"}},
		{"a text without an end", head + one + strings.Replace(two, "]]>", "", 1) + three + thing{id: "4"}.xml() + tail, "T1 T4", "T2 T3", nil, []string{"x.xml:6 unexpected EOF in CDATA section T2"}},
		{"a comment without an end", head + one + strings.Replace(two, "<link>", "<!-- <link>", 1) + three + tail, "T1 T3", "", nil, []string{"x.xml:6 unexpected EOF T2"}},
		{"a channel that ends twice", head + one + "</channel>" + two + tail, "T1 T2", "", nil, nil},
	} {
		blog := readXML(t, test.xml)
		var shown, drafts []string
		for _, p := range blog.Posts {
			if p.Hidden == "" {
				shown = append(shown, p.Title)
			} else {
				drafts = append(drafts, p.Title)
			}
		}
		same(t, test.name, []string{strings.Join(shown, " "), strings.Join(drafts, " ")}, []string{test.shown, test.drafts})
		same(t, test.name+": breaks off", told(blog, "The export breaks off"), test.cut)
		same(t, test.name+": damaged", told(blog, "Spots of the export"), test.damaged)
	}
}

// An export is read as what its first bytes or its first line say it is written in.
func TestEncodings(t *testing.T) {
	export := func(encoding string) string {
		return strings.Replace(head, "UTF-8", encoding, 1) + thing{title: "Über Hügel – “lang”", content: "größer"}.xml() + tail
	}
	encode := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, xml := range map[string]string{
		"UTF-8":                       export("UTF-8"),
		"UTF-8 with a mark":           "\xEF\xBB\xBF" + export("UTF-8"),
		"Latin-1":                     encode(charmap.Windows1252.NewEncoder().String(export("ISO-8859-1"))),
		"Windows-1252":                encode(charmap.Windows1252.NewEncoder().String(export("windows-1252"))),
		"Windows-1252 that says else": encode(charmap.Windows1252.NewEncoder().String(export("UTF-8"))),
		"UTF-16 with a mark":          encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(export("UTF-16"))),
		"UTF-16, the other way":       encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(export("UTF-16"))),
		"UTF-16 without a mark":       encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(export("UTF-16"))),
	} {
		p := readXML(t, xml).Posts[0]
		if p.Title != "Über Hügel – “lang”" || p.Body != "größer" {
			t.Errorf("%s: got title %q and text %q", name, p.Title, p.Body)
		}
	}
	_, err := wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(export("klingon-8"))})
	if want := `x.xml says that it is written in "klingon-8", which is not known here. Save it as UTF-8`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// A feed (RSS 2.0) is a blog, too: all in it was public.
func TestFeed(t *testing.T) {
	blog := readXML(t, `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Hill &amp; Barbell</title><description>Strength</description><link>https://www.a.example/blog</link><atom:link href="https://www.a.example/blog-feed.xml" rel="self"/><language>en</language>
<item><title>Start</title><description>How it began.</description><link>https://www.a.example/post/start</link><guid isPermaLink="false">abc-1</guid><category>Squats</category><pubDate>Fri, 01 Mar 2019 10:00:00 GMT</pubDate>
<dc:creator>Jo Miller</dc:creator><enclosure url="https://static.example/p.jpg" length="0" type="image/png"/><content:encoded><![CDATA[<p>One<br>
two</p>]]></content:encoded></item>
<item><title>Episode</title><description><![CDATA[<p>Only this. [&#8230;]</p>]]></description><link>https://www.a.example/post/episode</link><author>jo@a.example (Jo Miller)</author><pubDate>2 Apr 2019 10:00:00 +0200</pubDate>
<enclosure url="https://static.example/e.mp3?x=1" type="audio/mpeg"/></item></channel></rss>`)
	p, q := blog.Posts[0], blog.Posts[1]
	same(t, "the first", []any{p.Title, p.Slug, p.Old, p.FeedID, p.Tags, p.Date, p.Author, p.Summary, p.Image, p.Body, p.Hidden}, []any{"Start", "start", []string{"/post/start"}, "abc-1", []string{"Squats"},
		time.Date(2019, 3, 1, 10, 0, 0, 0, time.UTC), "Jo Miller", "How it began.", "https://static.example/p.jpg", "One  \ntwo", ""})
	same(t, "the second", []any{q.Date.Hour(), q.Author, q.Summary, q.Body}, []any{10, "Jo Miller", "", "Only this. \\[…]\n\n[e.mp3](https://static.example/e.mp3?x=1)"})
	same(t, "the blog", []any{blog.Home, blog.About.Title, blog.About.Author, blog.Lists, blog.Feeds}, []any{"https://www.a.example/", "Hill & Barbell", "Jo Miller", map[string]string{"/blog": ""},
		map[string]importer.Feed{"/blog-feed.xml": {}}})
	same(t, "the report", told(blog, "A feed has only"), []string{"2 texts"})
}

// An address is a former one where WordPress redirects from it, and where an article had several pages.
func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		name string
		x    thing
		old  []string
	}{
		{"as it is", thing{}, []string{"/t1/"}},
		{"plain", thing{link: "https://a.example/?p=1"}, []string{"/?p=1"}},
		{"only a path", thing{link: "/blog/2020/3/5/t1"}, []string{"/blog/2020/3/5/t1"}},
		{"the home address", thing{link: "https://a.example", kind: "page"}, []string{"/"}},
		{"another name", thing{more: metaXML("_wp_old_slug", "before") + metaXML("_wp_old_slug", "%c3%bcber")}, []string{"/t1/", "/before/", "/über/"}},
		{"another name with an ending", thing{link: "https://a.example/x/t1.html", more: metaXML("_wp_old_slug", "before")}, []string{"/x/t1.html", "/x/before.html"}},
		{"another name in Chinese", thing{link: "https://a.example/%e5%be%92/", name: "%e5%be%92", more: metaXML("_wp_old_slug", "before")}, []string{"/徒/", "/before/"}},
		{"a number in place of a name", thing{link: "https://a.example/archives/1", more: metaXML("_wp_old_slug", "before")}, []string{"/archives/1"}},
		{"another day", thing{link: "https://a.example/2020/03/05/t1/", more: metaXML("_wp_old_date", "2019-12-31")}, []string{"/2020/03/05/t1/", "/2019/12/31/t1/"}},
		{"another month and name", thing{link: "https://a.example/2020/03/t1/", more: metaXML("_wp_old_date", "2019-12-31") + metaXML("_wp_old_slug", "before")},
			[]string{"/2020/03/t1/", "/2019/12/t1/", "/2020/03/before/", "/2019/12/before/"}},
		{"several pages", thing{content: "a<!--nextpage-->b<!--nextpage-->c"}, []string{"/t1/", "/t1/2/", "/t1/3/"}},
		{"below another page", thing{link: "https://a.example/about/t1/", kind: "page", more: "<wp:post_parent>9</wp:post_parent>"}, []string{"/about/t1/"}},
		{"never published", thing{status: "draft", link: "https://a.example/?p=1"}, nil},
	} {
		same(t, test.name, read(t, test.x.xml()).Posts[0].Old, test.old)
	}
}

// What stands before the addresses of lists is found from the addresses of articles, and from links to the lists.
func TestLists(t *testing.T) {
	terms := categoryXML("3", "strength", "") + categoryXML("4", "racks", "strength") + "<wp:tag><wp:tag_slug>squats</wp:tag_slug><wp:tag_name>squats</wp:tag_name></wp:tag>"
	link := func(to string) string { return `<a href="` + to + `">x</a> ` }
	for _, test := range []struct {
		name string
		x    thing
		want []string
	}{
		{"the usual", thing{}, []string{"/2020", "/2020/03", "/category/strength", "/category/strength/racks", "/tag/squats"}},
		{"a folder before all", thing{link: "https://a.example/blog/2020/03/t1/"}, []string{"/blog/2020", "/blog/2020/03", "/blog/category/strength", "/blog/category/strength/racks", "/blog/tag/squats"}},
		{"numbers", thing{link: "https://a.example/archives/1", name: "x"},
			[]string{"/archives/category/strength", "/archives/category/strength/racks", "/archives/date/2020", "/archives/date/2020/03", "/archives/tag/squats"}},
		{"index.php", thing{link: "https://a.example/index.php/2020/03/t1/"},
			[]string{"/index.php/2020", "/index.php/2020/03", "/index.php/category/strength", "/index.php/category/strength/racks", "/index.php/tag/squats"}},
		{"a category before all", thing{link: "https://a.example/strength/t1/", more: inXML("category", "strength", "STRENGTH")}, []string{"/2020", "/2020/03", "/category/strength", "/category/strength/racks", "/tag/squats"}},
		{"days", thing{link: "https://a.example/2020/03/05/t1/"}, []string{"/2020", "/2020/03", "/2020/03/05", "/category/strength", "/category/strength/racks", "/tag/squats"}},
		{"another base", thing{content: link("https://www.a.example/topics/strength/") + link("/topics/strength/racks/page/2/")}, []string{"/2020", "/2020/03", "/tag/squats", "/topics/strength", "/topics/strength/racks"}},
		{"one link is no proof", thing{content: link("/topics/strength/")}, []string{"/2020", "/2020/03", "/category/strength", "/category/strength/racks", "/tag/squats"}},
		{"the author's", thing{more: "<dc:creator>Jo Miller</dc:creator>"}, []string{"/2020", "/2020/03", "/author/jo-miller", "/category/strength", "/category/strength/racks", "/tag/squats"}},
	} {
		var got []string
		for at := range read(t, terms, test.x.xml()).Lists {
			got = append(got, at)
		}
		slices.Sort(got)
		same(t, test.name, got, test.want)
	}
}

// A link to something on the old website leads to it, however its address was written.
func TestLinks(t *testing.T) {
	photo := thing{id: "5", kind: "attachment", status: "inherit", link: "https://a.example/2020/03/two/photo/", more: "<wp:attachment_url>https://a.example/wp-content/uploads/photo.jpg</wp:attachment_url>"}.xml()
	two := thing{id: "2", link: "https://a.example/2020/03/two/", name: "two"}.xml()
	draft := thing{id: "3", link: "https://a.example/?p=3", status: "draft"}.xml()
	terms := categoryXML("3", "strength", "") + categoryXML("4", "racks", "strength") + "<wp:tag><wp:tag_slug>squats</wp:tag_slug><wp:tag_name>squats</wp:tag_name></wp:tag>"
	for _, test := range [][2]string{
		{"https://a.example/2020/03/two/", "https://a.example/2020/03/two/"},
		{"https://a.example/?p=2", "/2020/03/two/"}, {"http://www.a.example/?page_id=2#how", "/2020/03/two/#how"}, {"/index.php?p=2&amp;lang=en", "/2020/03/two/"},
		{"/index.php/2020/03/two/", "/2020/03/two/"}, {"https://a.example/?p=3", "/?p=3"}, {"/?p=99", "/?p=99"},
		{"https://a.example/2020/03/two/feed/", "/2020/03/two/"}, {"/2020/03/two/amp/", "/2020/03/two/"}, {"/2020/03/two/trackback/", "/2020/03/two/"}, {"/2020/03/two/2/", "/2020/03/two/"},
		{"/2020/03/two/comment-page-3/#comment-7", "/2020/03/two/"}, {"https://a.example/2020/03/two/#comments", "/2020/03/two/"}, {"https://a.example/2020/03/two/#respond", "/2020/03/two/"},
		{"https://a.example/2020/03/two/?utm_source=x&amp;fbclid=y", "/2020/03/two/"}, {"https://a.example/2020/03/two/#how", "/2020/03/two/#how"},
		{"https://a.example/2020/03/two/photo/", "https://a.example/wp-content/uploads/photo.jpg"}, {"/?attachment_id=5", "https://a.example/wp-content/uploads/photo.jpg"},
		{"https://a.example/?cat=4", "/category/strength/racks"}, {"/?tag=squats", "/tag/squats"}, {"/?m=202003", "/2020/03"}, {"/category/racks/", "/category/strength/racks"}, {"/?feed=rss2", "/feed/"}, {"/?feed=atom", "/feed/atom/"},
		{"https://b.example/?p=2", "https://b.example/?p=2"}, {"mailto:a@b.example", "mailto:a@b.example"}, {"../x/", "../x/"}, {"/files/a.pdf?x=1", "/files/a.pdf?x=1"},
	} {
		blog := read(t, terms, photo, two, draft, thing{id: "1", content: `a <a href="` + test[0] + `">b</a>`}.xml())
		got := strings.TrimSuffix(strings.TrimPrefix(blog.Posts[2].Body, "a [b]("), ")")
		want := test[1]
		if got != want && got != "https://a.example"+want {
			t.Errorf("%s: got %s, want %s", test[0], got, want)
		}
	}
	same(t, "a place that only comments have", read(t, thing{content: `a <a href="#comment-3">b</a> <a href='#respond'>c</a>`}.xml()).Posts[0].Body, "a b c")
	private := read(t, thing{status: "private", link: "https://a.example/secret/"}.xml()).Posts[0]
	same(t, "the address of a private text", private.Names[len(private.Names)-1], "/secret/")
}

// What the export says of the blog is noted, and nothing that it does not say.
func TestAbout(t *testing.T) {
	author := func(login, name string) string {
		return "<wp:author><wp:author_login>" + login + "</wp:author_login><wp:author_display_name>" + name + "</wp:author_display_name></wp:author>"
	}
	about := "<title>Hill &amp;amp; Barbell</title><description>Strength</description><language>de-DE-formal</language>"
	by := func(id, login, more string) string {
		return thing{id: id, more: "<dc:creator>" + login + "</dc:creator>" + more}.xml()
	}
	blog := read(t, about, author("jo", "Jo Miller"), by("1", "jo", ""), by("2", "jo", ""))
	same(t, "one author", blog.About, importer.About{Title: "Hill & Barbell", Description: "Strength", Language: "de-DE", Author: "Jo Miller"})
	same(t, "two authors", read(t, author("jo", "Jo Miller"), by("1", "jo", ""), by("2", "sam", "")).About, importer.About{})
	guest := thing{id: "9", kind: "guest-author", name: "cap-ben-fox", title: "x", more: metaXML("cap-display_name", "Ben Fox") + metaXML("cap-user_login", "ben-fox")}.xml()
	both := inXML("author", "cap-ann", "ann") + inXML("author", "cap-ben-fox", "ben-fox")
	for _, test := range []struct{ name, more, want string }{
		{"two authors", both, "Ann Lee & Ben Fox"}, {"three authors", both + inXML("author", "cy-day", "Cy Day"), "Ann Lee, Ben Fox & Cy Day"}, {"a guest", inXML("author", "cap-ben-fox", "ben-fox"), "Ben Fox"}, {"none", "", "Jo Miller"},
	} {
		same(t, test.name, read(t, author("jo", "Jo Miller"), author("ann", "Ann Lee"), guest, by("1", "jo", test.more)).Posts[0].Author, test.want)
	}
	same(t, "an address for logging in", read(t, by("1", "jo@a.example", "")).Posts[0].Author, "")
}

// The menu is the one that its name says to be the main one, in its order, without what leads nowhere or elsewhere.
func TestMenu(t *testing.T) {
	entry := func(id, menu, order, title, metas string) string {
		return thing{id: id, kind: "nav_menu_item", title: title, more: "<wp:menu_order>" + order + "</wp:menu_order>" + inXML("nav_menu", menu, menu) + metas}.xml()
	}
	to := func(kind, object, id, address, above string) string {
		return metaXML("_menu_item_type", kind) + metaXML("_menu_item_object", object) + metaXML("_menu_item_object_id", id) + metaXML("_menu_item_url", address) + metaXML("_menu_item_menu_item_parent", above)
	}
	texts := categoryXML("3", "strength", "") + thing{id: "31", kind: "page", link: "https://a.example/about/", title: "About"}.xml() + thing{id: "32", kind: "page", link: "https://a.example/?page_id=32", status: "draft", title: "Plan"}.xml()
	blog := read(t, texts, entry("40", "footer", "1", "Imprint", to("custom", "custom", "40", "/imprint/", "0")), entry("41", "main", "3", "Strength", to("taxonomy", "category", "3", "", "0")),
		entry("42", "main", "1", "Home", to("custom", "custom", "42", "https://www.a.example", "0")), entry("43", "main", "2", "&nbsp;", to("post_type", "page", "31", "", "0")), entry("44", "main", "4", "Draft", to("post_type", "page", "32", "", "0")),
		entry("45", "main", "5", "Elsewhere", to("custom", "custom", "45", "https://b.example/", "0")), entry("46", "main", "6", "More", to("custom", "custom", "46", "#", "0")), entry("47", "main", "7", "Shop", to("custom", "custom", "47", "/shop/?x=1", "46")),
		entry("48", "main", "8", "Below", to("custom", "custom", "48", "/below/", "43")))
	same(t, "a menu", blog.About.Menu, []string{"/", "/about/", "/category/strength/", "/shop/?x=1"})
	same(t, "what stays behind", told(blog, "Entries of menus"), []string{"x.xml:7 Imprint", "x.xml:11 Draft", "x.xml:12 Elsewhere", "x.xml:15 Below"})
	blocks := `<!-- wp:home-link {"label":"Home"} /--><!-- wp:navigation-link {"label":"Me","type":"page","id":31,"url":"https://old.example/about/","kind":"post-type"} /-->` +
		`<!-- wp:navigation-link {"label":"Out","url":"https://b.example/"} /--><!-- wp:navigation-submenu {"label":"More","url":"/more/"} --><!-- /wp:navigation-submenu -->`
	blog = read(t, texts, thing{id: "50", kind: "wp_navigation", content: blocks}.xml())
	same(t, "a menu of blocks", blog.About.Menu, []string{"/", "/about/", "/more/"})
	same(t, "what stays behind of it", told(blog, "Entries of menus"), []string{"Out https://b.example/"})
}

// Texts of kinds that themes and plugins show become articles or pages; of others nobody can tell, and what plugins keep stays behind.
func TestKinds(t *testing.T) {
	for _, test := range []struct {
		name         string
		x            thing
		page         bool
		hidden, stay string
	}{
		{"a portfolio", thing{kind: "portfolio", content: "a"}, true, "", ""},
		{"an episode", thing{kind: "podcast", content: "a"}, false, "", ""},
		{"with a category", thing{kind: "project", content: "a", more: inXML("category", "b", "B")}, false, "", ""},
		{"a lesson", thing{kind: "sfwd-lessons", content: "a"}, true, "its kind is sfwd-lessons, which only those who take a course may have seen", ""},
		{"unknown", thing{kind: "zebra", content: "a"}, true, "nobody can tell whether texts of its kind, zebra, were shown", ""},
		{"without an address of its own", thing{kind: "portfolio", content: "a", link: "https://a.example/?post_type=portfolio&amp;p=1"}, true, "nobody can tell whether texts of its kind, portfolio, were shown", ""},
		{"a draft", thing{kind: "portfolio", content: "a", status: "draft"}, true, `its status is "draft"`, ""},
		{"a form", thing{kind: "wpcf7_contact_form", content: "[text name]"}, false, "", "wpcf7_contact_form (1)"},
		{"an order", thing{kind: "shop_order", content: "a", status: "wc-completed"}, false, "", "shop_order (1)"},
		{"without words", thing{kind: "portfolio"}, false, "", "portfolio (1)"},
		{"a template", thing{kind: "elementor_library", content: "a"}, false, "", "elementor_library (1)"},
	} {
		blog := read(t, test.x.xml())
		if test.stay != "" {
			same(t, test.name, []any{len(blog.Posts), told(blog, "Kinds of content")}, []any{0, []string{test.stay}})
			continue
		}
		same(t, test.name, []any{blog.Posts[0].Page, blog.Posts[0].Hidden, told(blog, "Texts of other kinds")}, []any{test.page, test.hidden, []string{test.x.kind + " (1)"}})
	}
	inMenu := thing{id: "9", kind: "nav_menu_item", more: metaXML("_menu_item_object", "zebra")}.xml()
	same(t, "a kind that the menu leads to", read(t, inMenu, thing{kind: "zebra", content: "a"}.xml()).Posts[0].Hidden, "")
	blog := read(t, thing{more: inXML("recipe_category", "soup", "Soup") + inXML("difficulty", "easy", "Easy") + inXML("post_format", "post-format-video", "Video") + inXML("category", "non-classe", "Non classé")}.xml())
	same(t, "lists of other kinds", []any{blog.Posts[0].Tags, told(blog, "Lists of other kinds")}, []any{[]string{"Soup"}, []string{"difficulty: Easy"}})
}

// A site has one language: texts that a plugin notes to be in another stay behind.
func TestLanguages(t *testing.T) {
	blog := read(t, "<language>de-DE</language>", thing{id: "1", more: inXML("language", "en", "English")}.xml(), thing{id: "2", more: inXML("language", "de", "Deutsch")}.xml(), thing{id: "3"}.xml())
	same(t, "the texts", []string{blog.Posts[0].Title, blog.Posts[1].Title}, []string{"T2", "T3"})
	same(t, "the report", told(blog, "Texts in other languages"), []string{"x.xml:4 T1 (en)"})
}

// The page at the home address opens the new home page, and the page of the newest articles is the list of articles.
func TestHomePage(t *testing.T) {
	home := thing{id: "1", kind: "page", link: "https://a.example/", name: "welcome", content: "a"}.xml()
	posts := thing{id: "2", kind: "page", link: "https://a.example/blog/", name: "blog"}.xml()
	blog := read(t, home, posts, thing{id: "3"}.xml())
	same(t, "the home page", []any{len(blog.Posts), blog.Posts[0].Slug, blog.Posts[0].Page}, []any{2, "home", true})
	_, listed := blog.Lists["/blog/"]
	same(t, "the list", []any{listed, told(blog, "Pages that only listed")}, []any{true, []string{"x.xml:5 /blog/"}})
	same(t, "no home page, no such list", len(read(t, posts).Posts), 1)
	same(t, "above the others", told(read(t, thing{more: "<wp:is_sticky>1</wp:is_sticky>"}.xml()), "Articles that stood above"), []string{"x.xml:4 T1"})
}

// A date is read in every way in which exports write it.
func TestDates(t *testing.T) {
	at := time.Date(2019, 3, 1, 10, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name, date, more string
		want             time.Time
	}{
		{"as WordPress", "2019-03-01 10:00:00", "", at}, {"ISO", "2019-03-01T10:00:00+02:00", "", at}, {"a day", "2019-03-01", "", at.Add(-10 * time.Hour)},
		{"only in Greenwich", "0000-00-00 00:00:00", "<wp:post_date_gmt>2019-03-01 10:00:00</wp:post_date_gmt>", at}, {"only in the feed", "0000-00-00 00:00:00", "<pubDate>Fri, 01 Mar 2019 10:00:00 +0000</pubDate>", at},
		{"ISO in the feed", "x", "<pubDate>2019-03-01T10:00:00+00:00</pubDate>", at}, {"none", "0000-00-00 00:00:00", "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>", time.Time{}}, {"no date", "soon", "", time.Time{}},
	} {
		same(t, test.name, read(t, thing{date: test.date, more: test.more}.xml()).Posts[0].Date, test.want)
	}
}

// Squarespace writes exports for WordPress: addresses without the host, and pictures on its own servers, which may be downloaded.
func TestSquarespace(t *testing.T) {
	const picture = "https://images.squarespace-cdn.com/content/v1/5a/17-Q/Front+Squat.jpg"
	xml := head + thing{id: "2", kind: "attachment", status: "inherit", link: "/s/front-squat", more: "<wp:attachment_url>" + picture + "</wp:attachment_url>"}.xml() +
		thing{link: "/blog/2020/1/5/start", name: "start", content: `<div class="sqs-layout"><div class="sqs-block"><p>a</p><img src="` + picture + `?format=1000w" alt="Squat"></div></div>`, more: metaXML("_thumbnail_id", "2")}.xml() + tail
	for uploads, want := range map[string]string{"Front Squat.jpg": "https://a.example/wp-content/uploads/Front%20Squat.jpg", "other.jpg": picture} {
		blog, err := wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(xml), Uploads: fstest.MapFS{uploads: {}}})
		if err != nil {
			t.Fatal(err)
		}
		p := blog.Posts[0]
		body := "a\n\n![Squat](" + want + ")"
		if want == picture {
			body = "a\n\n![Squat](" + want + "?format=1000w)"
		}
		same(t, uploads, []any{p.Old, p.Body, p.Image}, []any{[]string{"/blog/2020/1/5/start"}, body, want})
	}
}
