package wordpress_test

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/importer/wordpress"
)

const head = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><link>https://a.example</link><wp:base_blog_url>https://a.example</wp:base_blog_url>
`

const tail = "</channel></rss>"

func item(title, content, more string) string {
	return `<item><title>` + title + `</title><link>https://a.example/x/</link><content:encoded><![CDATA[` + content + `]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_date>2020-01-01 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_name>x</wp:post_name><wp:post_type>post</wp:post_type>` + more + `</item>`
}

// Files that cannot be read get a sentence with the line.
func TestWrong(t *testing.T) {
	for _, test := range []struct{ name, xml, want string }{
		{"cut off", head + "<item><title>a", "x.xml:4: the export breaks off here: it was not downloaded whole. Export again in WordPress: Tools, Export, All content"},
		{"cut off in a text", head + item("a", "b\nc", "")[:150], "x.xml:6: the export breaks off here"},
		{"not well-formed", head + "<item><title>a & b</title></item>\n<b></c>" + tail, "x.xml:4: this is not well-formed XML (invalid character entity & (no semicolon))"},
		{"a page", "<html><body>Log in</body></html>", "x.xml is no export of WordPress, and no feed of a blog. Make an export in WordPress: Tools, Export, All content"},
		{"a feed", "<rss><channel><item><title>a</title></item></channel></rss>", "x.xml is no export of WordPress"},
		{"nothing", "", "x.xml is no export of WordPress"},
	} {
		_, err := wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(test.xml)})
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// Signs that XML does not allow, letters that are not UTF-8, and entities of HTML, do not stop an import.
func TestOddSigns(t *testing.T) {
	blog, err := wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(head + item("a&nbsp;b", "c\x0bd\xffe", "") + tail)})
	if err != nil {
		t.Fatal(err)
	}
	p := blog.Posts[0]
	if p.Title != "a b" || p.Body != "c dÿe" {
		t.Errorf("got title %q and text %q", p.Title, p.Body)
	}
	if len(blog.Found) != 2 || blog.Found[0].What != "1 sign" || blog.Found[1].What != "1 letter" {
		t.Errorf("found %+v", blog.Found)
	}
}

func TestShortcodes(t *testing.T) {
	for _, test := range []struct{ content, want string }{
		{"a [sic] b [1] c[i] [two words] [/d]", `a \[sic] b \[1] c\[i] \[two words] \[/d]`},
		{"[[gallery]] stays", `\[gallery] stays`},
		{"[code lang=\"go\"]a &lt; b[/code]", "```go\na < b\n```"},
		{"a [embed]https://youtu.be/x[/embed] b", "a\n\n<https://youtu.be/x>\n\nb"},
		{"[video mp4=\"https://a.example/v.mp4\"][/video]", "[v.mp4](https://a.example/v.mp4)"},
		{"[vimeo 123]", "<https://vimeo.com/123>"},
		{"https://youtu.be/x", "<https://youtu.be/x>"},
		{"[caption id=\"c\" width=\"3\"]<img src=\"i.jpg\" alt=\"I\"> Words[/caption]", `![I](i.jpg "Words")`},
		{"[box color=\"red\"]in <b>it</b>[/box] out", "in **it** out"},
		{"[form]", ""},
		{"[vc_row][vc_column width=\"1/2\"][vc_column_text]in <b>it</b>[/vc_column_text][/vc_column][/vc_row]", "in **it**"},
		{"[et_pb_image src=\"https://a.example/i.jpg\" alt=\"I\"]", "![I](https://a.example/i.jpg)"},
		{"<figure><audio src=\"https://a.example/a.mp3\"></audio><figcaption>A talk</figcaption></figure>", "[A talk](https://a.example/a.mp3)"},
		{"<ul class=\"blocks-gallery-grid\"><li class=\"blocks-gallery-item\"><figure><img src=\"i.jpg\" alt=\"I\"></figure></li></ul>", "![I](i.jpg)"},
		{"<ul><li><img src=\"i.jpg\" alt=\"I\"> with words</li></ul>", "- ![I](i.jpg) with words"},
		{"<ul><!-- wp:social-link {\"url\":\"https://b.example/me\",\"service\":\"mastodon\"} /--></ul>", "- [Mastodon](https://b.example/me)"},
		{"a <img src=\"data:image/png;base64,AAAA\" alt=\"I\"> b", "a  b"},
	} {
		blog, err := wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(head + item("t", test.content, "") + tail)})
		if err != nil {
			t.Fatal(err)
		}
		got, _ := blog.Posts[0].Losses.PlaceNotes(blog.Posts[0].Body)
		got, _, _ = strings.Cut(got, "\n\n[//]:")
		got, _, _ = strings.Cut(strings.TrimSpace(got), "[//]:")
		if got != test.want {
			t.Errorf("%q:\n got %q\nwant %q", test.content, got, test.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(head + item("a", "[caption]<img src=x> b[/caption] <!-- wp:block {\"ref\":1} /-->", "<wp:comment/>") + tail)
	f.Add(head + item("a", "[gallery]", "<category domain=\"post_tag\">b</category>"))
	f.Add("<rss>")
	f.Fuzz(func(t *testing.T, s string) {
		_, _ = wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(s)})
		_, _ = wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(head + item("a", strings.ReplaceAll(s, "]]>", ""), "") + tail)})
	})
}
