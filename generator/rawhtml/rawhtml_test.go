package rawhtml

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/legpress/legpress/generator/diag"
)

func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		name, value string
		want        []string
	}{
		{"src", " a b.png\n", []string{"a b.png"}},
		{"title", "a.png", nil},
		{"href", " ", nil},
		{"srcset", "a.png", []string{"a.png"}},
		{"srcset", "a.png 1x,b.png 2x , c.png", []string{"a.png", "b.png", "c.png"}},
		{"srcset", "a,b.png 100w, data:image/png;base64,xyz 2x,", []string{"a,b.png", "data:image/png;base64,xyz"}},
		{"srcset", "a.png, b.png", []string{"a.png", "b.png"}},
		{"srcset", ",\n a.png  2x,\n\tb.png,,", []string{"a.png", "b.png"}},
		{"imagesrcset", "https://a.b/c.png 2x", []string{"https://a.b/c.png"}},
		{"srcset", " , ", nil},
		{"fill", "url(#stripes) red", nil},
		{"filter", `blur(2px) URL( "/a b.svg#x" ) url('c.svg')url(d.svg#y)`, []string{"/a b.svg#x", "c.svg", "d.svg#y"}},
		{"marker-end", "url()", nil},
		{"title", "url(a.svg)", nil},
	} {
		if got := (Tag{}).Addresses(Attribute{Name: test.name, Value: test.value}); !slices.Equal(got, test.want) {
			t.Errorf("addresses of %s=%q: %q, want %q", test.name, test.value, got, test.want)
		}
	}
}

func TestRefresh(t *testing.T) {
	for content, want := range map[string]string{
		"5;url=/a/": "/a/", "0; URL = '/a b/' x": "/a b/", "5,/a/": "/a/", " 1.5 /A/?x=1;y ": "/A/?x=1;y", "0;url=\"/a/": "/a/", "5;\nurl=a.html": "a.html", "0;'/a/'": "/a/",
		"5": "", "5;": "", "5; url=": "", "url=/a/": "", "x;url=/a/": "", "5;url=''": "",
	} {
		tag := Tag{Name: "meta", Attributes: []Attribute{{Name: "http-equiv", Value: " Refresh"}, {Name: "content", Value: content}}}
		if got := strings.Join(tag.Addresses(tag.Attributes[1]), " "); got != want {
			t.Errorf("%q leads to %q, want %q", content, got, want)
		}
		tag.Attributes[0].Value = "description"
		if got := tag.Addresses(tag.Attributes[1]); got != nil {
			t.Errorf("%q, which leads nowhere, leads to %q", content, got)
		}
	}
}

// TestFrames compares the tags of pages that stand in attributes, with their places.
func TestFrames(t *testing.T) {
	for _, test := range []struct{ html, want string }{
		{`<i><iframe srcdoc="<a href=x><script>1</script>"></iframe><b>`, "i 0 iframe 3 a 11 script 11 b 58"},
		{`<iframe srcdoc="<iframe srcdoc='<a>&amp;lt;u>'></iframe><s>">`, "iframe 0 iframe 8 a 8 u 8 s 8"},
		{`<iframe srcdoc>`, "iframe 0"},
		{`<p srcdoc="<a>"><iframe title="<a>">`, "p 0 iframe 16"},
	} {
		var got []string
		for _, tag := range Tags([]byte(test.html), func(from, to int) diag.Position { return diag.Position{Column: from} }) {
			got = append(got, fmt.Sprint(tag.Name, " ", tag.Pos.Column))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("tags of %s: %s, want %s", test.html, s, test.want)
		}
	}
	deep := "<a>"
	for range 2 * mostFrames {
		deep = `<iframe srcdoc="` + html.EscapeString(deep) + `">`
	}
	if got := Tags([]byte(deep), func(int, int) diag.Position { return diag.Position{} }); len(got) != 1+mostFrames {
		t.Errorf("%d tags in frames within frames, want %d", len(got), 1+mostFrames)
	}
}

// FuzzTags compares the tags with those of the tokenizer, and holds each place to what stands there.
func FuzzTags(f *testing.F) {
	for _, seed := range []string{"<a b=c d='e>f' / g=\"h\"i>j</a>", "<a =b==c = de\r\nf='\r'>", "<A/b/=/c B=1 b=2>", "<script>x</script><style></style><noscript><a b></noscript>", "<a\fb=\"&copy=\"\tc=&#x41;>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsRune(text, 0) {
			t.Skip() // no text has one: another character stands for it
		}
		if strings.Contains(strings.ToLower(text), "srcdoc") {
			t.Skip() // what stands in it is none of the tokenizer's tags
		}
		last := 0
		tags := Tags([]byte(text), func(from, to int) diag.Position {
			if from < 0 || to <= from || to > len(text) {
				t.Fatalf("the place from %d to %d of %q", from, to, text)
			}
			if from < last {
				t.Fatalf("the place at %d is asked for after that at %d: %q", from, last, text)
			}
			last = from
			return diag.Position{Column: from, Length: to - from}
		})
		z := html.NewTokenizer(strings.NewReader(text))
		for _, got := range tags {
			want := nextTag(z)
			if got.Name != want.Data || len(got.Attributes) != len(want.Attr) {
				t.Fatalf("tag %s, want %s: %q", fmt.Sprint(got), want, text)
			}
			for i, a := range got.Attributes {
				if a.Name != want.Attr[i].Key || a.Value != want.Attr[i].Val {
					t.Fatalf("attribute %v, want %v: %q", a, want.Attr[i], text)
				}
				if stands := text[a.Pos.Column:][:a.Pos.Length]; a.Pos == got.Pos || !strings.EqualFold(stands[:len(a.Name)], a.Name) {
					t.Fatalf("attribute %q is said to stand at %q: %q", a.Name, stands, text)
				}
			}
		}
	})
}

// nextTag returns the next start tag of the tokenizer.
func nextTag(z *html.Tokenizer) html.Token {
	for {
		switch z.Next() {
		case html.ErrorToken:
			return html.Token{}
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			if token.Data == "noscript" {
				z.NextIsNotRawText()
			}
			return token
		}
	}
}
