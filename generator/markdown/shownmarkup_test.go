package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
)

// TestMarkup has what was probably meant as markup. A problem is "id line:column+length".
func TestMarkup(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"**Wichtig:**bitte lesen", "strong-before-word 1:1+12"},
		{"Heute **wichtig!**Und morgen", "strong-before-word 1:7+12"},
		{"__Note:__do it", "strong-before-word 1:1+9"},
		{"das**„Wort“** da", "strong-in-word 1:4+14"},
		{"** heavy ** now", "strong-spaces 1:1+11"},
		{"this is **heavy ** now", "strong-spaces 1:9+10"},
		{"**Important: rest well", "unclosed-strong 1:1+2"},
		{"Important:** rest well", "unclosed-strong 1:11+2"},
		{"__Important: rest well", "unclosed-strong 1:1+2"},
		{"> - **Important: rest", "unclosed-strong 1:5+2"},
		{"| a |\n|---|\n| **b |", "unclosed-strong 3:3+2"},
		{"*Wichtig:*bitte", "strong-before-word 1:1+10"},
		{"das *Wort*e da", "part-of-word 1:5+6"},
		{"5. Juni: Kraftkreis\n12. Juni: Lauf\n19. Juni: Grillen", "other-number 2:1+3"},
		{"> 3) Week\n>\n> 5) Week", "other-number 3:3+2"},
		{"- a\n\n  1. b\n  2. c\n  2. d", "other-number 5:3+2"},
		{"20. Oktober: a\n27. Oktober: b\n3. November: c", "other-number 2:1+3"},
		{"[Squat]: 3*8*20kg", "hidden-line 1:1+17"},
		{"- [Mo]: Ruhe", "hidden-line 1:3+10"},
		{"> [Anna]: super", "hidden-line 1:3+13"},
		{"[Pause]: 90s\n[Row]: 3*10\n\nRow", "hidden-line 1:1+12, hidden-line 2:1+11"},
		{"~~old and new", "unclosed-strike 1:1+2"},
		{"Type `legpress build", "unclosed-backtick 1:6+15"},
		{"See [[Goblet squat]] today", "wiki-link 1:5+16"},
		{"[[a]], [[b]]", "wiki-link 1:1+5, wiki-link 1:8+5"},
		{"a ** b **c: d **e", "unclosed-strong 1:8+2, unclosed-strong 1:15+2"},
		{"![[squat.png]]", "wiki-link 1:1+14"},
		{"See [the plan] (plan:first) now", "link-with-space 1:5+23"},
		{"See [us] (https://a.example)", "link-with-space 1:5+24"},
		{"See (the plan)[plan:first] now", "link-brackets 1:5+22"},
		{"See (us)[https://a.example/b]", "link-brackets 1:5+25"},
		{"Rest. %%ask Anna first%%", "private-note 1:7+18"},
		{"Keep ==two== in reserve", "highlight 1:6+7"},
		{"{{< youtube abc >}}", "shortcode 1:1+19"},
		{"{{ page.title }} {% include x.html %}", "shortcode 1:1+16, shortcode 1:18+20"},
		{"[caption id=\"a\"]A squat[/caption]", "shortcode 1:1+16"},
		{"[b]Rest[/b]", "shortcode 1:8+4"},
		{"[url=https://a.example]x[/url]", "shortcode 1:1+23"},
		{"{: .note}", "attributes 1:1+9"},
		{"[a](plan:b){target=\"_blank\"}", "attributes 1:12+17"},
		{"See https://a.example/b. Then", "bare-address 1:5+20"},
		{"See www.a.example now", "bare-address 1:5+13"},
		{"8&nbsp kg", "entity 1:2+5"},
		{"8&amp;nbsp;kg", "entity 1:2+10"},
		{"gr&uumlaut;n", "entity 1:3+9"},
		{"A claim^[with a note]", "footnote-spelling 1:8+14"},
		{"A claim[1^] here", "footnote-spelling 1:8+4"},
		{"Good :muscle: work", "emoji-name 1:6+8"},
		{"\\*\\*Rest\\*\\* now", "escaped-markup 1:1+12"},
		{"\\*\\*a\\*\\* \\*\\*b\\*\\*", "escaped-markup 1:1+9, escaped-markup 1:11+9"},
		{"\\[us\\](https://a.example)", "escaped-markup 1:1+25, bare-address 1:8+18"},
		{"##Heading", "heading-without-space 1:1+2"},
		{"#Heading two", "heading-without-space 1:1+1"},
		{"####### Seven", "heading-level 1:1+7"},
		{"• Squat\n• Row", "bullet 1:1+3"},
		{"· Squat", "bullet 1:1+2"},
		{"▪Squat", "bullet 1:1+3"},
		{"\uf0b7 Squat", "bullet 1:1+3"},
		{"– Squat\n– Row", "bullet 1:1+3"},
		{"– Squat;\n– Row;\n– Rest.", "bullet 1:1+3"},
		{"– Squat\n– Row.", "bullet 1:1+3"},
		{"– Rest well.\n– Squat\n– Row", "bullet 1:1+3"},
		{"✓ Rest well.\n✓ Eat.", "bullet 1:1+3"},
		{"– Squat\n– Row\nThen\n– Rest\n– Walk", "bullet 1:1+3, bullet 4:1+3"},
		{"Do:\no Squat\no Row", "bullet 2:1+1"},
		{"-Squat\n-Row", "list-without-space 1:1+1"},
		{"+Squat\n+Row", "list-without-space 1:1+1"},
		{"*Squat\n*Row", "list-without-space 1:1+1"},
		{"1)Squat\n2)Row", "list-without-space 1:1+2"},
		{"1.Squat\n2.Row", "list-without-space 1:1+2"},
		{"a) Squat\nb) Row", "list-number 1:1+2"},
		{"(1) Squat\n(2) Row", "list-number 1:1+3"},
		{":::note\nRest.\n:::", "container 1:1+3"},
		{"!!! note\nRest.", "container 1:1+8"},
		{"##Rest\n##Walk", "heading-without-space 1:1+2, heading-without-space 2:1+2"},
		{"[TOC]", "shortcode 1:1+5"},
		{"[toc]\nText", "shortcode 1:1+5"},
		{"[[toc]]", "shortcode 1:1+7"},
		{"[[_TOC_]]", "shortcode 1:1+9"},
		{"![alt] (x.png)", "picture-spelling 1:1+14"},
		{"See ![] (a/b.webp) and !(alt)[x.PNG]", "picture-spelling 1:5+14, picture-spelling 1:24+13"},
		{"!(alt)(x.png)", "picture-spelling 1:1+13"},
		{"! [alt] (x.png)", "picture-spelling 1:1+15"},
		{"![alt]: x.png", "picture-spelling 1:1+13"},
		{"![alt]{x.png}", "picture-spelling 1:1+13"},
		{"![x.png]", "picture-spelling 1:1+8"},
		{"!(https://a.example/x.jpg)", "picture-spelling 1:1+26"},
		{"> ! [alt](a/x.png \"t\")", "picture-spelling 1:3+20"},
		{"- [] todo", "checkbox 1:3+2"},
		{"- [  ] todo\n- [ ] todo", "checkbox 1:3+4"},
		{"-[ ] todo\n-[x] todo", "checkbox 1:1+4, checkbox 2:1+4"},
		{"*[] todo", "checkbox 1:1+3"},
		{"This is ++new++, all of it", "underline 1:9+7"},
		{"So $x^2$ and $$a_b$$", "formula 1:4+5, formula 1:14+7"},
		{"$\\frac{a}{b}$", "formula 1:1+13"},
		{"5 m^2^ and 10^-3^", "superscript 1:4+3, superscript 1:14+4"},
		{"[!NOTE]\nRest.", "callout-spelling 1:1+7"},
		{"> [NOTE]\n> Rest.", "callout-spelling 1:3+6"},
		{"> [Tip]\n> Rest.", "callout-spelling 1:3+5"},
		{"> ![NOTE]\n> Rest.", "callout-spelling 1:3+7"},
		{"> [! WARNING]\n> Rest.", "callout-spelling 1:3+11"},
		{"> Rest.\n> [!TIP]\n> Walk.", "callout-spelling 2:3+6"},
		{"> Rest.\n>\n> [!TIP]\n> Walk.", "callout-spelling 3:3+6"},
		{"tags: strength\ndate: 2026-01-02\n\nText.", "front-matter-in-text 1:1+14"},
		{"This is a sentence that ends.\n---\n\nMore.", "underlined 1:1+29"},
		{"One line\nand another\n---", "underlined 1:1+8"},
		{"One line\n-", "underlined 1:1+8"},
		{"title: A plan\n---", "underlined 1:1+13"},
		{"    This line begins with blanks, so it is code.", "indented 1:5+44"},
		{"\tThis line begins with a tab, so it is code.", "indented 1:2+43"},
		{"    Squat 3*8*20kg\n    Row 3*10*15kg", "indented 1:5+14"},
		{"Text.\n\n    - Squat 3x8 @ 20 kg\n    - Plank: 3 × 30 sec", "indented 3:5+19"},
		{"\t3 sets: squat, 8~12 reps", "indented 1:2+24"},
		{"    Goblet squat\n    Row", "indented 1:5+12"},
		{"    Rest well.", "indented 1:5+10"},
		{"    Kniebeuge\t3 x 8", "indented 1:5+15"},
		{"    indented para that is not code, really", "indented 1:5+38"},
		{"\tThis paragraph begins like those of a book and\ngoes on here.", "indented 1:2+46"},
		{"    „Geht’s?“, fragte sie.  Er nickte.", "indented 1:5+40"},
		{"    | a | b |\n    |---|---|\n    | 1 | 2 |", "indented 1:5+9"},
		{"- a\n\n      a | b\n      --|--\n      1 | 2", "indented 3:7+5"},
		{"```\ncode\n\nText that goes on.", "unclosed-code 1:1+3"},
		{"~~~ toml\n", "unclosed-code 1:1+8"},
		{"Take\n+ 2 kg each week", "accidental-list 2:1+16"},
		{"+ 2 kg each week", "accidental-list 1:1+16"},
		{"Take\n- 2 kg each week", "accidental-list 2:1+16"},
		{"Do\n* 3 sets", "accidental-list 2:1+8"},
		{"Week\tLoad\n1\t8 kg\n2\t10 kg", "table-of-tabs 1:1+9"},
		{"> Loads:\n> Week\tLoad\tNote\n> 1\t8 kg\t", "table-of-tabs 2:3+14"},
		{"![photo.jpg](photo.jpg)", "picture-alt 1:1+23"},
		{"![My photo.JPG](a.jpg) ![IMG_1234](b.jpg) ![IMG-20240102-WA0003](c.jpg) ![](d.jpg)", "picture-alt 1:1+22, picture-alt 1:24+18, picture-alt 1:43+29"},
		{"![Image](a.jpg) ![Alt text](b.jpg) ![Screenshot 2024-01-02 at 10.30](c.jpg) ![my-squat](d/my-squat.jpg)", "picture-alt 1:1+15, picture-alt 1:17+18, picture-alt 1:36+40, picture-alt 1:77+27"},
		{"1986. A great year.", "accidental-list 1:1+19"},
		{"24. Dezember war es kalt.", "accidental-list 1:1+25"},
	} {
		_, problems := read(t, Options{}, test.text)
		var got []string
		for _, p := range problems {
			if p.Severity == diag.Warning && p.ID != "top-heading" && p.ID != "raw-html" {
				got = append(got, fmt.Sprintf("%s %d:%d+%d", p.ID, p.Line, p.Column, p.Length))
			}
		}
		if g := strings.Join(got, ", "); g != test.want {
			t.Errorf("%q\ngot  %s\nwant %s", test.text, g, test.want)
		}
	}
}

