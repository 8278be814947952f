package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/rawhtml"
)

// listed returns what an author lists.
func listed(t *testing.T, forms, frames, scripts, images string) Outside {
	t.Helper()
	read := func(list string) (addresses []Address) {
		for _, text := range strings.Fields(list) {
			a, fault := ReadAddress(text)
			if fault != nil {
				t.Fatalf("%q: %v", text, *fault)
			}
			addresses = append(addresses, a)
		}
		return addresses
	}
	return Outside{read(forms), read(frames), read(scripts), read(images)}
}

func TestString(t *testing.T) {
	const none = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; worker-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
		"media-src 'self'; frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
	if got := New("https://example.com/", Outside{}).String(); got != none {
		t.Errorf("the policy of a site that lists nothing:\n got %s\nwant %s", got, none)
	}
	all := New("https://example.com/", listed(t, "https://a.example/f/", "https://b.example https://player.vimeo.com", "https://c.example/x.js https://c.example/y.js", "https://*.d.example:8443"))
	want := strings.NewReplacer(
		"form-action 'self'", "form-action 'self' https://a.example/f/",
		"player.vimeo.com", "player.vimeo.com https://b.example",
		"script-src 'self'", "script-src 'self' https://c.example/x.js https://c.example/y.js",
		"connect-src 'self'", "connect-src 'self' https://c.example",
		"data:", "data: https://*.d.example:8443",
	).Replace(none)
	if got := all.String(); got != want {
		t.Errorf("the policy of a site that lists much:\n got %s\nwant %s", got, want)
	}
	wide := all.Widened("style-src", "'x'")
	if got := wide.String(); got != strings.Replace(want, "style-src 'self'", "style-src 'self' 'x'", 1) || all.String() != want {
		t.Errorf("a policy that was widened: %s\nand the one before: %s", got, all)
	}
}

