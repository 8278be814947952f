package generator_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// beside matches what stands in a file for programs alone: addresses in its head, and the names of a calendar's events.
var beside = regexp.MustCompile(`(?s:<head>.*</head>)|(?m:^UID:.*$)`)

// The site of a new author has no address that leads to it: nothing that is printed or kept names one, each command says so once, and
// the preview, which does not, shows the same bytes.
func TestNoAddress(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "content/site.toml")
	sitetest.WriteFile(t, settings, []byte("cards = false\n"+sitetest.ReadFile(t, settings))) // they take longer than all the rest
	paper := []string{"index.html", "about/index.html", "plans/first-eight-weeks/only-runs/index.html", "plans/first-eight-weeks/only-runs/sheet/index.html",
		"plans/sixteen-weeks-to-a-race/no-balance/sheet/index.html", "plans/first-eight-weeks/only-runs/weeks.ics"}
	options := sitetest.Options(dir)
	cases := []struct {
		url  string
		from string
		warn bool
	}{
		{"", "content/site.toml", true},
		{"http://192.168.1.20:8080/", "--base-url", true},
		{"https://balanced-stride.com/", "", false},
	}
	if growthtest.Race { // what is to be found by the detector is in each of them
		cases = cases[:1]
	}
	for _, c := range cases {
		options.BaseURL = c.url
		for name, command := range map[string]func(context.Context, generator.Options) (*generator.Report, error){"build": generator.Build, "check": generator.Check} {
			report, err := command(context.Background(), options)
			if err != nil {
				t.Fatal(err)
			}
			var said diag.List
			for _, p := range report.Problems {
				if p.ID == "no-address" {
					said.Add(p)
				}
			}
			if warned := len(said) == 1 && said[0].File == c.from; warned != c.warn || len(said) != len(report.Problems) {
				t.Errorf("%s at %q says %v", name, c.url, report.Problems)
			}
		}
		for _, file := range paper {
			data, err := os.ReadFile(filepath.Join(dir, "public", file))
			if err != nil {
				t.Fatal(err)
			}
			shown := beside.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n "), nil), nil)
			named := regexp.MustCompile(`example\.org|192\.168|balanced-stride\.com`).Match(shown)
			if named == c.warn {
				t.Errorf("%s at %q names an address: %v", file, c.url, named)
			}
			if strings.HasSuffix(file, "sheet/index.html") && bytes.Contains(shown, []byte(`id="_qr"`)) == c.warn {
				t.Errorf("%s at %q has a code: %v", file, c.url, !c.warn)
			}
		}
		samePreview(t, dir, c.url)
	}
}

// samePreview compares what the preview shows with what was built. It does not say again that there is no address.
func samePreview(t *testing.T, dir, url string) {
	t.Helper()
	loader, err := generator.Open(generator.Options{Dir: dir, Theme: templates.Files, BaseURL: url})
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	e, err := loader.Load(sitetest.Now())
	if err != nil || len(e.Problems) > 0 {
		t.Fatal(err, e.Problems)
	}
	for _, p := range e.Site.Pages {
		if p.Output != site.ProgrammePage && p.Output != site.SheetPage {
			continue
		}
		var b bytes.Buffer
		e.Render(&b, p)
		if data, err := os.ReadFile(filepath.Join(dir, "public", p.File())); err != nil || !bytes.Equal(data, b.Bytes()) {
			t.Errorf("%s differs between the preview and the build: %v", p.URL, err)
		}
	}
}
