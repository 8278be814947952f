// Package sitetest writes whole sites for tests, builds them and reads what came out.
//
// In: a folder of the test, and what should stand in it: the starter site, an archive, n articles. Out: the site's files there, the report
// of a build, and the names and bytes of the public files. It looks at nothing by itself: what is right, the tests say.
package sitetest

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/templates"
)

// Now returns the time at which tests build: noon of a Monday, 2026-09-21, UTC.
func Now() time.Time { return time.Date(2026, 9, 21, 12, 0, 0, 0, time.UTC) }

// Options returns the options of a build of the site in a folder, with the embedded theme.
func Options(dir string) generator.Options {
	return generator.Options{Dir: dir, Theme: templates.Files, Now: Now()}
}

// Build builds the site in a folder. Problems of its content are in the report and do not fail the test.
func Build(t testing.TB, dir string) *generator.Report {
	t.Helper()
	report, err := generator.Build(context.Background(), Options(dir))
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// WriteFile writes a file and the folders above it.
func WriteFile(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// ReadFile returns what stands in a file.
func ReadFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// WriteArchive writes the files of a txtar archive into a folder, but for those below want/: these are what a test expects.
func WriteArchive(t testing.TB, dir string, archive *txtar.Archive) {
	t.Helper()
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			WriteFile(t, filepath.Join(dir, f.Name), f.Data)
		}
	}
}

// WriteStarter writes the starter site without its cards, which take as long to draw as all of its pages.
func WriteStarter(t testing.TB, dir string) {
	t.Helper()
	WriteWholeStarter(t, dir)
	settings := filepath.Join(dir, "content/site.toml")
	WriteFile(t, settings, []byte("cards = false\n"+ReadFile(t, settings)))
}

// WriteWholeStarter writes the starter site with an address of its own, as a site has that is published.
func WriteWholeStarter(t testing.TB, dir string) {
	t.Helper()
	if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "content/site.toml")
	WriteFile(t, settings, bytes.Replace([]byte(ReadFile(t, settings)), []byte("https://example.org/"), []byte("https://balanced-stride.com/"), 1))
}

// Files returns the names of the files below a folder, the bookkeeping in .legpress/ aside. A folder that is not there has none.
func Files(t testing.TB, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasPrefix(name, ".legpress/") {
			names = append(names, name)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return names
}

// State returns everything about a folder that a failed build must not change: names, bytes and time stamps.
func State(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			all[name] = "folder"
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		all[name] = info.ModTime().String() + " " + string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
