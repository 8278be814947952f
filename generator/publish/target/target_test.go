package target

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestParse: each address that would not do is a sentence that says what to write.
func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"sftp://anna@host.example/var/www": "", "sftp://anna@host:2222/~/www": "", "ftps://a@b/c": "", "webdav://a@b/c": "", "../www": "", "s3://bucket": "",
		"s3://bucket/folder?endpoint=https://x": "", "git+ssh://git@github.com/me/site.git#gh-pages": "", "webdav+http://localhost:8080/": "",
		"ftp://a@b/":                      "Write ftps://",
		"anna@host:/var/www":              "Write sftp://anna@host/var/www",
		"sftp://a:secret@b/":              "a password does not belong",
		"http://a/":                       "webdav+http://",
		"https://www.my-club.com":         "at which readers look",
		"sftp://NAME@SERVER/FOLDER":       "NAME is not filled in",
		"sftp://anna@SERVER/FOLDER":       "SERVER is not filled in",
		"sftp://anna@host.example/FOLDER": "FOLDER is not filled in",
		"webdav+http://example.org/":      "Write webdav://",
		"git+ssh://git@github.com/me.git": "#gh-pages",
		"gopher://a/":                     "gopher:// is not a way that I know",
		"sftp:///var/www":                 "names no server",
		"127.0.0.1":                       "looks like a server. Write sftp://NAME@127.0.0.1",
		"host.example/www":                "looks like a server",
		"sftp://a@b":                      "names no folder",
		"s3:///x":                         "names no bucket",
		"sftp://a b/%zz":                  "no address that I can read",
	} {
		got, err := Parse(text, "site")
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
		if err == nil && got.URL == nil && got.Folder != filepath.Join("site", "..", "www") {
			t.Errorf("%s: %s", text, got.Folder)
		}
	}
	for text, want := range map[string]string{"sftp://a@b/var/www/": "/var/www", "sftp://a@b/~/www": "www", "sftp://a@b/~/": "", "sftp://a@b/": ""} {
		got, err := Parse(text, ".")
		if err != nil || got.Path() != want {
			t.Errorf("%s: %v, %v, want %q", text, got, err, want)
		}
	}
}

// TestExamples: the example of a new site in each language is one in which nothing is filled in yet.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob("../../starter/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		examples := regexp.MustCompile(`(sftp://)(\w+)@(\w+)/(\w+)`).FindAllStringSubmatch(string(text), -1)
		if len(examples) == 0 {
			t.Errorf("%s has no example", file)
		}
		for _, e := range examples {
			for i, filled := range []string{e[0], e[1] + "anna@" + e[3] + "/" + e[4], e[1] + "anna@host.example/" + e[4]} {
				if _, err := Parse(filled, "."); err == nil || !strings.Contains(err.Error(), e[i+2]+" is not filled in") {
					t.Errorf("%s: %v", filled, err)
				}
			}
		}
	}
}