// TestMarkupIsQuiet has prose and markup that mean what they say.
func TestMarkupIsQuiet(t *testing.T) {
	for _, text := range []string{
		"Squat\t3 x 8\nRow: 3 x 8", "Squat\t3\nRow\t\t3", "| a\tb |\n|---|\n| c\td |", "![Squat](squat.jpg) ![Photo of Jo](a.jpg) ![Image of a row](b.jpg)", "![Screenshot of the plan](a.png)",
		"1. a\n1. b\n1. c", "3. a\n3. b", "1. a\n2. b\n1. c", "7) a\n8) b", "[a]: https://b.example\n\nText", "[a]: b.pdf", "[//]: # (a note)", "[note]: <> (a note)", "[ref]: /a/\n\nSee [ref].",
		"Prices may change**", "*Prices may change", "2**10 is 1024", "**heavy**, *slanted* and ~~struck~~.", "snake_case__name and __init__", "Name: ____________", "3**8 and 10~~12",
		"`a ** b` and `[[c]]` and `%%d%%`", "```\n**a\n[[b]]\n```", "<https://a.example/b>", "[www.a.example](https://a.example)", "a [note] (see below)", "f(x)[1]", "list[[1]] in R", "100 %, 50%% of it?",
		"a == b and b == c", "{curly} words", "R&D; AT&T", "&amp; and &nbsp; are fine", "Fish &copy=1", "At 10:30: go", "ratio 1:2:3", "#1 tip", "#strength #running", "C# is a language", "# of sets: 3",
		"– Et si j'ai mal ? demande Léa.\n– Tu t'arrêtes.", "— Y si me duele?\n— Para.", "– « Tu viens ? »\n– « Oui ! »", "— Kom je?\n— Ja…\n— *Goed.*", "– Tut es weh?\n– Nein", "Elle rit.\n– Non.\\\n– Si ![^1]\n\n[^1]: b",
		"Regardez ! [la photo](x.png)", "Wow! [Photo](x.png)", "Oh! (see below)[1]", "Stop!(3)", "[a] (x) b", "C++ and C++ or a++b++", "i++ and j++", "$5 and 8$", "from $5_000 to $8_000", "a ^_^ b ^_^", "2^8 and 2^10", "8$^",
		"- [ ] todo", "- [x] done", "[ ] open", "-[a](plan:b)", "a[] and [] in Go", "> [!NOTE]\n> Rest.", "[Note] Rest.", "> [Note] Rest.", "> [note](plan:a) rest", "> [sic]\n> a", "[Important]",
		"> — Dói?\n> — Não.\n> — “Então continua”", "– she said, and went.", "o well", "-5 degrees today", "+2 kg", "*a* b", "1.5 km\n2.5 km", "a) first only", "Note: rest.", "date: 2026-01-02", "A heading\n---", "A heading\n===\n\nText.", "What now?\n---",
		"    for i := range 10 { fmt.Println(i) }", "    npm install some package now", "    $ ls -la /tmp", "- 2 kg\n- 4 kg", "Text.\n\n- 2 kg", "1. Squat", "3. Row", "2. Mai hat er\n3. Juni hat er", "don`t", "``code`` here", "TeX ``quotes'' here",
		"\\*Prices may change\\*", "8 \\* 3", "[x]: https://a.example\n\nSee [x].", "A | B", "12:30 -> 13:00", "8 => 10", "(1) one thing and (2) another", "It was *the* day.\\", "Ratio ~3~5", "[!sic]",
		"```\ncode\n```", "> ```\n> code\n> ```\n\nText.", "- ```\n  code\n  ```\n- b", "````\n```\n````", "~~~\n~~~",
	} {
		_, problems := read(t, Options{}, text)
		for _, p := range problems {
			if p.Severity == diag.Warning && p.ID != "top-heading" && p.ID != "table-without-rule" {
				t.Errorf("%q: got %s at %d:%d: %s", text, p.ID, p.Line, p.Column, p.Message)
			}
		}
	}
}

