package markdown

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/rawhtml"
)

// TestTags compares the tags of HTML that is let through, with the places of their attributes.
func TestTags(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"a **b** <https://c.d> &lt;e>", nil},
		{"ä <B x=1 Y='2'\n  z>c</b><br/>", []string{`1:4:12 b x="1"(1:7:3) y="2"(1:11:5) z=""(2:3:1)`, "2:10:5 br"}},
		{"<div>\n<img alt=\"src=no\" src = a.png>\n\n*b* <img src=c.png>", []string{"1:1:5 div", `2:1:30 img alt="src=no"(2:6:12) src="a.png"(2:19:11)`, `4:5:15 img src="c.png"(4:10:9)`}},
		{"> a\n> <i\n> b=c\n> d>e</i>", []string{`2:3:2 i b="c"(3:3:3) d=""(4:3:1)`}},
		{"> - <p>\n>   <u\n>   b='c\n>   d' e>", []string{"1:5:3 p", `2:5:2 u b="c\nd"(3:5:4) e=""(4:8:1)`}},
		{"-\t<p>\n\t<a href=b>", []string{"1:3:3 p", `2:2:10 a href="b"(2:5:6)`}},
		{"a\n\n[^1]\n\n[^1]: <q r=s>", []string{`5:7:7 q r="s"(5:10:3)`}},
		{`<a href="?a=1&amp;b=2&copy=3" href=x title='"'>`, []string{`1:1:47 a href="?a=1&b=2&copy=3"(1:4:26) title="\""(1:38:9)`}},
		{"<hr b = c =d / e/f B g='/'>", []string{`1:1:27 hr b="c"(1:5:5) =d=""(1:11:2) e=""(1:16:1) f=""(1:18:1) g="/"(1:22:5)`}},
		{"<script>a = '<b>'\n\n<c></script> <d e>", []string{"1:1:8 script\"a = '<b>'\\n\\n<c>\"", "3:14:5 d e=\"\"(3:17:1)"}},
		{"<style>a{}</style>\n<script src=x></script>y<script>z</script>", []string{"1:1:7 style\"a{}\"", `2:1:14 script src="x"(2:9:5)`, `2:25:8 script"z"`}},
		{"<p><noscript><img src=a></noscript><!-- <b> --><textarea><c></textarea>", []string{"1:1:3 p", "1:4:10 noscript", `1:14:11 img src="a"(1:19:5)`, "1:48:10 textarea"}},
		{"<div\n\nb>", nil},
		{"| a |\n|---|\n| b <c d> |", []string{`3:5:5 c d=""(3:8:1)`}},
	} {
		doc, _ := read(t, Options{RawHTML: true}, test.text)
		var got []string
		for _, tag := range doc.Tags {
			got = append(got, describe(tag))
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("tags of %q:\n got %q\nwant %q", test.text, got, test.want)
		}
	}
	if doc, _ := read(t, Options{}, "<b>"); doc.Tags != nil {
		t.Errorf("HTML that was not let through has tags %v", doc.Tags)
	}
}

func describe(tag rawhtml.Tag) string {
	at := func(p diag.Position) string { return fmt.Sprintf("%d:%d:%d", p.Line, p.Column, p.Length) }
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", at(tag.Pos), tag.Name)
	for _, a := range tag.Attributes {
		fmt.Fprintf(&b, " %s=%q(%s)", a.Name, a.Value, at(a.Pos))
	}
	if tag.Text != "" {
		fmt.Fprintf(&b, "%q", tag.Text)
	}
	return b.String()
}
