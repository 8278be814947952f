package generator_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
)

// placesSite is a site with a photo in each place that has room for one.
func placesSite(t *testing.T) string {
	dir := t.TempDir()
	const pose = "[[pose]]\nlabel = \"Top\"\n"
	for name, text := range map[string]string{
		"site.toml":                   "title = \"Places\"\nurl = \"https://balanced-stride.com/\"\ncards = false\n",
		"pages/home.md":               "+++\ntitle = \"Strong\"\nimage = \"wide.jpg\"\nimage_alt = \"A hall\"\nimage_focus = \"20% 90%\"\n+++\n",
		"pages/about.md":              "+++\ntitle = \"About\"\nimage = \"tall.jpg\"\nimage_alt = \"Me\"\n+++\nText.\n",
		"articles/2026-01-02-a.md":    "+++\ntitle = \"A\"\nimage = \"../pages/tall.jpg\"\nimage_alt = \"Me again\"\nimage_focus = \"top\"\n+++\nText.\n",
		"runners/runs.toml":           runner("image = \"../pages/tall.jpg\"\nimage_alt = \"She runs\"\nimage_focus = \"top left\"\n"),
		"runners/lifts.toml":          runner("image = \"small.jpg\"\nimage_alt = \"He lifts\"\n"),
		"runners/none.toml":           runner(""),
		"runners/draft.toml":          runner("draft = true\nimage = \"draft.jpg\"\nimage_alt = \"Nobody\"\n"),
		"exercises/both.toml":         exercise("picture = \"../pages/tall.jpg\"\npicture_alt = \"A row\"\npicture_credit = \"Jo\"\n" + pose),
		"exercises/own-drawing.toml":  exercise("picture = \"own.svg\"\npicture_alt = \"A row\"\npicture_credit = \"Jo\"\n" + pose),
		"exercises/only-a-photo.toml": exercise("picture = \"../pages/tall.jpg\"\npicture_alt = \"A row\"\npicture_credit = \"Jo\"\npicture_focus = \"bottom\"\n"),
		"exercises/only-drawn.toml":   exercise(pose),
		"exercises/own.svg":           `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>`,
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content", name), []byte(text))
	}
	for name, data := range map[string][]byte{
		"pages/tall.jpg":    photo(t, 1000, 800), // 800 × 1000 when it is upright
		"pages/wide.jpg":    photo(t, 400, 1600), // 1600 × 400
		"runners/small.jpg": photo(t, 80, 60),
		"runners/draft.jpg": photo(t, 60, 60),
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content", name), data)
	}
	return dir
}

func runner(more string) string {
	return "name = \"R\"\nsessions_per_week = 2\n" + more + "[running_week]\nmon = \"rest\"\ntue = \"medium\"\nwed = \"rest\"\nthu = \"easy\"\nfri = \"medium\"\nsat = \"rest\"\nsun = \"long\"\n"
}

func exercise(more string) string {
	return "name = \"E\"\npattern = \"pull\"\nmeasure = \"reps\"\n" + more
}

// A photo stands in each place in the shape of that place, around its focus, and with the width that the whole of it has there.
func TestPhotoPlaces(t *testing.T) {
	loader, err := generator.Open(sitetest.Options(placesSite(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	rev, err := loader.Load(sitetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	rendered := func(url string) string { // no photo is made for that
		var b bytes.Buffer
		if problems := rev.Render(&b, rev.Site.PageAt(url)); len(problems) > 0 {
			t.Errorf("%s: %v", url, problems)
		}
		return hashed.ReplaceAllString(b.String(), ".HASH-")
	}
	const inText = `sizes="(min-width: 70rem) 630px, (min-width: 46rem) calc(100vw - 221px), calc(100vw - 54px)">`
	const tall = `<img src="/assets/photos/tall.HASH-800.jpg" alt="`
	const tallSize = `" width="800" height="1000"`
	for _, x := range []struct {
		url   string
		wants []string
	}{
		{"/", []string{
			// The photo is 4:1, of which 3:2 is left: the whole of it is 2.66 times as wide.
			`sizes="(min-width: 60rem) 1436px, (min-width: 46rem) calc(266vw - 587px), calc(266vw - 143px)">`,
			`alt="A hall" width="1280" height="320" class="cut x2 y9" fetchpriority="high"`,
			`"image":"https://balanced-stride.com/assets/photos/wide.HASH-1280.jpg"`,
		}},
		{"/about/", []string{inText + tall + `Me` + tallSize + ` fetchpriority="high" decoding="async">`}},
		{"/articles/a/", []string{inText + tall + `Me again` + tallSize + ` class="cut y0" fetchpriority="high"`}},
		{"/runners/runs/", []string{
			`sizes="(min-width: 70rem) 394px, (min-width: 46rem) calc(100vw - 221px), calc(100vw - 54px)">` + tall + `She runs` + tallSize + ` class="cut x0 y0" fetchpriority="high"`,
			`<meta property="og:image" content="https://balanced-stride.com/assets/photos/tall.HASH-800.jpg">`,
		}},
		{"/exercises/both/", []string{
			inText + tall + `A row` + tallSize + ` fetchpriority="high" decoding="async"></picture><figcaption>Jo</figcaption>`,
			`<img src="/exercises/both/drawing.svg"`,
			`<meta property="og:image" content="https://balanced-stride.com/assets/photos/tall.HASH-800.jpg">`,
			`"image":"https://balanced-stride.com/assets/photos/tall.HASH-800.jpg"`,
		}},
		{"/exercises/only-a-photo/", []string{inText + tall + `A row` + tallSize + ` class="cut y10" fetchpriority="high"`}},
		{"/exercises/own-drawing/", []string{`<img src="/exercises/own.svg" alt="A row" width="40" height="30"`}},
		{"/exercises/only-drawn/", []string{`<img src="/exercises/only-drawn/drawing.svg"`, `"image":"https://balanced-stride.com/exercises/only-drawn/drawing.svg"`}},
		{"/exercises/", []string{`<img src="/exercises/both/drawing.svg"`, `<img src="/exercises/own.svg"`, `<img src="/exercises/only-drawn/drawing.svg"`, tall + `"`}},
	} {
		page := rendered(x.url)
		for _, want := range x.wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s has no\n%s", x.url, want)
			}
		}
		if n := strings.Count(page, tall+"A row"); n > 1 {
			t.Errorf("%s shows its photo %d times", x.url, n)
		}
	}
	if page := rendered("/runners/none/"); strings.Contains(page, `class="cut`) {
		t.Error("there is a photo where there is none")
	}
	if c := rev.Site.CopiedFrom("content/runners/draft.jpg"); c == nil || c.Withheld == nil || c.Withheld.Of != "content/runners/draft.toml" {
		t.Errorf("the photo of a draft is published: %+v", c)
	}
	var said strings.Builder
	if err := rev.Problems.Text(&said, rev.Lines, false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"content/pages/home.md:3:9: warning: this photo will look blurred: it has 1600 × 400 points. It is so wide that little of it is left",
		"content/runners/lifts.toml:3:9: warning: this photo will look blurred: it has 60 × 80 points. Take one of 1200 × 800 points or more.",
	} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("nobody says %q but\n%s", want, said.String())
		}
	}
}
