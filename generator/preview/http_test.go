package preview

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/linktest"
	"github.com/legpress/legpress/generator/mediatype"
)

// What the site says of its own files is what hosts say of files of such names.
func TestMediaTypes(t *testing.T) {
	dir := newSite(t)
	write(t, dir, "content/moved.toml", "\"/feed.xml\" = \"/rss.xml\"\n\"/old.json\" = \"/feed.json\"\n")
	for _, p := range coordinatorOf(t, dir).shown.Load().served.Site.Pages {
		if got, want := p.MediaType(), mediatype.Of(p.File()); got != want {
			t.Errorf("%s is %s to the site, and %s to the preview", p.URL, got, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	dir := newSite(t)
	write(t, dir, "secret.txt", "xyzzy")
	write(t, dir, "public/index.html", "old")
	write(t, dir, "content/static/photo.jpg", "not served: it is no picture")
	d := coordinatorOf(t, dir)
	for _, c := range []struct {
		path   string
		status int
		want   string // the type of what is served, or where a redirect leads
	}{
		{"/", 200, "text/html; charset=utf-8"},
		{"/index.html", 200, "text/html; charset=utf-8"},
		{"/articles/first/", 200, "text/html; charset=utf-8"},
		{"/articles/first/index.html", 200, "text/html; charset=utf-8"},
		{"/articles/first", 302, "/articles/first/"},
		{"/articles/first?q=1", 302, "/articles/first/?q=1"},
		{"/articles/trip/dot.svg", 200, "image/svg+xml"},
		{"/plans/eight/only-runs/sheet/", 200, "text/html; charset=utf-8"},
		{"/plans/eight/only-runs/plan.json", 200, "application/json"},
		{"/plans/eight/only-runs/plan.csv", 200, "text/csv; charset=utf-8"},
		{"/assets/style.css", 200, "text/css; charset=utf-8"},
		{"/notes.txt", 200, "text/plain; charset=utf-8"},
		{"/map/", 200, "text/html; charset=utf-8"},
		{"/map", 302, "/map/"},
		{"/old-about/", 200, "text/html; charset=utf-8"},
		{"/404.html", 404, "text/html; charset=utf-8"},
		{"/nothing/", 404, "text/html; charset=utf-8"},
		{"/notes.txt/", 404, "text/html; charset=utf-8"},
		{"/site.toml", 404, "text/html; charset=utf-8"},
		{"/content/site.toml", 404, "text/html; charset=utf-8"},
		{"/secret.txt", 404, "text/html; charset=utf-8"},
		{"/public/index.html", 404, "text/html; charset=utf-8"},
		{"/_legpress/", 200, "text/html; charset=utf-8"},
		{"/_legpress/client.js", 200, "text/javascript; charset=utf-8"},
		{"/_legpress/preview.css", 200, "text/css; charset=utf-8"},
		{"/_legpress/nothing", 404, "text/html; charset=utf-8"},
	} {
		path, query, _ := strings.Cut(c.path, "?")
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.URL.RawQuery = query
		r.Host = "localhost:1414"
		got := ask(d.Preview, r)
		what := got.header.Get("Content-Type")
		if c.status == 302 {
			what = got.header.Get("Location")
		}
		if got.status != c.status || what != c.want {
			t.Errorf("%s: %d %q, want %d %q", c.path, got.status, what, c.status, c.want)
		}
		if got.header.Get("Cache-Control") != "no-store" || got.header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: headers %v", c.path, got.header)
		}
		if strings.Contains(got.body, "xyzzy") {
			t.Errorf("%s serves what is no part of the site", c.path)
		}
	}
}

// The panel lies over pages in the site's colours, so it has their accent, and so have the preview's own pages.
func TestPanelHasTheAccent(t *testing.T) {
	dir := newSite(t)
	settings, err := os.ReadFile(filepath.Join(dir, "content/site.toml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "content/site.toml", string(settings)+"\n[look]\naccent = \"#0a5c8f\"\n")
	d := coordinatorOf(t, dir)
	for name, want := range map[string]string{"client.css": "\n.preview { --track: #0a5c8f; }", "preview.css": "\n:root { --track: #0a5c8f; }"} {
		if css := d.get("/_legpress/" + name).body; !strings.Contains(css, want) {
			t.Errorf("%s has another accent: %s", name, css[len(css)-200:])
		}
	}
}

// TestPolicy holds what the preview says of a site's files to what a host is told to say of them: nothing works in the one that does
// not work in the other. Only the preview's own connection is added.
func TestPolicy(t *testing.T) {
	dir := newSite(t)
	settings, err := os.ReadFile(filepath.Join(dir, "content/site.toml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "content/site.toml", string(settings)+"\n[outside]\nforms = [\"https://f.example\"]\nscripts = [\"https://s.example/x.js\"]\n")
	d := coordinatorOf(t, dir)
	at := func(host, path string) answer {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Host = host
		return ask(d.Preview, r)
	}
	told := at("localhost:1414", "/_headers").body
	for _, path := range []string{"/", "/nothing/", "/assets/style.css", "/notes.txt", "/plans/eight/only-runs/plan.json", "/_legpress/"} {
		header := at("localhost:1414", path).header
		for _, name := range []string{"Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"} {
			line := name + ": " + strings.Replace(header.Get(name), " ws://localhost:1414", "", 1)
			if !strings.Contains(told, "\n  "+line+"\n") {
				t.Errorf("%s has %s\nwhere hosts are told\n%s", path, line, told)
			}
		}
		if got := header.Get("Content-Security-Policy"); !strings.Contains(got, "connect-src 'self' https://s.example ws://localhost:1414;") {
			t.Errorf("%s: the policy %s", path, got)
		}
	}
	if got := at("[::1]:1414", "/").header.Get("Content-Security-Policy"); strings.Contains(got, "ws:") {
		t.Errorf("a host that no policy can name stands in %s", got)
	}
}

// Whatever a path says, it leads nowhere but to the site.
func TestNothingElseIsServed(t *testing.T) {
	dir := newSite(t)
	write(t, filepath.Dir(dir), "outside.txt", "xyzzy")
	write(t, dir, "content/static/later.txt", "first")
	d := coordinatorOf(t, dir)
	for _, path := range []string{"/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/static/../../outside.txt", "//outside.txt", `/..\outside.txt`, "/_legpress/../secret.txt", "/_legpress/%2e%2e/%2e%2e/outside.txt"} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path, r.Host = path, "localhost"
		if got := ask(d.Preview, r); strings.Contains(got.body, "xyzzy") || got.status == 200 {
			t.Errorf("%s: %d %.100q", path, got.status, got.body)
		}
	}
	// A file that becomes a link behind the preview's back is not followed outside.
	if err := os.Remove(filepath.Join(dir, "content/static/later.txt")); err != nil {
		t.Fatal(err)
	}
	linktest.Link(t, filepath.Join(filepath.Dir(dir), "outside.txt"), filepath.Join(dir, "content/static/later.txt"))
	if got := d.get("/later.txt"); strings.Contains(got.body, "xyzzy") {
		t.Errorf("a link was followed out of the folder: %q", got.body)
	}
}

func TestHeadAndRange(t *testing.T) {
	d := coordinatorOf(t, newSite(t))
	for _, path := range []string{"/", "/nothing/", "/notes.txt", "/assets/style.css"} {
		r := httptest.NewRequest(http.MethodHead, path, nil)
		r.Host = "localhost"
		if got := ask(d.Preview, r); got.body != "" || got.header.Get("Content-Length") == "0" || got.header.Get("Content-Length") == "" {
			t.Errorf("HEAD %s: %q, %v", path, got.body, got.header)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "/notes.txt", nil)
	r.Host = "localhost"
	r.Header.Set("Range", "bytes=1-3")
	if got := ask(d.Preview, r); got.status != http.StatusPartialContent || got.body != "ote" {
		t.Errorf("a range: %d %q", got.status, got.body)
	}
	r = httptest.NewRequest(http.MethodPost, "/", nil)
	r.Host = "localhost"
	if got := ask(d.Preview, r); got.status != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", got.status)
	}
}

// A site that is published in a folder is served in that folder, with the same bytes.
func TestBase(t *testing.T) {
	dir := newSite(t)
	write(t, dir, "content/site.toml", strings.Replace(read(t, dir, "content/site.toml"), "balanced-stride.com/", "balanced-stride.com/my%20blog/", 1))
	d := coordinatorOf(t, dir)
	want, said := built(t, d.options)
	if want == nil {
		t.Fatal(said)
	}
	for path, data := range want {
		got := d.get("/my blog" + path)
		body := got.body
		if d.shown.Load().has("/my blog"+path) && got.header.Get("Content-Type") == mediatype.HTML {
			body = got.bare(t)
		}
		if body != data {
			t.Errorf("%s differs from the build", path)
		}
	}
	for path, to := range map[string]string{"/": "/my%20blog/", "/my%20blog": "/my%20blog/", "/my%20blog/articles": "/my%20blog/articles/"} {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Host = "localhost"
		if got := ask(d.Preview, r); got.status != http.StatusFound || got.header.Get("Location") != to {
			t.Errorf("%s: %d to %q, want %q", path, got.status, got.header.Get("Location"), to)
		}
	}
	if got := d.get("/articles/first/"); got.status != http.StatusNotFound {
		t.Errorf("outside of its folder the site is served, too: %d", got.status)
	}
}

func TestWithScript(t *testing.T) {
	for page, want := range map[string]string{
		"<head><title>x</title></head><body>": `<head>SCRIPT<title>x</title></head><body>`,
		"<HEAD></HEAD ><body></head>":         `<HEAD>SCRIPT</HEAD ><body></head>`,
		"<p>no head":                          "<p>no headSCRIPT",
		"<head>ÄÖİ</head>":                    "<head>SCRIPTÄÖİ</head>",
	} {
		got := script.ReplaceAllString(string(withScript([]byte(page), "/", "0123456789abcdef")), "SCRIPT")
		if got != want {
			t.Errorf("%q became %q, want %q", page, got, want)
		}
	}
	got := string(withScript([]byte("<head></head>"), `/"><script>alert(1)</script>/`, "0"))
	if strings.Contains(got, "<script>alert") {
		t.Errorf("a path is not escaped: %s", got)
	}
}

// Whoever asks by a foreign name or from a foreign page gets nothing.
func TestGuard(t *testing.T) {
	nearby := addresses()
	if len(nearby) == 0 {
		t.Fatal("this machine has no address")
	}
	own := nearby[len(nearby)-1].String()
	everywhere := &net.TCPAddr{IP: net.IPv4zero, Port: 1414}
	for _, c := range []struct {
		at      net.Addr
		host    string
		headers string // name=value;name=value
		want    int
	}{
		{loopback, "127.0.0.1:1414", "", 200},
		{loopback, "localhost:1414", "", 200},
		{loopback, "LOCALHOST", "", 200},
		{loopback, "[::1]:1414", "", 200},
		{loopback, "127.0.0.1:9000", "", 200}, // a tunnel
		{loopback, "evil.example:1414", "", 421},
		{loopback, "localhost.evil.example", "", 421},
		{loopback, "127.0.0.1.nip.io", "", 421},
		{loopback, "192.0.2.7:1414", "", 421},
		{loopback, "", "", 421},
		{everywhere, "localhost:1414", "", 200},
		{everywhere, net.JoinHostPort(own, "1414"), "", 200},
		{everywhere, "192.0.2.7:1414", "", 421},
		{everywhere, "evil.example:1414", "", 421},
		{loopback, "localhost:1414", "Origin=http://localhost:1414", 200},
		{loopback, "localhost:1414", "Origin=http://localhost:3000", 403},
		{loopback, "localhost:1414", "Origin=https://evil.example", 403},
		{loopback, "localhost:1414", "Origin=null", 403},
		{loopback, "localhost:1414", "Sec-Fetch-Site=cross-site;Sec-Fetch-Mode=no-cors;Sec-Fetch-Dest=script", 403},
		{loopback, "localhost:1414", "Sec-Fetch-Site=same-site;Sec-Fetch-Mode=no-cors;Sec-Fetch-Dest=image", 403},
		{loopback, "localhost:1414", "Sec-Fetch-Site=cross-site;Sec-Fetch-Mode=navigate;Sec-Fetch-Dest=iframe", 403},
		{loopback, "localhost:1414", "Sec-Fetch-Site=cross-site;Sec-Fetch-Mode=navigate;Sec-Fetch-Dest=document", 200},
		{loopback, "localhost:1414", "Sec-Fetch-Site=same-origin;Sec-Fetch-Mode=no-cors;Sec-Fetch-Dest=script", 200},
		{loopback, "localhost:1414", "Sec-Fetch-Site=none;Sec-Fetch-Mode=navigate;Sec-Fetch-Dest=document", 200},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = c.host
		for header := range strings.SplitSeq(c.headers, ";") {
			if name, value, ok := strings.Cut(header, "="); ok {
				r.Header.Set(name, value)
			}
		}
		w := httptest.NewRecorder()
		guard(c.at, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})).ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("at %v, host %q, %s: %d, want %d", c.at, c.host, c.headers, w.Code, c.want)
		}
	}
}

func TestListen(t *testing.T) {
	first, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := Listen(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if a, b := first.Addr().(*net.TCPAddr).Port, second.Addr().(*net.TCPAddr).Port; b <= a || b > a+maxPorts {
		t.Errorf("port %d is taken, and the next one is %d", a, b)
	}
	for address, want := range map[string]string{
		"127.0.0.1:80": "127.0.0.1 80", "localhost": "localhost 1414", "8080": "127.0.0.1 8080", ":8080": " 8080", "0.0.0.0": "0.0.0.0 1414",
		"[::1]:99": "::1 99", "::1": "::1 1414", "": "error", "127.0.0.1:http": "error", "127.0.0.1:99999": "error", "http://localhost:80": "error", "a b": "error",
	} {
		host, port, err := SplitAddress(address)
		got := fmt.Sprint(host, " ", port)
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("%q is %q, want %q", address, got, want)
		}
	}
	if _, err := Listen("192.0.2.7:80"); err == nil {
		t.Error("listens at an address that is another machine's")
	}
}

func TestEditorLinks(t *testing.T) {
	for _, c := range []struct{ editor, file, want string }{
		{"vscode", "/home/jo/my site/a.md", "vscode://file/home/jo/my%20site/a.md:3:7"},
		{"zed", "/a.md", "zed://file/a.md:3:7"},
		{"idea", "/a b.md", "idea://open?file=%2Fa+b.md&line=3&column=7"},
		{"sublime", "/a b.md", "subl://open?url=file%3A%2F%2F%2Fa%2520b.md&line=3&column=7"},
		{"vscode", "C:/a.md", "vscode://file/C:/a.md:3:7"},
		{"", "/a.md", ""},
	} {
		if got, err := editorLink(c.editor, c.file, 3, 7); got != c.want || err != nil {
			t.Errorf("%s %s: %q, %v, want %q", c.editor, c.file, got, err, c.want)
		}
	}
	for _, name := range Editors() {
		if link, err := editorLink(name, "/a.md", 0, 0); err != nil || !strings.Contains(link, "a.md") {
			t.Errorf("%s: %q, %v", name, link, err)
		}
	}
	if _, err := New(Options{Editor: "ed"}); err == nil || !strings.Contains(err.Error(), "vscode") {
		t.Errorf("an unknown editor: %v", err)
	}
}

// A site that is broken from the start is served, with what is wrong; as soon as it is mended, so is the page.
func TestBrokenFromTheStart(t *testing.T) {
	dir := newSite(t)
	good := read(t, dir, "content/articles/second.md")
	write(t, dir, "content/articles/second.md", "title = <b>\n")
	d := coordinatorOf(t, dir)
	for _, path := range []string{"/", "/articles/second/", "/anything"} {
		got := d.get(path)
		if got.status != http.StatusServiceUnavailable || !strings.Contains(got.bare(t), "content/articles/second.md:1:1") {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
	}
	if got := d.get("/_legpress/"); got.status != 200 || !strings.Contains(got.body, "second.md:1:1") || strings.Contains(got.body, "<b>\n") {
		t.Errorf("the outline: %d %s", got.status, got.body)
	}
	write(t, dir, "content/articles/second.md", good)
	d.loadChanged([]string{"content/articles/second.md"})
	agree(t, d.Preview)
}

// A template that works for some pages and not for others breaks only those that it does not work for.
func TestPageThatCannotBeRendered(t *testing.T) {
	dir := newSite(t)
	d := coordinatorOf(t, dir)
	layout := `{{define "main"}}{{if eq .Article.ID "first"}}{{word .Article.ID}}{{end}}<h1>{{.Title}}</h1>{{end}}`
	write(t, dir, "templates/layouts/article.html", layout)
	d.loadAll()
	if s := d.shown.Load(); s.broken {
		t.Fatalf("problems: %v", s.problems)
	}
	if got := d.get("/articles/second/"); got.status != 200 || !strings.Contains(got.body, "<h1>Second</h1>") {
		t.Errorf("the page that can be rendered: %d %s", got.status, got.body)
	}
	if got := d.get("/articles/first/"); got.status != 500 || !strings.Contains(got.bare(t), "templates/layouts/article.html:1:") {
		t.Errorf("the page that cannot: %d %s", got.status, got.body)
	}
}

func TestOutline(t *testing.T) {
	dir := newSite(t)
	write(t, dir, "content/runners/no-plan.toml", strings.Replace(read(t, dir, "content/runners/only-runs.toml"), "Nothing outside", "No <plan>", 1))
	write(t, dir, "content/runners/waiting.toml", "draft = true\n"+strings.Replace(read(t, dir, "content/runners/only-runs.toml"), "Nothing outside", "Waiting for", 1))
	write(t, dir, "content/plans/club.toml", "listed = false\n"+strings.Replace(read(t, dir, "content/plans/eight.toml"), "Eight weeks", "Club", 1))
	write(t, dir, "content/articles/offer.md", "+++\ntitle = \"Offer\"\ndate = 2026-02-01\nexpires = 2026-02-08\n+++\nGone.\n")
	got := coordinatorOf(t, dir, func(o *Options) { o.Editor = "vscode" }).get("/_legpress/").bare(t)
	for _, want := range []string{
		`<title>2 warnings · Outline · Small</title>`,
		`<p class="tally"><a href="#warnings">2 warnings</a></p>`,
		`Nothing of this keeps a build from making the website.`,
		`<h2 id="warnings">2 warnings</h2>`,
		`<h3 id="warnings-content%2Frunners%2Fno-plan.toml">content/runners/no-plan.toml <a href="/runners/no-plan/">No &lt;plan&gt; running</a></h3>`,
		`/content/runners/no-plan.toml:1:1" title="content/runners/no-plan.toml">the file</a></p>`,
		`no plan is for the runner type`,
		`<a href="/runners/no-plan/">No &lt;plan&gt; running</a> <a class="wrong" href="#warnings-content%252Frunners%252Fno-plan.toml">1 warning</a>`,
		`<h2 id="not-on-the-website">Not on the website <small>4</small></h2>`,
		`<a href="/runners/waiting/">Waiting for running</a> <mark>draft</mark>`,
		`<a href="/articles/draft/">Draft</a> <mark>draft</mark>`,
		`<a href="/articles/later/">Later</a> <mark>future</mark>`,
		`<p class="name">Offer <mark>expired 2026-02-08</mark></p>`,
		`<a href="/plans/club/">Club</a> <mark>unlisted</mark>`,
		`<li><a href="/plans/club/only-runs/">Nothing outside running</a></li><li><a href="/plans/club/only-runs/sheet/">sheet</a></li>`,
		`/content/articles/2026-01-05-first.md:1:1">content/articles/2026-01-05-first.md</a></p></div>
<span>16 words, 1 min</span>
<time>2026-01-05</time></li>`,
		`<h2 id="lists">Lists <small>15</small></h2>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the outline has no %s:\n%s", want, got)
		}
	}
	if n := strings.Count(got, `href="/articles/draft/"`); n != 1 {
		t.Errorf("the draft is listed %d times", n)
	}
}

// What is wrong comes first, by severity and file; what a site has too much of is folded.
func TestOutlineOfMistakes(t *testing.T) {
	dir := newPlainSite(t)
	const outline = "/_legpress/"
	d := coordinatorOf(t, dir)
	if got := d.get(outline).body; !strings.Contains(got, "Nothing is to be mended.") || strings.Contains(got, `class="problems"`) {
		t.Errorf("without a mistake: %s", got)
	}
	for i := range 40 {
		write(t, dir, fmt.Sprintf("content/articles/a%02d.md", i), fmt.Sprintf("+++\ntitle = \"A%d\"\ndate = 2026-01-01\ntags = [\"a\", \"a\"]\n+++\n[x](gone.md)\n", i))
	}
	write(t, dir, "content/pages/about.md", "+++\ntitle = \"About\"\n+++\n"+strings.Repeat("<b>x</b> ![x](none.jpg)\n\n", 6))
	d.loadAll()
	got := d.get(outline).bare(t)
	inOrder(t, got, "Until the mistakes are mended, the pages stay as they were.", `<h2 id="mistakes">`, `<h3 id="mistakes-content%2Farticles%2Fa02.md">`, `<details><summary>37 more like this</summary>`,
		`<h3 id="mistakes-content%2Farticles%2Fa03.md">`, "and 20 more like this", `</details>`, `content/pages/about.md <a href="/about/">About</a></h3>`, "this is HTML", "there is no picture",
		`<h2 id="warnings">40 warnings</h2>`, `<h2 id="articles">Articles`)
	if first, _, _ := strings.Cut(got, `id="warnings"`); strings.Count(first, "<details>") != 3 {
		t.Errorf("%d folds of mistakes, want one of files and two in a file:\n%s", strings.Count(first, "<details>"), first)
	}
}

// inOrder fails where a page does not say all of that, one after the other.
func inOrder(t *testing.T, page string, texts ...string) {
	t.Helper()
	rest := page
	for _, text := range texts {
		_, after, ok := strings.Cut(rest, text)
		if !ok {
			t.Fatalf("there is no %s behind what comes before it:\n%s", text, page)
		}
		rest = after
	}
}

// Long lists of pages are folded. In a site with nothing in it the way on is said.
func TestOutlineOfManyAndOfNone(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/site.toml", "title = \"New\"\nurl = \"https://balanced-stride.com/\"\ncards = false\n")
	d := coordinatorOf(t, dir)
	if got := d.get("/_legpress/").body; !strings.Contains(got, `<code>legpress new article "Finding balance"</code>`) {
		t.Errorf("an empty site: %s", got)
	}
	for i := range 1_021 {
		write(t, dir, fmt.Sprintf("content/articles/a%d.md", i), "+++\ntitle = \"A\"\ndate = 2026-01-01\n+++\nText.\n")
	}
	d.loadAll()
	got := d.get("/_legpress/").body
	if strings.Contains(got, "legpress new article") {
		t.Error("a site with articles is told how to begin one")
	}
	inOrder(t, got, `<h2 id="articles">Articles <small>1,021</small></h2>`, `<summary>1,001 more</summary>`, "</details>", `<h2 id="lists">`)
}
