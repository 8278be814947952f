package markdown

import (
	"fmt"
	"strings"
	"testing"
)

const (
	addBrackets   = `If no link is meant, write \[ for [.`
	unreadable1   = "error 1:%s this looks like a link, but it cannot be read as one. An address has no spaces: write (<my file.md>) around one that does. " + addBrackets
	noSpaces      = "this looks like a link, but it cannot be read as one. An address has no spaces: write "
	unclosed      = "the ) behind the address of this link is missing. "
	isHTML        = "this is HTML, which would not be shown. "
	asMarkdown    = `Write it in Markdown. If it is meant as text, write \< for <. To let HTML through, set raw_html = true in site.toml.`
	twoVersions   = "two versions of this text stand here, one above and one below the line =======. Keep one, and take out the other and the lines of <, = and >."
	ownComputer   = "this file is on your own computer, where no reader gets it. Put it beside this text, and write its name alone: "
	heavy         = "Write **words** for heavy type."
	noComment     = "this is a comment in HTML, which would not be shown. Take it out. To let HTML through, set raw_html = true in site.toml."
	leadsNowhere  = "this link leads nowhere. Write an address between the round brackets."
	noAlt         = "this picture has no description. Describe the picture in the square brackets, for those who cannot see it."
	cardInText    = "a card cannot stand in the middle of a text. Put it on a line of its own with an empty line before and after it, or leave out the exclamation mark to make it a link."
	notAWebsite   = "this is not the address of a website. It looks like https://example.org/page."
	howToGetThere = "this address does not say how to get there. Write "
	noWords       = "this link has no words that a reader could click. Write them between the square brackets."
	headingWords  = "a heading needs its own words: the table of contents cannot look up what a link leads to. Write them between the square brackets."
	topHeading    = "the title is the page's only top heading. Write ## here."
	thirdParty    = "this picture is on another website, which would then learn who reads this page. Save it in the site's folder, if its licence lets you, and write its path; or let it stay there: legpress explain outside."
	noSuchCard    = "only exercises, plans and runner types have cards. Leave out the exclamation mark to make it a link."
)

func undefined(label string) string {
	return "this link has no address: there is no line that begins with [" + label + "]: in this text. Write one, [" + label +
		"]: https://example.org, or the address in round brackets. " + addBrackets
}

func unknown(word string) string { return `a link cannot begin with "` + word + `". ` + howLinksBegin }

