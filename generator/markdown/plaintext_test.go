package markdown

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestText(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"# Rest & lift\n\nRead [its *guide*](exercise:row) -- 5 < 6.\n\n![A > B](a.png)", "Rest & lift\nRead its guide – 5 < 6.\n"},
		{"Rest [](exercise:row) first.[^1]\n\n[^1]: See <https://example.org/?a=1&b=2>.", "Rest  first.1\n\n\nSee https://example.org/?a=1&b=2.\u00a0↩︎\n\n\n\n"},
		{`a <b title="x > y">c</b> <!-- no > --> d`, "a c  d\n"},
		{"a < b\n\n<script>if (a < b) c()</script>", "a < b\nif (a < b) c()\n"},
	} {
		doc, _ := New(Options{Language: "en", RawHTML: true}).Parse(Source{Text: []byte(test.text)})
		if got := doc.Text(); got != test.want {
			t.Errorf("the words are %q, want %q: %q", got, test.want, test.text)
		}
	}
}

// textOf returns what a tokenizer of HTML takes for text.
func textOf(d *Doc) string {
	var page, b strings.Builder
	for _, part := range d.Parts {
		page.WriteString(string(part.HTML))
	}
	z := html.NewTokenizer(strings.NewReader(page.String()))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.TextToken {
			b.Write(z.Text())
		}
	}
	return b.String()
}
