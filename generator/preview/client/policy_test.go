package client_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/templates"
)

// TestPolicyIsTheHosts holds what a browser does in the preview to what it does on a host of plain files that sends what _headers says:
// the form, the frame, the script and the picture of a website that is listed work in both, and those of another one in neither.
func TestPolicyIsTheHosts(t *testing.T) {
	browser := openBrowser(t)
	listed, other := record(t), record(t)
	s := &served{t: t, dir: t.TempDir(), address: "127.0.0.1:0", stop: func() {}}
	outsideSite(s, listed.URL, other.URL)
	report, err := generator.Build(context.Background(), generator.Options{Dir: s.dir, Theme: templates.Files})
	if err != nil || report.Problems.HasErrors() {
		t.Fatalf("building: %v, %v", err, report.Problems)
	}
	host := hostOf(t, filepath.Join(s.dir, "public"))
	s.start()
	t.Cleanup(func() { s.stop() })
	want := []string{"/ask", "/form?mail=x", "/frame", "/image.png", "/script.js"}
	for name, url := range map[string]string{"the preview": s.url("/outside/"), "the host": host.URL + "/outside/"} {
		listed.take()
		other.take()
		b := openTab(t, browser, url)
		b.until(`document.body.dataset.tried === "all" && document.body.dataset.ran === "yes"`)
		if colour := ask[string](b, `getComputedStyle(document.querySelector("h1")).color`); colour == "rgb(1, 2, 3)" {
			t.Errorf("on %s a style within the page is heeded", name)
		}
		b.holds(`!document.body.dataset.inline`)
		b.do(chromedp.Click("#send"))
		b.until(`location.pathname === "/form"`)
		if got := listed.take(); !slices.Equal(got, want) {
			t.Errorf("on %s the website that is listed was asked for %q, want %q", name, got, want)
		}
		if got := other.take(); len(got) > 0 {
			t.Errorf("on %s another website was asked for %q", name, got)
		}
	}
}

// outsideSite writes a site with a page that uses two websites, of which one is listed. What is not listed is tried by a script, since
// in a text it would be a mistake.
func outsideSite(s *served, listed, other string) {
	s.write("content/site.toml", fmt.Sprintf("title = \"O\"\nurl = \"https://coach.example.net/\"\nraw_html = true\n[outside]\nforms = [%[1]q]\nframes = [%[1]q]\nscripts = [%[1]q]\nimages = [%[1]q]\n", listed))
	s.write("content/pages/outside.md", fmt.Sprintf(`+++
title = "Outside"
+++

<form action="%[1]s/form"><input name="mail" value="x"><button id="send">Send</button></form>

<iframe src="%[1]s/frame"></iframe>

<script src="%[1]s/script.js" async></script>

![A picture](%[1]s/image.png)

<script src="/try.js" defer></script>
`, listed))
	s.write("content/static/try.js", fmt.Sprintf(`
const add = (name, attributes, parent = document.body) => parent.append(Object.assign(document.createElement(name), attributes));
for (const [name, path] of [["img", "image.png"], ["iframe", "frame"], ["script", "script.js"], ["audio", "sound.mp3"]]) add(name, { src: %[1]q + "/" + path });
add("link", { rel: "stylesheet", href: %[1]q + "/style.css" }, document.head);
add("style", { textContent: "h1 { color: rgb(1, 2, 3) }" }, document.head);
add("script", { textContent: "document.body.dataset.inline = 'yes'" });
add("form", { action: %[1]q + "/form", target: "elsewhere", id: "other" });
document.querySelector("#other").submit();
fetch(%[1]q + "/ask").catch(() => {}).then(() => setTimeout(() => (document.body.dataset.tried = "all"), 300));
`, other))
}

// hostOf serves a built site as hosts do that read _headers.
func hostOf(t *testing.T, public string) *httptest.Server {
	text, err := os.ReadFile(filepath.Join(public, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	files := http.FileServer(http.Dir(public))
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lines := strings.Split(string(text), "\n")
		if lines[0] != "/*" {
			t.Errorf("_headers begins with %q", lines[0])
		}
		for _, line := range lines[1:] {
			name, value, found := strings.Cut(strings.TrimPrefix(line, "  "), ": ")
			if !strings.HasPrefix(line, "  ") || !found {
				break
			}
			w.Header().Set(name, value)
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(host.Close)
	return host
}

// recorder is another website, which notes what it is asked for.
type recorder struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]bool
}

func record(t *testing.T) *recorder {
	r := &recorder{asked: map[string]bool{}}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if q.URL.Path != "/favicon.ico" {
			r.asked[q.URL.RequestURI()] = true
		}
		w.Header().Set("Access-Control-Allow-Origin", "*")
		switch q.URL.Path {
		case "/script.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprintf(w, `fetch("http://%s/ask").then(() => (document.body.dataset.ran = "yes"))`, q.Host)
		case "/form", "/frame":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<!doctype html><p>Here.")
		}
	}))
	t.Cleanup(r.Close)
	return r
}

// take returns what was asked for since the last time, sorted.
func (r *recorder) take() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var list []string
	for path := range r.asked {
		list = append(list, path)
	}
	slices.Sort(list)
	clear(r.asked)
	return list
}
