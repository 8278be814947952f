package generator_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/fonttest"
	"github.com/legpress/legpress/generator/sitetest"
)

// lookSite is a site with an article, which has a card, and an exercise, which has a drawing.
const lookSite = `
-- content/site.toml --
title = "Look"
url = "https://look-test.net/"
author = "A"
menu = ["articles"]
-- content/articles/2026-01-01-one.md --
+++
title = "One"
date = 2026-01-01
+++

Text.
-- content/exercises/squat.toml --
name = "Squat"
pattern = "squat"
measure = "reps"

[[pose]]
label = "Stand"
ground = ["feet"]

[[pose]]
label = "Sit"
thigh = 90
shin = -20
torso = 30
`

// buildLook builds the site with more settings.
func buildLook(t *testing.T, settings string) (public string) {
	t.Helper()
	dir := t.TempDir()
	sitetest.WriteArchive(t, dir, txtar.Parse([]byte(strings.Replace(lookSite, "menu =", settings+"\nmenu =", 1))))
	if report := sitetest.Build(t, dir); len(report.Problems) > 0 {
		t.Fatalf("%+v", report.Problems)
	}
	return filepath.Join(dir, "public")
}

// An accent is in all that shows the theme's colour: pages, drawings, cards, icons, and what a phone knows of the site. What lasts in
// caches has another address.
func TestAccentIsEverywhere(t *testing.T) {
	plain, accented := buildLook(t, ""), buildLook(t, `look = { accent = "#0a5c8f" }`)
	for _, name := range []string{"assets/icon.svg", "site.webmanifest", "exercises/squat/drawing.svg"} {
		read := func(public string) string { // without what is drawn where there is no colour of the site's
			return strings.ReplaceAll(sitetest.ReadFile(t, filepath.Join(public, name)), "var(--track,#97321a)", "")
		}
		before, after := read(plain), read(accented)
		if !strings.Contains(before, "#97321a") || strings.Contains(after, "#97321a") || !strings.Contains(after, "#0a5c8f") {
			t.Errorf("%s says\n%.600s\nand with an accent\n%.600s", name, before, after)
		}
	}
	track, blue := color.RGBA{0x97, 0x32, 0x1a, 0xff}, color.RGBA{0x0a, 0x5c, 0x8f, 0xff}
	for _, pattern := range []string{"assets/icon-180.png", "assets/icon-512.png", "assets/cards/*/articles/*.png"} {
		before, after := onePicture(t, plain, pattern), onePicture(t, accented, pattern)
		if !before.has(track) || before.has(blue) || after.has(track) || !after.has(blue) {
			t.Errorf("%s has the theme's colour: %v, and with an accent: %v; the accent: %v, %v", pattern, before.has(track), after.has(track), before.has(blue), after.has(blue))
		}
		if card := strings.Contains(pattern, "cards"); card == (before.name == after.name) {
			t.Errorf("%s is at %s, and with an accent at %s", pattern, before.name, after.name)
		}
	}
	css := sitetest.ReadFile(t, oneFile(t, accented, "assets/style.*.css"))
	rest, ok := strings.CutPrefix(css, sitetest.ReadFile(t, oneFile(t, plain, "assets/style.*.css")))
	want := "@media screen{:root{--track:#0a5c8f;--lane:#2972a7}@media(prefers-color-scheme:dark){:root{--track:#77bef7;--lane:#478ec4}}}"
	if got := strings.ReplaceAll(rest, "@media (", "@media("); !ok || got != want {
		t.Errorf("at the end of the stylesheet stands %s, want %s", got, want)
	}
	if book := sitetest.ReadFile(t, oneFile(t, accented, "assets/book.*css")); !strings.HasSuffix(book, ":root{--lane:#2972a7}") {
		t.Errorf("the stylesheet of the guide ends with %s", book[max(len(book)-100, 0):])
	}
}

