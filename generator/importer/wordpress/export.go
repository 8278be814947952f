package wordpress

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/legpress/legpress/generator/importer/prose"
)

// term is a category, a tag, or a term of another kind of lists.
type term struct{ id, kind, slug, parent, name string }

// item is one thing of an export.
type item struct {
	title, link, guid string
	creator           string
	content, excerpt  string
	id, parent        string
	date, gmt, feed   string // when it was published: by the author's clock, by that of Greenwich, and as feeds have it
	modified          string
	status, kind      string
	name, password    string
	attachment        string // the address of its file
	sticky, order     string
	terms             []inTerm
	metas             []meta
	comments          int
	enclosed          []string // addresses of files that belong to it

	line     int
	hidden   string // why it was not shown to everybody; "" where it was
	language string // that a plugin notes; "" if none does
}

// inTerm says that an item is in a list.
type inTerm struct{ kind, slug, name string }

type meta struct{ key, value string }

func (i *item) meta(key string) string {
	for _, m := range i.metas {
		if m.key == key {
			return strings.TrimSpace(m.value)
		}
	}
	return ""
}

// element is an element of XML with what stands in it.
type element struct {
	name     string // with its prefix
	attrs    []xml.Attr
	text     string
	children []element
}

// child returns the text of the first child with a name.
func (e *element) child(name string) string {
	for i := range e.children {
		if e.children[i].name == name {
			return strings.TrimSpace(e.children[i].text)
		}
	}
	return ""
}

func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// decode reads a part as XML, strictly or as far as possible.
func decode(data []byte, strict bool) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.Entity = strict, xml.HTMLEntity
	for {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		if start, ok := token.(xml.StartElement); ok {
			e := &element{}
			return e, e.read(d, &start, 0)
		}
	}
}

// maxNesting is how deeply the elements of a part may be nested. What is deeper is passed over.
const maxNesting = 8

// read reads an element up to its last tag.
func (e *element) read(d *xml.Decoder, start *xml.StartElement, depth int) error {
	if depth > maxNesting {
		return d.Skip()
	}
	if e.name = start.Name.Local; start.Name.Space != "" {
		e.name = start.Name.Space + ":" + e.name
	}
	e.attrs = start.Attr
	var text []byte
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.CharData:
			text = append(text, t...)
		case xml.StartElement:
			e.children = append(e.children, element{})
			if err := e.children[len(e.children)-1].read(d, &t, depth+1); err != nil {
				return err
			}
		case xml.EndElement:
			if len(e.children) == 0 {
				e.text = string(text)
			}
			return nil
		}
	}
}

// flatten brings up what fell into another element of an item because the last tag of that one is lost.
func (e *element) flatten() {
	for n := 0; n < len(e.children); n++ {
		c := &e.children[n]
		if len(c.children) > 0 && c.name != "wp:postmeta" && c.name != "wp:comment" {
			e.children = append(e.children, c.children...)
		}
	}
}

// newItem makes an item of an element.
func newItem(e *element) *item {
	i := &item{}
	for n := range e.children {
		c := &e.children[n]
		if field := i.field(c.name); field != nil {
			if *field == "" {
				*field = prose.StripControls(c.text)
			}
			continue
		}
		switch c.name {
		case "category":
			i.terms = append(i.terms, inTerm{c.attr("domain"), c.attr("nicename"), c.text})
		case "wp:postmeta":
			i.metas = append(i.metas, meta{c.child("wp:meta_key"), prose.StripControls(c.child("wp:meta_value"))})
		case "wp:comment":
			i.comments++
		case "enclosure":
			i.enclosed = append(i.enclosed, c.attr("url"))
		}
	}
	return i
}

// field returns where the text of an element of an item belongs; nil for nowhere.
func (i *item) field(name string) *string {
	switch name {
	case "title":
		return &i.title
	case "link":
		return &i.link
	case "guid":
		return &i.guid
	case "dc:creator", "author":
		return &i.creator
	case "content:encoded":
		return &i.content
	case "excerpt:encoded", "description":
		return &i.excerpt
	case "pubDate":
		return &i.feed
	case "wp:post_id":
		return &i.id
	case "wp:post_parent":
		return &i.parent
	case "wp:post_date":
		return &i.date
	case "wp:post_date_gmt":
		return &i.gmt
	case "wp:post_modified":
		return &i.modified
	case "wp:status":
		return &i.status
	case "wp:post_type":
		return &i.kind
	case "wp:post_name":
		return &i.name
	case "wp:post_password":
		return &i.password
	case "wp:attachment_url":
		return &i.attachment
	case "wp:is_sticky":
		return &i.sticky
	case "wp:menu_order":
		return &i.order
	}
	return nil
}

// cleaner makes the bytes of an export fit for XML, and counts what it had to change.
type cleaner struct {
	illegal int // signs that XML does not allow
	foreign int // letters that were not written in UTF-8
}

// clean returns data in which all is UTF-8 and legal. Letters that are not UTF-8 are read as Windows-1252, as browsers do.
func (c *cleaner) clean(data []byte) []byte {
	if utf8.Valid(data) && !mayBeIllegal(data) {
		return data
	}
	var out bytes.Buffer
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			c.foreign++
			r = charmap.Windows1252.DecodeByte(data[0])
			if illegal(r) {
				r = utf8.RuneError
			}
		case illegal(r):
			c.illegal++
			r = ' '
		}
		out.WriteRune(r)
		data = data[size:]
	}
	return out.Bytes()
}

// mayBeIllegal reports whether there is a byte in data that a sign has which XML does not allow.
func mayBeIllegal(data []byte) bool {
	for _, b := range data {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0xEF {
			return true
		}
	}
	return false
}

// illegal reports whether XML does not allow a sign.
func illegal(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}
