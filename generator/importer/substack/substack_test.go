package substack_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"html"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/substack"
)

const head = "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n"

const row = "1.a,2024-03-05T07:30:00.000Z,true,,,newsletter,everyone,A,,\n"

// packed returns a zip of files.
func packed(t testing.TB, files map[string]string) substack.Input {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(files[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return zipped(b.Bytes())
}

func zipped(data []byte) substack.Input {
	return substack.Input{Name: "x.zip", Zip: bytes.NewReader(data), Size: int64(len(data))}
}

func read(t *testing.T, in substack.Input) *importer.Blog {
	t.Helper()
	blog, err := substack.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	return blog
}

// Files that are no export get a sentence that says how to get one.
func TestWrong(t *testing.T) {
	var whole bytes.Buffer
	w := zip.NewWriter(&whole)
	if _, err := w.Create("posts.csv"); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		in   substack.Input
		want string
	}{
		{"a theme", packed(t, map[string]string{"package.json": "{}", "post.hbs": "x"}), "x.zip is no export of Substack: there is no posts.csv in it. Make one in Substack: Settings, Import/Export"},
		{"only a list of subscribers", packed(t, map[string]string{"email_list.csv": "email"}), "x.zip is no export of Substack: there is no posts.csv in it"},
		{"a list of subscribers", zipped([]byte("email,active_subscription\na@b.example,true")), "x.zip is a list of subscribers, which nobody should see here"},
		{"the table alone", zipped([]byte(head)), "x.zip is only the table of an export: name the .zip"},
		{"cut off", zipped(whole.Bytes()[:20]), "x.zip breaks off: it was not downloaded whole. Make one"},
		{"WordPress", zipped([]byte("<?xml version=\"1.0\"?>")), "x.zip is no export of Substack. Make one"},
		{"nothing", zipped(nil), "x.zip is no export of Substack. Make one"},
		{"another table", packed(t, map[string]string{"posts.csv": "a,b\n1,2\n"}), "posts.csv of x.zip has no column post_id"},
		{"an empty folder", substack.Input{Name: "x", Folder: fstest.MapFS{}}, "x is no export of Substack: there is no posts.csv in it"},
	} {
		_, err := substack.Read(test.in)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// An export may lie in a folder of the zip, have the signs of another system in its names, and names that lead elsewhere.
func TestNames(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"plain":               {"posts.csv": head + row, "posts/1.a.html": "<p>x</p>"},
		"in a folder":         {"export/posts.csv": head + row, "export/posts/1.a.html": "<p>x</p>", "export/posts/deep/posts.csv": "y"},
		"of Windows":          {`e\posts.csv`: head + row, `e\posts\1.a.html`: "<p>x</p>"},
		"of a Mac":            {"posts.csv": head + row, "posts/1.a.html": "<p>x</p>", "__MACOSX/posts/._1.a.html": "y", "posts/.DS_Store.html": "y"},
		"leading elsewhere":   {"posts.csv": head + row, "posts/1.a.html": "<p>x</p>", "../posts/2.b.html": "y", "/posts/3.c.html": "y"},
		"without a slug":      {"posts.csv": head + strings.Replace(row, "1.a,", "1,", 1), "posts/1.a.html": "<p>x</p>"},
		"with a mark":         {"posts.csv": "\uFEFF" + head + row, "posts/1.a.html": "\uFEFF<p>x</p>"},
		"with a quote astray": {"posts.csv": head + strings.Replace(row, ",A,", ",A\"\",", 1), "posts/1.a.html": "<p>x</p>"},
	} {
		blog := read(t, packed(t, files))
		if len(blog.Posts) != 1 || blog.Posts[0].Body != "x" || blog.Posts[0].Slug != "a" || blog.Posts[0].Hidden != "" || !slices.Equal(blog.Posts[0].Old, []string{"/p/a"}) {
			t.Errorf("%s: got %+v", name, blog.Posts)
		}
	}
}

// A file that is far too long, as in a zip that wants to fill a disk, does not stop the rest.
func TestTooLong(t *testing.T) {
	blog := read(t, packed(t, map[string]string{"posts.csv": head + row + strings.Replace(row, "1.a", "2.b", 1), "posts/1.a.html": strings.Repeat(" ", 17<<20), "posts/2.b.html": "<p>x</p>"}))
	if !slices.ContainsFunc(blog.Found, func(f importer.Finding) bool {
		return f.File == "posts/1.a.html" && f.What == "it is too large: more than 16 MB"
	}) || len(blog.Posts) != 2 || blog.Posts[1].Body != "x" {
		t.Errorf("got %d posts and found %v", len(blog.Posts), blog.Found)
	}
}

// Only the table and the texts are opened.
func TestPrivateFiles(t *testing.T) {
	const secret = "email\nzanzibar@a.example\n"
	blog := read(t, packed(t, map[string]string{
		"posts.csv": head + row, "posts/1.a.html": "<p>x</p>", "email_list.x.csv": secret, "posts/1.delivers.csv": secret, "posts/1.opens.csv": secret, "subscribers.html": secret, "notes/1.html": secret,
	}))
	out, err := json.Marshal(map[string]any{"posts": blog.Posts, "found": blog.Found})
	if err != nil || strings.Contains(string(out), "zanzibar") {
		t.Errorf("it has %s: %v", out, err)
	}
}

// Where the website was is what its buttons say, or what the author says.
func TestHome(t *testing.T) {
	const share, subscribe = `<a href="https://b.example/p/a?utm_source=substack&amp;utm_content=share&amp;action=share">Share</a>`, `<a href="https://c.substack.com/subscribe?">Subscribe</a>`
	for _, test := range []struct{ html, home, want, reason string }{
		{share + subscribe, "", "https://b.example/", "The address of the old website is that of its buttons"},
		{subscribe, "", "https://c.substack.com/", "The address of the old website is that of its buttons"},
		{share, "https://d.example/", "https://d.example/", ""},
		{strings.ReplaceAll(share, "/p/a", "/p/other"), "", "", "An export does not say where the website was"},
	} {
		in := packed(t, map[string]string{"posts.csv": head + row, "posts/1.a.html": test.html})
		in.Home = test.home
		blog := read(t, in)
		reason := ""
		for _, f := range blog.Found {
			if strings.Contains(f.Reason, "where the website was") || strings.Contains(f.Reason, "of its buttons") {
				reason = f.Reason
			}
		}
		if blog.Home != test.want || !strings.HasPrefix(reason, test.reason) || test.reason == "" && reason != "" {
			t.Errorf("%s: got %q because %q", test.html, blog.Home, reason)
		}
	}
}

// data returns the data of a component as an attribute.
func data(text string) string { return ` data-attrs="` + html.EscapeString(text) + `"` }

// What Substack keeps of the things between words becomes what it shows.
func TestComponents(t *testing.T) {
	for _, test := range []struct{ html, want string }{
		{`<div class="youtube-wrap"` + data(`{"videoId":"abcDEF_-123","startTime":"75s"}`) + `><iframe></iframe></div>`, "<https://www.youtube.com/watch?v=abcDEF_-123&t=75>"},
		{`<div class="vimeo-wrap"` + data(`{"videoId":76979871,"videoKey":"k1"}`) + `></div>`, "<https://vimeo.com/76979871/k1>"},
		{`<div class="tweet"` + data(`{"url":"https://t.example/1","full_text":"a &amp; *b*\n\nc\nd","username":"ann","name":"Ann"}`) + `><a href="x">x</a></div>`, "> a & \\*b*\n>\n> c  \n> d\n>\n> [Ann (@ann)](https://t.example/1)"},
		{`<div class="tweet"><a class="tweet-link-top" href="https://t.example/1"></a><div class="tweet-author-name">Ann</div><div class="tweet-author-handle">@ann</div><div class="tweet-text">a</div><div>9 likes</div></div>`, "> a\n>\n> [Ann (@ann)](https://t.example/1)"},
		{`a<a class="footnote-anchor" href="#footnote-1">1</a><div class="footnote" id="footnote-1"><a class="footnote-number" href="#footnote-anchor-1">1</a><div class="footnote-content"><p>N</p></div></div>`, "a[^1]\n\n[^1]: N"},
		{`<div class="instagram"` + data(`{"instagram_id":"C1","title":"A post"}`) + `></div>`, "[A post](https://www.instagram.com/p/C1/)"},
		{`<iframe class="bandcamp-wrap"` + data(`{"url":"https://b.example/1","title":"Song"}`) + `></iframe>`, "[Song](https://b.example/1)"},
		{`<div class="image-gallery-embed"` + data(`{"gallery":{"images":[{"src":"https://substackcdn.com/image/fetch/f_auto/https%3A%2F%2Fs.example%2Fa.png"},{"src":"https://s.example/b.png"}],"caption":"Two"}}`) + `></div>`,
			"![](https://s.example/a.png)\n\n![](https://s.example/b.png)\n\nTwo"},
		{`<a class="image-link image2" href="https://substackcdn.com/x"><img src="https://cdn.substack.com/image/fetch/w_1/https%3A%2F%2Fs.example%2Fa.png"` + data(`{"href":"https://l.example/"}`) + `></a>`, "[![](https://s.example/a.png)](https://l.example/)"},
		{`<span class="mention-wrap"` + data(`{"name":"Ben <Fox>"}`) + `></span> runs`, "Ben \\<Fox> runs"},
		{`<div class="file-embed-wrapper"><div class="file-embed-details-h1">Plan</div><a class="file-embed-button" href="https://f.example/plan.pdf">Download</a></div>`, "[Plan](https://f.example/plan.pdf)"},
		{`<div class="captioned-button-wrap"` + data(`{"url":"https://s.example/","text":"Shop"}`) + `><div class="preamble"><p>Bands:</p></div><p class="button-wrapper"><a class="button" href="https://s.example/"><span>Shop</span></a></p></div>`, "Bands:\n\n[Shop](https://s.example/)"},
		{`<p class="button-wrapper"><a class="button" href="https://n.substack.com/p/a/comments">Leave a comment</a></p><p class="button-wrapper"><a href="%%checkout_url%%">Pay</a></p>b`, "b"},
		{`<p class="button-wrapper"` + data(`{"url":"https://n.substack.com/x","action":"share"}`) + `>Share</p>b`, "b"},
		{`<div class="callout-block"><h3>H</h3><p>a</p></div>`, "> [!NOTE]\n>\n> **H**\n>\n> a"},
		{`<div class="datawrapper-wrap"` + data(`{"url":"https://d.example/","title":"Loads","description":"By week"}`) + `><iframe></iframe><script>x</script></div>`, "[Loads](https://d.example/)\n\nBy week"},
		{`<h2>How<div class="header-anchor-parent"><button>Link</button></div></h2>`, "## How"},
		{`<div class="highlighted_code_block"` + data(`{"language":"go"}`) + `><pre><code class="language-go">a</code></pre></div>`, "```go\na\n```"},
		{`a<a class="footnote-anchor" href="#footnote-1">1</a> b<a class="footnote-anchor" href="#footnote-9">9</a><div class="footnote"><a class="footnote-number" id="footnote-1" href="#footnote-anchor-1">1</a><div class="footnote-content"><p>N</p></div></div>`, "a[^1] b\n\n[^1]: N"},
		{`a<div class="embedded-post-wrap"` + data(`{"url":"https://o.example/p/x","title":"Other","truncated_body_text":"y"}`) + `><a href="z">z</a></div>`, "a\n\n[Other](https://o.example/p/x)"},
		{`<a href="https://n.substack.com/p/b?utm_source=x#how">b</a> <a href="https://open.substack.com/pub/n/p/b?r=1">c</a> <a href="https://substack.com/home/post/p-1">d</a> <a href="https://substack.com/home/post/p-2">e</a> <a href="https://n.substack.com/i/1/how">f</a>`,
			"[b](https://n.substack.com/p/b#how) [c](https://n.substack.com/p/b) [d](https://n.substack.com/i/1) [e](https://substack.com/home/post/p-2) [f](https://n.substack.com/i/1#how)"},
	} {
		in := packed(t, map[string]string{"posts.csv": head + row, "posts/1.a.html": test.html})
		in.Home = "https://n.substack.com/"
		p := read(t, in).Posts[0]
		got, _ := p.Losses.PlaceNotes(p.Body)
		if got = strings.TrimSpace(got); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.html, got, test.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(row, `<div class="captioned-image-container"><div class="callout-block"><p class="button-wrapper" data-attrs="{}"><div class="paywall-jump">`)
	f.Add("1.a,,TRUE,x\n\"", `<div class="footnote"><a class="footnote-number" id="a"><a class="footnote-anchor" href="#a">`)
	f.Fuzz(func(_ *testing.T, table, text string) {
		_, _ = substack.Read(substack.Input{Name: "x", Folder: fstest.MapFS{"posts.csv": {Data: []byte(head + table)}, "posts/1.a.html": {Data: []byte(text)}}})
	})
}