// A drawing brings its own style, which the policy of the site has to know, whatever its colours are.
func TestPolicyKnowsAccent(t *testing.T) {
	public := buildLook(t, `look = { accent = "#0a5c8f" }`)
	style := regexp.MustCompile(`<style>(.*?)</style>`).FindStringSubmatch(sitetest.ReadFile(t, filepath.Join(public, "exercises/squat/drawing.svg")))
	if style == nil {
		t.Fatal("the drawing has no style")
	}
	sum := sha256.Sum256([]byte(style[1]))
	if headers := sitetest.ReadFile(t, filepath.Join(public, "_headers")); !strings.Contains(headers, base64.StdEncoding.EncodeToString(sum[:])) {
		t.Errorf("the policy does not know %s:\n%s", style[1], headers)
	}
}

// oneFile returns the one file that a pattern fits.
func oneFile(t *testing.T, dir, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s fits %q, %v", pattern, found, err)
	}
	return found[0]
}

type picture struct {
	name string // below the public folder
	*image.Paletted
}

func (p picture) has(c color.RGBA) bool {
	for i, other := range p.Palette {
		if other == color.Color(c) && slices.Contains(p.Pix, uint8(i)) {
			return true
		}
	}
	return false
}

func onePicture(t *testing.T, dir, pattern string) picture {
	t.Helper()
	name := oneFile(t, dir, pattern)
	img, err := png.Decode(bytes.NewReader([]byte(sitetest.ReadFile(t, name))))
	if err != nil {
		t.Fatal(err)
	}
	return picture{strings.TrimPrefix(name, dir), img.(*image.Paletted)}
}

// A logo takes the place of the site's name and is called what the site is; one for dark pages is asked for there alone.
func TestLogo(t *testing.T) {
	const files = "\n-- content/logo.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"/>\n-- content/logos/night.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"/>\n"
	dir := t.TempDir()
	for settings, want := range map[string]string{
		"":                             `<a class="name" href="/">Look</a>`,
		`look = { logo = "logo.svg" }`: `<a class="name" href="/"><img src="/logo.svg" alt="Look" width="120" height="40"></a>`,
		`look = { logo = "logo.svg", dark_logo = "logos/night.svg" }`: `<a class="name" href="/"><picture><source media="screen and (prefers-color-scheme: dark)" srcset="/logos/night.svg"><img src="/logo.svg" alt="Look" width="120" height="40"></picture></a>`,
	} {
		sitetest.WriteArchive(t, dir, txtar.Parse([]byte(strings.Replace(lookSite, "menu =", settings+"\nmenu =", 1)+files)))
		report := sitetest.Build(t, dir)
		if report.Problems.HasErrors() {
			t.Fatalf("%+v", report.Problems)
		}
		public := filepath.Join(dir, "public")
		if page := sitetest.ReadFile(t, filepath.Join(public, "search/index.html")); !strings.Contains(page, want) {
			t.Errorf("with %s a page begins %.1500s", settings, page)
		}
		if css := sitetest.ReadFile(t, oneFile(t, public, "assets/style.*.css")); strings.Contains(css, ".name img") != (settings != "") {
			t.Errorf("%s in the stylesheet: %v", settings, settings == "")
		}
		for name, there := range map[string]bool{"logo.svg": settings != "", "logos/night.svg": strings.Contains(settings, "dark_logo")} {
			if got := slices.Contains(sitetest.Files(t, public), name); got != there {
				t.Errorf("with %s there is %s: %v", settings, name, got)
			}
		}
	}
}

// writeFonts writes fonts for the site: regular and bold ones for reading, and one for data.
func writeFonts(t *testing.T, dir string) {
	t.Helper()
	for name, data := range map[string][]byte{
		"one-regular.woff2": fonttest.WOFF2(t, goregular.TTF, fonttest.Weight(400)),
		"one-bold.woff2":    fonttest.WOFF2(t, gobold.TTF, fonttest.Weight(700)),
		"one-bold.ttf":      gomono.TTF, // another one, to tell it from the cards' own
		"two.woff2":         fonttest.WOFF2(t, gomono.TTF, fonttest.Vary(300, 800), fonttest.Sans),
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content/fonts", name), data)
	}
}

