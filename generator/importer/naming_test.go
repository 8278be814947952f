package importer

import "testing"

// An old address that no file can have is reported, and no text gets a name that no file can have: neither may be an error after the
// import.
func TestNamesThatNoFileCanHave(t *testing.T) {
	w := &importRun{language: "en"}
	for old, want := range map[string]string{
		"/2019/start/":        "/2019/start/",
		"/2019/start":         "/2019/start/",
		"/a.html":             "/a.html",
		"/feed.xml":           "/feed.xml",
		"/2019/12:30-squats/": "",
		"/2019/12%3A30/":      "",
		"/why-lift-.../":      "",
		"/the-end./":          "",
		"/a*b/":               "",
		"/con/":               "",
		"/posts/aux.html":     "",
		"/.git/x/":            "",
	} {
		got, ok := w.address(old)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%s: got %q, %t; want %q", old, got, ok, want)
		}
	}
	for slug, want := range map[string]string{"start": "start", "con": "my-con", "AUX": "my-aux", "com1": "my-com1", "console": "console"} {
		if got := w.id(&Post{Slug: slug, Title: "Title"}); got != want {
			t.Errorf("a text called %s: got %q, want %q", slug, got, want)
		}
	}
}
