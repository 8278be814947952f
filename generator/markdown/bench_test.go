package markdown

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// article returns an article of about 840 words with five headings, a list, a table, a quotation, links and a footnote.
func article(seed uint64) []byte {
	rng := rand.New(rand.NewPCG(seed, 1))
	vocabulary := strings.Fields("run stride lift hinge row hold week rest easy medium hard long calf hip trunk load kilo step " +
		"it's slowly again before after strong tired fresh knee ankle habit paper pen week plan that this with from into and the a to")
	sentence := func() string {
		words := make([]string, 8+rng.IntN(10))
		for i := range words {
			words[i] = vocabulary[rng.IntN(len(vocabulary))]
		}
		return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:] + "."
	}
	paragraph := func(b *strings.Builder) {
		for range 5 {
			b.WriteString(sentence() + " ")
		}
		b.WriteString("\n\n")
	}
	var b strings.Builder
	paragraph(&b)
	for section := range 5 {
		fmt.Fprintf(&b, "## %s\n\n", strings.TrimSuffix(sentence(), "."))
		paragraph(&b)
		switch section {
		case 0:
			fmt.Fprintf(&b, "- %s\n- %s\n- %s\n\n", sentence(), sentence(), sentence())
		case 1:
			b.WriteString("| Week | Sets | Load |\n| --- | ---: | ---: |\n")
			for week := range 6 {
				fmt.Fprintf(&b, "| %d | 3 | %d kg |\n", week+1, 8+2*week)
			}
			b.WriteString("\n")
		case 2:
			fmt.Fprintf(&b, "> \"%s\"\n\n", sentence())
		case 3:
			fmt.Fprintf(&b, "See [%s](/articles/a%d/) and **%s** with *%s*.[^1]\n\n", sentence(), rng.IntN(1000), sentence(), sentence())
		}
		paragraph(&b)
	}
	fmt.Fprintf(&b, "[^1]: %s\n", sentence())
	return []byte(b.String())
}

func articles() [][]byte {
	texts := make([][]byte, 50)
	for i := range texts {
		texts[i] = article(uint64(i))
	}
	return texts
}

// BenchmarkParse is held against [BenchmarkGoldmark]: at most 1.25 times as long.
func BenchmarkParse(b *testing.B) {
	texts, p := articles(), New(Options{Language: "en"})
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Parse(Source{Text: texts[i%len(texts)]})
	}
}

// BenchmarkGoldmark is what goldmark alone takes for the same articles.
func BenchmarkGoldmark(b *testing.B) {
	texts := articles()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	var out bytes.Buffer
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		out.Reset()
		if err := md.Convert(texts[i%len(texts)], &out); err != nil {
			b.Fatal(err)
		}
	}
}
