package markdown

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/growthtest"
)

// growing are texts that parsers of Markdown are known to take long for, as [growthtest.Repeat] reads them.
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

// TestGrowth measures that reading a text four times as long takes no more than about four times as long.
func TestGrowth(t *testing.T) {
	growthtest.Skip(t)
	p := New(Options{Language: "en"})
	parse := func(text []byte) {
		p.Parse(Source{Text: text, Pos: diag.Position{File: "a.md", Line: 1, Column: 1}})
	}
	for _, pattern := range append(growing, drawnPatterns(80)...) {
		if factor, took := growthtest.Factor(pattern, 16_000, parse); factor > growthtest.Most {
			t.Errorf("%q: four times the text takes %.1f times as long, %v", pattern, factor, took)
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
