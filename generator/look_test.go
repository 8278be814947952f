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

	"golang.org/x/tools/txtar"

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
