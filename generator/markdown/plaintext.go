package markdown

import (
	stdhtml "html"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// Text returns the words of the text without its HTML, entities resolved. The words that only the site can fill in are not among them.
func (d *Doc) Text() string {
	var b strings.Builder
	if d.raw {
		d.writeRawText(&b)
		return b.String()
	}
	size := 0
	for _, part := range d.Parts {
		size += len(part.HTML)
	}
	b.Grow(size)
	inTag := false
	for _, part := range d.Parts {
		inTag = writeText(&b, string(part.HTML), inTag)
	}
	return b.String()
}

// writeText writes what stands between the tags of a part. In the package's own HTML < and > stand for nothing but the ends of tags. As a
// part may begin and end within a tag, where an address is filled in, it is told whether it begins there and reports whether it ends there.
func writeText(b *strings.Builder, part string, inTag bool) (endsInTag bool) {
	for part != "" {
		if inTag {
			_, rest, closed := strings.Cut(part, ">")
			part, inTag = rest, !closed
			continue
		}
		text, rest, opened := strings.Cut(part, "<")
		b.WriteString(stdhtml.UnescapeString(text))
		part, inTag = rest, opened
	}
	return inTag
}

// writeRawText is for HTML that was let through, in which anything may stand.
func (d *Doc) writeRawText(b *strings.Builder) {
	parts := make([]io.Reader, len(d.Parts))
	for i, part := range d.Parts {
		parts[i] = strings.NewReader(string(part.HTML))
	}
	z := html.NewTokenizer(io.MultiReader(parts...))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.TextToken {
			b.Write(z.Text())
		}
	}
}