func TestReadAddress(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"https://calendly.com", "https://calendly.com"},
		{" HTTPS://Calendly.COM./ ", "https://calendly.com"},
		{"https://www.google.com/maps/", "https://www.google.com/maps/"},
		{"https://a.example:8443/x y", "\"https://a.example:8443/x y\" is no address. Write the address that stands in what the service gave you, behind src= or action=. It looks like \"https://calendly.com\"."},
		{"https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"},
		{"https://*.list-manage.com", "https://*.list-manage.com"},
		{"http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"},
		{"http://localhost", "http://localhost"},
		{"", "there is no address here. It looks like \"https://calendly.com\"."},
		{"*", "\"*\" would let every website in. Name the websites that you use, one by one. It looks like \"https://calendly.com\"."},
		{"https:", "\"https:\" would let every website in. Name the websites that you use, one by one. It looks like \"https://calendly.com\"."},
		{"https://*/", "\"https://*/\" would let every website in. Name the websites that you use, one by one. It looks like \"https://calendly.com\"."},
		{"https://*.com", "\"com\" is not the name of a website. It looks like \"https://calendly.com\"."},
		{"https://a.*.com", "\"a.*.com\" is not the name of a website. It looks like \"https://calendly.com\"."},
		{"formspree.io/f/x", "\"formspree.io/f/x\" does not say how to get there. Did you mean \"https://formspree.io/f/x\"?"},
		{"//gc.zgo.at/count.js", "\"//gc.zgo.at/count.js\" does not say how to get there. Write \"https://gc.zgo.at/count.js\"."},
		{"google analytics", "\"google analytics\" is no address. Google Analytics needs scripts = [\"https://www.googletagmanager.com\", \"https://www.google-analytics.com\"]."},
		{"Calendly", "\"Calendly\" is no address. Calendly needs frames = [\"https://calendly.com\"]."},
		{"my form", "\"my form\" is no address. Write the address that stands in what the service gave you, behind src= or action=. It looks like \"https://calendly.com\"."},
		{"http://a.example", "what comes over http can be read and changed on its way. Write \"https://a.example\"."},
		{"ftp://a.example", "an address here begins with https://, not with ftp:. It looks like \"https://calendly.com\"."},
		{"https://intranet", "\"intranet\" is not the name of a website. It looks like \"https://calendly.com\"."},
		{"https://a..example", "\"a..example\" is not the name of a website. It looks like \"https://calendly.com\"."},
		{"https://[::1]/", "\"::1\" is not the name of a website. It looks like \"https://calendly.com\"."},
		{"https://me:x@a.example", "there is a name before the @ in this address, which every reader could see. Leave it out with the @."},
		{"https://a.example/f?x=1", "an address here ends before its ? or #. Write \"https://a.example/f\"."},
		{"https://a.example/#x", "an address here ends before its ? or #. Write \"https://a.example/\"."},
		{"https://a.example:99999", "a port is a number from 1 to 65535, which \"99999\" is not. Leave it out with its colon, as a rule."},
		{"https://a.example/x;y", "the path of an address cannot have ; or , or * or ' in it here. End it before, behind a slash, or leave the path out: \"https://a.example\"."},
		{"https://a.example/x,y", "the path of an address cannot have ; or , or * or ' in it here. End it before, behind a slash, or leave the path out: \"https://a.example\"."},
		{"https://a.example/x/../y/", "there is . or .. in the path of this address, which browsers take out. Write \"https://a.example/y/\"."},
		{"https://*.a.example:8443/x/%2E%2e/./y", "there is . or .. in the path of this address, which browsers take out. Write \"https://*.a.example:8443/y\"."},
		{"https://a.example/x/..", "there is . or .. in the path of this address, which browsers take out. Write \"https://a.example\"."},
		{"https://a.example/.x/..y/z.", "https://a.example/.x/..y/z."},
		{"'unsafe-inline'", "\"'unsafe-inline'\" is no address. Write the address that stands in what the service gave you, behind src= or action=. It looks like \"https://calendly.com\"."},
		{"https://a.example; script-src *", "\"https://a.example; script-src *\" is no address. Write the address that stands in what the service gave you, behind src= or action=. It looks like \"https://calendly.com\"."},
		{"javascript:x", "\"javascript:x\" is no address. Write the address that stands in what the service gave you, behind src= or action=. It looks like \"https://calendly.com\"."},
	} {
		a, fault := ReadAddress(test.text)
		got := a.String()
		if fault != nil {
			got = fault.Message + " " + fault.Hint
		}
		if got != test.want {
			t.Errorf("reading %q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestServices holds what is said of services to what can be listed.
func TestServices(t *testing.T) {
	for _, s := range Services() {
		for _, n := range s.Needs {
			for _, address := range n.Addresses {
				if _, fault := ReadAddress(strings.Replace(address, "NAME", "name", 1)); fault != nil {
					t.Errorf("%s needs %q: %s", s.Name, address, fault.Message)
				}
			}
		}
	}
}

func TestHolds(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"https://a.example", "https://a.example/x", true},
		{"https://a.example:443", "https://a.example/x", true},
		{"https://a.example", "https://a.example:444/x", false},
		{"https://a.example/x", "https://a.example/x", true},
		{"https://a.example/x", "https://a.example/xy", false},
		{"https://a.example/x/", "https://a.example/x/y", true},
		{"https://a.example/x/", "https://a.example/x", false},
		{"https://a.example", "https://b.a.example", false},
		{"https://*.a.example", "https://b.c.a.example", true},
		{"https://*.a.example", "https://a.example", false},
		{"https://*.a.example", "https://ba.example", false},
	} {
		a, _ := ReadAddress(test.a)
		b, _ := ReadAddress(test.b)
		if got := a.Holds(b); got != test.want {
			t.Errorf("%s holds %s: %v, want %v", a, b, got, test.want)
		}
	}
}

// TestWithoutDots compares what browsers make of a path.
func TestWithoutDots(t *testing.T) {
	for path, want := range map[string]string{
		"": "", "/": "/", "/a": "/a", "/a/": "/a/", "/a/../b": "/b", "/a/..": "/", "/a/b/..": "/a/", "/..": "/", "/../../a": "/a", "/a/.": "/a/", "/./a/./b": "/a/b",
		"/a/%2e%2E/b": "/b", "/a/.%2e/b": "/b", "/a/%2E./b": "/b", "/%2e/a": "/a", "/a//../b": "/a/b", "/a/.../b": "/a/.../b", "/a/..b/.c": "/a/..b/.c", "/a/..%2fb": "/a/..%2fb",
	} {
		if got := withoutDots(path); got != want {
			t.Errorf("browsers ask for %q as %q, want %q", path, got, want)
		}
	}
}

// TestAllowsImage holds pictures in texts to what browsers ask for.
func TestAllowsImage(t *testing.T) {
	p := New("https://own.example/", listed(t, "", "", "", "https://i.example/a/"))
	for address, want := range map[string]bool{
		"https://i.example/a/b.png": true, "https://i.example/a/../b.png": false, "https://i.example/a/%2e%2e/b.png": false, `https://i.example/a\..\b.png`: false,
		"https://i.example/x/../a/b.png": true, "https://i.example/a/./b.png": true, "https://i.example/a/..": false, "https://i.example/a/..?/a/": false, "https://i.example/a/%zz.png": true,
	} {
		if got := p.AllowsImage(address); got != want {
			t.Errorf("a picture at %s is shown: %v, want %v", address, got, want)
		}
	}
}

const wayToForms = `If readers are to have it, write in site.toml, below a line [outside]: forms = ["https://x.example"]. "legpress explain outside" says what that means for them.`

// TestProblems compares what is said of HTML: severity, column, id and message.
func TestProblems(t *testing.T) {
	p := New("https://own.example/blog/", listed(t, "", "https://f.example", "https://s.example/a/", "https://i.example"))
	const calls = "blocked-call: this makes the browsers of all readers call x.example."
	for _, test := range []struct{ html, want string }{
		// What works.
		{`<form action="/search/"><input name=q><button formaction="more/">Go</button></form><form></form>`, ""},
		{`<iframe src="https://f.example/x"></iframe><iframe src="https://www.youtube-nocookie.com/embed/x"></iframe><iframe src=/own/></iframe><iframe src=about:blank></iframe>`, ""},
		{`<script src="https://s.example/a/b.js"></script><script src=/my.js></script><script type="application/ld+json">{}</script><script type="text/template"><p onclick=x></script>`, ""},
		{`<img src="https://i.example/x.png" srcset="data:image/png;base64,x 2x, a.png"><svg viewBox="0 0 1 1"><path d="M0 0" fill="red"/></svg>`, ""},
		{`<video src=a.mp4 poster=b.png><source src=c.webm></video><a href="https://x.example" title=style>x</a><link rel=stylesheet href=/my.css><link rel=canonical href=https://x.example/>`, ""},
		{`<link rel=preconnect href=https://s.example><a href="mailto:a@b.example">x</a><p class=x align=center data-onclick=x>`, ""},

		// Forms.
		{`<form action="https://x.example/f?a">`, "error 7 blocked-form: the published site does not let this form send anything to x.example."},
		{`<button formaction=//x.example>`, "error 9 blocked-form: the published site does not let this form send anything to x.example."},
		{`<form action="mailto:a@b.example">`, "error 7 blocked-form: the published site does not let this form send anything to an address that begins with mailto:."},
		{`<form method=POST>`, "warning 1 form-without-receiver: nobody gets what readers write into this form: it is sent to this site, which has only files."},
		{`<form method=post action=/thanks/>`, "warning 1 form-without-receiver: nobody gets what readers write into this form: it is sent to this site, which has only files."},
		{`<form method=post data-netlify=true>`, ""},

		// Frames.
		{`<p><iframe src="https://x.example">`, "error 12 blocked-frame: the published site does not show a frame from x.example."},
		{`<iframe src="data:text/html,x">`, "error 9 blocked-frame: the published site does not show a frame from an address that begins with data:."},
		{`<iframe src="http://f.example/x">`, `error 9 blocked-frame: "http://f.example/x" does not begin with https:, so the published site may not get it.`},
		{`<iframe srcdoc="<img onload=x src=y>">`, `error 9 blocked-script: onload="..." does nothing on the published site, which runs scripts from files only.`},
		{`<embed src=a.pdf><object data=b.pdf></object>`, "error 8 blocked-object: the published site shows no <object> and no <embed>.; error 26 blocked-object: the published site shows no <object> and no <embed>."},

		{`<iframe srcdoc="<iframe src=https://x.example></iframe>">`, "error 9 blocked-frame: the published site does not show a frame from x.example."},
		{`<iframe src="https://x.example/%zz"></iframe><iframe src="https://x.example:port/">`, "error 9 blocked-frame: the published site does not show a frame from x.example.; error 54 blocked-frame: the published site does not show a frame from an address that begins with https:."},

		// Addresses that browsers make others of.
		{`<script src="https://s.example/a/./b.js"></script><script src="https://s.example/x/../a/b.js"></script><img src=../a.png>`, ""},
		{`<script src="https://s.example/a/../b.js">`, "error 9 blocked-script: the published site does not run a script from s.example."},
		{`<script src="https://s.example/a/%2e%2E/b.js">`, "error 9 blocked-script: the published site does not run a script from s.example."},
		{`<script src="https:\\s.example\a\..\b.js">`, "error 9 blocked-script: the published site does not run a script from s.example."},

		// Scripts.
		{`<script>x()</script>`, "error 1 blocked-script: the published site does not run a script that stands in a text."},
		{`<script type="module" async>x()</script><script type=importmap>{}</script>`, "error 1 blocked-script: the published site does not run a script that stands in a text.; error 41 blocked-script: the published site does not run a script that stands in a text."},
		{`<script src="//s.example/a/b.js">`, `error 9 blocked-script: "//s.example/a/b.js" does not begin with https:, so the published site may not get it.`},
		{`<script src="https://s.example/b.js">`, "error 9 blocked-script: the published site does not run a script from s.example."},
		{`<svg><script href=https://x.example/x.js></script></svg>`, "error 14 blocked-script: the published site does not run a script from x.example."},
		{`<a href=" JAVA&Tab;script:x">x</a>`, "error 4 blocked-script: an address that begins with javascript: does nothing on the published site."},
		{`<a href="vbscript:x">x</a><form action=LiveScript:x>`, "error 4 blocked-script: an address that begins with vbscript: does nothing on the published site.; error 33 blocked-script: an address that begins with livescript: does nothing on the published site."},
		{`<a href="data:text/html,x">x</a><svg><a xlink:href="DATA:image/svg+xml,x">x</a></svg>`, "error 4 blocked-link: browsers do not open a link that begins with data:.; error 41 blocked-link: browsers do not open a link that begins with data:."},
		{`<a href="data:text/csv,x" download=x.csv>x</a><a href="data/x:y">x</a><a href=/file:x>`, ""},
		{`<map><area href="file:///C:/plan.pdf">`, "error 12 blocked-link: a link that begins with file: leads to a file on your own computer, which readers do not have."},
		{`<body onload=x><b onclick>`, `error 7 blocked-script: onload="..." does nothing on the published site, which runs scripts from files only.; error 19 blocked-script: onclick="..." does nothing on the published site, which runs scripts from files only.`},

		// Styles.
		{`<style>a{}</style>`, "warning 1 blocked-style: readers do not see what <style> says: the published site takes styles from files only."},
		{`<p style="x">`, `warning 4 blocked-style: readers do not see what style="..." says: the published site takes styles from files only.`},
		{`<link rel="preload stylesheet" href=https://x.example/a.css>`, "error 32 blocked-style: the published site takes no styles or fonts from x.example, which would learn who reads this page."},
		{`<link rel=preload as=font href=https://x.example/a.woff2>`, "error 27 blocked-style: the published site takes no styles or fonts from x.example, which would learn who reads this page."},

		// Pictures and sound.
		{`<img src=https://x.example/a.png srcset="https://i.example/b.png 1x, https://y.example/c.png 2x">`, "error 6 blocked-picture: the published site does not show a picture from x.example, which would learn who reads this page.; error 34 blocked-picture: the published site does not show a picture from y.example, which would learn who reads this page."},
		{`<img src="https:\\x.example\a.png">`, "error 6 blocked-picture: the published site does not show a picture from x.example, which would learn who reads this page."},
		{`<image src=https://x.example/a.png srcset="https://y.example/b.png 2x"><image src=https://i.example/a.png>`, "error 8 blocked-picture: the published site does not show a picture from x.example, which would learn who reads this page.; error 36 blocked-picture: the published site does not show a picture from y.example, which would learn who reads this page."},
		{`<noscript><img src="https://x.example/count"></noscript>`, "error 16 blocked-picture: the published site does not show a picture from x.example, which would learn who reads this page."},
		{`<video poster=https://x.example/a.png src=https://x.example/a.mp4>`, "error 8 blocked-picture: the published site does not show a picture from x.example, which would learn who reads this page.; error 39 blocked-sound: the published site does not play sound or films from x.example."},
		{`<audio><source src=https://i.example/a.mp3></audio>`, "error 16 blocked-sound: the published site does not play sound or films from i.example."},
		{`<svg><feImage href=https://x.example/a.png /></svg>`, "error 15 blocked-picture: the published site does not show a picture from x.example, which would learn who reads this page."},
		{`<img src="https://own.example/blog/a.png?b">`, `warning 6 own-address: "https://own.example/blog/a.png?b" is an address of this site itself, which the preview cannot show.`},

		// Parts of drawings.
		{`<svg cursor=url(https://i.example/a.png)><rect fill="url(#a) red" filter=url(/a.svg#x) /><use href=#a /><use xlink:href=/a.svg#x /><animate fill=freeze /></svg>`, ""},
		{`<svg><rect fill="url(https://x.example/a.svg#x)" stroke=url(//y.example/a#b) />`, "error 12 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example.; error 50 blocked-picture: browsers take parts of a drawing from the same website only, not from y.example."},
		{`<svg><g filter="blur(1px) url('https://x.example/a')" mask="url(https://i.example/a.png)" clip-path=URL(https://x.example/c) />`, "error 9 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example.; error 55 blocked-picture: browsers take parts of a drawing from the same website only, not from i.example.; error 91 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example."},
		{`<svg><path marker=url(https://x.example/a) marker-start=url(https://x.example/a) marker-mid=url(https://x.example/a) marker-end=url(https://x.example/a) />`, "error 12 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example.; error 44 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example.; error 82 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example.; error 118 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example."},
		{`<svg><use href="https://i.example/a.svg#x"/><use xlink:href=data:image/svg+xml,x /><linearGradient href=https://x.example/a /><textPath xlink:href=https://x.example/a>`, "error 11 blocked-picture: browsers take parts of a drawing from the same website only, not from i.example.; error 50 blocked-picture: browsers take parts of a drawing from the same website only, not from an address that begins with data:.; error 100 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example.; error 137 blocked-picture: browsers take parts of a drawing from the same website only, not from x.example."},

		// The rest.
		{`<p><applet code=a.class>`, "error 4 blocked-object: browsers show no <applet> any more."},
		{`<base href=/x/>`, "error 7 blocked-base: the published site does not heed <base>."},
		{`<link rel=dns-prefetch href=//x.example>`, "error 24 " + calls},
		{`<a href=/x ping=https://x.example/p>x</a>`, "error 12 blocked-call: the published site does not tell x.example what readers click."},
		{`<meta http-equiv=Refresh content="5; URL='https://x.example/'"><meta http-equiv=refresh content="5; url=/x/">`, "error 1 blocked-call: this sends readers away to x.example without asking them."},
		{`<meta http-equiv=refresh content="0;//x.example"><meta name=description content="5;url=https://x.example/">`, "error 1 blocked-call: this sends readers away to x.example without asking them."},
	} {
		tags := rawhtml.Tags([]byte(test.html), func(from, to int) diag.Position { return diag.Position{Column: from + 1, Length: to - from} })
		var got []string
		for _, problem := range p.Problems(tags) {
			got = append(got, fmt.Sprintf("%s %d %s: %s", problem.Severity, problem.Column, problem.ID, problem.Message))
			if problem.Hint == "" {
				t.Errorf("no hint for %q", test.html)
			}
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("problems of %s:\n got %s\nwant %s", test.html, s, test.want)
		}
	}
}

func TestHints(t *testing.T) {
	for _, test := range []struct {
		html, forms, want string
	}{
		{`<form action="https://x.example/f">`, "", wayToForms},
		{`<form action="https://x.example/f">`, "https://y.example", `If readers are to have it, add "https://x.example" to forms, below [outside] in site.toml. "legpress explain outside" says what that means for them.`},
		{`<script>x</script>`, "", `Put what stands between <script> and </script> into content/static/my.js, and write <script src="/blog/my.js"></script> in its place.`},
		{`<img src=https://own.example/blog/a.png?b>`, "", `Write it without the name of the site: "/blog/a.png?b".`},
		{`<iframe src="https://www.youtube.com/embed/abc">`, "", "Write it as a video on a line of its own: ![What it shows](https://www.youtube.com/watch?v=...). Nothing is asked of that website before a reader clicks."},
		{`<form action=//y.example/f?a=b>`, "https://y.example", `Write "https://y.example/f?a=b".`},
	} {
		p := New("https://own.example/blog/", listed(t, test.forms, "", "", ""))
		problems := p.Problems(rawhtml.Tags([]byte(test.html), func(from, to int) diag.Position { return diag.Position{} }))
		if len(problems) != 1 || problems[0].Hint != test.want {
			t.Errorf("the hint for %s: %v\nwant %q", test.html, problems, test.want)
		}
	}
}
