package parse

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/source"
)

func settingsWith(text string) (*Settings, diag.List) {
	head := "title = \"T\"\nurl = \"https://a.example/\"\n"
	return ReadSettings(source.New([]source.File{{Path: SettingsFile, Data: []byte(head + text)}}))
}

func TestAccent(t *testing.T) {
	for text, want := range map[string]string{
		`"#0a5c8f"`: "",
		`"#05a"`:    "",
		`"#e8a33d"`: `4:10 pale-accent: #e8a33d is too light to be read everywhere on a page: on a shaded part the contrast is 1.8:1, and text needs 4.5:1. The nearest that can be read is accent = "#976300".`,
		`"#1b7f3b"`: `4:10 pale-accent: #1b7f3b is too light to be read everywhere on a page: on a shaded part the contrast is 4.4:1, and text needs 4.5:1. The nearest that can be read is accent = "#1a7e3a".`,
		`"0a5c8f"`:  `4:10 bad-accent: "0a5c8f" is not how a colour is written. Write accent = "#0a5c8f".`,
		`"Navy"`:    `4:10 bad-accent: "Navy" is not how a colour is written. Write accent = "#000080".`,
		`"orange"`:  `4:10 bad-accent: "orange" is not how a colour is written. It is #ffa500, which is too light to be read. The nearest that can be read is accent = "#996100".`,
		`"rgb(1)"`:  `4:10 bad-accent: "rgb(1)" is not how a colour is written. Write # and six signs from 0 to 9 and a to f, as colour pickers show them: accent = "#0a5c8f".`,
		`""`:        `4:10 bad-accent: "" is not how a colour is written. Write # and six signs from 0 to 9 and a to f, as colour pickers show them: accent = "#0a5c8f".`,
	} {
		s, problems := settingsWith("[look]\naccent = " + text + "\n")
		if got := said(problems); got != want {
			t.Errorf("%s: %s", text, got)
		}
		if (want == "") != (s.Palette().Light.Track.String() != "#97321a") {
			t.Errorf("%s became %s", text, s.Palette().Light.Track)
		}
		if m := regexp.MustCompile(`accent = ("[^"]*")\.$`).FindStringSubmatch(want); m != nil {
			if _, problems := settingsWith("[look]\naccent = " + m[1] + "\n"); len(problems) > 0 {
				t.Errorf("the hint to %s leads to %s", text, said(problems))
			}
		}
	}
}

func TestTypefaces(t *testing.T) {
	const files = `name the files of a font, as paths from site.toml: ["fonts/My-Regular.woff2", "fonts/My-Bold.woff2"].`
	for text, want := range map[string]string{
		`"serif"`:                            "",
		`"sans"`:                             "",
		`"fonts/a.WOFF2"`:                    "",
		`["fonts/a.woff2", "fonts/b.woff2"]`: "",
		`"fonts/a.ttf"`:                      `4:8 not-a-web-font: "fonts/a.ttf" is not in the form .woff2, which every browser reads and which is the smallest. Name the .woff2 file that came with it, or make one with a converter; the licence of the font says whether you may. A .ttf of the same name beside it gives the cards its letters.`,
		`"sans-serif"`:                       `4:8 bad-font: "sans-serif" is not how letters that every device has are asked for. Write data = "sans", and nothing else with it.`,
		`["serif", "fonts/a.woff2"]`:         `4:9 bad-font: "serif" is not how letters that every device has are asked for. Write data = "serif", and nothing else with it.`,
		`"Georgia"`:                          `4:8 bad-font: "Georgia" is not a font file. Write "serif" or "sans" for letters that every device has, or ` + files,
		`"https://fonts.googleapis.com/css2?family=Lora"`: `4:8 font-elsewhere: pages ask no other website for letters: it would learn who reads them. Download the font in the form .woff2, put it below content/fonts/, and ` + files,
	} {
		s, problems := settingsWith("[look]\ndata = " + text + "\n")
		if got := said(problems); got != want {
			t.Errorf("%s: %s", text, got)
		}
		if face := s.Look.Data; (want == "") != (face.Stack != "" || len(face.Files) > 0) && text[0] != '[' {
			t.Errorf("%s became %+v", text, face)
		}
	}
}

func said(problems diag.List) string {
	var list []string
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%d:%d %s: %s %s", p.Line, p.Column, p.ID, p.Message, p.Hint))
	}
	return strings.Join(list, "\n")
}