// TestShortcodes has commands of WordPress, each of which is named once, with what to write here instead.
func TestShortcodes(t *testing.T) {
	const picture, video, link, form, out = "![What it shows](its-file.jpg)", "![What it shows](https://www.youtube.com/watch?v=...)", "Write a link to it", "mailto:you@...", "Take it out"
	for _, test := range []struct{ text, at, hint string }{
		{"[gallery]", "1:1+9", picture},
		{"See them: [gallery] and more.", "1:11+9", picture},
		{"[gallery ids=\"1,2\"]", "1:1+19", picture},
		{"[gallery ids=”1,2” link=file]", "1:1+33", picture},
		{"[gallery columns=3 /]", "1:1+21", picture},
		{"[gallery/]", "1:1+10", picture},
		{"[gallery][/gallery]", "1:1+9", picture},
		{"> - [gallery]", "1:5+9", picture},
		{"| a |\n|---|\n| [gallery] |", "3:3+9", picture},
		{"## [gallery]", "1:4+9", picture},
		{"*[gallery]*", "1:2+9", picture},
		{"[caption]", "1:1+9", picture},
		{"[caption id=\"a\" width=\"3\"]![A hill](hill.jpg) A hill[/caption]", "1:1+26", picture},
		{"[caption id=\"a\"]\n\n![A hill](hill.jpg)\n\n[/caption]", "1:1+16", picture},
		{"[nggallery id=1]", "1:1+16", picture},
		{"[slideshow id=4]", "1:1+16", picture},
		{"[embed]", "1:1+7", video},
		{"[embed]https://youtu.be/abcDEF_1234[/embed]", "1:1+7", video},
		{"[embed width=\"123\"]https://youtu.be/abcDEF_1234[/embed]", "1:1+19", video},
		{"[video mp4=\"https://a.example/b.mp4\"][/video]", "1:1+37", video},
		{"[youtube ID]", "1:1+12", video},
		{"[youtube dQw4w9WgXcQ]", "1:1+21", video},
		{"[youtube=https://www.youtube.com/watch?v=abcDEF_1234]", "1:1+53", video},
		{"[youtube https://youtu.be/abcDEF_1234]", "1:1+38", video},
		{"[vimeo 12345678]", "1:1+16", video},
		{"[audio src=\"a.mp3\"]", "1:1+19", link},
		{"[soundcloud url=\"https://a.example/b\"]", "1:1+38", link},
		{"[tweet 123456]", "1:1+14", link},
		{"[instagram url=https://a.example/b]", "1:1+35", link},
		{"[contact-form-7 id=\"1\" title=\"a_b_c\"]", "1:1+37", form},
		{"[contact-form-7]", "1:1+16", form},
		{"[contact-form][/contact-form]", "1:1+14", form},
		{"[wpforms id=12]", "1:1+15", form},
		{"[vc_row][vc_column]Words[/vc_column][/vc_row]", "1:1+8, 1:9+11", out},
		{"[su_spacer]", "1:1+11", out},
		{"[box color=\"red\"]Words[/box]", "1:1+17", "Take it out, or write what it stood for."},
		{"[gallery]\n\n[gallery ids=\"1\"]", "1:1+9, 3:1+17", picture},
		{"[/gallery]", "1:1+10", out},
	} {
		_, problems := read(t, Options{}, test.text)
		var got []string
		for _, p := range problems {
			if p.ID == "raw-html" || p.ID == "top-heading" || p.ID == "missing-file" || p.Severity == diag.Error {
				continue
			}
			got = append(got, fmt.Sprintf("%d:%d+%d", p.Line, p.Column, p.Length))
			if p.ID != "shortcode" || !strings.Contains(p.Hint, test.hint) || !strings.HasPrefix(p.Message, "readers see [") {
				t.Errorf("%q: %+v", test.text, p)
			}
		}
		if g := strings.Join(got, ", "); g != test.at {
			t.Errorf("%q: at %s, want %s", test.text, g, test.at)
		}
	}
	for _, text := range []string{
		"He said [sic] so.", "[…]", "[1]", "See [x] there.", "[note]", "[Video]", "[Gallery]", "[video of a squat]", "[the gallery]", "[gallery of pictures]", "[instagram]", "[ted]", "[facebook]", "[youtube channel]", "[Kamera läuft]",
		"[youtube Kanal]", "`[gallery]`", "```\n[gallery ids=\"1\"]\n```", "\\[gallery]", "See the [gallery].\n\n[gallery]: https://a.example/b", "[words][gallery]\n\n[gallery]: https://a.example/b",
		"[gallery](https://a.example/b)", "values[video] in a program", "[slideshow]", "[spotify playlist]", "A [b] c", "[your_name]",
	} {
		_, problems := read(t, Options{}, text)
		for _, p := range problems {
			if p.ID == "shortcode" {
				t.Errorf("%q: %+v", text, p)
			}
		}
	}
}

