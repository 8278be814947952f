// Package browsertest lets tests look at built websites as readers do: it starts Chromium and Firefox, prints pages, and reads printed
// pages back. It also finds every other program that tests need and Go does not bring.
//
// In: a folder with a built site, or its address. Out: tabs, answers of scripts, PDFs with the places of their words. A test that asks
// for a program is skipped under -short, and where the program is not installed; with LEGPRESS_REQUIRE_TOOLS=1 a missing program is a
// failure instead.
package browsertest

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Tool returns the path of the first of some programs that is installed. Without any of them, and under -short, the test is skipped.
func Tool(t testing.TB, names ...string) string {
	t.Helper()
	if testing.Short() {
		t.Skipf("-short starts no other programs, and this test needs %s", names[0])
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if Required() {
		t.Fatalf("%s is not installed", names[0])
	}
	t.Skipf("%s is not installed", names[0])
	return ""
}

// Required reports whether a program that is missing fails a test instead of skipping it.
func Required() bool { return os.Getenv("LEGPRESS_REQUIRE_TOOLS") == "1" }

// Run runs a program and returns what it printed. A program that fails ends the test with what it said.
func Run(t testing.TB, name string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(Tool(t, name), args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out, stderr.String())
	}
	return string(out)
}

// Serve serves the public folder of a built site and returns its origin. Its pages may load nothing from elsewhere, and run and style
// nothing that stands inside them.
func Serve(t testing.TB, site string) (origin string) {
	t.Helper()
	const policy = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
	files := http.FileServer(http.Dir(filepath.Join(site, "public")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}
