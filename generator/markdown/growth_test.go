package markdown

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/diag"
)

// growing are texts that parsers of Markdown are known to take long for, as [grown] reads them; # is a number that counts up.
var growing = []string{
	"> ", "> > ·a", "- ", "1. ", "* - ", "> - ", "·> ·\na", "·- ·a\n", "# ", "`", "·`·a``", "``a ", "`a` ", "`a`` ", "[", "![", "]", "[]",
	"[a](", "![a](", "[a](b", "[a](<b", "[a](b \"", "[a](b 'c) ", "[a][", "[a][b]", "[a ", "[a]: b\n\n·[a]", "[a#]: b\n", "[a#]: b \"c\"\n\n",
	"[a#]: b\n[a#]\n\n", "[a]: ", "[^#]", "[^#]: a\n", "[^1]·\n\n[^1]: a", "[^1] ", "[^1]: [^1] ", "[^#]: b\n\n[^#] ", "*a ", "**a ", "_a ",
	"*a_ ", "a**bc* ", "·a**b·c* ", "a**b·c* ", "*a **b", "a*", "**a*", "***a** ", "*a **a ***a ", "~a", "~~a", "~a~~", "<", "<a", "a<b> ",
	"</b>", "<b>", "<!--", "<!-- a -->", "<?", "<![CDATA[", "<a href=\"", "<https://a", "<a b=c ", "&", "&amp;", "&#", "&#1;", "&a;", "|",
	"·|a·|\n|-|\n", "|a|\n|-|\n·|\n", "|a|\n|-|\n·|`b\\|c`|\n", "|a|\n|-|\n·|`b\\|c", "a|b\n-|-\n·c|d\n", "|a|b|\n", "|-|\n", "|a|\n|-|\n\n",
	"|a|a|\n|-|-|\n|b|\n\n|c|\n\n", "\\", "\\*", "\"", "'", "'a ", "\"a 'b ", "--", "...", "8 kg ", "3*8*", "3 *8 ", "8~", "3*a ", "(3)*",
	"3 *8* ", "a\n: ", ": ", "a\n: b\n\n", "a\n\n:   b\n", "·a\n:   ·b", "> [!NOTE]\n", "> [!NOTE] ", "·> [!NOTE]\n·> b", "·> ·[!TIP]\n",
	"```\n", "```a ", "~~~ a\n", "    a\n", "\ta", "- a\n", "- a\n\n", "- [ ] ", "- [x] a\n", "1) a\n", "a  \n", "a\\\n", "***\n", "a\n===\n",
	"a\n---\n", "## a {#b#}\n", "## a\n", "## {", "## a {b=\"c\" ", "## [](exercise:a)\n", "![](exercise:a)\n", "![](plan:a)", "[](plan:a) ",
	"<plan:a> ", "[a](source:b#) ", "a\x00", "\xff", "é", "走", "https://a.b/ ", "www.a.b ", "[[a]] ", "%%a%% ", "==a== ", "{{< a >}} ",
	"{{< ", "{% a %} ", "{% ", "[a] (b) ", "[a] ( ", "(a)[b] ", "**a:**b ", "• a\n", "-a\n", "#a\n", ":::a\n", "·[·a](b)", "·[a ·b](c)",
	"·[·*a*](b)", "[*a](b)* ", "\n", " ", "\r\n", "a: b\n", "> a\n> a: b\n", "[a]", "[b]a[/b]", "[b]", "-> ", "=> ", "<- ",
	"– a.\n", "– a\n", "** a **", "a ** b **c ", "&nbsp ", "\\*\\*a\\*\\* ", "!(a)[b.png] ", "x^1^ ", "$a^2$ ", "++a++ ",
}

// TestGrowth measures that reading a text four times as long takes no more than about four times as long: twice that is allowed, for a
// busy machine, and what fails is measured again.
func TestGrowth(t *testing.T) {
	if slow || testing.Short() {
		t.Skip("takes long")
	}
	p := New(Options{Language: "en"})
	for _, pattern := range append(growing, drawnPatterns(80)...) {
		if ratio, took := growth(p, pattern); ratio > 9 {
			t.Errorf("%q: four times the text takes %.1f times as long, %v", pattern, ratio, took)
		}
	}
}

// drawnPatterns returns patterns put together of what parsers look at.
func drawnPatterns(n int) []string {
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := strings.Split("> |- |* |1. |`|``|[|]|(|)|![|[^a]|*|**|_|~|~~|<|>|<b>|\\|&|\"|'|||\n|\n\n|    |\t|a|b c|8|kg|:|---|===|```\n|#|[a]: b\n|{|}|.|!|é", "|")
	patterns := make([]string, n)
	for i := range patterns {
		var b strings.Builder
		for range 2 + rng.IntN(5) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		patterns[i] = strings.ReplaceAll(b.String(), "·", "")
	}
	return patterns
}

// growth returns how many times as long four times the text takes, at best; 0 where that is too little to be measured.
func growth(p *Parser, pattern string) (ratio float64, took time.Duration) {
	const size = 16_000
	short, long := grown(pattern, size), grown(pattern, 4*size)
	small, took := time.Duration(0), time.Hour
	for range 5 {
		small = max(small, least(p, short, 1))
		took = min(took, least(p, long, 1))
		if ratio = float64(took) / float64(small); ratio < 9 || took < 60*time.Millisecond {
			return 0, took
		}
	}
	return ratio, took
}

func least(p *Parser, text []byte, times int) time.Duration {
	best := time.Hour
	for range times {
		start := time.Now()
		p.Parse(Source{Text: text, Pos: diag.Position{File: "a.md", Line: 1, Column: 1}})
		best = min(best, time.Since(start))
	}
	return best
}

// grown repeats what stands between the two dots of a pattern, behind its one dot, or the whole of it, until it is long enough.
func grown(pattern string, size int) []byte {
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
	return []byte(b.String())
}

// TestLimits has texts that are beyond what a text may hold, each with the place of the one problem that says so.
func TestLimits(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{strings.Repeat("> ", 20) + "a", ""},
		{strings.Repeat("> ", 21) + "a\n\n" + strings.Repeat("> ", 30) + "b", "too-deep 1:41+3"},
		{strings.Repeat("- ", 500) + "a", "too-deep 1:41+961"},
		{strings.Repeat("1. ", 500) + "a", "too-deep 1:61+1441"},
		{strings.Repeat("> - ", 12) + "a", "too-deep 1:41+9"},
		{strings.Repeat("*a* ", 500), ""},
		{strings.Repeat("*a* ", 501), "too-many-marks 1:2001+1"},
		{strings.Repeat("*a* ", 300) + "\n\n" + strings.Repeat("*a* ", 300), ""},
		{"| a |\n|---|\n| " + strings.Repeat("`a` ", 1001) + " |", "too-many-marks 3:4003+1"},
		{strings.Repeat("[a](plan:b) ", 501), "too-many-marks 1:6001+1"},
		{strings.Repeat("word ", 400_000), ""},
		{strings.Repeat("word ", 400_000) + "a", "text-too-large 1:1+0"},
	} {
		_, problems := read(t, Options{}, test.text)
		var got []string
		for _, p := range problems {
			if p.Severity == diag.Error {
				got = append(got, p.ID+" "+strconv.Itoa(p.Line)+":"+strconv.Itoa(p.Column)+"+"+strconv.Itoa(p.Length))
			}
		}
		if g := strings.Join(got, ", "); g != test.want {
			t.Errorf("%.40q of %d bytes: got %q, want %q", test.text, len(test.text), g, test.want)
		}
	}
}
