package generator_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// boxOf makes a box, of which films and AVIF pictures are made.
func boxOf(kind string, inside ...string) string {
	text := strings.Join(inside, "")
	return string(binary.BigEndian.AppendUint32(nil, uint32(8+len(text)))) + kind + text
}

// Films and AVIF pictures beside a text are published without the place where they were made, and so does the preview show them. What
// lies in static/ is published as it is.
func TestFilms(t *testing.T) {
	film := boxOf("ftyp", "isom\x00\x00\x00\x00") + boxOf("moov", boxOf("mvhd", strings.Repeat("\x00", 20)), boxOf("udta", boxOf("\xa9xyz", place))) + boxOf("mdat", "moving pictures")
	still := boxOf("ftyp", "avif\x00\x00\x00\x00") + boxOf("meta", "\x00\x00\x00\x00",
		boxOf("pitm", "\x00\x00\x00\x00\x00\x01"),
		boxOf("iinf", "\x00\x00\x00\x00\x00\x01", boxOf("infe", "\x02\x00\x00\x00\x00\x02\x00\x00Exif\x00")),
		boxOf("iprp", boxOf("ipco", boxOf("ispe", "\x00\x00\x00\x00\x00\x00\x01\x2c\x00\x00\x00\xc8")), boxOf("ipma", "\x00\x00\x00\x00\x00\x00\x00\x01\x00\x01\x01\x01")),
		boxOf("idat", place),
		boxOf("iloc", "\x01\x00\x00\x00\x44\x00\x00\x01\x00\x02\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x15")) + boxOf("mdat", "points")
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site.toml":                         "title = \"F\"\nurl = \"https://balanced-stride.com/\"\n",
		"articles/2026-01-02-gym/index.md":  "+++\ntitle = \"Gym\"\n+++\n\n[The squat](squat.MP4)\n\n![Still](still.avif)\n",
		"articles/2026-01-02-gym/squat.MP4": film, "articles/2026-01-02-gym/still.avif": still, "static/as-it-is.mp4": film,
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content", name), []byte(text))
	}
	if p := sitetest.Build(t, dir).Problems; len(p) != 1 || p[0].ID != "says-where" || p[0].File != "content/static/as-it-is.mp4" {
		t.Fatal(p)
	}
	published := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(dir, "public", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for name, original := range map[string]string{"articles/gym/squat.MP4": film, "articles/gym/still.avif": still} {
		got := published(name)
		if len(got) != len(original) || bytes.Contains(got, []byte(place)) || !bytes.Equal(got[len(got)-6:], []byte(original[len(original)-6:])) {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := published("as-it-is.mp4"); string(got) != film {
		t.Errorf("a file in static/ has become %q", got)
	}
	if page := published("articles/gym/index.html"); !bytes.Contains(page, []byte(`width="300" height="200"`)) {
		t.Errorf("the page does not know the size of the picture:\n%s", page)
	}

	loader, err := generator.Open(generator.Options{Dir: dir, Theme: templates.Files})
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	e, err := loader.Load(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	for _, url := range []string{"/articles/gym/squat.MP4", "/as-it-is.mp4"} {
		r, err := e.Open(*e.Site.CopiedAt(url))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		r.Close()
		if err != nil || !bytes.Equal(got, published(url[1:])) {
			t.Errorf("%s: the preview has %q, %v", url, got, err)
		}
	}
	got, err := e.Photo(context.Background(), *e.Site.CopiedAt("/articles/gym/still.avif"))
	if err != nil || !bytes.Equal(got, published("articles/gym/still.avif")) {
		t.Errorf("the preview has %q, %v", got, err)
	}
}
