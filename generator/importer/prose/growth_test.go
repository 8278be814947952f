package prose

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"
)

// growing are texts that may take long: what stands between the two dots of a pattern is repeated, # being a number that counts up.
var growing = []string{
	"[a](", "[a](b)", "[a](b) ", "[a](b)\n", "[a](b \"", "[a](<b", "[·[·", "[·[·](b)", "![", "![a](b#.jpg)", "![a](b#.jpg)\n", "![a](", "[![a](b)](c)", "[·![a](b)·](c)",
	"[a][b]", "[a][b]\n·[b#]: /c\n·", "[a#]: /b\n", "[a#]: b\n\n[a#]", "](", "]", "<", "<b", "<b ", "<b>", "<b>·</b>", "<b>a</b>", "<b><i>", "·<div>·</div>", "·<div>·\n", "<div>\n\n", "<div>\n\n·a</div>\n",
	"<p>a", "<p>a</p>", "<p>a</p>\n", "<br>", "<br/>\n", "<a href=\"b\">", "<a href=\"b\">c</a>", "<a href=\"b\">c</a>\n", "<img src=\"a#.jpg\">", "<img src=\"a#.jpg\">\n", "<!--", "<!-- a -->", "<!-- a -->\n",
	"<table>·<tr><td>a</td></tr>·</table>", "<ul>·<li>a·</ul>", "·<ul><li>·", "·<blockquote>·", "<pre>·a\n·</pre>", "<span class=\"a\">b</span>", "<span style=\"display:none\">b</span>", "<x-#>", "<script>a</script>",
	"`", "`a", "``a`", "·`·``·", "``` ", "```\n", "~~~\na\n", "    a\n", "- a\n", "- ", "> ", "> a\n", "*a", "**a**", "_a", "\\", "\\[", "&amp;", "&", "# a\n", "#a\n", "a\n===\n", "http://a.b ", "<http://a.b>", "<http://a.b", "{{< a >}}",
	"{% a %}", "(", ")", "\"", "'", "a\n\n", "a ", "\n", "\x00", "\xff", "é", "[^a#]", "[^a#]: b\n",
}

// Writing a post of four times the size as Markdown takes no more than about four times as long: more than twice that is allowed, for a
// busy machine, and the best of several measurements counts.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	for name, write := range map[string]func(text string){
		"links":      func(text string) { Relink(text, func(l Link) Change { return Lead("x.md") }) },
		"references": func(text string) { InlineReferences(text) },
		"HTML":       func(text string) { FromHTML(text, true, &Losses{}) },
		"HTML in Markdown": func(text string) {
			l := &Losses{}
			l.Settle(SpacedAddresses(Headings(CleanHTML(text, l))))
		},
		"plain text": func(text string) { PlainText(text) },
	} {
		for _, pattern := range append(growing, drawn(60)...) {
			if ratio, took := growth(write, pattern); ratio > mostGrowth {
				t.Errorf("%s: %q: four times the text takes %.1f times as long, %v", name, pattern, ratio, took)
			}
		}
	}
}

const mostGrowth = 9

// drawn returns patterns put together of what posts have.
func drawn(n int) []string {
	rng := rand.New(rand.NewPCG(1, 3))
	pieces := strings.Split("[|]|(|)|](|![|<|>|</|<b>|</b>|<div>|</div>|<p>|<a href=\"|\">|`|\\|*|_|a|#| |\n|\n\n|<!--|-->|&|;|\"|>|- |:", "|")
	patterns := make([]string, n)
	for i := range patterns {
		for range 2 + rng.IntN(6) {
			patterns[i] += pieces[rng.IntN(len(pieces))]
		}
	}
	return patterns
}

// growth returns how many times as long four times the text takes; 0 where that is too little to be measured.
func growth(write func(string), pattern string) (ratio float64, took time.Duration) {
	const size = 20_000
	least := func(size int) time.Duration {
		text := grown(pattern, size)
		start := time.Now()
		write(text)
		return time.Since(start)
	}
	small := time.Hour
	took = time.Hour
	for try := range 12 {
		small, took = min(small, least(size)), min(took, least(4*size))
		ratio = float64(took) / float64(small)
		if took < 60*time.Millisecond || try >= 2 && ratio <= mostGrowth {
			return 0, took
		}
	}
	return ratio, took
}

// grown repeats what stands between the two dots of a pattern, behind its one dot, or the whole of it, until it is long enough.
func grown(pattern string, size int) string {
	parts := strings.Split(pattern, "·")
	start, unit, end := "", parts[0], ""
	switch len(parts) {
	case 2:
		start, unit = parts[0], parts[1]
	case 3:
		start, unit, end = parts[0], parts[1], parts[2]
	}
	var b strings.Builder
	b.WriteString(start)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(unit, "#", strconv.Itoa(i)))
	}
	b.WriteString(end)
	return b.String()
}