// TestMarkupIsCompletelyReported has more places of each kind in one line than anybody would look at.
func TestMarkupIsCompletelyReported(t *testing.T) {
	for _, test := range []struct{ text, id string }{
		{"https://a.example/b ", "bare-address"},
		{"[[a b]] ", "wiki-link"},
		{"{{< a >}} ", "shortcode"},
		{"[gallery] ", "shortcode"},
		{"[/b] ", "shortcode"},
		{"\\*\\*a\\*\\* ", "escaped-markup"},
		{"8&nbsp kg ", "entity"},
		{"##a\n", "heading-without-space"},
	} {
		_, problems := read(t, Options{}, strings.Repeat(test.text, 200))
		count := 0
		for _, p := range problems {
			if p.ID == test.id {
				count++
			}
		}
		if count != 200 {
			t.Errorf("200 times %q: %d problems", test.text, count)
		}
	}
}

// TestMarkupIsMended has the hint of markup whose right spelling has the author's own words in it.
func TestMarkupIsMended(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"[[Ask first]]", "Write [Ask first](article:ask-first), [Ask first](exercise:ask-first), or for a page [Ask first](ask-first.md)."},
		{"[[pages/ask-first.md|ask *us*]]", "Write [ask *us*](article:ask-first), [ask *us*](exercise:ask-first), or for a page [ask *us*](ask-first.md)."},
		{"![[my photo.jpg | 300]]", "Write ![What it shows](<my photo.jpg>)."},
		{"Week\tLoad\tNote\n1\t8 kg\t", "Write | between the cells, and a line of hyphens below the first row: | Week | Load | Note | and below it | --- | --- | --- |."},
	} {
		_, problems := read(t, Options{}, test.text)
		if len(problems) != 1 || problems[0].Hint != test.want {
			t.Errorf("%q: got %v, want %q", test.text, problems, test.want)
		}
	}
}

// TestMarkupIsNamedAsTyped has messages that name what was found, with signs in it that are hidden from the search.
func TestMarkupIsNamedAsTyped(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"{{ a\\_b }}", "readers see {{ a\\_b }} as it is typed: it is a command of another program."},
		{"{{ a *b* }}", "readers see {{ a *b* }} as it is typed: it is a command of another program."},
		{"{{ 3*8 }}", "readers see {{ 3*8 }} as it is typed: it is a command of another program."},
	} {
		_, problems := read(t, Options{}, test.text)
		if len(problems) != 1 || problems[0].Message != test.want {
			t.Errorf("%q: got %v, want %q", test.text, problems, test.want)
		}
	}
}
