package preview

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

const anna = "name = \"Anna Kowalczyk\"\nplan = \"eight\"\nrunner = \"only-runs\"\nstart = 2026-11-30\n"

// TestAthletes: runners are shown to whoever asks from this computer by its own name, and to nobody else.
func TestAthletes(t *testing.T) {
	dir := newSite(t)
	write(t, dir, "athletes/anna.toml", anna)
	write(t, dir, "athletes/broken.toml", "name = \"Ben\"\nplan = \"nine\"\nrunner = \"only-runs\"\n")
	d := coordinatorOf(t, dir)
	own, err := os.Hostname()
	if err != nil {
		t.Skip("this computer has no name")
	}
	const list, sheet = "/_legpress/athletes/", "/_legpress/athletes/anna/"
	for _, c := range []struct {
		path, from, host string
		header           string
		status           int
	}{
		{list, "127.0.0.1:5000", "localhost:1414", "", 200},
		{list, "[::1]:5000", "[::1]:1414", "", 200},
		{sheet, "127.0.0.1:5000", "127.0.0.1:1414", "", 200},
		{"/_legpress/athletes", "127.0.0.1:5000", "localhost:1414", "", 302},
		{"/_legpress/athletes/broken/", "127.0.0.1:5000", "localhost:1414", "", 422},
		{"/_legpress/athletes/eva/", "127.0.0.1:5000", "localhost:1414", "", 404},
		{"/_legpress/athletes/../anna/", "127.0.0.1:5000", "localhost:1414", "", 404},
		{list, "192.0.2.7:5000", "localhost:1414", "", 404},
		{sheet, "192.0.2.7:5000", "127.0.0.1:1414", "", 404},
		{"/_legpress/athletes", "192.0.2.7:5000", "localhost:1414", "", 404},
		{list, "127.0.0.1:5000", own + ":1414", "", 404},
		{sheet, "127.0.0.1:5000", own + ".local:1414", "", 404},
		{sheet, "127.0.0.1:5000", "example.com", "", 421},
		{list, "127.0.0.1:5000", "localhost:1414", "X-Forwarded-For", 404},
		{sheet, "127.0.0.1:5000", "localhost:1414", "Forwarded", 404},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path, r.RemoteAddr, r.Host = c.path, c.from, c.host
		if c.header != "" {
			r.Header.Set(c.header, "192.0.2.7")
		}
		w := httptest.NewRecorder()
		d.handler(r.Context(), &net.TCPAddr{IP: net.IPv4zero, Port: 1414}).ServeHTTP(w, r)
		if w.Code != c.status {
			t.Errorf("%s from %s at %s: %d, want %d", c.path, c.from, c.host, w.Code, c.status)
		}
		if told := strings.Contains(w.Body.String(), "Anna"); told != (c.status == 200) {
			t.Errorf("%s from %s at %s: is told of her: %t", c.path, c.from, c.host, told)
		}
	}
	if got := d.get("/_legpress/"); strings.Contains(got.body, "Anna") {
		t.Error("the outline names her")
	}
}

// TestAthletesFollowTheirFiles: the files are read when they are asked for; a mistake is shown with its place.
func TestAthletesFollowTheirFiles(t *testing.T) {
	dir := newSite(t)
	d := coordinatorOf(t, dir)
	look := func(path string) string {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.RemoteAddr, r.Host = "127.0.0.1:5000", "localhost:1414"
		w := httptest.NewRecorder()
		d.handler(r.Context(), &net.TCPAddr{IP: net.IPv4zero, Port: 1414}).ServeHTTP(w, r)
		return w.Body.String()
	}
	if got := look("/_legpress/athletes/"); !strings.Contains(got, "Nobody yet") {
		t.Errorf("without a folder: %s", got)
	}
	write(t, dir, "athletes/anna.toml", anna)
	if got := look("/_legpress/athletes/"); !strings.Contains(got, "Anna Kowalczyk") || !strings.Contains(got, "/_legpress/athletes/anna/") {
		t.Errorf("with a file: %s", got)
	}
	write(t, dir, "athletes/anna.toml", strings.Replace(anna, "eight", "eigth", 1))
	for _, path := range []string{"/_legpress/athletes/", "/_legpress/athletes/anna/"} {
		if got := look(path); !strings.Contains(got, "athletes/anna.toml:2:8") || !strings.Contains(got, "Did you mean") {
			t.Errorf("%s with a mistake: %s", path, got)
		}
	}
	write(t, dir, "content/site.toml", read(t, dir, "content/site.toml")+"\n[outside]\nscripts = [\"https://example.com\"]\n")
	d.loadAll()
	if got := look("/_legpress/athletes/"); strings.Contains(got, "Anna") || !strings.Contains(got, "Scripts of other websites") {
		t.Errorf("beside the scripts of others: %s", got)
	}
}
