package generator_test

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/sitetest"
)

const coachSettings = `title = "Two lanes"
url = "https://lanes.coach/run/"
`

// writeCoached writes a site with an article, a page about it, a photo, and these lines below the settings that each site has.
func writeCoached(t *testing.T, lines string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	var photo bytes.Buffer
	if err := png.Encode(&photo, image.NewGray(image.Rect(0, 0, 30, 40))); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"site.toml":                     coachSettings + lines,
		"jo.png":                        photo.String(),
		"pages/about.md":                "+++\ntitle = \"About\"\n+++\n## Who\n\nText.",
		"articles/2026-03-01-squat.md":  "+++\ntitle = \"Squat\"\n+++\nText.",
		"articles/2026-03-02-guests.md": "+++\ntitle = \"Guests\"\nauthor = \"Sam Ode\"\n+++\nText.",
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content", name), []byte(text))
	}
	return dir
}

// linkedData returns what a page says of itself in the vocabulary of schema.org.
func linkedData(t *testing.T, page string) map[string]any {
	t.Helper()
	found := regexp.MustCompile(`<script type="application/ld\+json">(.*)</script>`).FindStringSubmatch(page)
	if found == nil {
		t.Fatal("the page has no linked data")
	}
	var data map[string]any
	if err := json.Unmarshal([]byte(found[1]), &data); err != nil {
		t.Fatal(err)
	}
	return data
}

// A coach who also writes is one person wherever the site names somebody; who else writes stays somebody else.
func TestCoach(t *testing.T) {
	dir := writeCoached(t, `
[coach]
name = "Jo Miller"
qualification = "Physiotherapist"
practice = "Lanes & Co"
contact = "0113 496 0000"
booking = "tel:+44 113 496 0000"
portrait = "jo.png"
portrait_focus = "top"

[authors."Jo Miller"]
about = "Runs and lifts."
url = "/about/#who"

[authors."Sam Ode"]
about = "Rows."
`)
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	variant := regexp.MustCompile(`assets/photos/jo\.\w+-30\.png`)
	read := func(page string) string {
		return variant.ReplaceAllString(sitetest.ReadFile(t, filepath.Join(dir, "public", page, "index.html")), "jo.png")
	}
	home, about, own, other := read(""), read("about"), read("articles/squat"), read("articles/guests")

	jo := map[string]any{
		"@type": "Person", "@id": "https://lanes.coach/run/#coach", "name": "Jo Miller", "jobTitle": "Physiotherapist", "description": "Runs and lifts.",
		"url": "https://lanes.coach/run/about/#who", "worksFor": map[string]any{"@type": "Organization", "name": "Lanes & Co"},
		"image": "https://lanes.coach/run/jo.png",
	}
	for name, page := range map[string]string{"home": home, "own": own} {
		if got := linkedData(t, page)["author"]; !reflect.DeepEqual(got, jo) {
			t.Errorf("the author of %s is\n%v, not\n%v", name, got, jo)
		}
	}
	if got := linkedData(t, home)["publisher"]; !reflect.DeepEqual(got, map[string]any{"@id": jo["@id"]}) {
		t.Error("the publisher is", got)
	}
	if got := linkedData(t, other)["author"]; !reflect.DeepEqual(got, map[string]any{"@type": "Person", "name": "Sam Ode", "description": "Rows."}) {
		t.Error("the guest is", got)
	}

	const booking, face = `href="tel:&#43;441134960000"`, `<img src="/run/jo.png" alt="Jo Miller" width="30" height="40" class="face y0"`
	for name, page := range map[string]string{"about": about, "own": own} {
		for _, want := range []string{booking, face, `href="/run/about/#who"`, "Lanes &amp; Co"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
	}
	if strings.Contains(other, booking) || !strings.Contains(other, "Rows.") || !strings.Contains(other, "Jo Miller · Lanes &amp; Co · <bdi>0113 496 0000</bdi>") {
		t.Error("the guest's article has", other)
	}
}

// Feeds say where there is more about who wrote an article, where the settings do.
func TestAuthorsOfFeeds(t *testing.T) {
	dir := writeCoached(t, "author = \"Jo Miller\"\n[authors.\"Jo Miller\"]\nabout = \"Runs.\"\nurl = \"/about/\"\n")
	sitetest.Build(t, dir)
	for file, want := range map[string][]string{
		"atom.xml":  {"<author><name>Jo Miller</name><uri>https://lanes.coach/run/about/</uri></author>", "<author><name>Sam Ode</name></author>"},
		"feed.json": {`"authors":[{"name":"Jo Miller","url":"https://lanes.coach/run/about/"}]`, `"authors":[{"name":"Sam Ode"}]`},
	} {
		text := sitetest.ReadFile(t, filepath.Join(dir, "public", file))
		for _, author := range want {
			if !strings.Contains(text, author) {
				t.Errorf("%s has no %s:\n%s", file, author, text)
			}
		}
	}
}

// A site without a coach is as it would be if there were none to have.
func TestNoCoach(t *testing.T) {
	dir := writeCoached(t, "author = \"Jo Miller\"\n")
	sitetest.Build(t, dir)
	for _, page := range []string{"", "about", "articles/squat"} {
		if html := sitetest.ReadFile(t, filepath.Join(dir, "public", page, "index.html")); strings.Contains(html, `class="person"`) || strings.Contains(html, "#coach") {
			t.Error("there is a coach in", html)
		}
	}
	if got := linkedData(t, sitetest.ReadFile(t, filepath.Join(dir, "public/index.html"))); !reflect.DeepEqual(got["author"], map[string]any{"@type": "Person", "name": "Jo Miller"}) || got["publisher"] != nil {
		t.Error("the home page says", got)
	}
}
