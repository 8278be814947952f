package pdf

import (
	"io"
	"io/fs"
	"net/http"
	"strings"
	"testing"
)

func TestServer(t *testing.T) {
	files := map[string]string{"index.html": "home", "a/index.html": "a", "assets/style.css": "p{}"}
	s, err := serve("/guide", func(path string) (io.ReadSeekCloser, error) {
		text, ok := files[path]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return struct {
			io.ReadSeeker
			io.Closer
		}{strings.NewReader(text), io.NopCloser(nil)}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	if !strings.HasPrefix(s.origin, "http://127.0.0.1:") {
		t.Errorf("it listens at %s", s.origin)
	}
	for _, c := range []struct {
		method, path, host string
		status             int
		body, kind         string
	}{
		{"GET", "/guide/", "", 200, "home", "text/html; charset=utf-8"},
		{"GET", "/guide/a/?paper=letter", "", 200, "a", "text/html; charset=utf-8"},
		{"GET", "/guide/assets/style.css", "", 200, "p{}", "text/css; charset=utf-8"},
		{"GET", "/a/", "", 404, "", ""},
		{"GET", "/guide/a", "", 404, "", ""},
		{"GET", "/guide/../index.html", "", 404, "", ""},
		{"GET", "/guide/", "example.org", 403, "", ""},
		{"POST", "/guide/", "", 403, "", ""},
	} {
		request, err := http.NewRequest(c.method, s.origin, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.URL.Path, request.URL.RawQuery, _ = strings.Cut(c.path, "?")
		request.Host = c.host
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != c.status || c.status == 200 && (string(body) != c.body || response.Header.Get("Content-Type") != c.kind) {
			t.Errorf("%s %s (host %q): got %d %q %q, want %d %q %q", c.method, c.path, c.host,
				response.StatusCode, body, response.Header.Get("Content-Type"), c.status, c.body, c.kind)
		}
	}
}