// Fonts reach the stylesheet as they say they are, the head asks for those that each page needs, and a .ttf writes the cards without
// being published.
func TestFonts(t *testing.T) {
	plain := buildLook(t, "")
	dir := t.TempDir()
	writeFonts(t, dir)
	settings := `look = { reading = ["fonts/one-bold.woff2", "fonts/one-regular.woff2"], data = "fonts/two.woff2" }`
	sitetest.WriteArchive(t, dir, txtar.Parse([]byte(strings.Replace(lookSite, "menu =", settings+"\nmenu =", 1))))
	report := sitetest.Build(t, dir)
	if len(report.Problems) != 1 || report.Problems[0].ID != "heavy-fonts" {
		t.Fatalf("%+v", report.Problems)
	}
	public := filepath.Join(dir, "public")
	css := sitetest.ReadFile(t, oneFile(t, public, "assets/style.*.css"))
	for _, want := range []string{
		`@font-face{font-family:_reading;src:url(/fonts/one-bold.woff2)format("woff2");font-weight:700;font-style:normal;font-display:swap}`,
		`@font-face{font-family:_reading;src:url(/fonts/one-regular.woff2)format("woff2");font-weight:400;font-style:normal;font-display:swap}`,
		`@font-face{font-family:_data;src:url(/fonts/two.woff2)format("woff2");font-weight:300 800;font-style:normal;font-display:swap}`,
		`:root{--sans:_data, "Avenir`,
		`:root{--serif:_reading, "Avenir`,
	} {
		if !strings.Contains(css, want) {
			t.Errorf("the stylesheet does not say %s: %s", want, css[strings.Index(css, "@font-face"):])
		}
	}
	page := sitetest.ReadFile(t, filepath.Join(public, "search/index.html"))
	for _, url := range []string{"/fonts/one-regular.woff2", "/fonts/two.woff2"} {
		if !strings.Contains(page, `<link rel="preload" href="`+url+`" as="font" type="font/woff2" crossorigin>`) {
			t.Errorf("the head does not ask for %s", url)
		}
	}
	if files := sitetest.Files(t, public); slices.Contains(files, "fonts/one-bold.ttf") || !slices.Contains(files, "fonts/one-bold.woff2") || strings.Contains(page, "one-bold") {
		t.Errorf("%q", files)
	}
	const cards = "assets/cards/*/articles/*.png"
	before, after := onePicture(t, plain, cards), onePicture(t, public, cards)
	if before.name == after.name || bytes.Equal(before.Pix, after.Pix) {
		t.Errorf("the card is at %s, and with a font of its own at %s", before.name, after.name)
	}
}

// What is wrong with a font is said at its place in the settings.
func TestFontProblems(t *testing.T) {
	for value, want := range map[string]string{
		`"sans"`:                 "",
		`"fonts/one-bold.woff2"`: "",
		`"fonts/one-blod.woff2"`: `no-font: there is no font at content/fonts/one-blod.woff2. Did you mean "fonts/one-bold.woff2"?`,
		`"fonts/renamed.woff2"`:  "bad-font: this file is no font in the form .woff2, or is damaged. Fetch it again. A file that was only renamed has to be converted.",
		`["fonts/one-bold.woff2", "fonts/copy.woff2"]`: "font-again: fonts/copy.woff2 has letters of the same weight and slant as fonts/one-bold.woff2, so browsers use only one of them. Leave one of them out.",
	} {
		dir := t.TempDir()
		writeFonts(t, dir)
		sitetest.WriteFile(t, filepath.Join(dir, "content/fonts/renamed.woff2"), goregular.TTF)
		sitetest.WriteFile(t, filepath.Join(dir, "content/fonts/copy.woff2"), fonttest.WOFF2(t, gobold.TTF, fonttest.Weight(700)))
		sitetest.WriteArchive(t, dir, txtar.Parse([]byte(strings.Replace(lookSite, "menu =", "look = { reading = "+value+" }\nmenu =", 1))))
		report := sitetest.Build(t, dir)
		var got string
		for _, p := range report.Problems {
			if p.ID == "unused-font" {
				continue
			}
			if p.File != "content/site.toml" || p.Line != 4 {
				t.Errorf("%s: %+v", value, p)
			}
			if p.ID != "heavy-fonts" {
				got += p.ID + ": " + p.Message + " " + p.Hint
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", value, got, want)
		}
	}
}