// TestProblems compares what is said about a text: severity, line, column, length, message and hint.
func TestProblems(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		// What is no problem.
		{"[a] [^] [ ] [a]: b \\[x][y] \\[x](y z) `[x][y]` `<b>` x[^1].\n\n    [x][y] <b>\n\n[^1]: y", nil},
		{"[x][Y] [y][] [y] [sic][^1]\n\n[y]: /z\n[^1]: z", nil},
		{"[a][b][c]\n\n[c]: /d", nil},
		{"<3 a < b > c <https://x.y>", nil},

		// Links that are none.
		{"x [a][ref] [b][]", []string{"error 1:3:8 " + undefined("ref"), "error 1:12:5 " + undefined("b")}},
		{"ä ![a][ref\n  two]", []string{"error 1:4:8 " + undefined("ref two")}},
		{"[a][refs] [b][c]\n\n[ref]: /a", []string{"error 1:1:9 this link has no address: there is no line that begins with [refs]: in this text. Did you mean [ref]?",
			"error 1:11:6 " + undefined("c")}},
		{"> - [a](b c) [d](e\n\n| [f](g h) |\n|---|", []string{fmt.Sprintf(unreadable1, "5:8"), "error 1:14:5 " + unclosed + "Write (e). " + addBrackets,
			strings.Replace(fmt.Sprintf(unreadable1, "3:8"), "1:3", "3:3", 1)}},

		{"[a](exercise: goblet-squat) [b](plan:My First plan)", []string{"error 1:1:27 " + noSpaces + "(exercise:goblet-squat). " + addBrackets, "error 1:29:23 " + noSpaces + "(plan:my-first-plan). " + addBrackets}},
		{"[a](https: //b.c/d) [e](mailto: f@g.h) [i](tel:+49 89 1)", []string{"error 1:1:19 " + noSpaces + "(https://b.c/d). " + addBrackets, "error 1:21:18 " + noSpaces + "(mailto:f@g.h). " + addBrackets, "error 1:40:17 " + noSpaces + "(tel:+49891). " + addBrackets}},
		{"[a](https://b.c/d e) ![f](my photo.JPG)", []string{"error 1:1:20 " + noSpaces + "(https://b.c/d), or %20 for each of them. " + addBrackets, "error 1:22:18 " + noSpaces + "(<my photo.JPG>). " + addBrackets}},
		{"[a](https://b.c for (d", []string{"error 1:1:22 " + unclosed + "Write (https://b.c). " + addBrackets}},
		{"[a](b@c.de) ![d](e@2x.png) [f](g@h.md)", []string{"error 1:1:11 this address of an e-mail does not begin with mailto:. Write mailto:b@c.de."}},

		// Callouts.
		{"> [!NTOE]\n> a", []string{"error 1:3:7 there is no callout [!NTOE]. Did you mean [!NOTE]?"}},
		{"a\n\n- > [!info]", []string{"error 3:5:7 there is no callout [!INFO]. Did you mean [!NOTE]?"}},
		{"> [!question]", []string{"error 1:3:11 there is no callout [!QUESTION]. There are: [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION]."}},
		{"> [!tip] Breathe.\n> a", []string{"error 1:3:6 these words stand on the line of [!TIP], where nothing else may be. Write them on the next line, with > in front."}},
		{"> [!sic] a", nil},
		{"> [!danger] a", []string{"error 1:3:9 there is no callout [!DANGER]. Did you mean [!CAUTION]?"}},

		// Videos.
		{"a ![b](https://youtu.be/abcdefgh)", []string{"error 1:3:31 a video cannot stand in the middle of a text. Put it on a line of its own with an empty line before and after it, or leave out the exclamation mark to make it a link."}},
		{"![](https://www.youtube.com/watch?v=abcdefgh)", []string{"error 1:1:45 this video has no name. Say in the square brackets what it shows."}},
		{"![a](https://www.youtube.com/playlist?list=b)", []string{"error 1:1:45 " + thirdParty}},

		// Addresses.
		{"[a]() [b](<>) [c](#) [d](?)", []string{"error 1:1:5 " + leadsNowhere, "error 1:7:7 " + leadsNowhere, "error 1:15:6 " + leadsNowhere, "error 1:22:6 " + leadsNowhere}},
		{"[a](exercise:) [b](plan:#c)", []string{"error 1:1:14 this link does not say which exercise it means. Write its name behind the colon: exercise:its-name.",
			"error 1:16:12 this link does not say which plan it means. Write its name behind the colon: plan:its-name."}},
		{"[a](javascript:b) [c](data:d)", []string{"error 1:1:17 " + unknown("javascript:"), "error 1:19:11 " + unknown("data:")}},
		{"[a](java&#115;cript:b) <vbscript:c>", []string{"error 1:1:22 " + unknown("javascript:"), "error 1:24:12 " + unknown("vbscript:")}},
		{"[a](<java\tscript:b>)", []string{"error 1:1:20 there is a character in this address that cannot be seen. Type the address anew."}},
		{"![a](data:image/png;base64,b) [c](file:///C:/d/e%20f.pdf) ![g](C:\\h\\i.jpg)", []string{"error 1:1:29 the picture itself stands here, in letters and figures. Save it as a file beside this text, and write its name: ![What it shows](photo.jpg).",
			"error 1:31:27 " + ownComputer + "<e f.pdf>.", "error 1:59:16 " + ownComputer + "i.jpg."}},
		{"[a](exercize:b) [c](htps://d.e)", []string{`error 1:1:15 a link cannot begin with "exercize:". Did you mean "exercise:"?`,
			`error 1:17:15 a link cannot begin with "htps:". Did you mean "https:"?`}},
		{"[a](//b.c) [d](www.e.f)", []string{"error 1:1:10 " + howToGetThere + "https://b.c.", "error 1:12:12 " + howToGetThere + "https://www.e.f."}},
		{"[a](http:b) [c](https://) [d](<https://a b>)", []string{"error 1:1:11 " + notAWebsite, "error 1:13:13 " + notAWebsite, "error 1:27:18 " + notAWebsite}},
		{`[a](..\b.md) [c](mailto:)`, []string{`error 1:1:12 there is a \ in this path. Write / between folders: ../b.md`,
			"error 1:14:12 this link leads nowhere. Write something behind mailto:."}},
		{"[](a.md) [ ](https://b.c) [`` ` ``](d.md)", []string{"error 1:1:8 " + noWords, "error 1:10:16 " + noWords}},

		// Pictures and cards.
		{"a ![](b.png) ![ ](c.png)", []string{"error 1:3:10 " + noAlt, "error 1:14:11 " + noAlt}},
		{"![a](https://b.c/d.png)\n\n![a](//b.c/d.png)", []string{"error 1:1:23 " + thirdParty, "error 3:1:17 " + howToGetThere + "https://b.c/d.png."}},
		{"![a](#b) ![a](article:c) ![](source:d)", []string{"error 1:1:8 this is not the path of a picture. Leave out the exclamation mark to make it a link.",
			"error 1:10:15 " + noSuchCard, "error 1:26:13 " + noSuchCard}},
		{"a ![](exercise:b)\n\n## ![c](plan:d)\n\n| ![](runner:e) |\n|---|\n\n[![f](plan:g)](h.md)", []string{"error 1:3:15 " + cardInText,
			"error 3:4:12 " + cardInText, "error 5:3:13 " + cardInText, "error 8:2:12 " + cardInText}},

		{"![](plan:a)\n\n## B ![](plan:c)\n\n- ![](plan:d)\n\n  ## E ![](plan:f)", []string{"error 3:6:11 " + cardInText, "error 7:8:11 " + cardInText}},

		// Footnotes.
		{"a[^one] ![^2] [^3](b.md) [c[^d]](e.md)\n\n[^ones]: f[^ones]", []string{"error 1:2:6 there is no footnote [^one] in this text. Did you mean [^ones]?",
			"error 1:10:4 there is no footnote [^2] in this text. Write it on a line of its own: [^2]: Its text.",
			"error 1:28:4 there is no footnote [^d] in this text. Write it on a line of its own: [^d]: Its text."}},
		{"a[^1]\n\n[^1]: b\n>\t[^1]: c\n\n[^2]: d", []string{"warning 4:3:4 there are two footnotes [^1]; this one is not shown. Give it another name.",
			"warning 6:1:4 nothing refers to the footnote [^2], so it is not shown. Write [^2] in the text where it belongs, or take it out."}},
		{"[a[^1]](b.md)\n\n[^1]: c", []string{"warning 1:3:1 nobody can click a footnote inside a link. Put it behind the link."}},

		// HTML.
		{"a <b>c</b> <br/> </i>\n<img\nsrc=x>", []string{"error 1:3:3 " + isHTML + heavy, "error 1:12:5 " + isHTML + `Write \ for it, and begin a new line behind it.`,
			"error 1:18:4 " + isHTML + "Write *words* for slanted type.", "error 2:1:4 " + isHTML + "Write ![What it shows](x)."}},
		{"  <div class=x>  \n</div>\n\n- <p>\n\n<!-- a\nb -->\nc <!-- d -->", []string{"error 1:3:13 " + isHTML + "Take out <div> and </div>: " + lookIsTheTheme + " " + letThrough,
			"error 4:3:3 " + isHTML + "Take out <p> and </p>: an empty line ends a paragraph.", "error 6:1:6 " + noComment, "error 8:3:10 " + noComment}},
		{"<center>\n\na <q>b</q>\n\n</center>\n\n</center>\n\n<CENTER>c</CENTER>", []string{"error 1:1:8 " + isHTML + "Take out <center> and </center>: " + lookIsTheTheme, "error 3:3:3 " + isHTML + asMarkdown,
			"error 7:1:9 " + isHTML + "Take out <center> and </center>: " + lookIsTheTheme, "error 9:1:18 " + isHTML + "Take out <center> and </center>: " + lookIsTheTheme}},
		{"| a<br>b |\n|---|\n\n## a<br>b\n\n<br>\n", []string{"error 1:4:4 " + isHTML + "Write a comma for it: a cell of a table has one line.",
			"error 4:5:4 " + isHTML + "Write a comma or a dash for it: a heading has one line.", "error 6:1:4 " + isHTML + "Take it out: an empty line ends a paragraph."}},
		{"<p><iframe width=3 src='//www.youtube.com/embed/abcDEF_1234'></iframe></p>", []string{"error 1:1:74 " + isHTML + "Write it as a video on a line of its own: ![What it shows](https://www.youtube.com/embed/abcDEF_1234)."}},
		{"<iframe\nsrc='https://calendly.com/a'></iframe>\n\n<script>\na\n\n</script>", []string{"error 1:1:7 " + isHTML + "Write a link: [words](https://calendly.com/a). " + trusted,
			"error 4:1:8 " + isHTML + "Take it out: a script can change everything on a page. " + trusted}},
		{"<a href='b c.md'>d</a> <a>e</a>", []string{"error 1:1:17 " + isHTML + "Write [words](<b c.md>).", "error 1:24:3 " + isHTML + "Write [words](address)."}},

		// Two versions.
		{"ä\n<<<<<<< HEAD\nb\n=======\t\n\n# c\n>>>>>>> d\n\n<<<<<<< e\nf\n||||||| g\n=======\n>>>>>>> h", []string{"error 2:1:12 " + twoVersions, "warning 6:1:3 " + topHeading, "error 9:1:9 " + twoVersions}},
		{"<<<<<<< a\n\n> > > b\n\nA b\n=======\nc", []string{"warning 5:1:3 " + topHeading}},

		// Headings.
		{"# A\n\nB\n===\n\n##### C  \n", []string{"warning 1:1:3 " + topHeading, "warning 3:1:1 " + topHeading,
			"warning 6:1:7 this heading skips a level, so those who hear the page look for one that is not there. Write ### here."}},
		{"### A\n\n##\n## <b></b>", []string{"warning 1:1:5 this heading skips a level, so those who hear the page look for one that is not there. Write ## here.",
			"warning 3:1:2 this heading has no words. Write some, or take it out.", "warning 4:1:10 this heading has no words. Write some, or take it out."}},
		{"-\t## [](plan:a)\n\n>\t## *b <plan:c>*\n\n>\t<p>\n\n## d [](source:e)", []string{"error 1:3:13 " + headingWords, "error 3:3:15 " + headingWords,
			"error 5:3:3 " + isHTML + "Take out <p> and </p>: an empty line ends a paragraph."}},
		{"## A {#b}\n## C {#b}\n## D {#fn-1}\n## E {id=\"f g\"}\n## H {.i}", []string{
			`error 2:1:9 there are two headings with the name "b". Choose another one.`,
			`error 3:1:12 the name "fn-1" is used for something else on the page. Choose another one.`,
			"error 4:1:15 the name of this heading is empty or has spaces in it. Write it with hyphens: {#warm-up}.",
			`warning 5:1:9 only a name for links can stand behind a heading, and "class" is not read. Write ## Title {#name}.`}},

		{"a\n\xff\xfe [b](c d)\n", []string{"error 2:1:1 there is a character here that cannot be read. Save the file as UTF-8: most editors offer that under Save As, Encoding.",
			strings.Replace(fmt.Sprintf(unreadable1, "4:8"), "1:4", "2:4", 1)}},
	} {
		_, problems := read(t, Options{}, test.text)
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%s %d:%d:%d %s %s", p.Severity, p.Line, p.Column, p.Length, p.Message, p.Hint))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(test.want, "\n"); g != w {
			t.Errorf("%q\ngot\n%s\nwant\n%s", test.text, g, w)
		}
	}
}

// TestSuggestionIsTheSame has two labels that are equally near.
func TestSuggestionIsTheSame(t *testing.T) {
	for range 20 {
		_, problems := read(t, Options{}, "[a][refx]\n\n[refz]: /z\n[refy]: /y")
		if got, want := problems[0].Hint, "Did you mean [refy]?"; got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
}
