package sitetest

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// WriteArticles writes a site of n articles of about 840 words: front matter, three tags of 120, five headings, a list, a table, a
// quotation, a link and a footnote. The same n gives the same articles.
func WriteArticles(t testing.TB, dir string, n int, settings ...string) {
	t.Helper()
	c := corpus{rand.New(rand.NewSource(1))}
	articles := filepath.Join(dir, "content", "articles")
	if err := os.MkdirAll(articles, 0o755); err != nil {
		t.Fatal(err)
	}
	settings = append([]string{`title = "Bench"`, `url = "https://balanced-stride.com/"`, `menu = ["articles", "tags"]`}, settings...)
	if err := os.WriteFile(filepath.Join(dir, "content", "site.toml"), []byte(strings.Join(settings, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := os.WriteFile(filepath.Join(articles, fmt.Sprintf("a%05d.md", i)), []byte(c.article(i, n)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

type corpus struct{ *rand.Rand }

var corpusWords = strings.Fields(`runner strength load progress squat goblet row hold bridge week session easy medium hard long tempo hill
recovery sleep stress adapt tendon calf hip trunk balance power heavy light simple plan coach race pace road trail shoe barbell
dumbbell repetition rest minute day month season base taper test improve steady patient economy stride cadence ground force soft
slow fast quiet often rarely never always before after during because although while when where how why what which the a an and or
but of to in on at by for from with without over under between through into onto`)

func (c corpus) article(i, n int) string {
	var b strings.Builder
	date := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(i) * time.Hour)
	fmt.Fprintf(&b, "+++\ntitle = %q\ndate = %s\ntags = [\"tag-%d\", \"tag-%d\", \"tag-%d\"]\nsummary = %q\n+++\n\n",
		c.phrase(5), date.Format(time.DateOnly), c.Intn(40), 40+c.Intn(40), 80+c.Intn(40), c.sentence())
	c.paragraph(&b)
	for h := range 5 {
		fmt.Fprintf(&b, "## %s\n\n", c.phrase(4))
		c.paragraph(&b)
		switch h {
		case 0:
			for range 4 {
				fmt.Fprintf(&b, "- %s\n", c.sentence())
			}
			b.WriteString("\n")
		case 1:
			b.WriteString("| Week | Sets | Repetitions | Load |\n| ---- | ---: | ---: | ---: |\n")
			for w := range 6 {
				fmt.Fprintf(&b, "| %d | 3 | %d | %d kg |\n", w+1, 6+c.Intn(6), 10+w*2)
			}
			b.WriteString("\n")
		case 2:
			fmt.Fprintf(&b, "> %s %s\n\n", c.sentence(), c.sentence())
		case 3:
			fmt.Fprintf(&b, "See [%s](/articles/a%05d/) and **%s** with *%s*.[^1]\n\n", c.phrase(3), c.Intn(n), c.phrase(2), c.phrase(2))
		}
		c.paragraph(&b)
	}
	fmt.Fprintf(&b, "[^1]: %s\n", c.sentence())
	return b.String()
}

func (c corpus) phrase(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = corpusWords[c.Intn(len(corpusWords))]
	}
	words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	return strings.Join(words, " ")
}

func (c corpus) sentence() string { return c.phrase(8+c.Intn(12)) + "." }

func (c corpus) paragraph(b *strings.Builder) {
	for range 3 + c.Intn(3) {
		b.WriteString(c.sentence() + " ")
	}
	b.WriteString("\n\n")
}
