package sitetest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/content"
)

// WriteLarge writes the starter site with n articles more. The same n gives the same site.
func WriteLarge(t testing.TB, dir string, n int) {
	t.Helper()
	WriteWholeStarter(t, dir)
	settings, err := content.Files.ReadFile("site.toml")
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, data []byte) { WriteFile(t, filepath.Join(dir, "content", name), data) }
	settings = bytes.Replace(settings, []byte("https://example.org/"), []byte("https://balanced-stride.com/"), 1)
	write("site.toml", append(settings, largeAuthors...))
	c := corpus{rand.New(rand.NewSource(2))}
	for i := range n {
		write(largeFile(i), []byte(c.largeArticle(i, "")))
		if largeFolder(i) {
			folder := filepath.Dir(largeFile(i))
			write(folder+"/photo.jpg", gradient(t, 400+i, 300, i))
			write(folder+"/dot.png", dot)
			write(folder+"/circle.svg", fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="%d"><circle cx="30" cy="30" r="20"/></svg>`, 60+i))
		}
	}
	for name, line := range map[string]string{"draft": "draft = true", "future": "date = 2099-01-01", "expired": "expires = 2021-01-01"} {
		for i := range 3 {
			write(fmt.Sprintf("articles/hidden-%s-%d.md", name, i), []byte(c.largeArticle(i, line)))
		}
	}
}

const largeAuthors = `
[authors]
"Jo Miller" = { about = "Physical therapist and marathon runner.", url = "/about/" }
"Λένα Παπαδάκη" = { about = "She runs in the hills & lifts < twice a week." }
`

// dot is a PNG of one point.
var dot, _ = base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")

// gradient is a JPEG of which no two are the same.
func gradient(t testing.TB, width, height, seed int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range width * height {
		m.SetRGBA(i%width, i/width, color.RGBA{uint8(i % width), uint8(i / width), uint8(seed), 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// largeFolder reports whether an article is a folder with pictures.
func largeFolder(i int) bool { return i%40 == 5 }

func largeDate(i int) time.Time {
	return time.Date(2019, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 5*i)
}

func largeFile(i int) string {
	name := fmt.Sprintf("articles/%s-large-%03d", largeDate(i).Format(time.DateOnly), i)
	if largeFolder(i) {
		return name + "/index.md"
	}
	return name + ".md"
}

// foreign are words in other scripts, long ones, and signs that mean something in HTML, TOML or Markdown.
var foreign = []string{
	"تمارين القوة للعدائين", "ランナーのための筋力トレーニング", "Силовая тренировка", "Δύναμη για δρομείς", "אימון כוח", "शक्ति प्रशिक्षण", "달리기와 근력",
	"Geschwindigkeitsausdauertrainingsplan", "Ça & là < ici", `"Hard" days 'n' easy ones`, "1. A number*", "100 % | half", "🏃 Run",
}

var largeTags = strings.Split("strength·recovery·Kräftigung·筋力·тренировка·القوة·hills & dales·C<25·race day·trail·Ça va·long run·tempo·sleep·shoes·food·cold·heat·beginners·masters", "·")

// largeArticle writes an article: a head, and a body with some of the parts. An extra line may stand for the date.
func (c corpus) largeArticle(i int, extra string) string {
	var b strings.Builder
	title := c.phrase(3 + i%5)
	switch {
	case i%17 == 3:
		title = c.phrase(24)
	case i%5 == 2:
		title = foreign[i/5%len(foreign)] + " " + fmt.Sprint(i)
	}
	fmt.Fprintf(&b, "+++\ntitle = %q\n", title)
	if extra != "" {
		b.WriteString(extra + "\n")
	}
	if strings.HasPrefix(extra, "draft") || strings.HasPrefix(extra, "expires") {
		b.WriteString("date = 2020-01-01\n")
	}
	tag := i % len(largeTags)
	other := (tag + 1 + (i*i+i%7)%(len(largeTags)-1)) % len(largeTags)
	fmt.Fprintf(&b, "tags = [%q, %q]\n", largeTags[tag], largeTags[other])
	for _, line := range []struct {
		when bool
		text string
	}{
		{i%3 == 0, fmt.Sprintf("summary = %q", c.sentence())},
		{i%4 == 1, fmt.Sprintf("series = %q", "Series "+foreign[i/50%len(foreign)])},
		{i%6 == 2, `author = "Λένα Παπαδάκη"`},
		{i%6 == 4, `author = "Somebody Else"`},
		{i%5 == 0, `runners = ["` + []string{"only-runs", "no-balance", "no-progression"}[i%3] + `"]`},
		{i%25 == 7 && extra == "", fmt.Sprintf(`aliases = ["/old/%d/", "/blog/%d.html"]`, i, i)},
		{i%10 == 6 && extra == "", fmt.Sprintf("updated = %s", largeDate(i).AddDate(0, 0, 3).Format(time.DateOnly))},
		{i%8 == 3, `sources = ["blagrove-2018"]`},
		{largeFolder(i) && extra == "", "image = \"photo.jpg\"\nimage_alt = \"Colours that go over into each other\""},
	} {
		if line.when {
			b.WriteString(line.text + "\n")
		}
	}
	b.WriteString("+++\n\n")
	c.paragraph(&b)
	for part := range 5 {
		fmt.Fprintf(&b, "## %s\n\n", c.phrase(4))
		c.largePart(&b, (i+part*3)%largeParts, i)
		c.paragraph(&b)
	}
	if largeFolder(i) && extra == "" {
		b.WriteString("![Colours](photo.jpg \"From one into another\")\n\n![A point](dot.png)\n\n![A circle](circle.svg)\n")
	}
	return b.String()
}

const largeParts = 15

// largePart writes one of the things that texts can have.
func (c corpus) largePart(b *strings.Builder, part, i int) {
	kinds := []string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"}
	other := 0
	if i > 0 {
		other = c.Intn(i)
	}
	texts := [largeParts]func() string{
		func() string {
			return fmt.Sprintf("- %s\n- %s\n  - %s\n    1. %s\n    2. %s\n", c.sentence(), c.sentence(), c.sentence(), c.phrase(2), c.phrase(3))
		},
		func() string {
			return fmt.Sprintf("| Week | Sets | Load | %s |\n| ---: | :---: | --- | --- |\n| 1 | 3 | 8 kg | %s |\n| 2 | 3 | 10 kg | %s |\n", c.phrase(5), c.sentence(), c.sentence())
		},
		func() string {
			return fmt.Sprintf("%s[^a] %s[^b] Again.[^a]\n\n[^a]: %s\n[^b]: %s [A plan](plan:strong-season).\n", c.sentence(), c.sentence(), c.sentence(), c.sentence())
		},
		func() string {
			return fmt.Sprintf("> [!%s]\n> %s\n>\n> - %s\n", kinds[i%len(kinds)], c.sentence(), c.sentence())
		},
		func() string {
			return "```go\nfunc main() { fmt.Println(\"" + strings.Repeat("a line that is too long for a phone ", 5) + "\") }\n```\n\nAnd `typed <words> & more`.\n"
		},
		func() string {
			return "```toml\n# what comes next\nid = \"plan\"\nweeks = 8\n```\n\n```diff\n-8 kg\n+10 kg\n```\n\n```python\ndef load(week):\n    return 8 + 2 * week\n```\n"
		},
		func() string { return "Words: " + strings.ReplaceAll(strings.Join(foreign, ", "), "<", "\\<") + ".\n" },
		func() string { return "![](exercise:goblet-squat)\n\n![](plan:first-eight-weeks)\n" },
		func() string {
			return "[Blagrove](source:blagrove-2018) and a [runner](runner:no-balance), a [row](exercise:bent-over-row).\n"
		},
		func() string {
			return fmt.Sprintf("See [%s](%s) and <https://example.com/%d>.\n", c.phrase(3), largeLink(i, other), i)
		},
		func() string { return fmt.Sprintf("Term\n: %s\n\nOther term\n: %s\n", c.sentence(), c.sentence()) },
		func() string { return fmt.Sprintf("- [x] %s\n- [ ] %s\n", c.phrase(4), c.phrase(5)) },
		func() string { return fmt.Sprintf("> %s\n> %s\n\n---\n", c.sentence(), c.sentence()) },
		func() string { return "![How to row](https://vimeo.com/76979871)\n" },
		func() string {
			return fmt.Sprintf("### %s\n\n**%s** with *%s* and ~~%s~~.\n\n#### %s\n\n%s\n", c.phrase(3), c.phrase(2), c.phrase(2), c.phrase(2), c.phrase(2), strings.Repeat("unbroken", 12))
		},
	}
	b.WriteString(texts[part]() + "\n")
}

// largeLink is a link from an article to another one, by its file.
func largeLink(from, to int) string {
	link := strings.TrimPrefix(largeFile(to), "articles/")
	if largeFolder(from) {
		link = "../" + link
	}
	return link
}
